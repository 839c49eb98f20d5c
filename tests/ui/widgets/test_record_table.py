from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.actions import Command
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.record_table import RecordTable


@dataclass(frozen=True)
class Thing:
    id: str
    name: str


A, B, C = Thing("a", "甲"), Thing("b", "乙"), Thing("c", "丙")


def a_table(qtbot: QtBot) -> RecordTable[Thing]:
    columns = [
        Column[Thing](name="name", title="名称", text=lambda t: t.name),
        Column[Thing](
            name="id",
            title="编号",
            text=lambda t: t.id,
            chip=True,
            tone=lambda _: Tone.WARN,
            icon=lambda _: "warning",
        ),
    ]
    table = RecordTable("things", RecordTableModel(columns))
    qtbot.addWidget(table)
    table.resize(480, 320)
    with qtbot.waitExposed(table):
        table.show()
    return table


def test_the_selection_follows_its_record(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([A, B, C])
    table.select(["b"])
    table.set_rows([C, B, A])
    assert table.current() == B
    table.set_rows([A])
    assert table.current() is None


def test_enter_opens_and_ctrl_c_copies(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([A, B])
    table.select(["b"])
    with qtbot.waitSignal(table.activated_record) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [B]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "名称\t编号\n乙\tb"


def test_widths_and_order_are_remembered(qtbot: QtBot) -> None:
    first = a_table(qtbot)
    first.set_rows([A, B, C])
    first.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    first.setColumnWidth(0, 211)
    second = a_table(qtbot)
    second.set_rows([A, B, C])
    assert second.columnWidth(0) == 211
    assert list(second.records.rows) == [C, B, A]


def test_an_empty_table_says_what_to_do(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    done: list[str] = []
    table.set_empty("还没有记录", Command(name="add", text="新增…", run=lambda: done.append("add")))
    button = table.findChild(QPushButton, "empty-add-button")
    assert button is not None
    assert button.isVisible()
    button.click()
    assert done == ["add"]
    table.set_rows([A])
    assert not button.isVisible()
