"""Small fields for forms. All have `changed`, `value()`, `set_value()`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.ui.widgets.drop_down import DropDown
from gongkai_desk.ui.widgets.plain import restyle

T = TypeVar("T")


class TextField(QLineEdit):
    """One line of text; blanks around it, and tabs from elsewhere, are no part of the value."""

    changed = Signal()

    def __init__(self, value: str = "", parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(value, parent)
        self.setPlaceholderText(hint)
        self.textChanged.connect(lambda: self.changed.emit())

    def value(self) -> str:
        return self.text().replace("\t", " ").strip()

    def set_value(self, value: str) -> None:
        self.setText(value)


class LongTextField(QPlainTextEdit):
    """Several lines of plain text, `lines` high; Tab leaves the field."""

    changed = Signal()

    def __init__(self, value: str = "", parent: QWidget | None = None, *, lines: int = 4) -> None:
        super().__init__(value, parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 20)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self.setPlainText(value)


class GrowingTextField(LongTextField):
    """As high as its text, at least `lines`: the page around it scrolls, not the field."""

    def __init__(self, value: str = "", parent: QWidget | None = None, *, lines: int = 4) -> None:
        super().__init__(value, parent, lines=lines)
        self._lines = lines
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)

    def _grow(self) -> None:
        high, block = 0.0, self.document().begin()
        while block.isValid():  # asked for its rectangle, a block is wrapped to the present width
            high += self.blockBoundingRect(block).height()
            block = block.next()
        least = self.fontMetrics().lineSpacing() * self._lines
        self.setFixedHeight(max(least, math.ceil(high)) + 24)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


class ChoiceField(DropDown, Generic[T]):
    """One of `values`, shown by `label`. `changed` is emitted when the choice changes.

    With `empty` (a text such as "please choose") nothing is chosen at first: value() is None.
    """

    changed = Signal()

    def __init__(
        self,
        values: Iterable[T],
        label: Callable[[T], str],
        parent: QWidget | None = None,
        *,
        empty: str = "",
    ) -> None:
        super().__init__(parent)
        self._label, self._empty = label, empty
        self._values: list[T | None] = []
        self.offer(values)
        self.setMaxVisibleItems(24)
        self.currentIndexChanged.connect(lambda: self.changed.emit())

    def offer(self, values: Iterable[T]) -> None:
        """Offer these in place of what was offered; the first is chosen."""
        self._values = [None] if self._empty else []
        self.clear()
        if self._empty:
            self.addItem(self._empty)
        for value in values:
            self._values.append(value)
            self.addItem(self._label(value))

    def value(self) -> T | None:
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_value(self, value: T | None) -> None:
        """Choose `value`; one that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))


class NumberField(QLineEdit):
    """A whole number from `least` to `most`, or empty (None). Wrong input is marked.

    Typed like text: digits (also full-width) and thousands separators. Up and Down step by one.
    """

    changed = Signal()

    def __init__(
        self,
        value: int | None = None,
        parent: QWidget | None = None,
        *,
        least: int = 0,
        most: int = 9_999_999,
        mandatory: bool = False,
    ) -> None:
        super().__init__(parent)
        self.least, self.most, self.mandatory = least, most, mandatory
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_value(value)
        self.textChanged.connect(self._edited)

    def value(self) -> int | None:
        number = self._number()
        return number if number is not None and self.least <= number <= self.most else None

    def set_value(self, value: int | None) -> None:
        self.setText("" if value is None else str(value))

    def problem(self) -> Problem | None:
        """What is wrong with the input, None when it is a number in range or empty."""
        if not self.text().strip():
            return Problem("field-missing") if self.mandatory else None
        number = self._number()
        if number is None:
            return Problem("number-unreadable", values={"text": self.text().strip()})
        if not self.least <= number <= self.most:
            return Problem("number-out-of-range", values={"least": self.least, "most": self.most})
        return None

    def _number(self) -> int | None:
        digits = self.text().strip().replace(",", "").replace("，", "")
        try:
            return int(digits) if "_" not in digits else None
        except ValueError:
            return None

    def _edited(self) -> None:
        restyle(self, "wrong", bool(self.text().strip()) and self.problem() is not None)
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_value(min(self.most, max(self.least, (self.value() or 0) + step)))
