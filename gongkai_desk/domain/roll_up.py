"""汇总: the reports of many units as one, every sum naming the units behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import COLUMN_LABELS, ROWS, Disputes, Figures, Proactive
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    Finding,
    has_errors,
)

_COLUMNS = len(COLUMN_LABELS)
_RESULTS = 5


REPORTING_UNITS_ID = "reporting-units"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingUnits:
    """The names of the units that must hand in a report, kept in the office file."""

    id: str = REPORTING_UNITS_ID
    names: tuple[str, ...] = ()


class Standing(StrEnum):
    """What became of one file, or of a unit that is waited for."""

    COUNTED = "counted"
    FAILS = "fails"  # counted, and its figures fail a check
    OTHER_YEAR = "other_year"
    SAME_NAME = "same_name"  # two files of one unit: which of them counts must be decided
    INCOMPLETE = "incomplete"  # a cell is no number
    UNREADABLE = "unreadable"
    MISSING = "missing"  # handed in nothing
    LEFT_OUT = "left_out"  # by the officer


ADDED = (Standing.COUNTED, Standing.FAILS)
"""Whose figures are in the sums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFile:
    """One file as read: `figures` when every cell is a number, `findings` of its checks, and
    `problems` when it could not be read. `file` is its name, unique in a roll-up.
    """

    file: str
    name: str = ""
    year: int | None = None
    figures: Figures | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A file, or a unit that handed none in (`source` is None), and how it stands."""

    name: str
    standing: Standing
    source: UnitFile | None = None

    @property
    def id(self) -> str:
        return self.source.file if self.source is not None else f"missing/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one unit adds to a sum."""

    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The units of a year by name, and the area's figures: sums of those that count."""

    year: int
    units: tuple[Unit, ...]
    figures: Figures

    @property
    def added(self) -> tuple[Unit, ...]:
        """The units whose figures are in the sums."""
        return tuple(unit for unit in self.units if unit.standing in ADDED)

    def shares(self, row: int, column: int) -> tuple[Share, ...]:
        """Who is behind a cell of table 3, the largest first; zeros are left out."""
        found = (
            Share(name=unit.name, number=figures.requests[row][column])
            for unit, figures in self._figures()
        )
        return tuple(sorted((one for one in found if one.number), key=lambda one: -one.number))

    def _figures(self) -> list[tuple[Unit, Figures]]:
        return [
            (unit, unit.source.figures)
            for unit in self.added
            if unit.source is not None and unit.source.figures is not None
        ]


def roll_up(
    files: Iterable[UnitFile],
    *,
    area: str,
    year: int,
    expected: Sequence[str] = (),
    left_out: frozenset[str] = frozenset(),
) -> RollUp:
    """Add up the reports of `year`.

    `expected` are the names of the units that must hand in, `left_out` the names of files the
    officer does not want. Two files of one unit are both left out of the sums until one of them
    is in `left_out`.
    """
    every = list(files)
    taken = [each for each in every if each.file not in left_out]
    names = Counter(plain_name(each.name) for each in taken if each.name and each.year == year)
    units = [
        Unit(
            name=each.name or each.file,
            standing=Standing.LEFT_OUT if each.file in left_out else _standing(each, year, names),
            source=each,
        )
        for each in every
    ]
    present = {plain_name(each.name) for each in taken}
    units += [
        Unit(name=name, standing=Standing.MISSING)
        for name in expected
        if plain_name(name) not in present
    ]
    ordered = tuple(sorted(units, key=lambda unit: (unit.name, unit.id)))
    counted = [
        unit.source.figures
        for unit in ordered
        if unit.standing in ADDED and unit.source is not None and unit.source.figures is not None
    ]
    return RollUp(year=year, units=ordered, figures=added(counted, area, year))


def plain_name(name: str) -> str:
    """A unit's name without blanks: two files with the same are of one unit."""
    return "".join(name.split())


def added(figures: Iterable[Figures], area: str, year: int) -> Figures:
    """The sums of all tables, cell by cell; zeros when there is none."""
    every = list(figures)
    return Figures(
        agency=area,
        year=year,
        proactive=_proactive([one.proactive for one in every]),
        requests={row: _sums((one.requests[row] for one in every), _COLUMNS) for row in ROWS},
        disputes=_disputes([one.disputes for one in every]),
    )


def _standing(unit: UnitFile, year: int, names: Mapping[str, int]) -> Standing:
    if unit.problems:
        return Standing.UNREADABLE
    if unit.year != year:
        return Standing.OTHER_YEAR
    if unit.name and names[plain_name(unit.name)] > 1:
        return Standing.SAME_NAME
    if unit.figures is None:
        return Standing.INCOMPLETE
    return Standing.FAILS if has_errors(unit.findings) else Standing.COUNTED


def _sums(rows: Iterable[Sequence[int]], width: int) -> tuple[int, ...]:
    columns = list(zip(*rows, strict=True)) or [()] * width
    return tuple(map(sum, columns))


def _proactive(every: Sequence[Proactive]) -> Proactive:
    triples = {name: _sums((getattr(one, name) for one in every), 3) for name in PROACTIVE_TRIPLES}
    singles = {name: sum(getattr(one, name) for one in every) for name in PROACTIVE_SINGLES}
    zero = Proactive().fees_10k_yuan
    rules, documents = (triples[name] for name in PROACTIVE_TRIPLES)
    return Proactive(
        rules=(rules[0], rules[1], rules[2]),
        normative_documents=(documents[0], documents[1], documents[2]),
        fees_10k_yuan=sum((one.fees_10k_yuan for one in every), zero),
        **singles,
    )


def _disputes(every: Sequence[Disputes]) -> Disputes:
    return Disputes(
        **{name: _sums((getattr(one, name) for one in every), _RESULTS) for name in DISPUTE_GROUPS}
    )
