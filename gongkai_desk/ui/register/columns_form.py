"""A form in two columns, and fields that explain what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

T = TypeVar("T")


class TwoColumnForm(Form):
    """Two forms side by side that behave as one; fields are added to `left` or `right`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = Form(self), Form(self)
        both = QWidget(self)
        columns = QHBoxLayout(both)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(40)
        for form in (self.left, self.right):
            columns.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
            form.changed.connect(self.changed)
        self.add_wide(both)

    @override
    def field(self, name: str) -> QWidget:
        return self._column(name).field(name)

    @override
    def show_field(self, name: str, shown: bool) -> None:
        self._column(name).show_field(name, shown)

    @override
    def own_problems(self) -> list[Problem]:
        return self.left.own_problems() + self.right.own_problems()

    @override
    def show_problems(self, problems: Iterable[Problem]) -> None:
        placed: dict[Form, list[Problem]] = {self.left: [], self.right: []}
        rest: list[Problem] = []
        for problem in problems:
            column = self._holder(problem.field)
            (rest if column is None else placed[column]).append(problem)
        for column, found in placed.items():
            column.show_problems(found)
        super().show_problems(rest)

    def _column(self, name: str) -> Form:
        column = self._holder(name)
        assert column is not None, name
        return column

    def _holder(self, name: str) -> Form | None:
        found = (form for form in (self.left, self.right) if name and name in form)
        return next(found, None)


class ExplainedChoice(QWidget, Generic[T]):
    """A choice with a line or two beneath it about what is chosen now."""

    changed = Signal()

    def __init__(
        self,
        values: Iterable[T],
        label: Callable[[T], str],
        explain: Callable[[T | None], str],
        parent: QWidget | None = None,
        *,
        empty: str = "",
    ) -> None:
        super().__init__(parent)
        self._explain = explain
        self.line = ChoiceField(values, label, self, empty=empty)
        self.words = PlainLabel("", self, look="hint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.words)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self._changed)
        self._tell()

    def value(self) -> T | None:
        return self.line.value()

    def set_value(self, value: T | None) -> None:
        self.line.set_value(value)

    def name_it(self, name: str) -> None:
        """The accessible name, of the part that has the focus, too."""
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        text = self._explain(self.line.value())
        self.words.setText(text)
        self.words.setVisible(bool(text))


class ExplainedText(QWidget):
    """A line of text with words beneath it about what is entered; no words, no space."""

    changed = Signal()

    def __init__(
        self, explain: Callable[[str], str], parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self._explain = explain
        self.line = TextField("", self, hint=hint)
        self.words = PlainLabel("", self, look="hint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.words)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.tell)
        self.line.changed.connect(self.changed)
        self.tell()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: str) -> None:
        self.line.set_value(value)

    def tell(self) -> None:
        """Say again what the words say."""
        text = self._explain(self.line.value())
        self.words.setText(text)
        self.words.setVisible(bool(text))
