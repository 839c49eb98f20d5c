"""The picture of a case on paper: every row whole, words readable, nothing off the page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pdfplumber
import pytest

from gongkai_desk.documents.archive_sheets import ArchiveSheet, Section, write_sheet
from gongkai_desk.documents.page_frame import SHEET
from gongkai_desk.documents.timeline_block import PictureRow, timeline_blocks
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_timeline import CaseTimeline, timeline_of
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.services.bundled_calendar import bundled_calendar
from tests.builders import a_request, an_event

D = dt.date


def timeline(as_of: dt.date, *events: RequestEvent) -> CaseTimeline:
    received = D(2026, 3, 2)
    clock = run(received, clock_events(events), bundled_calendar(), as_of)
    case = Case(request=a_request(id="r", received=received), events=events, clock=clock)
    made = timeline_of(case)
    assert made is not None
    return made


def event(date: dt.date, kind: EventKind, argument: str = "") -> RequestEvent:
    return an_event("r", date=date, kind=kind, argument=argument)


LONG = (
    event(D(2026, 3, 9), EventKind.CLARIFICATION_REQUESTED),
    event(D(2026, 3, 16), EventKind.CLARIFICATION_RECEIVED),
    event(D(2026, 3, 20), EventKind.CONSULTATION_SENT, "A"),
    event(D(2026, 4, 20), EventKind.EXTENDED, "20"),
)


@pytest.mark.parametrize(
    ("as_of", "events"),
    [(D(2026, 3, 10), ()), (D(2026, 6, 1), LONG), (D(2026, 12, 1), LONG)],
    ids=["short", "long", "very late"],
)
def test_the_picture_fits_its_page(
    tmp_path: Path, as_of: dt.date, events: tuple[RequestEvent, ...]
) -> None:
    shown = timeline(as_of, *events)
    rows = [b for b in timeline_blocks(shown, SHEET.width) if isinstance(b, PictureRow)]
    assert rows
    assert all(row.height < SHEET.height / 8 for row in rows)
    path = tmp_path / "picture.pdf"
    assert write_sheet(ArchiveSheet(title="时间轴", sections=[Section(timeline=shown)]), path) == ()
    with pdfplumber.open(path) as pdf:
        page = pdf.pages[0]
        text = page.extract_text()
        assert "到期" in text
        assert "今天" in text
        assert "起算日，不计入" in text
        left, right = SHEET.left - 8, SHEET.left + SHEET.width + 8
        for drawn in (*page.rects, *page.lines, *page.curves):
            assert left <= drawn["x0"] <= drawn["x1"] <= right
            assert drawn["bottom"] <= SHEET.top + SHEET.height + 1


def test_the_counted_days_carry_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "picture.pdf"
    shown = timeline(D(2026, 3, 10))
    write_sheet(ArchiveSheet(title="时间轴", sections=[Section(timeline=shown)]), path)
    with pdfplumber.open(path) as pdf:
        words = {word["text"] for word in pdf.pages[0].extract_words()}
    assert {str(number) for number in range(1, 21)} <= words
