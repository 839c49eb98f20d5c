"""The open office file and its services: the one object that window and command line receive."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import platformdirs

from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import refuse
from gongkai_desk.services.history import HistoryService
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.lazily import Lazily
from gongkai_desk.services.maintenance import MaintenanceService
from gongkai_desk.services.office import OfficeService, require_name
from gongkai_desk.storage import backup
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.errors import (
    NotAnOfficeFile,
    OfficeFileDamaged,
    OfficeFileEmpty,
    OfficeFileMissing,
)

if TYPE_CHECKING:
    from gongkai_desk.services.activities import ActivityService
    from gongkai_desk.services.activity_papers import ActivityPapers
    from gongkai_desk.services.archive import ArchiveService
    from gongkai_desk.services.area_report import AreaReportService
    from gongkai_desk.services.case_file import CaseFileService
    from gongkai_desk.services.catalogue import CatalogueService
    from gongkai_desk.services.catalogue_papers import CataloguePapers
    from gongkai_desk.services.check_report import CheckReportService
    from gongkai_desk.services.decisions import DecisionService
    from gongkai_desk.services.disclosure_settings import DisclosureSettingsService
    from gongkai_desk.services.disputes import DisputeService
    from gongkai_desk.services.document_papers import DocumentPaperService
    from gongkai_desk.services.inspections import InspectionService
    from gongkai_desk.services.institution_papers import InstitutionPapers
    from gongkai_desk.services.intake import IntakeService
    from gongkai_desk.services.ledger import LedgerImportService
    from gongkai_desk.services.ledger_export import LedgerExportService
    from gongkai_desk.services.letter_papers import LetterPapers
    from gongkai_desk.services.letter_wordings import LetterWordingService
    from gongkai_desk.services.letters import LetterService
    from gongkai_desk.services.official_documents import OfficialDocumentService
    from gongkai_desk.services.papers import PaperService
    from gongkai_desk.services.platform_import import PlatformImportService
    from gongkai_desk.services.platform_papers import PlatformPaperService
    from gongkai_desk.services.platforms import PlatformService
    from gongkai_desk.services.proposals import ProposalService
    from gongkai_desk.services.publication import PublicationService
    from gongkai_desk.services.publishing import PublishingService
    from gongkai_desk.services.readiness import ReadinessService
    from gongkai_desk.services.record_papers import RecordPaperService
    from gongkai_desk.services.register import RegisterService
    from gongkai_desk.services.register_settings import RegisterSettingsService
    from gongkai_desk.services.register_views import RegisterViewService
    from gongkai_desk.services.reminders import ReminderService
    from gongkai_desk.services.report_comparison import ReportComparisonService
    from gongkai_desk.services.report_dates import ReportDateService
    from gongkai_desk.services.reporting import ReportingService
    from gongkai_desk.services.roll_up import ReportingUnitService
    from gongkai_desk.services.saved_views import SavedViewService
    from gongkai_desk.services.section_texts import SectionTextService
    from gongkai_desk.services.send_back import SendBackService
    from gongkai_desk.services.similar import SimilarService
    from gongkai_desk.services.task_carrying import TaskCarryingService
    from gongkai_desk.services.task_follow_up import TaskFollowUpService
    from gongkai_desk.services.task_views import TaskViewService
    from gongkai_desk.services.tasks import TaskService
    from gongkai_desk.services.today import TodayService
    from gongkai_desk.services.today_paper import TodayPaperService
    from gongkai_desk.services.urging import UrgingService


class Desk:
    """Everything that can be done with one office file. Close it, or use it as a context."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.history = HistoryService(database)
        self.holidays = HolidayService(database)
        self.maintenance = MaintenanceService(database, self.history)
        self.office = OfficeService(database)

    register: Lazily[RegisterService] = Lazily("register:RegisterService", "_database", "holidays")
    tasks: Lazily[TaskService] = Lazily("tasks:TaskService", "_database", "maintenance")
    task_follow_up: Lazily[TaskFollowUpService] = Lazily(
        "task_follow_up:TaskFollowUpService", "_database"
    )
    task_carrying: Lazily[TaskCarryingService] = Lazily(
        "task_carrying:TaskCarryingService", "_database", "tasks"
    )
    proposals: Lazily[ProposalService] = Lazily(
        "proposals:ProposalService", "_database", "register"
    )
    register_settings: Lazily[RegisterSettingsService] = Lazily(
        "register_settings:RegisterSettingsService", "_database"
    )
    ledger_import: Lazily[LedgerImportService] = Lazily(
        "ledger:LedgerImportService", "_database", "register", "holidays", "register_settings"
    )
    ledger_export: Lazily[LedgerExportService] = Lazily(
        "ledger_export:LedgerExportService",
        "_database",
        "register",
        "holidays",
        "register_settings",
    )
    saved_views: Lazily[SavedViewService] = Lazily("saved_views:SavedViewService", "_database")
    case_file: Lazily[CaseFileService] = Lazily("case_file:CaseFileService", "_database")
    record_papers: Lazily[RecordPaperService] = Lazily(
        "record_papers:RecordPaperService", "register", "case_file"
    )
    register_views: Lazily[RegisterViewService] = Lazily(
        "register_views:RegisterViewService", "_database", "register", "holidays"
    )
    publication: Lazily[PublicationService] = Lazily(
        "publication:PublicationService", "_database", "register"
    )
    reminders: Lazily[ReminderService] = Lazily(
        "reminders:ReminderService", "_database", "register", "holidays"
    )
    intake: Lazily[IntakeService] = Lazily("intake:IntakeService", "_database")
    similar: Lazily[SimilarService] = Lazily("similar:SimilarService", "_database")
    report_dates: Lazily[ReportDateService] = Lazily("report_dates:ReportDateService", "_database")
    reporting: Lazily[ReportingService] = Lazily(
        "reporting:ReportingService", "_database", "register"
    )
    check_report: Lazily[CheckReportService] = Lazily(
        "check_report:CheckReportService", "_database", "reporting", "publishing"
    )
    report_comparison: Lazily[ReportComparisonService] = Lazily(
        "report_comparison:ReportComparisonService", "_database", "register", "reporting"
    )
    publishing: Lazily[PublishingService] = Lazily(
        "publishing:PublishingService", "_database", "reporting"
    )
    letter_wordings: Lazily[LetterWordingService] = Lazily(
        "letter_wordings:LetterWordingService", "_database", "register_settings"
    )
    letters: Lazily[LetterService] = Lazily(
        "letters:LetterService", "_database", "register", "letter_wordings"
    )
    letter_papers: Lazily[LetterPapers] = Lazily(
        "letter_papers:LetterPapers", "_database", "letters"
    )
    papers: Lazily[PaperService] = Lazily("papers:PaperService", "register", "tasks")
    disputes: Lazily[DisputeService] = Lazily(
        "disputes:DisputeService", "_database", "register", "holidays"
    )
    activities: Lazily[ActivityService] = Lazily("activities:ActivityService", "_database")
    activity_papers: Lazily[ActivityPapers] = Lazily(
        "activity_papers:ActivityPapers", "activities", "office"
    )
    institution_papers: Lazily[InstitutionPapers] = Lazily(
        "institution_papers:InstitutionPapers", "activities", "office"
    )
    disclosure_settings: Lazily[DisclosureSettingsService] = Lazily(
        "disclosure_settings:DisclosureSettingsService", "_database"
    )
    reporting_units: Lazily[ReportingUnitService] = Lazily(
        "roll_up:ReportingUnitService", "_database"
    )
    area_reports: Lazily[AreaReportService] = Lazily("area_report:AreaReportService", "_database")
    send_back: Lazily[SendBackService] = Lazily(
        "send_back:SendBackService", "_database", "holidays"
    )
    readiness: Lazily[ReadinessService] = Lazily("readiness:ReadinessService", "_database")
    today: Lazily[TodayService] = Lazily(
        "today:TodayService",
        "task_follow_up",
        "official_documents",
        "catalogue",
        "decisions",
        "platforms",
        "inspections",
        "publishing",
    )
    today_paper: Lazily[TodayPaperService] = Lazily(
        "today_paper:TodayPaperService", "register", "tasks", "today", "readiness", "reporting"
    )
    platforms: Lazily[PlatformService] = Lazily(
        "platforms:PlatformService", "_database", "holidays", "disclosure_settings"
    )
    platform_import: Lazily[PlatformImportService] = Lazily(
        "platform_import:PlatformImportService", "_database"
    )
    platform_papers: Lazily[PlatformPaperService] = Lazily(
        "platform_papers:PlatformPaperService", "platforms", "office"
    )
    decisions: Lazily[DecisionService] = Lazily(
        "decisions:DecisionService", "_database", "holidays", "disclosure_settings"
    )
    inspections: Lazily[InspectionService] = Lazily(
        "inspections:InspectionService", "_database", "holidays", "decisions", "register"
    )
    official_documents: Lazily[OfficialDocumentService] = Lazily(
        "official_documents:OfficialDocumentService",
        "_database",
        "holidays",
        "disclosure_settings",
    )
    document_papers: Lazily[DocumentPaperService] = Lazily(
        "document_papers:DocumentPaperService", "office", "holidays", "official_documents"
    )
    task_views: Lazily[TaskViewService] = Lazily(
        "task_views:TaskViewService", "_database", "tasks", "disclosure_settings"
    )
    urging: Lazily[UrgingService] = Lazily("urging:UrgingService", "_database", "tasks", "holidays")
    section_texts: Lazily[SectionTextService] = Lazily(
        "section_texts:SectionTextService", "_database", "tasks"
    )
    catalogue: Lazily[CatalogueService] = Lazily(
        "catalogue:CatalogueService", "_database", "maintenance", "holidays"
    )
    catalogue_papers: Lazily[CataloguePapers] = Lazily(
        "catalogue_papers:CataloguePapers", "catalogue"
    )
    archive: Lazily[ArchiveService] = Lazily(
        "archive:ArchiveService", "_database", "register", "disputes"
    )

    @property
    def path(self) -> Path:
        return self._database.path

    def close(self) -> None:
        """Wipe what nothing refers to, back up when something changed, give the file back.

        The file is given back even when the backup fails; the error says why it did.
        """
        if self._database.closed:
            return
        try:
            self._database.sweep()
            self.maintenance.backup_if_changed(BackupReason.CLOSE)
        finally:
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def default_path() -> Path:
    """The office file in the user's data folder."""
    return platformdirs.user_data_path("gongkai-desk", appauthor=False) / "office.db"


def open_desk(path: Path) -> Desk:
    """Raises a `StorageError` that says why when the file cannot be had."""
    return Desk(Database.open(path))


def create_desk(path: Path, office: Office) -> Desk:
    """A new office file; raises DomainError for an office without a name, OfficeFileExists when
    there is one.
    """
    require_name(office)
    return Desk(Database.create(path, office))


def backups_of(path: Path) -> list[tuple[dt.datetime, Path]]:
    """When the backups of the office file at `path` were taken, newest first, and their files;
    the office file itself may be missing or damaged.
    """
    folder = backup.folder_of(path)
    return [(each.taken_at, folder / each.name) for each in backup.listing(path)]


def restore_office(file: Path, path: Path) -> None:
    """Make the backup `file` the office file at `path`, also when that is missing or damaged: a
    file without the mark of an office file counts as a damaged one where it has backups.
    """
    if file.exists() and path.exists() and file.samefile(path):
        raise refuse("restore-onto-itself", path=path)
    try:
        with open_desk(path) as desk:
            desk.maintenance.restore(file)
    except (OfficeFileMissing, OfficeFileEmpty, OfficeFileDamaged):
        backup.put_in_place(file, path)
    except NotAnOfficeFile:
        if not backup.listing(path):
            raise
        backup.put_in_place(file, path)
