"""Narrows the register by one column: a part of the text, days from … to …, or some values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.case import Case
from gongkai_desk.i18n import _, number_text, pgettext
from gongkai_desk.ui.models.column_filter import (
    ChoiceFilter,
    DateFilter,
    choice_text,
    keys_of,
    span_of,
    span_text,
)
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.plain import PlainLabel

_KEY = Qt.ItemDataRole.UserRole


class ColumnFilterDialog(QDialog):
    """`typed` is the filter as it stands; after OK ask `value`, "" for none. `rows` are the cases
    whose values are offered.
    """

    def __init__(
        self,
        column: Column[Case],
        typed: str,
        rows: Sequence[Case],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("column-filter")
        self.setWindowTitle(_("Filter by “{column}”").format(column=column.title))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 24)
        self._body: _Body
        if isinstance(column.filter, ChoiceFilter):
            self._body = _Choices(column.filter.offered(rows), typed, self)
        elif isinstance(column.filter, DateFilter):
            self._body = _Days(typed, self)
        else:
            self._body = _Part(typed, self)
        self.buttons = QDialogButtonBox(self)
        ok = self.buttons.addButton(_("Filter"), QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setObjectName("apply")
        ok.setDefault(True)
        clear = self.buttons.addButton(_("No filter"), QDialogButtonBox.ButtonRole.ResetRole)
        clear.setObjectName("clear")
        clear.setAutoDefault(False)
        clear.setEnabled(bool(typed))
        cancel = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        clear.clicked.connect(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._body)
        layout.addWidget(self.buttons)
        self._body.first.setFocus()

    @property
    def value(self) -> str:
        """The filter as it is written down."""
        return self._body.value

    def _apply(self) -> None:
        if self._body.sound:
            self.accept()

    def _clear(self) -> None:
        self._body.clear()
        self.accept()


class _Body(QWidget):
    """`first` gets the focus; `sound` while what is typed can be read."""

    first: QWidget
    sound = True

    @property
    def value(self) -> str:
        raise NotImplementedError

    def clear(self) -> None:
        raise NotImplementedError


class _Part(_Body):
    def __init__(self, typed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(typed, self)
        self.line.setObjectName("part")
        self.line.setAccessibleName(_("Contains"))
        self.line.selectAll()
        self.first = self.line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(_("Contains"), self))
        layout.addWidget(self.line)

    @property
    def value(self) -> str:
        return self.line.text().strip()

    def clear(self) -> None:
        self.line.clear()


class _Days(_Body):
    def __init__(self, typed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.from_day, self.to_day = DateField(self), DateField(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (name, word, field, day) in enumerate(
            (
                ("from", pgettext("period", "From"), self.from_day, span_of(typed)[0]),
                ("to", pgettext("period", "To"), self.to_day, span_of(typed)[1]),
            )
        ):
            field.setObjectName(name)
            field.line.setAccessibleName(word)
            field.set_date(day)
            grid.addWidget(PlainLabel(word, self), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        self.first = self.from_day.line

    @property
    def sound(self) -> bool:  # type: ignore[override]
        return self.from_day.problem() is None and self.to_day.problem() is None

    @property
    def value(self) -> str:
        first, last = self.from_day.date(), self.to_day.date()
        if first and last and last < first:
            first, last = last, first
        return span_text(first, last)

    def clear(self) -> None:
        self.from_day.set_date(None)
        self.to_day.set_date(None)


class _Choices(_Body):
    def __init__(
        self, offered: Sequence[tuple[str, str, int]], typed: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        chosen = keys_of(typed)
        self.list = QListWidget(self)
        self.list.setObjectName("values")
        self.list.setAccessibleName(_("Only these"))
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 12)
        for key, word, count in offered:
            text = _("{word} ({count})").format(word=word or "—", count=number_text(count))
            item = QListWidgetItem(text, self.list)
            item.setData(_KEY, key)
            on = bool(typed) and key in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.first = self.list
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(_("Only these"), self))
        layout.addWidget(self.list)

    def check(self, key: str) -> None:
        """Tick the value with this key."""
        for item in self._items():
            if item.data(_KEY) == key:
                item.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @property
    def value(self) -> str:
        ticked = [
            str(item.data(_KEY))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]
        return choice_text(ticked) if ticked else ""

    def clear(self) -> None:
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)


def filter_words(column: Column[Case], typed: str, rows: Sequence[Case]) -> str:
    """What a filter says, for the label that takes it away again."""
    if isinstance(column.filter, ChoiceFilter):
        words = {key: word for key, word, _count in column.filter.offered(rows)}
        chosen = (words.get(key, key) or "—" for key in keys_of(typed))
        return pgettext("values", ", ").join(chosen)
    if isinstance(column.filter, DateFilter):
        first, last = span_of(typed)
        if first and last:
            return _("{first} to {last}").format(first=first, last=last)
        return _("from {day}").format(day=first) if first else _("until {day}").format(day=last)
    return _("contains “{text}”").format(text=typed)
