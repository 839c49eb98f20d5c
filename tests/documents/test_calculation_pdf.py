from __future__ import annotations

import datetime as dt
from pathlib import Path

import pdfplumber
import pytest

from gongkai_desk import i18n
from gongkai_desk.documents.calculation_pdf import CalculationSheet, write_calculation
from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.clock import Clock, ClockEvent, run
from gongkai_desk.domain.request import EventKind
from gongkai_desk.texts import label, sentence

D = dt.date
SOURCE = "关于2026年部分节假日安排的通知（〔2025〕7号）"
CALENDAR = WorkCalendar(
    [
        Notice(
            year=2026,
            source=SOURCE,
            days_off=frozenset(D(2026, 10, day) for day in range(1, 8)),
            makeup_days=frozenset({D(2026, 9, 20), D(2026, 10, 10)}),
        )
    ]
)
CONSULTED = (
    ClockEvent(D(2026, 9, 18), EventKind.CONSULTATION_SENT, "甲公司"),
    ClockEvent(D(2026, 9, 28), EventKind.CONSULTATION_ANSWERED, "甲公司"),
)


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use("en")


def write(clock: Clock, path: Path, **changes: str) -> tuple[str, ...]:
    facts = {
        "agency": "示例区数据局",
        "number": "2026-0017",
        "applicant": "李𬱖",
        "subject": "某某片区改造补偿的请示及其批复",
    }
    facts.update(changes)
    sheet = CalculationSheet(
        agency=facts["agency"],
        number=facts["number"],
        applicant=facts["applicant"],
        subject=facts["subject"],
        clock=clock,
        printed_on=D(2026, 11, 2),
    )
    return write_calculation(sheet, path)


def tables_of(path: Path) -> list[list[list[str]]]:
    with pdfplumber.open(path) as pdf:
        return [
            [[(cell or "").replace("\n", " ") for cell in row] for row in table]
            for page in pdf.pages
            for table in page.extract_tables()
        ]


def text_of(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def flat(text: str) -> str:
    return "".join(text.split())


def test_facts_and_due_date_are_on_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    clock = run(D(2026, 9, 14), CONSULTED, CALENDAR, D(2026, 10, 20))
    assert write(clock, path) == ()
    text = text_of(path)
    assert clock.due is not None
    for part in ("示例区数据局", "2026-0017", "李𬱖", "某某片区改造补偿的请示及其批复", SOURCE):
        assert flat(part) in flat(text)
    assert i18n.date_text(clock.due) in text
    assert "November 2, 2026" in text
    assert "rovisional" not in text


def test_every_step_is_a_row(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    clock = run(D(2026, 9, 14), CONSULTED, CALENDAR, D(2026, 10, 20))
    write(clock, path)
    steps = next(table for table in tables_of(path) if table[0][0] == "Date")[1:]
    assert len(steps) == len(clock.steps)
    for step, row in zip(clock.steps, steps, strict=True):
        assert flat(row[0]) == flat(i18n.date_text(step.date))
        assert flat(row[1]) == flat(label(step.what))
        assert flat(row[2]) == step.basis
        assert row[3] == str(step.counted)
        assert step.due is not None
        assert flat(row[4]) == flat(i18n.date_text(step.due))
        assert flat(row[5]) == flat(sentence(step.note))


def test_every_day_stands_under_its_weekday(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    clock = run(D(2026, 9, 14), CONSULTED, CALENDAR, D(2026, 10, 20))
    write(clock, path)
    days = next(table for table in tables_of(path) if table[0][0] == "Mon")
    cells = [cell for row in days[1:] for cell in row if cell]
    assert len(cells) == len(clock.days)
    for day, cell in zip(clock.days, cells, strict=True):
        assert cell.split()[0] == f"{day.date.month}-{day.date.day}"
        if day.number:
            assert cell.endswith(f"day {day.number}")
    assert days[1][6] == "9-20 makeup, suspended"
    assert days[3][3] == "10-1 off"
    assert days[1][0] == "9-14 start"


def test_a_date_in_a_year_without_notice_is_provisional_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    extended = [ClockEvent(D(2026, 12, 15), EventKind.EXTENDED, "20")]
    write(run(D(2026, 12, 1), extended, CALENDAR, D(2026, 12, 20)), path)
    text = flat(text_of(path))
    assert "(provisional)" in text
    assert "theholidaynoticeof2027isnotknownyet" in text
    assert "2027:thenoticeisnotknown" in text


def test_a_clock_that_waits_has_no_due_date(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    asked = [ClockEvent(D(2026, 9, 16), EventKind.CLARIFICATION_REQUESTED)]
    clock = run(D(2026, 9, 14), asked, CALENDAR, D(2026, 9, 18))
    assert clock.due is None
    write(clock, path)
    text = text_of(path)
    assert label(clock.state) in text
    assert "Day by day" not in text


def test_a_wait_that_reaches_a_year_without_notice_names_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    asked = [ClockEvent(D(2026, 12, 29), EventKind.CLARIFICATION_REQUESTED)]
    clock = run(D(2026, 12, 28), asked, CALENDAR, D(2026, 12, 30))
    assert clock.provisional
    write(clock, path)
    text = flat(text_of(path))
    assert "theholidaynoticeof2027isnotknownyet" in text
    assert "2027:thenoticeisnotknown" in text


def test_a_late_reply_is_called_late(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    replied = [ClockEvent(D(2026, 11, 2), EventKind.REPLIED)]
    clock = run(D(2026, 9, 14), replied, CALENDAR, D(2026, 11, 2))
    assert clock.overdue
    assert clock.remaining is not None
    write(clock, path)
    text = text_of(path)
    assert f"{-clock.remaining} working days late" in text
    assert "Closed on November 2, 2026" in text


def test_two_months_fit_on_one_page(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    extended = [*CONSULTED, ClockEvent(D(2026, 10, 12), EventKind.EXTENDED, "20")]
    i18n.use("zh_CN")
    write(run(D(2026, 9, 14), extended, CALENDAR, D(2026, 10, 20)), path)
    with pdfplumber.open(path) as pdf:
        assert len(pdf.pages) == 1


def test_typed_text_is_printed_as_typed_and_missing_characters_told(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    clock = run(D(2026, 9, 14), (), CALENDAR, D(2026, 9, 20))
    long = "申请内容" * 900
    missing = write(clock, path, applicant="<img src=x>&amp;\U000323af", subject=long)
    assert missing == ("\U000323af",)
    text = flat(text_of(path))
    assert "<imgsrc=x>&amp;〓" in text
    assert text.count("申") >= 900
