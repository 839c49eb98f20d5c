"""Reads the reports of many units, and keeps the list of those that must hand in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.documents.reading.safety import read_bytes
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.partial_figures import partial_figures
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.domain.roll_up import REPORTING_UNITS_ID, ReportingUnits, UnitFile
from gongkai_desk.services.published_report import checked_report
from gongkai_desk.storage.database import Database

Progress = Callable[[int, int, str], None]
"""Called with (done, total, name of the file at hand); what it raises to cancel goes through."""

READ = frozenset({".json", ".xlsx", ".docx", ".html", ".htm", ".pdf", ".txt", ".md"})
_NAMED = frozenset(
    (".doc", ".wps", ".rtf", ".xls", ".et", ".ofd", ".zip", ".rar", ".7z", ".jpg", ".jpeg", ".png")
)
"""Cannot be read, but somebody may have handed in a report as such a file: it is said of each."""
_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
MOST_FILES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFiles:
    """What to read of a folder, by name, and how many other files lie there."""

    paths: tuple[Path, ...]
    others: int = 0


def files_in(folder: Path) -> FolderFiles:
    """The files in `folder` and below that may be reports; those of an open Word and hidden ones
    are left out. Raises DomainError when there is none, or far more than a folder of reports has.
    """
    found, others = [], 0
    try:
        for path in _walked(folder):
            if path.suffix.lower() in READ | _NAMED:
                found.append(path)
            else:
                others += 1
            if len(found) + others > MOST_FILES:
                raise refuse(
                    "roll-up-too-many-files", "folder", folder=folder.name, limit=MOST_FILES
                )
    except OSError as error:
        reason = file_trouble(error)
        raise refuse("file-unreadable", "folder", name=folder.name, reason=reason) from error
    if not found:
        raise refuse("roll-up-empty-folder", "folder", folder=folder.name)
    return FolderFiles(paths=tuple(sorted(found)), others=others)


def _walked(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith(("~$", ".")) for part in inside)
        if not hidden and path.name.lower() not in _SYSTEM and path.is_file():
            yield path


def read_units(paths: Sequence[Path], progress: Progress) -> list[UnitFile]:
    """Every file as a unit's report; one that cannot be read says why and stops nobody. A path
    given twice is read once.
    """
    every = list(dict.fromkeys(paths))
    units = []
    for done, path in enumerate(every):
        progress(done, len(every), path.name)
        units.append(read_unit(path))
    progress(len(every), len(every), "")
    return units


def read_unit(path: Path) -> UnitFile:
    """One file."""
    digest = ""
    try:
        data = read_bytes(path)
        digest = hashlib.sha256(data).hexdigest()
        reading, findings = checked_report(data, path)
    except DomainError as error:
        return UnitFile(file=path.name, path=str(path), digest=digest, problems=error.problems)
    return UnitFile(
        file=path.name,
        path=str(path),
        digest=digest,
        name=reading.agency,
        year=reading.year,
        form=reading.form,
        figures=reading.figures(),
        partial=partial_figures(reading),
        handed_over=reading.previous(),
        findings=tuple(findings),
    )


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
