"""Where the last task ends: signature, annexes, a closing paragraph, the imprint."""

from __future__ import annotations

import re

from gongkai_desk.domain.plan_clauses import (
    ends_with_clause,
    has_clause,
    is_clause_line,
    joined,
)
from gongkai_desk.domain.plan_lines import (
    Line,
    Setting,
    compact,
    terminated,
)
from gongkai_desk.domain.plan_nodes import Node, rests
from gongkai_desk.domain.plan_units import CLOSE, OPEN

_LINES_LOOKED_AT = 100  # around a possible end of the plan; no task is as long
_TAIL = re.compile(
    r"附件[:：\d一二三四五]?.*|抄送[:：].*|主题词[:：].*|[^。]{0,40}印发|（此件.*|\(此件.*"
    r"|20\d\d年\d{1,2}月\d{1,2}日"
)
_SIGNATURE_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
_FULL_STOP = re.compile(r"[。！？)）〕】”]$")


def cut_tail(nodes: list[Node], setting: Setting) -> list[Line]:
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
    if not is_clause_line(before.text) or not rests(before):
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
