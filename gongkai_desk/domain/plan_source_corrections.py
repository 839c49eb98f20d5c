"""Corrections that begin in the document: divide a task at a place, set lines aside, take lines in.

A place counts the lines of the reading from 0. Each step gives a new reading in which every
character of the source is still there once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.plan import Deadline, Task
from gongkai_desk.domain.plan_clauses import Clauses, joined, take_clauses
from gongkai_desk.domain.plan_corrections import counted
from gongkai_desk.domain.plan_duties import duties_in
from gongkai_desk.domain.plan_lines import compact, mark_of
from gongkai_desk.domain.plan_outline import title_of
from gongkai_desk.domain.plan_reading import LineKind, PlanReading, SourceLine, deadline_of
from gongkai_desk.domain.problems import refuse


def split(reading: PlanReading, place: int, offset: int) -> PlanReading:
    """What follows `offset` in line `place` becomes a task of its own behind the one it was in.

    Where one half names no units, it keeps those of the whole. Errors: `plan-split-outside`,
    `plan-split-at-edge`.
    """
    task = _owner(reading, place)
    if task is None:
        raise refuse("plan-split-outside")
    lines = _cut(reading.lines, place, offset)
    at = place + (len(lines) > len(reading.lines))
    at += not reading.lines[place].text[offset:].strip() and len(lines) == len(reading.lines)
    second_id = new_id()
    lines = tuple(
        replace(line, task_id=second_id) if n >= at and line.task_id == task.id else line
        for n, line in enumerate(lines)
    )
    upper, lower = _texts(lines, task.id), _texts(lines, second_id)
    if not upper or not lower or not compact("".join(lower)):
        raise refuse("plan-split-at-edge")
    first, second = _halves(task, upper, lower, second_id, reading)
    if not compact(first.text) or not compact(second.text):
        raise refuse("plan-split-at-edge")
    where = reading.tasks.index(task)
    tasks = (*reading.tasks[:where], first, second, *reading.tasks[where + 1 :])
    return counted(replace(reading, lines=lines), tasks)


def set_aside(reading: PlanReading, places: Collection[int]) -> PlanReading:
    """The lines are page furniture: a task made of nothing else goes.

    Errors: `plan-last-task`, `plan-line-inseparable`.
    """
    return _moved(reading, places, LineKind.PAGE, None)


def take_in(reading: PlanReading, places: Collection[int], task_id: str) -> PlanReading:
    """The lines belong to a task: their words and units join its own. Errors: see `set_aside`."""
    task = next(task for task in reading.tasks if task.id == task_id)
    return _moved(reading, places, LineKind.TASK, task)


def make_task(reading: PlanReading, places: Collection[int]) -> PlanReading:
    """The lines are a task of their own, in the document's order. Errors: see `set_aside`."""
    chosen = sorted(places)
    texts = [reading.lines[place].text for place in chosen]
    blank = Task(
        id=new_id(), plan_id=reading.plan.id, position=0, number="", path=(), title="", text=""
    )
    made = _read(blank, texts, reading.plan.year)
    if not compact(made.text):
        raise refuse("plan-split-at-edge")
    owners = [line.task_id for line in reading.lines[: chosen[0]] if line.task_id]
    where = max((n + 1 for n, task in enumerate(reading.tasks) if task.id in owners), default=0)
    before = reading.tasks[where - 1] if where else reading.tasks[0]
    made = replace(made, path=before.path, number=made.number or _free(reading, before.number))
    tasks = (*reading.tasks[:where], made, *reading.tasks[where:])
    return _moved(replace(reading, tasks=tasks), places, LineKind.TASK, made, texts_are_in=True)


def _moved(
    reading: PlanReading,
    places: Collection[int],
    kind: LineKind,
    task: Task | None,
    *,
    texts_are_in: bool = False,
) -> PlanReading:
    owner = task.id if task else ""
    moved = [n for n in sorted(places) if reading.lines[n].task_id != owner or not owner]
    lines = tuple(
        replace(line, kind=kind, task_id=owner) if n in moved else line
        for n, line in enumerate(reading.lines)
    )
    left = {reading.lines[n].task_id for n in moved} - {""}
    kept = []
    for each in reading.tasks:
        if each.id in left and each.id != owner:
            gone = [reading.lines[n].text for n in moved if reading.lines[n].task_id == each.id]
            remaining = _texts(lines, each.id)
            if not remaining:
                continue
            kept.append(_without(each, gone, _texts(reading.lines, each.id), remaining))
        elif task and each.id == owner and not texts_are_in:
            own = [n for n, line in enumerate(reading.lines) if line.task_id == owner]
            texts = [reading.lines[n].text for n in moved]
            kept.append(_with(each, texts, reading.plan.year, before=moved[-1:] < own[:1]))
        else:
            kept.append(each)
    if not kept:
        raise refuse("plan-last-task")
    return counted(replace(reading, lines=lines), tuple(kept))


def _owner(reading: PlanReading, place: int) -> Task | None:
    owner = reading.lines[place].task_id
    return next((task for task in reading.tasks if task.id == owner), None)


def _texts(lines: Sequence[SourceLine], task_id: str) -> list[str]:
    return [line.text for line in lines if line.task_id == task_id]


def _cut(lines: tuple[SourceLine, ...], place: int, offset: int) -> tuple[SourceLine, ...]:
    """The lines, the one at `place` as two where `offset` lies inside it."""
    line = lines[place]
    upper, lower = line.text[:offset], line.text[offset:]
    if not upper.strip() or not lower.strip():
        return lines
    halves = (replace(line, text=upper), replace(line, text=lower))
    return (*lines[:place], *halves, *lines[place + 1 :])


def _halves(
    task: Task, upper: list[str], lower: list[str], second_id: str, reading: PlanReading
) -> tuple[Task, Task]:
    year = reading.plan.year
    whole, first, second = (_clauses(texts) for texts in ([*upper, *lower], upper, lower))
    made = _read(task, upper, year), _read(task, lower, year)
    if compact(whole.text) != compact(task.text):
        above, below = _cut_text(task.text, first.text, second.text)
        made = _worded(task, above), _worded(task, below)
    told = whole.units.lead == task.lead_units and whole.units.responsible == task.responsible_units
    one, two = (
        _unit_kept(half, clauses, task, told=told)
        for half, clauses in zip(made, (first, second), strict=True)
    )
    title = title_of(two.text, two.text)
    mark = mark_of(lower[0])
    number = mark.printed if mark else _free(reading, task.number)
    two = replace(two, id=second_id, number=number, title=title, result="", note="")
    return replace(one, id=task.id, number=task.number, title=task.title), two


def _worded(task: Task, text: str) -> Task:
    return replace(task, text=text, duties=duties_in(text))


def _cut_text(text: str, first: str, second: str) -> tuple[str, str]:
    """A text that is not that of its lines (a row, tasks joined before), cut where they are."""
    tail = compact(second)
    for at in range(1, len(text)):
        rest = compact(text[at:])
        if rest and tail.startswith(rest):
            return text[:at], text[at:]
    head = compact(first)
    for at in range(len(text) - 1, 0, -1):
        if head.endswith(compact(text[:at])):
            return text[:at], text[at:]
    raise refuse("plan-split-at-edge")


def _unit_kept(half: Task, clauses: Clauses, task: Task, *, told: bool) -> Task:
    """Units and limit the half names itself, else those of the whole."""
    own = clauses.units.lead + clauses.units.responsible
    if own and told:
        half = replace(
            half,
            lead_units=clauses.units.lead,
            responsible_units=clauses.units.responsible,
            units_open=clauses.units.open,
        )
    else:
        half = replace(
            half,
            lead_units=task.lead_units,
            responsible_units=task.responsible_units,
            units_open=task.units_open,
        )
    return half if half.deadline != Deadline() else replace(half, deadline=task.deadline)


def _clauses(texts: Sequence[str]) -> Clauses:
    mark = mark_of(texts[0])
    first = texts[0][mark.length :] if mark else texts[0]
    return take_clauses(joined([first, *texts[1:]]))


def _read(task: Task, texts: Sequence[str], year: int) -> Task:
    """`task` with what its lines say."""
    mark, clauses = mark_of(texts[0]), _clauses(texts)
    return replace(
        task,
        number=mark.printed if mark else task.number,
        title=title_of(clauses.text, clauses.text),
        text=clauses.text,
        lead_units=clauses.units.lead,
        responsible_units=clauses.units.responsible,
        units_open=clauses.units.open,
        deadline=deadline_of(clauses.deadline, clauses.text, year),
        duties=duties_in(clauses.text),
    )


def _free(reading: PlanReading, number: str) -> str:
    taken = {task.number for task in reading.tasks}
    return next(name for n in range(2, len(taken) + 3) if (name := f"{number}-{n}") not in taken)


def _without(task: Task, gone: list[str], before: list[str], left: list[str]) -> Task:
    """`task` without the words of lines that are no part of it; what was told of it stays."""
    whole = _clauses(before)
    if compact(whole.text) == compact(task.text):
        text = _clauses(left).text
    else:
        text = task.text
        for line in gone:
            said = take_clauses(joined([line])).text
            if said not in text:
                raise refuse("plan-line-inseparable", number=task.number)
            text = text.replace(said, "", 1)
    if not text.strip():
        raise refuse("plan-line-inseparable", number=task.number)
    return _worded(task, text)


def _with(task: Task, texts: list[str], year: int, *, before: bool) -> Task:
    """`task` with the words of more lines before or behind its own; units they name join its."""
    clauses = take_clauses(joined(texts))
    text = clauses.text + task.text if before else task.text + clauses.text
    own = Deadline() if task.deadline != Deadline() else deadline_of(clauses.deadline, "", year)
    return replace(
        task,
        text=text,
        lead_units=tuple(dict.fromkeys(task.lead_units + clauses.units.lead)),
        responsible_units=tuple(dict.fromkeys(task.responsible_units + clauses.units.responsible)),
        units_open=task.units_open or clauses.units.open,
        deadline=own if own != Deadline() else task.deadline,
        duties=duties_in(text),
    )
