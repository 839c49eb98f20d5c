"""The bar above the register: which cases are shown, with how many there are of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.case import Case, Group, Query, Status
from gongkai_desk.i18n import _, ngettext, number_text, pgettext
from gongkai_desk.ui import icons
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip


class View(StrEnum):
    """The groups of the home page, and the two that only the register has."""

    OPEN = "open"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    DUE_THIS_WEEK = "due_this_week"
    WAITING = "waiting"
    UNCONFIRMED = "unconfirmed"
    UNREACHABLE = "unreachable"
    PROVISIONAL = "provisional"
    CLOSED = "closed"
    ALL = "all"

    @property
    def group(self) -> Group | None:
        return None if self in (View.CLOSED, View.ALL) else Group(self.value)

    @property
    def status(self) -> Status | None:
        return Status.CLOSED if self is View.CLOSED else None

    def takes(self, case: Case, as_of: dt.date) -> bool:
        return Query(group=self.group, status=self.status).takes(case, as_of)


_ON_DEMAND = (View.DUE_THIS_WEEK, View.PROVISIONAL)
"""Shown only while chosen: other pages lead to them."""
_WHEN_ANY = (View.UNREACHABLE,)
"""Shown while chosen, and while there is a case."""


def view_label(view: View) -> str:
    """Short enough for ten of them in a row."""
    return {
        View.OPEN: _("Open"),
        View.OVERDUE: _("Overdue"),
        View.DUE_TODAY: _("Due today"),
        View.DUE_SOON: _("Within 3 working days"),
        View.DUE_THIS_WEEK: _("Due this week"),
        View.WAITING: _("Waiting for others"),
        View.UNCONFIRMED: _("Receipt unconfirmed"),
        View.UNREACHABLE: pgettext("view", "Not reached"),
        View.PROVISIONAL: _("Due date provisional"),
        View.CLOSED: _("Closed"),
        View.ALL: _("All"),
    }[view]


_LONGEST_CHIP = 30


class FilterBar(QWidget):
    """`changed` when another view, year, text or column filter was chosen.

    In the text Esc empties it, Down and Enter go on to the list (`left_down`). `tools` is where
    the page puts its buttons.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register-filters")
        self._buttons: dict[View, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._years: tuple[int, ...] = ()
        self._column_filters: dict[str, str] = {}
        self.year: ChoiceField[int | None] = ChoiceField((), _year_label, self)
        self.search = _SearchLine(self)
        self.told = PlainLabel("", self, look="muted")
        self.told.setObjectName("shown-count")
        self.private = LightBadge(self, tone=Tone.WARN, icon="lock", word=_("Personal data hidden"))
        self.private.setObjectName("private-sign")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.setSpacing(8)
        layout.addLayout(self._chips())
        self._second = QHBoxLayout()
        self._second.setSpacing(8)
        self._second.addWidget(self.search, 1)
        self._second.addWidget(self.year)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self._second.addLayout(self.tools)
        layout.addLayout(self._second)
        layout.addLayout(self._third())
        self.search.textChanged.connect(lambda: self.changed.emit())
        self.search.left_down.connect(self.left_down)
        self._group.buttonToggled.connect(self._chosen)
        self._offer_years(())

    def _third(self) -> FlowLayout:
        """What the list is narrowed by, and that data is hidden."""
        self._narrowed = FlowLayout(spacing=8)
        self.unready = QPushButton(self)
        self.unready.setObjectName("show-unready-here")
        self.unready.setProperty("look", "link")
        self.unready.setAutoDefault(False)
        icons.set_icon(self.unready, "warning")
        self.unready.hide()
        self._narrowed.addWidget(self.unready)
        self._narrowed.addWidget(self.private)
        self._narrowed.addWidget(self.told)
        self._filter_chips: list[QToolButton] = []
        return self._narrowed

    def _chips(self) -> FlowLayout:
        row = FlowLayout(spacing=4)
        for view in View:
            button = QToolButton(self)
            button.setObjectName(f"view-{view.value}")
            button.setText(view_label(view))
            button.setCheckable(True)
            button.setChecked(view is View.OPEN)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setVisible(view not in _ON_DEMAND and view not in _WHEN_ANY)
            self._group.addButton(button)
            self._buttons[view] = button
            row.addWidget(button)
        return row

    @property
    def column_filters(self) -> Mapping[str, str]:
        """The filters as typed, by the names of their columns."""
        return self._column_filters

    def filter_column(self, name: str, typed: str) -> None:
        """Narrow by a column; an empty text takes the filter away."""
        before = dict(self._column_filters)
        self._column_filters.pop(name, None)
        if typed:
            self._column_filters[name] = typed
        if before != self._column_filters:
            self.changed.emit()

    def show_filters(self, told: Iterable[tuple[str, str]]) -> None:
        """Name each filter, by its column's name, on a button that takes it away."""
        for old in self._filter_chips:
            self._narrowed.removeWidget(old)
            old.hide()
            old.deleteLater()
        chips = [
            self._filter_chip(f"filter-{name}", words, partial(self.filter_column, name, ""))
            for name, words in told
        ]
        if len(chips) > 1:
            chips.append(self._filter_chip("filter-none", _("No filters"), self.clear_filters))
        self._filter_chips = chips
        self.told.setVisible(bool(chips))  # the count of a view stands behind its name

    def _filter_chip(self, name: str, words: str, run: Callable[[], object]) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(name)
        chip.setProperty("look", "chip")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.set_icon(chip, "close")
        chip.setText(_cut(words).replace("&", "&&"))
        chip.setToolTip(plain_tip(_("Take this filter away: {filter}").format(filter=words)))
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda: run())
        self._narrowed.addWidget(chip)
        chip.show()
        return chip

    def clear_filters(self) -> None:
        """Take all column filters away."""
        self._column_filters.clear()
        self.changed.emit()

    @property
    def view(self) -> View:
        return next(view for view, button in self._buttons.items() if button.isChecked())

    def query(self) -> Query:
        """What is shown, as the services ask for it."""
        return Query(
            year=self.year.value(),
            text=self.search.text(),
            group=self.view.group,
            status=self.view.status,
        )

    def choose(
        self,
        view: View,
        *,
        text: str = "",
        year: int | None = None,
        filters: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show a view, of all years without text and filters unless said otherwise."""
        self.blockSignals(True)
        self.search.setText(text)
        self.year.set_value(year)
        self._column_filters = dict(filters)
        self._buttons[view].setChecked(True)
        self.blockSignals(False)
        self.changed.emit()

    def show_counts(self, counts: Mapping[View, int], shown: int) -> None:
        """Write behind each view how many cases it holds."""
        for view, button in self._buttons.items():
            number = counts[view]
            if view in _WHEN_ANY:
                button.setVisible(bool(number) or button.isChecked())
            button.setText(f"{view_label(view)}  {number_text(number)}")
            button.setAccessibleName(
                _("{view}: {count}").format(view=view_label(view), count=number)
            )
        told = ngettext("{n} request shown", "{n} requests shown", shown)
        self.told.setText(told.format(n=number_text(shown)))

    def show_unready(self, count: int, year: int) -> None:
        """Say how many things would break the tables of the report of `year`; nothing for none."""
        words = ngettext(
            "{n} thing to mend before the report {year}",
            "{n} things to mend before the report {year}",
            count,
        )
        self.unready.setText(words.format(n=number_text(count), year=year))
        self.unready.setVisible(bool(count))

    def offer_years(self, years: Iterable[int]) -> None:
        """Let the officer choose among `years`; the choice made stays."""
        if tuple(years) != self._years:
            self._offer_years(tuple(years))

    def _offer_years(self, years: tuple[int, ...]) -> None:
        before, old = self.year.value(), self.year
        self._years = years
        self.year = ChoiceField((None, *years), _year_label, self)
        self.year.setObjectName("year")
        self.year.setAccessibleName(_("Year"))
        self.year.set_value(before)
        self.year.changed.connect(self.changed)
        self._second.replaceWidget(old, self.year)
        self.setTabOrder(self.search, self.year)
        old.hide()
        old.deleteLater()

    def _chosen(self, button: QToolButton, on: bool) -> None:
        view = next(view for view, each in self._buttons.items() if each is button)
        if view in _ON_DEMAND:
            button.setVisible(on)
        if on:
            self.changed.emit()


class _SearchLine(QLineEdit):
    left_down = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(_("Anything in the case; names by pinyin, too …"))
        self.setAccessibleName(_("Search the register"))
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 16)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("字") * 40)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_CHIP else words[: _LONGEST_CHIP - 1] + "…"


def _year_label(year: int | None) -> str:
    return _("All years") if year is None else _("Year {year}").format(year=year)
