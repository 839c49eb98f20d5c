"""A plan without numbers: each paragraph that ends by naming its units is a task."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai_desk.domain.plan_clauses import ends_with_clause, has_clause, is_clause_line, joined
from gongkai_desk.domain.plan_lines import Line, Setting, leans_on_next, terminated
from gongkai_desk.domain.plan_units import CLOSE, OPEN

_FEWEST = 2
_LINES_LOOKED_AT = 12
_MAY_END = re.compile(r"[)）〕】\]］][。；;]?$|(?:牵头|负责|落实|配合|参与)[^，。；]{0,8}[。；;]?$")
_LONGEST_HEADING = 30
Piece = tuple[list[Line], list[Line]]
"""The headings above a task and the lines of the task itself."""


def pieces(
    lines: Sequence[Line], setting: Setting, fewest: int = _FEWEST
) -> tuple[list[Line], list[Piece], list[Line]]:
    """What stands before the first task, the tasks with their headings, what stands behind.

    No tasks when fewer than `fewest` paragraphs name their units.
    """
    groups, rest = _groups(lines)
    if len(groups) < fewest:
        return [], [], list(lines)
    divided = [_divided(group, setting) for group in groups]
    titled = all(heads for _before, heads, _body in divided)
    front = divided[0][0]
    found: list[Piece] = []
    for place, (before, heads, body) in enumerate(divided):
        own = heads[-1:] if titled else []
        above = heads[: len(heads) - len(own)]
        found.append((above, [*(before if place else []), *own, *body]))
    return front, found, rest


def _groups(lines: Sequence[Line]) -> tuple[list[list[Line]], list[Line]]:
    """The lines cut behind every clause that ends a paragraph, and those behind the last."""
    groups: list[list[Line]] = []
    open_group: list[Line] = []
    for line in lines:
        goes_on = not open_group and groups and is_clause_line(line.text)
        (groups[-1] if goes_on else open_group).append(line)
        if not goes_on and _ends_a_task(open_group):
            groups.append(open_group)
            open_group = []
    return groups, open_group


def _ends_a_task(group: Sequence[Line]) -> bool:
    """Do the last lines end with a whole clause? A list of names may go on behind a comma."""
    near = group[-_LINES_LOOKED_AT:]
    may_end = _MAY_END.search(group[-1].text) or any(is_clause_line(line.text) for line in near)
    if not may_end or leans_on_next(group[-1].text):
        return False
    whole = joined(line.text for line in near)
    closed = sum((mark in OPEN) - (mark in CLOSE) for mark in whole) <= 0
    return closed and ends_with_clause(whole)


def _divided(group: Sequence[Line], setting: Setting) -> tuple[list[Line], list[Line], list[Line]]:
    """Paragraphs without units, headings, and the paragraph that names its units."""
    paragraphs = _paragraphs(group, setting)
    body = [paragraphs.pop()]
    while paragraphs and not has_clause(joined(line.text for line in body[0])):
        body.insert(0, paragraphs.pop())
    if paragraphs and all(is_clause_line(part[0].text) for part in body):
        body.insert(0, paragraphs.pop())
    heads: list[list[Line]] = []
    while paragraphs and _is_heading(paragraphs[-1]):
        heads.insert(0, paragraphs.pop())
    return _flat(paragraphs), _flat(heads), _flat(body)


def _paragraphs(group: Sequence[Line], setting: Setting) -> list[list[Line]]:
    found: list[list[Line]] = []
    previous: Line | None = None
    for line in group:
        if previous is None or is_clause_line(line.text) or _ended(previous, setting):
            found.append([])
        found[-1].append(line)
        previous = line
    return found


def _ended(line: Line, setting: Setting) -> bool:
    """May a paragraph end with `line`? One that holds a sentence and no end was broken."""
    short = "。" not in line.text and len(line.text) <= _LONGEST_HEADING
    return setting.ended(line) and (terminated(line.text) or short)


def _is_heading(paragraph: Sequence[Line]) -> bool:
    whole = "".join(line.text for line in paragraph)
    short = len(paragraph) == 1 and len(whole) <= _LONGEST_HEADING
    return short and "。" not in whole and not terminated(whole)


def _flat(paragraphs: Sequence[Sequence[Line]]) -> list[Line]:
    return [line for paragraph in paragraphs for line in paragraph]
