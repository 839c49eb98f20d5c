"""The status bar: what just happened, and which office file this is and how safe."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Slot
from PySide6.QtWidgets import QStatusBar

from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

LONGEST, SHOWN_MS = 40, 8000


class StatusLine(QStatusBar):
    """Messages at the left; office, file, time of the last write and backup at the right."""

    def __init__(self, desk: Desk, operations: Operations) -> None:
        super().__init__()
        self._desk = desk
        self.office, self.file, self.saved, self.backup = (PlainLabel("", self) for _i in range(4))
        for name in ("office", "file", "saved", "backup"):
            label: PlainLabel = getattr(self, name)
            label.setObjectName(f"status-{name}")
            self.addPermanentWidget(label)
        self.setSizeGripEnabled(False)
        operations.said.connect(self.say)
        operations.written.connect(self._written)
        self.refresh()

    @Slot(object)
    def say(self, text: str) -> None:
        """Show a short sentence for a while."""
        self.showMessage(text, SHOWN_MS)

    def refresh(self) -> None:
        """Read office, file and backups again."""
        path = str(self._desk.path)
        self.office.setText(self._desk.office.get().name)
        self.file.setText(path if len(path) <= LONGEST else "…" + path[-LONGEST:])
        self.file.setToolTip(plain_tip(path))
        newest = next(iter(self._desk.maintenance.backups()), None)
        self.backup.setText(
            _("Backup {when}").format(when=newest.taken_at.strftime("%m-%d %H:%M"))
            if newest
            else _("No backup yet")
        )

    @Slot()
    def _written(self) -> None:
        time = QDateTime.currentDateTime().toString("HH:mm")
        self.saved.setText(_("Saved {time}").format(time=time))
