"""Last year's report: read from any file, taken into the draft, used by the checks."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk import documents
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Figures, ReportDraft, Texts
from gongkai_desk.domain.report_raw import document
from gongkai_desk.domain.report_reading import Form
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.previous_report import PreviousReportService
from gongkai_desk.services.published_report import check_report_file, read_report_file
from gongkai_desk.services.reporting import ReportingService
from gongkai_desk.storage.database import Database
from tests.published_reports import TEXTS, old_page, web_page, word_file
from tests.reports import MATRIX, balanced, figures

ON = dt.date(2026, 1, 20)
LAST = figures(year=2025)


@pytest.fixture
def previous(database: Database) -> PreviousReportService:
    return PreviousReportService(database)


@pytest.fixture
def reporting(database: Database) -> ReportingService:
    return ReportingService(database, CaseView(database, HolidayService(database)))


def published(folder: Path, kind: str, report: Figures = LAST) -> Path:
    path = folder / f"上年 报告.{kind}"
    if kind == "json":
        path.write_text(json.dumps(document(report)), encoding="utf-8")
    elif kind == "docx":
        word_file(report, path)
    elif kind == "html":
        path.write_text(web_page(report), encoding="utf-8")
    else:
        writer = getattr(documents, f"report_{kind}")
        writer.write_report(report, TEXTS, path, draft=False)
    return path


def refused(path: Path, previous: PreviousReportService) -> str:
    with pytest.raises(DomainError) as told:
        previous.read(path, 2026)
    return told.value.problems[0].code


@pytest.mark.parametrize("kind", ["docx", "html", "pdf", "xlsx", "json"])
def test_taken_from_every_format(
    tmp_path: Path, previous: PreviousReportService, database: Database, kind: str
) -> None:
    path = published(tmp_path, kind)
    read = previous.read(path, 2026)
    assert (read.reading.agency, read.reading.year) == ("威宁市云海区司法局", 2025)
    previous.take(ReportDraft(id="r", year=2026), read, ON)
    (kept,) = database.read(ReportDraft)
    assert kept.previous.requests == MATRIX
    assert kept.previous.normative_documents == (2, 1, 9)
    attachment = previous.file(2026)
    assert attachment is not None
    assert database.content(attachment.id) == path.read_bytes()
    fresh = PreviousReportService(database)  # reads the texts from the file again
    assert fresh.texts(2026) == (None if kind == "json" else TEXTS)
    with database.write("save-report") as work:
        work.put(ReportDraft(id="a", year=2025, texts=TEXTS))
    assert fresh.texts(2026) == TEXTS, "a file without texts hides none of ours"


def test_a_second_file_takes_the_place_of_the_first(
    tmp_path: Path, previous: PreviousReportService, database: Database
) -> None:
    draft = ReportDraft(id="r", year=2026)
    previous.take(draft, previous.read(published(tmp_path, "html"), 2026), ON)
    previous.take(draft, previous.read(published(tmp_path, "docx"), 2026), ON)
    kept = previous.file(2026)
    assert kept is not None
    assert kept.name.endswith(".docx")
    assert previous.file(2025) is None


def test_the_report_of_another_year_is_refused(
    tmp_path: Path, previous: PreviousReportService, database: Database
) -> None:
    path = published(tmp_path, "html", replace(LAST, year=2024))
    assert refused(path, previous) == "report-previous-other-year"
    assert database.read(ReportDraft) == []


def test_the_report_of_another_agency_is_told(
    tmp_path: Path, previous: PreviousReportService, database: Database
) -> None:
    ours = database.get(Office, "office").name
    for agency, named in ((ours, True), ("云海区民政局", False)):
        path = published(tmp_path, "html", replace(LAST, agency=agency))
        assert previous.names_us(previous.read(path, 2026)) is named


def test_row_25_must_be_readable(tmp_path: Path, previous: PreviousReportService) -> None:
    path = tmp_path / "r.html"
    path.write_text(web_page(LAST).replace(">783<", ">七百<"), encoding="utf-8")
    assert refused(path, previous) == "report-previous-no-rows"


@pytest.mark.parametrize("name", ["没有.docx", "没有.json"])
def test_a_missing_file_is_refused(
    tmp_path: Path, previous: PreviousReportService, name: str
) -> None:
    assert refused(tmp_path / name, previous) in ("file-unreadable", "report-file-unreadable")


def test_the_carry_over_and_the_copied_text_are_found(
    tmp_path: Path, reporting: ReportingService
) -> None:
    previous = reporting.previous_reports
    draft = replace(reporting.draft(2026), texts=TEXTS)
    reporting.save(draft)
    before = reporting.report(draft).findings
    assert not {"D"} & {finding.rule for finding in before}
    long = "2025年，通过政府网站主动公开信息320条，及时更新专栏内容。"
    path = tmp_path / "r.html"
    texts = replace(TEXTS, overview=(long, *TEXTS.overview[1:]))
    path.write_text(web_page(LAST, texts), encoding="utf-8")
    previous.take(draft, previous.read(path, 2026), ON)
    kept = reporting.draft(2026)
    now = replace(
        kept, texts=replace(TEXTS, overview=(long.replace("320", "411"), *TEXTS.overview[1:]))
    )
    findings = reporting.report(now).findings
    carried = [finding for finding in findings if finding.rule == "D"]
    assert {finding.expected for finding in carried} == {n for n in MATRIX[25] if n}
    copied = [each for each in findings if each.code == "report-text-copied"]
    assert [each.where for each in copied] == ["part 1, （一）"]


def test_our_own_report_of_the_year_before_is_compared_with(reporting: ReportingService) -> None:
    sentence = "严格落实信息发布审核制度，定期清理规范性文件。"
    texts = Texts(overview=("", "", sentence, "", ""))
    reporting.save(ReportDraft(id="a", year=2025, texts=texts))
    draft = ReportDraft(id="b", year=2026, texts=texts)
    codes = {finding.code for finding in reporting.report(draft).findings}
    assert "report-text-copied" in codes


def test_the_2019_form_hands_over_its_row_25(
    tmp_path: Path, previous: PreviousReportService
) -> None:
    path = tmp_path / "2020.html"
    path.write_text(old_page(MATRIX, 2020), encoding="utf-8")
    read = previous.read(path, 2021)
    assert read.reading.form is Form.OF_2019
    assert read.reading.row(25) == MATRIX[25]


def test_json_is_checked_to_the_letter_and_a_page_for_its_texts_too(tmp_path: Path) -> None:
    assert check_report_file(published(tmp_path, "json")) == []
    assert check_report_file(published(tmp_path, "html")) == []
    spoilt = replace(TEXTS, overview=("", "收到申请14068件。", "", "", ""), problems="无")
    path = tmp_path / "x.html"
    path.write_text(web_page(LAST, spoilt), encoding="utf-8")
    codes = {finding.code for finding in check_report_file(path)}
    assert {"report-misquoted", "report-part-five-empty", "report-part-missing"} <= codes


def test_json_is_read_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "r"
    path.write_text(json.dumps(balanced() | {"year": "2025"}), encoding="utf-8")
    reading = read_report_file(path)
    assert (reading.year, reading.row(25)) == (None, MATRIX[25])
    assert reading.figures() is not None
