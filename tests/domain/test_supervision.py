"""Which institutions were looked at, when, and what is not yet mended."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.supervision import Supervised, due_this_year, supervised

TODAY = dt.date(2026, 11, 20)
WATER = Institution(id="water", name="示例市自来水公司")


def visit(day: str, *places: str, problems: str = "", mended: str = "") -> Activity:
    return Activity(
        id=day,
        kind=ActivityKind.SUPERVISION,
        date=dt.date.fromisoformat(day),
        title=day,
        details={"problems": problems, "mended": mended},
        institution_ids=places,
    )


def test_the_last_visit_and_what_is_not_mended() -> None:
    first = visit("2026-03-02", "water", "library", problems="3", mended="1")
    last = visit("2026-09-02", "water", problems="2", mended="2")
    training = Activity(
        id="t", kind=ActivityKind.TRAINING, date=TODAY, title="t", institution_ids=("bus",)
    )
    known = supervised([first, last, training])
    assert set(known) == {"water", "library"}
    assert known["water"].last == dt.date(2026, 9, 2)
    assert known["water"].unmended == (first,)
    assert (known["water"].in_year(2026), known["water"].in_year(2025)) == (2, 0)


def test_who_is_still_to_be_looked_at() -> None:
    assert due_this_year(WATER, Supervised(), TODAY)
    before = supervised([visit("2025-12-31", "water")])["water"]
    assert due_this_year(WATER, before, TODAY)
    now = supervised([visit("2026-01-01", "water")])["water"]
    assert not due_this_year(WATER, now, TODAY)
    closed = Institution(id="water", name="旧厂", closed_on=TODAY)
    assert not due_this_year(closed, Supervised(), TODAY)


days = st.dates(dt.date(2024, 1, 1), TODAY).map(dt.date.isoformat)


@given(st.lists(st.tuples(days, st.lists(st.sampled_from("abc"), max_size=4)), max_size=8))
def test_every_visit_is_told_once_of_every_institution(
    given_: list[tuple[str, list[str]]],
) -> None:
    known = supervised(visit(day, *places) for day, places in given_)
    assert sum(len(one.visits) for one in known.values()) == sum(
        len(set(places)) for _day, places in given_
    )
    for one in known.values():
        assert [each.date for each in one.visits] == sorted(
            (each.date for each in one.visits), reverse=True
        )
