"""The sample's annual report of the year before last: published, and locked since."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.report import Proactive, ReportDraft, Texts
from gongkai_desk.domain.report_answers import with_answer
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.findings import finding_text
from gongkai_desk.services.publishing_checks import Publication


def publish_before_last(desk: Desk, today: dt.date) -> None:
    """Write, answer and publish the report of the year before last."""
    given = resources.table("sample", "published_report.toml")
    year = today.year - 2
    day = dt.date.fromisoformat(f"{year + 1}-{given['published']}")
    draft = replace(
        desk.reporting.draft(year),
        proactive=_proactive(desk, year, given),
        texts=_texts(given),
        saved_on=day,
    )
    draft = _answered(desk, draft, given["answer"], day)
    desk.publishing.publish(draft, Publication(published_on=day, address=given["address"]), day)


def _proactive(desk: Desk, year: int, given: dict[str, Any]) -> Proactive:
    counted = desk.official_documents.counted(year)
    return Proactive(
        normative_documents=counted.numbers("normative_documents"),
        licences=given["licences"],
        penalties=given["penalties"],
        coercion=given["coercion"],
        fees_10k_yuan=Decimal(given["fees_10k_yuan"]),
    )


def _texts(given: dict[str, Any]) -> Texts:
    parts = ("proactive", "requests", "information_management", "platform", "supervision")
    return Texts(
        opening=given["opening"],
        overview=tuple(given[part] for part in parts),
        problems=given["problems"].strip(),
        other=given["other"].strip(),
    )


def _answered(desk: Desk, draft: ReportDraft, words: str, day: dt.date) -> ReportDraft:
    for finding in desk.publishing.obstacles(draft):
        told = finding_text(finding)
        draft = replace(draft, answers=with_answer(draft.answers, finding, words, told, day))
    return draft
