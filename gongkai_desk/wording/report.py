"""Labels and sentences of the report area."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.report import Became
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    Became.MENDED: N_("Has been put right"),
    Became.GOING_ON: N_("Being put right"),
    Became.NOT_YET: N_("Not put right yet"),
}

SENTENCES: dict[str, str] = {
    "report-case-no-receipt-date": N_(
        "Request {number} has no legal receipt date and is in no cell of table 3: enter the date."
    ),
    "report-case-no-kind": N_(
        "Request {number} has no kind of applicant and is in no cell of table 3: choose the kind."
    ),
    "report-case-closed-before-receipt": N_(
        "Request {number} ended before its legal receipt date and is not counted: correct the "
        "dates."
    ),
    "report-case-no-result": N_(
        "Request {number} is closed without one of the 21 official results and is not counted: "
        "choose the result."
    ),
    # the form of a report file
    "report-no-agency": N_("The report does not name its agency: fill in “agency”."),
    "report-no-year": N_("The report does not name its year: fill in “year” as a number."),
    "report-part-no-object": N_("{place} is missing or not built as it should be: fill it in."),
    "report-row-unknown": N_(
        "{place}: there is no row “{found}”; the rows are 1 to 25. Remove it."
    ),
    "report-row-missing": N_("{place} is missing: fill in its {expected} numbers."),
    "report-row-length": N_(
        "{place} has {found} cells instead of {expected}: nobody can tell which is which."
    ),
    "report-cell-not-whole": N_(
        "{place}: “{found}” is no whole number of 0 or more; enter 0 where there is nothing."
    ),
    "report-amount-unreadable": N_(
        "{place}: “{found}” is no amount of 0 or more in 10,000 yuan; enter 0 where there is none."
    ),
    "report-cell-empty": N_("{place} is empty; enter 0 where there is nothing."),
    "report-previous-half": N_(
        "{place} is empty: fill in the whole row of last year's report, or leave all of it empty."
    ),
    "report-previous-unreadable": N_(
        "{place}: “{found}” cannot be read, so this year is not compared with it."
    ),
    # the identities
    "report-intake-outcome": N_(
        "{place}: rows 1 and 2 make {intake}, rows 24 and 25 make {outcome}; they must be equal."
    ),
    "report-sum-b": N_("{place}: {found}, but rows 3 to 23 make {expected}."),
    "report-sum-c": N_("{place}: {found}, but the six kinds of applicants make {expected}."),
    "report-sum-f": N_("{place}: {found}, but the four results make {expected}."),
    "report-override-stale": N_(
        "{place}: set to {number} when the register counted {counted}; it counts {now} now. "
        "Confirm the number or let the counted one stand."
    ),
    "report-answer-empty": N_("Say in at least {least} characters why this is right."),
    "report-override-no-cell": N_("Only a single cell can be set; sums are worked out."),
    "report-override-number": N_("Enter a whole number from 0 to {largest}."),
    "report-override-no-reason": N_(
        "Say in at least {least} characters why the number is not the counted one."
    ),
    "report-reason-long": N_("Longer than {most} characters: give the reason in short."),
    "report-carried-over": N_(
        "{place}: {found}, but last year's report handed over {expected} (row 25)."
    ),
    "report-in-force": N_(
        "{place}: {found} in force; last year's {before}, those issued and those abolished make "
        "{expected}. Check, or explain it in part six."
    ),
    # the written parts
    "report-misquoted": N_("{place}: the text says “{words}”, but by {cell} it is {expected}."),
    "report-fee-not-told": N_(
        "{place}: {count} requests ended because the fee was not paid (row 22); part six should "
        "tell how 信息处理费 was charged."
    ),
    "report-opening-missing": N_(
        "{place}: the opening paragraph is missing. Write it, or draft it from the figures."
    ),
    "report-part-missing": N_("{place} has no text yet."),
    "report-part-five-empty": N_(
        "{place} must name problems and how they are being mended; it must not be empty or 无."
    ),
    "report-government-untold": N_(
        "{place}: a government also tells 工作考核, 社会评议 and 责任追究结果 "
        "(国办公开办函〔2021〕30号), but “{matter}” is not named. Add a sentence, also where "
        "there was nothing."
    ),
    "report-last-problems-untold": N_(
        "{place}: last year's report named {count} problems (“{example}”…); say what became of "
        "them: choose it in the list above the text, or write it."
    ),
    "report-heading-blank": N_(
        "{place}: nothing stands below the sub-heading “{title}”. Write its text, or take it out."
    ),
    "report-overview-long": N_("{place} has {length} characters; it should keep to {longest}."),
    # what to write where no figure speaks
    "report-hint-proactive": N_(
        "Add what was published through website, new media and gazette, and which policies were "
        "explained."
    ),
    "report-hint-requests": N_("Add how handling was improved, for example talks with applicants."),
    "report-hint-management": N_(
        "How information is reviewed before publication, kept up to date, and normative documents "
        "are managed."
    ),
    "report-hint-platforms": N_("How the website, its disclosure columns and new media were kept."),
    "report-hint-supervision": N_(
        "How the work was led, taught and inspected in the year; state only what took place."
    ),
    "report-hint-supervision-government": N_(
        "Training, and for a government also the results of 工作考核, 社会评议 and 责任追究 "
        "(国办公开办函〔2021〕30号); state only what took place."
    ),
    "report-hint-problems": N_(
        "The main problems of the year and what is being done about each; also what became of last "
        "year's."
    ),
    "report-hint-other": N_(
        "信息处理费: number of notices, their amount and what was received; then the work points "
        "carried out and other matters."
    ),
    "report-hint-proposals": N_(
        "How many 人大代表建议 and 政协提案 were answered in the year and how many of the answers "
        "were published; no published answer is on record."
    ),
    "report-hint-innovation": N_(
        "What was done for the first time or in a new way; no case sent in and no exchange of the "
        "year is on record."
    ),
    "report-hint-others": N_(
        "What else has to be explained, for example numbers of table 2 that do not follow from "
        "last year's."
    ),
    # files
    "report-format": N_(
        "The format “{format}” cannot be written by this version; choose among {known}."
    ),
    "report-file-unreadable": N_("“{path}” cannot be read ({reason}): check the name."),
    "report-file-no-json": N_(
        "“{path}” is no JSON file ({detail}): choose a report written by “report --json”."
    ),
    "report-file-no-object": N_(
        "“{path}” holds no report: a JSON object with the tables of a report is expected. Choose "
        "another file."
    ),
    "report-file-name-twice": N_("The report gives “{name}” twice: remove one of them."),
}
