"""The outcomes a case can have and the labels of their rows, from resources/statutes.

A request for disclosure ends in one of `outcomes()`, a request for correction (第四十一条) in one
of `corrections()` or, like any other, by lapse or withdrawal.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from gongkai_desk import resources
from gongkai_desk.domain.outcome import FORCED, Outcome, Remedy
from gongkai_desk.domain.request import EventKind, Matter


@cache
def outcomes() -> Mapping[str, Outcome]:
    """Every outcome of a request for disclosure by its code, in the order of the report's rows."""
    return _read("outcomes.toml")


@cache
def corrections() -> Mapping[str, Outcome]:
    """The outcomes of a request for correction by their codes; the report counts none of them."""
    return _read("corrections.toml")


def outcomes_for(matter: Matter) -> Mapping[str, Outcome]:
    """What a request about `matter` can end in."""
    if matter is Matter.DISCLOSURE:
        return outcomes()
    ends = {code: each for code, each in outcomes().items() if each.closed_by in FORCED}
    return MappingProxyType({**corrections(), **ends})


def outcome_of(code: str) -> Outcome | None:
    """The outcome with this code, of either matter."""
    return outcomes().get(code) or corrections().get(code)


def result_label(outcome: Outcome) -> str:
    """What a case with this outcome is counted as; a correction has no row, only its own name."""
    return row_labels().get(outcome.row, outcome.label)


def _read(name: str) -> Mapping[str, Outcome]:
    entries = resources.table("statutes", name)["outcome"]
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
