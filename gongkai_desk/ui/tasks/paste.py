"""Paste the text of a work plan: a large plain editor that never loses what was pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext, number_text
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel


class PasteDialog(QDialog):
    """`submit` gets the text; problems are shown below it and the dialog stays."""

    def __init__(
        self,
        submit: Callable[[str], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paste-dialog")
        self.setWindowTitle(_("Paste a work plan"))
        self._submit, self._prompts = submit, prompts
        words = _(
            "Paste the whole document with Ctrl+V: title, headings and units. "
            "A table copied from Word, WPS or Excel works, too."
        )
        intro = PlainLabel(words, self, look="muted", wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("text")
        self.text.setAccessibleName(_("Text of the work plan"))
        self.text.setTabChangesFocus(True)
        self.count = PlainLabel("", self, look="hint")
        self.wrong = ProblemLine(self)
        self.wrong.setObjectName("paste-problem")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.read_button = buttons.addButton(
            _("Read the tasks"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.read_button.setObjectName("read")
        self.read_button.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(intro)
        layout.addWidget(self.text, 1)
        for widget in (self.count, self.wrong, buttons):
            layout.addWidget(widget)
        self.text.textChanged.connect(self._follow)
        self._follow()
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(unit * 56, room.width() - 64), min(unit * 40, room.height() - 96))

    def _follow(self) -> None:
        count = len(self.text.toPlainText().strip())
        said = ngettext("{n} character", "{n} characters", count)
        self.count.setText(said.format(n=number_text(count)))
        self.read_button.setEnabled(count > 0)
        self.wrong.show_problems(())

    @override
    def accept(self) -> None:
        text = self.text.toPlainText()
        if not text.strip():
            return
        problems = self._submit(text)
        if problems:
            self.wrong.show_problems(problems)
        else:
            super().accept()

    @override
    def reject(self) -> None:
        if self.text.toPlainText().strip() and not self._prompts.ask(
            _("Discard the pasted text?"),
            _("Nothing has been imported yet."),
            yes=_("Discard"),
            danger=True,
        ):
            return
        super().reject()
