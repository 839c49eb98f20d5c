"""The bar above the register: which cases are shown, with how many there are of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.case import Case, Group, Query, Status
from gongkai_desk.i18n import _, ngettext, number_text
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel


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


_ON_DEMAND = (View.DUE_THIS_WEEK, View.PROVISIONAL, View.UNREACHABLE)
"""Shown only while chosen, or while somebody cannot be reached: other pages lead to them."""


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
        View.UNREACHABLE: _("Applicant not reached"),
        View.PROVISIONAL: _("Due date provisional"),
        View.CLOSED: _("Closed"),
        View.ALL: _("All"),
    }[view]


class FilterBar(QWidget):
    """`changed` when another view, year or text was chosen.

    In the text Esc empties it, Down and Enter go on to the list (`left_down`).
    """

    changed = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register-filters")
        self._buttons: dict[View, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._years: tuple[int, ...] = ()
        self.year: ChoiceField[int | None] = ChoiceField((), _year_label, self)
        self.search = _SearchLine(self)
        self.told = PlainLabel("", self, look="muted")
        self.told.setObjectName("shown-count")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.setSpacing(8)
        layout.addLayout(self._chips())
        self._second = QHBoxLayout()
        self._second.setSpacing(8)
        for widget in (self.search, self.year, self.told):
            self._second.addWidget(widget)
        self._second.addStretch(1)
        layout.addLayout(self._second)
        self.search.textChanged.connect(lambda: self.changed.emit())
        self.search.left_down.connect(self.left_down)
        self._group.buttonToggled.connect(self._chosen)
        self._offer_years(())

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for view in View:
            button = QToolButton(self)
            button.setObjectName(f"view-{view.value}")
            button.setText(view_label(view))
            button.setCheckable(True)
            button.setChecked(view is View.OPEN)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setVisible(view not in _ON_DEMAND)
            self._group.addButton(button)
            self._buttons[view] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

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

    def choose(self, view: View) -> None:
        """Show a view of all years without a search text, as other pages ask for it."""
        self.blockSignals(True)
        self.search.clear()
        self.year.set_value(None)
        self._buttons[view].setChecked(True)
        self.blockSignals(False)
        self.changed.emit()

    def show_counts(self, cases: Sequence[Case], shown: int, as_of: dt.date) -> None:
        """Write behind each view how many of `cases` it holds."""
        for view, button in self._buttons.items():
            number = sum(view.takes(case, as_of) for case in cases)
            button.setText(f"{view_label(view)}  {number_text(number)}")
            if view is View.UNREACHABLE:
                button.setVisible(number > 0 or button.isChecked())
            button.setAccessibleName(
                _("{view}: {count}").format(view=view_label(view), count=number)
            )
        told = ngettext("{n} request shown", "{n} requests shown", shown)
        self.told.setText(told.format(n=number_text(shown)))

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
        self.setPlaceholderText(_("Number, applicant, information, office in charge …"))
        self.setAccessibleName(_("Search the register"))
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 22)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


def _year_label(year: int | None) -> str:
    return _("All years") if year is None else _("Year {year}").format(year=year)
