"""Two years' plans side by side: what is new, changed, the same, gone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.plan import Duty, Task
from gongkai_desk.domain.plan_lines import compact

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


class TaskChange(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"


class Aspect(StrEnum):
    """What changed in a task."""

    TEXT = "text"
    UNITS = "units"
    DEADLINE = "deadline"
    DUTIES = "duties"


class Piece(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPiece:
    """A sentence that stands in both texts, in the new one only, or in the old one only."""

    piece: Piece
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTask:
    """A task of the two plans; one of `old` and `new` is None where it is new or gone."""

    old: Task | None
    new: Task | None
    change: TaskChange
    aspects: tuple[Aspect, ...] = ()

    @property
    def task(self) -> Task:
        task = self.new or self.old
        assert task is not None
        return task


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The years of the two plans: 2025年 in the old and 2026年 in the new text are no change."""

    old: int
    new: int


def compare_plans(
    old: Sequence[Task], new: Sequence[Task], pairs: Mapping[str, str], years: Years
) -> tuple[ComparedTask, ...]:
    """`pairs`: the id of a new task -> that of the old one it is. In the order of the new plan; a
    task that is gone follows the one before which it stood.
    """
    by_id = {task.id: task for task in old}
    found = [_compared(by_id.get(pairs.get(task.id, "")), task, years) for task in new]
    paired = set(pairs.values())
    place = {each.old.id: number for number, each in enumerate(found) if each.old is not None}
    after: dict[int, list[ComparedTask]] = {}
    last = -1
    for task in old:
        if task.id in paired:
            last = place[task.id]
        else:
            gone = ComparedTask(old=task, new=None, change=TaskChange.GONE)
            after.setdefault(last, []).append(gone)
    result = list(after.get(-1, ()))
    for number, each in enumerate(found):
        result += [each, *after.get(number, ())]
    return tuple(result)


def text_difference(old: str, new: str, years: Years) -> tuple[TextPiece, ...]:
    """The sentences of both texts in reading order, removed ones before what replaced them."""
    before, after = _sentences(old), _sentences(new)
    keys = [_key(one, years.old) for one in before], [_key(one, years.new) for one in after]
    matcher = difflib.SequenceMatcher(a=keys[0], b=keys[1], autojunk=False)
    pieces: list[TextPiece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces += (TextPiece(piece=Piece.SAME, text=one) for one in after[j1:j2])
            continue
        pieces += (TextPiece(piece=Piece.REMOVED, text=one) for one in before[i1:i2])
        pieces += (TextPiece(piece=Piece.ADDED, text=one) for one in after[j1:j2])
    return tuple(pieces)


def _compared(old: Task | None, new: Task, years: Years) -> ComparedTask:
    if old is None:
        return ComparedTask(old=None, new=new, change=TaskChange.NEW)
    aspects = tuple(_aspects(old, new, years))
    change = TaskChange.CHANGED if aspects else TaskChange.SAME
    return ComparedTask(old=old, new=new, change=change, aspects=aspects)


def _aspects(old: Task, new: Task, years: Years) -> Iterator[Aspect]:
    if _key(old.text, years.old) != _key(new.text, years.new):
        yield Aspect.TEXT
    if (set(old.lead_units), set(old.responsible_units)) != (
        set(new.lead_units),
        set(new.responsible_units),
    ):
        yield Aspect.UNITS
    if _limit(old, years.old) != _limit(new, years.new):
        yield Aspect.DEADLINE
    if set(map(_duty, old.duties)) != set(map(_duty, new.duties)):
        yield Aspect.DUTIES


def _limit(task: Task, year: int) -> tuple[object, ...]:
    """The kind, and the day counted from the plan's own year."""
    date = task.deadline.date
    day = (date.year - year, date.month, date.day) if date is not None else None
    return (task.deadline.kind, day)


def _duty(duty: Duty) -> tuple[object, ...]:
    return (duty.kind, duty.count, duty.per)


def _sentences(text: str) -> list[str]:
    return [one for one in (found.strip() for found in _SENTENCE.findall(text)) if one]


def _key(text: str, year: int) -> str:
    return compact(text).replace(f"{year}年", "本年")
