"""Labels, sentences and operations of activities and of the institutions supervised."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.activity import ActivityKind
from gongkai_desk.domain.activity_forms import ActivityGroup
from gongkai_desk.domain.report_year import Stand
from gongkai_desk.domain.year_records import SourceKind
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        ActivityKind.TRAINING: N_("Training"),
        ActivityKind.OPEN_DAY: N_("Open day"),
        ActivityKind.MEETING_SEATS: N_("Public seats in meetings"),
        ActivityKind.PUBLIC_CONSULTATION: N_("Public consultation"),
        ActivityKind.POLICY_EVALUATION: N_("Policy evaluation"),
        ActivityKind.PRESS_CONFERENCE: N_("Press conference"),
        ActivityKind.PUBLIC_RESPONSE: N_("Answer to public concern"),
        ActivityKind.ZONE_EVENT: N_("Event in the disclosure area"),
        ActivityKind.CASE_SUBMISSION: N_("Example handed in"),
        ActivityKind.LEADER_BRIEFING: N_("Briefing of the head"),
        ActivityKind.JOINT_CONSULTATION: N_("Joint discussion of requests"),
        ActivityKind.SUPERVISION: N_("Supervision of institutions"),
        ActivityKind.INSPECTION: N_("Inspection and notice"),
        ActivityKind.CLEANUP: N_("Clearing of information"),
        ActivityKind.EXCHANGE: N_("Study and exchange"),
        ActivityKind.RULES_MADE: N_("Rules made"),
        ActivityKind.OTHER: N_("Other work"),
    },
    {
        ActivityGroup.LEARNING: N_("Training and organisation"),
        ActivityGroup.PARTICIPATION: N_("Public participation"),
        ActivityGroup.RELEASE: N_("Release and publicity"),
        ActivityGroup.SUPERVISION: N_("Supervision and inspection"),
        ActivityGroup.OTHER: N_("Other work"),
    },
    {
        SourceKind.ACTIVITY: N_("Work record"),
        SourceKind.DOCUMENT: N_("Document"),
        SourceKind.INTERPRETATION: N_("Interpretation"),
        SourceKind.DECISION: N_("Major decision"),
        SourceKind.CATALOGUE: N_("Catalogue edition"),
        SourceKind.PLATFORM: N_("Platform"),
        SourceKind.CHECK: N_("Check of a platform"),
        SourceKind.MESSAGE: N_("Message"),
        SourceKind.INSPECTION: N_("Self-inspection"),
        SourceKind.TASK: N_("Task"),
        Stand.WRITTEN: N_("In the text"),
        Stand.CHANGED: N_("Figures have changed"),
        Stand.ABSENT: N_("Not in the text"),
    },
)

SENTENCES: dict[str, str] = {
    "institution-name-missing": N_("The institution has no name. Write its full name."),
    "activity-title-missing": N_("It is not said what was done. Write a few words."),
    "activity-ends-before-it-begins": N_(
        "It ends on {until}, before it begins on {from}. Correct one of the two."
    ),
    "activity-without-people": N_("Nobody took part? Leave the number empty when it is unknown."),
    "activity-field-missing": N_("“{field}” is empty. A record of this kind needs it."),
    "activity-count-unreadable": N_("“{text}” is no whole number. Write digits only."),
    "activity-date-unreadable": N_("“{text}” is no date. Write it like 2026-03-15."),
    "activity-more-than-all": N_(
        "“{part}” is {n}, more than “{whole}”, which is {of}. Correct one of the two."
    ),
    "activity-dates-out-of-order": N_(
        "{second} comes before {first}. Check “{field}” and the date of the record."
    ),
    "activity-answer-wanted": N_(
        "“{given}” is filled in, “{wanted}” is not. The report and inspections ask for it; you "
        "can add it later."
    ),
    "activity-reasons-wanted": N_(
        "{n} opinions were not taken. Say why: the reasons are made public with the result."
    ),
    "activity-consultation-short": N_(
        "The consultation lasts {n} days; on a major decision it generally lasts {least} at "
        "least. Tell the reason for the shorter time in the remarks."
    ),
}

OPERATIONS: dict[str, str] = {
    "save-activity": N_("entry of an activity"),
    "remove-activity": N_("removal of an activity"),
    "save-institution": N_("entry of an institution"),
    "remove-institution": N_("removal of an institution"),
    "save-disclosure-settings": N_("change of the disclosure settings"),
}
