"""Several years side by side: nothing guessed, nothing divided by 0, every break found."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.documents.reading.report_html import read as read_html
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import (
    COLUMN_LABELS,
    RESULT_GROUPS,
    Override,
    Proactive,
    Texts,
)
from gongkai_desk.domain.report_comparison import Change, Comparison, Fit, Section, compare, share
from gongkai_desk.domain.report_reading import Form, ReportReading, read_published
from gongkai_desk.domain.year_charts import apart, charts
from gongkai_desk.domain.year_report import YearReport, of_edition, of_reading
from tests.published_reports import old_page, web_page
from tests.reports import MATRIX, figures

AGENCY = "威宁市云海区司法局"
SUM = len(COLUMN_LABELS) - 1


def report(year: int, **values: object) -> YearReport:
    edition = PublishedReport(
        id=f"{year}-1",
        year=year,
        edition=1,
        title=f"{year}",
        published_on=dt.date(year + 1, 1, 20),
        figures=figures(year=year),
        texts=Texts(),
    )
    return replace(of_edition(edition), **values)  # type: ignore[arg-type]


def following(before: YearReport, year: int) -> YearReport:
    """A report that takes over everything the one before handed over."""
    cells = dict(before.cells)
    for column in range(SUM + 1):
        cells[3, "2", column] = before.cells[3, "25", column]
    for name in ("rules", "normative_documents"):
        made, gone = cells[2, name, 0], cells[2, name, 1]
        assert made is not None
        assert gone is not None
        cells[2, name, 2] = (before.cells[2, name, 2] or 0) + made - gone
    return replace(before, year=year, cells=cells)


def read(page: str, year: int) -> YearReport:
    return of_reading(read_published(read_html(page.encode(), "年报.html"), "年报.html"), year)


def values(comparison: Comparison, name: str) -> tuple[object, ...]:
    return comparison.line(name).values


def test_a_year_that_is_not_known_is_a_gap_and_no_change_is_reckoned_over_it() -> None:
    comparison = compare(AGENCY, range(2022, 2026), [report(2022), report(2023), report(2025)])
    new = comparison.line("row-1")
    assert new.values == (14069, 14069, None, 14069)
    assert [new.change(at) for at in range(4)] == [
        None,
        Change(by=0, percent=Decimal("0.0")),
        None,
        None,
    ]
    assert comparison.gaps == (2024,)
    assert {link.year for link in comparison.links} == {2023}
    drawn = charts(comparison)[0]
    assert [drawn.column(at) for at in range(4)] == [(14069,), (14069,), None, (14069,)]
    assert drawn.ceiling == 20000


def test_groups_shares_and_corrections_are_those_of_the_tables() -> None:
    comparison = compare(AGENCY, [2025], [report(2025)])
    for group, rows in RESULT_GROUPS.items():
        assert values(comparison, f"group-{group}") == (sum(MATRIX[row][SUM] for row in rows),)
    total = MATRIX[24][SUM]
    assert values(comparison, "share-open") == (share(MATRIX[3][SUM], total),)
    assert values(comparison, "share-disclosed") == (share(5548 + 2168, total),)
    assert values(comparison, "corrected-reconsideration") == (share(97, 376 + 97 + 196),)
    assert values(comparison, "disputes-every") == (790 + 56 + 156,)
    assert values(comparison, "fee-noticed") == (None,)


def test_nothing_is_divided_by_0_and_a_share_changes_by_points() -> None:
    nothing = dict.fromkeys(report(2024).cells, 0)
    comparison = compare(AGENCY, [2024, 2025], [report(2024, cells=nothing), report(2025)])
    assert values(comparison, "share-open")[0] is None
    assert comparison.line("row-1").change(1) == Change(by=14069, percent=None)
    every = compare(AGENCY, [2024, 2025], [report(2024), report(2025)])
    assert every.line("share-open").change(1) == Change(by=Decimal("0.0"), percent=None)


def test_the_form_of_2019_is_compared_only_where_it_counts_the_same() -> None:
    old = read(old_page(MATRIX), 2020)
    assert old.form is Form.OF_2019
    comparison = compare(AGENCY, [2020, 2021], [old, report(2021)])
    for name in ("row-21", "row-22", "row-23", "proactive-rules-0", "proactive-fees_10k_yuan"):
        assert values(comparison, name)[0] is None, name
    assert values(comparison, "group-other")[0] == MATRIX[23][SUM]
    assert values(comparison, "row-20")[0] == MATRIX[20][SUM]
    in_force = [link.fit for link in comparison.links if link.rule == "G"]
    assert in_force == [Fit.UNKNOWN, Fit.UNKNOWN]


def test_a_number_set_by_hand_shows_in_its_row_its_group_and_its_sums() -> None:
    override = Override(
        table=3,
        row="5",
        column=0,
        number=13,
        counted=12,
        reason="登记簿漏录",
        made_on=dt.date(2026, 1, 5),
    )
    comparison = compare(AGENCY, [2025], [report(2025, overrides=(override,))])
    marked = {line.name for line in comparison.lines if comparison.overrides(line, 2025)}
    assert marked == {
        *("row-5", "group-refused", "row-24", "share-open", "share-partial", "share-disclosed")
    }


@settings(max_examples=30)
@given(st.sampled_from([("2", "25"), ("25", "2")]), st.integers(0, SUM), st.integers(1, 9))
def test_every_carry_over_that_does_not_fit_is_found_in_its_column(
    rows: tuple[str, str], column: int, by: int
) -> None:
    first = report(2023)
    second = following(first, 2024)
    third = following(second, 2025)
    whole = compare(AGENCY, [2023, 2024, 2025], [first, second, third])
    assert all(link.fit is Fit.AGREES for link in whole.links)
    spoilt, other = rows
    cells = dict(second.cells)
    cells[3, spoilt, column] = (cells[3, spoilt, column] or 0) + by
    broken = compare(AGENCY, [2023, 2024, 2025], [first, replace(second, cells=cells), third])
    (found,) = broken.breaks
    assert (found.year, found.place.column) == (
        2024 if spoilt == "2" else 2025,
        COLUMN_LABELS[column],
    )
    assert found.found is not None
    assert found.expected is not None
    assert abs(found.found - found.expected) == by
    assert other != spoilt


def test_what_is_in_force_follows_from_the_year_before() -> None:
    first = report(2024)
    second = following(first, 2025)
    cells = {**second.cells, (2, "normative_documents", 2): 99}
    (found,) = compare(AGENCY, [2024, 2025], [first, replace(second, cells=cells)]).breaks
    assert (found.rule, found.expected, found.found) == ("G", 9 + 2 - 1, 99)


def test_blanks_count_as_0_and_are_told_and_a_word_is_a_gap() -> None:
    page = web_page(
        figures(proactive=Proactive()),
        cell=lambda text: {"0": "/", "14069": "约一万"}.get(text, text),
    )
    comparison = compare(AGENCY, [2025], [read(page, 2025)])
    assert values(comparison, "row-18") == (0,)
    assert values(comparison, "row-1") == (None,)
    assert comparison.reports[2025].blanks > 7


def test_a_report_that_names_no_tables_but_table_3_leaves_gaps() -> None:
    reading = ReportReading(name="x", requests={1: tuple("1234567")})
    comparison = compare(AGENCY, [2025], [of_reading(reading, 2025)])
    known = {line.name for line in comparison.lines if line.values[0] is not None}
    assert known == {"row-1", *(f"column-{at}" for at in range(6))}
    assert {line.section for line in comparison.lines} == set(Section)


@pytest.mark.parametrize(
    ("wanted", "placed"), [([], []), ([1, 2, 30], [1, 11, 30]), ([5, 5, 5], [5, 15, 25])]
)
def test_numbers_beside_a_column_do_not_cover_each_other(
    wanted: list[float], placed: list[float]
) -> None:
    assert apart(wanted, 10) == placed
