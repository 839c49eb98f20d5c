"""The area's own report: marked until everything is in it and agrees, and read back equal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.roll_up import RollUp, UnitFile, roll_up
from gongkai_desk.services.area_report import area_files, write_area_report
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.published_report import read_report_file
from gongkai_desk.ui.background import Cancelled
from tests.published_reports import TEXTS
from tests.reports import figures

YEAR = figures().year
WORDS = replace(TEXTS, overview=("公开信息。", "办理申请。", "审核。", "网站。", "培训。"))


def rolled(*expected: str) -> RollUp:
    units = [
        UnitFile(file=f"{name}.docx", name=name, year=YEAR, figures=figures(agency=name))
        for name in ("甲局", "乙局")
    ]
    return roll_up(units, area="云海区", year=YEAR, expected=expected)


def test_all_formats_are_read_back_equal(desk: Desk, tmp_path: Path) -> None:
    report = desk.area_reports.report(rolled(), " 云海区 ", WORDS)
    assert not report.draft, report.findings
    paths = write_area_report(report, tmp_path / "出", ("pdf", "docx", "html", "xlsx"))
    assert list(paths) == area_files(report, tmp_path / "出", ("pdf", "docx", "html", "xlsx"))
    assert sorted(path.name for path in (tmp_path / "出").iterdir()) == sorted(
        path.name for path in paths
    )
    for path in paths:
        reading = read_report_file(path)
        assert (reading.agency, reading.year) == ("云海区", YEAR)
        assert reading.figures() == replace(report.figures, previous=reading.figures().previous)  # type: ignore[union-attr]


@pytest.mark.parametrize("why", ["missing", "words", "failing"])
def test_it_is_a_draft_until_all_is_well(desk: Desk, why: str) -> None:
    found = rolled(*(["丙局"] if why == "missing" else []))
    if why == "failing":
        wrong = {**found.figures.requests, 24: found.figures.requests[1]}
        found = replace(found, figures=replace(found.figures, requests=wrong))
    texts = Texts() if why == "words" else WORDS
    assert desk.area_reports.report(found, "云海区", texts).draft


@pytest.mark.parametrize(("agency", "asked"), [("云海区人民政府", 3), ("云海区司法局", 0)])
def test_a_government_is_asked_for_what_governments_tell(
    desk: Desk, agency: str, asked: int
) -> None:
    found = desk.area_reports.report(rolled(), agency, WORDS).findings
    assert [one.code for one in found].count("report-government-untold") == asked


def test_cancelling_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    report = desk.area_reports.report(rolled(), "云海区", WORDS)

    def cancel(done: int, _total: int, _name: str) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_area_report(report, tmp_path / "出", ("html", "xlsx"), cancel)
    assert list((tmp_path / "出").iterdir()) == []


def test_a_folder_that_is_a_file_is_explained(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "出").write_text("x")
    report = desk.area_reports.report(rolled(), "云海区", WORDS)
    with pytest.raises(DomainError) as refused:
        write_area_report(report, tmp_path / "出", ("html",))
    assert refused.value.problems[0].code == "file-not-written"


def test_our_own_words_are_offered_once_there_are_some(desk: Desk) -> None:
    assert desk.area_reports.own_texts(YEAR) is None
    desk.reporting.save(replace(desk.reporting.draft(YEAR), texts=WORDS))
    assert desk.area_reports.own_texts(YEAR) == WORDS
