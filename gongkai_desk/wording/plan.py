"""Labels and sentences of the plan area."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.plan import DeadlineKind, DutyKind, Light, Per, TaskStatus
from gongkai_desk.domain.plan_reading import LineKind
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        DeadlineKind.NONE: N_("No deadline"),
        DeadlineKind.ALL_YEAR: N_("All year"),
        DeadlineKind.BY_DATE: N_("By a date"),
        DutyKind.TRAINING: N_("Training"),
        DutyKind.MEETING_SEATS: N_("Public seats in meetings"),
        DutyKind.POLICY_EVALUATION: N_("Policy evaluation"),
        DutyKind.LEADER_BRIEFING: N_("Briefing of the head"),
        DutyKind.OPEN_DAY: N_("Open day"),
        DutyKind.INSPECTION: N_("Inspection"),
        DutyKind.OTHER: N_("Other duty"),
        DutyKind.PUBLIC_CONSULTATION: N_("Public consultation"),
        DutyKind.PRESS_CONFERENCE: N_("Press conference"),
        DutyKind.ZONE_EVENT: N_("Event in the disclosure area"),
        DutyKind.CASE_SUBMISSION: N_("Example handed in"),
        DutyKind.JOINT_CONSULTATION: N_("Joint discussion of requests"),
        DutyKind.SUPERVISION: N_("Supervision of institutions"),
        Per.YEAR: N_("a year"),
        Per.HALF_YEAR: N_("every half-year"),
        Per.QUARTER: N_("a quarter"),
        Per.MONTH: N_("a month"),
        Per.ONCE: N_("once"),
        TaskStatus.OPEN: N_("Not begun"),
        TaskStatus.IN_PROGRESS: N_("Under way"),
        TaskStatus.DONE: N_("Done"),
        TaskStatus.CARRIED: N_("Carried over"),
    },
    {
        Light.DONE: N_("Finished"),
        Light.LATE: N_("Past its deadline"),
        Light.SOON: N_("Due soon"),
        Light.ON_TRACK: N_("On track"),
        Light.UNDATED: N_("Without a date"),
        LineKind.FRONT: N_("Opening of the document"),
        LineKind.HEADING: N_("Heading"),
        LineKind.TASK: N_("Part of a task"),
        LineKind.TAIL: N_("Close of the document"),
        LineKind.PAGE: N_("Page furniture"),
    },
)

SENTENCES: dict[str, str] = {
    "plan-empty": N_("There is no text in “{name}”. Choose another file or paste the text."),
    "plan-too-long": N_(
        "“{name}” has more than {limit} lines; no work plan is that long. "
        "Check that this is the right file."
    ),
    "plan-no-tasks": N_(
        "No tasks were found in “{name}”: neither items numbered 一、 or （一） nor a table with a "
        "column of responsible units or deadlines. Check that this is the work plan itself."
    ),
    "plan-no-year": N_(
        "“{name}” does not say which year the plan is for. Give the year (--year) and try again."
    ),
    "plan-year-needed": N_("The plan's year is needed: limits such as 年底前 depend on it."),
    "plan-year-out-of-range": N_(
        "{year} cannot be the year of a work plan. Give a year from {first} to {last}."
    ),
    "plan-already-imported": N_(
        "“{title}” of {year} is in the office file already; nothing was imported. "
        "Remove the old plan first if this is a new version."
    ),
    "plan-title-empty": N_("The title is empty. Write a few words that name the task."),
    "plan-last-task": N_("This is the only task left; a plan without tasks cannot be imported."),
    "plan-first-task": N_("This is the first task; there is none before it to join it to."),
    "plan-task-without-units": N_(
        "Task {number} names no unit although others do. Check it against the document."
    ),
    "plan-number-out-of-sequence": N_(
        "Task {number} does not follow the number before it. Check that nothing is missing."
    ),
    "plan-last-task-cut-off": N_(
        "Task {number}, the last one, stops in the middle of a sentence. It was kept as it is; "
        "check whether the document goes on."
    ),
    "plan-unit-doubtful": N_(
        "Task {number}: “{name}” does not look like the name of a unit. Check it against the "
        "document."
    ),
    "plan-units-left-in-text": N_(
        "Task {number}: {text} stands inside the text and was not taken as its units. Check "
        "whether the units named there belong to the task."
    ),
    "plan-task-holds-others": N_(
        "Task {number} seems to hold several tasks. If so, put the cursor before the next one in "
        "the document and split it there."
    ),
    "plan-deadline-several": N_(
        "Task {number}: “{text}” names several dates; the first one was taken. Set another by "
        "hand if it is wrong."
    ),
    "plan-split-outside": N_(
        "This line belongs to no task. Put the cursor into the task to split."
    ),
    "plan-split-at-edge": N_(
        "Nothing would be left of one of the two. Put the cursor before the first word of what "
        "shall be a task of its own."
    ),
    "plan-line-inseparable": N_(
        "The line cannot be taken out of task {number}, whose words go on in it. Join or correct "
        "the task instead."
    ),
    "plan-deadline-unreadable": N_(
        "Task {number}: the deadline “{text}” could not be understood. Set it by hand."
    ),
    "work-record-empty": N_("The record is empty. Write what was done."),
    "file-unreadable": N_("“{name}” cannot be read ({reason}). Check the name and your rights."),
    "file-empty": N_("“{name}” is empty. Choose another file."),
    "file-too-large": N_("“{name}” is larger than {limit} MB. Split it or choose another file."),
    "file-binary": N_(
        "“{name}” is neither text nor a document this program knows. "
        "Use txt, docx, xlsx or pdf, or paste the text."
    ),
    "file-encoding-unknown": N_(
        "The characters of “{name}” are in an unknown encoding. Save it as UTF-8 and try again."
    ),
    "file-old-format": N_(
        "“{name}” is in an old format (doc, wps, xls, rtf). "
        "Open it in Word or WPS, save it as docx or xlsx, and try again."
    ),
    "file-encrypted": N_(
        "“{name}” is protected by a password. Remove the protection and try again."
    ),
    "file-damaged": N_(
        "“{name}” is damaged or not what its name says. Open it in its own program, "
        "save it again, and try again."
    ),
    "file-unknown-kind": N_(
        "“{name}” is a package, but neither docx nor xlsx. Use txt, docx, xlsx or pdf."
    ),
    "file-unpacks-too-large": N_(
        "“{name}” would unpack to far more than a document holds (limit {limit} MB); it was not "
        "opened. Get the file again from its source."
    ),
    "file-unsafe": N_(
        "“{name}” declares entities, which office programs never do; it was not opened. "
        "Get the file again from its source."
    ),
    "file-sheet-too-large": N_(
        "The sheet “{sheet}” of “{name}” has more than {rows} rows or {columns} columns. "
        "Keep only the table of tasks and try again."
    ),
    "file-scanned": N_(
        "“{name}” holds pictures of pages, no text. Recognise the text first (OCR) "
        "or paste the words of the document."
    ),
    "file-too-many-pages": N_("“{name}” has more than {limit} pages. Keep only the work plan."),
}
