"""How the states of messages are said, coloured and drawn."""

from __future__ import annotations

from typing import Final

from gongkai_desk.domain.message_limits import MessageStanding, MessageState
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.platform_words import working_days_text
from gongkai_desk.texts import label
from gongkai_desk.ui.theme import Tone

_LOOKS: Final = {
    MessageState.LATE: (Tone.BAD, "warning"),
    MessageState.DUE: (Tone.WARN, "clock"),
    MessageState.WAITING: (Tone.INFO, "clock"),
    MessageState.IN_TIME: (Tone.GOOD, "done"),
    MessageState.ANSWERED_LATE: (Tone.WARN, "done"),
    MessageState.ANSWERED: (Tone.GOOD, "done"),
}


def message_tone(one: MessageStanding) -> Tone:
    return _LOOKS[one.state][0]


def message_icon(one: MessageStanding) -> str:
    return _LOOKS[one.state][1]


def left_text(one: MessageStanding) -> str:
    """Working days to the limit, or how many it took."""
    if one.took is not None:
        return ngettext("took {n} working day", "took {n} working days", one.took).format(
            n=one.took
        )
    if one.left is None:
        return ""
    if one.left < 0:
        days = -one.left
        return ngettext("{n} working day over", "{n} working days over", days).format(n=days)
    return ngettext("{n} working day to go", "{n} working days to go", one.left).format(n=one.left)


def due_text(one: MessageStanding) -> str:
    """The last day for the answer, with what makes it uncertain."""
    if one.due is None:
        return pgettext("site message", "no limit")
    text = date_text(one.due)
    return _("{date} (holidays not announced yet)").format(date=text) if one.provisional else text


def limit_words(one: MessageStanding) -> str:
    """Where the limit comes from."""
    days = one.message.limit_days
    if days is not None:
        return _("{limit} (set for this message)").format(limit=working_days_text(days))
    if one.rule is None:
        return ""
    if one.rule.days is None:
        return one.rule.source
    limit = working_days_text(one.rule.days)
    if one.rule.own:
        return _("{limit} (set by the office)").format(limit=limit)
    if one.unsure:
        limit = _("{limit} (provisional, can be changed)").format(limit=limit)
    return f"{limit} · {one.rule.source}"


def state_text(one: MessageStanding) -> str:
    """The state with the days."""
    days = left_text(one)
    return f"{label(one.state)} · {days}" if days else label(one.state)
