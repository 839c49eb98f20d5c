"""Table 4 counted from disputes, with the ids behind every number."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.dispute_counts import count_disputes
from gongkai_desk.domain.report import Disputes
from tests.builders import a_dispute

D = dt.date
R, L = DisputeKind.RECONSIDERATION, DisputeKind.LITIGATION
DR = DisputeResult


def dispute(
    name: str,
    kind: DisputeKind,
    received: dt.date,
    decided: dt.date | None = None,
    result: DisputeResult = DR.PENDING,
    after: str = "",
) -> Dispute:
    return a_dispute(
        "r",
        id=name,
        kind=kind,
        received_on=received,
        decided_on=decided,
        result=result,
        after_id=after,
    )


EVERY = (
    dispute("kept", R, D(2026, 3, 2), D(2026, 4, 2), DR.UPHELD),
    dispute("mended", R, D(2025, 12, 1), D(2026, 1, 9), DR.CORRECTED),
    dispute("dropped", R, D(2026, 5, 6), D(2026, 5, 20), DR.OTHER),
    dispute("open", R, D(2026, 12, 31)),
    dispute("next year", R, D(2027, 1, 4)),
    dispute("long", R, D(2025, 6, 1), D(2027, 2, 1), DR.UPHELD),
    dispute("earlier", R, D(2025, 1, 5), D(2025, 2, 5), DR.UPHELD),
    dispute("direct", L, D(2026, 6, 1), D(2026, 8, 1), DR.UPHELD),
    dispute("after", L, D(2026, 6, 1), after="kept"),
)


@pytest.mark.parametrize(
    ("year", "reconsideration", "direct", "after"),
    [
        (2024, (0, 0, 0, 0, 0), (0,) * 5, (0,) * 5),
        (2025, (1, 0, 0, 2, 3), (0,) * 5, (0,) * 5),
        (2026, (1, 1, 1, 2, 5), (1, 0, 0, 0, 1), (0, 0, 0, 1, 1)),
        (2027, (1, 0, 0, 2, 3), (0,) * 5, (0, 0, 0, 1, 1)),
    ],
)
def test_the_year_that_counts(
    year: int, reconsideration: tuple[int, ...], direct: tuple[int, ...], after: tuple[int, ...]
) -> None:
    counted = count_disputes(EVERY, year)
    assert counted.numbers == Disputes(
        reconsideration=reconsideration, litigation_direct=direct, litigation_after=after
    )


def test_the_ids_behind_a_number() -> None:
    ids = count_disputes(EVERY, 2026).ids
    assert ids["reconsideration", 3] == ("open", "long")
    assert set(ids["reconsideration", 4]) == {"kept", "mended", "dropped", "open", "long"}
    assert ids["litigation_after", 3] == ("after",)
    assert ("litigation_after", 0) not in ids


DATES = st.dates(D(2024, 1, 1), D(2027, 12, 31))


@st.composite
def disputes(draw: st.DrawFn) -> Dispute:
    received = draw(DATES)
    days = draw(st.none() | st.integers(0, 800))
    return dispute(
        draw(st.uuids()).hex,
        draw(st.sampled_from(DisputeKind)),
        received,
        None if days is None else received + dt.timedelta(days=days),
        DR.PENDING if days is None else draw(st.sampled_from([DR.UPHELD, DR.CORRECTED, DR.OTHER])),
        draw(st.sampled_from(["", "x"])),
    )


@given(st.lists(disputes(), max_size=12), st.integers(2024, 2029))
def test_sums_add_up_and_every_decision_counts_once(every: list[Dispute], year: int) -> None:
    numbers = count_disputes(every, year).numbers
    for five in (numbers.reconsideration, numbers.litigation_direct, numbers.litigation_after):
        assert five[4] == sum(five[:4])
    decided = sum(
        sum(five[:3])
        for y in range(2024, 2032)
        for n in [count_disputes(every, y).numbers]
        for five in (n.reconsideration, n.litigation_direct, n.litigation_after)
    )
    assert decided == sum(1 for one in every if one.decided_on is not None)
