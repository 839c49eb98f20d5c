"""The usual headings of the 配档表, in the interface language."""

from __future__ import annotations

from gongkai_desk.domain.schedule import ScheduleColumn
from gongkai_desk.i18n import pgettext


def usual_heading(column: ScheduleColumn) -> str:
    """What stands over a column when the office wrote nothing of its own."""
    return _headings()[column]


def _headings() -> dict[ScheduleColumn, str]:
    of = ScheduleColumn
    return {
        of.NUMBER: pgettext("schedule", "No."),
        of.SECTION: pgettext("schedule", "Section"),
        of.TITLE: pgettext("schedule", "Task title"),
        of.CONTENT: pgettext("schedule", "Content"),
        of.LEAD: pgettext("schedule", "Lead units"),
        of.RESPONSIBLE: pgettext("schedule", "Responsible units"),
        of.OWNER: pgettext("schedule", "Person in charge"),
        of.DEADLINE: pgettext("schedule", "Time limit"),
        of.FREQUENCY: pgettext("schedule", "Frequency"),
        of.PROOF: pgettext("schedule", "Evidence"),
        of.RESULT: pgettext("schedule", "What was done"),
        of.NOTE: pgettext("schedule", "Remarks"),
        of.PROGRESS: pgettext("schedule", "Progress"),
        of.LIGHT: pgettext("schedule", "State"),
        of.DONE_ON: pgettext("schedule", "Done on"),
        of.RECORDS: pgettext("schedule", "Work records"),
        of.HINDRANCE: pgettext("schedule", "Hindrance"),
        of.OURS: pgettext("schedule", "Ours"),
    }
