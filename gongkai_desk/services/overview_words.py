"""The words of the overview for the head of the office."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai_desk.domain.overview_paper import OverviewPaper, OverviewRow, OverviewTable
from gongkai_desk.domain.plan import DutyKind
from gongkai_desk.domain.task_overview import (
    DueTask,
    DutyStanding,
    Overview,
    SectionStanding,
    Signal,
)
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.texts import label

MOST_NEXT = 5
_MOST_UNITS = 2


def overview_paper(found: Overview, agency: str, *, only_ours: bool) -> OverviewPaper:
    """What stands on the page; the writer shortens the lists to fit."""
    whose = pgettext("overview", "our tasks") if only_ours else pgettext("overview", "all tasks")
    note = pgettext("overview", "{agency}, as of {date}\nPlan: {plan} ({whose})")
    return OverviewPaper(
        title=pgettext("overview", "Disclosure work of {year} at a glance").format(
            year=found.plan.year
        ),
        note=note.format(
            agency=agency, plan=found.plan.title, whose=whose, date=date_text(found.today)
        ),
        foot=pgettext(
            "overview",
            "Red: late, or a period missed. Amber: due in 30 days, or behind. Green: neither.",
        ),
        figures=_figures(found),
        tables=(_sections(found), _late(found), _duties(found), _next(found)),
    )


def _figures(found: Overview) -> tuple[tuple[str, str], ...]:
    every = found.total
    met = sum(one.progress.met for one in found.duties)
    share = f"{every.done * 100 // every.total}%" if every.total else "—"
    return (
        (str(every.total), pgettext("overview", "Tasks")),
        (str(every.done), pgettext("overview", "Done")),
        (share, pgettext("overview", "Share done")),
        (str(every.late), pgettext("overview", "Past the deadline")),
        (str(every.soon), pgettext("overview", "Due in 30 days")),
        (f"{met}/{len(found.duties)}", pgettext("overview", "Duties met")),
    )


def light_word(signal: Signal) -> str:
    return {
        Signal.RED: pgettext("overview", "Red"),
        Signal.AMBER: pgettext("overview", "Amber"),
        Signal.GREEN: pgettext("overview", "Green"),
    }[signal]


def _sections(found: Overview) -> OverviewTable:
    return OverviewTable(
        heading=pgettext("overview", "Sections of the plan"),
        columns=(
            pgettext("overview", "Section"),
            pgettext("overview", "Tasks"),
            pgettext("overview", "Done"),
            pgettext("overview", "Late"),
            pgettext("overview", "Soon"),
            pgettext("overview", "Light"),
        ),
        weights=(24, 5, 5, 5, 5, 7),
        rows=[_section(one) for one in found.sections],
        none=pgettext("overview", "There are no tasks."),
        more=pgettext("overview", "{count} more sections"),
    )


def _section(one: SectionStanding) -> OverviewRow:
    name = one.section or pgettext("overview", "Without a heading")
    numbers = (one.total, one.done, one.late, one.soon)
    return OverviewRow(texts=(name, *map(str, numbers), light_word(one.signal)), light=one.signal)


def _late(found: Overview) -> OverviewTable:
    return OverviewTable(
        heading=pgettext("overview", "Past the deadline"),
        columns=(
            pgettext("overview", "Task"),
            pgettext("overview", "Units"),
            pgettext("overview", "Last day"),
            pgettext("overview", "Over by"),
        ),
        weights=(24, 15, 7, 6),
        rows=[
            OverviewRow(
                texts=(
                    one.task.title,
                    _units(one.task.units),
                    one.due.isoformat(),
                    ngettext("{n} day", "{n} days", -one.days).format(n=-one.days),
                )
            )
            for one in found.late
        ],
        none=pgettext("overview", "Nothing is past its deadline."),
        more=pgettext("overview", "{count} more"),
    )


def _duties(found: Overview) -> OverviewTable:
    order = {Signal.RED: 0, Signal.AMBER: 1, Signal.GREEN: 2}
    standing = sorted(found.duties, key=lambda one: order[one.signal])
    return OverviewTable(
        heading=pgettext("overview", "Duties of the year"),
        columns=(
            pgettext("overview", "Duty"),
            pgettext("overview", "Recorded"),
            pgettext("overview", "Wanted"),
            pgettext("overview", "Met"),
            pgettext("overview", "Light"),
        ),
        weights=(27, 6, 6, 6, 7),
        rows=[_duty(one) for one in standing],
        none=pgettext("overview", "The tasks order no number of times."),
        more=pgettext("overview", "{count} more duties"),
    )


def _duty(one: DutyStanding) -> OverviewRow:
    so_far = one.progress
    kind = so_far.duty.kind
    name = one.tasks[0].title if kind is DutyKind.OTHER else label(kind)
    met = pgettext("overview", "yes") if so_far.met else pgettext("overview", "no")
    return OverviewRow(
        texts=(
            _("{name}: {words}").format(name=name, words=so_far.duty.text),
            str(so_far.done),
            str(so_far.wanted),
            met,
            light_word(one.signal),
        ),
        light=one.signal,
    )


def _next(found: Overview) -> OverviewTable:
    return OverviewTable(
        heading=pgettext("overview", "Due next"),
        columns=(
            pgettext("overview", "Task"),
            pgettext("overview", "Units"),
            pgettext("overview", "Last day"),
            pgettext("overview", "Days left"),
        ),
        weights=(24, 15, 7, 6),
        rows=[_due(one) for one in found.next],
        none=pgettext("overview", "No other deadline is open."),
        more=pgettext("overview", "{count} more"),
        most=MOST_NEXT,
    )


def _due(one: DueTask) -> OverviewRow:
    left = ngettext("{n} day", "{n} days", one.days).format(n=one.days)
    return OverviewRow(texts=(one.task.title, _units(one.task.units), one.due.isoformat(), left))


def _units(units: Iterable[str]) -> str:
    names = list(dict.fromkeys(units))
    shown = "、".join(names[:_MOST_UNITS])
    if len(names) <= _MOST_UNITS:
        return shown
    return pgettext("overview", "{units} and others, {n} in all").format(units=shown, n=len(names))
