"""One section on an empty office file, with live actions, as its page would show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page
from tests.ui.scripted import ScriptedPrompts

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)
Shown = Callable[[type[P]], P]
Opened = Callable[[type[D]], D]


@pytest.fixture
def shown(
    desk: Desk, bus: ChangeBus, prompts: ScriptedPrompts, background: Background, qtbot: QtBot
) -> Callable[[type[Page]], Page]:
    """``shown(InstitutionSection)``: the section in a window of its own."""

    def show(kind: type[Page]) -> Page:
        operations = Operations(
            bus=bus, prompts=prompts, background=background, history=desk.history
        )
        made: Any = kind(desk=desk, bus=bus, operations=operations, prompts=prompts)
        qtbot.addWidget(made)
        actions = Actions(made, made.commands())
        made.actions_ready(actions)
        made.state_changed.connect(actions.update)
        made.resize(1080, 640)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        return made  # type: ignore[no-any-return]

    return show


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[type[QDialog]], QDialog]:
    """Waits for the dialog of a kind and gives it."""

    def find(kind: type[QDialog]) -> QDialog:
        def there() -> list[QDialog]:
            tops = QApplication.topLevelWidgets()
            return [each for each in tops if isinstance(each, kind) and each.isVisible()]

        qtbot.waitUntil(lambda: bool(there()))
        return there()[-1]

    return find
