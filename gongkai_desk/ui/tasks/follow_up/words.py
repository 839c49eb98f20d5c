"""Sentences about steps, duties, reminders and proof of a task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.duty_progress import DutyProgress, PeriodCount
from gongkai_desk.domain.plan import Duty, DutyKind, Per, TaskReminder, TaskStep
from gongkai_desk.domain.task_standing import LateKind, Standing, step_late
from gongkai_desk.i18n import N_, _, date_text, month_text, ngettext, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.theme import Tone

WATCHES = {
    Concern.DUTY_BEHIND: N_("Duties behind"),
    Concern.TASK_STEP_LATE: N_("Steps late"),
    Concern.TASK_ANSWER_WAITED: N_("Waiting for answers"),
    Concern.EVIDENCE_MISSING: N_("Proof missing"),
}
"""The lists of the task page that ask for attention."""
LATE_WORDS = {
    LateKind.DEADLINE: N_("Past its deadline"),
    LateKind.STEP: N_("Step late"),
    LateKind.DUTY: N_("Duty not met"),
}
_HALVES = (N_("first half-year"), N_("second half-year"))
_QUARTERS = (N_("first quarter"), N_("second quarter"), N_("third quarter"), N_("fourth quarter"))


def duty_name(duty: Duty) -> str:
    """What and how often: ``业务培训 · 每半年1次``."""
    words = ngettext("{kind}: {n} time {per}", "{kind}: {n} times {per}", duty.count)
    return words.format(kind=label(duty.kind), n=duty.count, per=label(duty.per))


def period_name(per: Per, period: PeriodCount) -> str:
    """``上半年``, ``三季度``, ``5月``; the only period of a year is the whole year."""
    match per:
        case Per.HALF_YEAR:
            return _(_HALVES[(period.first.month - 1) // 6])
        case Per.QUARTER:
            return _(_QUARTERS[(period.first.month - 1) // 3])
        case Per.MONTH:
            return month_text(period.first)
        case _:
            return _("whole year")


def period_words(per: Per, period: PeriodCount) -> str:
    """``下半年 0/1 尚缺1次``."""
    name = period_name(per, period)
    if not period.missing:
        return _("{period} {done}/{wanted}").format(
            period=name, done=period.done, wanted=period.wanted
        )
    return _("{period} {done}/{wanted}, {n} missing").format(
        period=name, done=period.done, wanted=period.wanted, n=period.missing
    )


def progress_words(one: DutyProgress) -> str:
    """All periods of a duty in a sentence."""
    return _("; ").join(period_words(one.duty.per, period) for period in one.periods)


def progress_state(one: DutyProgress, today: dt.date) -> tuple[Tone, str, str]:
    """Tone, icon and word of a duty."""
    if not one.duty.applies:
        return Tone.NEUTRAL, "close", _("Not for us")
    if one.met:
        return Tone.GOOD, "done", _("Met")
    if one.late(today):
        return Tone.BAD, "warning", _("Duty not met")
    if one.behind(today):
        return Tone.WARN, "clock", _("Behind its pace")
    return Tone.INFO, "right", pgettext("duty", "In time")


def record_words(kind: DutyKind) -> str:
    """The button that records what meets a duty."""
    if kind is DutyKind.OTHER:
        return _("New work record…")
    return _("Record: {kind}…").format(kind=label(kind))


def step_words(step: TaskStep, today: dt.date) -> str:
    """Who and until when, or when it was done."""
    parts = [step.owner] if step.owner else []
    if step.done_on is not None:
        parts.append(_("done on {date}").format(date=date_text(step.done_on)))
    elif step.due is None:
        parts.append(_("no date"))
    elif step_late(step, today):
        days = (today - step.due).days
        over = ngettext("{n} day over", "{n} days over", days).format(n=days)
        parts.append(_("until {date}, {over}").format(date=date_text(step.due), over=over))
    else:
        parts.append(pgettext("step", "until {date}").format(date=date_text(step.due)))
    return "  ·  ".join(parts)


def reminder_state(reminder: TaskReminder, today: dt.date) -> tuple[Tone, str, str]:
    """Tone, icon and word of a reminder."""
    if reminder.answered_on is not None:
        return Tone.GOOD, "done", pgettext("reminder", "Answered")
    if reminder.due is not None and reminder.due < today:
        return Tone.BAD, "warning", _("No answer in time")
    return Tone.WARN, "clock", _("Waiting for the answer")


def reminder_words(reminder: TaskReminder) -> str:
    """Everything about a reminder, a line each."""
    sent = date_text(reminder.date)
    if reminder.way:
        first = _("reminded on {date} by {way}").format(date=sent, way=reminder.way)
    else:
        first = _("reminded on {date}").format(date=sent)
    if reminder.due is not None and reminder.answered_on is None:
        due = date_text(reminder.due)
        first = _("{sent}; answer until {date}").format(sent=first, date=due)
    lines = [first, reminder.text]
    if reminder.answered_on is not None:
        answered = date_text(reminder.answered_on)
        lines.append(
            _("answered on {date}: {text}").format(date=answered, text=reminder.answer or "—")
        )
    return "\n".join(line for line in lines if line)


def late_sentence(standing: Standing) -> str:
    """Every reason why a task is late, in words; empty when it is not."""
    return _("; ").join((*_late_deadline_and_steps(standing), *_late_duties(standing)))


def behind_sentence(standing: Standing) -> str:
    """The duties whose pace is too slow, though no period is over yet."""
    slow = (one for one in standing.behind if not one.late(standing.today))
    return _("; ").join(
        _("{duty}: {progress}").format(duty=duty_name(one.duty), progress=progress_words(one))
        for one in slow
    )


def standing_line(standing: Standing) -> tuple[Tone, str, str, str] | None:
    """Tone, icon, word and sentence of what is most pressing in a task beside its light."""
    if late := late_sentence(standing):
        return Tone.BAD, "warning", pgettext("task", "Late"), late
    if behind := behind_sentence(standing):
        return Tone.WARN, "clock", _("Behind its pace"), behind
    if standing.waiting:
        units = "、".join(dict.fromkeys(one.unit for one in standing.waiting))
        return Tone.WARN, "clock", _("Waiting for the answer"), units
    if standing.evidence_missing:
        return Tone.WARN, "attachment", _("Proof missing"), missing_words(standing)
    return None


def word_beside_light(standing: Standing | None) -> tuple[Tone, str, str] | None:
    """Tone, icon and word where a step or a duty is worse than the light of the deadline."""
    if standing is None:
        return None
    kinds = {reason.kind for reason in standing.late} - {LateKind.DEADLINE}
    for kind in (LateKind.STEP, LateKind.DUTY):
        if kind in kinds:
            return Tone.BAD, "warning", _(LATE_WORDS[kind])
    if standing.behind:
        return Tone.WARN, "clock", _("Behind its pace")
    return None


def missing_words(standing: Standing) -> str:
    """Which proof is missing."""
    lines = [proof.wanted for proof in standing.missing_proofs]
    if lines:
        return "、".join(lines)
    return _("The task is marked done, but no record, activity or file shows it.")


def _late_deadline_and_steps(standing: Standing) -> Iterable[str]:
    for reason in standing.late:
        if reason.kind is LateKind.DEADLINE:
            yield _("the time limit {date} has passed").format(date=date_text(reason.date))
        elif reason.step is not None:
            yield _("step “{title}” was due on {date}").format(
                title=reason.step.title, date=date_text(reason.date)
            )


def _late_duties(standing: Standing) -> Iterable[str]:
    for one in standing.watched_duties:
        gone = [p for p in one.periods if p.missing and p.over(standing.today)]
        if gone:
            periods = "、".join(period_name(one.duty.per, period) for period in gone)
            missing = sum(period.missing for period in gone)
            yield ngettext(
                "{kind}: {n} time short ({periods})", "{kind}: {n} times short ({periods})", missing
            ).format(kind=label(one.duty.kind), n=missing, periods=periods)
