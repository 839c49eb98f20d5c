"""Case files: consulted parties, fees, searches, contacts, errands, disputes, letters, settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


_REQUEST_1 = (
    "id",
    "number",
    "applicant",
    "channel",
    "subject",
    "description",
    "purpose",
    "submitted",
    "arrived",
    "received",
    "confirmed_by",
    "confirmed_how",
    "carrier",
    "delivery",
    "platform_number",
    "handler",
    "tags",
    "note",
    "outcome",
    "outcome_reason",
    "reply_number",
    "service",
)
"""The columns of the first version."""
_NEW_OF_REQUEST = {
    "matter": "disclosure",
    "co_applicants": "[]",
    "arrived_at": "",
    "parts": "[]",
    "withheld_ground": "",
    "merged_into": "",
    "endings": "[]",
    "archive_number": "",
}
"""What a request of the first version has in the new columns; the others are empty."""


def upgrade() -> None:
    _request()
    _request_event()
    _consulted_party()
    _fee_notice()
    _search_record()
    _contact_entry()
    _errand()
    _stage_mark()
    _dispute()
    _letter()
    _reminder_mark()
    _letter_wording()
    _register_settings()
    _saved_view()


def _request() -> None:
    """The table anew: SQLite adds no column without leaving a default in its definition."""
    op.drop_index("index_request_received", "request")
    op.drop_index("unique_request_number", "request")
    op.execute("PRAGMA legacy_alter_table=ON")  # what refers to `request` goes on doing so
    op.rename_table("request", "request_1")
    op.execute("PRAGMA legacy_alter_table=OFF")
    op.create_table(
        "request",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("applicant", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("submitted", sa.Text()),
        sa.Column("arrived", sa.Text()),
        sa.Column("received", sa.Text()),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("confirmed_how", sa.Text(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("platform_number", sa.Text(), nullable=False),
        sa.Column("handler", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("outcome_reason", sa.Text(), nullable=False),
        sa.Column("reply_number", sa.Text(), nullable=False),
        sa.Column("service", sa.Text()),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("co_applicants", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("withheld_ground", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Text(), nullable=False),
        sa.Column("publication", sa.Text()),
        sa.Column("endings", sa.Text(), nullable=False),
        sa.Column("archive_number", sa.Text(), nullable=False),
        sa.Column("archived_on", sa.Text()),
        sa.Column("retention_years", sa.Integer()),
        sqlite_strict=True,
    )
    op.create_index("index_request_received", "request", ["received"])
    op.create_index("unique_request_number", "request", ["number"], unique=True)
    columns = ", ".join(_REQUEST_1)
    names = ", ".join(_NEW_OF_REQUEST)
    values = ", ".join(f"'{value}'" for value in _NEW_OF_REQUEST.values())
    op.execute(
        f"INSERT INTO request ({columns}, {names}) "  # noqa: S608  names of ours
        f"SELECT {columns}, {values} FROM request_1 ORDER BY rowid"
    )
    op.drop_table("request_1")


def _request_event() -> None:
    """The table anew, for the same reason."""
    op.drop_index("index_request_event_request_id", "request_event")
    op.rename_table("request_event", "request_event_1")
    op.create_table(
        "request_event",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("argument", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("voided_on", sa.Text()),
        sa.Column("voided_because", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("until", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("index_request_event_request_id", "request_event", ["request_id"])
    columns = "id, request_id, date, kind, argument, note, actor, voided_on, voided_because"
    op.execute(
        f"INSERT INTO request_event ({columns}, approved_by) "  # noqa: S608  names of ours
        f"SELECT {columns}, '' FROM request_event_1 ORDER BY rowid"
    )
    op.drop_table("request_event_1")


def _consulted_party() -> None:
    op.create_table(
        "consulted_party",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("opinion", sa.Text(), nullable=False),
        sa.Column("opinion_reason", sa.Text(), nullable=False),
        sa.Column("override_reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_consulted_party_request_id", "consulted_party", ["request_id"])


def _fee_notice() -> None:
    op.create_table(
        "fee_notice",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("payment_way", sa.Text(), nullable=False),
        sa.Column("paid_amount", sa.Integer()),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("index_fee_notice_request_id", "fee_notice", ["request_id"])


def _search_record() -> None:
    op.create_table(
        "search_record",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_search_record_request_id", "search_record", ["request_id"])


def _contact_entry() -> None:
    op.create_table(
        "contact_entry",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("with_whom", sa.Text(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_contact_entry_request_id", "contact_entry", ["request_id"])


def _errand() -> None:
    op.create_table(
        "errand",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text()),
        sa.Column("answered_on", sa.Text()),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("reminded_on", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_errand_request_id", "errand", ["request_id"])


def _stage_mark() -> None:
    op.create_table(
        "stage_mark",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_stage_mark_request_id", "stage_mark", ["request_id"])


def _dispute() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Text(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("after_id", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Text()),
        sa.Column("heard_on", sa.Text()),
        sa.Column("decided_on", sa.Text()),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("result_text", sa.Text(), nullable=False),
        sa.Column("decision_number", sa.Text(), nullable=False),
        sa.Column("redecide_by", sa.Text()),
        sa.Column("opinion_received_on", sa.Text()),
        sa.Column("opinion_reported_on", sa.Text()),
        sa.Column("costs", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("in_library", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_dispute_request_id", "dispute", ["request_id"])


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("sequence", sa.Integer()),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("paragraphs", sa.Text(), nullable=False),
        sa.Column("with_calculation", sa.Integer(), nullable=False),
        sa.Column("party_name", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text()),
        sa.Column("issued_on", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=False),
        sa.Column("voided_on", sa.Text()),
        sa.Column("voided_because", sa.Text(), nullable=False),
        sa.Column("service", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("index_letter_request_id", "letter", ["request_id"])


def _reminder_mark() -> None:
    op.create_table(
        "reminder_mark",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "request_id",
            sa.Text(),
            sa.ForeignKey("request.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("acknowledged_on", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_reminder_mark_request_id", "reminder_mark", ["request_id"])


def _letter_wording() -> None:
    op.create_table(
        "letter_wording",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_on", sa.Text()),
        sqlite_strict=True,
    )


def _register_settings() -> None:
    op.create_table(
        "register_settings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("stage_targets", sa.Text(), nullable=False),
        sa.Column("numbering", sa.Text(), nullable=False),
        sa.Column("letterhead", sa.Text(), nullable=False),
        sa.Column("contact_line", sa.Text(), nullable=False),
        sa.Column("payment_way", sa.Text(), nullable=False),
        sa.Column("retention_years", sa.Integer(), nullable=False),
        sa.Column("retention_years_disputed", sa.Integer(), nullable=False),
        sa.Column("scan_folder", sa.Text(), nullable=False),
        sa.Column("ledger_headings", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _saved_view() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
