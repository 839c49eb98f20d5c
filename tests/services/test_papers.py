"""What comes out of the printer is read back and compared with what was entered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfReader

from gongkai_desk.domain.case import Query
from gongkai_desk.services.desk import Desk

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    return sample_desk


def text_of(path: Path) -> str:
    """The text of a PDF without white space, so that a broken line still matches."""
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_the_register_prints_every_case(desk: Desk, tmp_path: Path) -> None:
    cases = desk.register.rows(Query(), TODAY)
    desk.papers.register(cases, TODAY, tmp_path / "登记簿.pdf")
    text = text_of(tmp_path / "登记簿.pdf")
    assert len(cases) == 31
    for case in cases:
        assert case.request.number in text
        assert "".join(case.request.subject.split()) in text
        if case.closed and case.outcome:  # as on the screen, not as a row of the annual report
            assert "".join(case.outcome.label.split()) in text


def test_a_due_date_in_a_year_without_notice_is_marked(desk: Desk, tmp_path: Path) -> None:
    later = dt.date(2026, 12, 25)
    cases = desk.register.rows(Query(text="2026-003"), later)
    desk.papers.register(cases, later, tmp_path / "list.pdf")
    assert cases[0].provisional == ("暂定" in text_of(tmp_path / "list.pdf"))


def test_the_calculation_sheet_names_the_due_date(desk: Desk, tmp_path: Path) -> None:
    case = desk.register.by_number("2026-003", TODAY)
    desk.papers.calculation(case.request.id, TODAY, tmp_path / "sheet.pdf")
    text = text_of(tmp_path / "sheet.pdf")
    assert case.request.number in text
    assert "2026年12月18日" in text


def test_only_our_tasks_print_when_asked(desk: Desk, tmp_path: Path) -> None:
    plan = desk.tasks.plans()[-1]
    desk.papers.tasks(plan.id, TODAY, tmp_path / "ours.pdf", only_ours=True)
    text = text_of(tmp_path / "ours.pdf")
    for task in desk.tasks.tasks(plan.id):
        assert (task.title in text) == task.ours
