"""今日 always is one page, and says how much of a list it could not show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from gongkai_desk.documents.list_pdf import ListColumn
from gongkai_desk.documents.today_pdf import TodaySection, TodaySheet, write_today


def a_sheet(rows: int) -> TodaySheet:
    columns = (ListColumn(title="编号"), ListColumn(title="申请内容", weight=4))
    sections = tuple(
        TodaySection(
            heading=f"清单{number}",
            columns=columns,
            rows=[
                (f"{number}-{n:03}", "关于海草房保护资金使用情况的信息" * 2) for n in range(rows)
            ],
            nothing="无。",
        )
        for number in range(1, 6)
    )
    return TodaySheet(title="今日事项", note="说明", sections=sections)


def test_a_list_that_stands_whole_is_not_cut(tmp_path: Path) -> None:
    path, made = tmp_path / "今日.pdf", a_sheet(15)
    sections = (*made.sections[:3], replace(made.sections[3], whole=True))
    write_today(replace(made, sections=sections), path)
    (page,) = PdfReader(path).pages
    text = "".join(page.extract_text().split())
    shown = [text.count(f"{number}-0") for number in range(1, 5)]
    assert shown[3] == 15
    assert min(shown) >= 3
    assert shown[0] >= shown[2], "room that is left goes to the first list"
    assert f"另有{15 - shown[0]}项" in text


@pytest.mark.parametrize("rows", [0, 1, 7, 12, 40, 500])
def test_it_is_one_page(rows: int, tmp_path: Path) -> None:
    path = tmp_path / "今日.pdf"
    assert write_today(a_sheet(rows), path) == ()
    (page,) = PdfReader(path).pages
    text = "".join(page.extract_text().split())
    shown = [text.count(f"{number}-0") for number in range(1, 6)]
    if rows == 0:
        assert text.count("无。") == 5
    for number in shown:
        assert number == rows or f"另有{rows - number}项" in text
    for number in range(1, 6):
        assert f"清单{number}" in text
