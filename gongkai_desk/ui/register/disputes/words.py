"""How disputes and their deadlines are put into words, tones and icons."""

from __future__ import annotations

import datetime as dt
import re

from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.disputes import Deadline, DueState
from gongkai_desk.i18n import _, date_text, ngettext, weekday_text
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.theme import Tone

_LOOKS = {
    DueState.AHEAD: (Tone.INFO, "clock"),
    DueState.SOON: (Tone.WARN, "warning"),
    DueState.TODAY: (Tone.BAD, "warning"),
    DueState.LATE: (Tone.BAD, "error"),
    DueState.MET: (Tone.GOOD, "done"),
    DueState.MET_LATE: (Tone.WARN, "warning"),
    DueState.MOOT: (Tone.NEUTRAL, "close"),
}
_RESULTS = {
    DisputeResult.UPHELD: (Tone.GOOD, "done"),
    DisputeResult.CORRECTED: (Tone.BAD, "reopen"),
    DisputeResult.OTHER: (Tone.NEUTRAL, "info"),
    DisputeResult.PENDING: (Tone.INFO, "clock"),
}


def deadline_state(deadline: Deadline, as_of: dt.date) -> tuple[Tone, str, str]:
    """Tone, icon and word of how a deadline stands; one of the applicant's has only its days."""
    state = deadline.state(as_of)
    if not deadline.ours:
        over = state is DueState.LATE
        word = _("over") if over else _("still open")
        return Tone.NEUTRAL, "info", word
    tone, icon = _LOOKS[state]
    return tone, icon, _distance(deadline, as_of) if deadline.waiting else label(state)


def _distance(deadline: Deadline, as_of: dt.date) -> str:
    left = deadline.days_left(as_of)
    if left == 0:
        return _("due today")
    if left > 0:
        return ngettext("{n} day left", "{n} days left", left).format(n=left)
    return ngettext("{n} day late", "{n} days late", -left).format(n=-left)


def due_text(deadline: Deadline) -> str:
    """The last day with its weekday, marked when provisional."""
    date, weekday = date_text(deadline.due), weekday_text(deadline.due)
    text = _("{date}, {weekday}").format(date=date, weekday=weekday)
    return _("{date} (provisional)").format(date=text) if deadline.provisional else text


def explained(deadline: Deadline) -> str:
    """How a deadline was counted, and on which article."""
    told = sentence(deadline.note)
    if deadline.provisional:
        told = _("{sentence} The holiday notice of that year is not known yet.").format(
            sentence=told
        )
    return _("{sentence} Basis: {article}").format(sentence=told, article=deadline.basis)


def result_state(dispute: Dispute) -> tuple[Tone, str, str]:
    """Tone, icon and word of the result."""
    return (*_RESULTS[dispute.result], label(dispute.result))


def kind_text(dispute: Dispute) -> str:
    """What it is: 行政复议, 行政诉讼（复议后起诉） …"""
    if dispute.kind is DisputeKind.RECONSIDERATION:
        return _("Reconsideration")
    return _("Suit after reconsideration") if dispute.after_id else _("Direct suit")


def split_tags(text: str) -> tuple[str, ...]:
    """Tags as typed, divided by blanks, commas or 、."""
    return tuple(tag for tag in re.split(r"[\s,，、;；]+", text) if tag)
