"""Sentences about tasks that table, detail and import preview share."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.plan import DeadlineKind, Duty, Task
from gongkai_desk.i18n import _, date_text, ngettext, weekday_text
from gongkai_desk.texts import label
from gongkai_desk.ui.tasks.board import Row


def joined(names: tuple[str, ...], *, open_end: bool = False) -> str:
    """Names as an office writes them; `open_end` where the source ends with 等."""
    text = "、".join(names)
    return f"{text}等" if open_end and text else text


def deadline_text(task: Task) -> str:
    """The source's wording, or the date that was set by hand."""
    deadline = task.deadline
    if deadline.text:
        return deadline.text
    if deadline.kind is DeadlineKind.BY_DATE and deadline.date:
        return deadline.date.isoformat()
    return label(deadline.kind) if deadline.kind is DeadlineKind.ALL_YEAR else ""


def deadline_meaning(row: Row, today: dt.date) -> str:
    """The last day in full, and how far it is from `today`."""
    if row.due is None:
        return _("No last day follows from the plan.")
    last = _("Last day {date} ({weekday})").format(
        date=date_text(row.due), weekday=weekday_text(row.due)
    )
    days = (row.due - today).days
    if row.task.done_on is not None:
        return _("{last}; done on {date}").format(last=last, date=date_text(row.task.done_on))
    if days < 0:
        gone = ngettext("{n} day over", "{n} days over", -days).format(n=-days)
        return _("{last}; {distance}").format(last=last, distance=gone)
    if not days:
        return _("{last}; today").format(last=last)
    left = ngettext("{n} day left", "{n} days left", days).format(n=days)
    return _("{last}; {distance}").format(last=last, distance=left)


def ours_word(task: Task) -> str:
    return _("Ours") if task.ours else _("Not ours")


def ours_reason(task: Task) -> str:
    """Why the task is ours or not."""
    if task.ours_by_hand is not None:
        if task.ours_by_hand_because:
            return _("Set by hand: {reason}").format(reason=task.ours_by_hand_because)
        return _("Set by hand")
    if task.ours_found:
        return _("The plan names “{unit}”").format(unit=task.ours_because)
    return _("No unit named in the plan means us")


def duty_text(duty: Duty) -> str:
    """A duty with the words that order it."""
    times = ngettext("{n} time", "{n} times", duty.count).format(n=duty.count)
    return _("{kind}: {times} {per} (“{words}”)").format(
        kind=label(duty.kind), times=times, per=label(duty.per), words=duty.text
    )


def duties_short(task: Task) -> str:
    return "、".join(duty.text for duty in task.duties)


def section(task: Task) -> str:
    return " / ".join(part for part in task.path if part)
