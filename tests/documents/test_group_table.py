from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paginate, paragraph
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.page_frame import OFFICIAL, Pages, dashed_number, write_pages


def cell(text: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(text=text, style=style.CELL, rows=rows, columns=columns)


def grouped(groups: int, each: int) -> GroupTable:
    rows = [[cell("组"), cell("项"), cell("数")]]
    for group in range(groups):
        for i in range(each):
            head = [cell(f"第{group}组", rows=each)] if i == 0 else []
            rows.append([*head, cell(f"{group}-{i}"), cell(str(100 * group + i))])
    return group_table(rows, [100, 200, 142], header=1)


def read(block: Block, path: Path) -> list[list[list[str | None]]]:
    """The tables of a file that holds `block`, one for each page."""
    pages = Pages(OFFICIAL, dashed_number, style.PAGE_NUMBER)
    write_pages(path, "", pages, [block])
    with pdfplumber.open(path) as pdf:
        return [table for page in pdf.pages for table in page.extract_tables()]


def test_merged_cells_and_header_go_on_over_pages(tmp_path: Path) -> None:
    tables = read(grouped(5, 23), tmp_path / "t.pdf")
    assert len(tables) > 2
    assert all(table[0] == ["组", "项", "数"] for table in tables)
    group: str | None = None
    seen = []
    for table in tables:
        assert table[1][0], "a page begins with the name of its group"
        for name, item, number in table[1:]:
            group = name or group
            seen.append((group, item, number))
    wanted = [(f"第{g}组", f"{g}-{i}", str(100 * g + i)) for g in range(5) for i in range(23)]
    assert seen == wanted


def test_parts_have_the_height_they_were_given() -> None:
    table = grouped(3, 9)
    for room in range(60, 300, 7):
        first, rest = table.cut(room)
        assert first.height <= room
        assert (first.last, rest.first) == (first.last, first.last)
        assert first.last > first.first


def test_a_merged_cell_is_never_too_small_for_its_text() -> None:
    long = "很长的组名" * 12
    rows = [[cell(long, rows=2), cell("a")], [cell("b")], [cell("c"), cell("d")]]
    table = group_table(rows, [60, 60])
    lone, _rest = table.cut(1)
    assert table.height > len(long) / 5 * style.CELL.leading
    assert lone.height > len(long) / 5 * style.CELL.leading


def test_a_table_that_fits_on_a_page_moves_there_whole() -> None:
    rows = [[cell(str(i))] for i in range(10)]
    table = group_table(rows, [100], keep_whole=True)
    pages = paginate([Gap(1), paragraph("甲\n" * 20, style.BODY, 300), table], OFFICIAL.height)
    assert [len(page) for page in pages] == [1, 1]
    assert pages[1][0].block is table


def test_a_heading_goes_with_what_follows() -> None:
    body = paragraph("甲\n" * 20 + "甲", style.BODY, 300)
    heading = paragraph("一、标题", style.HEADING_1, 300, heading=True)
    text = paragraph("乙", style.BODY, 300)
    assert [len(page) for page in paginate([body, heading, text], OFFICIAL.height)] == [1, 2]


def test_twenty_two_lines_fill_a_page() -> None:
    for lines, pages in ((22, 1), (23, 2), (44, 2), (45, 3)):
        block = paragraph("\n".join("甲" * lines), style.BODY, 300)
        assert len(paginate([block], OFFICIAL.height)) == pages


@pytest.mark.parametrize("tallest", [60, 100])
def test_a_very_tall_row_goes_on_in_more_rows(tallest: float, tmp_path: Path) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(900))
    rows = [[cell("头"), cell("内容")], [cell("甲"), cell(text)], [cell("乙"), cell("尾")]]
    table = group_table(rows, [50, 100], header=1, tallest=tallest)
    read_back = [row for part in read(table, tmp_path / "t.pdf") for row in part[1:]]
    content = "".join(row[1] or "" for row in read_back).replace("\n", "")
    assert content == text + "尾"
