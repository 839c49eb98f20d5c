"""Forms: a label above or beside each field, what is wrong with it in words beneath it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_AROUND, _NONE = (0, 2, 0, 10), (0, 0, 0, 0)
"""Distances around a field that is shown, and around one that is not."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: PlainLabel
    widget: QWidget
    wrong: ProblemLine
    below: QVBoxLayout
    hint: PlainLabel | None


class ProblemLine(QWidget):
    """Icon and sentences of what is wrong, red for errors, amber for warnings; hidden when fine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = PlainLabel("", self)
        self._words = PlainLabel("", self, look="plain", wrap=True)
        self._words.setObjectName("problem-text")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        every = list(problems)
        worst = any(problem.severity is Severity.ERROR for problem in every)
        tone = Tone.BAD if worst else Tone.WARN
        self._words.setText("\n".join(sentence(problem) for problem in every))
        restyle(self._words, "tone", tone.value)
        name = "error" if worst else "warning"
        ink = theme.colours().ink(tone)
        self._picture.setPixmap(icons.pixmap(name, 16, ink, self.devicePixelRatioF()))
        self.setVisible(bool(every))


class Form(QWidget):
    """Labelled fields in a grid. `changed` is emitted when any field changes.

    `add(name, label, widget)`: `name` is the objectName of the widget and the `field` of its
    problems. Fields with a `problem()` of their own (DateField, NumberField) are asked, too.
    `show_problems` puts each problem below its field, the rest at the bottom.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._general = ProblemLine(self)
        self._general.setObjectName("form-problems")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addWidget(self._general)
        layout.addStretch(1)

    def add(
        self, name: str, label: str, widget: QWidget, *, hint: str = "", mandatory: bool = False
    ) -> None:
        """Append a field; `hint` explains it in muted words beneath, `mandatory` marks it."""
        row = self._grid.rowCount()
        widget.setObjectName(name)
        name_label = PlainLabel(f"{label} *" if mandatory else label, self)
        name_label.setBuddy(widget)
        name_label.setContentsMargins(0, 8, 0, 0)
        if not widget.accessibleName():
            widget.setAccessibleName(label)
        below = QVBoxLayout()
        below.setContentsMargins(*_AROUND)
        below.setSpacing(2)
        below.addWidget(widget)
        hint_label = PlainLabel(hint, self, look="hint", wrap=True) if hint else None
        if hint_label is not None:
            below.addWidget(hint_label)
        wrong = ProblemLine(self)
        wrong.setObjectName(f"{name}-problem")
        below.addWidget(wrong)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(name_label, row, 0, top)
        self._grid.addLayout(below, row, 1)
        self._rows[name] = _Row(name_label, widget, wrong, below, hint_label)
        _signal_of(widget).connect(lambda *_values: self.changed.emit())

    def add_heading(self, text: str) -> None:
        """A heading over the fields that follow."""
        heading = PlainLabel(text, self, look="heading")
        heading.setContentsMargins(0, 8, 0, 4)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)

    def add_wide(self, widget: QWidget) -> None:
        """Any widget over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def field(self, name: str) -> QWidget:
        return self._rows[name].widget

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label; a hidden one is not asked for problems."""
        row = self._rows[name]
        row.label.setVisible(shown)
        row.widget.setVisible(shown)
        if row.hint is not None:
            row.hint.setVisible(shown)
        row.below.setContentsMargins(*(_AROUND if shown else _NONE))
        if not shown:
            row.wrong.hide()

    def set_hint(self, name: str, text: str) -> None:
        """Say something else beneath a field that was added with a hint."""
        hint = self._rows[name].hint
        assert hint is not None
        hint.setText(text)

    def own_problems(self) -> list[Problem]:
        """What the fields themselves find wrong, named after their fields."""
        found = []
        for name, row in self._rows.items():
            asked = getattr(row.widget, "problem", None)
            problem = asked() if asked and not row.widget.isHidden() else None
            if problem is not None:
                found.append(Problem(problem.code, name, problem.values, problem.severity))
        return found

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Mark the fields; replaces what was shown."""
        placed: dict[str, list[Problem]] = {name: [] for name in self._rows}
        rest: list[Problem] = []
        for problem in problems:
            row = self._rows.get(problem.field)
            known = row is not None and not row.widget.isHidden()
            (placed[problem.field] if known else rest).append(problem)
        for name, found in placed.items():
            row = self._rows[name]
            row.wrong.show_problems(found)
            errors = any(problem.severity is Severity.ERROR for problem in found)
            restyle(getattr(row.widget, "line", row.widget), "wrong", errors)
            row.widget.setAccessibleDescription(row.wrong.text if found else "")
        self._general.show_problems(rest)


def _signal_of(widget: QWidget) -> Any:
    signal = getattr(widget, "changed", None)
    if signal is not None:
        return signal
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return widget.textChanged
    if isinstance(widget, QCheckBox):
        return widget.toggled
    raise TypeError(f"{type(widget).__name__} does not say when it changes")
