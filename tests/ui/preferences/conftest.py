"""The settings page on a real office file, in a window's place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import theme
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.page import PreferencesPage
from gongkai_desk.ui.settings import Preferences, PreferencesStore, Theme
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def operations(
    desk: Desk, bus: ChangeBus, prompts: ScriptedPrompts, background: Background
) -> Operations:
    return Operations(bus=bus, prompts=prompts, background=background, history=desk.history)


@pytest.fixture
def store(dressed: QApplication) -> Iterator[PreferencesStore]:
    """The preferences, dressing the application as the program does."""
    made = PreferencesStore()
    made.changed.connect(lambda preferences: theme.apply(dressed, preferences))
    yield made
    if made.value != Preferences():
        theme.apply(dressed, Preferences(theme=Theme.LIGHT))


@pytest.fixture
def page(
    desk: Desk,
    bus: ChangeBus,
    operations: Operations,
    prompts: ScriptedPrompts,
    store: PreferencesStore,
    qtbot: QtBot,
) -> PreferencesPage:
    made = PreferencesPage(desk=desk, bus=bus, operations=operations, prompts=prompts, store=store)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    made.show()
    return made
