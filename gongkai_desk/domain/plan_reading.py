"""Blocks of a document -> a work plan with its tasks, every line accounted for.

The reading is a draft: `plan_corrections` changes it before it is taken into the office file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain import plan_annex as annex
from gongkai_desk.domain.blocks import Block, Row
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.our_tasks import meant_for_others, ours
from gongkai_desk.domain.plan import Deadline, DeadlineKind, Task, WorkPlan
from gongkai_desk.domain.plan_clauses import (
    is_clause_line,
    read_clause,
    take_clauses,
    units_left,
)
from gongkai_desk.domain.plan_deadlines import (
    names_several_dates,
    running_deadline,
    stated_deadline,
)
from gongkai_desk.domain.plan_duties import duties_in
from gongkai_desk.domain.plan_heading import Heading, body_start, read_heading
from gongkai_desk.domain.plan_lines import (
    Line,
    compact,
    furniture,
    heal,
    lines_of,
    mark_of,
    setting,
    terminated,
)
from gongkai_desk.domain.plan_outline import Item, Outline, outline
from gongkai_desk.domain.plan_table import TableItem, read_table
from gongkai_desk.domain.plan_units import CLOSE, OPEN, Units, looks_like_unit
from gongkai_desk.domain.problems import Problem, Severity, refuse

MOST_LINES = 20_000
_ITEMS_INSIDE = re.compile(r"(?:^|[。）)〕］])[（(][二三四五六七八九十]{1,3}[)）](?=[^，。；、])")
FIRST_YEAR, LAST_YEAR = 2008, 2100  # the disclosure regulation came into force in 2008


class LineKind(StrEnum):
    """What a line of the source became."""

    FRONT = "front"  # covering notice, title, preamble
    HEADING = "heading"
    TASK = "task"
    TAIL = "tail"  # closing paragraph, signature, annexes
    PAGE = "page"  # page numbers, repeated column headings


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line as it was read, and the task it became part of (`task_id` of a TASK line)."""

    number: int
    text: str
    kind: LineKind
    task_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReading:
    """A plan that was read and not yet taken. Each task carries the id of `plan`."""

    plan: WorkPlan
    tasks: tuple[Task, ...]
    lines: tuple[SourceLine, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def task_of(self, line: int) -> Task | None:
        """The task that source line `line` belongs to."""
        ids = {source.task_id for source in self.lines if source.number == line}
        return next((task for task in self.tasks if task.id in ids), None)

    def lines_of(self, task_id: str) -> tuple[int, ...]:
        return tuple(source.number for source in self.lines if source.task_id == task_id)


def read_plan(blocks: Sequence[Block], *, name: str = "", year: int | None = None) -> PlanReading:
    """Read a plan; `name` is the file's, `year` overrules what the document says.

    Errors: `plan-empty`, `plan-too-long`, `plan-no-tasks`, `plan-no-year`,
    `plan-year-out-of-range`.
    """
    lines = lines_of(blocks)
    if not lines:
        raise refuse("plan-empty", name=name)
    if len(lines) > MOST_LINES:
        raise refuse("plan-too-long", name=name, limit=MOST_LINES)
    annexed = _with_annex(lines, blocks, name, year)
    if annexed:
        return annexed
    in_table, headers = read_table(blocks)
    first = next((n for n, line in enumerate(lines) if line.number in headers), len(lines))
    start = body_start(lines, first if in_table else _before_items(lines))
    prose = _outline(lines, start)
    if _is_table(in_table, prose):
        heading = read_heading(lines, first)
        plan = _plan(heading, lines, name, year)
        tasks = _from_table(in_table, plan)
        owners = {item.line: task.id for item, task in zip(in_table, tasks, strict=True)}
        source = _table_lines(lines, owners, headers)
        return _reading(plan, tasks, source, ())
    if not prose.items:
        raise refuse("plan-no-tasks", name=name)
    heading = read_heading(lines, max(start, len(prose.front)))
    plan = _plan(heading, lines, name, year)
    tasks = tuple(_from_item(item, plan, place) for place, item in enumerate(prose.items))
    return _reading(plan, tasks, _prose_lines(lines, prose, tasks), prose.items)


def _outline(lines: Sequence[Line], start: int) -> Outline:
    paragraphs = setting([line for line in lines if not is_clause_line(line.text)])
    return outline(lines, start, paragraphs)


def _with_annex(
    lines: Sequence[Line], blocks: Sequence[Block], name: str, year: int | None
) -> PlanReading | None:
    """The reading of a text whose tasks a table behind it repeats; each is shown once.

    A row gives units and deadline to a task that names none; a row the text lacks is a task too.
    """
    in_table, headers = read_table(blocks)
    if not in_table:
        return None
    rows = {b.line for b in blocks if isinstance(b, Row) and b.line >= min(headers)}
    heads = annex.heads(lines, min(headers))
    beside = rows | {line.number for line in heads}
    text = [line for line in lines if line.number not in beside]
    start = body_start(text, _before_items(text))
    prose = _outline(text, start)
    same = annex.repeated(prose.items, in_table)
    if not same:
        return None
    plan = _plan(read_heading(text, max(start, len(prose.front))), lines, name, year)
    tasks = [_from_item(item, plan, place) for place, item in enumerate(prose.items)]
    owners: dict[int, str] = {}
    for place, row in enumerate(in_table):
        task = _from_row(row, plan, len(tasks))
        if place in same:
            tasks[same[place]] = task = _completed(tasks[same[place]], task)
        else:
            tasks.append(task)
        owners[row.line] = task.id
    of_text = {line.number: line for line in _prose_lines(text, prose, tasks[: len(prose.items)])}
    of_table = {line.number: line for line in _table_lines(lines, owners, headers)}
    of_heads = {line.number: SourceLine(line.number, line.text, LineKind.TAIL) for line in heads}
    found = of_table | of_heads | of_text
    return _reading(plan, tuple(tasks), tuple(found[n.number] for n in lines), prose.items)


def _completed(task: Task, row: Task) -> Task:
    if not task.units:
        task = replace(
            task,
            lead_units=row.lead_units,
            responsible_units=row.responsible_units,
            units_open=row.units_open,
        )
    task = replace(task, result=task.result or row.result, note=task.note or row.note)
    named = task.deadline.kind is not DeadlineKind.NONE
    return task if named else replace(task, deadline=row.deadline)


def mark_ours(reading: PlanReading, office: Office) -> PlanReading:
    """The reading with every task marked as ours or not, and why; duties that are plainly ordered
    of others do not apply.
    """
    tasks = (marked(_with_our_duties(task, office), office) for task in reading.tasks)
    return replace(reading, tasks=tuple(tasks))


def _with_our_duties(task: Task, office: Office) -> Task:
    duties = (
        replace(duty, applies=not meant_for_others(duty.text, office)) for duty in task.duties
    )
    return replace(task, duties=tuple(duties))


def marked(task: Task, office: Office) -> Task:
    found, because = ours(task.units, office)
    return replace(task, ours_found=found, ours_because=because)


def _before_items(lines: Sequence[Line]) -> int:
    """The place of the last line that may hold the plan's title: before its last first item."""
    openings = [
        place
        for place, line in enumerate(lines)
        if (mark := mark_of(line.text)) and mark.ordinal == 1
    ]
    return openings[-1] if openings else len(lines)


def _is_table(in_table: Sequence[TableItem], prose: Outline) -> bool:
    with_units = sum(bool(take_clauses(item.text).clauses) for item in prose.items)
    return bool(in_table) and len(in_table) >= with_units


def _plan(heading: Heading, lines: Sequence[Line], name: str, year: int | None) -> WorkPlan:
    found = year or heading.year
    if found is None:
        raise refuse("plan-no-year", name=name)
    if not FIRST_YEAR <= found <= LAST_YEAR:
        raise refuse("plan-year-out-of-range", year=found, first=FIRST_YEAR, last=LAST_YEAR)
    return WorkPlan(
        id=new_id(),
        title=heading.title or name.rpartition(".")[0] or name,
        issuer=heading.issuer,
        document_number=heading.document_number,
        year=found,
        source_name=name,
        source_text="\n".join(line.text for line in lines),
    )


def _from_item(item: Item, plan: WorkPlan, place: int) -> Task:
    clauses = take_clauses(item.text)
    units, said = clauses.units, clauses.deadline
    if item.heading and not units.lead + units.responsible:
        above = take_clauses(item.heading)
        units, said = above.units, said or above.deadline
    return Task(
        id=new_id(),
        plan_id=plan.id,
        position=place + 1,
        number=item.number,
        path=item.path,
        title=item.title,
        text=clauses.text,
        lead_units=units.lead,
        responsible_units=units.responsible,
        units_open=units.open,
        deadline=deadline_of(said, clauses.text, plan.year),
        duties=duties_in(clauses.text),
        note="\n".join(clauses.people),
    )


def _from_table(items: Iterable[TableItem], plan: WorkPlan) -> tuple[Task, ...]:
    return tuple(_from_row(item, plan, place) for place, item in enumerate(items))


def _from_row(item: TableItem, plan: WorkPlan, place: int) -> Task:
    clauses = take_clauses(item.text)
    units = clauses.units
    stated = [item.deadline]
    for value, lead in ((item.lead, True), (item.units, False)):
        said, deadline = read_clause(value, lead=lead) if value else (Units(), "")
        units = units.joined(said)
        stated.append(deadline)
    statement = "，".join(dict.fromkeys(filter(None, [*stated, clauses.deadline])))
    return Task(
        id=new_id(),
        plan_id=plan.id,
        position=place + 1,
        number=item.number,
        path=item.path,
        title=item.title,
        text=clauses.text,
        lead_units=units.lead,
        responsible_units=units.responsible,
        units_open=units.open,
        deadline=deadline_of(statement, clauses.text, plan.year),
        duties=duties_in(clauses.text),
        result=item.result,
        note=item.note,
    )


def deadline_of(statement: str, text: str, year: int) -> Deadline:
    """What a column or clause states, else what the running text says."""
    stated = stated_deadline(statement, year)
    if stated.kind is not DeadlineKind.NONE:
        return stated
    running = running_deadline(text, year)
    if running.kind is DeadlineKind.NONE:
        return stated
    words = "，".join(filter(None, (stated.text, running.text)))
    return replace(running, text=words)


def _reading(
    plan: WorkPlan, tasks: tuple[Task, ...], lines: tuple[SourceLine, ...], items: Sequence[Item]
) -> PlanReading:
    warnings = [
        _warning("plan-number-out-of-sequence", task)
        for item, task in zip(items, tasks, strict=False)
        if not item.in_sequence
    ]
    if any(task.units for task in tasks):
        warnings += [_warning("plan-task-without-units", task) for task in tasks if not task.units]
    for task in tasks:
        warnings += doubts(task, plan.year)
    if _cut_off(items):
        warnings.append(_warning("plan-last-task-cut-off", tasks[len(items) - 1]))
    order = {task.id: task.position for task in tasks}
    warnings.sort(key=lambda warning: order[str(warning.values["task"])])
    return PlanReading(plan=plan, tasks=tasks, lines=lines, warnings=tuple(warnings))


def doubts(task: Task, year: int) -> list[Problem]:
    """What was read from a task's words and may mean something else."""
    found = [
        _warning("plan-unit-doubtful", task, name=name)
        for name in task.units
        if not looks_like_unit(name)
    ]
    found += [
        _warning("plan-units-left-in-text", task, text=left)
        for left, names in units_left(task.text)
        if not set(names) <= set(task.units)
    ]
    if _ITEMS_INSIDE.search(task.text):
        found.append(_warning("plan-task-holds-others", task))
    deadline = task.deadline
    if deadline.kind is DeadlineKind.NONE and deadline.text:
        found.append(_warning("plan-deadline-unreadable", task, text=deadline.text))
    if deadline.kind is DeadlineKind.BY_DATE and names_several_dates(deadline.text, year):
        found.append(_warning("plan-deadline-several", task, text=deadline.text))
    return found


def _cut_off(items: Sequence[Item]) -> bool:
    """Does the last task stop inside a bracket, or inside a sentence as no other task does?"""
    if not items:
        return False
    *others, last = [compact(item.lines[-1].text) for item in items]
    text = items[-1].text
    if sum((mark in OPEN) - (mark in CLOSE) for mark in text) > 0:
        return True
    return bool(others) and all(map(terminated, others)) and not terminated(last)


def _warning(code: str, task: Task, **values: object) -> Problem:
    named = {"number": task.number, "task": task.id, **values}
    return Problem(code, "tasks", named, Severity.WARNING)


def _prose_lines(
    lines: Sequence[Line], prose: Outline, tasks: Sequence[Task]
) -> tuple[SourceLine, ...]:
    kinds: dict[int, tuple[LineKind, str]] = {}
    for kind, group in (
        (LineKind.FRONT, prose.front),
        (LineKind.HEADING, prose.headings),
        (LineKind.TAIL, prose.tail),
        (LineKind.PAGE, prose.pages),
    ):
        kinds.update({id(line): (kind, "") for line in group})
    for item, task in zip(prose.items, tasks, strict=True):
        kinds.update({id(line): (LineKind.TASK, task.id) for line in item.lines})
    return tuple(SourceLine(line.number, line.text, *kinds[id(line)]) for line in lines)


def _table_lines(
    lines: Sequence[Line], owners: Mapping[int, str], headers: set[int]
) -> tuple[SourceLine, ...]:
    last = max(owners)
    first = min(headers)
    pages = {line.number for line in furniture(lines)}

    def source(line: Line) -> SourceLine:
        if line.number in owners:
            return SourceLine(line.number, line.text, LineKind.TASK, owners[line.number])
        if line.number in headers or line.number in pages:
            return SourceLine(line.number, line.text, LineKind.PAGE)
        if line.number < first:
            return SourceLine(line.number, line.text, LineKind.FRONT)
        kind = LineKind.TAIL if line.number > last else LineKind.HEADING
        return SourceLine(line.number, line.text, kind)

    return tuple(source(line) for line in lines)


def healed_source(reading: PlanReading, task_id: str) -> str:
    """The words of the source a task was made from, its numbering and unit clauses included."""
    return heal(line.text for line in reading.lines if line.task_id == task_id)


def imported(reading: PlanReading, on: dt.date) -> PlanReading:
    return replace(reading, plan=replace(reading.plan, imported_on=on))
