"""The cards of the home page and the lists they open agree, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gongkai_desk.app import build_window, page_specs
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.home.card import FigureCard
from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.sections.page import SectionPage
from gongkai_desk.ui.settings import PreferencesStore
from gongkai_desk.ui.widgets.record_table import RecordTable
from tests.ui.conftest import DAY
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
    yield made
    made.close()


def test_every_line_of_what_waits_leads_to_a_list_of_exactly_so_many(
    window: MainWindow, sample_desk: Desk
) -> None:
    lines = sample_desk.today.attention(DAY)
    assert len({line.concern for line in lines}) > 10
    for line in lines:
        window.go_to(Target(page=line.page, section=line.section, view=line.view))
        page = window.page
        shown = page.section if isinstance(page, SectionPage) else page
        table: RecordTable[object] = shown.table  # type: ignore[union-attr]
        assert (line.concern, len(table.records.rows)) == (line.concern, line.count)


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
