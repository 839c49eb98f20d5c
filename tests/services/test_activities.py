"""The service of the officer's records: kept, listed, linked, on paper and in workbooks."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from gongkai_desk import i18n
from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk
from tests.builders import a_plan, a_task

DAY = dt.date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _chinese() -> None:
    i18n.use("zh_CN")


def enter(desk: Desk, title: str, **values: object) -> Activity:
    activity = Activity(id=title, kind=ActivityKind.TRAINING, date=dt.date(2026, 4, 7), title=title)
    activity = replace(activity, **values)  # type: ignore[arg-type]
    desk.activities.save(activity, DAY)
    return activity


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_record_is_kept_as_it_was_typed(desk: Desk) -> None:
    given = enter(
        desk, "条例学习", participants=38, details={"teacher": "周老师", "hours": "3"}, url="a.cn",
        until=dt.date(2026, 4, 8), task_ids=("t",), document_ids=("d",),
    )  # fmt: skip
    assert desk.activities.find(Activity, given.id) == given


def test_a_record_that_is_wrong_is_refused_at_its_field(desk: Desk) -> None:
    with pytest.raises(DomainError) as refused:
        enter(desk, "开放日", kind=ActivityKind.OPEN_DAY, details={"opinions": "x"})
    assert [problem.field for problem in refused.value.problems] == ["opinions"]
    assert desk.activities.activities() == []


def test_the_office_sets_how_long_a_consultation_lasts(desk: Desk) -> None:
    asked = Activity(
        id="a", kind=ActivityKind.PUBLIC_CONSULTATION, date=dt.date(2026, 9, 1), title="草案",
        until=dt.date(2026, 9, 21), details={"matter": "重大行政决策"},
    )  # fmt: skip
    assert [one.code for one in desk.activities.check(asked, DAY)] == [
        "activity-consultation-short"
    ]
    desk.disclosure_settings.save(DisclosureSettings(consultation_days=20))
    assert desk.activities.check(asked, DAY) == []


def test_lists_are_by_year_and_kind_newest_first(desk: Desk) -> None:
    enter(desk, "甲")
    enter(desk, "乙", date=dt.date(2026, 5, 7), kind=ActivityKind.OPEN_DAY)
    enter(desk, "丙", date=dt.date(2025, 5, 7))
    listed = desk.activities.activities
    assert [one.title for one in listed()] == ["乙", "甲", "丙"]
    assert [one.title for one in listed(2026)] == ["乙", "甲"]
    assert [one.title for one in listed(kind=ActivityKind.TRAINING)] == ["甲", "丙"]
    assert desk.activities.years(DAY) == [2026, 2025]


def test_tasks_of_the_newest_plan_are_offered_when_the_year_has_none(desk: Desk) -> None:
    plan = a_plan(year=2025)
    ours = a_task(plan, title="我们的", ours_found=True)
    with desk._database.write("import-plan") as work:
        for record in (plan, ours, a_task(plan, title="别人的", ours_found=False)):
            work.put(record)
    offered = desk.activities.task_choices(ActivityKind.TRAINING, DAY)
    assert [one.title for one in offered] == ["我们的"]
    assert desk.activities.task_choices(ActivityKind.TRAINING, dt.date(2024, 1, 1)) == []


def test_removing_a_record_takes_its_files_and_undo_brings_both_back(
    desk: Desk, tmp_path: Path
) -> None:
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"picture")
    given = enter(desk, "开放日")
    desk.activities.attach(given.id, [photo], DAY)
    assert desk.activities.with_files() == {given.id}
    desk.activities.remove(given)
    assert desk.activities.with_files() == frozenset()
    desk.history.undo()
    assert [one.name for one in desk.activities.files(given.id)] == ["照片.jpg"]


def test_the_sheet_says_everything_on_pdf_and_word(desk: Desk, tmp_path: Path) -> None:
    desk.activities.save(Institution(id="i", name="示例市图书馆"), DAY)
    photo = tmp_path / "现场照片.jpg"
    photo.write_bytes(b"picture")
    given = enter(
        desk, "公共文化单位检查", kind=ActivityKind.SUPERVISION, institution_ids=("i",),
        details={"form": "网上检查", "problems": "3", "mended": "2", "list": "=甲<乙>&丙"},
        outcome="已整改2处", url="www.example.cn", note="备查",
    )  # fmt: skip
    desk.activities.attach(given.id, [photo], DAY)
    expected = (
        "政务公开工作记录表", "公共文化单位检查", "网上检查", "示例市图书馆", "现场照片.jpg",
        "已整改2处", "www.example.cn", "备查", "审核人",
    )  # fmt: skip
    assert desk.activity_papers.print_sheet(given, tmp_path / "a.pdf") == ()
    printed = text_of(tmp_path / "a.pdf").replace("\r\n", "")
    desk.activity_papers.save_sheet(given, tmp_path / "a.docx")
    word = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    for text in expected:
        assert text in printed
        assert text in word
    assert "=甲&lt;乙&gt;&amp;丙" in word


def test_the_list_and_the_counts_are_printed(desk: Desk, tmp_path: Path) -> None:
    rows = [enter(desk, f"培训{n}", participants=n, details={"hours": "2"}) for n in range(1, 40)]
    desk.activity_papers.print_list(rows, "2026年工作记录", DAY, tmp_path / "l.pdf")
    printed = text_of(tmp_path / "l.pdf")
    assert all(f"培训{n}" in printed for n in range(1, 40))
    desk.activity_papers.print_counts(2026, DAY, tmp_path / "c.pdf")
    assert "39" in text_of(tmp_path / "c.pdf")
    table = desk.activity_papers.counts(2026)
    assert table.rows == (("业务培训", 0, 39, 0, 0, 39), ("合计", 0, 39, 0, 0, 39))


def test_the_workbook_has_a_sheet_for_each_kind_with_real_numbers(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [
        enter(desk, "=1+1", participants=38, details={"hours": "3", "teacher": "周老师"}),
        enter(desk, "开放日", kind=ActivityKind.OPEN_DAY, details={"online": "yes"}),
    ]
    path = tmp_path / "a.xlsx"
    desk.activity_papers.export(rows, "2026年工作记录", path)
    book = load_workbook(path)
    assert book.sheetnames == ["2026年分季度", "业务培训", "政府开放日"]
    heads, values = told(book["业务培训"])
    assert values[heads.index("培训主题")] == "=1+1"
    assert book["业务培训"].cell(3, heads.index("培训主题") + 1).data_type == "s"
    assert values[heads.index("学时")] == 3
    assert values[heads.index("参加人数")] == 38
    assert values[heads.index("日期")] == dt.datetime(2026, 4, 7)  # noqa: DTZ001
    heads, values = told(book["政府开放日"])
    assert values[heads.index("线上线下联动")] == "是"


def test_every_year_and_only_what_is_given_is_counted_in_the_workbook(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [enter(desk, "甲"), enter(desk, "乙", date=dt.date(2025, 5, 7))]
    enter(desk, "丙", kind=ActivityKind.OPEN_DAY)
    desk.activity_papers.export(rows, "工作记录", tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["2025年分季度", "2026年分季度", "业务培训"]
    assert [row[5].value for row in book["2026年分季度"].iter_rows(min_row=3)] == [1, 1]


def test_the_ledger_of_institutions_tells_of_their_supervision(desk: Desk, tmp_path: Path) -> None:
    for name in ("示例市图书馆", "示例市旧厂"):
        closed = DAY if name.endswith("旧厂") else None
        desk.activities.save(Institution(id=name, name=name, closed_on=closed), DAY)
    enter(
        desk, "检查", kind=ActivityKind.SUPERVISION, institution_ids=("示例市图书馆",),
        details={"problems": "2", "mended": "1", "list": "两处"},
    )  # fmt: skip
    desk.institution_papers.export(DAY, tmp_path / "a.xlsx")
    heads, values = told(load_workbook(tmp_path / "a.xlsx")["公共企事业单位"])
    assert values[heads.index("最近监管")] == dt.datetime(2026, 4, 7)  # noqa: DTZ001
    assert values[heads.index("2026年监管次数")] == 1
    assert values[heads.index("问题未改完的监管次数")] == 1
    assert len(desk.institution_papers.table(DAY).rows) == 1
    desk.institution_papers.print_list(DAY, tmp_path / "a.pdf")
    assert "示例市图书馆" in text_of(tmp_path / "a.pdf")


def told(sheet: Any) -> tuple[list[Any], list[Any]]:
    """The headings of a sheet and its first row."""
    return [cell.value for cell in sheet[2]], [cell.value for cell in sheet[3]]


def test_the_report_is_drafted_from_what_was_done(desk: Desk) -> None:
    enter(desk, "条例学习", participants=20)
    report = desk.reporting.report(desk.reporting.draft(2026))
    assert report.texts.overview[4] == "开展“条例学习”政务公开业务培训1次，参训20人次。"
    (sentence,) = desk.reporting.sentences(2026)
    assert [source.id for source in sentence.sources] == ["条例学习"]
    assert desk.reporting.sentences(2025) == ()
