from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gongkai_desk import i18n
from gongkai_desk.documents.plan_xlsx import write_plan
from gongkai_desk.domain.plan import TaskStatus, WorkRecord
from gongkai_desk.domain.problems import DomainError
from tests.plans import SMALL, reading


def test_the_schedule(tmp_path: Path) -> None:
    read = reading(SMALL)
    first, *others = read.tasks
    done = replace(
        first, status=TaskStatus.DONE, done_on=dt.date(2026, 5, 6), note="=1+1", ours_found=True
    )
    record = WorkRecord(id="r", task_id=first.id, date=dt.date(2026, 5, 1), text="已公开\x07")
    path = tmp_path / "配档 表.xlsx"
    write_plan(read.plan, [done, *others], {first.id: [record]}, path)
    sheet = load_workbook(path).worksheets[0]
    assert sheet["A1"].value == "2026年云海区政务公开工作要点"
    assert [cell.value for cell in sheet[2]][:4] == [
        "序号",
        "工作任务",
        "公开事项（标题）",
        "具体内容",
    ]
    assert [cell.value for cell in sheet[3]] == [
        1,
        "一、抓好重点",
        "抓好公开",
        "抓好公开。围绕重点公开信息，年底前完成。",
        None,
        "区司法局、区财政局",
        "年底前",
        None,
        "是",
        "已完成",
        "2026年5月6日",
        "2026-05-01 已公开",
        "=1+1",
    ]
    assert sheet["M3"].data_type == "s"
    assert "B3:B4" in {str(area) for area in sheet.merged_cells.ranges}
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("D3", "$1:$2")
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_headings_speak_the_interface_language(tmp_path: Path, language: str) -> None:
    i18n.use(language)
    read = reading(SMALL)
    write_plan(read.plan, read.tasks, {}, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert len({cell.value for cell in sheet[2]}) == 13


def test_nothing_is_left_behind_when_it_cannot_be_written(tmp_path: Path) -> None:
    read = reading(SMALL)
    with pytest.raises(DomainError, match="file-not-written"):
        write_plan(read.plan, read.tasks, {}, tmp_path / "missing" / "a.xlsx")
    assert not list(tmp_path.iterdir())
