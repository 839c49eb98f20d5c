"""Reads the reports of many units, adds them up, writes the area's report and the list of units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.documents.reading.report_file import is_published_kind
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_reading import ReportReading
from gongkai_desk.domain.report_review import review_published
from gongkai_desk.domain.roll_up import REPORTING_UNITS_ID, ReportingUnits, RollUp, UnitFile
from gongkai_desk.services.published_report import check_report_file, read_report_file
from gongkai_desk.services.reporting import WRITERS, report_name
from gongkai_desk.storage.database import Database

Progress = Callable[[int, int], None]
_KINDS = frozenset({".json", ".xlsx", ".docx", ".html", ".htm", ".pdf", ".txt"})


def files_in(folder: Path) -> list[Path]:
    """The files in `folder` and below that may be reports, by name; those of an open Word and
    hidden ones are left out. Raises DomainError when there is none.
    """
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _KINDS
        and not path.name.startswith(("~$", "."))
        and path.is_file()
    )
    if not found:
        raise refuse("roll-up-empty-folder", "folder", folder=folder.name)
    return found


def read_units(paths: Sequence[Path], progress: Progress) -> list[UnitFile]:
    """Every file as a unit's report; one that cannot be read says why and stops nobody.

    `progress` is called after each file; what it raises to cancel goes through.
    """
    names = _short_names(paths)
    units = []
    for number, path in enumerate(paths, 1):
        units.append(read_unit(path, names[path]))
        progress(number, len(paths))
    return units


def read_unit(path: Path, name: str) -> UnitFile:
    """One file, known as `name`."""
    try:
        reading = read_report_file(path)
        findings = _findings(path, reading)
    except DomainError as error:
        return UnitFile(file=name, problems=error.problems)
    return UnitFile(
        file=name,
        name=reading.agency,
        year=reading.year,
        figures=reading.figures(),
        findings=tuple(findings),
    )


def _findings(path: Path, reading: ReportReading) -> Sequence[Finding]:
    if is_published_kind(path):
        return review_published(reading)
    return check_report_file(path)


def _short_names(paths: Sequence[Path]) -> dict[Path, str]:
    """The names of the files, with their folders where two are called alike."""
    seen: dict[str, list[Path]] = {}
    for path in paths:
        seen.setdefault(path.name, []).append(path)
    return {
        path: path.name if len(alike) == 1 else f"{path.parent.name}/{path.name}"
        for alike in seen.values()
        for path in alike
    }


def write_area_report(
    rolled: RollUp, texts: Texts, folder: Path, formats: Collection[str]
) -> tuple[Path, ...]:
    """The area's report in `folder`, marked as a draft: its words are for the officer to write.

    Raises DomainError when a file cannot be written.
    """
    documents.atomic.make_folder(folder)
    written = []
    for name in formats:
        path = folder / f"{report_name(rolled.figures)}.{name}"
        WRITERS[name](rolled.figures, texts, path, True)
        written.append(path)
    return tuple(written)


class ReportingUnitService:
    """The list of the units that must hand in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> tuple[str, ...]:
        kept = self._database.find(ReportingUnits, REPORTING_UNITS_ID)
        return kept.names if kept else ()

    def save(self, names: Sequence[str]) -> Changes:
        """Keep these, without blanks around them, empty and repeated ones."""
        wanted = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
        with self._database.write("save-reporting-units") as work:
            work.put(ReportingUnits(names=wanted))
        return work.changes


def write_units(rolled: RollUp, path: Path) -> Path:
    """Who handed in, what fails, and every unit's numbers beside the sums, as a workbook."""
    documents.roll_up_xlsx.write_roll_up(rolled, path)
    return path
