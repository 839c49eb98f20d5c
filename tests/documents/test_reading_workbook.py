from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from gongkai_desk.documents.reading import read_blocks
from gongkai_desk.documents.reading.workbook import MOST_ROWS
from gongkai_desk.domain.plan_reading import read_plan
from gongkai_desk.domain.problems import DomainError


def test_merged_cells_dates_and_hidden_sheets(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2026年云海区政务公开重点工作及责任分工"])
    sheet.append(["序号", "工作任务", "具体内容", "责任单位", "完成时限"])
    sheet.append([1, "一、重点", "公开规划。", "区司法局、财政局等", dt.date(2026, 6, 30)])
    sheet.append([2.0, None, "公开预算。", None, "全年"])
    for area in ("A1:E1", "B3:B4", "D3:D4"):
        sheet.merge_cells(area)
    hidden = book.create_sheet("旧表")
    hidden.append(["工作任务", "具体内容", "责任单位"])
    hidden.append(["旧任务", "旧内容。", "区司法局"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "责任 分工.xlsx"
    book.save(path)
    read = read_plan(read_blocks(path), name=path.name)
    assert read.plan.title == "2026年云海区政务公开重点工作及责任分工"
    assert [task.number for task in read.tasks] == ["1", "2"]
    assert {task.responsible_units for task in read.tasks} == {("区司法局", "区财政局")}
    assert all(task.units_open for task in read.tasks)
    assert read.tasks[0].deadline.date == dt.date(2026, 6, 30)


def test_a_sheet_without_end_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].cell(MOST_ROWS + 1, 1, "远")
    path = tmp_path / "大.xlsx"
    book.save(path)
    with pytest.raises(DomainError) as refusal:
        read_blocks(path)
    assert refusal.value.problems[0].code == "file-sheet-too-large"
