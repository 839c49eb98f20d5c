"""Plain tables as workbooks: text stays text, dates are dates, all or nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gongkai_desk.documents.tables_xlsx import TableSheet, write_tables
from gongkai_desk.domain.problems import DomainError

SHEET = TableSheet(
    name="台账",
    title="公开平台台账",
    columns=(("名称", 20), ("日期", 12), ("件数", 8)),
    rows=[("=1+1", dt.date(2026, 11, 20), 3), ("很长的名称" * 20, None, None)],
)


def test_text_stays_text_and_dates_are_dates(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_tables(path, [SHEET])
    sheet = load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["名称", "日期", "件数"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert sheet["B3"].value == dt.datetime(2026, 11, 20)  # noqa: DTZ001  as Excel has it
    assert sheet["C3"].value == 3
    low, high = sheet.row_dimensions[3].height, sheet.row_dimensions[4].height
    assert low is not None
    assert high is not None
    assert high > 3 * low  # long text has room


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError):
        write_tables(tmp_path / "无" / "台账.xlsx", [SHEET])
