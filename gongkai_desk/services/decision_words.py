"""How a stage of a decision stands, in words: for window and papers alike."""

from __future__ import annotations

from gongkai_desk.domain.decision_stages import Mark, StageState, Standing
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.texts import label


def mark_words(mark: Mark) -> str:
    """The state with its dates: ``2026-05-20``, ``late: was due by 2026-06-01``."""
    date = mark.date.isoformat() if mark.date else ""
    due = due_words(mark)
    match mark.state:
        case StageState.DUE:
            return _("due by {date}").format(date=due)
        case StageState.LATE:
            return _("late: was due by {date}").format(date=due)
        case StageState.MISSING:
            return _("missing: was due by {date}").format(date=due)
        case StageState.WAIVED:
            return _("not needed: {reason}").format(reason=mark.reason)
        case StageState.DONE_LATE:
            return _("{date}, after {due}").format(date=date, due=due)
        case StageState.RUNNING | StageState.SHORT:
            return _consultation(mark)
        case StageState.DONE:
            return _consultation(mark) if mark.until is not None else date
    return label(mark.state)


def due_words(mark: Mark) -> str:
    """The last day, marked where it may still move."""
    if mark.due is None:
        return ""
    due = mark.due.isoformat()
    return _("{date} (provisional)").format(date=due) if mark.provisional else due


def _consultation(mark: Mark) -> str:
    """From when until when, and for how many days."""
    begin = mark.date.isoformat() if mark.date else ""
    if mark.until is None or mark.days is None:
        return begin
    days = ngettext("{n} day", "{n} days", mark.days).format(n=mark.days)
    text = _("{begin} to {end} ({days})").format(begin=begin, end=mark.until.isoformat(), days=days)
    if mark.state is StageState.SHORT:
        return _("{text}: too short, no reason given").format(text=text)
    if mark.reason:
        return _("{text}, short because: {reason}").format(text=text, reason=mark.reason)
    return text


def mark_lines(mark: Mark) -> str:
    """The same for a narrow column of a paper: a word, the date below it."""
    if mark.state is StageState.WAIVED:
        return f"{label(mark.state)}\n{mark.reason}"
    if mark.until is not None and mark.days is not None and mark.date is not None:
        days = ngettext("{n} day", "{n} days", mark.days).format(n=mark.days)
        lines = [mark.date.isoformat(), mark.until.isoformat(), days, mark.reason]
        if mark.state is not StageState.DONE:
            lines.insert(0, label(mark.state))
        return "\n".join(filter(None, lines))
    day = mark.date.isoformat() if mark.date else due_words(mark)
    words = "" if mark.state is StageState.DONE else label(mark.state)
    return "\n".join(filter(None, (words, day)))


def standing_words(standing: Standing) -> str:
    """The whole matter in a word or two."""
    decision = standing.decision
    if decision.dropped_on is not None:
        return pgettext("decision", "Off the list")
    if decision.decided_on is not None:
        return pgettext("decision", "Decided")
    if any(mark.state is StageState.RUNNING for mark in standing.stages.values()):
        return label(StageState.RUNNING)
    return pgettext("decision", "In preparation")
