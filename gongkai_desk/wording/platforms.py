"""Labels, sentences and operations of platforms, the checks of them and messages."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.message_limits import MessageState
from gongkai_desk.domain.platform import PlatformKind, Slimming
from gongkai_desk.domain.platform_limits import PlatformState
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        PlatformKind.WEBSITE: N_("Government website"),
        PlatformKind.COLUMN: N_("Website column"),
        PlatformKind.NEW_MEDIA: N_("New-media account"),
        PlatformKind.MAILBOX: N_("Letterbox for messages"),
        PlatformKind.ZONE: N_("Disclosure zone"),
        PlatformKind.GAZETTE: N_("Government gazette"),
    },
    {
        Slimming.KEEP: N_("Kept as it is"),
        Slimming.IMPROVE: N_("To be improved"),
        Slimming.MERGE: N_("To be merged"),
        Slimming.CLOSE: N_("To be closed down"),
        Slimming.CLOSED: N_("Closed down"),
    },
    {
        PlatformState.LATE: N_("Not updated in time"),
        PlatformState.SOON: N_("Update due soon"),
        PlatformState.UNCHECKED: N_("Never checked"),
        PlatformState.UNDATED: N_("Last update unknown"),
        PlatformState.FRESH: N_("Updated in time"),
        PlatformState.NO_LIMIT: N_("No update limit"),
        PlatformState.CLOSED: N_("No longer in use"),
    },
    {
        MessageState.LATE: N_("Answer overdue"),
        MessageState.DUE: N_("Answer due shortly"),
        MessageState.WAITING: N_("Answer pending"),
        MessageState.IN_TIME: N_("Answered in time"),
        MessageState.ANSWERED_LATE: N_("Answered after the limit"),
        MessageState.ANSWERED: N_("Message answered"),
    },
)

SENTENCES: dict[str, str] = {
    "platform-name-missing": N_("It has no name. Write the name as visitors see it."),
    "platform-days-too-few": N_("At least one day; leave it empty to follow the rule."),
    "platform-closed-before-opened": N_(
        "It is closed on {closed}, before it was opened on {opened}. Correct one of the two."
    ),
    "platform-closed-day-missing": N_("It is closed: enter the day on which it was."),
    "column-without-site": N_("Choose the website this column belongs to, when it is entered."),
    "platform-known": N_("There is one with the name “{name}” already. Is it the same?"),
    "update-after-check": N_(
        "The newest entry is of {update}, after the check on {date}. Correct one of the two."
    ),
    "mended-before-check": N_(
        "It was put right on {mended}, before the check on {date}. Correct one of the two."
    ),
    "mended-without-problem": N_("Put right, but what was wrong? Write it above."),
    "check-says-nothing": N_("Neither a date nor a problem: the check will tell nothing."),
    "round-empty": N_("Nothing is entered yet. Type the date of the newest entry of each."),
    "round-row-unreadable": N_("{name}: “{text}” is no date. Type it like 11-20 or 2026-11-20."),
    "round-row-update-after-check": N_(
        "{name}: the newest entry is of {update}, after the check on {date}."
    ),
    "message-text-missing": N_("The message has no text. Write what it says."),
    "answered-before-received": N_(
        "It was answered on {answered}, before it was received on {received}. Correct one of the "
        "two."
    ),
    "answer-text-empty": N_("Answered, but how? A few words are enough."),
    "platform-headings-missing": N_(
        "No row of headings was found. There must be one with 名称 and at least one of 类型, "
        "网址, 主办单位, 责任人, 备案号."
    ),
    "platforms-nothing-new": N_("Everything in the file is entered already. Nothing was changed."),
}

OPERATIONS: dict[str, str] = {
    "save-platform": N_("entry of a platform"),
    "remove-platform": N_("removal of a platform"),
    "save-platform-check": N_("check of a platform"),
    "remove-platform-check": N_("removal of a platform check"),
    "record-platform-round": N_("round of platform checks"),
    "close-platform": N_("closing of a platform"),
    "import-platforms": N_("import of platforms"),
    "save-site-message": N_("entry of a message"),
    "remove-site-message": N_("removal of a message"),
    "answer-site-message": N_("answer to a message"),
}
