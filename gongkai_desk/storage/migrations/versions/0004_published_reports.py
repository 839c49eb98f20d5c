"""Overrides, answers and published editions of the annual report; table 4 is counted, not typed."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_DRAFT_3 = ("id", "year", "proactive", "previous", "texts", "step", "saved_on")
"""The columns of the version before that stay."""
_NESTED_3 = frozenset({"proactive", "disputes", "previous", "texts"})
_GROUPS = ("reconsideration", "litigation_direct", "litigation_after")
_REASON = "升级前在年报向导中手工填写的数"


def upgrade() -> None:
    _report_draft()
    _published_report()


def _report_draft() -> None:
    """The table anew, without `disputes`: what was typed there becomes overrides."""
    op.drop_index("unique_report_draft_year", "report_draft")
    op.rename_table("report_draft", "report_draft_3")
    op.create_table(
        "report_draft",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("proactive", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("saved_on", sa.Text()),
        sa.Column("overrides", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("last_problems", sa.Text(), nullable=False),
        sa.Column("correcting", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("unique_report_draft_year", "report_draft", ["year"], unique=True)
    columns = ", ".join(_DRAFT_3)
    op.execute(
        f"INSERT INTO report_draft ({columns}, overrides, answers, last_problems, correcting) "  # noqa: S608  names of ours
        f"SELECT {columns}, '[]', '[]', '[]', '' FROM report_draft_3 ORDER BY rowid"
    )
    link = op.get_bind()
    typed = link.execute(sa.text("SELECT * FROM report_draft_3 ORDER BY rowid")).mappings()
    for before in typed.all():
        overrides = list(
            _typed(json.loads(before["disputes"]), before["saved_on"] or f"{before['year']}-12-31")
        )
        link.execute(
            sa.text("UPDATE report_draft SET overrides = :overrides WHERE id = :id"),
            {"id": before["id"], "overrides": _text(overrides)},
        )
        _journal(link, dict(before), overrides)
    op.drop_table("report_draft_3")


def _journal(link: sa.Connection, row: dict[str, Any], overrides: list[dict[str, Any]]) -> None:
    """The journal goes on saying what every record is."""
    before = {
        name: json.loads(value) if name in _NESTED_3 and value is not None else value
        for name, value in row.items()
    }
    after = {name: before[name] for name in _DRAFT_3}
    after |= {"overrides": overrides, "answers": [], "last_problems": [], "correcting": ""}
    link.execute(
        sa.text(
            "INSERT INTO journal (action, at, who, operation, kind, record_id, before, after) "
            "VALUES (:action, :at, '', 'upgrade-report-drafts', 'report_draft', :id, :before, "
            ":after)"
        ),
        {
            "action": str(uuid.uuid4()),
            "at": dt.datetime.now(dt.UTC).isoformat(),
            "id": row["id"],
            "before": _text(before),
            "after": _text(after),
        },
    )


def _typed(disputes: dict[str, list[int]], on: str) -> Iterator[dict[str, Any]]:
    """The numbers above 0, as if the register had counted the same: where it counts otherwise,
    the checks ask for them to be looked at.
    """
    for name in _GROUPS:
        for column, number in enumerate(disputes[name][:-1]):
            if number:
                yield {
                    "table": 4,
                    "row": name,
                    "column": column,
                    "number": number,
                    "counted": number,
                    "reason": _REASON,
                    "made_on": on,
                }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _published_report() -> None:
    op.create_table(
        "published_report",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("overrides", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("last_problems", sa.Text(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.Column("disputes", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("index_published_report_year", "published_report", ["year"])
