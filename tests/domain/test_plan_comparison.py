"""What is new, changed, the same and gone between two years' plans."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.plan import Deadline, DeadlineKind, Duty, DutyKind, Per
from gongkai_desk.domain.plan_comparison import (
    Aspect,
    Piece,
    TaskChange,
    Years,
    compare_plans,
    text_difference,
)
from tests.builders import a_plan, a_task

YEARS = Years(old=2025, new=2026)
OLD = a_task(
    a_plan(year=2025),
    text="做好公开。2025年9月底前完成。每年培训1次。",
    lead_units=("区政府办公室",),
    responsible_units=("区财政局", "区司法局"),
    deadline=Deadline(kind=DeadlineKind.BY_DATE, date=dt.date(2025, 9, 30), text="9月底前"),
    duties=(Duty(kind=DutyKind.TRAINING, count=1, per=Per.YEAR, text="每年培训1次"),),
)
NEW = replace(
    OLD,
    id="new",
    text="做好公开。 2026年9月底前完成。每年培训1次。",
    responsible_units=("区司法局", "区财政局"),
    deadline=Deadline(kind=DeadlineKind.BY_DATE, date=dt.date(2026, 9, 30), text="9月底前"),
)


def aspects(new: object) -> tuple[Aspect, ...]:
    (one,) = compare_plans([OLD], [new], {"new": OLD.id}, YEARS)  # type: ignore[list-item]
    return one.aspects


def test_the_plans_own_year_and_the_order_of_units_are_no_change() -> None:
    (one,) = compare_plans([OLD], [NEW], {"new": OLD.id}, YEARS)
    assert (one.change, one.aspects) == (TaskChange.SAME, ())


def test_each_aspect_is_named() -> None:
    assert aspects(replace(NEW, text="做好公开。")) == (Aspect.TEXT,)
    assert aspects(replace(NEW, lead_units=())) == (Aspect.UNITS,)
    assert aspects(replace(NEW, deadline=Deadline(kind=DeadlineKind.ALL_YEAR))) == (
        Aspect.DEADLINE,
    )
    twice = replace(OLD.duties[0], count=2)
    assert aspects(replace(NEW, duties=(twice,))) == (Aspect.DUTIES,)


def test_what_is_gone_stands_where_it_stood() -> None:
    old = [a_task("o", id=f"o{n}", title=f"旧{n}") for n in range(4)]
    new = [a_task("n", id=f"n{n}", title=f"新{n}") for n in range(3)]
    found = compare_plans(old, new, {"n0": "o1", "n2": "o2"}, YEARS)
    assert [(one.old and one.old.id, one.new and one.new.id) for one in found] == [
        ("o0", None), ("o1", "n0"), (None, "n1"), ("o2", "n2"), ("o3", None),
    ]  # fmt: skip


def test_sentences_are_marked() -> None:
    found = text_difference(
        "做好公开。2025年完成。抓好培训；", "做好公开。2026年完成。抓好评价。", YEARS
    )
    assert [(one.piece, one.text) for one in found] == [
        (Piece.SAME, "做好公开。"),
        (Piece.SAME, "2026年完成。"),
        (Piece.REMOVED, "抓好培训；"),
        (Piece.ADDED, "抓好评价。"),
    ]


SENTENCES = st.lists(st.sampled_from(["甲。", "乙；", "丙！", "丁。"]), max_size=8).map("".join)


@given(SENTENCES, SENTENCES)
def test_both_texts_can_be_read_from_the_difference(old: str, new: str) -> None:
    pieces = text_difference(old, new, YEARS)
    assert "".join(one.text for one in pieces if one.piece is not Piece.REMOVED) == new
    assert "".join(one.text for one in pieces if one.piece is not Piece.ADDED) == old


@given(st.sets(st.integers(0, 5)), st.data())
def test_every_task_of_both_plans_is_shown_once(paired: set[int], data: st.DataObject) -> None:
    old = [a_task("o", id=f"o{n}") for n in range(6)]
    new = [a_task("n", id=f"n{n}") for n in range(6)]
    order = data.draw(st.permutations(range(6)))
    pairs = {f"n{order[n]}": f"o{n}" for n in paired}
    found = compare_plans(old, new, pairs, YEARS)
    assert sorted(one.old.id for one in found if one.old) == [f"o{n}" for n in range(6)]
    assert [one.new.id for one in found if one.new] == [f"n{n}" for n in range(6)]
