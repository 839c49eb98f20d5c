"""The messages behind `gongkai_desk.texts`, one module per area, loaded when first asked for.

Each module has `LABELS: dict[Enum, str]` and `SENTENCES: dict[str, str]`, all marked with `N_`.
A module that labels several enums may give `LABELS` as a tuple of such tables: two StrEnum members
with the same value are equal, and would take each other's place in one dict. Names of writes are
its `OPERATIONS`.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Final

AREAS: Final = (
    "activities",
    "attention",
    "case_file",
    "catalogue",
    "cli",
    "clock",
    "decisions",
    "demo",
    "disclosure_settings",
    "disputes",
    "files",
    "forms",
    "inspections",
    "intake",
    "ledger",
    "letter_work",
    "letters",
    "official_documents",
    "plan",
    "platforms",
    "procedure",
    "publishing",
    "records",
    "register",
    "register_views",
    "report",
    "report_checks",
    "report_comparison",
    "report_rules",
    "roll_up",
    "storage",
    "task_follow_up",
    "task_views",
)

LABELLED_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "activity": ("activities",),
    "activity_forms": ("activities",),
    "archive": ("disputes",),
    "attention": ("attention",),
    "backups": ("storage",),
    "bulk": ("register_views",),
    "calendar": ("clock",),
    "case": ("register",),
    "case_file": ("case_file",),
    "case_timeline": ("disputes",),
    "catalogue": ("catalogue",),
    "catalogue_compare": ("catalogue",),
    "catalogue_headings": ("catalogue",),
    "clock": ("clock",),
    "clock_steps": ("clock",),
    "decision": ("decisions",),
    "decision_stages": ("decisions",),
    "disputes": ("disputes",),
    "document_states": ("official_documents",),
    "document_steps": ("official_documents",),
    "envelope": ("letter_work",),
    "file_trouble": ("files",),
    "inspection_scoring": ("inspections",),
    "intake_proposal": ("intake",),
    "interpretations": ("official_documents",),
    "ledger_fields": ("ledger",),
    "letter": ("case_file", "letters"),
    "message_limits": ("platforms",),
    "office": ("storage",),
    "official_document": ("official_documents",),
    "outcome": ("register",),
    "plan": ("plan",),
    "plan_comparison": ("task_follow_up",),
    "plan_reading": ("plan",),
    "platform": ("platforms",),
    "platform_limits": ("platforms",),
    "proposals": ("procedure",),
    "receipt": ("register",),
    "register_statistics": ("register_views",),
    "reminders": ("records",),
    "report": ("report",),
    "report_comparison": ("report_comparison",),
    "report_readiness": ("attention",),
    "report_reading": ("report_checks",),
    "report_year": ("activities",),
    "request": ("case_file", "register"),
    "roll_up": ("roll_up",),
    "schedule": ("task_views",),
    "section_drafting": ("task_views",),
    "similarity": ("intake",),
    "task_evidence": ("task_follow_up",),
    "task_groups": ("task_views",),
    "year_charts": ("report_comparison",),
    "year_records": ("activities",),
    "year_report": ("report_comparison",),
}
"""The areas that label the enums of a module of the domain; a test compares."""


@cache
def area(name: str) -> ModuleType:
    """The module of one area. The start of the program shows few of them, and loads no others."""
    return importlib.import_module(f"{__name__}.{name}")


@cache
def labels(name: str) -> Mapping[tuple[type[Enum], str], str]:
    """The labels of one area by the type and the name of the member."""
    given = area(name).LABELS
    tables: tuple[dict[Enum, str], ...] = given if isinstance(given, tuple) else (given,)
    return {(type(one), one.name): text for table in tables for one, text in table.items()}


def message_of(member: Enum) -> str | None:
    """The untranslated label of an enum member; None for one that has none."""
    return _message(type(member), member.name)


@cache
def _message(kind: type[Enum], name: str) -> str | None:
    for holder in LABELLED_IN.get(kind.__module__.rpartition(".")[2], ()):
        if (kind, name) in (found := labels(holder)):
            return found[kind, name]
    return None


@cache
def sentences() -> Mapping[str, str]:
    """The sentences of all problem codes."""
    return {code: text for name in AREAS for code, text in area(name).SENTENCES.items()}
