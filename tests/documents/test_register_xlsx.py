"""The ledger, read back as a spreadsheet program would."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.register_xlsx import write_register
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.clock import ClockEvent, run
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import EventKind, Request, Service, ServiceWay
from gongkai_desk.i18n import _
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.services.outcomes import outcomes, row_labels
from tests.builders import a_request, an_applicant

AS_OF = dt.date(2026, 11, 20)


def a_case(request: Request, closed_on: dt.date | None = None) -> Case:
    events = [] if closed_on is None else [ClockEvent(closed_on, EventKind.REPLIED)]
    received = request.received
    clock = run(received, events, bundled_calendar(), AS_OF) if received else None
    outcome = outcomes().get(request.outcome)
    result = row_labels()[outcome.row] if outcome else ""
    return Case(request=request, events=(), clock=clock, outcome=outcome, result=result)


def written(path: Path, *cases: Case) -> tuple[Worksheet, list[dict[str, object]]]:
    write_register(path, cases, AS_OF)
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    return sheet, [dict(zip((str(head) for head in rows[0]), row, strict=True)) for row in rows[1:]]


def test_dates_are_dates_and_numbers_text(tmp_path: Path) -> None:
    service = Service(way=ServiceWay.MAIL, posted_on=dt.date(2026, 10, 12))
    request = a_request(
        number="2026-001",
        applicant=an_applicant(identity_number="11010519491231002X", phone="13000000001"),
        outcome="D4",
        service=service,
        platform_number="371002202600000123",
    )
    path = tmp_path / "登记簿 2026.xlsx"
    _sheet, (row,) = written(path, a_case(request, dt.date(2026, 10, 12)))
    assert row[_("Received")] == dt.datetime(2026, 9, 18)  # noqa: DTZ001  as openpyxl reads
    assert row["办结日期"] == dt.datetime(2026, 10, 12)  # noqa: DTZ001
    assert row["送达日期"] == dt.datetime(2026, 10, 12)  # noqa: DTZ001
    assert row["证件号码"] == "110105********002X"
    assert row["平台编号"] == "371002202600000123"
    assert row["办理结果"] == "4.保护第三方合法权益"
    assert row["剩余工作日"] is None
    assert not list(tmp_path.glob(".writing-*"))


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "<img src=x>", "00012"])
def test_what_was_typed_stays_text(tmp_path: Path, text: str) -> None:
    request = a_request(applicant=an_applicant(name=text), subject=text, note=text)
    sheet, (row,) = written(tmp_path / "x.xlsx", a_case(request))
    assert (row["申请人"], row[_("Information asked for")], row["备注"]) == (text, text, text)
    assert {cell.data_type for cell in sheet[3] if cell.value == text} == {"s"}


def test_rare_characters_and_control_signs(tmp_path: Path) -> None:
    request = a_request(applicant=an_applicant(name="李𬱖㛃𠅤"), subject="a\x00b\x0bc")
    _sheet, (row,) = written(tmp_path / "x.xlsx", a_case(request))
    assert row["申请人"] == "李𬱖㛃𠅤"
    assert row[_("Information asked for")] == "abc"


def test_a_provisional_due_date_is_marked_and_still_a_date(tmp_path: Path) -> None:
    day = dt.date(2026, 12, 14)
    sure, unsure = a_request(), a_request(submitted=None, arrived=None, received=day)
    sheet, rows = written(tmp_path / "x.xlsx", a_case(sure), a_case(unsure))
    due = next(cell.column for cell in sheet[2] if cell.value == "答复期限")
    assert isinstance(rows[1]["答复期限"], dt.datetime)
    assert "暂定" not in sheet.cell(3, due).number_format
    assert "（暂定）" in sheet.cell(4, due).number_format


def test_the_page_is_ready_to_print(tmp_path: Path) -> None:
    sheet, _ = written(tmp_path / "x.xlsx", a_case(a_request()), a_case(a_request(received=None)))
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:T4"
    assert sheet.print_title_rows == "$2:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.title == "登记簿"
    assert "2件" in str(sheet["A1"].value)


def test_an_empty_register_is_a_ledger_too(tmp_path: Path) -> None:
    sheet, rows = written(tmp_path / "x.xlsx")
    assert rows == []
    assert sheet.auto_filter.ref == "A2:T2"


def test_a_folder_that_is_missing_is_an_error_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="file-not-written"):
        write_register(tmp_path / "nowhere" / "x.xlsx", [], AS_OF)
