"""A plan in prose: headings 一、, items （一）; points 1. where no （一） divides their section or
where each of them carries units of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai_desk.domain.plan_clauses import (
    ends_with_clause,
    has_clause,
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
    leans_on_next,
    mark_of,
    terminated,
)
from gongkai_desk.domain.plan_nodes import PART, SECTION, Node, follows, levels_of, nodes_of
from gongkai_desk.domain.plan_points import points_of, with_paragraphs, with_points, without_numbers
from gongkai_desk.domain.plan_tail import cut_tail

_TITLE_LENGTH = 40
_FIRST_SENTENCE_END = re.compile(
    r"[。；\n]|[（(〔［【](?:牵头|责任)|(?<=[\u4e00-\u9fff])[.．](?=[\u4e00-\u9fff（(]|$)"
)
_BULLETS = "●○◆◇■□▪•★☆·-—－* "
_LABELLED = re.compile(r"(?:工作|目标|主要|具体|重点)[\u4e00-\u9fff]{2,4}[：:]")
_PREAMBLE = re.compile(r"总体要求|指导思想|工作目标|总体目标|基本原则|总体思路|工作原则")


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
    levels = levels_of(kept)
    preamble, nodes = nodes_of(kept, setting, levels)
    nodes = with_paragraphs(with_points(nodes, setting), setting)
    front = [line for line in lines[:start] if line.number not in numbers]
    tail: list[Line] = []
    if not nodes:
        before, nodes, tail = without_numbers(preamble, setting)
        front, preamble = front + before, []
    front += preamble
    if not nodes:
        return Outline(front=tuple(front + tail), pages=pages)
    tail = cut_tail(nodes, setting) + tail
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


def _items(nodes: list[Node], setting: Setting) -> tuple[list[Item], list[Line]]:
    restarting = _restarting(nodes)
    items: list[Item] = []
    headings: list[Line] = []
    part: tuple[str, ...] = ()
    section: Node | None = None
    seen: list[Node] = []
    for place, node in enumerate(nodes):
        in_sequence = follows(node.mark, seen)
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
                items.append(_item(node, node.mark.printed, part, in_sequence, setting))
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


def _item(
    node: Node, number: str, path: tuple[str, ...], in_sequence: bool, setting: Setting
) -> Item:
    body = node.body
    first = heal([node.lines[0].text[node.mark.length :]])
    below = node.lines[1].text if len(node.lines) > 1 else ""
    lists = mark_of(below) is not None or (_LABELLED.match(below) is not None and "。" not in first)
    alone = not setting.broken and below != "" and _is_line_of_title(first)
    title = title_of(first if lists or alone else body, first)
    return Item(number, path, title, body, tuple(node.lines), in_sequence)


def _is_line_of_title(first: str) -> bool:
    """Does a line that is a paragraph hold the title and nothing else?"""
    short = len(first) <= _TITLE_LENGTH and "。" not in first
    return short and not terminated(first) and not leans_on_next(first)


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
    lead, points = points_of(node, setting)
    if len(points) < 2 or not all(ends_with_clause(p.body) for p in points):
        return [_item(node, number, path, in_sequence, setting)], []
    above = (*path, heal(line.text for line in lead).rstrip("。"))
    return [_item(p, _point_number(number, p.mark), above, True, setting) for p in points], lead


def _point_number(number: str, mark: Mark) -> str:
    return mark.printed if mark.printed.startswith(f"{number}.") else number + mark.printed
