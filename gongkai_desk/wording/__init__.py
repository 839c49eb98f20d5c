"""The messages behind `gongkai_desk.texts`, one module per area.

Each module has `LABELS: dict[Enum, str]` and `SENTENCES: dict[str, str]`, all marked with `N_`.
A module that labels several enums may give `LABELS` as a tuple of such tables: two StrEnum members
with the same value are equal, and would take each other's place in one dict.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from gongkai_desk.wording import (
    activities,
    attention,
    case_file,
    catalogue,
    cli,
    clock,
    decisions,
    demo,
    disclosure_settings,
    disputes,
    files,
    forms,
    inspections,
    intake,
    ledger,
    letter_work,
    letters,
    official_documents,
    plan,
    platforms,
    procedure,
    publishing,
    records,
    register,
    register_views,
    report,
    report_checks,
    report_comparison,
    report_rules,
    roll_up,
    storage,
    task_follow_up,
    task_views,
)

AREAS = (
    activities,
    attention,
    case_file,
    catalogue,
    cli,
    clock,
    decisions,
    demo,
    disclosure_settings,
    disputes,
    files,
    forms,
    inspections,
    intake,
    ledger,
    letter_work,
    letters,
    official_documents,
    plan,
    platforms,
    procedure,
    publishing,
    records,
    register,
    register_views,
    report,
    report_checks,
    report_rules,
    report_comparison,
    roll_up,
    storage,
    task_follow_up,
    task_views,
)

LABELS: Final[dict[tuple[type[Enum], str], str]] = {}
"""By the type and the name of the member."""
SENTENCES: Final[dict[str, str]] = {}
for _area in AREAS:
    _tables = _area.LABELS if isinstance(_area.LABELS, tuple) else (_area.LABELS,)
    for _table in _tables:
        LABELS.update({(type(member), member.name): text for member, text in _table.items()})
    SENTENCES.update(_area.SENTENCES)
