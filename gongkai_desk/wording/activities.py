"""Labels, sentences and operations of activities and of the institutions supervised."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = ()

SENTENCES: dict[str, str] = {
    "institution-name-missing": N_("The institution has no name. Write its full name."),
    "activity-title-missing": N_("It is not said what was done. Write a few words."),
    "activity-ends-before-it-begins": N_(
        "It ends on {until}, before it begins on {from}. Correct one of the two."
    ),
    "activity-without-people": N_("Nobody took part? Leave the number empty when it is unknown."),
}

OPERATIONS: dict[str, str] = {
    "save-activity": N_("entry of an activity"),
    "remove-activity": N_("removal of an activity"),
    "save-institution": N_("entry of an institution"),
    "remove-institution": N_("removal of an institution"),
    "save-disclosure-settings": N_("change of the disclosure settings"),
}
