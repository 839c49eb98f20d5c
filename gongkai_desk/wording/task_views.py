"""Labels, sentences and operations of the task views, their papers and 落实情况."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.schedule import ScopeKind
from gongkai_desk.domain.section_drafting import SourceKind
from gongkai_desk.domain.task_groups import Grouping
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Grouping.SECTION: N_("By section"),
        Grouping.UNIT: N_("By unit"),
        Grouping.MONTH: N_("By month"),
        Grouping.STATUS: N_("By progress"),
    },
    {
        ScopeKind.ALL: N_("All tasks"),
        ScopeKind.OURS: N_("Only ours"),
        ScopeKind.UNIT: N_("One unit"),
        ScopeKind.LATE: N_("Only what is late"),
    },
    {
        SourceKind.STATUS: N_("Progress of the task"),
        SourceKind.RESULT: N_("Result of the task"),
        SourceKind.WORK_RECORD: N_("Work record"),
        SourceKind.STEP: N_("Step finished"),
        SourceKind.ACTIVITY: N_("Activity"),
    },
)

SENTENCES: dict[str, str] = {
    "schedule-without-columns": N_("No column is chosen. Tick at least one."),
    "schedule-format": N_("A file “{format}” cannot be written here. Choose one of {known}."),
    "urging-nobody": N_("Nobody is chosen. Tick at least one unit."),
    "urging-without-date": N_("It is not said by when to answer. Enter a date."),
    "urging-date-past": N_("{date} is over already. Choose a later day for the answer."),
}

OPERATIONS: dict[str, str] = {
    "issue-urging": N_("issue of a 督办单"),
    "save-section-texts": N_("change of the text on what was done"),
}
