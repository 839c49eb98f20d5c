"""The sample office uses everything the register knows, and its report adds up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai_desk.demo.sample import create_sample
from gongkai_desk.domain.case import Query, Status
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.report import RESULT_ROWS
from gongkai_desk.domain.request import ApplicantKind, EventKind
from gongkai_desk.services.desk import open_desk

DAYS = [dt.date(2026, 11, 20), dt.date(2026, 1, 4), dt.date(2027, 2, 28), dt.date(2028, 2, 29)]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_sample_can_be_made_on_any_day(tmp_path: Path, today: dt.date) -> None:
    office = tmp_path / "office.db"
    create_sample(office, today)
    with open_desk(office) as desk:
        cases = desk.register.rows(Query(), today)
        report = desk.reporting.report(desk.reporting.draft(today.year - 1))
        issued = desk.letter_papers.issued()
        assert [desk.letters.data(one.id)[:5] for one in issued] == [b"%PDF-"] * 6
    assert len(cases) == 31
    assert {case.status for case in cases} == set(Status)
    events = {event.kind for case in cases for event in case.events}
    assert events == set(EventKind) - {EventKind.DUE_OVERRIDDEN}
    assert {case.row for case in cases if case.row} == set(RESULT_ROWS)
    assert {case.request.applicant.kind for case in cases} == set(ApplicantKind)
    assert not [found for found in report.findings if found.severity is Severity.ERROR]


def test_it_never_touches_an_office_file_that_is_there(tmp_path: Path) -> None:
    office = tmp_path / "office.db"
    office.write_bytes(b"mine")
    with pytest.raises(DomainError):
        create_sample(office, DAYS[0])
    assert office.read_bytes() == b"mine"
