"""Labels and sentences of moving a ledger in and out."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    LedgerField.NUMBER: N_("Number"),
    LedgerField.PLATFORM_NUMBER: N_("Platform number"),
    LedgerField.RECEIVED: N_("Received"),
    LedgerField.ARRIVED: N_("Arrived on"),
    LedgerField.SUBMITTED: N_("Submitted on"),
    LedgerField.APPLICANT: N_("Applicant"),
    LedgerField.APPLICANT_KIND: N_("Applicant type"),
    LedgerField.CO_APPLICANTS: N_("Joint applicants"),
    LedgerField.IDENTITY_KIND: N_("Identity document"),
    LedgerField.IDENTITY_NUMBER: N_("Identity number"),
    LedgerField.LEGAL_REPRESENTATIVE: N_("Legal representative"),
    LedgerField.CONTACT_PERSON: N_("Contact person"),
    LedgerField.AGENT_NAME: N_("Agent"),
    LedgerField.PHONE: N_("Phone"),
    LedgerField.EMAIL: N_("E-mail address"),
    LedgerField.ADDRESS: N_("Postal address"),
    LedgerField.POSTCODE: N_("Postcode"),
    LedgerField.CONTACT: N_("Contact"),
    LedgerField.SUBJECT: N_("Information asked for"),
    LedgerField.DESCRIPTION: N_("Description"),
    LedgerField.PURPOSE: N_("Purpose"),
    LedgerField.CHANNEL: N_("Channel"),
    LedgerField.CONFIRMED_BY: N_("Confirmed by"),
    LedgerField.CONFIRMED_HOW: N_("Confirmed how"),
    LedgerField.DELIVERY: N_("Way wanted"),
    LedgerField.CARRIER: N_("Form of the information"),
    LedgerField.HANDLER: N_("Handling section"),
    LedgerField.TAGS: N_("Tags"),
    LedgerField.CLARIFICATION_REQUESTED: N_("Clarification asked for on"),
    LedgerField.CLARIFICATION_RECEIVED: N_("Clarification received on"),
    LedgerField.EXTENDED: N_("Extended or not"),
    LedgerField.EXTENDED_ON: N_("Extended on"),
    LedgerField.EXTENSION_DAYS: N_("Extension, working days"),
    LedgerField.STATUS: N_("Status"),
    LedgerField.DUE: N_("Due date"),
    LedgerField.REMAINING: N_("Working days left"),
    LedgerField.CLOSED_ON: N_("Closed on"),
    LedgerField.OUTCOME: N_("Kind of answer"),
    LedgerField.RESULT: N_("Result"),
    LedgerField.OUTCOME_REASON: N_("Reasons"),
    LedgerField.REPLY_NUMBER: N_("Reply number"),
    LedgerField.SERVICE_WAY: N_("Way of service"),
    LedgerField.POSTED_ON: N_("Posted or sent on"),
    LedgerField.SIGNED_ON: N_("Signed for on"),
    LedgerField.SERVED_ON: N_("Served on"),
    LedgerField.SIGNED_BY: N_("Signed by"),
    LedgerField.MAIL_NUMBER: N_("Mail number"),
    LedgerField.RARE_CHARACTERS: N_("Rare characters"),
    LedgerField.NOTE: N_("Note"),
    LedgerField.HISTORY: N_("Course of the case"),
    LedgerField.SEQUENCE: N_("Row number"),
}

SENTENCES: dict[str, str] = {
    "ledger-no-heading": N_(
        "No heading was found in “{name}”. A ledger needs a row of headings above the requests, "
        "such as 编号, 收到日期, 申请人, 申请内容."
    ),
    "ledger-wrong-kind": N_(
        "“{name}” is no ledger that can be read. Choose an Excel file (xlsx, xls, ods) or a "
        "csv file."
    ),
    "ledger-too-large": N_(
        "Sheet “{sheet}” of “{name}” has more than five million cells. Delete the empty rows and "
        "columns at its end, or divide it."
    ),
    "ledger-csv-damaged": N_(
        "“{name}” is no proper csv file. Open it in Excel or WPS, save it as xlsx, and try again."
    ),
    "ledger-without-requests": N_(
        "There is no request in “{name}”: below the headings no row has an applicant or a subject."
    ),
    "ledger-column-missing": N_(
        "No column says “{field}”. Name the column so in the first row of the table, or choose the "
        "field for the column that holds it."
    ),
    "ledger-without-receipt": N_(
        "No column holds the date of receipt. The requests are entered with the receipt "
        "unconfirmed, their time limit does not run."
    ),
    "ledger-without-channel": N_(
        "No column says how the requests came in. They are entered without a channel; add it in "
        "each request when it is known."
    ),
    "ledger-date-unreadable": N_("“{text}” is no date. Write it like 2025-03-05 or 2025年3月5日."),
    "ledger-date-short-year": N_(
        "“{text}” can be read in more than one way. Write the year with four digits."
    ),
    "ledger-date-no-day": N_("“{text}” has no day. Write the whole date, like 2025-03-05."),
    "ledger-date-no-year": N_("“{text}” has no year. Write the whole date, like 2025-03-05."),
    "ledger-date-impossible": N_("“{text}” does not exist in the calendar. Correct the date."),
    "ledger-date-out-of-range": N_(
        "“{text}” does not lie between 1990 and 2099. Correct the date."
    ),
    "ledger-number-damaged": N_(
        "The spreadsheet has made a number of it ({text}) and lost digits. Format the column as "
        "text and enter the number again."
    ),
    "ledger-became-date": N_(
        "The spreadsheet has made a date of it ({text}). Format the column as text and enter it "
        "again."
    ),
    "ledger-number-repeated": N_(
        "Number {number} stands in {other} already. Each request needs a number of its own."
    ),
    "ledger-number-taken": N_(
        "Number {number} is in the register already. Leave such rows out, or give the request "
        "another number."
    ),
    "ledger-value-unknown": N_(
        "“{text}” is not known as “{field}” ({count} cells: {cells}). Choose what it means, or "
        "write a usual word."
    ),
    "ledger-outcome-unknown": N_(
        "“{text}” cannot be matched with one result row of the annual report ({count} cells: "
        "{cells}). Choose the outcome; the program does not guess."
    ),
    "ledger-outcome-missing": N_(
        "{count} requests have a reply date but no result ({cells}). Choose the outcome, or leave "
        "the cases open."
    ),
    "ledger-extension-unknown": N_(
        "“{text}” does not say by how many working days the time limit was extended ({count} "
        "cells: {cells}). Choose the number, or write it in a column 延期天数."
    ),
    "ledger-ending-undated": N_(
        "There is a result (“{text}”), but no date of the reply. Enter the date, or empty the "
        "result."
    ),
    "ledger-event-without-receipt": N_(
        "Something was done in this case, but it has no date of receipt. Enter the date."
    ),
    "ledger-clarification-unasked": N_(
        "A clarification was received, but no day is given on which it was asked for. Enter that "
        "day, too."
    ),
    "ledger-extension-undated": N_(
        "The day of the extension is not given. It is entered on the last day of the original time "
        "limit, so that the due date comes out right."
    ),
    "ledger-course-kept-as-note": N_(
        "The course of the case is kept in the note: it is not written the way the program "
        "can read."
    ),
    "ledger-first-answer-unknown": N_(
        "This case was answered anew. The first answer is not in the ledger; enter its outcome in "
        "the case file, the annual report counts by it."
    ),
    "ledger-applicant-missing": N_("The name of the applicant is missing. Enter it."),
    "ledger-subject-missing": N_("It is not said what is asked for. Sum it up in one line."),
    "ledger-masked": N_(
        "The number is masked with stars. It is entered as it stands; the whole number is "
        "not known."
    ),
    "ledger-without-columns": N_("No column is chosen. Choose at least one for the ledger."),
}
