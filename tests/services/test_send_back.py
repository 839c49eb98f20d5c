"""退回修改: every unit is told what to correct, where, and what should stand there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.roll_up import RollUp, UnitFile, roll_up
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.send_back import remarks
from tests.reports import MATRIX, figures

YEAR, TODAY = figures().year, dt.date(2026, 1, 12)


@pytest.fixture
def rolled() -> RollUp:
    wrong = figures(agency="甲局", requests={**MATRIX, 24: MATRIX[1]})
    findings = tuple(check_figures(wrong))
    warning = replace(findings[0], severity=Severity.WARNING)
    files = [
        UnitFile(file="甲.docx", name="甲局", year=YEAR, figures=wrong, findings=findings),
        UnitFile(file="乙.docx", name="乙局", year=YEAR, figures=figures(), findings=(warning,)),
        UnitFile(file="丙.docx", name="丙局", year=YEAR, figures=figures()),
        UnitFile(file="扫描.pdf", problems=(Problem("file-scanned", "f", {"name": "扫描.pdf"}),)),
    ]
    return roll_up(files, area="云海区", year=YEAR, expected=("甲局", "丁局"))


def test_each_remark_names_place_and_numbers(rolled: RollUp) -> None:
    told = [one for one in remarks(rolled, warnings=False) if one.unit.name == "甲局"]
    assert {one.place for one in told} >= {"表3，第24行，自然人"}
    assert (told[0].expected, told[0].found) == ("13364", "13612")
    assert all(one.must for one in told)
    every = remarks(rolled, warnings=True)
    assert [one.unit.name for one in every if not one.must] == ["乙局"]
    assert {one.unit.name for one in every} == {"甲局", "乙局", "丁局", "扫描.pdf"}


@pytest.mark.parametrize("kind", ["xlsx", "docx", "pdf"])
def test_one_list_of_all(desk: Desk, rolled: RollUp, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"清单.{kind}"
    assert desk.send_back.write_list(rolled, path, TODAY, warnings=True) == ()
    count = len(remarks(rolled, warnings=True))
    if kind == "xlsx":
        sheet = load_workbook(path).worksheets[0]
        rows = [row for row in sheet.iter_rows(min_row=3, values_only=True) if row[1]]
        assert len(rows) == count
        assert ("甲局", "甲.docx", "表3，第24行，自然人", "13364", "13612") in [
            row[1:6] for row in rows
        ]
        assert sheet.page_setup.orientation == "landscape"
    elif kind == "docx":
        assert len(docx.Document(str(path)).tables[0].rows) == count + 1


def test_a_notice_for_each_unit_and_all_to_be_printed(
    desk: Desk, rolled: RollUp, tmp_path: Path
) -> None:
    due = desk.send_back.due(TODAY)
    assert due == dt.date(2026, 1, 19)
    notices = desk.send_back.notices(rolled, due, TODAY, warnings=True)
    assert [one.paper.addressee for one in notices] == ["乙局", "有关单位", "甲局"]
    assert "2026年1月19日前" in notices[2].paper.opening
    assert "“甲.docx”" in notices[2].paper.opening
    written = desk.send_back.write_notices(notices, tmp_path / "通知")
    assert [path.name for path in written] == [
        "退回修改通知.pdf",
        "退回修改通知（乙局）.docx",
        "退回修改通知（扫描.pdf）.docx",
        "退回修改通知（甲局）.docx",
    ]
    assert all(path.stat().st_size for path in written)
    table = docx.Document(str(written[3])).tables[0]
    assert [cell.text for cell in table.rows[1].cells][2:] == [
        "表3，第24行，自然人",
        "13364",
        "13612",
        "须改正",
    ]
