"""The annual reports of several years side by side: rows of numbers, what changed, what fits.

Nothing is guessed: a year or a cell that is not known is None, no change is reckoned over a gap,
and nothing is divided by 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise

from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    COLUMNS,
    DISPUTE_LABELS,
    RECEIVED_ROW,
    RESULT_GROUPS,
    TOTAL_ROW,
    Override,
)
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_FEES,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    TRIPLE_LABELS,
    Place,
    proactive_cell,
    request_cell,
)
from gongkai_desk.domain.year_report import Ref, Value, YearReport

ALL, DECIDED = len(COLUMN_LABELS) - 1, 3
"""The column 总计 of table 3, and how many columns of table 4 are decided disputes."""
_DISPUTE_SUM = len(DISPUTE_LABELS) - 1
_CORRECTED = 1
_TENTH = Decimal("0.1")


class Section(StrEnum):
    """The groups of rows, which fold."""

    INTAKE = "intake"
    APPLICANTS = "applicants"
    RESULTS = "results"
    SHARES = "shares"
    DISPUTES = "disputes"
    PROACTIVE = "proactive"
    FEES = "fees"


class Unit(StrEnum):
    """What a row is counted in."""

    COUNT = "count"
    PERCENT = "percent"
    TEN_THOUSAND_YUAN = "ten_thousand_yuan"
    YUAN = "yuan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From the year before: `by` in the unit of the row (percentage points of a share), `percent`
    None for shares and where there was nothing before.
    """

    by: Value
    percent: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row over the years. `name` tells what it is ("row-5", "group-refused", …); a line of
    `level` 1 stands below the one of level 0 before it. `refs` are the cells it sums, `whole`
    those a share is taken of.
    """

    section: Section
    name: str
    level: int = 0
    unit: Unit = Unit.COUNT
    refs: tuple[Ref, ...] = ()
    whole: tuple[Ref, ...] = ()
    values: tuple[Value | None, ...] = ()

    def change(self, at: int) -> Change | None:
        """How the number of the year at `at` differs from that of the year before it."""
        if at == 0:
            return None
        before, now = self.values[at - 1], self.values[at]
        if before is None or now is None:
            return None
        percent = None if self.unit is Unit.PERCENT else share(now - before, before)
        return Change(by=now - before, percent=percent)


class Fit(StrEnum):
    """Whether two years agree in a cell."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A cell of `year` that follows from the year before: row 2 from row 25 (rule D), 现行有效 from
    制发 and 废止 (rule G).
    """

    year: int
    rule: str
    place: Place
    expected: int | None
    found: int | None

    @property
    def fit(self) -> Fit:
        if self.expected is None or self.found is None:
            return Fit.UNKNOWN
        return Fit.AGREES if self.expected == self.found else Fit.DIFFERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`years` without holes, in rising order; `reports` has those that are known."""

    agency: str
    years: tuple[int, ...]
    reports: Mapping[int, YearReport]
    lines: tuple[Line, ...]
    links: tuple[Link, ...]

    @property
    def gaps(self) -> tuple[int, ...]:
        """The years nothing is known of."""
        return tuple(year for year in self.years if year not in self.reports)

    @property
    def breaks(self) -> tuple[Link, ...]:
        """Where two years do not agree."""
        return tuple(link for link in self.links if link.fit is Fit.DIFFERS)

    def line(self, name: str) -> Line:
        """The row of this name. Raises KeyError."""
        for line in self.lines:
            if line.name == name:
                return line
        raise KeyError(name)

    def overrides(self, line: Line, year: int) -> tuple[Override, ...]:
        """What the officer set by hand in the cells of a row."""
        report = self.reports.get(year)
        return report.set_by_hand((*line.refs, *line.whole)) if report else ()


def share(part: Value, whole: Value) -> Decimal | None:
    """`part` in percent of `whole`, to a tenth; None when there is no whole."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)


def compare(agency: str, years: Sequence[int], reports: Iterable[YearReport]) -> Comparison:
    """The reports of `years`; one of another year is left out."""
    known = {report.year: report for report in reports if report.year in years}
    every = tuple(sorted(years))
    lines = tuple(
        Line(
            section=line.section,
            name=line.name,
            level=line.level,
            unit=line.unit,
            refs=line.refs,
            whole=line.whole,
            values=tuple(_value(line, known.get(year)) for year in every),
        )
        for line in _lines()
    )
    links = tuple(link for one, other in pairwise(every) for link in _links(known, one, other))
    return Comparison(agency=agency, years=every, reports=known, lines=lines, links=links)


def _value(line: Line, report: YearReport | None) -> Value | None:
    if report is None or not report.comparable(line.refs):
        return None
    if line.section is Section.FEES:
        return getattr(report.fees, line.name.removeprefix("fee-"), None)
    part = report.value(line.refs)
    if line.unit is not Unit.PERCENT:
        return part
    whole = report.value(line.whole)
    return None if part is None or whole is None else share(part, whole)


def _lines() -> Iterator[Line]:
    """Every row of the comparison, still without numbers."""
    for row in (RECEIVED_ROW, CARRIED_IN_ROW, TOTAL_ROW, CARRIED_OUT_ROW):
        yield Line(section=Section.INTAKE, name=f"row-{row}", refs=(_all(row),))
    for column in range(len(COLUMNS)):
        yield Line(
            section=Section.APPLICANTS,
            name=f"column-{column}",
            refs=((3, str(RECEIVED_ROW), column),),
        )
    for group, rows in RESULT_GROUPS.items():
        refs = tuple(_all(row) for row in rows)
        yield Line(section=Section.RESULTS, name=f"group-{group}", refs=refs)
        if len(rows) > 1:
            for row, ref in zip(rows, refs, strict=True):
                yield Line(section=Section.RESULTS, name=f"row-{row}", level=1, refs=(ref,))
    yield from _shares()
    yield from _disputes()
    yield from _proactive()
    for name in ("noticed", "amount", "received"):
        unit = Unit.COUNT if name == "noticed" else Unit.YUAN
        yield Line(section=Section.FEES, name=f"fee-{name}", unit=unit)


def _shares() -> Iterator[Line]:
    for name, rows in (("open", (3,)), ("partial", (4,)), ("disclosed", (3, 4))):
        yield Line(
            section=Section.SHARES,
            name=f"share-{name}",
            unit=Unit.PERCENT,
            refs=tuple(_all(row) for row in rows),
            whole=(_all(TOTAL_ROW),),
        )


def _disputes() -> Iterator[Line]:
    every = {name: (name,) for name in DISPUTE_GROUPS} | {"every": tuple(DISPUTE_GROUPS)}
    for name, groups in every.items():
        yield Line(
            section=Section.DISPUTES,
            name=f"disputes-{name}",
            refs=tuple((4, group, _DISPUTE_SUM) for group in groups),
        )
        for column in range(_DISPUTE_SUM):
            yield Line(
                section=Section.DISPUTES,
                name=f"disputes-{name}-{column}",
                level=1,
                refs=tuple((4, group, column) for group in groups),
            )
        yield Line(
            section=Section.DISPUTES,
            name=f"corrected-{name}",
            level=1,
            unit=Unit.PERCENT,
            refs=tuple((4, group, _CORRECTED) for group in groups),
            whole=tuple((4, group, at) for group in groups for at in range(DECIDED)),
        )


def _proactive() -> Iterator[Line]:
    for name in PROACTIVE_TRIPLES:
        for column in range(len(TRIPLE_LABELS)):
            yield Line(
                section=Section.PROACTIVE,
                name=f"proactive-{name}-{column}",
                refs=((2, name, column),),
            )
    for name in (*PROACTIVE_SINGLES, *PROACTIVE_FEES):
        yield Line(
            section=Section.PROACTIVE,
            name=f"proactive-{name}",
            unit=Unit.TEN_THOUSAND_YUAN if name in PROACTIVE_FEES else Unit.COUNT,
            refs=((2, name, 0),),
        )


def _all(row: int) -> Ref:
    return (3, str(row), ALL)


def _links(known: Mapping[int, YearReport], one: int, other: int) -> Iterator[Link]:
    before, now = known.get(one), known.get(other)
    if before is None or now is None:
        return
    for column in range(len(COLUMN_LABELS)):
        yield Link(
            year=other,
            rule="D",
            place=request_cell(CARRIED_IN_ROW, column),
            expected=_whole(before, (3, str(CARRIED_OUT_ROW), column)),
            found=_whole(now, (3, str(CARRIED_IN_ROW), column)),
        )
    for name in PROACTIVE_TRIPLES:
        made, gone, in_force = (_whole(now, (2, name, at)) for at in range(3))
        start = _whole(before, (2, name, 2))
        known_all = start is not None and made is not None and gone is not None
        yield Link(
            year=other,
            rule="G",
            place=proactive_cell(name, 2),
            expected=(start or 0) + (made or 0) - (gone or 0) if known_all else None,
            found=in_force,
        )


def _whole(report: YearReport, ref: Ref) -> int | None:
    value = report.cells.get(ref)
    return None if value is None else int(value)
