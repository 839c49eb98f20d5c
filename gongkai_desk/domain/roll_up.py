"""汇总: the reports of many units as one, every sum naming the units behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from gongkai_desk.domain.carry_over import beside, tells_row_25
from gongkai_desk.domain.partial_figures import PartialFigures
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import CARRIED_OUT_ROW, Figures, Previous
from gongkai_desk.domain.report_finding import Finding, Place, has_errors
from gongkai_desk.domain.report_reading import Form
from gongkai_desk.domain.roll_up_sums import CELLS, Number, added, added_rows, number_at
from gongkai_desk.domain.unit_names import plain_name, presumed, unit_keys

REPORTING_UNITS_ID = "reporting-units"
_FEWEST_ADDED = 3
"""Files among which one can be the sum of the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingUnits:
    """The names of the units that must hand in a report, kept in the office file."""

    id: str = REPORTING_UNITS_ID
    names: tuple[str, ...] = ()


class Standing(StrEnum):
    """What became of one file, or of a unit that is waited for."""

    COUNTED = "counted"
    FAILS = "fails"  # counted, and its figures fail a check
    SAME_NAME = "same_name"  # two files of one unit: which of them counts must be decided
    AREA = "area"  # bears the name of the area: its own report, or an older roll-up?
    SUM = "sum"  # holds the sums of all others: an older roll-up under another name?
    UNNAMED = "unnamed"  # tells no unit or no year
    INCOMPLETE = "incomplete"  # a cell is no number
    OLD_FORM = "old_form"  # the form of 2019, whose tables 2 and 3 count otherwise
    OTHER_YEAR = "other_year"
    COPY = "copy"  # the same content as another file
    UNREADABLE = "unreadable"
    MISSING = "missing"  # handed in nothing
    LEFT_OUT = "left_out"  # by the officer


ADDED = (Standing.COUNTED, Standing.FAILS)
"""Whose figures are in the sums."""
ASKED = (Standing.AREA, Standing.SUM)
"""About which the officer is asked whether it is a unit's report at all."""
SETTLED = (*ADDED, Standing.COPY, Standing.LEFT_OUT)
"""What nobody has to do anything about before the sums are those of the area."""
UNREAD = frozenset(
    {
        "report-cell-not-whole",
        "report-amount-unreadable",
        "report-row-missing",
        "report-row-length",
        "report-part-no-object",
    }
)
"""The findings that name a cell nobody can read: it is never taken for 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFile:
    """One file as read: `figures` when tables 3 and 4 are numbers, `findings` of its checks, and
    `problems` when it could not be read. `file` is its name as shown, unique in a roll-up, `path`
    where it lies, `digest` tells equal contents. `handed_over` is what a report of the year before
    tells the one after, `partial` what can be seen of a report that cannot be read as a whole.
    """

    file: str
    path: str = ""
    digest: str = ""
    name: str = ""
    year: int | None = None
    form: Form = Form.OF_2021
    figures: Figures | None = None
    partial: PartialFigures | None = None
    handed_over: Previous = field(default_factory=Previous)
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """By which decisions about the file are kept."""
        return self.path or self.file

    @property
    def unread(self) -> tuple[Finding, ...]:
        """The findings that name the cells nobody can read."""
        return tuple(one for one in self.findings if one.code in UNREAD and not one.place.previous)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A file, or a unit that handed none in (`source` is None), and how it stands.

    `reasons` say why it is not added, or what must be decided, and what to do. `carried` tells
    whether row 2 is row 25 of its report of the year before, None when that is not known;
    `listed` whether the unit is one of those that must hand in (True while there is no list).
    """

    name: str
    standing: Standing
    source: UnitFile | None = None
    reasons: tuple[Problem, ...] = ()
    carried: bool | None = None
    listed: bool = True

    @property
    def id(self) -> str:
        return self.source.key if self.source is not None else f"missing/{self.name}"

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.source.findings if self.source is not None else ()

    @property
    def errors(self) -> int:
        return sum(one.severity is Severity.ERROR for one in self.findings)

    @property
    def warnings(self) -> int:
        return len(self.findings) - self.errors

    @property
    def is_added(self) -> bool:
        return self.standing in ADDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one unit adds to a sum; `percent` of it, and whether a check failed at that cell."""

    unit: Unit
    number: Number
    percent: Decimal
    wrong: bool = False

    @property
    def id(self) -> str:
        return self.unit.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The units of a year by name, and the area's figures: sums of those that count."""

    year: int
    units: tuple[Unit, ...]
    figures: Figures

    @property
    def added(self) -> tuple[Unit, ...]:
        """The units whose figures are in the sums."""
        return tuple(unit for unit in self.units if unit.is_added)

    @property
    def waiting(self) -> tuple[Unit, ...]:
        """Units that handed in nothing, or something that is in no sum and was not put aside."""
        return tuple(unit for unit in self.units if unit.standing not in SETTLED)

    @property
    def complete(self) -> bool:
        """Whether every unit is in the sums, and none of them fails a check."""
        failing = any(unit.standing is Standing.FAILS for unit in self.units)
        return bool(self.added) and not self.waiting and not failing

    def shares(self, place: Place) -> tuple[Share, ...]:
        """Who is behind a cell of tables 2 to 4, the largest first; zeros are left out, unless a
        check failed there.
        """
        total = number_at(self.figures, place)
        found = []
        for unit in self.added:
            if unit.source is None or unit.source.figures is None:
                continue
            number = number_at(unit.source.figures, place)
            wrong = any(one.place == place for one in unit.findings)
            if number or wrong:
                percent = Decimal(100 * number) / Decimal(total) if total else Decimal(0)
                found.append(Share(unit=unit, number=number, percent=percent, wrong=wrong))
        return tuple(sorted(found, key=lambda one: (-one.number, one.unit.name)))


def roll_up(
    files: Iterable[UnitFile],
    *,
    area: str,
    year: int,
    expected: Sequence[str] = (),
    left_out: frozenset[str] = frozenset(),
    confirmed: frozenset[str] = frozenset(),
    before: Iterable[UnitFile] = (),
) -> RollUp:
    """Add up the reports of `year`.

    `expected` are the names of the units that must hand in. `left_out` and `confirmed` are the
    keys of files that the officer does not want, or wants though they bear the area's name.
    `before` are the units' reports of the year before. Of two files of one unit neither is added
    until one of them is left out or given another name.
    """
    every, earlier = list(files), list(before)
    judge = _Judge(every, earlier, area, year, expected, left_out, confirmed)
    units = [judge.unit(each) for each in every]
    taken = [unit for unit in units if unit.source and unit.source.key not in left_out]
    present = {judge.key_of(unit.source, unit.name) for unit in taken if unit.source}
    units += [
        Unit(
            name=name,
            standing=Standing.MISSING,
            reasons=(Problem("roll-up-missing", values={"unit": name}),),
        )
        for name in expected
        if plain_name(name) not in present
    ]
    ordered = tuple(sorted(units, key=lambda unit: (unit.name, unit.id)))
    counted = [
        unit.source.figures
        for unit in ordered
        if unit.is_added and unit.source is not None and unit.source.figures is not None
    ]
    previous = judge.previous(ordered)
    return RollUp(year=year, units=ordered, figures=added(counted, area, year, previous))


class _Judge:
    """Says of each file how it stands, with all the others in view."""

    def __init__(
        self,
        files: Sequence[UnitFile],
        before: Sequence[UnitFile],
        area: str,
        year: int,
        expected: Sequence[str],
        left_out: frozenset[str],
        confirmed: frozenset[str],
    ) -> None:
        self._area, self._year = area, year
        self._left_out, self._confirmed = left_out, confirmed
        names = [each.name for each in (*files, *before)]
        self._keys = unit_keys(names, expected)
        self._expected = expected
        self._listed = {plain_name(name) for name in expected}
        self._first: dict[str, UnitFile] = {}
        self._of_unit: dict[str, list[UnitFile]] = {}
        for each in files:
            if each.key in left_out:
                continue
            first = self._first.setdefault(each.digest or each.key, each)
            if first is each and each.name and each.year == year:
                self._of_unit.setdefault(self.key_of(each), []).append(each)
        self._sum = self._sum_of_others()
        self._before: dict[str, list[UnitFile]] = {}
        for each in before:
            if each.name and each.year == year - 1 and tells_row_25(each.handed_over):
                self._before.setdefault(self.key_of(each), []).append(each)

    def key_of(self, file: UnitFile, told: str = "") -> str:
        """By which the unit of a file is known; `told` where the file does not name it."""
        name = plain_name(file.name or told)
        return self._keys.get(name, name)

    def unit(self, file: UnitFile) -> Unit:
        handed_over = self.handed_over(file)
        carried = None
        if file.figures is not None and handed_over is not None:
            findings = beside(file.findings, file.figures, handed_over)
            carried = not any(one.rule == "D" for one in findings)
            file = replace(file, findings=findings)
        standing, values = self._standing(file)
        name = file.name or presumed(file.file, self._expected) or file.file
        return Unit(
            name=name,
            standing=standing,
            source=file,
            reasons=_reasons(standing, file, values),
            carried=carried,
            listed=not self._listed or self.key_of(file, name) in self._listed,
        )

    def handed_over(self, file: UnitFile) -> Previous | None:
        """What the unit's report of the year before tells; None when there is not exactly one."""
        found = self._before.get(self.key_of(file), []) if file.name else []
        return found[0].handed_over if len(found) == 1 else None

    def previous(self, units: Iterable[Unit]) -> Previous:
        """What the area carried over, when that of every unit in the sums is known."""
        rows = []
        for unit in units:
            if unit.is_added and unit.source is not None:
                known = self.handed_over(unit.source)
                if known is None:
                    return Previous()
                rows.append(known.requests[CARRIED_OUT_ROW])
        return Previous(requests={CARRIED_OUT_ROW: added_rows(rows)}) if rows else Previous()

    def _sum_of_others(self) -> str:
        """The key of the file whose tables are those of all others together, "" when none is. Files
        without any request do not count: of two equal reports neither is the sum.
        """
        alone = [each[0] for each in self._of_unit.values() if len(each) == 1]
        every = [(one.key, one.figures) for one in alone if one.figures and not one.unread]
        some = [figures for _key, figures in every if any(map(any, figures.requests.values()))]
        if len(some) < _FEWEST_ADDED:
            return ""
        total = added((figures for _key, figures in every), "", self._year)
        for key, figures in every:
            if all(2 * number_at(figures, place) == number_at(total, place) for place in CELLS):
                return key
        return ""

    def _standing(self, file: UnitFile) -> tuple[Standing, Mapping[str, object]]:
        """The standing, and what its sentence names."""
        if file.key in self._left_out:
            return Standing.LEFT_OUT, {}
        first = self._first[file.digest or file.key]
        if first is not file and first.key != file.key:
            return Standing.COPY, {"other": first.file}
        if file.problems:
            return Standing.UNREADABLE, {}
        if not file.name or file.year is None:
            return Standing.UNNAMED, {}
        if file.year != self._year:
            return Standing.OTHER_YEAR, {"found": file.year, "expected": self._year}
        if file.form is Form.OF_2019:
            return Standing.OLD_FORM, {}
        alike = [one.file for one in self._of_unit[self.key_of(file)] if one.key != file.key]
        if alike:
            return Standing.SAME_NAME, {"other": "”、“".join(alike)}
        if plain_name(file.name) == plain_name(self._area) and file.key not in self._confirmed:
            return Standing.AREA, {"area": self._area}
        if file.key == self._sum and file.key not in self._confirmed:
            return Standing.SUM, {}
        if file.figures is None or file.unread:
            return Standing.INCOMPLETE, {"count": max(len(file.unread), 1)}
        return (Standing.FAILS if has_errors(file.findings) else Standing.COUNTED), {}


def _reasons(
    standing: Standing, file: UnitFile, values: Mapping[str, object]
) -> tuple[Problem, ...]:
    if standing is Standing.UNREADABLE:
        return file.problems
    if standing in ADDED:
        return ()
    told = {"file": file.file, "unit": file.name or file.file, **values}
    return (Problem(f"roll-up-{standing.value.replace('_', '-')}", values=told),)
