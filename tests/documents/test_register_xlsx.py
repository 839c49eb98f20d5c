"""The ledger, read back as a spreadsheet program would."""

from __future__ import annotations

import csv
import datetime as dt
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.register_xlsx import write_register, write_register_csv
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.clock import ClockEvent, run
from gongkai_desk.domain.ledger_export import EXPORTABLE, SHOWN, LedgerExport
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import EventKind, Request, RequestEvent, Service, ServiceWay
from gongkai_desk.i18n import _
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.services.ledger_words import ledger_words
from gongkai_desk.services.outcomes import outcomes, row_labels
from gongkai_desk.texts import label
from tests.builders import a_request, an_applicant, an_event

AS_OF = dt.date(2026, 11, 20)
ALL = LedgerExport(columns=EXPORTABLE, full=True)


def a_case(request: Request, closed_on: dt.date | None = None, *events: RequestEvent) -> Case:
    happened = [ClockEvent(e.date, e.kind, e.argument, e.note) for e in events]
    if closed_on is not None:
        happened.append(ClockEvent(closed_on, EventKind.REPLIED))
    received = request.received
    clock = run(received, happened, bundled_calendar(), AS_OF) if received else None
    outcome = outcomes().get(request.outcome)
    result = row_labels()[outcome.row] if outcome else ""
    return Case(request=request, events=events, clock=clock, outcome=outcome, result=result)


def written(
    path: Path, *cases: Case, export: LedgerExport = ALL
) -> tuple[Worksheet, list[dict[str, Any]]]:
    write_register(
        path, cases, AS_OF, calendar=bundled_calendar(), words=ledger_words(), export=export
    )
    sheet = load_workbook(path).worksheets[0]
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
    sheet, (row,) = written(path, a_case(request, dt.date(2026, 10, 12)))
    assert row[_("Received")] == dt.datetime(2026, 9, 18)  # noqa: DTZ001  as openpyxl reads
    assert row["办结日期"] == dt.datetime(2026, 10, 12)  # noqa: DTZ001
    assert row["送达日期"] == dt.datetime(2026, 10, 12)  # noqa: DTZ001
    assert row["证件号码"] == "11010519491231002X"
    assert row["平台编号"] == "371002202600000123"
    assert row["办理结果"] == "4.保护第三方合法权益"
    assert row["答复类型"] == outcomes()["D4"].label
    assert row["剩余工作日"] is None
    texts = [cell for cell in sheet[3] if isinstance(cell.value, str)]
    assert {cell.number_format for cell in texts} == {"@"}
    assert not list(tmp_path.glob(".writing-*"))


def test_persons_are_masked_unless_asked_for_in_full(tmp_path: Path) -> None:
    applicant = an_applicant(
        identity_number="11010519491231002X",
        phone="13000000001",
        email="lin@example.com",
        address="威宁市云海区文化路1号",
    )
    case = a_case(a_request(applicant=applicant))
    _sheet, (row,) = written(tmp_path / "x.xlsx", case, export=LedgerExport())
    assert row["证件号码"] == "110105********002X"
    assert row["联系电话"] == "130****0001"
    assert row["电子邮箱"] == "l***@example.com"
    assert row[label(LedgerField.ADDRESS)] == "威宁市云海区***"
    with zipfile.ZipFile(tmp_path / "x.xlsx") as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"19491231" not in everything
    assert b"13000000001" not in everything


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "<img src=x>", "00012"])
def test_what_was_typed_stays_text(tmp_path: Path, text: str) -> None:
    request = a_request(applicant=an_applicant(name=text), subject=text, note=text)
    sheet, (row,) = written(tmp_path / "x.xlsx", a_case(request))
    assert (row["申请人"], row[_("Information asked for")], row["备注"]) == (text, text, text)
    cells = [cell for cell in sheet[3] if cell.value == text]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {bool(cell.quotePrefix) for cell in cells} == {text[0] in "=+-@"}


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
    shown = LedgerExport()
    sheet, _rows = written(tmp_path / "x.xlsx", a_case(a_request()), export=shown)
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:P3"
    assert sheet.print_title_rows == "$2:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第&P页，共&N页"
    assert sheet["A3"].border.left.style == "thin"
    assert sheet.title == "登记簿"
    assert "1件" in str(sheet["A1"].value)


def test_a_row_is_as_high_as_its_text(tmp_path: Path) -> None:
    long = a_request(subject="很长的申请内容" * 20)
    sheet, _rows = written(tmp_path / "x.xlsx", a_case(long), a_case(a_request()))
    heights = [sheet.row_dimensions[row].height for row in (3, 4)]
    assert heights[0] > heights[1] * 4


def test_other_columns_are_there_but_hidden(tmp_path: Path) -> None:
    sheet, (row,) = written(tmp_path / "x.xlsx", a_case(a_request()), export=LedgerExport())
    assert set(row) == {label(field) for field in EXPORTABLE}
    hidden = [
        str(sheet[f"{letter}2"].value)
        for letter, dimension in sheet.column_dimensions.items()
        if dimension.hidden
    ]
    assert label(SHOWN[0]) not in hidden
    assert "承办科室" not in hidden


def test_columns_and_headings_are_the_offices(tmp_path: Path) -> None:
    export = LedgerExport(
        columns=(LedgerField.SUBJECT, LedgerField.NUMBER),
        complete=False,
        headings={"number": "案号", "subject": "=内容"},
    )
    sheet, (row,) = written(tmp_path / "x.xlsx", a_case(a_request(number="1")), export=export)
    assert row == {"=内容": "2025年度法律援助经费决算", "案号": "1"}
    assert sheet["A2"].data_type == "s"


def test_an_empty_register_is_a_ledger_too(tmp_path: Path) -> None:
    sheet, rows = written(tmp_path / "x.xlsx", export=LedgerExport())
    assert rows == []
    assert sheet.auto_filter.ref == "A2:P2"


def test_a_folder_that_is_missing_is_an_error_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="file-not-written"):
        written(tmp_path / "nowhere" / "x.xlsx")


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    cases = [a_case(a_request())] * 300
    with pytest.raises(KeyboardInterrupt):
        write_register(
            tmp_path / "x.xlsx",
            cases,
            AS_OF,
            calendar=bundled_calendar(),
            words=ledger_words(),
            progress=stop,
        )
    assert list(tmp_path.iterdir()) == []


def test_csv_opens_in_excel_without_formulas(tmp_path: Path) -> None:
    path = tmp_path / "登记簿.csv"
    request = a_request(number="2026-1", applicant=an_applicant(name="=1+1"), note="一\n二")
    columns = (LedgerField.NUMBER, LedgerField.RECEIVED, LedgerField.APPLICANT, LedgerField.NOTE)
    export = LedgerExport(columns=columns)
    write_register_csv(path, [a_case(request)], words=ledger_words(), export=export)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["编号", "收到日期", "申请人", "备注"],
        ["2026-1", "2026-09-18", "'=1+1", "一\n二"],
    ]


# the sheets that check us

FORMULA = re.compile(
    r'=WORKDAY\.INTL\(C(\d+),D\1\+E\1\+F\1,"0000000",\'休息日\'!\$A\$3:\$A\$(\d+)\)'
)


def workday_intl(start: dt.date, days: int, off: Sequence[dt.date]) -> dt.date:
    """What the spreadsheet reckons: the days-th day after `start` that is not in the list."""
    day, rest = start, set(off)
    while days:
        day += dt.timedelta(days=1)
        days -= day not in rest
    return day


def review(path: Path) -> tuple[list[tuple[Any, ...]], list[dt.date]]:
    book = load_workbook(path)
    rows: list[Any] = list(book["期限复核"].iter_rows(min_row=3, values_only=True))
    listed: list[Any] = list(book["休息日"].iter_rows(min_row=3, values_only=True))
    off = [row[0].date() for row in listed]
    return rows, off


def cases_of_every_kind() -> list[Case]:
    """Cases over makeup days, holidays, extensions, consultations and new starts."""
    made = []
    for n in range(0, 900, 7):
        day = dt.date(2024, 1, 2) + dt.timedelta(days=n)
        request = a_request(number=f"{n}", submitted=None, arrived=None, received=day)
        later = [day + dt.timedelta(days=days) for days in (2, 5, 9, 12)]
        made.append(a_case(request, None, *events_of(request, later)[n // 7 % 5]))
    return made


def events_of(request: Request, days: Sequence[dt.date]) -> list[list[RequestEvent]]:
    sent, answered = EventKind.CONSULTATION_SENT, EventKind.CONSULTATION_ANSWERED
    late = (days[0] + dt.timedelta(days=70)).isoformat()
    return [
        [],
        [an_event(request, date=days[0], kind=EventKind.EXTENDED, argument="13")],
        [
            an_event(request, date=days[0], kind=sent, argument="A"),
            an_event(request, date=days[1], kind=sent, argument="B"),
            an_event(request, date=days[2], kind=answered, argument="A"),
            an_event(request, date=days[3], kind=answered, argument="B"),
        ],
        [
            an_event(request, date=days[0], kind=EventKind.CLARIFICATION_REQUESTED),
            an_event(request, date=days[2], kind=EventKind.CLARIFICATION_RECEIVED),
        ],
        [an_event(request, date=days[0], kind=EventKind.DELAYED, argument=late)],
    ]


def test_the_formulas_come_to_the_due_dates_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    cases = cases_of_every_kind()
    written(path, *cases)
    rows, off = review(path)
    assert len(rows) == len(cases)
    assert {bool(row[4]) for row in rows} == {bool(row[5]) for row in rows} == {True, False}
    for at, (row, case) in enumerate(zip(rows, cases, strict=True), 3):
        found = FORMULA.fullmatch(row[7])
        assert found is not None
        assert (int(found[1]), int(found[2])) == (at, len(off) + 2)
        assert row[9] == f'=IF(H{at}=I{at},"一致","不一致")'
        assert row[8].date() == case.due
        assert workday_intl(row[2].date(), row[3] + row[4] + row[5], off) == case.due


def test_the_days_off_are_weekends_without_makeup_days_and_holidays(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    day = dt.date(2025, 9, 15)
    written(path, a_case(a_request(submitted=None, arrived=None, received=day)))
    _rows, off = review(path)
    calendar = bundled_calendar()
    every = (dt.date(2025, 1, 1) + dt.timedelta(days=n) for n in range(365))
    assert off == [day for day in every if not calendar.is_working_day(day)]
    assert dt.date(2025, 9, 28) not in off  # a Sunday worked by notice
    assert dt.date(2025, 10, 8) in off


def test_cases_that_wait_for_the_applicant_are_not_checked(tmp_path: Path) -> None:
    request = a_request(received=None)
    written(tmp_path / "x.xlsx", a_case(request))
    rows, _off = review(tmp_path / "x.xlsx")
    assert rows == []


def test_a_date_set_by_hand_is_said_to_be(tmp_path: Path) -> None:
    request = a_request()
    by_hand = an_event(
        request, kind=EventKind.DUE_OVERRIDDEN, argument="2026-11-30", note="协商一致"
    )
    written(tmp_path / "x.xlsx", a_case(replace(request, number="手"), None, by_hand))
    rows, off = review(tmp_path / "x.xlsx")
    assert rows[0][2].date() == rows[0][8].date() == dt.date(2026, 11, 30)
    assert workday_intl(rows[0][2].date(), sum(rows[0][3:6]), off) == dt.date(2026, 11, 30)
    assert "人工" in rows[0][10]
