"""The cards of the home page and the lists they open agree, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.app import build_window, page_specs
from gongkai_desk.domain.attention import Attention
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.home.card import FigureCard
from gongkai_desk.ui.home.page import HomePage
from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.page import Page
from gongkai_desk.ui.sections.page import SectionPage
from gongkai_desk.ui.settings import PreferencesStore
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.record_table import RecordTable
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def window(
    sample_desk: Desk,
    background: Background,
    prompts: ScriptedPrompts,
    dressed: QApplication,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    store = PreferencesStore()
    made = build_window(
        sample_desk,
        prompts,
        store,
        background=background,
        pages=page_specs(store),
        switch=lambda _path: None,
        create=lambda _path: None,
    )
    qtbot.addWidget(made)
    made.show_page("home")
    made.show()
    made.complete()
    yield made
    made.close()


@pytest.mark.parametrize("view", ["overdue", "due_today", "due_soon", "waiting", "unconfirmed"])
def test_a_request_card_shows_as_many_as_its_list(window: MainWindow, view: str) -> None:
    listed(window, f"card-requests-{view}", "requests")


@pytest.mark.parametrize("view", ["open", "late", "soon", "done"])
def test_a_task_card_shows_as_many_as_its_list(window: MainWindow, view: str) -> None:
    listed(window, f"card-tasks-{view}", "tasks")


def test_the_banner_opens_the_dialog_for_the_notice(window: MainWindow) -> None:
    (notice,) = (each for each in window.banners._shown if each.name.startswith("holidays"))
    assert notice.command is not None
    notice.command.run()
    page = window.page
    assert page is not None
    assert page.objectName() == "settings-page"
    dialog = page.calendar.dialog  # type: ignore[attr-defined]
    assert dialog.isVisible()
    dialog.reject()


def listed(window: MainWindow, card: str, page: str) -> int:
    """Click the card; the number in it, which the list it opened must have."""
    home = window.show_page("home")
    shown: FigureCard | None = home.findChild(FigureCard, card)
    assert shown is not None
    number = int(shown.figure.text())
    shown.click()
    assert window.page is not None
    assert window.page.objectName() == f"{page}-page"
    table: RecordTable[object] = window.page.table  # type: ignore[attr-defined]
    assert len(table.records.rows) == number
    return number


def test_every_line_of_today_opens_the_list_that_holds_as_many(
    window: MainWindow, sample_desk: Desk
) -> None:
    """All lines in one window: the file takes longer to open than the lists to show."""
    lines = sample_desk.today.attention(today())
    assert len(lines) >= 10, "the sample has too little to tell lists apart"
    differing = {
        line.concern.value: (line.count, found)
        for line in lines
        if (found := opened(window, line)) != line.count
    }
    assert differing == {}


def opened(window: MainWindow, line: Attention) -> int:
    """Click the line on the home page; how many rows the list holds that it opened."""
    home = window.show_page("home")
    assert isinstance(home, HomePage)
    button = home.attention.findChild(QPushButton, f"attention-{line.concern.value}")
    assert button is not None
    button.click()
    shown: Page | None = window.page
    assert shown is not None
    assert shown.objectName() == f"{line.page}-page"
    if isinstance(shown, SectionPage):
        shown = shown.section
        assert shown is not None
        assert shown.objectName() == f"{line.section}-section"
        assert shown.view.value().name == line.view  # type: ignore[attr-defined]
    table: RecordTable[object] = shown.table  # type: ignore[attr-defined]
    return len(table.records.rows)
