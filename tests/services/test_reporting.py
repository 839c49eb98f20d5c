"""The report of an office file: counted, typed, kept, checked and written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook

from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Override, Previous, Proactive, ReportDraft, Texts
from gongkai_desk.domain.request import ApplicantKind, EventKind, Request
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.reporting import ReportingService
from gongkai_desk.storage.database import Database
from tests.builders import a_request, an_applicant, an_event

DAY = dt.date
TEXTS = Texts(
    opening="本报告根据《条例》编制。",
    overview=("公开及时。", "办理规范。", "管理有序。", "平台完善。", "监督到位。"),
    problems="主要问题是解读形式单一，已增加图解。",
    other="本年度未收取信息处理费。",
)


@pytest.fixture
def reporting(database: Database) -> ReportingService:
    return ReportingService(database, CaseView(database, HolidayService(database)))


def put(database: Database, records: Iterable[Record]) -> None:
    with database.write("test") as work:
        for record in records:
            work.put(record)


def closed(received: dt.date, replied: dt.date, outcome: str = "OPEN") -> list[Record]:
    request = a_request(received=received, arrived=received, submitted=received, outcome=outcome)
    return [request, an_event(request, date=replied, kind=EventKind.REPLIED)]


def seed(database: Database) -> Request:
    """Two of 2025 (one of them open), one carried over from 2024; returns the open one."""
    business = an_applicant(kind=ApplicantKind.BUSINESS)
    running = a_request(received=DAY(2025, 12, 20), arrived=DAY(2025, 12, 20), applicant=business)
    put(
        database,
        [
            *closed(DAY(2025, 3, 3), DAY(2025, 3, 20)),
            *closed(DAY(2024, 12, 30), DAY(2025, 1, 10), "D4"),
            running,
        ],
    )
    return running


def test_table_3_is_counted_from_the_register(
    database: Database, reporting: ReportingService
) -> None:
    running = seed(database)
    counted = reporting.counted(2025)
    assert counted.requests[1] == (1, 1, 0, 0, 0, 0, 2)
    assert counted.requests[2] == (1, 0, 0, 0, 0, 0, 1)
    assert (counted.requests[3][6], counted.requests[8][6], counted.requests[24][6]) == (1, 1, 2)
    assert counted.cases[25, 1] == (running.id,)


def test_the_first_save_creates_the_draft_of_the_year(
    database: Database, reporting: ReportingService
) -> None:
    fresh = reporting.draft(2025)
    assert database.read(ReportDraft) == []
    typed = replace(fresh, proactive=Proactive(fees_10k_yuan=Decimal("12.3456")), step="table2")
    changes = reporting.save(typed)
    assert changes.touches(ReportDraft)
    assert reporting.draft(2025) == typed
    reporting.save(replace(typed, step="table3"))
    assert [draft.step for draft in database.read(ReportDraft)] == ["table3"]


def test_last_year_is_what_this_file_knows_of_it(
    database: Database, reporting: ReportingService
) -> None:
    draft = reporting.draft(2025)
    assert reporting.previous(draft) == Previous()
    seed(database)
    reporting.save(replace(reporting.draft(2024), proactive=Proactive(rules=(0, 0, 1))))
    previous = reporting.previous(draft)
    assert previous.requests == {25: (1, 0, 0, 0, 0, 0, 1)}
    assert (previous.rules, previous.normative_documents) == ((0, 0, 1), (0, 0, 0))


def test_the_published_report_that_was_typed_comes_first(
    database: Database, reporting: ReportingService
) -> None:
    seed(database)
    typed = Previous(requests={25: (2, 0, 0, 0, 0, 0, 2)}, rules=(0, 0, 3))
    draft = replace(reporting.draft(2025), previous=typed)
    assert reporting.previous(draft).requests == typed.requests
    findings = {(each.rule, each.where) for each in reporting.report(draft).findings}
    assert ("D", "table 3, row 2, 自然人") in findings
    assert ("G", "table 2, 规章") in findings


def test_a_case_in_no_cell_is_an_error_that_names_it(
    database: Database, reporting: ReportingService
) -> None:
    put(
        database,
        [a_request(number="2025-017", received=DAY(2025, 5, 6), applicant=an_applicant(kind=None))],
    )
    findings = [
        each for each in reporting.report(reporting.draft(2025)).findings if each.rule == "count"
    ]
    assert [(each.code, each.values["number"]) for each in findings] == [
        ("report-case-no-kind", "2025-017")
    ]


def test_fees_are_counted_by_request_and_year(
    database: Database, reporting: ReportingService
) -> None:
    request = a_request(received=DAY(2025, 3, 3))
    day = DAY(2025, 3, 10)
    put(
        database,
        [
            request,
            an_event(request, kind=EventKind.FEE_NOTICED, date=day),
            an_event(request, kind=EventKind.FEE_NOTICED, date=day),
            an_event(request, kind=EventKind.FEE_PAID, date=day, voided_on=day),
            an_event(request, kind=EventKind.FEE_PAID, date=DAY(2026, 1, 5)),
        ],
    )
    other = reporting.drafted(reporting.draft(2025)).texts.other
    assert "收费通知1件，申请人按通知缴费0件" in other


def test_before_anything_is_written_the_drafted_texts_stand(
    database: Database, reporting: ReportingService
) -> None:
    seed(database)
    draft = reporting.draft(2025)
    assert "新收政府信息公开申请2件" in reporting.report(draft).texts.overview[1]
    assert reporting.report(replace(draft, texts=TEXTS)).texts == TEXTS


def test_a_whole_report_is_written_as_final(
    database: Database, reporting: ReportingService, tmp_path: Path
) -> None:
    seed(database)
    draft = replace(reporting.draft(2025), texts=TEXTS)
    folder = tmp_path / "新 文件夹" / "年报"
    written = reporting.write(draft, folder, ["pdf", "xlsx", "pdf"])
    name = "威宁市云海区司法局2025年政府信息公开工作年度报告"
    assert written.paths == (folder / f"{name}.pdf", folder / f"{name}.xlsx")
    assert not written.draft
    assert sorted(folder.iterdir()) == sorted(written.paths)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(written.paths[0]).pages)
    assert "一、本年新收政府信息公开申请数量" in "".join(text.split())
    assert load_workbook(written.paths[1])["申请处理"]["D5"].value == 1


def test_a_report_with_an_error_is_marked_as_a_draft(
    reporting: ReportingService, tmp_path: Path
) -> None:
    one_more = Override(
        table=3,
        row="1",
        column=0,
        number=1,
        counted=0,
        reason="纸质台账多一件",
        made_on=DAY(2026, 1, 5),
    )
    draft = replace(reporting.draft(2025), texts=TEXTS, overrides=(one_more,))
    written = reporting.write(draft, tmp_path, ["xlsx"])
    assert written.draft
    assert [each.rule for each in written.report.findings] == ["A", "A"]
    title = load_workbook(written.paths[0])["文字部分"]["A1"].value
    assert str(title).endswith("（草稿）")


@pytest.mark.parametrize("name", ["doc", "ofd", "exe"])
def test_an_unknown_format_is_refused_before_anything_is_written(
    reporting: ReportingService, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "out"
    with pytest.raises(DomainError) as refused:
        reporting.write(reporting.draft(2025), folder, ["xlsx", name])
    assert refused.value.problems[0].code == "report-format"
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_refused(
    reporting: ReportingService, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DomainError) as refused:
        reporting.write(reporting.draft(2025), tmp_path / "file", ["xlsx"])
    assert refused.value.problems[0].code == "file-not-written"


def test_no_number_is_set_by_hand_without_a_reason(reporting: ReportingService) -> None:
    nothing_said = Override(
        table=3, row="1", column=0, number=1, counted=0, reason=" 无 ", made_on=dt.date(2026, 1, 5)
    )
    with pytest.raises(DomainError) as refused:
        reporting.save(replace(reporting.draft(2025), overrides=(nothing_said,)))
    assert [each.code for each in refused.value.problems] == ["report-override-no-reason"]
    assert reporting.stored(2025) is None
