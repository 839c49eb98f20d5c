"""退回修改: what each unit must correct, as one list or as a notice for each unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.roll_up import ASKED, SETTLED, RollUp, Standing, Unit
from gongkai_desk.domain.unit_names import plain_name
from gongkai_desk.domain.urging import UrgingPaper, answer_by
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.resources import table
from gongkai_desk.services.findings import finding_text, place_text
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.listing_files import write_listing
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import sentence

_FOR_UNITS = {
    f"roll-up-{name}": f"send-back-{name}"
    for name in ("missing", "same-name", "unnamed", "incomplete", "old-form", "other-year")
}
"""What the window tells the officer, and what a unit is told instead."""
LIST_FORMATS = ("xlsx", "docx", "pdf")
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing a unit is told: what is wrong in words, where, what it should be and what is there.
    `must` tells an error from what only has to be looked at.
    """

    unit: Unit
    must: bool
    words: str
    place: str = ""
    expected: str = ""
    found: str = ""

    @property
    def twice(self) -> bool:
        """Whether it says that there are two files of the unit, which need be said only once."""
        return self.unit.standing is Standing.SAME_NAME and not self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The paper for one unit."""

    unit: str
    paper: UrgingPaper


def remarks(rolled: RollUp, *, warnings: bool) -> list[Remark]:
    """What the units are told, by unit, errors first; those put aside are told nothing."""
    return [
        remark
        for unit in rolled.units
        if unit.is_added or unit.standing not in (*SETTLED, *ASKED)
        for remark in _of_unit(unit, warnings=warnings)
    ]


def _of_unit(unit: Unit, *, warnings: bool) -> Iterator[Remark]:
    for reason in unit.reasons:
        code = _FOR_UNITS.get(reason.code, reason.code)
        yield Remark(unit=unit, must=True, words=sentence(replace(reason, code=code)))
    ordered = sorted(unit.findings, key=lambda one: one.severity is not Severity.ERROR)
    for finding in ordered:
        if warnings or finding.severity is Severity.ERROR:
            yield _remark(unit, finding)


def _remark(unit: Unit, finding: Finding) -> Remark:
    return Remark(
        unit=unit,
        must=finding.severity is Severity.ERROR,
        words=finding_text(finding),
        place=place_text(finding.place),
        expected=_shown(finding.expected),
        found=_shown(finding.found),
    )


def _shown(value: object) -> str:
    return "" if value is None else str(value)


class SendBackService:
    def __init__(self, database: Database, holidays: HolidayService) -> None:
        self._database, self._holidays = database, holidays

    def due(self, today: dt.date) -> dt.date:
        """The day by which to hand in again when nothing else is said: five working days."""
        return answer_by(today, self._holidays.calendar())

    def list_title(self, rolled: RollUp) -> str:
        """The title of the list of all remarks."""
        title: str = table("report", "roll_up.toml")["send_back"]["list_title"]
        return title.format(area=rolled.figures.agency, year=rolled.year)

    def write_list(
        self,
        rolled: RollUp,
        path: Path,
        today: dt.date,
        *,
        warnings: bool,
        most: int | None = None,
    ) -> tuple[str, ...]:
        """All remarks in one list, or the first `most`, as the ending of `path` says: xlsx, docx
        or pdf. Returns the characters that no bundled typeface has. Raises DomainError.
        """
        words = table("report", "roll_up.toml")["send_back"]
        document = documents.list_pdf.ListDocument(
            title=self.list_title(rolled),
            columns=tuple(
                documents.list_pdf.ListColumn(title=title, weight=weight, centred=centred)
                for title, weight, centred in _columns(words["columns"])
            ),
            rows=[
                _line(number, one, words)
                for number, one in enumerate(remarks(rolled, warnings=warnings)[:most], 1)
            ],
            note=words["list_note"].format(today=_day(today)),
        )
        return write_listing(document, path)

    def notices(
        self, rolled: RollUp, due: dt.date, today: dt.date, *, warnings: bool
    ) -> list[Notice]:
        """A notice for each unit that handed in something to correct."""
        groups: dict[str, list[Remark]] = {}
        for one in remarks(rolled, warnings=warnings):
            if one.unit.standing is not Standing.MISSING:
                group = groups.setdefault(plain_name(one.unit.name), [])
                if not (one.twice and any(other.twice for other in group)):
                    group.append(one)
        return [
            Notice(unit=group[0].unit.name, paper=self._notice(group, rolled.year, due, today))
            for group in groups.values()
        ]

    def write_together(self, notices: Sequence[Notice], path: Path) -> None:
        """All notices in one PDF, to be looked at and printed. Raises DomainError."""
        pages = [documents.urging_pdf.urging_bytes(one.paper) for one in notices]
        with documents.atomic.replace_file(path) as temporary:
            temporary.write_bytes(documents.letter_pdf.joined(pages))

    def write_notices(
        self,
        notices: Sequence[Notice],
        folder: Path,
        progress: Progress = lambda _done, _total, _what: None,
    ) -> list[Path]:
        """A Word file for each unit in `folder`, and all of them in one PDF to be printed; either
        all of it is written or nothing. Raises DomainError.
        """
        words = table("report", "roll_up.toml")["send_back"]
        total, pages = len(notices) + 1, []
        documents.atomic.make_folder(folder)
        with documents.atomic.new_files(folder) as made:
            for done, one in enumerate(notices):
                name = words["notice"].format(unit=one.unit)
                progress(done, total, name)
                documents.urging_docx.write_urging(one.paper, made / f"{safe_name(name)}.docx")
                pages.append(documents.urging_pdf.urging_bytes(one.paper))
            progress(total - 1, total, words["notices"])
            joined = documents.letter_pdf.joined(pages)
            (made / f"{words['notices']}.pdf").write_bytes(joined)
            names = sorted(path.name for path in made.iterdir())
        return [folder / name for name in names]

    def _notice(
        self, group: Sequence[Remark], year: int, due: dt.date, today: dt.date
    ) -> UrgingPaper:
        words = table("report", "roll_up.toml")["send_back"]
        office = self._database.get(Office, OFFICE_ID)
        unit, columns = group[0].unit, list(words["columns"].values())
        known = unit.source is None or unit.name != unit.source.file
        opening = words["opening"].format(
            year=year, files=_files(group, words), count=len(group), due=_day(due)
        )
        return UrgingPaper(
            title=words["title"],
            number="",
            addressee=unit.name if known else words["addressee_unknown"],
            opening=opening,
            head=tuple(column["heading"] for column in columns),
            widths=tuple(column["width"] for column in columns),
            rows=tuple(_row(number, one, words) for number, one in enumerate(group, 1)),
            slip=words["slip"],
            answer=tuple(words["answer"]),
            signed=words["signed"],
            closing=(words["contact"].format(phone=office.phone),) if office.phone else (),
            signature=office.name,
            dated=_day(today),
        )


def _columns(words: dict[str, dict[str, str]]) -> tuple[tuple[str, float, bool], ...]:
    """Title, share of the width, and whether centred."""
    return (
        (words["number"]["heading"], 1.0, True),
        (_("Unit"), 3.4, False),
        (_("File"), 3.4, False),
        (words["place"]["heading"], 2.6, False),
        (words["expected"]["heading"], 1.4, True),
        (words["found"]["heading"], 1.4, True),
        (words["words"]["heading"], 8.0, False),
        (words["demand"]["heading"], 1.6, True),
    )


def _line(number: int, one: Remark, words: dict[str, str]) -> tuple[str, ...]:
    return (
        str(number),
        one.unit.name,
        one.unit.source.file if one.unit.source else "",
        one.place,
        one.expected,
        one.found,
        one.words,
        words["must" if one.must else "may"],
    )


def _files(group: Iterable[Remark], words: dict[str, str]) -> str:
    files = dict.fromkeys(one.unit.source.file for one in group if one.unit.source)
    return pgettext("list", ", ").join(words["file"].format(file=file) for file in files)


def _row(number: int, one: Remark, words: dict[str, str]) -> tuple[str, ...]:
    nothing = words["nothing"]
    said = one.words.removeprefix(f"{one.place}：") if one.place else one.words
    return (
        str(number),
        said,
        one.place or nothing,
        one.expected or nothing,
        one.found or nothing,
        words["must" if one.must else "may"],
    )


def _day(day: dt.date) -> str:
    """As official papers write a date, in Chinese under any interface language."""
    return f"{day.year}年{day.month}月{day.day}日"
