"""A thousand planted faults of each kind: every one is found by a check or shown at its case.

Registers are made up at random and counted; their report is right. Then one thing is put wrong,
in such a way that, where it can, every sum stays right.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from gongkai_desk.domain.report import (
    COLUMN_LABELS,
    COLUMNS,
    RESULT_ROWS,
    TOTAL_ROW,
    Disputes,
    Figures,
    Previous,
    Proactive,
    Texts,
)
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_contradictions import fees_as_registered
from gongkai_desk.domain.report_drafting import ProcessingFees, draft
from gongkai_desk.domain.report_finding import Finding, has_errors
from gongkai_desk.domain.report_register import against_register
from gongkai_desk.domain.report_text import check_texts
from gongkai_desk.domain.statistics import Case, Counted, count
from gongkai_desk.resources import table
from tests.builders import an_office

YEAR = 2025
PLANTED = 1000
FEES = ProcessingFees(noticed=7, paid=5, amount=900, received=640)
_NUMBER = re.compile(r"[0-9]+(?=件|元)")

Rows = Mapping[int, tuple[int, ...]]


@cache
def a_register(seed: int) -> tuple[Case, ...]:
    """Cases of three years, some open, of all kinds and results."""
    chance = random.Random(seed)
    cases = []
    for number in range(chance.randint(30, 90)):
        received = dt.date(YEAR - 1, 1, 1) + dt.timedelta(days=chance.randrange(729))
        closed = received + dt.timedelta(days=chance.randint(1, 60))
        cases.append(
            Case(
                id=f"c{number}",
                number=f"{number}",
                received=received,
                closed_on=closed if chance.random() < 0.9 else None,
                row=chance.choice(RESULT_ROWS),
                kind=chance.choice(COLUMNS),
            )
        )
    return tuple(cases)


@cache
def counted(seed: int) -> tuple[Counted, Counted]:
    """The register of a seed counted for the year and for the year before."""
    cases = a_register(seed)
    return count(cases, YEAR), count(cases, YEAR - 1)


def reported(seed: int) -> Figures:
    """The right report of a register."""
    now, before = counted(seed)
    chance = random.Random(seed)
    fours = [[chance.randint(0, 9) for _ in range(4)] for _ in range(3)]
    first, second, third = ((*four, sum(four)) for four in fours)
    return Figures(
        agency="威宁市云海区司法局",
        year=YEAR,
        proactive=Proactive(
            normative_documents=(3, 1, chance.randint(4, 40)),
            licences=chance.randint(1, 900),
            penalties=chance.randint(1, 90),
        ),
        requests=now.requests,
        disputes=Disputes(reconsideration=first, litigation_direct=second, litigation_after=third),
        previous=Previous(requests=before.requests),
    )


def seeds() -> list[int]:
    """As many registers as keep every fault in a report of its own neighbourhood."""
    return [seed % 100 for seed in range(PLANTED)]


def put(requests: Rows, row: int, column: int, by: int) -> Rows:
    """The cell and its row's 总计 changed."""
    cells = list(requests[row])
    cells[column] += by
    cells[-1] += by
    return {**requests, row: tuple(cells)}


def found_by_the_figures(figures: Figures) -> bool:
    return has_errors(check_figures(figures))


def against(figures: Figures, seed: int) -> list[Finding]:
    return list(against_register(figures.requests, counted(seed)[0]))


def lists_changed(cases: list[Case], right: Counted) -> set[tuple[int, int]]:
    """The numbers behind which other cases stand than in the right register."""
    again = count(cases, YEAR)
    cells = {*again.cases, *right.cases}
    return {cell for cell in cells if again.cases.get(cell) != right.cases.get(cell)}


def test_the_right_reports_have_no_findings() -> None:
    for seed in range(100):
        figures = reported(seed)
        assert check_figures(figures) == []
        assert against(figures, seed) == []
        texts = drafted(figures)
        assert [each for each in check_texts(figures, texts) if each.rule == "H"] == []
        assert list(fees_as_registered(texts, FEES)) == []


def test_a_changed_cell_is_found_by_arithmetic_alone() -> None:
    chance = random.Random(1)
    missed = 0
    for seed in seeds():
        figures = reported(seed)
        row, column = chance.randint(1, 25), chance.randrange(7)
        cells = list(figures.requests[row])
        cells[column] = chance.choice([cells[column] + chance.randint(1, 99), cells[column] + 1])
        wrong = replace(figures, requests={**figures.requests, row: tuple(cells)})
        missed += not found_by_the_figures(wrong)
    assert missed == 0


def test_a_case_in_the_wrong_row_is_named_in_both_rows_and_at_the_case() -> None:
    """Sums stay right, so that only the register can tell."""
    chance = random.Random(2)
    missed = seen_by_sums = 0
    for seed in seeds():
        figures, (right, _before) = reported(seed), counted(seed)
        filled = [
            (row, column)
            for (row, column), ids in right.cases.items()
            if row in RESULT_ROWS and column < 6 and ids
        ]
        row, column = chance.choice(filled)
        other = chance.choice([each for each in RESULT_ROWS if each != row])
        moved = put(put(figures.requests, row, column, -1), other, column, 1)
        wrong = replace(figures, requests=moved)
        seen_by_sums += found_by_the_figures(wrong)
        rows = {finding.place.row for finding in against(wrong, seed)}
        missed += rows != {row, other}
        # planted in the register itself, the case is behind the wrong number and its sum, and
        # behind no other one that it does not belong to
        case = chance.choice(right.cases[row, column])
        cases = [replace(each, row=other) if each.id == case else each for each in a_register(seed)]
        again = count(cases, YEAR).cases
        missed += case not in again[other, column] or case not in again[other, 6]
        moved_between = {(each, place) for each in (row, other) for place in (column, 6)}
        missed += lists_changed(cases, right) != moved_between
    assert missed == 0
    assert seen_by_sums == 0


def test_a_case_in_the_wrong_column_is_named_in_both_columns_and_at_the_case() -> None:
    chance = random.Random(3)
    missed = seen_by_sums = 0
    for seed in seeds():
        figures, (right, _before) = reported(seed), counted(seed)
        filled = [
            (row, column)
            for (row, column), ids in right.cases.items()
            if row in RESULT_ROWS and column < 6 and ids
        ]
        row, column = chance.choice(filled)
        case = chance.choice(right.cases[row, column])
        other = chance.choice([each for each in range(6) if each != column])
        cases = [
            replace(each, kind=COLUMNS[other]) if each.id == case else each
            for each in a_register(seed)
        ]
        again = count(cases, YEAR)
        wrong = replace(figures, requests=again.requests, previous=Previous())
        seen_by_sums += found_by_the_figures(wrong)
        columns = {finding.place.column for finding in against(wrong, seed)}
        names = {name: place for place, name in enumerate(COLUMN_LABELS[:6])}
        missed += {names.get(name) for name in columns} != {column, other}
        # the case is behind the wrong column's number in every row it is counted in, and behind
        # no other one that it does not belong to
        rows = {
            place for (place, kind), ids in right.cases.items() if kind == column and case in ids
        }
        missed += any(case not in again.cases[place, other] for place in rows)
        missed += lists_changed(cases, right) != {
            (place, kind) for place in rows for kind in (column, other)
        }
    assert missed == 0
    assert seen_by_sums == 0


def test_a_shifted_carry_over_is_found_against_last_year() -> None:
    """Row 2 put wrong and row 1 with it, so that rows 24 and 25 still agree."""
    chance = random.Random(4)
    missed = seen_without_last_year = 0
    for seed in seeds():
        figures = reported(seed)
        column = chance.randrange(6)
        by = chance.choice([1, 2, 3])
        shifted = put(put(figures.requests, 2, column, by), 1, column, -by)
        if min(shifted[1]) < 0:
            shifted = put(put(figures.requests, 2, column, by), 25, column, by)
        wrong = replace(figures, requests=shifted)
        seen_without_last_year += found_by_the_figures(replace(wrong, previous=Previous()))
        places = {finding.place.column for finding in check_figures(wrong) if finding.rule == "D"}
        missed += len(places) != 2  # the column and 总计
        missed += not any(finding.place.row == 2 for finding in against(wrong, seed))
    assert missed == 0
    assert seen_without_last_year == 0


def drafted(figures: Figures) -> Texts:
    return draft(figures, an_office(), FEES, table("statutes", "report_texts.toml")).texts


def test_a_wrong_number_in_the_text_is_found() -> None:
    chance = random.Random(5)
    missed: list[str] = []
    for seed in seeds():
        figures = reported(seed)
        texts = drafted(figures)
        parts = [*texts.overview, texts.other]
        places = [(part, match) for part in range(6) for match in _NUMBER.finditer(parts[part])]
        part, match = chance.choice(places)
        number = int(match[0]) + chance.choice([1, 2, 10, 100])
        parts[part] = f"{parts[part][: match.start()]}{number}{parts[part][match.end() :]}"
        first, second, third, fourth, fifth, other = parts
        spoilt = replace(texts, overview=(first, second, third, fourth, fifth), other=other)
        found = [each for each in check_texts(figures, spoilt) if each.rule == "H"]
        found += fees_as_registered(spoilt, FEES)
        if number not in [each.found for each in found]:
            missed.append(parts[part][max(0, match.start() - 12) : match.end() + 2])
    assert missed == []


def test_row_24_of_the_register_is_the_sum_of_its_results() -> None:
    """The faults above are planted into registers that are no empty ones."""
    assert sum(counted(seed)[0].requests[TOTAL_ROW][-1] for seed in range(100)) > 1000
