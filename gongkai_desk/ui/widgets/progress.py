"""The bar that stands over the window while long work lasts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.ui.background import Job
from gongkai_desk.ui.widgets.plain import PlainLabel


class ProgressDialog(QDialog):
    """Follows one job and closes with it; Cancel and Esc ask the job to stop."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowTitle(job.title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._job = job
        self._words = PlainLabel(job.title, self, look="heading", wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(job.title)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        self.at_hand = PlainLabel("", self, look="muted")
        self.at_hand.setObjectName("progress-at-hand")
        self.at_hand.hide()
        for widget in (self._words, self.bar, self.at_hand, box):
            layout.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 28)
        job.progressed.connect(self._progress)
        job.at_hand.connect(self._name)
        job.ended.connect(self._ended)

    @Slot(object)
    def _progress(self, step: tuple[int, int]) -> None:
        done, total = step
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot(object)
    def _name(self, what: str) -> None:
        """What is dealt with now, as far as the width lets it be read."""
        room = self.width() - 48
        shorter = self.fontMetrics().elidedText(what, Qt.TextElideMode.ElideMiddle, room)
        self.at_hand.setText(shorter)
        self.at_hand.show()

    @Slot()
    def _ended(self) -> None:
        self.done(0)

    @override
    def reject(self) -> None:
        self._job.cancel()
        self._words.setText(_("Stopping…"))
