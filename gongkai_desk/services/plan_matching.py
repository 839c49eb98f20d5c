"""Which task of one plan is which task of another: by title and text, the likest first."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.plan_lines import compact

SAME_TASK = 60
"""From this likeness on (0 to 100, rapidfuzz `ratio`) two tasks of two years count as one."""
NEARLY_THE_SAME = 80
"""From here on carrying over proposes to go on with the task that the new plan has."""
_TITLE_AT_LEAST = 4  # characters; a shorter title says too little
_TITLE_SAYS = 0.9  # an equal title with another text is not quite the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    old: Task
    new: Task
    score: int


def likeness_of(old: Iterable[Task], new: Sequence[Task], least: int) -> tuple[Likeness, ...]:
    """Pairs at least so like, each task at most once, the likest pair first."""
    fuzz: Any = importlib.import_module("rapidfuzz.fuzz")  # the start does not wait for it
    texts = {task.id: compact(task.text) for task in new}
    titles = {task.id: compact(task.title) for task in new}
    found: list[tuple[float, int, int, Task, Task]] = []
    for n, one in enumerate(old):
        title, text = compact(one.title), compact(one.text)
        for m, other in enumerate(new):
            score = fuzz.ratio(text, texts[other.id], score_cutoff=least)
            if min(len(title), len(titles[other.id])) >= _TITLE_AT_LEAST:
                score = max(score, _TITLE_SAYS * fuzz.ratio(title, titles[other.id]))
            if score >= least:
                found.append((-score, n, m, one, other))
    pairs: list[Likeness] = []
    taken: set[str] = set()
    for score, _n, _m, one, other in sorted(found, key=lambda each: each[:3]):
        if not taken & {one.id, other.id}:
            taken |= {one.id, other.id}
            pairs.append(Likeness(old=one, new=other, score=round(-score)))
    return tuple(pairs)
