"""The tables of the office file: one for each kind of record, one for file contents, the journal.

The columns come from the dataclasses; a change of a kept dataclass needs a migration
(`migrations/versions`), and a test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import (
    DDL,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
)

from gongkai_desk.domain.activity import Activity, Institution
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    SearchRecord,
    StageMark,
)
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.decision import Decision
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.inspection import InspectionTemplate, SelfInspection
from gongkai_desk.domain.letter import Letter, LetterWording
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.official_document import Interpretation, OfficialDocument
from gongkai_desk.domain.plan import (
    Attachment,
    SectionText,
    Task,
    TaskReminder,
    TaskStep,
    WorkPlan,
    WorkRecord,
)
from gongkai_desk.domain.platform import Platform, PlatformCheck, SiteMessage
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.register_settings import RegisterSettings, ReminderMark, SavedView
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.domain.roll_up import ReportingUnits
from gongkai_desk.storage.rows import Codec, fields

APPLICATION_ID = 0x474B4453
"""`GKDS` in the header of the file: ours, and nobody else's SQLite database."""

VERSION = 4
"""The schema this program writes, kept in `user_version`: the number of the newest revision."""

metadata = MetaData()


def _column(name: str, way: Codec, target: str | None) -> Column[object]:
    keys = [] if target is None else [_reference(target)]
    kind = Integer() if way.whole_number and not way.nested else Text()
    return Column(name, kind, *keys, primary_key=name == "id", nullable=way.optional)


def _reference(target: str) -> ForeignKey:
    """A foreign key that is checked at the end of the write, so that the order within does not
    matter.
    """
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _table(
    kind: type[Record],
    *,
    refers: Mapping[str, str] | None = None,
    unique: Iterable[str] = (),
    indexed: Iterable[str] = (),
) -> Table:
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    targets = refers or {}
    columns = [_column(field, way, targets.get(field)) for field, way in fields(kind).items()]
    table = Table(name, metadata, *columns, sqlite_strict=True)
    for column in unique:
        Index(f"unique_{name}_{column}", table.c[column], unique=True)
    for column in indexed:
        Index(f"index_{name}_{column}", table.c[column])
    return table


content = Table(
    "content",
    metadata,
    Column("sha256", Text(), primary_key=True),
    Column("bytes", LargeBinary(), nullable=False),
    sqlite_strict=True,
)
"""The bytes of attachments, kept once however often the same file is attached."""

TABLES: dict[type[Record], Table] = {
    Office: _table(Office),
    WorkPlan: _table(WorkPlan, indexed=["year"]),
    Task: _table(Task, refers={"plan_id": "work_plan.id"}, indexed=["plan_id"]),
    **{
        kind: _table(kind, refers={"task_id": "task.id"}, indexed=["task_id"])
        for kind in (WorkRecord, TaskStep, TaskReminder)
    },
    SectionText: _table(SectionText, refers={"plan_id": "work_plan.id"}, indexed=["plan_id"]),
    Attachment: _table(
        Attachment, refers={"sha256": "content.sha256"}, indexed=["owner_id", "sha256"]
    ),
    Request: _table(Request, unique=["number"], indexed=["received"]),
    RequestEvent: _table(RequestEvent, refers={"request_id": "request.id"}, indexed=["request_id"]),
    **{
        kind: _table(kind, refers={"request_id": "request.id"}, indexed=["request_id"])
        for kind in (
            ConsultedParty,
            FeeNotice,
            SearchRecord,
            ContactEntry,
            Errand,
            StageMark,
            Dispute,
            Letter,
            ReminderMark,
        )
    },
    LetterWording: _table(LetterWording),
    RegisterSettings: _table(RegisterSettings),
    SavedView: _table(SavedView),
    ReportDraft: _table(ReportDraft, unique=["year"]),
    HolidayNotice: _table(HolidayNotice),
    CatalogueVersion: _table(CatalogueVersion),
    CatalogueItem: _table(
        CatalogueItem,
        refers={"version_id": "catalogue_version.id"},
        indexed=["version_id", "lineage"],
    ),
    OfficialDocument: _table(OfficialDocument, indexed=["lineage"]),
    Interpretation: _table(
        Interpretation,
        refers={"document_id": "official_document.id"},
        indexed=["document_id"],
    ),
    Decision: _table(Decision, indexed=["year"]),
    Activity: _table(Activity, indexed=["kind"]),
    Institution: _table(Institution),
    Platform: _table(Platform),
    PlatformCheck: _table(
        PlatformCheck, refers={"platform_id": "platform.id"}, indexed=["platform_id"]
    ),
    SiteMessage: _table(SiteMessage),
    SelfInspection: _table(SelfInspection, indexed=["year"]),
    InspectionTemplate: _table(InspectionTemplate),
    DisclosureSettings: _table(DisclosureSettings),
    ReportingUnits: _table(ReportingUnits),
    PublishedReport: _table(PublishedReport, indexed=["year"]),
}

KINDS: dict[str, type[Record]] = {table.name: kind for kind, table in TABLES.items()}
"""The kinds of records by the name of their table, as the journal names them."""

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer(), primary_key=True),
    Column("action", Text(), nullable=False),
    Column("at", Text(), nullable=False),
    Column("who", Text(), nullable=False),
    Column("operation", Text(), nullable=False),
    Column("kind", Text(), nullable=False),
    Column("record_id", Text(), nullable=False),
    Column("before", Text()),
    Column("after", Text()),
    sqlite_strict=True,
)
Index("index_journal_action", journal.c.action)
Index("index_journal_record", journal.c.kind, journal.c.record_id, journal.c.seq)

revision = Table("alembic_version", metadata, Column("version_num", Text(), primary_key=True))
"""Where Alembic remembers its revision, `VERSION` in four digits."""

APPEND_ONLY = tuple(
    f"CREATE TRIGGER journal_no_{verb.lower()} BEFORE {verb} ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
for _statement in APPEND_ONLY:
    event.listen(journal, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]
