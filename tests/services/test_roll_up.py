"""A folder of reports is read file by file: a bad one is named and stops nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.roll_up import Standing, roll_up
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.published_report import read_report_file
from gongkai_desk.services.roll_up import files_in, read_units, write_area_report, write_units
from tests.published_reports import web_page, word_file
from tests.reports import figures

YEAR = figures().year


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    (made / "乙").mkdir(parents=True)
    (made / "a.html").write_text(web_page(replace(figures(), agency="云海区司法局")), "utf-8")
    word_file(replace(figures(), agency="云海区财政局"), made / "b.docx")
    (made / "乙" / "a.html").write_text("<p>今天没有报告</p>", "utf-8")
    (made / "~$b.docx").write_bytes(b"lock")
    (made / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    return made


def test_every_file_stands_for_itself(folder: Path) -> None:
    progress: list[tuple[int, int]] = []
    units = read_units(files_in(folder), lambda *step: progress.append(step))
    assert progress == [(1, 4), (2, 4), (3, 4), (4, 4)]
    found = roll_up(units, area="云海区", year=YEAR)
    by_file = {unit.id: unit.standing for unit in found.units}
    assert by_file["c.pdf"] is Standing.UNREADABLE
    assert by_file["乙/a.html"] is Standing.UNREADABLE
    assert {unit.name for unit in found.added} == {"云海区司法局", "云海区财政局"}
    assert found.figures.requests[1][6] == 2 * figures().requests[1][6]


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as refused:
        files_in(tmp_path)
    assert refused.value.problems[0].code == "roll-up-empty-folder"


def test_the_workbook_holds_every_unit_and_live_sums(folder: Path, tmp_path: Path) -> None:
    units = read_units(files_in(folder), lambda _done, _all: None)
    found = roll_up(units, area="云海区", year=YEAR, expected=("云海区水利局",))
    book = load_workbook(write_units(found, tmp_path / "汇总.xlsx"))
    listed, numbers = book.worksheets
    assert {row[0].value for row in listed.iter_rows(min_row=3)} >= {"云海区水利局", "c.pdf"}
    rows = list(numbers.iter_rows(min_row=3, values_only=True))
    assert [row[0] for row in rows] == ["云海区司法局", "云海区财政局", "合计"]
    assert rows[-1][1] == "=SUM(B3:B4)"


def test_the_area_report_is_read_back_equal(folder: Path, tmp_path: Path) -> None:
    units = read_units(files_in(folder), lambda _done, _all: None)
    found = roll_up(units, area="云海区", year=YEAR)
    (written,) = write_area_report(found, Texts(), tmp_path / "出", ["docx"])
    reading = read_report_file(written)
    assert reading.agency == "云海区"
    for row, expected in found.figures.requests.items():
        assert reading.row(row) == expected


def test_the_list_of_units_is_kept_without_blanks(desk: Desk) -> None:
    desk.reporting_units.save([" 云海区水利局 ", "", "云海区水利局", "云海区教育局"])
    assert desk.reporting_units.names() == ("云海区水利局", "云海区教育局")
