"""Every UI test runs in Chinese, with its own settings folder, the bundled font and a fixed day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gongkai_desk import i18n
from gongkai_desk.ui import theme, today
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.guards import ComposingGuard
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.settings import FOLDER_VARIABLE, Preferences, Theme
from tests.ui.scripted import NoHistory, ScriptedPrompts

DAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with fonts, the guard of composing and the light theme."""
    theme.install_fonts(qapp, bundled=True)
    theme.apply(qapp, Preferences(theme=Theme.LIGHT))
    ComposingGuard(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _surroundings(
    dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "config"))
    i18n.use("zh_CN")
    today.stop_at(DAY)
    yield
    today.stop_at(None)


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def bus(dressed: QApplication) -> ChangeBus:
    return ChangeBus()


@pytest.fixture
def background(dressed: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def operations(bus: ChangeBus, prompts: ScriptedPrompts, background: Background) -> Operations:
    return Operations(bus=bus, prompts=prompts, background=background, history=NoHistory())
