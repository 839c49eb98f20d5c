"""Labels and sentences of 行政复议、行政诉讼 and of the archive."""

from __future__ import annotations

from enum import Enum
from typing import Final

from gongkai_desk.domain.archive import PieceKind
from gongkai_desk.domain.case_timeline import DayMark
from gongkai_desk.domain.disputes import Due, DueState
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Due.ANSWER_SIMPLE: N_("Answer to the reconsideration (simple procedure)"),
        Due.ANSWER_ORDINARY: N_("Answer to the reconsideration (ordinary procedure)"),
        Due.ANSWER_TO_COURT: N_("Statement of defence and evidence"),
        Due.OPINION_REPORT: N_("Report on the reconsideration opinion"),
        Due.REDECISION: N_("New answer as ordered"),
        Due.APPLICANT_RECONSIDERATION: N_("Applicant may apply for reconsideration"),
        Due.APPLICANT_SUIT_AFTER: N_("Applicant may sue after the reconsideration"),
        Due.APPLICANT_SUIT_DIRECT: N_("Applicant may sue directly"),
    },
    {
        DueState.AHEAD: N_("Under way"),
        DueState.SOON: N_("Due in a few days"),
        DueState.TODAY: N_("Due today!"),
        DueState.LATE: N_("Deadline missed"),
        DueState.MET: N_("Done in time"),
        DueState.MET_LATE: N_("Done late"),
        DueState.MOOT: N_("No longer needed"),
    },
    {
        DayMark.RECEIVED: N_("Starting day, not counted"),
        DayMark.COUNTED: N_("Working day counted"),
        DayMark.EXTENDED: N_("Working day of an extension or delay"),
        DayMark.SUSPENDED: N_("Suspended by a consultation"),
        DayMark.REST: N_("Day of rest, skipped"),
        DayMark.WAITING: N_("Waiting for the applicant"),
        DayMark.DROPPED: N_("Counted in an earlier period, dropped"),
        DayMark.LATE: N_("Past the due date"),
        DayMark.AFTER: N_("Closed, no longer counted"),
    },
    {
        PieceKind.SHEET: N_("Sheet made by the program"),
        PieceKind.LETTER: N_("Letter of ours"),
        PieceKind.FILE: N_("Material received or kept"),
    },
)

SENTENCES: dict[str, str] = {
    # how a deadline was counted
    "dispute-working-days": N_(
        "Received on {start}; {days} working days from the next day on: {due} is the last one."
    ),
    "dispute-days": N_("{days} days from the day after {start}: {due} is the last one."),
    "dispute-days-rolled": N_(
        "{days} days from the day after {start} end on {last}, a day of rest; the last day moves "
        "to the next working day, {due}."
    ),
    "dispute-months": N_("{months} months from {start}: {due} is the last day."),
    "dispute-months-rolled": N_(
        "{months} months from {start} end on {last}, a day of rest; the last day moves to the "
        "next working day, {due}."
    ),
    "dispute-as-ordered": N_("The decision orders a new answer by {due}."),
    # what is wrong
    "dispute-authority-missing": N_(
        "Enter the authority or the court that handles it; it is named in its letter."
    ),
    "dispute-date-in-future": N_(
        "{date} lies after today ({today}); enter what has happened already."
    ),
    "dispute-date-before-receipt": N_(
        "{date} lies before the day the copy reached us ({received}); correct one of the two."
    ),
    "dispute-before-request": N_(
        "{date} lies before the request itself was received ({received}); correct the date."
    ),
    "dispute-without-answer": N_(
        "The request was not answered yet when this came in on {date}. Right if it is about the "
        "missing answer; otherwise check the date."
    ),
    "dispute-before-answer": N_(
        "This came in on {date}, before the request was answered on {answered}. Right if it is "
        "about the missing answer; otherwise check the date."
    ),
    "dispute-after-no-suit": N_("Only a suit can follow a reconsideration; leave this empty."),
    "dispute-after-unknown": N_(
        "The reconsideration this suit follows is not among those of this request; choose another."
    ),
    "dispute-before-reconsideration": N_(
        "The suit came in on {date}, before the reconsideration it follows ({before}); correct "
        "one of the dates."
    ),
    "dispute-after-undecided": N_(
        "The reconsideration this suit follows has no decision yet in the register; enter that "
        "first, unless the suit is about a decision that never came."
    ),
    "dispute-reconsideration-first": N_(
        "The answer was refused under Articles 14 to 16, where reconsideration comes first; a "
        "direct suit should be turned away. Check whether a reconsideration came before."
    ),
    "dispute-result-missing": N_(
        "There is a decision: choose its result, table 4 of the report counts it."
    ),
    "dispute-decision-date-missing": N_("There is a result: enter the date of the decision."),
    "dispute-redecision-not-ordered": N_(
        "A new answer is ordered only by a decision that corrects ours; clear the date or choose "
        "the result “Corrected”."
    ),
    "dispute-redecision-before-decision": N_(
        "{date} lies before the decision ({decided}); correct one of the two."
    ),
    "dispute-opinion-of-court": N_(
        "A reconsideration opinion comes from a reconsideration authority, not from a court; "
        "clear these dates."
    ),
    "dispute-opinion-not-received": N_("Enter when the reconsideration opinion was received."),
    "dispute-report-before-opinion": N_(
        "{date} lies before the opinion was received ({received}); correct one of the two."
    ),
    "dispute-answered-late": N_(
        "The answer went in after {due}; the authority may treat it as an answer without evidence."
    ),
    "dispute-is-followed": N_(
        "The suit {number} follows this reconsideration; change or remove that one first."
    ),
    "dispute-not-corrected": N_(
        "A new answer can be recorded only for a decision with the result “Corrected”; enter the "
        "decision first."
    ),
    "dispute-case-open": N_(
        "{number} is open already; the new answer is recorded by closing it. Save the decision "
        "without ordering a new period."
    ),
    "dispute-redecision-too-early": N_(
        "{date} lies before the decision ({decided}); the new period cannot begin earlier."
    ),
    # the archive
    "archive-open-case": N_("{number} is still open; close the case before it is archived."),
    "archive-number-missing": N_("Enter the archive number."),
    "archive-number-taken": N_("The archive number {number} is that of {other}; choose another."),
    "archive-before-closing": N_(
        "{date} lies before the case was closed ({closed}); correct the date."
    ),
    "archive-in-future": N_("{date} lies after today ({today}); enter the day it was archived."),
    "archive-retention-missing": N_("Enter the retention period as whole years, 1 or more."),
    "archive-retention-short": N_(
        "The office keeps a case like this {years} years; make sure that fewer are enough."
    ),
    "archive-dispute-running": N_(
        "A reconsideration or suit about this case is not concluded; archive it afterwards, or be "
        "ready to add to the file."
    ),
    "archive-nothing-in-year": N_("No closed case belongs to {year}: there is nothing to export."),
    "archive-not-archived": N_("{number} is not archived; there is nothing to take back."),
}

OPERATIONS: Final[dict[str, str]] = {
    "add-dispute": N_("new reconsideration or suit"),
    "save-dispute": N_("change of a reconsideration or suit"),
    "remove-dispute": N_("removal of a reconsideration or suit"),
    "order-redecision": N_("new decision ordered"),
    "archive-request": N_("archiving of a case"),
    "unarchive-request": N_("archiving taken back"),
}
