"""Statistics, calendar files and bulk changes on a real office file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdf
import pytest
from icalendar import Calendar

from gongkai_desk import i18n
from gongkai_desk.domain.bulk import BulkAction, BulkChange
from gongkai_desk.domain.case import Group, Query
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.register_statistics import Dimension
from gongkai_desk.services.desk import Desk, open_desk
from gongkai_desk.texts import operation

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 1, tzinfo=dt.UTC)


@pytest.fixture
def sample(sample_file: Path) -> Path:
    return sample_file


def test_statistics_agree_with_the_report(sample: Path) -> None:
    with open_desk(sample) as desk:
        counted = desk.register_views.statistics(2025, TODAY)
        figures = desk.reporting.report(desk.reporting.draft(2025)).figures
    by_kind = {bar.key: bar.count for bar in counted.charts[Dimension.KIND]}
    assert counted.received == figures.requests[1][6]
    assert by_kind["natural_person"] == figures.requests[1][0]
    assert counted.closed == figures.requests[24][6]


def test_the_printed_statistics_can_be_read(sample: Path, tmp_path: Path) -> None:
    i18n.use("zh_CN")
    with open_desk(sample) as desk:
        counted = desk.register_views.statistics(2025, TODAY)
        missing = desk.register_views.print_statistics(counted, "某局", TODAY, tmp_path / "s.pdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "s.pdf").pages)
    assert missing == ()
    for words in ("2025年依申请公开办理情况统计", "某局", "自然人", "网上申请"):
        assert words in text
    assert text.count(str(counted.received)) >= 1


def test_the_calendar_file_tells_no_name(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "期限.ics"
    with open_desk(sample) as desk:
        count = desk.register_views.write_due_dates(path, TODAY, NOW)
        cases = [c for c in desk.register.rows(Query(group=Group.OPEN), TODAY) if c.due]
    written = path.read_bytes()
    events = Calendar.from_ical(written).walk("VEVENT")
    assert count == len(events) == len(cases)
    assert {event.decoded("DTSTART") for event in events} == {case.due for case in cases}
    text = written.decode().replace("\r\n ", "")
    for case in cases:
        assert case.request.number in text
        assert case.request.applicant.name not in text
        assert case.request.subject not in text


def test_a_bulk_change_is_one_step(sample: Path) -> None:
    with open_desk(sample) as desk:
        ids = [case.request.id for case in desk.register.rows(Query(year=2025), TODAY)]
        before = _tags(desk)
        change = BulkChange(action=BulkAction.ADD_TAGS, text="年度复查")
        changes = desk.register_views.change_many(ids, change)
        assert len(changes.edits) == len(ids) > 20
        assert operation(changes.operation)
        assert sum("年度复查" in tags for tags in _tags(desk).values()) == len(ids)
        desk.history.undo()
        assert _tags(desk) == before


def test_an_empty_bulk_change_is_refused(sample: Path) -> None:
    with open_desk(sample) as desk, pytest.raises(DomainError):
        desk.register_views.change_many([], BulkChange(action=BulkAction.SET_HANDLER, text=""))


def _tags(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {case.request.id: case.request.tags for case in desk.register.rows(Query(), TODAY)}
