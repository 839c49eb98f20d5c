"""Labels and sentences of the clock area: calendar, holiday notices, clock, fee."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.domain.clock import ClockState
from gongkai_desk.domain.clock_steps import How, LegalStep
from gongkai_desk.i18n import N_

_CLOCK: dict[Enum, str] = {
    ClockState.RUNNING: N_("Running"),
    ClockState.AWAITING_CLARIFICATION: N_("Awaiting clarification"),
    ClockState.SUSPENDED: N_("Suspended for consultation"),
    ClockState.AWAITING_PAYMENT: N_("Awaiting payment"),
    ClockState.CLOSED: N_("Closed"),
    LegalStep.RECEIVED: N_("Request received"),
    LegalStep.CONSULTATION_LIMIT: N_("Consultation time used up"),
}

_DAYS: dict[Enum, str] = {
    DayKind.WORKDAY: N_("Working day"),
    DayKind.MAKEUP: N_("Weekend day worked"),
    DayKind.WEEKEND: N_("Weekend"),
    DayKind.HOLIDAY: N_("Holiday"),
    How.BEFORE_START: N_("Day 0, not counted"),
    How.COUNTED: N_("Counted"),
    How.REST: N_("Not counted: no working day"),
    How.SUSPENDED: N_("Not counted: consultation"),
}

LABELS = (_CLOCK, _DAYS)

_REDECISION = {
    "step-reasons": N_("Asking for reasons (Article 35) does not stop the time limit."),
    "redecision-of-open-case": N_(
        "“{kind}” of {date} concerns a case that is still open; it has no effect. Check the dates."
    ),
    "step-redecision": N_(
        "A decision on review orders a new answer: {days} working days run anew from this day."
    ),
    "step-redecision-by": N_(
        "A decision on review orders a new answer by {due}: this date is the time limit now."
    ),
}

_INPUT = {
    "iso-date-unreadable": N_(
        "“{text}” is no date. Write it as YYYY-MM-DD, for example 2026-09-18."
    ),
    "calendar-out-of-range": N_(
        "The calculation reaches the year {year}, beyond what a calendar can hold. Check the dates."
    ),
    "working-days-negative": N_("{days} working days cannot be counted. Give 0 or more."),
    "year-unreadable": N_("“{text}” is no year. Write four digits, for example 2026."),
    "event-unreadable": N_(
        "The event “{text}” cannot be read. Write DATE:KIND or DATE:KIND:ARGUMENT, for example "
        "2026-09-25:extended:20."
    ),
    "event-kind-unknown": N_("“{text}” is no kind of event. Use one of: {kinds}."),
    "event-before-receipt": N_(
        "The event “{kind}” of {date} lies before the receipt on {received}. Correct one of the "
        "two dates."
    ),
    "extension-out-of-range": N_(
        "An extension of “{days}” is not possible. Give a whole number from 1 to {longest} "
        "working days (Article 33)."
    ),
    "fee-number": N_("“{number}” cannot be charged. Give a whole number from 0 to {most}."),
    "cases-unreadable": N_(
        "The file “{path}” cannot be read ({reason}). Check its name and place."
    ),
    "cases-not-utf8": N_("The file “{path}” is not in UTF-8. Save it in UTF-8 and try again."),
    "case-line": N_("Line {line}: {reason}"),
    "case-no-json": N_("This is no JSON object. Write one case a line."),
    "case-shape": N_(
        'This is no case. Write {{"received": "YYYY-MM-DD", "events": […], "as_of": "YYYY-MM-DD"}}.'
    ),
    "case-event-shape": N_(
        'An event cannot be read. Write ["YYYY-MM-DD", "kind", argument or null].'
    ),
}

_NOTICE = {
    "notice-none": N_(
        "This is no holiday notice: no line such as “一、元旦：1月1日放假” was found. Paste the "
        "whole text of the State Council's notice."
    ),
    "notice-year-missing": N_(
        "The year of the notice was not found. Paste its title too (关于…年部分节假日安排的通知)."
    ),
    "notice-without-days": N_(
        "The amending notice for {year} names no day off and no day worked that could be read. "
        "Paste its whole text."
    ),
    "notice-festival-missing": N_(
        "The notice for {year} does not arrange: {names}. Paste the whole text; only an amending "
        "notice may leave festivals out."
    ),
    "notice-line-without-day": N_(
        "No day off was found in the line “{line}”. Compare it with the original."
    ),
    "notice-total": N_(
        "The line “{line}” says {stated} days, but names {found}. Compare it with the original."
    ),
    "notice-weekday": N_(
        "The line “{line}” calls {date} a 星期{stated}, but it is a 星期{computed}. Compare it "
        "with the original."
    ),
    "notice-makeup-no-weekend": N_(
        "{date} is to be worked instead of a holiday, but it is no Saturday or Sunday. Compare it "
        "with the original."
    ),
    "notice-off-and-worked": N_(
        "{date} is named both as a day off and as a day worked. Compare it with the original."
    ),
    "notice-impossible-date": N_(
        "The line “{line}” names {text}, a date that does not exist. Compare it with the original."
    ),
    "notice-foreign-date": N_(
        "The line “{line}” names {text}, which does not belong to the notice for {year}. Compare "
        "it with the original."
    ),
    "notice-range": N_(
        "The line “{line}” names {text}, which ends before it begins or lasts too long. Compare it "
        "with the original."
    ),
    "notice-clause-unreadable": N_(
        "In the line “{line}” the part “{clause}” cannot be understood. Compare it with the "
        "original."
    ),
    "notice-extends-unknown": N_(
        "The line “{line}” extends a holiday of {year} that is not known. Import the yearly notice "
        "for {year} first."
    ),
    "notice-file-unreadable": N_(
        "The file “{path}” cannot be read ({reason}). Check its name and place."
    ),
    "notice-file-too-long": N_("“{name}” is too long for a holiday notice. Choose another file."),
}

_STEPS = {
    "step-received": N_("Day 0. The reply is due on the {days}th working day after it."),
    "step-clarified": N_(
        "The clarified request counts from this day: {days} working days anew; extension and "
        "consultations of before fall away."
    ),
    "step-paid": N_(
        "Paid: {days} working days anew from this day; extension and consultations of before fall "
        "away."
    ),
    "step-clarification": N_("The period waits until the applicant has clarified the request."),
    "step-clarification-late": N_(
        "The period waits until the applicant has clarified the request; asked too late, the "
        "original due date {due} may still be held against us."
    ),
    "step-consulting": N_(
        "Working days after this day do not count until the answer comes, at most up to {limit}."
    ),
    "step-delivered": N_("Delivered: the consulted party has until {limit}."),
    "step-answered": N_("Answered: {days} working days were not counted."),
    "step-consultation-limit": N_(
        "The {days} working days for the answer are used up; from the next working day on the "
        "period runs by itself."
    ),
    "step-extended": N_("Extended by {days} working days."),
    "step-delayed": N_("The delayed reply is due on {due}, as set by the agency."),
    "step-fee-noticed": N_(
        "The period waits for the payment; the applicant has {days} working days from the day "
        "after receiving the notice."
    ),
    "step-closed": N_("Closed while the period was waiting."),
    "step-closed-in-time": N_("Closed in time: due was {due}."),
    "step-closed-late": N_("Closed too late: due was {due}."),
}

_WARNINGS = {
    "received-in-future": N_("The receipt on {received} lies after {as_of}, the day looked from."),
    "event-in-future": N_("“{kind}” of {date} lies after {as_of} and was not counted."),
    "event-after-closing": N_(
        "“{kind}” of {date} has no effect: the request was closed on {closed_on}."
    ),
    "event-while-waiting": N_(
        "“{kind}” of {date} has no effect: the period was waiting for the applicant."
    ),
    "clarification-late": N_(
        "The clarification was requested on {date}, after the limit {limit} (7 working days, "
        "Article 30). The original due date {due} may still be held against us."
    ),
    "clarification-again": N_(
        "A clarification was requested once more on {date}; the law knows one only (Article 30). "
        "The due date {due} of before may still be held against us."
    ),
    "clarification-not-asked": N_(
        "“{kind}” of {date} has no effect: no clarification was pending."
    ),
    "clarification-not-asked-closed": N_(
        "Closed on {date} for a missing clarification, but none had been requested."
    ),
    "consultation-not-sent": N_(
        "“{kind}” of {date} has no effect: that consultation was not sent."
    ),
    "consultation-known": N_(
        "“{kind}” of {date} has no effect: that was recorded already for this consultation."
    ),
    "consultation-late": N_(
        "“{kind}” of {date} comes after the due date {due} and does not move it."
    ),
    "extended-again": N_(
        "“{kind}” of {date} has no effect: this period was extended already (once only)."
    ),
    "extended-late": N_(
        "Extended by {days} working days on {date}, after the due date {due}: the extension came "
        "too late."
    ),
    "due-no-working-day": N_("The due date {due} set by hand is no working day."),
    "due-earlier": N_(
        "The due date {due} set by hand is earlier than the computed one, {computed}."
    ),
    "due-by-hand": N_(
        "The due date was set by hand to {due} (computed: {computed}). Reason: {reason}"
    ),
    "fee-noticed-again": N_("“{kind}” of {date} has no effect: a payment was pending already."),
    "fee-noticed-late": N_("The fee notice of {date} came after the due date {due}."),
    "fee-not-noticed": N_("“{kind}” of {date} has no effect: no payment was pending."),
    "fee-not-noticed-closed": N_(
        "Closed on {date} for a missing payment, but no fee notice had been sent."
    ),
}

SENTENCES: dict[str, str] = {
    **_REDECISION,
    **_INPUT,
    **_NOTICE,
    **_STEPS,
    **_WARNINGS,
}
