"""The frame of the home page stands before anything is counted, and does not move afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case import Group
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.home.card import FigureCard
from gongkai_desk.ui.home.page import HomePage
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.steps import Steps
from tests.builders import a_request
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def page(
    sample_desk: Desk, bus: ChangeBus, operations: Operations, prompts: ScriptedPrompts
) -> HomePage:
    return HomePage(desk=sample_desk, bus=bus, operations=operations, prompts=prompts)


def card(page: HomePage, name: str) -> FigureCard:
    found: FigureCard | None = page.findChild(FigureCard, f"card-{name}")
    assert found is not None
    return found


def test_the_page_is_filled_once_it_is_seen(
    page: HomePage, sample_desk: Desk, qtbot: QtBot
) -> None:
    qtbot.addWidget(page)
    page.resize(1080, 620)
    led: list[Target] = []
    page.leave.connect(led.append)
    with qtbot.waitSignal(page.completed, timeout=20_000):
        page.show()
        overdue = card(page, "requests-overdue")
        assert (overdue.figure.text(), overdue.word.text()) == ("…", "逾期")
        overdue.click()
        assert card(page, "report").figure.text() == "72"
        assert len(page.strip.days) == 35
        assert not page.requests.records.rows
        assert page.attention.nothing.text() == "正在查找……"
    assert led == [Target(page="requests", view="overdue")]
    waiting = sample_desk.register.overview(DAY)
    assert overdue.figure.text() == str(len(waiting[Group.OVERDUE]))
    assert len(page.requests.records.rows) == len(waiting[Group.OPEN])
    assert page.attention.nothing.isHidden()


def test_a_write_while_it_fills_shows_everything(
    page: HomePage, sample_desk: Desk, operations: Operations, qtbot: QtBot
) -> None:
    qtbot.addWidget(page)
    page.show()
    request = a_request(number="2026-900", arrived=None, received=None)
    with qtbot.waitSignal(page.completed, timeout=0):
        operations.perform(lambda: sample_desk.register.add(request, on=DAY))
    number = len(sample_desk.register.overview(DAY)[Group.UNCONFIRMED])
    assert card(page, "requests-unconfirmed").figure.text() == str(number)


def test_nothing_moves_when_it_is_filled_after_it_was_shown_once(
    sample_desk: Desk,
    bus: ChangeBus,
    operations: Operations,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    for start in range(2):
        holder = QWidget()
        qtbot.addWidget(holder)
        made = HomePage(desk=sample_desk, bus=bus, operations=operations, prompts=prompts)
        QVBoxLayout(holder).addWidget(made)
        holder.resize(1080, 1400)
        made.ensure_fresh()  # as the window does before it shows a page
        before: list[list[int]] = []
        Steps(holder).add(lambda b=before, h=holder, m=made: b.append(tops(h, m)))  # type: ignore[misc]
        with qtbot.waitSignal(made.completed, timeout=20_000):
            holder.show()
        qtbot.waitUntil(lambda m=made: not m.disputes.isHidden())  # type: ignore[misc]
        for _again in range(3):
            qtbot.wait(1)
        assert (before == [tops(holder, made)]) == bool(start)
        holder.close()


def tops(holder: QWidget, page: HomePage) -> list[int]:
    """Where the parts begin."""
    parts = (page.attention, page.reminders, page.lists, page.strip)
    return [part.mapTo(holder, part.rect().topLeft()).y() for part in parts]


def test_reminders_are_counted_once(sample_desk: Desk) -> None:
    assert sample_desk.reminders.every(DAY) is sample_desk.reminders.every(DAY)
