"""The time axis in the window: it shows, wraps, speaks and follows the case."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gongkai_desk.domain.case_timeline import timeline_of
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.picture.tab import TimelineTab
from gongkai_desk.ui.register.picture.view import TimelinePicture, day_text
from tests.builders import an_event
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of


@pytest.fixture
def leaf(page: RequestsPage, add: Add) -> TimelineTab:
    request = add(number="2026-001")
    page.refresh(None)
    page.show_case(request.id)
    page.detail.open_tab("tab-timeline")
    found = page.findChild(TimelineTab)
    assert found is not None
    return found


def test_it_is_drawn_and_put_into_words(leaf: TimelineTab) -> None:
    picture = leaf.picture
    assert picture.drawing is not None
    assert len(picture.drawing.rows) >= 2
    words = picture.accessibleDescription()
    assert "2026年9月18日收到申请" in words
    assert "计入的工作日：20天" in words
    assert "答复期限：2026年10月22日" in words
    image = picture.grab().toImage()
    assert len(_colours(image)) > 5, "something was painted"


def _colours(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


def test_fewer_weeks_stand_in_a_row_when_it_is_narrow(leaf: TimelineTab) -> None:
    picture = leaf.picture
    assert picture.drawing is not None
    wide = len(picture.drawing.rows)
    narrow = TimelinePicture()
    narrow.resize(320, 100)
    narrow.show_timeline(picture._timeline)
    narrow.show()
    QApplication.processEvents()
    assert narrow.drawing is not None
    assert len(narrow.drawing.rows) > wide
    assert narrow.height() > picture.height()


def test_it_follows_what_is_recorded(page: RequestsPage, leaf: TimelineTab, desk: Desk) -> None:
    (case,) = page.table.records.rows
    before = leaf.picture.accessibleDescription()
    desk.register.record(
        an_event(
            case.request,
            date=dt.date(2026, 9, 21),
            kind=EventKind.CONSULTATION_SENT,
            argument="A",
        ),
        on=DAY,
    )
    page.refresh(None)
    after = leaf.picture.accessibleDescription()
    assert "征求意见，不计入" in after
    assert after != before


def test_the_day_below_the_pointer_is_told(leaf: TimelineTab, desk: Desk) -> None:
    timeline = leaf.picture._timeline
    assert timeline is not None
    first = next(day for day in timeline.days if day.notes)
    assert "起算日" in day_text(first, timeline)
    counted = next(day for day in timeline.days if day.number == 3)
    assert "第3日" in day_text(counted, timeline)
    due = next(day for day in timeline.days if day.due)
    assert day_text(due, timeline).endswith("答复期限")
    assert leaf.picture._day_at(QPoint(-5, -5).x(), 0) is None


def test_before_the_receipt_there_is_nothing_to_draw(
    page: RequestsPage, leaf: TimelineTab, add: Add, desk: Desk
) -> None:
    request = add(number="2026-002", received=None)
    page.refresh(None)
    page.show_case(request.id)
    assert timeline_of(case_of(desk, request)) is None
    assert not leaf.nothing.isHidden()
    assert leaf.picture.isHidden()
