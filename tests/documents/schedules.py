"""Schedules made up for the writers' tests."""

from __future__ import annotations

from gongkai_desk.domain.schedule import ScheduleColumn, ScheduleSheet, SheetColumn

OF = ScheduleColumn
COLUMNS = (OF.NUMBER, OF.SECTION, OF.TITLE, OF.CONTENT, OF.NOTE)
_HEADINGS = {
    OF.NUMBER: "编号",
    OF.SECTION: "部分",
    OF.TITLE: "事项",
    OF.CONTENT: "内容",
    OF.NOTE: "备注",
}


def a_sheet(
    count: int, columns: tuple[ScheduleColumn, ...] = COLUMNS, *, longer: int = 1
) -> ScheduleSheet:
    """`count` tasks, the first two in one section, the others in another."""
    rows = []
    for number in range(1, count + 1):
        texts = {
            OF.NUMBER: str(number),
            OF.SECTION: "一、甲" if number < 3 else "二、乙",
            OF.TITLE: f"第{number}项",
            OF.CONTENT: f"公开内容{number}" * longer,
            OF.NOTE: "=1+1",
        }
        rows.append(tuple(texts[column] for column in columns))
    return ScheduleSheet(
        title="2026年政务公开工作要点配档表",
        note=f"共{count}项",
        columns=tuple(SheetColumn(column=one, heading=_HEADINGS[one]) for one in columns),
        rows=rows,
    )
