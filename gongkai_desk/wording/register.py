"""Labels, sentences and names of operations of the register."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.case import Group, Status
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.receipt import ReceiptDay
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    EventKind,
    IdentityKind,
    ServiceWay,
)
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        ApplicantKind.NATURAL_PERSON: N_("Natural person"),
        ApplicantKind.BUSINESS: N_("Business"),
        ApplicantKind.RESEARCH: N_("Research institution"),
        ApplicantKind.PUBLIC_INTEREST: N_("Public-interest organisation"),
        ApplicantKind.LEGAL_SERVICE: N_("Legal service"),
        ApplicantKind.OTHER: N_("Other applicant"),
    },
    {
        Channel.UNSPECIFIED: N_("Not chosen yet"),
        Channel.IN_PERSON: N_("In person"),
        Channel.REGISTERED_MAIL: N_("Registered mail or EMS"),
        Channel.PLAIN_MAIL: N_("Plain letter"),
        Channel.ONLINE: N_("Online platform"),
        Channel.EMAIL: N_("E-mail"),
        Channel.FAX: N_("Fax"),
    },
    {
        IdentityKind.ID_CARD: N_("Identity card"),
        IdentityKind.PASSPORT: N_("Passport"),
        IdentityKind.CREDIT_CODE: N_("Unified social credit code"),
        IdentityKind.OTHER: N_("Other document"),
    },
    {
        Delivery.UNSPECIFIED: N_("Not stated"),
        Delivery.PICK_UP: N_("Pick up"),
        Delivery.MAIL: N_("By mail"),
        Delivery.EMAIL: N_("E-mail"),
        Delivery.FAX: N_("Fax"),
        Delivery.ON_SITE: N_("Read on site"),
        Delivery.ONLINE: N_("Through the platform"),
    },
    {
        CarrierForm.UNSPECIFIED: N_("Not stated"),
        CarrierForm.PAPER: N_("Paper"),
        CarrierForm.ELECTRONIC: N_("Electronic"),
        CarrierForm.OTHER: N_("Other form"),
    },
    {
        EventKind.CLARIFICATION_REQUESTED: N_("Clarification asked for"),
        EventKind.CLARIFICATION_RECEIVED: N_("Clarification received"),
        EventKind.CLARIFICATION_LAPSED: N_("Clarification lapsed"),
        EventKind.CONSULTATION_SENT: N_("Consultation sent"),
        EventKind.CONSULTATION_DELIVERED: N_("Consultation delivered"),
        EventKind.CONSULTATION_ANSWERED: N_("Consultation answered"),
        EventKind.EXTENDED: N_("Extended"),
        EventKind.DELAYED: N_("Delayed (Article 35)"),
        EventKind.FEE_NOTICED: N_("Fee notice sent"),
        EventKind.FEE_PAID: N_("Fee paid"),
        EventKind.FEE_LAPSED: N_("Fee lapsed"),
        EventKind.REPLIED: N_("Replied"),
        EventKind.WITHDRAWN: N_("Withdrawn"),
        EventKind.DUE_OVERRIDDEN: N_("Due date set by hand"),
        EventKind.REASONS_REQUESTED: N_("Reasons asked for (Article 35)"),
        EventKind.REASONS_RECEIVED: N_("Reasons received (Article 35)"),
        EventKind.MERGED: N_("Merged into another case"),
        EventKind.REDECISION_ORDERED: N_("New decision ordered"),
    },
    {
        ServiceWay.IN_PERSON: N_("Handed over"),
        ServiceWay.DELEGATED: N_("Through another agency"),
        ServiceWay.MAIL: N_("Posted"),
        ServiceWay.EMAIL: N_("Sent by e-mail"),
        ServiceWay.ONLINE: N_("Sent online"),
    },
    {
        Status.UNCONFIRMED: N_("Receipt unconfirmed"),
        Status.RUNNING: N_("In progress"),
        Status.AWAITING_CLARIFICATION: N_("Awaiting clarification"),
        Status.SUSPENDED: N_("Consulting"),
        Status.AWAITING_PAYMENT: N_("Awaiting payment"),
        Status.CLOSED: N_("Closed"),
    },
    {
        Group.OPEN: N_("Open"),
        Group.OVERDUE: N_("Overdue"),
        Group.DUE_TODAY: N_("Due today"),
        Group.DUE_SOON: N_("Due within 3 working days"),
        Group.DUE_THIS_WEEK: N_("Due this week"),
        Group.WAITING: N_("Waiting for others"),
        Group.UNCONFIRMED: N_("Receipt unconfirmed"),
        Group.UNREACHABLE: N_("Applicant not reached"),
        Group.PROVISIONAL: N_("Due date provisional"),
    },
    {
        Remedy.RECONSIDERATION_FIRST: N_("Reconsideration first"),
        Remedy.EITHER: N_("Reconsideration or litigation"),
        Remedy.BY_GROUND: N_("By the ground of each part"),
        Remedy.NONE: N_("No remedy paragraph"),
    },
    {
        ReceiptDay.SUBMITTED: N_("Day of submission"),
        ReceiptDay.SIGNED_FOR: N_("Day signed for"),
        ReceiptDay.CONFIRMED: N_("Day of confirmation"),
    },
)
"""One table for each enum: members of two StrEnums with the same value are equal as keys."""

SENTENCES: dict[str, str] = {
    "applicant-name-missing": N_(
        "The applicant has no name. Write the name of the person or organisation."
    ),
    "subject-missing": N_("It is not said what is asked for. Sum it up in one line."),
    "channel-missing": N_(
        "The channel is missing; it decides the receipt date. Choose how the request came in."
    ),
    "number-missing": N_("The number is empty. Write one, or take the suggested one."),
    "number-taken": N_(
        "Number {number} already belongs to {applicant} (“{subject}”). Choose another number."
    ),
    "received-after-today": N_(
        "The receipt date {received} lies in the future (today is {today}). Correct the date."
    ),
    "received-before-arrival": N_(
        "The receipt date {received} lies before the arrival on {arrived}. Correct one of the two."
    ),
    "received-before-submission": N_(
        "The receipt date {received} lies before the submission on {submitted}. Correct "
        "one of the two."
    ),
    "arrived-before-submission": N_(
        "The arrival on {arrived} lies before the submission on {submitted}. Check both dates."
    ),
    "arrived-after-today": N_(
        "The arrival on {arrived} lies in the future (today is {today}). Check the date."
    ),
    "received-needed-by-events": N_(
        "The receipt date cannot be empty: “{kind}” was recorded on {date}."
    ),
    "received-after-event": N_(
        "The receipt date {received} lies after “{kind}” of {date}. Correct the date, "
        "or void the event first."
    ),
    "received-missing": N_(
        "No receipt date yet: the time limit does not run. Record it as soon as it is "
        "established ({channel})."
    ),
    "receipt-proof-missing": N_(
        "How the receipt was confirmed is not recorded ({channel}). Note who confirmed "
        "it with the applicant, and how."
    ),
    "received-differs-from-rule": N_(
        "For this channel ({channel}) the receipt date should be {suggested}, not "
        "{received} (Article 31). Check it."
    ),
    "applicant-kind-missing": N_(
        "The applicant type is missing: the annual report cannot count this request."
    ),
    "identity-missing": N_(
        "No proof of identity is recorded (Article 29). If the applicant gave none, ask "
        "for a clarification."
    ),
    "contact-missing": N_(
        "There is no way to reach the applicant. Note a phone number, an e-mail or a "
        "postal address (Article 29)."
    ),
    "agent-authority-missing": N_(
        "An agent applies, but no power of attorney is recorded. Ask for it."
    ),
    "form-missing": N_(
        "It is not said in which form and how the applicant wants the information (Article 29)."
    ),
    "id-card-shape": N_(
        "An identity card number has 17 digits and one digit or X. Check it against the document."
    ),
    "id-card-birth-date": N_(
        "The birth date inside the identity card number does not exist. Check it "
        "against the document."
    ),
    "id-card-check-digit": N_(
        "The last digit of the identity card number does not fit the others. Check it "
        "against the document."
    ),
    "credit-code-shape": N_(
        "A unified social credit code has 18 digits and capital letters, without I, O, "
        "S, V and Z. Check it."
    ),
    "credit-code-check-character": N_(
        "The last sign of the unified social credit code does not fit the others. Check it."
    ),
    "confirmation-incomplete": N_("Note who confirmed the receipt with the applicant, and how."),
    "receipt-hint-unspecified": N_("Choose the channel first: it decides the receipt date."),
    "receipt-hint-in_person": N_(
        "In person: the day of submission is the receipt date. Give the applicant a receipt."
    ),
    "receipt-hint-registered_mail": N_(
        "Registered mail or EMS: the day we signed for it is the receipt date. Keep the "
        "envelope and the signing record."
    ),
    "receipt-hint-plain_mail": N_(
        "Plain letter: confirm with the applicant on the day it arrives; that day is "
        "the receipt date. Note who called and when."
    ),
    "receipt-hint-online": N_(
        "Online: the day both sides confirmed is the receipt date. Keep the "
        "confirmation (a screenshot or call note)."
    ),
    "receipt-hint-email": N_(
        "E-mail: the day both sides confirmed is the receipt date. Keep the confirming "
        "mail or the call note."
    ),
    "receipt-hint-fax": N_(
        "Fax: the day both sides confirmed is the receipt date. Keep the call note."
    ),
    "request-unknown": N_(
        "There is no request with the number “{number}”. See `register list` for the numbers."
    ),
    "request-without-receipt": N_(
        "Request {number} has no receipt date yet, so its time limit does not run. "
        "Record the receipt first."
    ),
    "event-without-receipt": N_(
        "“{kind}” cannot be recorded before the receipt date is. Record the receipt first."
    ),
    "event-on-closed-case": N_(
        "The case is closed: “{kind}” of {date} cannot be recorded after its end. "
        "Reopen the case first."
    ),
    "event-after-today": N_(
        "“{kind}” of {date} lies in the future (today is {today}). Record it when it has happened."
    ),
    "event-while-applicant-must-act": N_(
        "No time limit runs while the applicant must clarify or pay, so “{kind}” is not "
        "possible on {date}. Record the clarification or the payment first."
    ),
    "clarification-not-requested": N_(
        "“{kind}” of {date} does not fit: no clarification was waited for. Record first that it "
        "was asked for."
    ),
    "fee-not-asked-for": N_(
        "“{kind}” of {date} does not fit: no payment was waited for. Record the fee notice first."
    ),
    "fee-already-asked-for": N_(
        "A fee notice is already waiting for payment on {date}. Void the first one if it was wrong."
    ),
    "already-extended": N_(
        "The period running on {date} was extended already; it can be extended only "
        "once (Article 33)."
    ),
    "redecision-before-ending": N_(
        "“{kind}” of {date} does not fit: the case had no answer then that could be replaced."
    ),
    "event-before-redecision": N_(
        "“{kind}” of {date} lies before the new decision ordered on {ordered}; what was done "
        "before it stays as it was. Correct the date."
    ),
    "merge-without-number": N_(
        "It is not said which case carries this one on. Choose the case it is merged into."
    ),
    "consultation-name-taken": N_(
        "There already is a consultation “{name}”. Give the new one another name."
    ),
    "consultation-name-missing": N_(
        "The consultation has no name. Write A, B … or the name of the party."
    ),
    "consultation-name-blanks": N_(
        "The name of the consultation begins or ends with a blank. Remove it."
    ),
    "consultation-unknown": N_(
        "On {date} there was no consultation “{name}”. Record its sending first."
    ),
    "consultation-already-recorded": N_(
        "“{kind}” of the consultation “{name}” is recorded already, or it was answered "
        "before {date}. Check the timeline."
    ),
    "due-before-its-event": N_(
        "The new due date {due} lies before the decision of {date}. Correct one of the two."
    ),
    "override-without-reason": N_(
        "Say why the due date is set by hand. The reason is shown with it."
    ),
    "argument-not-wanted": N_(
        "“{kind}” takes no further detail, but “{argument}” was given. Leave it out."
    ),
    "event-already-voided": N_("“{kind}” of {date} is voided already."),
    "void-by-reopening": N_("“{kind}” of {date} closed the case. Reopen the case instead."),
    "void-breaks-later-event": N_(
        "Without “{kind}” of {date}, “{later}” of {later_date} would make no sense. "
        "Void the later one first."
    ),
    "event-breaks-later-event": N_(
        "With “{kind}” on {date}, “{later}” of {later_date} would make no sense. Check "
        "the date, or void the later one first."
    ),
    "reason-missing": N_("Say why. The reason stays in the timeline."),
    "reply-by-closing": N_("A reply needs its outcome and its service. Use “Close” to record it."),
    "outcome-missing": N_("The outcome is missing. Choose how the request was answered."),
    "outcome-unknown": N_("There is no outcome “{outcome}”. Choose one from the list."),
    "closing-day-missing": N_(
        "The day that ends the case is missing: of posting or sending, or of signing "
        "when handed over."
    ),
    "outcome-reason-missing": N_(
        "The reasons are missing; this answer must give them (“{outcome}”, {article})."
    ),
    "reply-number-missing": N_("The reply has no document number. Enter it."),
    "service-missing": N_(
        "It is not recorded how the reply was served. Enter it: the date of service decides "
        "whether it was in time."
    ),
    "mail-number-missing": N_(
        "The mail number is missing; it proves the day of posting. Enter it."
    ),
    "outcome-by-closing": N_(
        "The outcome and the day of service are set by closing a case. Reopen it to change them."
    ),
    "view-name-missing": N_("The view needs a name."),
    "view-name-taken": N_("There is a view “{name}” already. Please choose another name."),
    "redecision-missing": N_("Request {number} was not decided anew; correct its result instead."),
    "case-not-closed": N_("Request {number} is not closed, so it cannot be reopened."),
}

OPERATIONS: dict[str, str] = {
    "save-view": N_("saved view"),
    "remove-view": N_("deletion of a saved view"),
    "save-case-record": N_("entry in the case file"),
    "remove-case-record": N_("removal from the case file"),
    "save-register-settings": N_("change of the register's settings"),
    "add-request": N_("new request"),
    "change-request": N_("change of a request"),
    "confirm-receipt": N_("confirmation of a receipt"),
    "void-event": N_("voiding of an event"),
    "close-request": N_("closing of a request"),
    "reopen-request": N_("reopening of a request"),
    "correct-ending": N_("correction of a result"),
    "record-clarification_requested": N_("entry: clarification asked for"),
    "record-clarification_received": N_("entry: clarification received"),
    "record-clarification_lapsed": N_("entry: clarification lapsed"),
    "record-consultation_sent": N_("entry: consultation sent"),
    "record-consultation_delivered": N_("entry: consultation delivered"),
    "record-consultation_answered": N_("entry: consultation answered"),
    "record-extended": N_("entry: extended"),
    "record-delayed": N_("entry: delayed (Article 35)"),
    "record-fee_noticed": N_("entry: fee notice sent"),
    "record-fee_paid": N_("entry: fee paid"),
    "record-fee_lapsed": N_("entry: fee lapsed"),
    "record-replied": N_("entry: replied"),
    "record-withdrawn": N_("entry: withdrawn"),
    "record-due_overridden": N_("entry: due date set by hand"),
    "record-reasons_requested": N_("entry: reasons asked for"),
    "record-reasons_received": N_("entry: reasons received"),
    "record-merged": N_("entry: merged into another case"),
    "record-redecision_ordered": N_("entry: new decision ordered"),
}
"""What a write of the register is called in the menus of undo and redo and in the history."""
