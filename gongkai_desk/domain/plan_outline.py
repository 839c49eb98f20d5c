"""A plan in prose: headings 一、, items （一）; points 1. where no （一） divides their section or
where each of them carries units of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from gongkai_desk.domain import plan_paragraphs
from gongkai_desk.domain.plan_clauses import (
    ends_with_clause,
    has_clause,
    is_clause_line,
    joined,
    starts_with_clause,
    take_clauses,
)
from gongkai_desk.domain.plan_heading import is_title
from gongkai_desk.domain.plan_lines import (
    Line,
    Mark,
    Setting,
    compact,
    furniture,
    heal,
    is_part,
    leans_on_next,
    mark_of,
    terminated,
)
from gongkai_desk.domain.plan_units import CLOSE, OPEN, UNIT_END

PART, SECTION, ITEM, POINT = 0, 1, 2, 3  # （1） and ① are points, too
_TITLE_LENGTH = 40
_HEADING_LENGTH = 60
_LINES_LOOKED_AT = 100  # around a possible end of the plan; no task is as long
_TAIL = re.compile(
    r"附件[:：\d一二三四五]?.*|抄送[:：].*|主题词[:：].*|[^。]{0,40}印发|（此件.*|\(此件.*"
    r"|20\d\d年\d{1,2}月\d{1,2}日"
)
_ANNEX = re.compile(r"附[件表]?[\d一二三四五]{0,2}[:：]?")
_SIGNATURE_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
_FULL_STOP = re.compile(r"[。！？)）〕】”]$")
_FIRST_SENTENCE_END = re.compile(
    r"[。；\n]|[（(〔［【](?:牵头|责任)|(?<=[\u4e00-\u9fff])[.．](?=[\u4e00-\u9fff（(]|$)"
)
_BULLETS = "●○◆◇■□▪•★☆·-—－* "
_PREAMBLE = re.compile(r"总体要求|指导思想|工作目标|总体目标|基本原则|总体思路|工作原则")


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


@dataclass(frozen=True, slots=True)
class Item:
    """One task as it stands in the source."""

    number: str
    path: tuple[str, ...]
    title: str
    text: str  # as `Node.body`: unit clauses still inside
    lines: tuple[Line, ...]
    in_sequence: bool = True
    heading: str = ""  # the section's heading where it names units for all its items


@dataclass(frozen=True, slots=True)
class Outline:
    """Every line of the document belongs to exactly one of these."""

    front: tuple[Line, ...] = ()
    items: tuple[Item, ...] = ()
    headings: tuple[Line, ...] = ()
    tail: tuple[Line, ...] = ()
    pages: tuple[Line, ...] = ()


def outline(lines: Sequence[Line], start: int, setting: Setting) -> Outline:
    """Divide `lines`; the plan's own numbering begins at place `start`."""
    pages = tuple(sorted([*furniture(lines), *_repeated_titles(lines, start)], key=_number))
    numbers = {line.number for line in pages}
    kept = [line for line in lines[start:] if line.number not in numbers]
    levels = _levels(kept)
    preamble, nodes = _nodes(kept, setting, levels)
    nodes = _with_paragraphs(_with_points(nodes, setting), setting)
    front = [line for line in lines[:start] if line.number not in numbers]
    tail: list[Line] = []
    if not nodes:
        before, nodes, tail = _without_numbers(preamble, setting)
        front, preamble = front + before, []
    front += preamble
    if not nodes:
        return Outline(front=tuple(front + tail), pages=pages)
    tail = _cut_tail(nodes, setting) + tail
    items, headings = _items(nodes, setting)
    return Outline(tuple(front), tuple(items), tuple(headings), tuple(tail), pages)


def _repeated_titles(lines: Sequence[Line], start: int) -> list[Line]:
    """The plan's title once more below its beginning: a running head that is on few pages."""
    known = {line.number for line in furniture(lines)}
    titles = {compact(line.text) for line in lines[:start] if is_title(compact(line.text))}
    below = [line for line in lines[start:] if line.number not in known]
    return [line for line in below if compact(line.text) in titles]


def _number(line: Line) -> int:
    return line.number


def _levels(lines: Sequence[Line]) -> frozenset[int]:
    """The levels that divide the document: points only where there is neither 一、 nor （一）."""
    found = {mark.level for line in lines if (mark := mark_of(line.text))}
    upper = found & {SECTION, ITEM}
    return frozenset(upper or sorted(found)[:1])


def _nodes(
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
    if previous is not None and not (_rests(previous) or _ANNEX.fullmatch(compact(previous.text))):
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
        return _follows(mark, nodes)  # a heading may fill its line without a full stop
    return _follows(mark, nodes) and _rests(previous)


def _rests(line: Line) -> bool:
    """May a sentence or a list of units end with `line`?"""
    ends = terminated(line.text) or UNIT_END.search(line.text) is not None
    return ends and not leans_on_next(line.text)


def _follows(mark: Mark, nodes: list[Node]) -> bool:
    """Is `mark` the next number of its level (or the first under a new heading)?"""
    for node in reversed(nodes):
        if node.mark.level == mark.level:
            return mark.ordinal == node.mark.ordinal + 1
        if node.mark.level < mark.level and mark.ordinal == 1:
            return True
    return mark.ordinal == 1


def _with_points(nodes: list[Node], setting: Setting) -> list[Node]:
    """The nodes, each bare heading without items divided at its points."""
    found: list[Node] = []
    reached = 0
    for node, following in zip_longest(nodes, nodes[1:]):
        divides = node.mark.level == SECTION and (not following or following.mark.level <= SECTION)
        lead, points = _points(node, setting, reached) if divides else ([], [])
        if points and _stand_alone(Node(node.mark, lead), points):
            reached = points[-1].mark.ordinal
            found += [Node(node.mark, lead), *points]
        else:
            found.append(node)
    return found


def _with_paragraphs(nodes: list[Node], setting: Setting) -> list[Node]:
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


def _without_numbers(
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


def _points(node: Node, setting: Setting, reached: int = 0) -> tuple[list[Line], list[Node]]:
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
        return setting.ended(previous) or _rests(previous)
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
    below = [joined(line.text for line in last.lines[n:]) for n in range(1, len(last.lines))]
    return (
        bool(others)
        and not any(has_clause(point.body) for point in others)
        and not has_clause(last.lines[0].text[last.mark.length :])
        and any(starts_with_clause(text) for text in below)
    )


def _items(nodes: list[Node], setting: Setting) -> tuple[list[Item], list[Line]]:
    restarting = _restarting(nodes)
    items: list[Item] = []
    headings: list[Line] = []
    part: tuple[str, ...] = ()
    section: Node | None = None
    seen: list[Node] = []
    for place, node in enumerate(nodes):
        in_sequence = _follows(node.mark, seen)
        seen.append(node)
        if node.mark.level == PART:
            part, section = (heal([node.lines[-1].text]),), None
            headings.extend(node.lines)
            continue
        if node.mark.level == SECTION:
            section = node
            if _is_heading(nodes, place):
                headings.extend(node.lines)
            else:
                items.append(_item(node, node.mark.printed, part, in_sequence))
            continue
        number = node.mark.printed
        if section and node.mark.level in restarting:
            number = section.mark.printed + ("" if number.startswith("（") else "、") + number
        path = (*part, _heading_text(section)) if section else part
        found, lead = _divided(node, number, path, in_sequence, setting)
        heading = section.body if section and has_clause(section.body) else ""
        items.extend(replace(item, heading=heading) for item in found)
        headings.extend(lead)
    return items, headings


def _restarting(nodes: list[Node]) -> set[int]:
    """The levels below the sections whose numbering begins again under a later heading."""
    firsts = Counter(node.mark.level for node in nodes if node.mark.ordinal == 1)
    return {level for level, times in firsts.items() if times > 1}


def _is_heading(nodes: list[Node], place: int) -> bool:
    """A section is a heading when items follow, and an aside when it only sets the tone."""
    if place + 1 < len(nodes) and nodes[place + 1].mark.level > SECTION:
        return True
    node = nodes[place]
    return _PREAMBLE.search(node.lines[0].text) is not None and not has_clause(node.body)


def _heading_text(section: Node) -> str:
    if has_clause(section.body):
        mark = section.lines[0].text[: section.mark.length]
        whole = heal([mark]) + take_clauses(section.body).text
    else:
        whole = heal(line.text for line in section.lines)
    if "。" not in whole:
        return whole
    return heal([section.lines[0].text]).split("。")[0]


def _item(node: Node, number: str, path: tuple[str, ...], in_sequence: bool) -> Item:
    body = node.body
    first = heal([node.lines[0].text[node.mark.length :]])
    lists = len(node.lines) > 1 and mark_of(node.lines[1].text) is not None
    title = title_of(first if lists else body, first)
    return Item(number, path, title, body, tuple(node.lines), in_sequence)


def title_of(body: str, first_line: str) -> str:
    """The sub-heading: the first sentence when it is short, else the first line of its own."""
    body, first_line = body.lstrip(_BULLETS), first_line.lstrip(_BULLETS)
    sentence = _FIRST_SENTENCE_END.split(body, maxsplit=1)[0]
    if len(sentence) <= _TITLE_LENGTH:
        return sentence.rstrip("：:")
    if len(first_line) <= _TITLE_LENGTH and not leans_on_next(first_line):
        return first_line.rstrip("。：:")
    return re.split(r"[，：:]", sentence, maxsplit=1)[0][:_TITLE_LENGTH]


def _divided(
    node: Node, number: str, path: tuple[str, ...], in_sequence: bool, setting: Setting
) -> tuple[list[Item], list[Line]]:
    """An item as one task, or as its points when each of them names its own units."""
    lead, points = _points(node, setting)
    if len(points) < 2 or not all(ends_with_clause(p.body) for p in points):
        return [_item(node, number, path, in_sequence)], []
    above = (*path, heal(line.text for line in lead).rstrip("。"))
    return [_item(p, _point_number(number, p.mark), above, True) for p in points], lead


def _point_number(number: str, mark: Mark) -> str:
    return mark.printed if mark.printed.startswith(f"{number}.") else number + mark.printed


def _cut_tail(nodes: list[Node], setting: Setting) -> list[Line]:
    """Take what follows the last task off its node: signature, annexes, a closing paragraph."""
    last = nodes[-1]
    clauses = any(has_clause(node.body) for node in nodes)
    closing = _close_with_clauses(nodes[:-1])
    single = not setting.broken and len(nodes) > 1 and all(len(n.lines) == 1 for n in nodes[:-1])
    for place in range(1, len(last.lines)):
        before, rest = last.lines[place - 1], last.lines[place:]
        if _is_tail(rest) or (
            (_FULL_STOP.search(before.text) or _ends_in_clause_line(last, place))
            and (single or (clauses and closing and _closed(last, place)))
            and not has_clause(joined(line.text for line in rest[:_LINES_LOOKED_AT]))
        ):
            del last.lines[place:]
            return rest
    return []


def _close_with_clauses(nodes: list[Node]) -> bool:
    """Do most tasks end with their units? Else words behind the last clause belong to its task."""
    ends = [ends_with_clause(node.body) for node in nodes if has_clause(node.body)]
    return sum(ends) * 2 >= len(ends)


def _ends_in_clause_line(node: Node, place: int) -> bool:
    """Is the line before `place` a clause of its own, and not part of one in brackets?"""
    before = node.lines[place - 1]
    if not is_clause_line(before.text) or not _rests(before):
        return False
    looked_at = "".join(line.text for line in node.lines[max(place - _LINES_LOOKED_AT, 0) : place])
    return sum((mark in OPEN) - (mark in CLOSE) for mark in looked_at) == 0


def _is_tail(rest: list[Line]) -> bool:
    if any(_TAIL.fullmatch(text) for text in (compact(rest[0].text), _printed(rest))):
        return True
    signed = len(rest) > 1 and _SIGNATURE_DATE.fullmatch(compact(rest[1].text)) is not None
    return signed and not terminated(rest[0].text)


def _printed(rest: list[Line]) -> str:
    """The imprint at the end of the document, should it be broken into lines."""
    return compact("".join(line.text for line in rest[:4]))


def _closed(node: Node, place: int) -> bool:
    """Do the lines before `place` end with the task's unit clause?"""
    return ends_with_clause(
        joined(line.text for line in node.lines[max(place - _LINES_LOOKED_AT, 0) : place])
    )
