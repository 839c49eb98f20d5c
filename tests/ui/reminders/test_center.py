"""The badge, the list and the tray: the same numbers, no word about anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case_file import Errand, ErrandKind
from gongkai_desk.domain.reminders import Side
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import today
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import clipped_labels, interpreting_labels
from gongkai_desk.ui.reminders.center import ReminderCenter
from gongkai_desk.ui.reminders.dialog import ReminderDialog
from tests.builders import a_request, an_applicant
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

RECEIVED = dt.date(2026, 10, 26)


class Tray:
    """Remembers what it was asked to show."""

    def __init__(self, *_given: object) -> None:
        self.shown: list[tuple[str, str]] = []
        self.words = ""
        self.removed = False

    def describe(self, text: str) -> None:
        self.words = text

    def tell(self, title: str, text: str) -> None:
        self.shown.append((title, text))

    def remove(self) -> None:
        self.removed = True


@pytest.fixture
def operations(
    desk: Desk, bus: ChangeBus, prompts: ScriptedPrompts, background: Background
) -> Operations:
    return Operations(bus=bus, prompts=prompts, background=background, history=desk.history)


@pytest.fixture
def late(desk: Desk) -> str:
    """A case that is due on the next working day, with a unit that has not answered."""
    request = a_request(
        number="2026-001",
        applicant=an_applicant(name="<b>林知远</b>"),
        subject="<i>经费</i>",
        received=RECEIVED,
        arrived=RECEIVED,
        submitted=RECEIVED,
    )
    desk.register.add(request, on=DAY)
    errand = Errand(
        id="e",
        request_id=request.id,
        kind=ErrandKind.HANDLING,
        unit="基层科",
        asked_on=dt.date(2026, 10, 27),
        due_on=dt.date(2026, 11, 5),
    )
    desk.case_file.save(errand, DAY)
    return request.id


Make = Callable[..., ReminderCenter]


@pytest.fixture
def make(desk: Desk, bus: ChangeBus, operations: Operations, qtbot: QtBot) -> Iterator[Make]:
    windows: list[QMainWindow] = []

    def center(*, told: bool = True, leads: list[Target] | None = None) -> ReminderCenter:
        window = QMainWindow()
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        made = ReminderCenter(
            window=window,
            desk=desk,
            bus=bus,
            operations=operations,
            go_to=(leads if leads is not None else []).append,
            told=lambda: told,
            tray=Tray,
        )
        made.begin()
        return made

    yield center
    for window in windows:
        window.close()


def tray_of(center: ReminderCenter) -> Tray:
    assert isinstance(center.tray, Tray)
    return center.tray


def test_the_badge_counts_and_follows_every_write(
    make: Make, desk: Desk, late: str, operations: Operations
) -> None:
    center = make()
    waiting = len(desk.reminders.waiting(DAY))
    assert waiting >= 3
    assert str(waiting) in center.badge.text()
    every = desk.reminders.waiting(DAY)
    operations.perform(lambda: desk.reminders.acknowledge(every[:1], DAY))
    assert str(waiting - 1) in center.badge.text()
    operations.perform(lambda: desk.reminders.acknowledge(every[1:], DAY))
    assert center.badge.text() == "暂无提醒"
    operations.undo()
    assert str(waiting - 1) in center.badge.text()


def test_the_notification_holds_numbers_only(make: Make, late: str, qtbot: QtBot) -> None:
    center = make()
    qtbot.waitUntil(lambda: bool(tray_of(center).shown))
    ((title, text),) = tray_of(center).shown
    assert title == "提醒"
    assert "该我办" in text
    for private in ("林知远", "经费", "2026-001", "基层科"):
        assert private not in text + tray_of(center).words


def test_a_new_day_is_told_once(make: Make, late: str, qtbot: QtBot) -> None:
    center = make()
    qtbot.waitUntil(lambda: bool(tray_of(center).shown))
    center.look()
    assert len(tray_of(center).shown) == 1
    today.stop_at(dt.date(2026, 11, 24))
    with qtbot.waitSignal(center.new_day):
        center.look()
    assert len(tray_of(center).shown) == 2
    center.look()
    assert len(tray_of(center).shown) == 2


def test_who_does_not_want_it_has_no_tray(make: Make, late: str) -> None:
    assert make(told=False).tray is None


def test_nothing_waits_nothing_is_told(make: Make, qtbot: QtBot) -> None:
    center = make()
    center.tell()
    tray = tray_of(center)
    assert not tray.shown
    center.stop()
    assert tray.removed
    assert center.tray is None


def test_the_list_has_two_sides_and_both_keys_work(
    make: Make, desk: Desk, late: str, prompts: ScriptedPrompts
) -> None:
    leads: list[Target] = []
    center = make(leads=leads)
    QTest.mouseClick(center.badge, Qt.MouseButton.LeftButton)
    dialog = center.parent().findChild(ReminderDialog)
    assert isinstance(dialog, ReminderDialog)
    ours, theirs = (dialog.panes[side].table for side in (Side.OURS, Side.THEIRS))
    assert {one.side for one in ours.records.rows} == {Side.OURS}
    assert [one.note.code for one in theirs.records.rows] == ["reminder-errand"]
    assert clipped_labels(dialog) == []
    assert interpreting_labels(dialog) == []
    theirs.selectRow(0)
    dialog.panes[Side.THEIRS].actions_of["acknowledge-reminder"].trigger()
    assert not theirs.records.rows
    before = len(ours.records.rows)
    ours.selectRow(0)
    QTest.keyClick(ours, Qt.Key.Key_Return)
    assert leads == [Target(page="requests", record_id=late)]
    assert len(desk.reminders.waiting(DAY)) == before


def test_all_are_acknowledged_at_once(make: Make, desk: Desk, late: str) -> None:
    dialog = make().show()
    button = dialog.findChild(QPushButton, "acknowledge-all-button")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not desk.reminders.waiting(DAY)
    assert not button.isEnabled()
    desk.history.undo()
    assert desk.reminders.waiting(DAY)
