"""A table of a file made into a list for self-inspection.

Headings as offices write them: 序号 / 指标、一级指标、二级指标、类别 / 检查内容、评价要点 /
评分标准、备注 / 分值、满分 / 依据. A cell merged down counts for every row it covers, except one
with points: those would be counted several times, so it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from gongkai_desk.domain.blocks import Block, Row
from gongkai_desk.domain.inspection import InspectionItem
from gongkai_desk.domain.problems import DomainError, Problem, refuse

VETO = "单项否决"
_HEADS = {
    "points": ("分值", "满分", "标准分", "分数", "权重"),
    "text": (
        "检查内容", "检查点", "评价要点", "评估要点", "监测要点", "监测内容", "考核内容",
        "自查内容", "自查项目", "内容", "要点",
    ),
    "basis": ("依据", "来源"),
    "subgroup": ("二级指标",),
    "standard": ("评分标准", "扣分标准", "评分细则", "评分办法", "备注", "说明"),
    "group": ("一级指标", "类别", "指标", "项目", "分类", "考核项目"),
    "number": ("序号", "编号"),
}  # fmt: skip
_BLANK = re.compile(r"\s+")
_POINTS = re.compile(r"(?:满分)?(\d+(?:\.\d+)?)分?")
_SUMS = ("合计", "总计", "总分", "小计")


@dataclass(frozen=True, slots=True)
class _Table:
    """Which column is what; the rows behind the head."""

    columns: dict[str, int]
    rows: Sequence[Row]


def read_list(blocks: Iterable[Block], name: str) -> tuple[InspectionItem, ...]:
    """The items of the table in a file called `name`; DomainError with what cannot be read: half a
    list is worse than none.
    """
    table = _table([block for block in blocks if isinstance(block, Row)], name)
    found: list[InspectionItem] = []
    problems: list[Problem] = []
    for row, group in _grouped(table):
        text = _cell(row, table.columns.get("text"))
        if not text or text in _SUMS or _cell(row, table.columns.get("number")) in _SUMS:
            continue
        try:
            found.append(_item(table, row, group, text, len(found) + 1))
        except DomainError as error:
            problems += error.problems
    if problems:
        raise DomainError(*problems)
    if not found:
        raise refuse("inspection-list-without-rows", "file", name=name)
    return tuple(found)


def _table(rows: Sequence[Row], name: str) -> _Table:
    for number, row in enumerate(rows):
        columns = _columns(row)
        if "text" in columns and "points" in columns:
            return _Table(columns, [one for one in rows[number + 1 :] if _columns(one) != columns])
    raise refuse("inspection-list-without-head", "file", name=name)


def _columns(row: Row) -> dict[str, int]:
    """The columns by what stands over them; the exact word goes before one that contains it."""
    heads = [_BLANK.sub("", cell or "") for cell in row.cells]
    found: dict[str, int] = {}
    for exact in (True, False):
        for role, words in _HEADS.items():
            if role in found:
                continue
            for word in words:
                place = next(
                    (
                        number
                        for number, head in enumerate(heads)
                        if number not in found.values() and _is_head(head, word, exact=exact)
                    ),
                    None,
                )
                if place is not None:
                    found[role] = place
                    break
    if "text" not in found:  # the finest column there is holds what is checked
        finest = next((role for role in ("standard", "subgroup", "group") if role in found), None)
        if finest is not None:
            found["text"] = found.pop(finest)
    return found


def _is_head(head: str, word: str, *, exact: bool) -> bool:
    return head == word if exact else word in head and len(head) <= len(word) + 6


def _grouped(table: _Table) -> Iterator[tuple[Row, str]]:
    """The rows with the group they belong to: a merged or empty cell goes on with the one above."""
    group = subgroup = ""
    for row in table.rows:
        if above := _cell(row, table.columns.get("group")):
            group, subgroup = above, ""
        subgroup = _cell(row, table.columns.get("subgroup")) or subgroup
        yield row, " / ".join(part for part in (group, subgroup) if part)


def _item(table: _Table, row: Row, group: str, text: str, number: int) -> InspectionItem:
    given = _cell(row, table.columns["points"])
    veto = VETO in given or (not given and VETO in group)
    return InspectionItem(
        key=str(number),
        group=group,
        text="\n".join(filter(None, (text, _cell(row, table.columns.get("standard"))))),
        points=Decimal(0) if veto else _points(given, row, text),
        veto=veto,
        basis=_cell(row, table.columns.get("basis")),
    )


def _points(given: str, row: Row, text: str) -> Decimal:
    match = _POINTS.fullmatch(_BLANK.sub("", given))
    if match is None:
        raise refuse(
            "inspection-list-points-unreadable", "file", row=row.line, text=text, points=given
        )
    return Decimal(match[1])


def read_points(text: str) -> Decimal | None:
    """What an officer typed as lost points; None for nothing, DomainError for no number."""
    plain = _BLANK.sub("", text).removesuffix("分").replace("．", ".")
    if not plain:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise refuse("inspection-points-unreadable", text=text.strip()) from None
    if not value.is_finite():
        raise refuse("inspection-points-unreadable", text=text.strip())
    return abs(value) if value == 0 else value


def _cell(row: Row, place: int | None) -> str:
    if place is None or place >= len(row.cells):
        return ""
    return (row.cells[place] or "").strip()
