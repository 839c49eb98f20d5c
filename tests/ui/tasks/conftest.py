"""The task page on a real office file, with one small plan in it or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.tasks.page import TasksPage
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

PLAN = """2026年云海区政务公开工作要点
一、抓好重点
（一）抓好公开。围绕重点公开信息，9月底前完成。（责任单位：区司法局、财政局）
（二）抓好解读。坚持三同步，年底前完成。（牵头单位：区政府办公室；责任单位：区政府各部门、单位）
（三）抓好Ａ类培训。每年至少组织1次集中学习培训。（责任单位：区教育局）
二、夯实基础
（一）抓好<img src=x>队伍。充实力量。（责任单位：各街道办事处）
"""

D = TypeVar("D", bound=QDialog)
Opened = Callable[[type[D]], D]


@pytest.fixture
def page(
    desk: Desk, bus: ChangeBus, prompts: ScriptedPrompts, background: Background, qtbot: QtBot
) -> TasksPage:
    """The page with live actions, as the window would show it, on an empty office file."""
    operations = Operations(bus=bus, prompts=prompts, background=background, history=desk.history)
    made = TasksPage(desk=desk, bus=bus, operations=operations, prompts=prompts)
    qtbot.addWidget(made)
    actions = Actions(made, made.commands())
    made.actions_ready(actions)
    made.state_changed.connect(actions.update)
    made.resize(1080, 640)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def filled(page: TasksPage, desk: Desk) -> TasksPage:
    """The page with the small plan."""
    page.operations.perform(lambda: desk.tasks.commit(desk.tasks.read_text(PLAN), DAY))
    return page


@pytest.fixture
def opened(page: TasksPage, qtbot: QtBot) -> Callable[[type[QDialog]], QDialog]:
    """Waits for the dialog of a kind and gives it."""

    def find(kind: type[QDialog]) -> QDialog:
        def there() -> bool:
            return any(each.isVisible() for each in page.findChildren(kind))

        qtbot.waitUntil(there)
        return [each for each in page.findChildren(kind) if each.isVisible()][-1]

    return find
