"""A table of an official form: merged headings, and numbers that are opened or set by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygon,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Override
from gongkai_desk.i18n import _
from gongkai_desk.services.count_reasons import override_words
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import plain_tip

HEAD, LABEL, LEFT, NUMBER, SUM = "head", "label", "left", "number", "sum"
PAD, NARROW = 5, 2
_KIND, _TONE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
_SET = int(Qt.ItemDataRole.UserRole) + 2
_WRAP = int(Qt.TextFlag.TextWordWrap)
_CORNER = 9
"""The side of the triangle in the corner of a number that was set by hand, in pixels."""


class FormTable(QTableWidget):
    """Cells as the form has them. `entered_cell` (a click, Enter) and `setting_asked` (F2, the
    context menu) carry (row, column) of this widget; the menu is there while `settable`.
    """

    entered_cell = Signal(object)
    setting_asked = Signal(object)
    opens = True  # whether a number looks like a link

    def __init__(self, rows: int, columns: int, parent: QWidget) -> None:
        super().__init__(rows, columns, parent)
        self.settable = False
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.setItemDelegate(_FormDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.cellClicked.connect(lambda row, column: self.entered_cell.emit((row, column)))

    def put(
        self,
        text: str,
        row: int,
        column: int,
        *,
        kind: str = HEAD,
        rows: int = 1,
        columns: int = 1,
    ) -> QTableWidgetItem:
        """Write one cell, merging as many as told; an item that is there is used again."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            number = kind in (NUMBER, SUM)
            usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(usable if number else Qt.ItemFlag.NoItemFlags)
            item.setData(_KIND, kind)
            self.setItem(row, column, item)
            if rows > 1 or columns > 1:
                self.setSpan(row, column, rows, columns)
                self._spans[row, column] = (rows, columns)
        item.setText(text)
        return item

    def put_number(
        self,
        number: int | str,
        row: int,
        column: int,
        *,
        title: str,
        summed: bool,
        columns: int = 1,
        severity: Severity | None = None,
        by_hand: Override | None = None,
    ) -> None:
        """Write a number, marked when something was found at it or when it was set by hand."""
        item = self.put(str(number), row, column, kind=SUM if summed else NUMBER, columns=columns)
        tones = {None: Tone.INFO if by_hand else "", Severity.ERROR: Tone.BAD}
        item.setData(_TONE, str(tones.get(severity, Tone.WARN)))
        item.setData(_SET, by_hand is not None)
        told = f"{title} {number}"
        if by_hand is not None:
            words = override_words(by_hand)
            told, title = f"{told}\n{words}", f"{title}\n{words}"
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), told)
        item.setToolTip(plain_tip(title))

    def is_open(self, row: int, column: int) -> bool:
        """Whether a number stands here with something behind it: 0 has it when it was set."""
        item = self.item(row, column)
        if item is None or item.data(_KIND) not in (NUMBER, SUM):
            return False
        return bool(item.text() not in ("", "0") or item.data(_SET))

    def fit(self, widths: list[int]) -> None:
        """Set the widths, then every row as high as its texts need."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        metrics = self.fontMetrics()
        for row in range(self.rowCount()):
            needed = round(metrics.height() * 1.5)
            for column in range(self.columnCount()):
                item = self.item(row, column)
                rows, columns = self._spans.get((row, column), (1, 1))
                if item is not None and rows == 1:
                    pad = NARROW if item.data(_KIND) == HEAD else PAD
                    wide = sum(widths[column : column + columns]) - 2 * pad - 1
                    box = metrics.boundingRect(QRect(0, 0, wide, 9999), _WRAP, item.text())
                    needed = max(needed, box.height() + 2 * PAD)
            self.setRowHeight(row, needed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit((self.currentRow(), self.currentColumn()))
        elif event.key() == Qt.Key.Key_F2 and self.settable:
            self.setting_asked.emit((self.currentRow(), self.currentColumn()))
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if not self.settable or item is None or item.data(_KIND) not in (NUMBER, SUM):
            return
        self.setCurrentItem(item)
        place, menu = (item.row(), item.column()), QMenu(self)
        behind = menu.addAction(_("&What is behind it"))
        behind.setEnabled(self.is_open(*place))
        behind.triggered.connect(lambda: self.entered_cell.emit(place))
        setting = menu.addAction(_("Set this n&umber…") + "\tF2")
        setting.triggered.connect(lambda: self.setting_asked.emit(place))
        menu.aboutToHide.connect(menu.deleteLater)
        spot = self.visualItemRect(item).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(spot))


class FittedForm(QWidget):
    """Holds tables of a form and shares its width among their columns whenever it changes."""

    def fit(self) -> None:
        """Set widths and heights anew."""
        raise NotImplementedError

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self.fit)  # the tables inside get their font after us


class _FormDelegate(QStyledItemDelegate):
    """Paints the cells: headings raised, numbers that can be opened like links."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inside: Any = option  # the stubs lack its fields
        colours, kind = theme.colours(), index.data(_KIND)
        tone = Tone(index.data(_TONE)) if index.data(_TONE) else None
        number = kind in (NUMBER, SUM)
        plain = colours.base if number else colours.raised
        painter.save()
        painter.fillRect(inside.rect, QColor(colours.soft(tone) if tone else plain))
        font = QFont(inside.font)
        font.setBold(kind in (HEAD, SUM))
        text = index.data() or ""
        view = self.parent()
        opens = number and (text != "0" or bool(index.data(_SET)))
        opens = opens and isinstance(view, FormTable) and view.opens
        font.setUnderline(opens)
        painter.setFont(font)
        ink = colours.accent if opens else colours.muted if number else colours.text
        painter.setPen(QColor(colours.ink(tone) if tone else ink))
        side = Qt.AlignmentFlag.AlignLeft if kind == LEFT else Qt.AlignmentFlag.AlignHCenter
        how = int(side | Qt.AlignmentFlag.AlignVCenter) | _WRAP
        pad = NARROW if kind == HEAD else PAD
        where = inside.rect.adjusted(pad, 0, -pad, 0)
        if kind == LABEL and isinstance(view, QTableWidget):
            where = where.intersected(view.viewport().rect())
        painter.drawText(where, how, text)
        if index.data(_SET):
            _paint_corner(painter, inside.rect, QColor(colours.ink(tone or Tone.INFO)))
        if number and inside.state & QStyle.StateFlag.State_Selected:
            focused = isinstance(view, QWidget) and view.hasFocus()
            painter.setPen(QPen(QColor(colours.accent if focused else colours.field_border), 2))
            painter.drawRect(inside.rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _paint_corner(painter: QPainter, cell: QRect, colour: QColor) -> None:
    """The mark of a number that was set by hand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corner = cell.topRight()
    aside, beneath = QPoint(_CORNER, 0), QPoint(0, _CORNER)
    painter.drawPolygon(QPolygon([corner - aside, corner, corner + beneath]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
