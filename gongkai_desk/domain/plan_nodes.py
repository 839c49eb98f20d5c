"""The numbered lines of a plan in prose, each with what follows up to the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai_desk.domain.plan_clauses import (
    joined,
)
from gongkai_desk.domain.plan_heading import is_title
from gongkai_desk.domain.plan_lines import (
    Line,
    Mark,
    Setting,
    compact,
    is_part,
    leans_on_next,
    mark_of,
    terminated,
)
from gongkai_desk.domain.plan_units import UNIT_END

PART, SECTION, ITEM, POINT = 0, 1, 2, 3  # （1） and ① are points, too
_ANNEX = re.compile(r"附[件表]?[\d一二三四五]{0,2}[:：]?")


@dataclass(slots=True)
class Node:
    """A mark and the lines up to the next one."""

    mark: Mark
    lines: list[Line] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The healed text behind the mark, clauses on lines of their own set apart."""
        first, *others = (line.text for line in self.lines)
        return joined([first[self.mark.length :], *others])


def levels_of(lines: Sequence[Line]) -> frozenset[int]:
    """The levels that divide the document: points only where there is neither 一、 nor （一）."""
    found = {mark.level for line in lines if (mark := mark_of(line.text))}
    upper = found & {SECTION, ITEM}
    return frozenset(upper or sorted(found)[:1])


def nodes_of(
    lines: Sequence[Line], setting: Setting, levels: frozenset[int]
) -> tuple[list[Line], list[Node]]:
    preamble: list[Line] = []
    nodes: list[Node] = []
    previous: Line | None = None
    for line in lines:
        mark = mark_of(line.text)
        if mark and mark.level in levels and _begins(mark, previous, nodes, setting):
            nodes.append(Node(mark, [line]))
        elif levels and _opens_a_part(line, previous, nodes):
            nodes.append(Node(Mark(PART, 1, "", 0), [*_annex_mark(nodes), line]))
        elif nodes:
            nodes[-1].lines.append(line)
        else:
            preamble.append(line)
        previous = line
    return preamble, _without_empty_part(nodes)


def _opens_a_part(line: Line, previous: Line | None, nodes: list[Node]) -> bool:
    """第一部分 …, or the title of another plan behind the first."""
    if previous is not None and not (rests(previous) or _ANNEX.fullmatch(compact(previous.text))):
        return False
    return is_part(line.text) or (bool(nodes) and is_title(compact(line.text)))


def _annex_mark(nodes: list[Node]) -> list[Line]:
    """Take 附件2 off the end of the last task: it stands above what follows."""
    above: list[Line] = []
    while (
        nodes and len(nodes[-1].lines) > 1 and _ANNEX.fullmatch(compact(nodes[-1].lines[-1].text))
    ):
        above.insert(0, nodes[-1].lines.pop())
    return above


def _without_empty_part(nodes: list[Node]) -> list[Node]:
    """A title at the end that no numbers follow is the tail of the last task."""
    while len(nodes) > 1 and nodes[-1].mark.level == PART:
        nodes[-2].lines.extend(nodes.pop().lines)
    return nodes


def _begins(mark: Mark, previous: Line | None, nodes: list[Node], setting: Setting) -> bool:
    """Does `mark` open something new, or did a broken line happen to start with it?"""
    if previous is None or setting.ended(previous):
        return True
    if nodes and mark.level > nodes[-1].mark.level and "。" not in nodes[-1].body:
        return follows(mark, nodes)  # a heading may fill its line without a full stop
    return follows(mark, nodes) and rests(previous)


def rests(line: Line) -> bool:
    """May a sentence or a list of units end with `line`?"""
    ends = terminated(line.text) or UNIT_END.search(line.text) is not None
    return ends and not leans_on_next(line.text)


def follows(mark: Mark, nodes: list[Node]) -> bool:
    """Is `mark` the next number of its level (or the first under a new heading)?"""
    for node in reversed(nodes):
        if node.mark.level == mark.level:
            return mark.ordinal == node.mark.ordinal + 1
        if node.mark.level < mark.level and mark.ordinal == 1:
            return True
    return mark.ordinal == 1
