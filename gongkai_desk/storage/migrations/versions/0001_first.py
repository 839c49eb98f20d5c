"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _office()
    _work_plan()
    _task()
    _work_record()
    _content()
    _attachment()
    _request()
    _request_event()
    _report_draft()
    _holiday_notice()
    _journal()


def _office() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("reconsideration_authority", sa.Text(), nullable=False),
        sa.Column("court", sa.Text(), nullable=False),
        sa.Column("letterhead_code", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _work_plan() -> None:
    op.create_table(
        "work_plan",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("imported_on", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("index_work_plan_year", "work_plan", ["year"])


def _task() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "plan_id",
            sa.Text(),
            sa.ForeignKey("work_plan.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lead_units", sa.Text(), nullable=False),
        sa.Column("responsible_units", sa.Text(), nullable=False),
        sa.Column("units_open", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.Column("ours_found", sa.Integer(), nullable=False),
        sa.Column("ours_because", sa.Text(), nullable=False),
        sa.Column("ours_by_hand", sa.Integer()),
        sa.Column("ours_by_hand_because", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_task_plan_id", "task", ["plan_id"])


def _work_record() -> None:
    op.create_table(
        "work_record",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "task_id",
            sa.Text(),
            sa.ForeignKey("task.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_work_record_task_id", "work_record", ["task_id"])


def _content() -> None:
    op.create_table(
        "content",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sqlite_strict=True,
    )


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column(
            "sha256",
            sa.Text(),
            sa.ForeignKey("content.sha256", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("added_on", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_attachment_owner_id", "attachment", ["owner_id"])
    op.create_index("index_attachment_sha256", "attachment", ["sha256"])


def _request() -> None:
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
        sqlite_strict=True,
    )
    op.create_index("index_request_received", "request", ["received"])
    op.create_index("unique_request_number", "request", ["number"], unique=True)


def _request_event() -> None:
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
        sqlite_strict=True,
    )
    op.create_index("index_request_event_request_id", "request_event", ["request_id"])


def _report_draft() -> None:
    op.create_table(
        "report_draft",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("proactive", sa.Text(), nullable=False),
        sa.Column("disputes", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("saved_on", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("unique_report_draft_year", "report_draft", ["year"], unique=True)


def _holiday_notice() -> None:
    op.create_table(
        "holiday_notice",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("days_off", sa.Text(), nullable=False),
        sa.Column("makeup_days", sa.Text(), nullable=False),
        sa.Column("amends", sa.Integer(), nullable=False),
        sa.Column("taken_on", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("index_journal_action", "journal", ["action"])
    op.create_index("index_journal_record", "journal", ["kind", "record_id", "seq"])
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER journal_no_{verb.lower()} BEFORE {verb} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )
