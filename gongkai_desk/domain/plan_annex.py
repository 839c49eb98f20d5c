"""A table behind the text that lists the text's tasks once more (附件：重点任务分工表)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gongkai_desk.domain.plan_heading import is_title
from gongkai_desk.domain.plan_lines import Line, compact
from gongkai_desk.domain.plan_outline import Item
from gongkai_desk.domain.plan_table import TableItem

_FEWEST_REPEATED = 2
_SHORTEST_TITLE = 4
_LINES_ABOVE = 4
_ANNEX = re.compile(r"附[件表]?[\d一二三四五]{0,2}[:：]?")
_MARK = re.compile(r"^[（(]?[\d一二三四五六七八九十]{1,3}[)）、．.]+")


def repeated(items: Sequence[Item], rows: Sequence[TableItem]) -> Mapping[int, int]:
    """The place of a row -> that of the item it repeats; empty when the table is no repetition."""
    found: dict[int, int] = {}
    for place, row in enumerate(rows):
        own = [n for n, item in enumerate(items) if _same(item, row)]
        if own:
            found[place] = next((n for n in own if n not in found.values()), own[0])
    enough = len(found) >= _FEWEST_REPEATED and len(found) * 2 >= len(rows)
    return found if enough and len(set(found.values())) * 2 >= len(items) else {}


def heads(lines: Sequence[Line], header: int) -> list[Line]:
    """The lines that name the table, above its heading row at source line `header`."""
    above = [line for line in lines if line.number < header][-_LINES_ABOVE:]
    for place, line in enumerate(above):
        text = compact(line.text)
        if _ANNEX.fullmatch(text) or is_title(text):
            return above[place:]
    return []


def _same(item: Item, row: TableItem) -> bool:
    title, text = _words(item.title), compact(item.text)
    named = _words(row.title)
    if len(named) >= _SHORTEST_TITLE and (named == title or named in text[: len(title)]):
        return True
    said = _words(row.text)
    begins = len(title) >= _SHORTEST_TITLE and said.startswith(title)
    return len(said) >= _SHORTEST_TITLE and (said.rstrip("。") in text or begins)


def _words(text: str) -> str:
    return _MARK.sub("", compact(text))
