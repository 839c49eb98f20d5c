"""A letter that two entries of one menu share only moves between them and chooses neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from gongkai_desk import i18n
from gongkai_desk.app import PAGES, build_window, page_specs
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.sections.page import SectionPage
from gongkai_desk.ui.settings import PreferencesStore
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture(params=i18n.LANGUAGES)
def window(
    request: pytest.FixtureRequest,
    dressed: QApplication,
    background: Background,
    prompts: ScriptedPrompts,
    sample_desk: Desk,
) -> Iterator[MainWindow]:
    i18n.use(request.param)
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
    yield made
    made.close()
    made.deleteLater()


def letters(menu: QMenu) -> Counter[str]:
    texts = (action.text().replace("&&", "") for action in menu.actions())
    return Counter(found[1].upper() for text in texts if (found := re.search(r"&(\w)", text)))


def _everywhere(window: MainWindow) -> Iterator[str]:
    """Every page, and every section of those that have some."""
    for name, *_rest in PAGES:
        page = window.show_page(name)
        yield name
        if isinstance(page, SectionPage):
            for spec in page.SECTIONS:
                page.show_section(spec.name)
                yield spec.name


def test_no_menu_uses_a_letter_twice(window: MainWindow) -> None:
    seen = 0
    for shown in _everywhere(window):
        for action in window.menuBar().actions():
            menu = action.menu()
            assert isinstance(menu, QMenu)
            used = letters(menu)
            seen += used.total()
            assert not {letter for letter, times in used.items() if times > 1}, (
                shown,
                action.text(),
            )
    assert seen > 20
