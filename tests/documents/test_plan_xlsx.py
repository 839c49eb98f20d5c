from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from gongkai_desk.documents.plan_xlsx import write_schedule
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.schedule import ScheduleColumn
from tests.documents.schedules import a_sheet

OF = ScheduleColumn


def test_the_schedule(tmp_path: Path) -> None:
    path = tmp_path / "配档 表.xlsx"
    write_schedule(a_sheet(3), path)
    sheet = load_workbook(path).worksheets[0]
    assert (sheet["A1"].value, sheet["A2"].value) == ("2026年政务公开工作要点配档表", "共3项")
    assert [cell.value for cell in sheet[3]] == ["编号", "部分", "事项", "内容", "备注"]
    assert [cell.value for cell in sheet[4]] == [1, "一、甲", "第1项", "公开内容1", "=1+1"]
    assert sheet["E4"].data_type == "s"
    assert "B4:B5" in {str(area) for area in sheet.merged_cells.ranges}
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("D4", "$1:$3")
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("columns", "frozen"),
    [((OF.CONTENT, OF.TITLE), "A4"), ((OF.NUMBER, OF.CONTENT), "B4"), ((OF.TITLE,), "A4")],
)
def test_what_stays_while_scrolling(
    tmp_path: Path, columns: tuple[ScheduleColumn, ...], frozen: str
) -> None:
    write_schedule(a_sheet(2, columns), tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].freeze_panes in (
        frozen, None if frozen == "A4" else frozen
    )  # fmt: skip


def test_nothing_is_left_behind_when_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="file-not-written"):
        write_schedule(a_sheet(1), tmp_path / "missing" / "a.xlsx")
    assert not list(tmp_path.iterdir())
