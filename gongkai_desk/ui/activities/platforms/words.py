"""How limits and states of platforms are said, coloured and drawn."""

from __future__ import annotations

from typing import Final

from gongkai_desk.domain.platform import PlatformKind
from gongkai_desk.domain.platform_limits import PlatformStanding, PlatformState
from gongkai_desk.i18n import _
from gongkai_desk.services.platform_words import days_late, days_left, limit_text
from gongkai_desk.texts import label
from gongkai_desk.ui.theme import Tone

_LOOKS: Final = {
    PlatformState.LATE: (Tone.BAD, "warning"),
    PlatformState.SOON: (Tone.WARN, "clock"),
    PlatformState.UNCHECKED: (Tone.WARN, "help"),
    PlatformState.UNDATED: (Tone.WARN, "help"),
    PlatformState.FRESH: (Tone.GOOD, "done"),
    PlatformState.NO_LIMIT: (Tone.NEUTRAL, "info"),
    PlatformState.CLOSED: (Tone.NEUTRAL, "close"),
}


def state_tone(one: PlatformStanding) -> Tone:
    return _LOOKS[one.state][0]


def state_icon(one: PlatformStanding) -> str:
    return _LOOKS[one.state][1]


def state_word(one: PlatformStanding) -> str:
    """The state in a few words, with the number of days where there is one."""
    if one.state is PlatformState.LATE:
        return days_late(one.late_days)
    return label(one.state)


def state_sentence(one: PlatformStanding, left: int) -> str:
    """The state with how it is known; `left` are the days until the limit is over."""
    if one.state is PlatformState.LATE:
        if one.seen:
            return _("{late}, seen at the last check").format(late=days_late(one.late_days))
        return _("{late} if nothing came since the last check: look again").format(
            late=days_late(one.late_days)
        )
    if one.due is not None and one.state in (PlatformState.SOON, PlatformState.FRESH):
        return f"{label(one.state)} · {days_left(left)}"
    return label(one.state)


def category_word(one: PlatformStanding) -> str:
    """A column is told by what it holds, anything else by its kind."""
    if one.platform.kind is PlatformKind.COLUMN and one.rule is not None:
        return one.rule.title
    return label(one.platform.kind)


def limit_word(one: PlatformStanding) -> str:
    """The limit with whose it is."""
    text = limit_text(one.limit)
    if one.platform.limit_days is not None:
        return _("{limit} (set for this platform)").format(limit=text)
    if one.rule is None or one.limit is None:
        return text
    if one.rule.own:
        return _("{limit} (set by the office)").format(limit=text)
    if one.rule.unsure:
        return _("{limit} (provisional, can be changed)").format(limit=text)
    return text
