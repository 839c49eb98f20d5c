"""The table of a round of checks: one row for each platform, typed from top to bottom.

Typing begins to edit, Enter goes to the row below, Tab to the next field; "=" means that nothing
newer came since the date known.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.platform import PlatformCheck, PlatformKind
from gongkai_desk.domain.platform_limits import (
    LimitRules,
    PlatformStanding,
    add_months,
    standing,
)
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.platform_words import limit_text
from gongkai_desk.services.platforms import RoundEntry
from gongkai_desk.ui import theme
from gongkai_desk.ui.activities.platforms.words import state_tone, state_word
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_text import parse_date
from gongkai_desk.ui.widgets.plain import plain_tip

NAME, LIMIT, KNOWN, UPDATE, WRONG, RESULT = range(6)
TYPED = (UPDATE, WRONG)
SAME = ("=", "＝", "同", "同上次")
_LEAST_ROWS, _AROUND = 5, 440
"""Rows that are always in sight, and the room of what stands around the table, in pixels."""
_MONTHS = 3
"""So many months back there is every day of a month."""
_YEAR = re.compile(r"\d{4}|[+]")


def recent_date(text: str, day: dt.date) -> dt.date | None:
    """What is typed for a day that is over: 19 is the last 19th, 12-28 typed in January that of
    last year. Else as `parse_date`, with its errors.
    """
    bare = unicodedata.normalize("NFKC", text).strip().removesuffix("日")
    if bare.isdecimal() and len(bare) <= 2:
        for back in range(_MONTHS):
            first = add_months(day.replace(day=1), -back)
            found = first + dt.timedelta(days=int(bare) - 1)
            if int(bare) and found.month == first.month and found <= day:
                return found
    found_day = parse_date(text, day)
    if found_day is not None and found_day > day and not _YEAR.search(text):
        return add_months(found_day, -12)
    return found_day


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """What is typed in a row: an entry, or what is wrong with it; neither when it is empty."""

    entry: RoundEntry | None = None
    problem: Problem | None = None


class RoundTable(QTableWidget):
    """`edited` when something was typed; `day` is the day of the round."""

    edited = Signal()

    def __init__(
        self,
        rows: Sequence[PlatformStanding],
        limits: LimitRules,
        day: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(len(rows), 6, parent)
        self.setObjectName("round-table")
        self.setAccessibleName(_("Round of checks"))
        self.platforms, self._limits, self.day = tuple(rows), limits, day
        titles = (
            pgettext("platform", "Name"),
            _("Update limit"),
            _("Known so far"),
            pgettext("platform", "Newest entry"),
            pgettext("platform", "What is wrong"),
            _("State"),
        )
        self.setHorizontalHeaderLabels(titles)
        self._dress()
        for number, row in enumerate(rows):
            self._fill(number, row)
        self.itemChanged.connect(self._changed)
        self.first()

    def _dress(self) -> None:
        view = QAbstractItemView
        self.setEditTriggers(
            view.EditTrigger.AnyKeyPressed
            | view.EditTrigger.DoubleClicked
            | view.EditTrigger.SelectedClicked
            | view.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(view.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        high = round(self.fontMetrics().height() * 1.8)
        self.verticalHeader().setDefaultSectionSize(high)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        unit = self.fontMetrics().horizontalAdvance("字")
        for column, width in ((NAME, 14), (LIMIT, 6), (KNOWN, 7), (UPDATE, 8), (RESULT, 8)):
            self.setColumnWidth(column, width * unit + 16)
        header.setSectionResizeMode(WRONG, QHeaderView.ResizeMode.Stretch)
        self.setMinimumWidth(62 * unit)
        room = self.screen().availableGeometry().height() - _AROUND
        rows = min(self.rowCount() + 2, max(_LEAST_ROWS, room // high))
        self.setMinimumHeight(high * max(rows, _LEAST_ROWS))
        self.setItemDelegate(_FieldDelegate(self))

    def _fill(self, number: int, row: PlatformStanding) -> None:
        column = row.platform.kind is PlatformKind.COLUMN and row.site
        texts = {
            NAME: f"　{row.platform.name}" if column else row.platform.name,
            LIMIT: limit_text(row.limit),
            KNOWN: iso(row.updated),
            UPDATE: "",
            WRONG: "",
            RESULT: "",
        }
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        colours = theme.colours()
        for place, text in texts.items():
            item = QTableWidgetItem(text)
            item.setFlags(usable | Qt.ItemFlag.ItemIsEditable if place in TYPED else usable)
            if place in (LIMIT, KNOWN):
                item.setForeground(QBrush(QColor(colours.muted)))
            item.setToolTip(plain_tip(text.strip()))
            self.setItem(number, place, item)

    # what is typed

    def text(self, number: int, column: int) -> str:
        item = self.item(number, column)
        return item.text().strip() if item else ""

    def put(self, number: int, column: int, text: str) -> None:
        """Type into a cell."""
        item = self.item(number, column)
        assert item is not None
        item.setText(text)

    def reading(self, number: int) -> RowReading:
        """What the row says."""
        row, text, wrong = (
            self.platforms[number],
            self.text(number, UPDATE),
            self.text(number, WRONG),
        )
        if not text and not wrong:
            return RowReading()
        values: dict[str, object] = {"name": row.platform.name, "text": text}
        try:
            update = row.updated if text in SAME else recent_date(text, self.day)
        except DomainError:
            return RowReading(problem=Problem("round-row-unreadable", values=values))
        if text in SAME and update is None:
            return RowReading(problem=Problem("round-row-unreadable", values=values))
        if update is not None and update > self.day:
            values |= {"update": update, "date": self.day}
            return RowReading(problem=Problem("round-row-update-after-check", values=values))
        entry = RoundEntry(platform_id=row.id, last_update=update, problems=wrong)
        return RowReading(entry=entry)

    def readings(self) -> list[RowReading]:
        return [self.reading(number) for number in range(self.rowCount())]

    def set_day(self, day: dt.date) -> None:
        """The round is of another day."""
        self.day = day
        for number in range(self.rowCount()):
            self._tell(number)

    def only(self, numbers: set[int]) -> None:
        """Show these rows, and those in which something is typed."""
        for number in range(self.rowCount()):
            typed = any(self.text(number, column) for column in TYPED)
            self.setRowHidden(number, number not in numbers and not typed)
        self.first()

    def first(self) -> None:
        """Go to the first row that is shown."""
        shown = (n for n in range(self.rowCount()) if not self.isRowHidden(n))
        number = next(shown, None)
        if number is not None:
            self.setCurrentCell(number, UPDATE)

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() in TYPED:
            self._tell(item.row())
            self.edited.emit()

    def _tell(self, number: int) -> None:
        """Show how the platform would stand after this check."""
        result, update = self.item(number, RESULT), self.item(number, UPDATE)
        assert result is not None
        assert update is not None
        reading, colours = self.reading(number), theme.colours()
        tone: Tone | None = None
        text = ""
        if reading.problem is not None:
            tone, text = Tone.BAD, _("no such date")
        elif reading.entry is not None:
            row = self.platforms[number]
            check = PlatformCheck(
                id=new_id(),
                platform_id=row.id,
                date=self.day,
                last_update=reading.entry.last_update,
                problems=reading.entry.problems,
            )
            after = standing(row.platform, [check], self._limits, self.day)
            tone, text = state_tone(after), state_word(after)
        self.blockSignals(True)  # telling is no typing
        result.setText(text)
        result.setForeground(QBrush(QColor(colours.ink(tone) if tone else colours.text)))
        self.blockSignals(False)
        self.viewport().update()

    # keys

    def _step(self, number: int, by: int) -> int | None:
        """The next row shown in that direction."""
        number += by
        while 0 <= number < self.rowCount():
            if not self.isRowHidden(number):
                return number
            number += by
        return None

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Tab goes through the fields only, row by row."""
        moves = QAbstractItemView.CursorAction
        row, column = self.currentRow(), self.currentColumn()
        if cursorAction is moves.MoveNext:
            if column < UPDATE:
                return self.model().index(row, UPDATE)
            if column == UPDATE:
                return self.model().index(row, WRONG)
            below = self._step(row, 1)
            return self.currentIndex() if below is None else self.model().index(below, UPDATE)
        if cursorAction is moves.MovePrevious:
            if column > UPDATE:
                return self.model().index(row, UPDATE)
            above = self._step(row, -1)
            return self.currentIndex() if above is None else self.model().index(above, WRONG)
        return super().moveCursor(cursorAction, modifiers)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter ends a field and goes to the row below."""
        hints = QAbstractItemDelegate.EndEditHint
        if hint is not hints.SubmitModelCache:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, hints.NoHint)
        self._go_below()

    def _go_below(self) -> None:
        below = self._step(self.currentRow(), 1)
        if below is not None:
            self.setCurrentCell(below, self.currentColumn())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # `closeEditor` answers it; the dialog must not save for it
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._go_below()
        elif key == Qt.Key.Key_Delete and self.currentColumn() in TYPED:
            self.put(self.currentRow(), self.currentColumn(), "")
        elif key == Qt.Key.Key_Tab and self._at_end(1):
            self.focusNextChild()
        elif key == Qt.Key.Key_Backtab and self._at_end(-1):
            self.focusPreviousChild()
        elif current.isValid():
            super().keyPressEvent(event)

    def _at_end(self, by: int) -> bool:
        """Whether there is no further field in that direction."""
        column = WRONG if by > 0 else UPDATE
        return self.currentColumn() == column and self._step(self.currentRow(), by) is None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentColumn() not in TYPED:
            self.first()


class _FieldDelegate(QStyledItemDelegate):
    """Draws the cells that are typed into as fields."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if index.column() not in TYPED:
            super().paint(painter, option, index)
            return
        inside: Any = QStyleOptionViewItem(option)  # the stubs lack its fields
        colours = theme.colours()
        chosen = bool(inside.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.border), 1 + chosen))
        painter.setBrush(QColor(colours.base))
        painter.drawRoundedRect(inside.rect.adjusted(3, 3, -3, -3), 4, 4)
        painter.setPen(QColor(colours.text))
        where = inside.rect.adjusted(12, 0, -8, 0)
        text = inside.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, where.width()
        )
        how = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(how), text)
        painter.restore()
