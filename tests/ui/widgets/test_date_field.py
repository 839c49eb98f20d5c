from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.widgets.date_field import DateField
from tests.ui.conftest import DAY


def test_typing_shows_the_weekday_and_tells_of_every_change(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.line, "20251120")
    assert field.date() == dt.date(2025, 11, 20)
    assert field.word.text() == "周四"
    assert field.problem() is None


def test_wrong_input_is_marked_in_words_and_not_guessed(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "2025-02-30")
    assert field.date() is None
    problem = field.problem()
    assert problem is not None
    assert problem.code == "date-impossible"
    assert field.line.property("wrong") is True
    assert field.word.text() == "不是日期"
    assert "2025-02-30" in field.line.accessibleDescription()
    field.line.clear()
    assert field.problem() is None
    assert field.line.property("wrong") is False


def test_empty_is_allowed_unless_mandatory(qtbot: QtBot) -> None:
    free, needed = DateField(), DateField(mandatory=True)
    qtbot.addWidget(free)
    qtbot.addWidget(needed)
    assert free.problem() is None
    problem = needed.problem()
    assert problem is not None
    assert problem.code == "field-missing"


def test_leaving_the_field_writes_the_date_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = DateField(), DateField()
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.line.setFocus()
    first.line.insert("今天")
    QTest.keyClick(first.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: first.line.text() == DAY.isoformat())
    assert second.line.hasFocus()


def test_f4_opens_a_calendar_and_esc_closes_it(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    QTest.keyClick(field.line, Qt.Key.Key_F4)
    popup = field.findChild(QWidget, "calendar-popup")
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert popup.isVisible()
    month = field._calendar
    assert month is not None
    month.month.activated.emit(month.month.selectedDate())
    assert field.date() == DAY
    assert not popup.isVisible()
