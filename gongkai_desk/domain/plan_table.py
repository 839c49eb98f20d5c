"""A plan as a table: columns found by their headings, merged cells inherited downwards.

Tables copied from a page as text lose their grid: a header cell that spans two columns leaves an
empty cell at the end of the header row, and so does a body cell. Both are put back in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.plan_lines import clean, compact, mark_of, squeeze
from gongkai_desk.domain.plan_outline import title_of
from gongkai_desk.domain.plan_units import listed

_TITLED_CONTENT = re.compile(r"([\u4e00-\u9fff]{2,14})\s+(?=[\u4e00-\u9fff“《])")
_NAME_ONLY = re.compile(r"[^，。；：,;]{1,14}")
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、．.].*")
_LONGEST_SECTION = 40
_ASIDE = re.compile(
    r"(?:备?注|说明|填[表报]|制表|审核|联系人|联系电话)[\d（）]{0,4}[：:].*", re.DOTALL
)
_IN_WORDS = re.compile(r"(?<=[^\x00-\xff。；！？：])[ \t]*\n\s*(?=[^\x00-\xff])")
_LINE_BREAK = re.compile(r"(?<=[^\x00-\xff])[ \t]*\n\s*(?=[^\x00-\xff])")
_DEADLINE_LIKE = re.compile(r"全年|年底|季度|月|长期|持续")


class Role(StrEnum):
    NUMBER = "number"
    PATH = "path"
    CONTENT = "content"
    LEAD = "lead"
    UNITS = "units"
    DEADLINE = "deadline"
    RESULT = "result"  # 落实情况
    NOTE = "note"  # a column a task has no field for: kept in its note


_HEADINGS = (
    (re.compile(r"序号|编号|^号$"), Role.NUMBER),
    (
        re.compile(r"进展|(?:完成|落实|推进|工作|办理|整改)情况|^情况$|完成与否|是否完成|完成状态"),
        Role.RESULT,
    ),
    (
        re.compile(
            r"备注|说明$|领导|联系|电话|分值|得分|责任人|经办人|负责人|联络员|姓名|佐证|证明材料"
            r"|频次|公开(?:方式|渠道|载体|依据|形式)|依据"
        ),
        Role.NOTE,
    ),
    (re.compile(r"(单位|部门|分工).*(时限|时间)"), Role.UNITS),
    (re.compile(r"时限|时间|期限|节点|进度(?:要求|安排)|日期"), Role.DEADLINE),
    (re.compile(r"牵头(单位|部门)?$|主办"), Role.LEAD),
    (re.compile(r"责任|单位|部门|分工|配合|承办|科室"), Role.UNITS),
    (re.compile(r"内容|措施|举措|具体|工作要求|任务要求|标准|目标|成效|要求$"), Role.CONTENT),
    (re.compile(r"任务|事项|项目|类别|领域|工作|要点|名称|一级|二级"), Role.PATH),
)
_SURE_HEADING = re.compile(
    r"(?:序号|编号)|.{0,4}(?:责任|牵头|主办|承办|配合|协办|实施|落实)(?:单位|部门|科室|处室|机构|分工|主体).{0,8}"
    r"|.{0,4}(?:完成|办理|落实|推进|工作)?(?:时限|期限|时间节点|时间)(?:要求|安排)?"
    r"|(?:重点|主要|工作|具体|任务)*(?:任务|措施|内容|事项)(?:名称|分解)?"
)
_LONGEST_HEADING = 20
_DIVIDED = (Role.UNITS, Role.LEAD, Role.DEADLINE, Role.RESULT, Role.NOTE)
"""What a second heading row divides further."""


@dataclass(frozen=True, slots=True)
class TableItem:
    """One row as a task; `units` and `lead` as written, inherited where the cell was merged."""

    number: str
    path: tuple[str, ...]
    title: str
    text: str
    lead: str
    units: str
    deadline: str
    line: int
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    roles: tuple[Role, ...]
    named: tuple[Role | None, ...]  # as the heading row names them, None where a cell is covered
    collapsed: int  # empty cells the header lost to a cell that spans columns
    headings: tuple[str, ...] = ()

    def places(self, role: Role) -> list[int]:
        return [place for place, own in enumerate(self.roles) if own is role]


@dataclass(frozen=True, slots=True)
class _Above:
    """What a row inherits."""

    path: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    lead: str = ""
    units: str = ""
    deadline: str = ""


def read_table(blocks: Iterable[Block]) -> tuple[list[TableItem], set[int]]:
    """The tasks of all rows and the lines that are column headings.

    Rows before the first heading that names units or a deadline are no tasks. A paragraph such as
    一、抓好重点 above or between rows is the section of those below it.
    """
    blocks = _without_empty_columns(list(blocks))
    columns: Columns | None = None
    above = _Above()
    items: list[TableItem] = []
    headers: set[int] = set()
    sure = any("" in block.cells for block in blocks if isinstance(block, Row))
    fresh = False
    for block, below in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            above = _below_paragraph(above if columns else _Above(), block)
            continue
        found = columns_of(block, below if isinstance(below, Row) else None)
        if found:
            columns = _merged(columns, found) if columns and fresh else found
            headers.add(block.line)
            fresh = True
        elif columns:
            cells = _aligned(block.cells, columns)
            cells = cells if sure else _without_doubtful(cells, columns)
            above, item = _read_row(cells, columns, above, block.line)
            fresh = False
            if item:
                items.append(replace(item, number=item.number or str(len(items) + 1)))
        else:
            above = _Above()
    return items, headers


def _lost_by_copying(row: Row, below: Row | None) -> int:
    """The empty headings at the end of a table that lost its grid before it came into a document:
    the row below has its deadline under the last of them.
    """
    named = max(place + 1 for place, cell in enumerate(row.cells) if cell and cell.strip())
    empty = len(row.cells) - named
    if not empty or below is None or len(below.cells) != len(row.cells):
        return 0
    last, under = below.cells[-1] or "", below.cells[named - 1] or ""
    moved = _DEADLINE_LIKE.search(last) and not _DEADLINE_LIKE.search(under)
    return empty if moved and _role(compact(row.cells[named - 1] or "")) is Role.DEADLINE else 0


def _without_empty_columns(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, rows without the cells at their end that are empty in all rows as long."""
    filled: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Row):
            used = [place + 1 for place, cell in enumerate(block.cells) if cell and cell.strip()]
            width = len(block.cells)
            filled[width] = max(filled.get(width, 0), *used, 0)
    return [
        replace(block, cells=block.cells[: filled[len(block.cells)]])
        if isinstance(block, Row)
        else block
        for block in blocks
    ]


def _below_paragraph(above: _Above, paragraph: Paragraph) -> _Above:
    text = clean(paragraph.text)
    if not _SECTION.fullmatch(text) or len(text) > _LONGEST_SECTION or "。" in text:
        return above
    return _below(above, " ".join(text.split()))


def _without_doubtful(cells: list[str | None], columns: Columns) -> list[str | None]:
    """In text, where a merged cell and an empty one look the same: who names a lead unit and no
    other has none.
    """
    said = [cells[place] for place in columns.places(Role.LEAD)]
    if not any(cell and cell.strip() for cell in said):
        return cells
    units = set(columns.places(Role.UNITS))
    return ["" if place in units and not cell else cell for place, cell in enumerate(cells)]


def columns_of(row: Row, below: Row | None = None) -> Columns | None:
    """The columns, if `row` is a heading row with a column of units, deadlines or results.

    A heading nobody knows is that of a note, if most others can be nothing but headings.
    """
    texts = [compact(cell or "") for cell in row.cells]
    named = [text for text in texts if text]
    if len(named) < 2 or any(len(text) > _LONGEST_HEADING for text in named):
        return None
    roles = [_role(text) for text in texts]
    known = [role for role, text in zip(roles, texts, strict=True) if text and role]
    if not {Role.UNITS, Role.LEAD, Role.DEADLINE, Role.RESULT} & set(known):
        return None
    if len(known) < len(named):
        sure = sum(_SURE_HEADING.fullmatch(text) is not None for text in named)
        if sure * 2 < len(named) or sure < 2 or any(text.isdigit() for text in named):
            return None
        roles = [
            role or (Role.NOTE if text else None) for role, text in zip(roles, texts, strict=True)
        ]
    trailing = _lost(row.cells) or _lost_by_copying(row, below)
    return Columns(_complete(roles, trailing), tuple(roles), trailing, tuple(texts))


def _lost(cells: Sequence[str | None]) -> int:
    """The empty cells at the end of a heading row of text, where a cell that spans columns leaves
    them; a document's own tables keep them where they are.
    """
    return next((n for n, cell in enumerate(reversed(cells)) if cell is not None), len(cells))


def _role(text: str) -> Role | None:
    return next((role for pattern, role in _HEADINGS if text and pattern.search(text)), None)


def _complete(roles: Sequence[Role | None], trailing: int) -> tuple[Role, ...]:
    """Give covered cells the role on their left and the lost ones to the path."""
    filled: list[Role] = []
    for role in roles[: len(roles) - trailing]:
        filled.append(role or (filled[-1] if filled else Role.PATH))
    if Role.CONTENT not in filled:
        last = max((place for place, role in enumerate(filled) if role is Role.PATH), default=None)
        if last is not None:
            filled[last] = Role.CONTENT
    behind_path = max(
        (place + 1 for place, role in enumerate(filled) if role is Role.PATH), default=0
    )
    return (*filled[:behind_path], *[Role.PATH] * trailing, *filled[behind_path:])


def _merged(upper: Columns, lower: Columns) -> Columns:
    """Two heading rows: 责任分工 above 牵头单位 and 责任单位."""
    if len(upper.named) != len(lower.named):
        return lower
    texts = [low or up for up, low in zip(upper.headings, lower.headings, strict=True)]
    roles: list[Role | None] = []
    above: Role | None = None
    for up, low in zip(upper.named, lower.named, strict=True):
        above = up or above
        if low and (above is None or above in _DIVIDED):
            roles.append(low)
        else:
            roles.append(up or (above if low else None))
    trailing = _lost([text or None for text in texts]) if upper.collapsed else 0
    return Columns(_complete(roles, trailing), upper.named, trailing, tuple(texts))


def _aligned(cells: tuple[str | None, ...], columns: Columns) -> list[str | None]:
    """Put the cells of a row that lost covered cells under their headings.

    Cells beyond the last heading stay behind the others.
    """
    values = list(cells)
    lost = 0
    while columns.collapsed and lost < columns.collapsed and values and not values[-1]:
        if not (len(values) > 1 and _DEADLINE_LIKE.search(values[-2] or "")):
            break
        values.pop()
        lost += 1
    if lost:
        behind_path = max(columns.places(Role.PATH), default=-1) + 1 - lost
        values[behind_path:behind_path] = [""] * lost
    width = len(columns.roles)
    return values + [None] * (width - len(values))


def _read_row(
    cells: list[str | None], columns: Columns, above: _Above, line: int
) -> tuple[_Above, TableItem | None]:
    filled = [cell.strip() for cell in cells if cell and cell.strip()]
    if not filled or _ASIDE.fullmatch(filled[0]):
        return above, None
    alone, first = len(filled) == 1 and len(cells) > 2, compact(filled[0])
    if alone and (_SECTION.fullmatch(first) or _spans(cells, columns)):
        return _below(above, first), None
    now = _inheriting(cells, columns, above)
    content = [cells[place] for place in columns.places(Role.CONTENT)]
    content += cells[len(columns.roles) :]
    text = " ".join(part.strip() for part in content if part and part.strip())
    if not text and not any(cells[place] for place in columns.places(Role.PATH)):
        return now, None
    title, above_title, healed = _titled(text, [part for part in now.path if part])
    return now, TableItem(
        number="".join(compact(cells[place] or "") for place in columns.places(Role.NUMBER)),
        path=now.section + above_title,
        title=title,
        text=healed,
        lead=now.lead,
        units=now.units,
        deadline=now.deadline,
        line=line,
        result=_told(cells, columns, Role.RESULT),
        note=_told(cells, columns, Role.NOTE),
    )


def _inheriting(cells: list[str | None], columns: Columns, above: _Above) -> _Above:
    """What the row says in cells that may be merged, else what it has from the row above."""
    path = _path([cells[place] for place in columns.places(Role.PATH)], above.path)
    if len(path) > 1 and path[:1] != above.path[:1]:
        above = _Above(section=above.section)
    same = bool(path) and path[:1] == above.path[:1]

    def value(role: Role, inherited: str) -> str:
        own = [cells[place] for place in columns.places(role)]
        names = role in (Role.LEAD, Role.UNITS)
        said = [listed(cell) if names and cell else cell for cell in own]
        return _inherited(said, inherited, same)

    return _Above(
        path,
        above.section,
        value(Role.LEAD, above.lead),
        value(Role.UNITS, above.units),
        value(Role.DEADLINE, above.deadline),
    )


def _below(above: _Above, heading: str) -> _Above:
    """Below a heading row: （一） stands under the 一、 before it."""
    own = mark_of(heading)
    upper = [text for text in above.section if own and _level(text) < own.level]
    return _Above(section=(*upper, heading) if own else (heading,))


def _level(text: str) -> int:
    mark = mark_of(text)
    return mark.level if mark else 0


def _spans(cells: list[str | None], columns: Columns) -> bool:
    """Is the only filled cell the first, and the others covered sideways by it?"""
    if len(cells) < len(columns.roles) or any(cell is None for cell in cells[1:]):
        return False
    return bool(cells[0]) and len(compact(cells[0] or "")) <= _LONGEST_SECTION


def _told(cells: list[str | None], columns: Columns, role: Role) -> str:
    """What the row says in columns of `role`, each with its heading where there are several."""
    said = [
        (columns.headings[place] if place < len(columns.headings) else "", cells[place] or "")
        for place in columns.places(role)
    ]
    filled = [(heading, _IN_WORDS.sub("", text.strip())) for heading, text in said if text.strip()]
    bare = role is Role.RESULT or all(heading == "备注" for heading, _text in filled)
    return "\n".join(text if bare else f"{heading}：{text}" for heading, text in filled)


def _path(own: list[str | None], above: tuple[str, ...]) -> tuple[str, ...]:
    """The cells left of the content; those that are merged take the value above them."""
    named = [place for place, cell in enumerate(own) if cell and cell.strip()]
    first = named[0] if named else len(own)
    inherited = [*above, *[""] * len(own)][:first]
    words = [_LINE_BREAK.sub("", cell or "") for cell in own[first:]]
    return (*inherited, *[" ".join(cell.split()) for cell in words])


def _inherited(values: list[str | None], above: str, same: bool) -> str:
    """A cell merged with the one above has its value; so has an empty one in the `same` section,
    where a page break cut a merged cell in two.
    """
    said = [value.strip() for value in values if value and value.strip()]
    if said or not values:
        return "；".join(said)
    return above if same or None in values else ""


def _titled(text: str, path: list[str]) -> tuple[str, tuple[str, ...], str]:
    """Title, path and text: a short name may lead the content cell or be all of it."""
    if match := _TITLED_CONTENT.match(text):
        healed = f"{match.group(1)} {squeeze(text[match.end() :])}"
        return match.group(1), tuple(path), healed
    healed = squeeze(text)
    if not text and path:
        return path[-1], tuple(path[:-1]), path[-1]
    if not path or _NAME_ONLY.fullmatch(healed):
        return title_of(healed, healed), tuple(path), healed
    return path[-1], tuple(path[:-1]), healed
