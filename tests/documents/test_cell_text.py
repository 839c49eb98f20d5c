from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from gongkai_desk.documents.cell_text import put_text


@pytest.mark.parametrize(
    ("typed", "kept", "quoted"),
    [
        ("=1+1", "=1+1", True),
        ("@SUM(A1)", "@SUM(A1)", True),
        ("#N/A", "#N/A", False),
        ("张\x0b三", "张三", False),
        ("\x00=1", "=1", True),
        ("长" * 40_000, "长" * 32_767, False),
        ("", "", False),
    ],
)
def test_text_stays_text(tmp_path: Path, typed: str, kept: str, quoted: bool) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    cell = sheet.cell(1, 1)
    assert isinstance(cell, Cell)
    put_text(cell, typed)
    book.save(tmp_path / "book.xlsx")
    again = load_workbook(tmp_path / "book.xlsx").active
    assert again is not None
    found = again.cell(1, 1)
    assert (found.value or "") == kept
    assert found.data_type != "f"
    assert bool(found.quotePrefix) is quoted
