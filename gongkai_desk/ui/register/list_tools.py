"""The dialogs on the register's list: which cases by their columns, which columns, which view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gongkai_desk.domain.case import Case, Query
from gongkai_desk.domain.register_settings import SavedView
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.models.column_filter import ChoiceFilter
from gongkai_desk.ui.register.column_filter_dialog import ColumnFilterDialog, filter_words
from gongkai_desk.ui.register.filters import FilterBar, View
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.column_chooser import ColumnChooser
from gongkai_desk.ui.widgets.record_table import RecordTable


class ListTools(QObject):
    """Works on the filter bar and the table of one register page."""

    def __init__(
        self, desk: Desk, filters: FilterBar, table: RecordTable[Case], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._filters, self._table, self._parent = desk, filters, table, parent
        table.filter_wanted.connect(self.filter_by)
        table.columns_wanted.connect(self.choose_columns)

    def takes(self) -> Iterator[Callable[[Case], bool]]:
        """The conditions on columns that are set."""
        for name, typed in self._filters.column_filters.items():
            column = self._table.records.column(name)
            if column is not None and column.filter is not None:
                yield column.filter.takes(typed)

    def told(self, cases: Sequence[Case]) -> Iterator[tuple[str, str]]:
        """The names of the filtered columns, and the filters in words."""
        for name, typed in self._filters.column_filters.items():
            column = self._table.records.column(name)
            if column is not None:
                words = filter_words(column, typed, cases)
                yield name, _("{column}: {words}").format(column=column.title, words=words)

    def query(self) -> Query:
        """What is shown, as the services ask for it; filtered columns by the ids they leave."""
        query = self._filters.query()
        if not self._filters.column_filters:
            return query
        return replace(query, ids=frozenset(one.request.id for one in self._table.records.rows))

    def offer_filters(self) -> None:
        """The columns that can be filtered as a menu below the button."""
        menu = QMenu(self._parent)
        menu.setObjectName("filter-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self._table.records.columns:
            if column.filter is not None:
                action = menu.addAction(column.title.replace("&", "&&"))
                action.setObjectName(f"filter-by-{column.name}")
                action.setCheckable(True)
                action.setChecked(column.name in self._filters.column_filters)
                action.triggered.connect(partial(self.filter_by, column.name))
        found = self._filters.findChild(QPushButton, "filter-list-button")
        button: QWidget = found if isinstance(found, QPushButton) else self._filters
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def filter_by(self, name: str, *_checked: object) -> None:
        """Ask how to narrow the list by a column; its values are those of the whole register."""
        column = self._table.records.column(name)
        if column is None or column.filter is None:
            return
        typed = self._filters.column_filters.get(name, "")
        every: Sequence[Case] = ()
        if isinstance(column.filter, ChoiceFilter):
            every = self._desk.register.rows(Query(), today())
        dialog = ColumnFilterDialog(column, typed, every, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._filters.filter_column(name, dialog.value))
        dialog.open()

    def choose_columns(self) -> None:
        """Ask which columns to show, in which order, and how many stay in sight."""
        table = self._table
        titles = {column.name: column.title for column in table.records.columns}
        dialog = ColumnChooser(list(titles.items()), table.arrangement, table.usual, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: table.arrange(dialog.arrangement))
        dialog.open()

    def present_view(self) -> SavedView:
        """How the register is looked at now; id and name are empty."""
        query = self._filters.query()
        return SavedView(
            id="",
            name="",
            view=self._filters.view.value,
            text=query.text,
            year=query.year,
            filters=dict(self._filters.column_filters),
            sort=self._table.sort_names(),
            columns=self._table.arrangement.columns,
        )

    def show_view(self, saved: SavedView) -> None:
        """Look at the register as `saved` says."""
        self._table.arrange(replace(self._table.arrangement, columns=saved.columns))
        self._table.sort_by_names(saved.sort)
        view = View(saved.view) if saved.view in list(View) else View.ALL
        self._filters.choose(view, text=saved.text, year=saved.year, filters=saved.filters)
