"""Labels, sentences and operations of a case's side records, its files and the reminders."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.reminders import Side, Urgency
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Side.OURS: N_("For us to do"),
        Side.THEIRS: N_("For us to ask for"),
    },
    {
        Urgency.LATE: N_("Past its date"),
        Urgency.TODAY: N_("Today's date"),
        Urgency.SOON: N_("Before its date"),
    },
)

SENTENCES: dict[str, str] = {
    "record-after-today": N_(
        "The date {date} lies in the future (today is {today}). Correct the date."
    ),
    "search-place-missing": N_(
        "It is not said where one looked. Name the archive, system or office."
    ),
    "search-person-missing": N_("It is not said who searched. Write the name."),
    "search-method-missing": N_(
        "It is not said how one searched. Keywords, period and document numbers make the search "
        "a proof."
    ),
    "search-result-missing": N_("Something was found: say what it was."),
    "contact-time-unreadable": N_("“{text}” is no time of day. Write it like 10:20."),
    "contact-person-missing": N_("It is not said who got in touch. Write the name."),
    "contact-summary-missing": N_("The applicant was reached: sum up what was said."),
    "errand-unit-missing": N_("It is not said who was asked. Write the unit."),
    "errand-due-missing": N_(
        "Without a date the program asks after five working days. Better agree on one."
    ),
    "errand-due-before-asked": N_(
        "The answer is due on {due}, before it was asked for on {asked}. Correct one of the two."
    ),
    "errand-answered-before-asked": N_(
        "The answer of {answered} lies before the question of {asked}. Correct one of the two."
    ),
    "errand-answer-missing": N_("The answer came in: sum it up."),
    "errand-answered-already": N_(
        "{unit} answered on {date} already; there is nothing to remind of."
    ),
    "errand-reminded-today": N_("{unit} was reminded on {date} already."),
    "file-runs": N_(
        "“{name}” is a program or a link that runs when it is opened, so it is not taken into the "
        "office file. Attach the document itself."
    ),
    "letter-files-stay": N_(
        "“{name}” belongs to letter {letter} as it was issued and cannot be removed. Void the "
        "letter instead."
    ),
    "scan-folder-unreadable": N_(
        "The scan folder {folder} cannot be read ({reason}). Check the path in the settings, "
        "section Register."
    ),
    "publication-day-missing": N_("The day of the decision is missing."),
    "publication-person-missing": N_("It is not said who decided. Write the name."),
    "publication-reason-missing": N_(
        "The reason is missing. It shows later why it was published or not."
    ),
    "tags-empty": N_("No tag is left. Write at least one, one a line."),
    "stage-targets-order": N_(
        "The target of “{stage}” ({days} working days) is earlier than that of “{before}” "
        "({earlier}). Put them in order."
    ),
    "reminder-due-soon": N_("The answer is due on {day}; working days left: {n}."),
    "reminder-due-tomorrow": N_("The answer is due on {day}, within one working day."),
    "reminder-due-today": N_("The answer is due today, {day}."),
    "reminder-overdue": N_("The answer was due on {day} and is overdue."),
    "reminder-unconfirmed": N_(
        "Arrived on {day}; the receipt is still to be confirmed with the applicant."
    ),
    "reminder-receipt-missing": N_("Arrived on {day}; no receipt date is recorded yet."),
    "reminder-unreachable": N_(
        "Arrived on {day}; the applicant was not reached (tried: {n}, last on {last}). Try again."
    ),
    "reminder-clarification": N_(
        "Until {day} (7th working day) a clarification can be asked for; nobody has reviewed the "
        "request yet."
    ),
    "reminder-clarification-over": N_(
        "The clarification was to come by {day} and did not. Check it, then close the case."
    ),
    "reminder-consultation-open": N_(
        "Consultation “{name}” of {sent} is unanswered; the time to answer ends on {day}."
    ),
    "reminder-consultation-over": N_(
        "Consultation “{name}” of {sent} was not answered by {day}; the time limit runs on. Decide."
    ),
    "reminder-payment-over": N_(
        "The fee asked for on {asked} was not paid by {day}. Check it, then close the case."
    ),
    "reminder-errand": N_("{unit}: “{what}” was to be answered by {day}."),
    "reminder-errand-reminded": N_(
        "{unit}: “{what}” was to be answered by {day}; reminded so far: {n}."
    ),
    "reminder-stage": N_("Our own target for “{stage}” is {day}."),
    "reminder-archive": N_("The case is closed; our own target for filing it away is {day}."),
    "reminder-letter-unserved": N_(
        "“{title}” {letter} was issued on {day}; its service is not recorded."
    ),
    "reminder-publication": N_(
        "Answered on {day} by giving information: decide whether to publish it to all."
    ),
    "reminder-dispute-answer": N_("{what} ({case}): our answer is due on {day}."),
    "reminder-dispute-opinion": N_(
        "{what} ({case}): the report on the opinion received is due on {day}."
    ),
    "reminder-dispute-redecide": N_("{what} ({case}): the new answer is due on {day}."),
}

OPERATIONS: dict[str, str] = {
    "remind-unit": N_("reminder to a unit"),
    "acknowledge-reminders": N_("acknowledged reminders"),
    "decide-publication": N_("decision on publication"),
}
