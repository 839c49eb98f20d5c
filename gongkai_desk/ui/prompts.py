"""Every question, warning and file dialog, as one injected object.

Pages and dialogs never open a message box themselves, so that tests answer from a script
(tests/ui/scripted.py). All texts are shown as plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel

ICONS = {
    Tone.NEUTRAL: "help",
    Tone.INFO: "info",
    Tone.GOOD: "done",
    Tone.WARN: "warning",
    Tone.BAD: "error",
}


class Prompts(Protocol):
    """What pages may ask the officer. `filters` are Qt's: ("Excel (*.xlsx)", …)."""

    def ask(self, title: str, text: str, *, yes: str, danger: bool = False) -> bool:
        """A question; `yes` names the deed ("Delete"), the other button is Cancel."""

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """One button for each choice; the index, or None when cancelled."""

    def tell(self, title: str, text: str, tone: Tone = Tone.INFO) -> None:
        """Something the officer must have seen."""

    def problems(self, title: str, sentences: Sequence[str]) -> None:
        """Why something was not done, one sentence for each reason."""

    def text(self, title: str, label: str, value: str = "", *, lines: bool = False) -> str | None:
        """A line (or several) of text; None when cancelled."""

    def open_file(self, title: str, filters: Sequence[str]) -> Path | None: ...
    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]: ...
    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None: ...
    def folder(self, title: str) -> Path | None: ...


class MessageDialog(QDialog):
    """A message with icon, title, text and buttons; `chosen` is the index of the button used.

    The last of `buttons` is the cautious one: Esc means it. `danger` paints the first one red
    and makes the cautious one the default.
    """

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[str],
        *,
        tone: Tone = Tone.INFO,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setWindowTitle(title)
        self.chosen = len(buttons) - 1
        heading = PlainLabel(title, self, look="heading", wrap=True)
        body = PlainLabel(text, self, wrap=True, selectable=True)
        body.setObjectName("message-text")
        body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        body.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 24)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(heading)
        words.addWidget(body, 1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._picture(tone), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        box = QDialogButtonBox(self)
        for number, name in enumerate(buttons):
            self._button(box, number, name, danger=danger, cautious=number == len(buttons) - 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addLayout(top, 1)
        layout.addWidget(box)

    def _picture(self, tone: Tone) -> QLabel:
        label = PlainLabel("", self)
        label.setPixmap(
            icons.pixmap(ICONS[tone], 32, theme.colours().ink(tone), self.devicePixelRatioF())
        )
        return label

    def _button(
        self, box: QDialogButtonBox, number: int, name: str, *, danger: bool, cautious: bool
    ) -> None:
        role = (
            QDialogButtonBox.ButtonRole.RejectRole
            if cautious and number
            else QDialogButtonBox.ButtonRole.AcceptRole
        )
        button = QPushButton(name, self)
        button.setObjectName(f"answer-{number}")
        if danger and number == 0:
            button.setProperty("look", "danger")
        box.addButton(button, role)
        default = cautious if danger else number == 0
        button.setAutoDefault(default)
        button.setDefault(default)
        if default:
            button.setFocus()
        button.clicked.connect(lambda: self._choose(number))

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.accept()


class TextDialog(QDialog):
    """Asks for a text; `value` is what stands in the field."""

    def __init__(
        self, title: str, label: str, value: str, *, lines: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field: QLineEdit | QPlainTextEdit
        self.field = QPlainTextEdit(value, self) if lines else QLineEdit(value, self)
        self.field.setObjectName("text")
        self.field.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 28)
        name = PlainLabel(label, self, wrap=True)
        name.setBuddy(self.field)
        self.field.setAccessibleName(label)
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (name, self.field, box):
            layout.addWidget(widget)

    @property
    def value(self) -> str:
        field = self.field
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


class DialogPrompts:
    """The prompts of the real window: dialogs above the window in use."""

    def ask(self, title: str, text: str, *, yes: str, danger: bool = False) -> bool:
        tone = Tone.WARN if danger else Tone.NEUTRAL
        return self._message(title, text, (yes, _("Cancel")), tone=tone, danger=danger) == 0

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        chosen = self._message(title, text, (*choices, _("Cancel")), tone=Tone.NEUTRAL)
        return chosen if chosen < len(choices) else None

    def tell(self, title: str, text: str, tone: Tone = Tone.INFO) -> None:
        self._message(title, text, (_("OK"),), tone=tone)

    def problems(self, title: str, sentences: Sequence[str]) -> None:
        text = sentences[0] if len(sentences) == 1 else "\n".join(f"• {s}" for s in sentences)
        self._message(title, text, (_("OK"),), tone=Tone.BAD)

    def text(self, title: str, label: str, value: str = "", *, lines: bool = False) -> str | None:
        dialog = TextDialog(title, label, value, lines=lines, parent=_above())
        return dialog.value if dialog.exec() else None

    def open_file(self, title: str, filters: Sequence[str]) -> Path | None:
        name, _chosen = QFileDialog.getOpenFileName(_above(), title, "", ";;".join(filters))
        return Path(name) if name else None

    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]:
        names, _chosen = QFileDialog.getOpenFileNames(_above(), title, "", ";;".join(filters))
        return [Path(name) for name in names]

    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None:
        taken, _chosen = QFileDialog.getSaveFileName(_above(), title, name, ";;".join(filters))
        return Path(taken) if taken else None

    def folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(_above(), title)
        return Path(name) if name else None

    def _message(
        self, title: str, text: str, buttons: Sequence[str], *, tone: Tone, danger: bool = False
    ) -> int:
        dialog = MessageDialog(title, text, buttons, tone=tone, danger=danger, parent=_above())
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen


def _above() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activeWindow()
