"""The year's work: steps and reminders of tasks, proactive disclosure, activities, platforms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


_TASK_2 = (
    "id",
    "plan_id",
    "position",
    "number",
    "path",
    "title",
    "text",
    "lead_units",
    "responsible_units",
    "units_open",
    "deadline",
    "duties",
    "ours_found",
    "ours_because",
    "ours_by_hand",
    "ours_by_hand_because",
    "status",
    "done_on",
    "note",
)
"""The columns of the version before."""


def upgrade() -> None:
    _task()
    _task_step()
    _task_reminder()
    _section_text()
    _catalogue_version()
    _catalogue_item()
    _official_document()
    _interpretation()
    _decision()
    _activity()
    _institution()
    _platform()
    _platform_check()
    _site_message()
    _self_inspection()
    _inspection_template()
    _disclosure_settings()
    _reporting_units()


def _task() -> None:
    """The table anew: SQLite adds no column without leaving a default in its definition."""
    op.drop_index("index_task_plan_id", "task")
    op.execute("PRAGMA legacy_alter_table=ON")  # what refers to `task` goes on doing so
    op.rename_table("task", "task_2")
    op.execute("PRAGMA legacy_alter_table=OFF")
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
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("hindrance", sa.Text(), nullable=False),
        sa.Column("carried_from", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_task_plan_id", "task", ["plan_id"])
    columns = ", ".join(_TASK_2)
    op.execute(
        f"INSERT INTO task ({columns}, owner, proof, result, hindrance, carried_from) "  # noqa: S608  names of ours
        f"SELECT {columns}, '', '', '', '', '' FROM task_2 ORDER BY rowid"
    )
    op.drop_table("task_2")


def _task_step() -> None:
    op.create_table(
        "task_step",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "task_id",
            sa.Text(),
            sa.ForeignKey("task.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Text()),
        sa.Column("done_on", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_task_step_task_id", "task_step", ["task_id"])


def _task_reminder() -> None:
    op.create_table(
        "task_reminder",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "task_id",
            sa.Text(),
            sa.ForeignKey("task.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Text()),
        sa.Column("answered_on", sa.Text()),
        sa.Column("answer", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_task_reminder_task_id", "task_reminder", ["task_id"])


def _section_text() -> None:
    op.create_table(
        "section_text",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "plan_id",
            sa.Text(),
            sa.ForeignKey("work_plan.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_on", sa.Text()),
        sqlite_strict=True,
    )
    op.create_index("index_section_text_plan_id", "section_text", ["plan_id"])


def _catalogue_version() -> None:
    op.create_table(
        "catalogue_version",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Text(), nullable=False),
        sa.Column("in_force_on", sa.Text()),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("headings", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _catalogue_item() -> None:
    op.create_table(
        "catalogue_item",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "version_id",
            sa.Text(),
            sa.ForeignKey("catalogue_version.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("lineage", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("limit", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("channels", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("duration", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("extra", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_catalogue_item_lineage", "catalogue_item", ["lineage"])
    op.create_index("index_catalogue_item_version_id", "catalogue_item", ["version_id"])


def _official_document() -> None:
    op.create_table(
        "official_document",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("drafter", sa.Text(), nullable=False),
        sa.Column("formed_on", sa.Text()),
        sa.Column("attribute", sa.Text()),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("reviews", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("limit_days", sa.Integer()),
        sa.Column("keep_until", sa.Text()),
        sa.Column("taken_down_on", sa.Text()),
        sa.Column("taken_down_because", sa.Text(), nullable=False),
        sa.Column("in_force_on", sa.Text()),
        sa.Column("valid_until", sa.Text()),
        sa.Column("abolished_on", sa.Text()),
        sa.Column("abolished_by", sa.Text(), nullable=False),
        sa.Column("replaces_id", sa.Text(), nullable=False),
        sa.Column("original_id", sa.Text(), nullable=False),
        sa.Column("registration", sa.Text(), nullable=False),
        sa.Column("lineage", sa.Text(), nullable=False),
        sa.Column("needs_interpretation", sa.Integer(), nullable=False),
        sa.Column("request_ids", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_official_document_lineage", "official_document", ["lineage"])


def _interpretation() -> None:
    op.create_table(
        "interpretation",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "document_id",
            sa.Text(),
            sa.ForeignKey("official_document.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("drafted_on", sa.Text()),
        sa.Column("signed_on", sa.Text()),
        sa.Column("published_on", sa.Text()),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("linked", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_interpretation_document_id", "interpretation", ["document_id"])


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("listed_on", sa.Text()),
        sa.Column("planned_on", sa.Text()),
        sa.Column("decided_on", sa.Text()),
        sa.Column("dropped_on", sa.Text()),
        sa.Column("dropped_because", sa.Text(), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_decision_year", "decision", ["year"])


def _activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("until", sa.Text()),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("participants", sa.Integer()),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("task_ids", sa.Text(), nullable=False),
        sa.Column("institution_ids", sa.Text(), nullable=False),
        sa.Column("document_ids", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_activity_kind", "activity", ["kind"])


def _institution() -> None:
    op.create_table(
        "institution",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("catalogue_on", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text()),
        sqlite_strict=True,
    )


def _platform() -> None:
    op.create_table(
        "platform",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("limit_days", sa.Integer()),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Text()),
        sa.Column("filed_on", sa.Text()),
        sa.Column("filing_number", sa.Text(), nullable=False),
        sa.Column("slimming", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text()),
        sa.Column("check_every_days", sa.Integer()),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _platform_check() -> None:
    op.create_table(
        "platform_check",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column(
            "platform_id",
            sa.Text(),
            sa.ForeignKey("platform.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("last_update", sa.Text()),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("mended_on", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_platform_check_platform_id", "platform_check", ["platform_id"])


def _site_message() -> None:
    op.create_table(
        "site_message",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("received", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("platform_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("handler", sa.Text(), nullable=False),
        sa.Column("limit_days", sa.Integer()),
        sa.Column("answered_on", sa.Text()),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _self_inspection() -> None:
    op.create_table(
        "self_inspection",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("finished_on", sa.Text()),
        sa.Column("scores", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_self_inspection_year", "self_inspection", ["year"])


def _inspection_template() -> None:
    op.create_table(
        "inspection_template",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("imported_on", sa.Text()),
        sa.Column("retired_on", sa.Text()),
        sqlite_strict=True,
    )


def _disclosure_settings() -> None:
    op.create_table(
        "disclosure_settings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("video_share", sa.Integer(), nullable=False),
        sa.Column("interpretation_days", sa.Integer(), nullable=False),
        sa.Column("publication_days", sa.Integer(), nullable=False),
        sa.Column("consultation_days", sa.Integer(), nullable=False),
        sa.Column("adoption_days", sa.Integer(), nullable=False),
        sa.Column("platform_limits", sa.Text(), nullable=False),
        sa.Column("schedule_headings", sa.Text(), nullable=False),
        sa.Column("schedule_columns", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _reporting_units() -> None:
    op.create_table(
        "reporting_units",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("names", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
