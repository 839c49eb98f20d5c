"""The tasks by section, unit, month and progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.plan import Light, TaskStatus
from gongkai_desk.domain.task_groups import Group
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.tasks.board import Row
from gongkai_desk.ui.tasks.dialogs import TaskDialog
from gongkai_desk.ui.tasks.page import TasksPage
from gongkai_desk.ui.tasks.views.area import TaskViews
from gongkai_desk.ui.tasks.views.card import lines_of
from gongkai_desk.ui.tasks.views.cards import BoardColumn, CardBoard
from gongkai_desk.ui.tasks.views.looks import Look, remember
from tests.builders import a_plan, a_task
from tests.ui.conftest import DAY

KEY = Qt.Key
Opened = Callable[[type[Any]], Any]


@pytest.fixture(autouse=True)
def _as_list() -> None:
    remember(Look.LIST)


@pytest.fixture
def views(filled: TasksPage) -> TaskViews:
    """All four tasks of the small plan."""
    filled.show_all()
    return filled.views


def tops(views: TaskViews) -> list[QTreeWidgetItem]:
    found = map(views.tree.topLevelItem, range(views.tree.topLevelItemCount()))
    return [top for top in found if top is not None]


def columns(views: TaskViews) -> dict[str, list[str]]:
    """The titles of the columns that have cards, and the titles of their tasks."""
    return {
        cards.accessibleName(): [
            cards.item(at).data(Qt.ItemDataRole.AccessibleTextRole).split("，")[1]
            for at in range(cards.count())
        ]
        for cards in views.board.lists
        if cards.count()
    }


def test_by_section(views: TaskViews) -> None:
    views.show_as(Look.SECTION)
    assert [top.text(0) for top in tops(views)] == [
        "一、抓好重点　　3 项任务 · 逾期1",
        "二、夯实基础　　1 项任务",
    ]
    assert [top.childCount() for top in tops(views)] == [3, 1]


def test_by_unit_and_its_sheet(views: TaskViews, filled: TasksPage) -> None:
    views.show_as(Look.UNIT)
    names = [top.text(0).partition("　")[0] for top in tops(views)]
    assert names == [
        "区司法局", "区财政局", "区政府办公室", "区政府各部门、单位", "区教育局", "各街道办事处"
    ]  # fmt: skip
    views.tree.setCurrentItem(tops(views)[1].child(0))
    assert views.unit == "区财政局"
    assert filled.task is not None
    assert filled.task.title == "抓好公开"


def test_the_detail_follows_and_enter_opens(
    views: TaskViews, filled: TasksPage, opened: Opened, qtbot: QtBot
) -> None:
    views.show_as(Look.SECTION)
    views.tree.setCurrentItem(tops(views)[1].child(0))
    assert "队伍" in filled.detail.title.text()
    QTest.keyClick(views.tree, KEY.Key_Return)
    opened(TaskDialog).reject()
    views.tree.setCurrentItem(tops(views)[0])
    QTest.keyClick(views.tree, KEY.Key_Return)
    assert not tops(views)[0].isExpanded()


def test_the_months(views: TaskViews, filled: TasksPage) -> None:
    views.show_as(Look.MONTH)
    assert columns(views) == {
        "9月": ["抓好公开"],
        "12月": ["抓好解读"],
        "无时限": ["抓好Ａ类培训", "抓好<img src=x>队伍"],
    }
    heads = [label.text() for label in views.board.findChildren(QLabel) if label.text()]
    assert {"1月", "9月 · 1", "逾期1", "本月"} <= set(heads)
    assert not filled.detail.isVisible()


@pytest.mark.parametrize(
    ("width", "lines"), [(2400, [14]), (1060, [7, 7]), (560, [4, 3, 3, 4]), (300, [4, 3, 3, 4])]
)
def test_a_full_year_fits_beside_and_below(qtbot: QtBot, width: int, lines: list[int]) -> None:
    """Only where not even three months fit is there a way sideways."""
    plan = a_plan()
    months = [str(n) for n in range(1, 13)]
    tasks = {key: a_task(plan, title=f"任务{key}") for key in ("before", *months, "undated")}
    board = CardBoard()
    qtbot.addWidget(board)
    board.resize(width, 520)
    board.show()
    board.show_columns(
        [
            BoardColumn(
                title=f"{key}月" if key in months else key[:2],
                group=Group(key=key, tasks=(task,)),
                month=int(key) if key in months else 0,
            )
            for key, task in tasks.items()
        ],
        {task.id: Row(task, plan, Light.UNDATED, None, 0) for task in tasks.values()},
        "",
    )
    QApplication.processEvents()
    heights = [cards.mapTo(board, QPoint(0, 0)).y() for cards in board.lists]
    assert [heights.count(each) for each in sorted(set(heights))] == lines
    assert (board.horizontalScrollBar().maximum() == 0) == (width > 300)
    assert [cards.accessibleName() for cards in board.lists][1:13] == [f"{n}月" for n in months]
    board.resize(2400, 520)
    QApplication.processEvents()
    assert board.lines == 1
    assert len({cards.mapTo(board, QPoint(0, 0)).y() for cards in board.lists}) == 1
    board.show_current(tasks["12"].id)
    assert board.lists[12].currentRow() == 0


def test_the_board_is_walked_with_keys(views: TaskViews, filled: TasksPage, qtbot: QtBot) -> None:
    views.show_as(Look.MONTH)
    first = next(cards for cards in views.board.lists if cards.count())
    first.setFocus()
    first.setCurrentRow(0)
    for key, title in (
        (KEY.Key_Right, "抓好解读"),
        (KEY.Key_Right, "抓好Ａ类培训"),
        (KEY.Key_Down, "抓好<img src=x>队伍"),
        (KEY.Key_Right, "抓好<img src=x>队伍"),
        (KEY.Key_Left, "抓好解读"),
    ):
        here = next(cards for cards in views.board.lists if cards.currentRow() >= 0)
        QTest.keyClick(here, key)
        assert filled.task is not None
        assert filled.task.title == title
        assert sum(cards.currentRow() >= 0 for cards in views.board.lists) == 1
    here = next(cards for cards in views.board.lists if cards.currentRow() >= 0)
    QTest.keyClick(here, KEY.Key_Return)
    assert views.look is Look.LIST
    assert filled.detail.isVisible()
    assert filled.task is not None
    assert filled.task.title == "抓好解读"


def test_by_progress_follows_a_change(views: TaskViews, filled: TasksPage, desk: Desk) -> None:
    views.show_as(Look.STATUS)
    task = filled.task
    assert task is not None
    filled.operations.perform(lambda: desk.tasks.set_status(task.id, TaskStatus.DONE, DAY))
    found = columns(views)
    assert found["已完成"] == [task.title]
    assert len(found["未开始"]) == 3
    assert [cards.accessibleName() for cards in views.board.lists] == [
        "未开始", "进行中", "已完成", "结转下年"
    ]  # fmt: skip


def test_filters_hold_in_every_look(views: TaskViews, filled: TasksPage) -> None:
    views.show_as(Look.MONTH)
    filled.filters.search.setText("解读")
    assert columns(views) == {"12月": ["抓好解读"]}
    filled.filters.search.setText("没有这样的任务")
    assert columns(views) == {}
    assert views.none.text().startswith("没有符合条件的任务")


def test_the_look_is_remembered(views: TaskViews, filled: TasksPage) -> None:
    action = filled.findChild(QAction, "look-unit")
    assert isinstance(action, QAction)
    action.trigger()
    assert views.look is Look.UNIT
    assert TaskViews(filled.table).look is Look.UNIT


def test_titles_in_three_lines(filled: TasksPage) -> None:
    metrics = filled.fontMetrics()
    room = metrics.horizontalAdvance("字字字字")
    assert lines_of("一二三四五", metrics, room) == ["一二三四", "五"]
    long = lines_of("字" * 40, metrics, room)
    assert len(long) == 3
    assert long[-1].endswith("…")
