"""Which identities a report keeps, at a glance: A, B, D and E for every column of table 3, the
others as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    RECEIVED_ROW,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
    Figures,
    Texts,
)
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_numerals import plain
from gongkai_desk.domain.report_quotes_context import quotes_in
from gongkai_desk.domain.report_raw import RawReport
from gongkai_desk.domain.report_text import written_parts

LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H")
PER_COLUMN = frozenset({"A", "B", "D", "E"})


class Passed(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"  # a cell it needs cannot be read, or last year is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityResult:
    """One letter: a result for each of the seven columns, or a single one. `places` are the rows
    in which it fails, as they are named in the report.
    """

    letter: str
    results: tuple[Passed, ...]
    places: tuple[str, ...] = ()


def identity_results(
    report: RawReport, findings: Iterable[Finding], *, texts_known: bool
) -> tuple[IdentityResult, ...]:
    """A to H from the findings; what could not be compared is unknown, not passed."""
    every = list(findings)
    found = {letter: [one for one in every if one.rule == letter] for letter in LETTERS}
    unreadable = [one for one in every if one.rule == "shape" and one.place.table]
    per_column = {
        "A": (RECEIVED_ROW, CARRIED_IN_ROW, TOTAL_ROW, CARRIED_OUT_ROW),
        "B": (*RESULT_ROWS, TOTAL_ROW),
        "E": (),
    }
    results = []
    for letter in LETTERS:
        own = found[letter]
        if letter == "D":
            kept = tuple(_carried(report, own, column) for column in range(len(COLUMN_LABELS)))
        elif letter in PER_COLUMN:
            rows = per_column[letter]
            whole = [*own, *unreadable] if letter == "E" else own
            kept = tuple(
                _in_column(report, whole, rows, column) for column in range(len(COLUMN_LABELS))
            )
        else:
            kept = (_as_a_whole(letter, report, own, texts_known=texts_known),)
        results.append(IdentityResult(letter=letter, results=kept, places=_places(own)))
    return tuple(results)


def _in_column(
    report: RawReport, found: Sequence[Finding], rows: Iterable[int], column: int
) -> Passed:
    label = COLUMN_LABELS[column]
    if any(one.place.table == 3 and one.place.column in (label, "") for one in found):
        return Passed.NO
    known = all(report.requests[row][column] is not None for row in rows)
    return Passed.YES if known else Passed.UNKNOWN


def _carried(report: RawReport, found: Sequence[Finding], column: int) -> Passed:
    if report.previous_carried[column] is None:
        return Passed.UNKNOWN
    return _in_column(report, found, (CARRIED_IN_ROW,), column)


def _as_a_whole(
    letter: str, report: RawReport, found: Sequence[Finding], *, texts_known: bool
) -> Passed:
    if found:
        return Passed.NO
    if letter == "C":
        known = all(cell is not None for row in ROWS for cell in report.requests[row])
    elif letter == "F":
        known = all(cell is not None for cells in report.disputes.values() for cell in cells)
    elif letter == "G":
        known = any(number is not None for number in report.previous_in_force.values())
    else:
        known = texts_known
    return Passed.YES if known else Passed.UNKNOWN


def _places(found: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one.place.row) for one in found if one.place.row))


def quoted(figures: Figures, texts: Texts) -> int:
    """How many numbers in the text were recognised and compared."""
    return sum(len(quotes_in(figures, plain(text))) for _part, text in written_parts(texts))
