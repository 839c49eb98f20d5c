"""The row of buttons beneath the pages of the report wizard."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from gongkai_desk.i18n import _
from gongkai_desk.services.report_wizard import ReportWizard
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.plain import PlainLabel


class WizardButtons(QWidget):
    """Save at the left with a word on what was kept while typing, back and next at the right."""

    def __init__(self, parent: QDialog) -> None:
        super().__init__(parent)
        self.save = self._button("save-close", _("&Save and close"), "save")
        self.back = self._button("back", _("&Back"), "left")
        self.next = self._button("next", _("&Next"), "right")
        self.next.setProperty("look", "primary")
        icons.set_icon(self.next, "right", self.palette().highlightedText().color().name())
        self.kept = PlainLabel("", self, look="hint")
        self.kept.setObjectName("typed-kept")
        QShortcut(QKeySequence("Ctrl+PgDown"), parent, self.next.click)
        QShortcut(QKeySequence("Ctrl+PgUp"), parent, self.back.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.kept)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        return button

    def show_place(self, flow: ReportWizard) -> None:
        """What can be done at the step the wizard is at."""
        self.kept.clear()
        self.back.setEnabled(flow.previous_step is not None)
        self.next.setText(_("&Finish") if flow.next_step is None else _("&Next"))
