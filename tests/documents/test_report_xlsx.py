"""The workbook of the report, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from gongkai_desk.documents.report_xlsx import write_report
from gongkai_desk.domain.report import Disputes, Previous, Texts
from gongkai_desk.resources import table
from tests.reports import MATRIX, figures

TEXTS = Texts(
    opening="=1+1",
    overview=("+1", "-1", "@x", "第一段。\n第二段。", "\x07铃"),
    problems="问题",
    other="其他",
)


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    path = tmp_path / "年度 报告.xlsx"
    write_report(figures(), TEXTS, path, draft=True)
    return load_workbook(path)


def test_no_name_of_a_column_is_cut_off(book: Workbook) -> None:
    """A line of a sheet stays as high as it was written: two lines of 11 points need 30."""
    for name in ("申请处理", "复议诉讼"):
        sheet = book[name]
        for cell in sheet[4]:
            if isinstance(cell.value, str):
                room = sheet.column_dimensions[cell.column_letter].width
                lines = -(-2 * len(cell.value) // int(room))
                assert sheet.row_dimensions[4].height >= 15 * lines


def test_there_is_a_sheet_for_the_texts_and_one_for_each_table(book: Workbook) -> None:
    assert book.sheetnames == ["文字部分", "主动公开", "申请处理", "复议诉讼"]


def test_the_matrix_has_the_official_labels_and_numbers(book: Workbook) -> None:
    sheet = book["申请处理"]
    words = table("statutes", "report_form.toml")["requests"]
    for entry in words["rows"]:
        line = entry["row"] + 4
        labels = [sheet.cell(line, column).value for column in (1, 2, 3)]
        assert entry["label"] in labels
        if "group" in entry:
            assert entry["group"] in labels
        for column in range(6):
            value = sheet.cell(line, column + 4).value
            if entry["row"] == 24:
                letter = "DEFGHI"[column]
                assert value == f"=SUM({letter}7:{letter}27)"
            else:
                assert value == MATRIX[entry["row"]][column]
        assert sheet.cell(line, 10).value == f"=SUM(D{line}:I{line})"


def test_cells_are_merged_as_in_the_form(book: Workbook) -> None:
    merged = {str(area) for area in book["申请处理"].merged_cells.ranges}
    assert {"A2:C4", "D2:J2", "D3:D4", "E3:I3", "J3:J4", "A7:A28", "B9:B16"} <= merged
    assert {"B17:B19", "B20:B24", "B25:B27", "A5:C5", "A29:C29", "B28:C28"} <= merged
    merged = {str(area) for area in book["复议诉讼"].merged_cells.ranges}
    assert {"A2:E2", "F2:O2", "F3:J3", "K3:O3", "A3:A4"} <= merged
    merged = {str(area) for area in book["主动公开"].merged_cells.ranges}
    assert {"A2:D2", "B8:D8", "A9:D9"} <= merged


def test_the_identities_are_live(book: Workbook) -> None:
    sheet = book["申请处理"]
    assert sheet["D31"].value == '=IF(D5+D6=D28+D29,"正确","错误")'
    assert sheet["J32"].value == '=IF(J28=SUM(J7:J27),"正确","错误")'
    assert book["复议诉讼"]["E5"].value == "=SUM(A5:D5)"


def test_every_row_and_last_year_are_checked_live_too(tmp_path: Path) -> None:
    last = Previous(requests={25: MATRIX[2]}, normative_documents=(1, 0, 8))
    write_report(figures(previous=last), TEXTS, tmp_path / "r.xlsx", draft=False)
    book = load_workbook(tmp_path / "r.xlsx")
    assert book["申请处理"]["K5"].value == '=IF(J5=SUM(D5:I5),"正确","错误")'
    sheet = book["与上年核对"]
    carried = [[cell.value for cell in row] for row in sheet["A3:D3"]]
    assert carried == [["自然人", 535, "=申请处理!D6", '=IF(B3=C3,"正确","错误")']]
    in_force = [cell.value for cell in sheet[12]]
    assert in_force[1:4] == [8, "=B12+主动公开!B5-主动公开!C5", "=主动公开!D5"]


def test_a_paragraph_of_3000_characters_is_shown_whole(tmp_path: Path) -> None:
    long = replace(TEXTS, problems="下一步加强培训。" * 375)
    write_report(figures(), long, tmp_path / "r.xlsx", draft=False)
    sheet = load_workbook(tmp_path / "r.xlsx")["文字部分"]
    (area,) = sheet.merged_cells.ranges
    high = sum(sheet.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1))
    assert high > 3000 * 2 / 72 * 15
    assert all(each.height is None or each.height <= 409 for each in sheet.row_dimensions.values())


def test_a_wrong_total_of_table_4_stays_visible(tmp_path: Path) -> None:
    wrong = figures(disputes=Disputes(reconsideration=(1, 0, 0, 0, 2)))
    write_report(wrong, TEXTS, tmp_path / "r.xlsx", draft=True)
    sheet = load_workbook(tmp_path / "r.xlsx")["复议诉讼"]
    assert sheet["E5"].value == 2
    assert sheet["E7"].value == '=IF(E5=SUM(A5:D5),"正确","错误")'


def test_text_never_becomes_a_formula(book: Workbook) -> None:
    cells = [row[0] for row in book["文字部分"].iter_rows()]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    values = [cell.value for cell in cells]
    assert values[1] == "=1+1"
    assert {"+1", "-1", "@x", "第一段。", "第二段。", "铃"} <= set(values)


def test_a_draft_is_marked(tmp_path: Path, book: Workbook) -> None:
    write_report(figures(), TEXTS, tmp_path / "final.xlsx", draft=False)
    final = load_workbook(tmp_path / "final.xlsx")
    title = "威宁市云海区司法局2025年政府信息公开工作年度报告"
    assert book["文字部分"]["A1"].value == f"{title}（草稿）"
    assert final["文字部分"]["A1"].value == title
