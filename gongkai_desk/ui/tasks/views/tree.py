"""The tasks under the headings of their groups: by section, by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from gongkai_desk.domain.plan import Light, TaskStatus
from gongkai_desk.domain.task_groups import Group
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.models.records import CHIP_ICON_ROLE, TONE_ROLE
from gongkai_desk.ui.tasks.board import LIGHTS, Row
from gongkai_desk.ui.tasks.table import fitting
from gongkai_desk.ui.tasks.wording import deadline_text, joined
from gongkai_desk.ui.widgets.badge import ChipDelegate
from gongkai_desk.ui.widgets.plain import plain_tip

_ID = int(Qt.ItemDataRole.UserRole) + 10
_GROUP = _ID + 1
_LIGHT_COLUMN = 3


class GroupTree(QTreeWidget):
    """`picked` carries the id of the task the officer went to, `opened` of the one chosen by Enter
    or a double click. Groups the officer closed stay closed.
    """

    picked = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task-groups")
        self.setAccessibleName(_("Tasks in groups"))
        self._closed: set[str] = set()
        self._chips = ChipDelegate(self)
        self.setHeaderLabels([_("Task"), _("Units"), _("Time limit"), _("Light"), _("Progress")])
        self.setItemDelegateForColumn(_LIGHT_COLUMN, self._chips)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().horizontalAdvance("字")
        lights = fitting(map(label, Light)) + 4
        progress = fitting((_("Progress"), *map(label, TaskStatus))) + 2
        for column, width in enumerate((12, 8, lights, progress), 1):
            self.setColumnWidth(column, width * unit)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.currentItemChanged.connect(lambda now, _before: self._picked(now))
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))
        self.itemCollapsed.connect(lambda item: self._closed.add(item.data(0, _GROUP)))
        self.itemExpanded.connect(lambda item: self._closed.discard(item.data(0, _GROUP)))

    def show_groups(
        self, groups: Sequence[tuple[str, Group]], rows: Mapping[str, Row], chosen: str
    ) -> None:
        """Groups with their titles; `chosen` is the id of the task to stand on."""
        blocked = QSignalBlocker(self)
        before = self._place()
        self.clear()
        for title, group in groups:
            inside = [rows[task.id] for task in group.tasks]
            top = QTreeWidgetItem([f"{title}　　{standing(inside)}"])
            key = f"{group.plan_id}/{group.key}"
            top.setData(0, _GROUP, key)
            font = self.font()
            font.setBold(True)
            top.setFont(0, font)
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for row in inside:
                top.addChild(_item(row))
            top.setExpanded(key not in self._closed)
        self._stand_on(before if before[1] == chosen else ("", chosen))
        blocked.unblock()

    def show_current(self, task_id: str) -> None:
        """Stand on a task, unless it is where the officer stands already."""
        if self._place()[1] != task_id:
            blocked = QSignalBlocker(self)
            self._stand_on(("", task_id))
            blocked.unblock()

    @property
    def group_key(self) -> str:
        """The key of the group one stands in, "" when in none."""
        item: QTreeWidgetItem | None = self.currentItem()
        if item is None:
            return ""
        top = item.parent() if _is_task(item) else item
        return str(top.data(0, _GROUP)).partition("/")[2]

    def _place(self) -> tuple[str, str]:
        """The group and the task one stands on."""
        item = self.currentItem()
        if not _is_task(item):
            return "", ""
        return str(item.parent().data(0, _GROUP)), str(item.data(0, _ID))

    def _stand_on(self, place: tuple[str, str]) -> None:
        group, task_id = place
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            if top is None or group not in ("", top.data(0, _GROUP)):
                continue
            for at in range(top.childCount()):
                if top.child(at).data(0, _ID) == task_id:
                    self.setCurrentItem(top.child(at))
                    self.scrollToItem(top.child(at))
                    return

    def _picked(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.parent() is not None:
            self.picked.emit(str(item.data(0, _ID)))

    def _open(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            self.opened.emit(str(item.data(0, _ID)))

    def _menu(self, spot: QPoint) -> None:
        item = self.itemAt(spot)
        if _is_task(item):
            self.menu_wanted.emit(self.viewport().mapToGlobal(spot))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            if item.parent() is None:
                item.setExpanded(not item.isExpanded())
            else:
                self._open(item)
            return
        super().keyPressEvent(event)


def _is_task(item: QTreeWidgetItem | None) -> bool:
    """A group has nothing above it."""
    return item is not None and bool(item.data(0, _ID))


def standing(rows: Sequence[Row]) -> str:
    """How many tasks a group has, how many are done and how many late."""
    count = ngettext("{n} task", "{n} tasks", len(rows)).format(n=len(rows))
    done = sum(row.light is Light.DONE for row in rows)
    late = sum(row.light is Light.LATE for row in rows)
    parts = [count]
    if done:
        parts.append(pgettext("task view", "{n} done").format(n=done))
    if late:
        parts.append(pgettext("task view", "{n} late").format(n=late))
    return " · ".join(parts)


def _item(row: Row) -> QTreeWidgetItem:
    task = row.task
    units = joined(task.units, open_end=task.units_open)
    item = QTreeWidgetItem(
        [
            f"{task.number}　{task.title}",
            units,
            deadline_text(task),
            label(row.light),
            label(task.status),
        ]
    )
    tone, icon = LIGHTS[row.light]
    item.setData(0, _ID, task.id)
    item.setData(_LIGHT_COLUMN, TONE_ROLE, tone.value)
    item.setData(_LIGHT_COLUMN, CHIP_ICON_ROLE, icon)
    item.setToolTip(0, plain_tip(task.title))
    item.setToolTip(1, plain_tip("\n".join(task.units)))
    return item
