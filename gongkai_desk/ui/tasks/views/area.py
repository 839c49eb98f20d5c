"""Where the tasks are shown: the list, or groups, or a board, one at a time.

The list is always there and knows which task is chosen; the other looks follow it and lead it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.task_groups import Grouping, grouped
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Actions
from gongkai_desk.ui.tasks.board import Row
from gongkai_desk.ui.tasks.table import TaskTable
from gongkai_desk.ui.tasks.views.cards import BoardColumn, CardBoard
from gongkai_desk.ui.tasks.views.looks import Look, group_title, remember, remembered
from gongkai_desk.ui.tasks.views.tree import GroupTree
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.segments import Segments


class TaskViews(QWidget):
    """`switch` chooses the look. `opened` when the officer wants to see or correct the chosen
    task; `changed` when another look is shown.
    """

    opened = Signal()
    changed = Signal()

    def __init__(self, table: TaskTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task-views")
        self.table = table
        self._rows: tuple[Row, ...] = ()
        self._menu: QMenu | None = None
        self.switch: Segments[Look] = Segments(
            "task-look", tuple(Look), lambda look: look.label, self
        )
        self.tree, self.board = GroupTree(self), CardBoard(self)
        self.none = PlainLabel("", self, look="muted", wrap=True)
        self.none.setObjectName("no-cards")
        page = QWidget(self)
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.none)
        below.addWidget(self.board, 1)
        self._stack = QStackedLayout(self)
        for widget in (self.table, self.tree, page):
            self._stack.addWidget(widget)
        for view in (self.tree, self.board):
            view.picked.connect(lambda task_id: self.table.select([task_id]))
            view.opened.connect(self._open)
            view.menu_wanted.connect(self._popup)
        self.table.chosen.connect(self._follow)
        self.switch.set_value(remembered())
        self.switch.chosen.connect(lambda: self.show_as(self.switch.value()))
        self._turn()

    @property
    def look(self) -> Look:
        return self.switch.value()

    @property
    def unit(self) -> str:
        """The unit whose group one stands in, "" in other looks."""
        return self.tree.group_key if self.look is Look.UNIT else ""

    def set_menu(self, actions: Actions) -> None:
        """The context menu, from the page's own actions."""
        self._menu = QMenu(self)
        self._menu.setObjectName("task-groups-menu")
        actions.fill(self._menu)

    def show_as(self, look: Look) -> None:
        """Show the tasks in another look, from now on."""
        self.switch.set_value(look)
        remember(look)
        self._turn()
        self.changed.emit()
        if look.is_board:
            self.board.take_focus()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The rows that the list shows, too."""
        self._rows = tuple(rows)
        self._fill()

    def _turn(self) -> None:
        place = 2 if self.look.is_board else 1
        self._stack.setCurrentIndex(0 if self.look is Look.LIST else place)
        self._fill()

    def _fill(self) -> None:
        grouping = self.look.grouping
        if grouping is None:
            return
        rows = {row.id: row for row in self._rows}
        plans = {row.plan.id: row.plan for row in self._rows}
        tasks: list[Task] = [row.task for row in self._rows]
        years = {plan.id: plan.year for plan in plans.values()}
        groups = [(group_title(g, grouping, plans), g) for g in grouped(tasks, grouping, years)]
        current = self.table.current()
        chosen = current.id if current else ""
        if not self.look.is_board:
            self.tree.show_groups(groups, rows, chosen)
            return
        now = {str(today().month)} if today().year in years.values() else set()
        columns = [
            BoardColumn(
                title=title,
                group=group,
                now=grouping is Grouping.MONTH and group.key in now,
                narrow=grouping is Grouping.MONTH,
                month=_month(group.key) if grouping is Grouping.MONTH else 0,
            )
            for title, group in groups
        ]
        self.none.setText("" if rows else _nothing())
        self.none.setVisible(not rows)
        self.board.show_columns(columns, rows, chosen)

    def _follow(self, row: object) -> None:
        if isinstance(row, Row) and self.look is not Look.LIST:
            (self.board if self.look.is_board else self.tree).show_current(row.id)

    def _open(self, task_id: str) -> None:
        """From a board to the list, where all of the task is seen; elsewhere as in the list."""
        self.table.select([task_id])
        if self.look.is_board:
            self.show_as(Look.LIST)
            self.table.setFocus()
        else:
            self.opened.emit()

    def _popup(self, spot: QPoint) -> None:
        if self._menu is not None:
            self._menu.popup(spot)


def _month(key: str) -> int:
    """1 to 12; 0 for what is due before, after, or at no time."""
    return int(key) if key.isdecimal() else 0


def _nothing() -> str:
    return _("No task meets these filters. Choose “All” and “All states”, or clear the search.")
