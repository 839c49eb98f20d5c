"""The sub-items of part six: what is offered, and how it goes into the text."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.other_matters import MATTERS, Matter, matters, put_matter, stand_of
from gongkai_desk.domain.report_year import Stand, sentences
from gongkai_desk.domain.year_records import YearRecords
from gongkai_desk.resources import table

TEXTS = table("statutes", "report_texts.toml")
FEES = TEXTS["other"]["fees"].format(year=2026, noticed=3, paid=1)


def case(name: str, day: int, **details: str) -> Activity:
    return Activity(
        id=name, kind=ActivityKind.CASE_SUBMISSION, date=dt.date(2026, 5, day), title=name,
        details=details,
    )  # fmt: skip


def offered(*activities: Activity, fees: str = FEES) -> dict[str, Matter]:
    records = YearRecords(year=2026, activities=activities)
    found = sentences(records, TEXTS["records"])
    return {each.name: each for each in matters(2026, fees, "落实了。", found, TEXTS["other"])}


def test_every_sub_item_is_offered_with_what_is_on_record() -> None:
    found = offered(case("政策问答平台", 2, accepted="已采用"), case("2026年做法", 3))
    assert tuple(found) == MATTERS
    assert found["implementation"].title == "落实2026年度政务公开工作要点情况"
    assert found["innovation"].text == "总结报送“政策问答平台”等政务公开案例2篇，被采用1篇。"
    assert len(found["innovation"].sources) == 2
    assert found["proposals"].text == found["others"].text == ""


def test_older_figures_are_brought_up_to_date_where_they_stand() -> None:
    before = offered(case("政策问答平台", 2))
    text = put_matter("", before["innovation"], before.values())
    text = put_matter(text.replace("1篇。", "1篇。我们的话。"), before["fees"], before.values())
    now = offered(case("政策问答平台", 2), case("指尖办", 4), fees=FEES.replace("3件", "4件"))
    assert stand_of(text, now["innovation"]) is Stand.CHANGED
    assert stand_of(text, before["innovation"]) is Stand.WRITTEN
    for name in ("innovation", "fees"):
        text = put_matter(text, now[name], now.values())
    assert text == (
        f"（一）收取信息处理费情况\n{FEES.replace('3件', '4件')}\n（二）政务公开工作创新情况\n"
        "总结报送“政策问答平台”“指尖办”政务公开案例2篇。我们的话。"
    )
    assert stand_of(text, now["others"]) is Stand.ABSENT
    text = put_matter(text, now["others"], now.values())
    assert text.endswith("\n（三）其他报告事项")
    assert stand_of(text, now["others"]) is Stand.WRITTEN
