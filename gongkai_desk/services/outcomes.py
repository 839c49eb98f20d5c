"""The outcomes a case can have and the labels of their rows, from resources/statutes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from gongkai_desk import resources
from gongkai_desk.domain.outcome import Outcome, Remedy
from gongkai_desk.domain.request import EventKind


@cache
def outcomes() -> Mapping[str, Outcome]:
    """Every outcome by its code, in the order of the report's rows."""
    entries = resources.table("statutes", "outcomes.toml")["outcome"]
    every = (
        Outcome(
            code=entry["code"],
            label=entry["label"],
            article=entry["article"],
            row=entry["row"],
            remedy=Remedy(entry["remedy"]),
            document=entry["document"],
            needs_reasons=entry["reasons"],
            closed_by=EventKind(entry.get("closed_by", EventKind.REPLIED.value)),
            finding=entry.get("finding", ""),
        )
        for entry in entries
    )
    return MappingProxyType({outcome.code: outcome for outcome in every})


@cache
def row_labels() -> Mapping[int, str]:
    """The official labels of the rows of table 3 (国办公开办函〔2021〕30号)."""
    rows = resources.table("statutes", "report_form.toml")["requests"]["rows"]
    return MappingProxyType({row["row"]: row["label"] for row in rows})
