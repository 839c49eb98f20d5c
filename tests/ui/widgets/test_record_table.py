from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.actions import Command
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.column_chooser import Arrangement, ColumnChooser
from gongkai_desk.ui.widgets.frozen import FrozenColumns
from gongkai_desk.ui.widgets.header_menu import header_menu
from gongkai_desk.ui.widgets.plain import PlainLabel
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


def click_header(table: RecordTable[Thing], number: int, *, shift: bool = False) -> None:
    header = table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(number) + 12, header.height() // 2)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, held, spot)


def test_shift_click_sorts_within_what_is_sorted(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([Thing("a", "乙"), Thing("c", "甲"), Thing("b", "甲")])
    click_header(table, 0)
    click_header(table, 1, shift=True)
    assert table.sort_names() == ("name", "id")
    click_header(table, 1, shift=True)
    assert table.sort_names() == ("name", "-id")
    assert table.horizontalHeader().sortIndicatorSection() == 0
    click_header(table, 1)
    assert table.sort_names() == ("id",)
    assert [row.id for row in table.records.rows] == ["a", "b", "c"]


def test_a_third_click_lets_the_rows_be(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([C, A, B])
    for wanted in (("id",), ("-id",), ()):
        click_header(table, 1)
        assert table.sort_names() == wanted
    table.set_rows([C, A, B])
    assert list(table.records.rows) == [C, A, B]


def test_columns_sorting_and_freezing_are_remembered(qtbot: QtBot) -> None:
    first = a_table(qtbot)
    first.arrange(Arrangement(columns=("id", "name", "gone"), frozen=1))
    first.sort_by([("name", True), ("id", False)])
    second = a_table(qtbot)
    assert second.arrangement == Arrangement(columns=("id", "name"), frozen=1)
    assert second.sort_names() == ("-name", "id")
    second.arrange(Arrangement(columns=("id",)))
    assert a_table(qtbot).arrangement == Arrangement(columns=("id",))
    assert second.usual.columns == ("name", "id")
    assert second.columnWidth(0) == 0  # hidden
    second.arrange(second.usual)
    assert second.columnWidth(0) == first.columnWidth(0) > 40


def test_frozen_columns_stay_and_follow(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([A, B, C])
    assert not table.findChildren(FrozenColumns)
    table.freeze(1)
    frozen = table.frozen
    assert frozen is not None
    assert frozen.isVisible()
    assert not frozen.isColumnHidden(0)
    assert frozen.isColumnHidden(1)
    table.setColumnWidth(0, 133)
    assert frozen.columnWidth(0) == 133
    frozen.setColumnWidth(0, 77)
    assert table.columnWidth(0) == 77
    QTest.mouseClick(
        frozen.viewport(),
        Qt.MouseButton.LeftButton,
        pos=frozen.visualRect(table.records.index(1, 0)).center(),
    )
    assert table.current() == B
    header = frozen.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert table.sort_names() == ("name",)
    table.freeze(0)
    assert frozen.isHidden()


def test_sorting_leaves_the_widths_be(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([A, B, C])
    table.setColumnWidth(0, 133)
    table.setColumnWidth(1, 177)
    for frozen in (1, 0):
        table.freeze(frozen)
        table.sort_by([("id", True)])
        table.sort_by([])
        assert (table.columnWidth(0), table.columnWidth(1)) == (133, 177)


def test_an_empty_table_says_so_in_the_room_it_has(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_empty("这里还没有任何东西。", Command(name="new", text="新增…", run=lambda: None))
    empty = table.findChild(QWidget, "empty")
    assert isinstance(empty, QWidget)
    (button,) = empty.findChildren(QPushButton)
    picture, words = empty.findChildren(PlainLabel)
    header = table.horizontalHeader().height()
    for high, pictured, offered in ((300, True, True), (60, False, True), (24, False, False)):
        table.resize(480, header + high)
        QTest.qWait(0)
        assert (picture.isVisible(), button.isVisible()) == (pictured, offered)
        for shown in (one for one in (picture, words, button) if one.isVisible()):
            assert empty.rect().contains(shown.geometry())
    table.resize(120, header + 200)
    QTest.qWait(0)
    assert words.width() <= table.viewport().width()


def test_the_menu_of_a_header(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.set_rows([A, B, C])

    def choose(name: str, number: int) -> None:
        header = table.horizontalHeader()
        spot = QPoint(header.sectionViewportPosition(number) + 12, 8)
        menu = header_menu(table, header, spot)
        action = menu.findChild(QAction, name)
        assert action is not None
        action.trigger()

    choose("sort-down", 1)
    choose("sort-within", 0)
    assert table.sort_names() == ("-id", "name")
    choose("sort-none", 0)
    assert table.sort_names() == ()
    choose("freeze-here", 0)
    assert table.arrangement.frozen == 1
    choose("freeze-none", 0)
    with qtbot.waitSignal(table.columns_wanted):
        choose("choose-columns", 0)
    choose("hide-column", 0)
    assert table.arrangement.columns == ("id",)


def test_the_columns_are_chosen_and_ordered(qtbot: QtBot) -> None:
    now, usual = Arrangement(columns=("id",), frozen=1), Arrangement(columns=("name", "id"))
    dialog = ColumnChooser([("name", "名称"), ("id", "编号"), ("more", "其他")], now, usual)
    qtbot.addWidget(dialog)
    assert dialog.arrangement == now
    dialog.check("more", True)
    dialog.list.setCurrentRow(2)
    for name in ("column-up", "column-up", "column-up"):
        button = dialog.findChild(QPushButton, name)
        assert button is not None
        button.click()
    dialog.frozen.set_value(2)
    assert dialog.arrangement == Arrangement(columns=("more", "id"), frozen=2)
    usual_button = dialog.findChild(QPushButton, "column-usual")
    assert usual_button is not None
    usual_button.click()
    assert dialog.arrangement == usual
    for name in ("name", "id"):
        dialog.check(name, False)
    assert dialog.arrangement.columns == ("name",)
