"""What divides a section without items: points 1., or paragraphs that name their units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from gongkai_desk.domain import plan_paragraphs
from gongkai_desk.domain.plan_clauses import (
    ends_with_clause,
    has_clause,
    joined,
    starts_with_clause,
)
from gongkai_desk.domain.plan_lines import (
    Line,
    Mark,
    Setting,
    mark_of,
    terminated,
)
from gongkai_desk.domain.plan_nodes import ITEM, PART, POINT, SECTION, Node, rests

_HEADING_LENGTH = 60
_LINES_LOOKED_AT = 40  # behind the last point of a section
_PREAMBLE = re.compile(r"总体要求|指导思想|工作目标|总体目标|基本原则|总体思路|工作原则")


def with_points(nodes: list[Node], setting: Setting) -> list[Node]:
    """The nodes, each bare heading without items divided at its points."""
    found: list[Node] = []
    reached = 0
    for node, following in zip_longest(nodes, nodes[1:]):
        divides = node.mark.level == SECTION and (not following or following.mark.level <= SECTION)
        lead, points = points_of(node, setting, reached) if divides else ([], [])
        if points and _stand_alone(Node(node.mark, lead), points):
            reached = points[-1].mark.ordinal
            found += [Node(node.mark, lead), *points]
        else:
            found.append(node)
    return found


def with_paragraphs(nodes: list[Node], setting: Setting) -> list[Node]:
    """The nodes, each bare heading divided at its paragraphs where several name their units."""
    bare = [place for place in range(len(nodes)) if _is_bare_section(nodes, place)]
    found = {n: plan_paragraphs.pieces(nodes[n].lines[1:], setting, fewest=1) for n in bare}
    if not any(len(tasks) > 1 for _before, tasks, _rest in found.values()):
        return nodes
    divided: list[Node] = []
    count = 0
    for place, node in enumerate(nodes):
        before, tasks, rest = found.get(place, ([], [], []))
        if not tasks or (rest and place + 1 < len(nodes)):
            divided.append(node)
            continue
        divided += [Node(node.mark, [node.lines[0], *before]), *_as_nodes(tasks, count)]
        divided[-1].lines.extend(rest)
        count += len(tasks)
    return divided


def _is_bare_section(nodes: list[Node], place: int) -> bool:
    node, following = nodes[place], nodes[place + 1 : place + 2]
    heading = node.lines[0].text
    return (
        node.mark.level == SECTION
        and not any(other.mark.level > SECTION for other in following)
        and not terminated(heading)
        and len(heading) <= _HEADING_LENGTH
        and not any(mark_of(line.text) for line in node.lines[1:])
    )


def without_numbers(
    lines: list[Line], setting: Setting
) -> tuple[list[Line], list[Node], list[Line]]:
    """Front, nodes and tail of a plan that numbers nothing: its tasks are counted."""
    before, found, rest = plan_paragraphs.pieces(lines, setting)
    return before, _as_nodes(found, 0), rest


def _as_nodes(found: Sequence[plan_paragraphs.Piece], count: int) -> list[Node]:
    nodes: list[Node] = []
    for place, (heads, body) in enumerate(found, count + 1):
        if heads:
            nodes.append(Node(Mark(PART, 1, "", 0), heads))
        nodes.append(Node(Mark(POINT, place, str(place), 0), body))
    return nodes


def points_of(node: Node, setting: Setting, reached: int = 0) -> tuple[list[Line], list[Node]]:
    """The lines before the first point of `node` and its points.

    They count from 1, or go on from `reached`, the last point of the section before.
    """
    lead = node.lines[:1]
    points: list[Node] = []
    for previous, line in pairwise(node.lines):
        mark = mark_of(line.text)
        if mark and _is_point(mark, points, previous, node, setting, reached):
            points.append(Node(mark, [line]))
        else:
            (points[-1].lines if points else lead).append(line)
    return lead, points


def _is_point(
    mark: Mark, points: list[Node], previous: Line, node: Node, setting: Setting, reached: int
) -> bool:
    if not points:
        first = mark.ordinal in (1, reached + 1)
        return first and mark.level > max(node.mark.level, ITEM)
    before = points[-1].mark
    if mark.level != before.level:
        return False
    if mark.ordinal == before.ordinal + 1:
        return setting.ended(previous) or rests(previous)
    return mark.ordinal > before.ordinal and setting.ended(previous)


def _stand_alone(heading: Node, points: list[Node]) -> bool:
    """Are the points of a section its tasks, and not parts of one task?"""
    if len(points) > 1 and all(ends_with_clause(point.body) for point in points):
        return True
    clauses = [has_clause(point.body) for point in points]
    if _PREAMBLE.search(heading.body) and not any(clauses):
        return False
    bare = "。" not in heading.body.rstrip("。") and len(heading.body) <= _HEADING_LENGTH
    return bare and not has_clause(heading.body) and not _share_a_clause(points)


def _share_a_clause(points: list[Node]) -> bool:
    """Do units stand on lines of their own behind the last of several points only?"""
    *others, last = points
    below = [
        joined(line.text for line in last.lines[n : n + _LINES_LOOKED_AT])
        for n in range(1, min(len(last.lines), _LINES_LOOKED_AT))
    ]
    return (
        bool(others)
        and not any(has_clause(point.body) for point in others)
        and not has_clause(last.lines[0].text[last.mark.length :])
        and any(starts_with_clause(text) for text in below)
    )
