from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.actions import Actions, Command, shortcut_rows


def test_one_list_serves_menu_button_keys_and_table(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[str] = []
    allowed = [True]
    commands = (
        Command(
            name="add",
            text="新增(&N)…",
            run=lambda: done.append("add"),
            shortcut="Ctrl+N",
            enabled=lambda: allowed[0],
            icon="add",
            primary=True,
        ),
        None,
        Command(name="other", text="其他", run=lambda: done.append("other")),
    )
    actions = Actions(window, commands)
    menu = QMenu(window)
    actions.fill(menu)
    assert [action.text() for action in menu.actions()] == ["新增(&N)…", "", "其他"]
    (button,) = actions.buttons(window)
    assert button.text() == "新增…"
    with qtbot.waitExposed(window):
        window.show()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    button.click()
    assert done == ["add", "add"]
    allowed[0] = False
    actions.update()
    assert not button.isEnabled()
    assert shortcut_rows([("任务", commands)]) == [("任务", "新增", "Ctrl+N")]
