"""Ledgers of every kind into the register: what is understood, asked, refused and taken."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from gongkai_desk import i18n
from gongkai_desk.domain.case import Query, Status
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_reading import LedgerReading
from gongkai_desk.domain.ledger_words import NO_RESULT
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import (
    ApplicantKind,
    Channel,
    EventKind,
    IdentityKind,
    Request,
    RequestEvent,
    ServiceWay,
)
from gongkai_desk.services.desk import Desk, create_desk
from gongkai_desk.services.ledger_words import ledger_words
from gongkai_desk.services.outcomes import outcomes, row_labels
from gongkai_desk.storage.errors import RecordChanged
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_office

ON = dt.date(2026, 11, 20)
F = LedgerField
HEAD = ("编号", "收到日期", "申请人", "申请人类型", "证件号码", "联系电话", "申请内容", "申请方式",
        "办理结果", "答复日期", "答复书文号", "备注")  # fmt: skip
GOOD = ("2025-001", "2025-03-05", "林知远", "公民", "11010519491231002X", "13000000001", "财政预算",
        "网上", "予以公开", "2025-03-20", "云司公复〔2025〕1号", "无")  # fmt: skip
Ledger = Callable[..., Path]


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    before = i18n.language()
    i18n.use("zh_CN")
    yield
    i18n.use(before)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with create_desk(tmp_path / "office.db", an_office()) as made:
        yield made


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Writes rows as a workbook; the first one is the heading."""

    def write(*rows: Sequence[Any], head: Sequence[Any] = HEAD, name: str = "台账 一.xlsx") -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "台账"
        for row in (head, *rows):
            sheet.append(list(row))
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def read(desk: Desk, path: Path) -> LedgerReading:
    return desk.ledger_import.read(desk.ledger_import.open(path), ON)


def changed(**cells: Any) -> list[Any]:
    """The good row with other values under these headings."""
    row: list[Any] = list(GOOD)
    for heading, value in cells.items():
        row[HEAD.index(heading)] = value
    return row


def told(reading: LedgerReading) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in reading.obstacles]


def test_a_good_row_becomes_a_closed_case(desk: Desk, ledger: Ledger) -> None:
    reading = read(desk, ledger(GOOD))
    assert reading.problems == ()
    changes = desk.ledger_import.commit(reading)
    assert changes.operation == "import-ledger"
    (case,) = desk.register.rows(Query(), ON)
    request = case.request
    assert (request.number, request.received) == ("2025-001", dt.date(2025, 3, 5))
    assert request.applicant.kind is ApplicantKind.NATURAL_PERSON
    assert request.applicant.identity_kind is IdentityKind.ID_CARD
    assert (request.applicant.phone, request.channel) == ("13000000001", Channel.ONLINE)
    assert (request.subject, request.note) == ("财政预算", "")
    assert (request.outcome, request.reply_number) == ("OPEN", "云司公复〔2025〕1号")
    assert case.status is Status.CLOSED
    assert [(e.kind, e.date) for e in case.events] == [(EventKind.REPLIED, dt.date(2025, 3, 20))]


def test_one_write_is_one_undo(desk: Desk, ledger: Ledger) -> None:
    rows = [changed(编号=f"2025-{n:03}") for n in range(130)]
    desk.ledger_import.commit(read(desk, ledger(*rows)))
    assert len(desk.register.rows(Query(), ON)) == 130
    desk.history.undo()
    assert desk.register.rows(Query(), ON) == []
    desk.history.redo()
    cases = desk.register.rows(Query(), ON)
    assert [case.request.number for case in cases] == [row[0] for row in rows]
    assert all(case.closed for case in cases)


def test_a_request_changed_since_is_not_undone(desk: Desk, ledger: Ledger) -> None:
    rows = [changed(编号=f"{n}") for n in range(130)]
    changes = desk.ledger_import.commit(read(desk, ledger(*rows)))
    request = desk.register.rows(Query(), ON)[7].request
    desk.register.save(replace(request, handler="法规科"), on=ON)
    with (
        pytest.raises(RecordChanged),
        desk._database.write("undo:import-ledger") as work,
    ):
        work.replay_all(changes.inverse.edits)
    assert len(desk.register.rows(Query(), ON)) == 130


@pytest.mark.parametrize(
    ("cells", "cell", "code"),
    [
        ({"收到日期": "25.3.5"}, "B2", "ledger-date-short-year"),
        ({"收到日期": "去年"}, "B2", "ledger-date-unreadable"),
        ({"收到日期": dt.date(2027, 1, 4)}, "B2", "received-after-today"),
        ({"答复日期": "2025-02-30"}, "J2", "ledger-date-impossible"),
        ({"答复日期": "2025-03-01"}, "J2", "event-before-receipt"),
        ({"答复日期": "2026-12-01"}, "J2", "event-after-today"),
        ({"答复日期": ""}, "I2", "ledger-ending-undated"),
        ({"证件号码": 3.70982e17}, "E2", "ledger-number-damaged"),
        ({"证件号码": "3.70982E+17"}, "E2", "ledger-number-damaged"),
        ({"编号": dt.date(2025, 3, 1)}, "A2", "ledger-became-date"),
        ({"答复书文号": dt.datetime(2025, 3, 1)}, "K2", "ledger-became-date"),  # noqa: DTZ001
        ({"申请人": ""}, "C2", "ledger-applicant-missing"),
        ({"申请内容": " "}, "G2", "ledger-subject-missing"),
        ({"申请人类型": "外星人"}, "D2", "ledger-value-unknown"),
        ({"申请方式": "飞鸽传书"}, "H2", "ledger-value-unknown"),
        ({"办理结果": "不予公开"}, "I2", "ledger-outcome-unknown"),
        ({"办理结果": "转办"}, "I2", "ledger-outcome-unknown"),
        ({"办理结果": ""}, "I2", "ledger-outcome-missing"),
        ({"收到日期": ""}, "B2", "ledger-event-without-receipt"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_taken(
    desk: Desk, ledger: Ledger, cells: dict[str, Any], cell: str, code: str
) -> None:
    reading = read(desk, ledger(changed(**cells), changed(编号="2025-002")))
    assert told(reading) == [(cell, code)]
    assert all(sentence(problem) for problem in reading.obstacles)
    with pytest.raises(DomainError, match=code):
        desk.ledger_import.commit(reading)
    assert desk.register.rows(Query(), ON) == []
    assert not desk.history.can_undo


def test_damaged_numbers_can_be_left_empty(desk: Desk, ledger: Ledger) -> None:
    path = ledger(changed(证件号码=3.70982e17), changed(编号=1e17))
    draft = desk.ledger_import.open(path).dropping(True)
    reading = desk.ledger_import.read(draft, ON)
    assert told(reading) == [("A3", "ledger-number-damaged")]
    assert [(p.field, p.code) for p in reading.warnings] == [("E2", "ledger-number-dropped")]
    assert reading.cases[0].request.applicant.identity_number == ""


def test_every_bad_cell_is_told_at_once(desk: Desk, ledger: Ledger) -> None:
    path = ledger(changed(收到日期="x", 申请人=""), changed(编号="2", 证件号码=1e17))
    assert [cell for cell, _code in told(read(desk, path))] == ["B2", "C2", "E3"]


@pytest.mark.parametrize(
    ("cells", "check"),
    [
        ({"联系电话": 13000000000.0}, lambda r: r.applicant.phone == "13000000000"),
        ({"编号": 20250001.0}, lambda r: r.number == "20250001"),
        ({"收到日期": 45721}, lambda r: r.received == dt.date(2025, 3, 5)),
        ({"收到日期": "2025年3月5日 9:30"}, lambda r: r.received == dt.date(2025, 3, 5)),
        ({"申请人类型": "律所"}, lambda r: r.applicant.kind is ApplicantKind.LEGAL_SERVICE),
        ({"申请人类型": "企业"}, lambda r: r.applicant.kind is ApplicantKind.BUSINESS),
        ({"申请人类型": ""}, lambda r: r.applicant.kind is None),
        ({"申请方式": "ＥＭＳ"}, lambda r: r.channel is Channel.REGISTERED_MAIL),
        ({"申请方式": "平 信"}, lambda r: r.channel is Channel.PLAIN_MAIL),
        ({"申请方式": "邮寄（EMS、挂号信）"}, lambda r: r.channel is Channel.REGISTERED_MAIL),
        ({"办理结果": "信息不存在"}, lambda r: r.outcome == "U1a"),
        ({"办理结果": "不予公开（个人隐私）"}, lambda r: r.outcome == "D4"),
        ({"办理结果": "无法提供—不属于本机关负责公开"}, lambda r: r.outcome == "U1b"),
        ({"证件号码": "91371000MA3C0ABC12"},
         lambda r: r.applicant.identity_kind is IdentityKind.CREDIT_CODE),
        ({"申请内容": "第一行\n第二行"},
         lambda r: (r.subject, r.description) == ("第一行 第二行", "第一行\n第二行")),
    ],
)  # fmt: skip
def test_usual_ways_of_writing(
    desk: Desk, ledger: Ledger, cells: dict[str, Any], check: Callable[[Request], bool]
) -> None:
    reading = read(desk, ledger(changed(**cells)))
    assert reading.obstacles == ()
    assert check(reading.cases[0].request)


def test_a_doubtful_number_is_a_warning_at_its_cell(desk: Desk, ledger: Ledger) -> None:
    reading = read(desk, ledger(changed(证件号码="110105194912310021")))
    assert [(p.field, p.code) for p in reading.warnings] == [("E2", "id-card-check-digit")]
    desk.ledger_import.commit(reading)


@pytest.mark.parametrize("row", [row for row in row_labels() if 3 <= row <= 23])
def test_every_official_row_is_understood(row: int) -> None:
    code = ledger_words().outcome(row_labels()[row])
    assert code is not None
    assert outcomes()[code].row == row


@pytest.mark.parametrize("code", list(outcomes()))
def test_every_outcome_is_understood_by_its_own_name(code: str) -> None:
    assert ledger_words().outcome(outcomes()[code].label) == code


@pytest.mark.parametrize(
    "text",
    [
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
        "其他",
        "已办结",
        "不予公开：信息不存在",
        "？",
    ],
)
def test_an_outcome_that_could_be_several_is_not_guessed(text: str) -> None:
    assert ledger_words().outcome(text) is None


def test_two_columns_may_say_it_together(desk: Desk, ledger: Ledger) -> None:
    head = (*HEAD, "答复类型")
    reading = read(desk, ledger([*changed(办理结果="4.保护第三方合法权益"), "不予公开"], head=head))
    assert reading.obstacles == ()
    assert reading.cases[0].request.outcome == "D4"


def test_the_officer_chooses_what_is_not_known(desk: Desk, ledger: Ledger) -> None:
    path = ledger(
        changed(办理结果="转办", 申请人类型="外星人"),
        changed(编号="2", 办理结果="转办"),
        changed(编号="3", 办理结果=""),
    )
    draft = desk.ledger_import.open(path)
    questions = desk.ledger_import.read(draft, ON).open_questions
    assert [(q.field, q.text, q.cells) for q in questions] == [
        (F.APPLICANT_KIND, "外星人", ("D2",)),
        (F.OUTCOME, "转办", ("I2", "I3")),
        (F.OUTCOME, "", ("I4",)),
    ]
    draft = draft.with_answer(F.APPLICANT_KIND, "外星人", "").with_answer(F.OUTCOME, "转办", "U1b")
    draft = draft.with_answer(F.OUTCOME, "", NO_RESULT)
    reading = desk.ledger_import.read(draft, ON)
    assert reading.obstacles == ()
    assert [case.request.outcome for case in reading.cases] == ["U1b", "U1b", ""]
    desk.ledger_import.commit(reading)
    closed = [case.closed for case in desk.register.rows(Query(), ON)]
    assert closed == [True, True, False]
    again = desk.ledger_import.read(draft.with_answer(F.OUTCOME, "转办", None), ON)
    assert [q.text for q in again.open_questions] == ["转办"]


def test_a_case_the_ledger_calls_open_stays_open(desk: Desk, ledger: Ledger) -> None:
    reading = read(desk, ledger(changed(办理结果="办理中", 答复日期="", 答复书文号="")))
    assert reading.obstacles == ()
    assert reading.cases[0].events == ()


def test_numbers_given_twice(desk: Desk, ledger: Ledger) -> None:
    reading = read(desk, ledger(GOOD, GOOD))
    assert told(reading) == [("A3", "ledger-number-repeated")]
    assert "A2" in sentence(reading.obstacles[0])


def test_a_number_of_the_register_is_refused_or_left_out(desk: Desk, ledger: Ledger) -> None:
    desk.register.add(a_request(number="2025-001"), on=ON)
    draft = desk.ledger_import.open(ledger(GOOD, changed(编号="2025-002")))
    refused = desk.ledger_import.read(draft, ON)
    assert told(refused) == [("A2", "ledger-number-taken")]
    reading = desk.ledger_import.read(draft.skipping(True), ON)
    assert [case.request.number for case in reading.duplicates] == ["2025-001"]
    desk.ledger_import.commit(reading)
    numbers = [case.request.number for case in desk.register.rows(Query(), ON)]
    assert numbers == ["2025-001", "2025-002"]


def test_a_ledger_of_duplicates_alone_changes_nothing(desk: Desk, ledger: Ledger) -> None:
    desk.register.add(a_request(number="2025-001"), on=ON)
    draft = desk.ledger_import.open(ledger(GOOD)).skipping(True)
    assert not desk.ledger_import.commit(desk.ledger_import.read(draft, ON))


def test_requests_without_a_number_get_one(desk: Desk, ledger: Ledger) -> None:
    desk.register.add(a_request(number="2025-004"), on=ON)
    rows = [changed(编号=""), changed(编号="2025-009"), changed(编号="", 收到日期="2024-05-06",
            答复日期="2024-05-20")]  # fmt: skip
    reading = read(desk, ledger(*rows))
    numbers = [case.request.number for case in reading.cases]
    assert numbers == ["2025-010", "2025-009", "2024-001"]


def test_extension_clarification_and_service(desk: Desk, ledger: Ledger) -> None:
    head = (
        *HEAD,
        "是否延期",
        "延期天数",
        "补正告知日期",
        "补正收到日期",
        "送达方式",
        "邮件号",
        "交邮日期",
    )
    row = [*changed(答复日期="2025-05-20"), "是", "20个工作日", "2025-03-10", "2025-03-20",
           "EMS", "1234567890123", "2025-05-20"]  # fmt: skip
    reading = read(desk, ledger(row, head=head))
    assert reading.obstacles == ()
    assert [(p.field, p.code) for p in reading.warnings] == [("N2", "ledger-extension-undated")]
    desk.ledger_import.commit(reading)
    (case,) = desk.register.rows(Query(), ON)
    assert [(e.kind, e.date.isoformat(), e.argument) for e in case.timeline] == [
        (EventKind.CLARIFICATION_REQUESTED, "2025-03-10", ""),
        (EventKind.CLARIFICATION_RECEIVED, "2025-03-20", ""),
        (EventKind.EXTENDED, "2025-04-18", "20"),
        (EventKind.REPLIED, "2025-05-20", ""),
    ]
    assert case.due == dt.date(2025, 5, 20)
    service = case.request.service
    assert service is not None
    assert (service.way, service.mail_number) == (ServiceWay.MAIL, "1234567890123")


def test_an_extension_without_days_is_asked_for(desk: Desk, ledger: Ledger) -> None:
    path = ledger([*GOOD, "是"], head=(*HEAD, "是否延期"))
    draft = desk.ledger_import.open(path)
    (problem,) = desk.ledger_import.read(draft, ON).obstacles
    assert problem.code == "ledger-extension-unknown"
    reading = desk.ledger_import.read(draft.with_answer(F.EXTENDED, "是", "15"), ON)
    assert [e.argument for e in reading.cases[0].events if e.kind is EventKind.EXTENDED] == ["15"]
    no = ledger([*GOOD, "否"], head=(*HEAD, "是否延期"), name="否.xlsx")
    assert read(desk, no).problems == ()


@pytest.mark.parametrize(
    ("asked", "kind"),
    [("2025-03-10", EventKind.CLARIFICATION_LAPSED), ("", EventKind.REPLIED)],
)
def test_a_lapse_ends_what_was_waited_for(
    desk: Desk, ledger: Ledger, asked: str, kind: EventKind
) -> None:
    row = [*changed(办理结果="逾期不补正"), asked]
    reading = read(desk, ledger(row, head=(*HEAD, "补正告知日期")))
    assert reading.obstacles == ()
    assert reading.cases[0].events[-1].kind is kind
    assert reading.cases[0].request.outcome == "X1"


def test_a_course_in_free_words_is_kept_as_a_note(desk: Desk, ledger: Ledger) -> None:
    row = [*changed(备注="电话告知"), "3月6日转法规科；3月18日会签"]
    reading = read(desk, ledger(row, head=(*HEAD, "办理经过")))
    assert reading.cases[0].request.note == "电话告知\n3月6日转法规科；3月18日会签"
    assert [p.code for p in reading.warnings] == ["ledger-course-kept-as-note"]


def test_an_impossible_course_is_refused_at_its_cell(desk: Desk, ledger: Ledger) -> None:
    row = [*GOOD, "2025-03-06 延期〔10〕\n2025-03-07 延期〔10〕\n2025-03-20 答复"]
    reading = read(desk, ledger(row, head=(*HEAD, "办理经过")))
    assert told(reading) == [("M2", "already-extended")]


def test_several_applicants_under_one_number(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, GOOD, ["", "", "周亦安", *[""] * 9], changed(编号="2025-002")):
        sheet.append(list(row))
    for column in "ABGHIJKL":
        sheet.merge_cells(f"{column}2:{column}3")
    book.save(tmp_path / "合并.xlsx")
    reading = read(desk, tmp_path / "合并.xlsx")
    assert reading.obstacles == ()
    names = [[one.name for one in case.request.applicants] for case in reading.cases]
    assert names == [["林知远", "周亦安"], ["林知远"]]


def test_missing_columns(desk: Desk, ledger: Ledger) -> None:
    reading = read(desk, ledger(("林知远", "预算"), head=("申请人", "申请内容")))
    assert reading.obstacles == ()
    assert {p.code for p in reading.warnings} == {
        "ledger-without-receipt",
        "ledger-without-channel",
    }
    assert read(desk, ledger(("1", "预算"), head=("编号", "申请内容"))).errors[-1].code == (
        "ledger-column-missing"
    )


def test_a_column_can_be_given_another_field_or_none(desk: Desk, ledger: Ledger) -> None:
    draft = desk.ledger_import.open(ledger(changed(证件号码=1e17)))
    assert desk.ledger_import.read(draft, ON).errors
    left_out = desk.ledger_import.read(draft.with_field(4, None), ON)
    assert left_out.obstacles == ()
    as_handler = desk.ledger_import.read(draft.with_field(11, F.HANDLER), ON)
    assert as_handler.cases[0].request.handler == ""


def test_the_sheet_with_the_most_known_columns_is_read(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("2025年")
    assert first is not None
    first.title = "2024年"
    first.append(["编号", "申请人", "申请内容"])
    first.append(["1", "林知远", "预算"])
    for row in (HEAD, GOOD):
        second.append(list(row))
    book.create_sheet("说明").append(["填表说明"])
    book.save(tmp_path / "x.xlsx")
    draft = desk.ledger_import.open(tmp_path / "x.xlsx")
    assert (draft.chosen, draft.other_sheets) == ("2025年", ("2024年",))
    other = desk.ledger_import.read(draft.with_sheet("2024年"), ON)
    assert [case.request.number for case in other.cases] == ["1"]
    with pytest.raises(DomainError, match="ledger-sheet-unknown"):
        draft.with_sheet("说明")


def test_serial_numbers_from_1904(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEAD))
    sheet.append(changed(收到日期=44259, 答复日期=dt.date(2025, 3, 20)))
    book.save(tmp_path / "mac.xlsx")
    reading = read(desk, tmp_path / "mac.xlsx")
    assert reading.cases[0].request.received == dt.date(2025, 3, 5)
    assert reading.cases[0].events[0].date == dt.date(2025, 3, 20)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_in_the_usual_encodings(desk: Desk, tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "台账 表.csv"
    text = "\r\n".join(sign.join(row) for row in (HEAD, GOOD, [""] * len(HEAD)))
    path.write_bytes(text.encode(encoding))
    reading = read(desk, path)
    assert reading.problems == ()
    assert reading.cases[0].request.applicant.name == "林知远"


def test_csv_cells_may_hold_signs_and_lines(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    row = changed(申请内容='"2024年, ""三公""经费;决算"', 备注='"一\n二"')
    path.write_text("\n".join((",".join(HEAD), ",".join(row))), "utf-8")
    request = read(desk, path).cases[0].request
    assert (request.subject, request.note) == ('2024年, "三公"经费;决算', "一\n二")


def test_an_open_document_is_read(desk: Desk, tmp_path: Path) -> None:
    def table_row(cells: Sequence[str]) -> str:
        inside = "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in cells
        )
        return f"<table:table-row>{inside}</table:table-row>"

    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body>'
        f'<office:spreadsheet><table:table table:name="台账">{table_row(HEAD)}{table_row(GOOD)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "台账.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    assert read(desk, path).problems == ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.xlsx", b"", "file-empty"),
        ("坏.xlsx", b"PK\x03\x04 no zip", "file-damaged"),
        ("文.pdf", b"%PDF-1.4 x", "ledger-wrong-kind"),
        ("密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "file-encrypted"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
         "file-old-format"),
        ("坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
         "file-damaged"),
        ("乱.csv", bytes(range(256)) * 8, "file-"),
        ("无表头.csv", "甲,乙\n1,2\n".encode(), "ledger-no-heading"),
    ],
)  # fmt: skip
def test_files_that_are_none(desk: Desk, tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DomainError, match=code):
        desk.ledger_import.open(path)


def test_a_bomb_is_not_unpacked(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    with pytest.raises(DomainError, match="file-unpacks-too-large"):
        desk.ledger_import.open(path)


def test_the_journal_names_the_import(desk: Desk, ledger: Ledger) -> None:
    desk.ledger_import.commit(read(desk, ledger(GOOD)))
    assert desk.history.actions()[0].operation == "import-ledger"
    kinds = {entry.kind for entry in desk._database.journal(action=desk._database.last_action())}
    assert len(kinds) == len({Request, RequestEvent})
