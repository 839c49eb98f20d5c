"""How the standing of a unit looks, and the groups in which the list of units is looked at."""

from __future__ import annotations

from enum import StrEnum

from gongkai_desk.domain.roll_up import ADDED, SETTLED, Standing, Unit
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.theme import Tone

LOOKS = {
    Standing.COUNTED: (Tone.GOOD, "done"),
    Standing.FAILS: (Tone.WARN, "warning"),
    Standing.SAME_NAME: (Tone.BAD, "error"),
    Standing.AREA: (Tone.WARN, "help"),
    Standing.SUM: (Tone.WARN, "help"),
    Standing.UNNAMED: (Tone.BAD, "error"),
    Standing.INCOMPLETE: (Tone.BAD, "error"),
    Standing.OLD_FORM: (Tone.BAD, "error"),
    Standing.OTHER_YEAR: (Tone.BAD, "calendar"),
    Standing.COPY: (Tone.NEUTRAL, "copy"),
    Standing.UNREADABLE: (Tone.BAD, "error"),
    Standing.MISSING: (Tone.BAD, "clock"),
    Standing.LEFT_OUT: (Tone.NEUTRAL, "close"),
}


class Group(StrEnum):
    """What the list of units shows."""

    ALL = "all"
    ADDED = "added"
    FAILS = "fails"
    WAITING = "waiting"
    MISSING = "missing"
    ASIDE = "aside"


def in_group(unit: Unit, group: Group) -> bool:
    """Whether the list shows a unit."""
    standing = unit.standing
    return {
        Group.ALL: True,
        Group.ADDED: standing in ADDED,
        Group.FAILS: standing is Standing.FAILS,
        Group.WAITING: standing not in (*SETTLED, Standing.MISSING),
        Group.MISSING: standing is Standing.MISSING,
        Group.ASIDE: standing in (Standing.COPY, Standing.LEFT_OUT),
    }[group]


def group_name(group: Group) -> str:
    return {
        Group.ALL: _("All"),
        Group.ADDED: _("Added up"),
        Group.FAILS: pgettext("roll-up", "Fails a check"),
        Group.WAITING: pgettext("roll-up", "Not added, to be settled"),
        Group.MISSING: _("Not handed in"),
        Group.ASIDE: pgettext("roll-up", "Put aside"),
    }[group]


def carried_state(unit: Unit) -> tuple[Tone, str, str]:
    """Tone, icon and word for whether row 2 is row 25 of last year's report."""
    if unit.source is None or unit.carried is None:
        return Tone.NEUTRAL, "", pgettext("roll-up", "Not known")
    if unit.carried:
        return Tone.GOOD, "done", pgettext("roll-up", "Agrees")
    return Tone.BAD, "error", pgettext("roll-up", "Differs")
