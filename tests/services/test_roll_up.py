"""A folder of reports is read file by file: a bad one is named and stops nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk import documents
from gongkai_desk.domain.handed_in import HandedIn
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report_finding import request_cell
from gongkai_desk.domain.roll_up import RollUp, Standing, UnitFile
from gongkai_desk.services import roll_up
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.roll_up import files_in, read_unit, read_units
from gongkai_desk.ui.background import Cancelled
from tests.published_reports import TEXTS, old_page, web_page
from tests.reports import MATRIX, figures

YEAR = figures().year


def quiet(_done: int, _total: int, _name: str) -> None:
    pass


def added_up(units: list[UnitFile], **values: object) -> RollUp:
    given = {"area": "云海区", "year": YEAR, **values}
    return HandedIn().with_files(units).rolled(**given)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    (made / "乙").mkdir(parents=True)
    (made / "a.html").write_text(web_page(replace(figures(), agency="云海区司法局")), "utf-8")
    finance = replace(figures(), agency="云海区财政局")
    documents.report_docx.write_report(finance, TEXTS, made / "b.docx", draft=False)
    (made / "乙" / "a.html").write_text("<p>今天没有报告</p>", "utf-8")
    (made / "~$b.docx").write_bytes(b"lock")
    (made / ".git").mkdir()
    (made / ".git" / "x.json").write_text("{}")
    (made / "Thumbs.db").write_bytes(b"x")
    (made / "说明.mp4").write_bytes(b"x")
    (made / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    return made


def test_every_file_stands_for_itself(folder: Path) -> None:
    progress: list[tuple[int, int, str]] = []
    found = files_in(folder)
    assert found.others == 1
    units = read_units([*found.paths, found.paths[0]], lambda *step: progress.append(step))
    names = ["a.html", "b.docx", "c.pdf", "a.html"]
    assert progress == [*((n, 4, name) for n, name in enumerate(names)), (4, 4, "")]
    rolled = added_up(units)
    standings = {unit.source.file: unit.standing for unit in rolled.units if unit.source}
    assert standings == {
        "年报/a.html": Standing.COUNTED,
        "b.docx": Standing.COUNTED,
        "c.pdf": Standing.UNREADABLE,
        "乙/a.html": Standing.UNREADABLE,
    }
    assert {unit.name for unit in rolled.added} == {"云海区司法局", "云海区财政局"}
    assert rolled.figures.requests[1][6] == 2 * figures().requests[1][6]


def test_who_cancels_gets_nothing(folder: Path) -> None:
    def cancel(done: int, _total: int, _name: str) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_units(files_in(folder).paths, cancel)


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as refused:
        files_in(tmp_path)
    assert refused.value.problems[0].code == "roll-up-empty-folder"


def test_a_whole_disk_is_no_folder_of_reports(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roll_up, "MOST_FILES", 3)
    with pytest.raises(DomainError) as refused:
        files_in(folder)
    assert refused.value.problems[0].code == "roll-up-too-many-files"


def test_what_cannot_be_read_is_never_0(tmp_path: Path) -> None:
    """A word in table 2: the unit is in no sum, the cell is named."""
    page = web_page(replace(figures(), agency="云海区财政局"))
    (tmp_path / "a.html").write_text(page.replace(">12<", ">十二<", 1), "utf-8")
    unit = read_unit(tmp_path / "a.html")
    assert [str(one.place) for one in unit.unread] == ["table 2, 行政许可"]
    assert unit.partial is not None
    assert list(unit.partial.unknown) == [unit.unread[0].place]
    assert unit.partial.figures.requests == MATRIX
    rolled = added_up([unit])
    assert rolled.units[0].standing is Standing.INCOMPLETE
    assert rolled.figures.proactive.licences == 0
    assert not rolled.added


def test_a_stroke_is_0_with_a_warning(tmp_path: Path) -> None:
    page = web_page(figures(), cell=lambda text: "/" if text == "0" else text)
    (tmp_path / "b.html").write_text(page, "utf-8")
    unit = read_unit(tmp_path / "b.html")
    rolled = added_up([unit])
    assert rolled.units[0].standing is Standing.COUNTED
    assert rolled.figures.requests == MATRIX
    assert rolled.units[0].warnings


def test_the_form_of_2019_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(old_page(MATRIX, YEAR), "utf-8")
    (unit,) = added_up([read_unit(tmp_path / "a.html")]).units
    assert unit.standing is Standing.OLD_FORM


def test_last_years_reports_are_compared_whatever_their_kind(tmp_path: Path) -> None:
    name = "云海区财政局"
    rows = {**MATRIX, 25: (1, *MATRIX[25][1:])}
    last = replace(figures(), agency=name, year=YEAR - 1, requests=rows)
    documents.report_xlsx.write_report(last, TEXTS, tmp_path / "去年.xlsx", draft=False)
    (tmp_path / "今年.html").write_text(web_page(replace(figures(), agency=name)), "utf-8")
    handed = HandedIn().with_files([read_unit(tmp_path / "今年.html")])
    handed = handed.with_before([read_unit(tmp_path / "去年.xlsx")])
    rolled = handed.rolled(area="云海区", year=YEAR)
    assert rolled.units[0].carried is False
    assert request_cell(2, 0) in [one.place for one in rolled.units[0].findings]


def test_the_list_of_units_is_kept_without_blanks(desk: Desk) -> None:
    desk.reporting_units.save([" 云海区水利局 ", "", "云海区水利局", "云海区教育局"])
    assert desk.reporting_units.names() == ("云海区水利局", "云海区教育局")
