"""The area's own report from a roll-up: its figures and words, checked like every other, written
in all formats; and the workbook in which every sum can be followed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.report import Figures, ReportDraft, Texts
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_contradictions import kind_of_agency
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_review import check_words
from gongkai_desk.domain.report_text import check_texts, printable_as_final
from gongkai_desk.domain.roll_up import RollUp
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.reporting import WRITERS, report_name
from gongkai_desk.storage.database import Database

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaReport:
    """The area's report as it would be written; `draft` when it carries the mark 草稿: a unit is
    missing or fails a check, a part has no words, or the sums themselves fail one.
    """

    figures: Figures
    texts: Texts
    findings: tuple[Finding, ...]
    draft: bool


class AreaReportService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def own_texts(self, year: int) -> Texts | None:
        """The words written here for the report of `year`; None when there are none."""
        drafts = self._database.read(ReportDraft, year=year)
        return drafts[0].texts if drafts and drafts[0].texts != Texts() else None

    def report(self, rolled: RollUp, agency: str, texts: Texts) -> AreaReport:
        """The sums under the name of `agency`, with `texts`, checked."""
        figures = replace(rolled.figures, agency=agency.strip())
        findings = (
            *check_figures(figures),
            *check_texts(figures, texts),
            *check_words(figures, texts, kind=self._kind(figures.agency)),
        )
        draft = not (rolled.complete and printable_as_final(findings))
        return AreaReport(figures=figures, texts=texts, findings=findings, draft=draft)

    def _kind(self, agency: str) -> OfficeKind:
        """A government's report may be made by the department that does its work."""
        own = self._database.get(Office, OFFICE_ID).kind
        return own if own is OfficeKind.GOVERNMENT else kind_of_agency(agency)


def area_files(report: AreaReport, folder: Path, formats: Collection[str]) -> list[Path]:
    """Where `write_area_report` puts its files."""
    name = report_name(report.figures)
    return [folder / f"{name}.{kind}" for kind in formats]


def write_area_report(
    report: AreaReport,
    folder: Path,
    formats: Collection[str],
    progress: Progress = lambda _done, _total, _what: None,
) -> tuple[Path, ...]:
    """The report in `folder`, all formats or none of them. Raises DomainError when a file cannot
    be written.
    """
    documents.atomic.make_folder(folder)
    paths = area_files(report, folder, formats)
    with documents.atomic.new_files(folder) as made:
        for done, path in enumerate(paths):
            progress(done, len(paths), path.name)
            kind = path.suffix.removeprefix(".")
            WRITERS[kind](report.figures, report.texts, made / path.name, report.draft)
    return tuple(paths)


def write_workbook(rolled: RollUp, path: Path) -> Path:
    """Who handed in, every unit's numbers, and the official tables with live sums over them."""
    documents.roll_up_xlsx.write_roll_up(rolled, path)
    return path
