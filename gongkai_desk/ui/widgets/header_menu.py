"""The menu of a table's header: sorting, narrowing, hiding and freezing the column under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.column_chooser import MOST_FROZEN, Arrangement

if TYPE_CHECKING:
    from gongkai_desk.ui.widgets.record_table import RecordTable


def header_menu(table: RecordTable[Any], header: QHeaderView, spot: QPoint) -> QMenu:
    """For the column at `spot` of one of the table's headers."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName("header-menu")
    number = header.logicalIndexAt(spot)
    if number >= 0:
        _of_column(menu, table, number)
        menu.addSeparator()
    _add(menu, "choose-columns", _("Choose columns…"), "list", table.columns_wanted.emit)
    return menu


def _of_column(menu: QMenu, table: RecordTable[Any], number: int) -> None:
    column, keys = table.records.columns[number], table.records.sort_keys
    name = column.name
    _add(menu, "sort-up", _("Sort upwards"), "up", lambda: table.sort_by([(name, False)]))
    _add(menu, "sort-down", _("Sort downwards"), "down", lambda: table.sort_by([(name, True)]))
    if keys and name not in dict(keys):
        within = _("Sort within that by this column")
        _add(menu, "sort-within", within, "", lambda: table.sort_by([*keys, (name, False)]))
    if keys:
        _add(menu, "sort-none", _("No sorting"), "", lambda: table.sort_by([]))
    if column.filter is not None:
        menu.addSeparator()
        text = _("Filter by “{column}”…").format(column=column.title)
        _add(menu, "filter-column", text, "filter", lambda: table.filter_wanted.emit(name))
    menu.addSeparator()
    now = table.arrangement
    if len(now.columns) > 1:
        rest = tuple(one for one in now.columns if one != name)
        hide = Arrangement(columns=rest, frozen=now.frozen)
        _add(menu, "hide-column", _("Hide this column"), "", lambda: table.arrange(hide))
    place = now.columns.index(name) + 1 if name in now.columns else 0
    if 0 < place <= MOST_FROZEN and place != now.frozen:
        freeze = _("Keep in sight up to here")
        _add(menu, "freeze-here", freeze, "lock", lambda: table.freeze(place))
    if now.frozen:
        _add(menu, "freeze-none", _("Let all columns scroll"), "", lambda: table.freeze(0))


def _add(menu: QMenu, name: str, text: str, icon: str, run: Callable[[], object]) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    action.setObjectName(name)
    if icon:
        icons.set_icon(action, icon)
    action.triggered.connect(lambda: run())
