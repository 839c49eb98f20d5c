"""Files on their way in: dropped ones, and a list of files still to be attached."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.plain import PlainLabel


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files of a drop, folders left out."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


@cache
def private_folder() -> Path:
    """A folder for copies that other programs shall open; it goes when the program ends."""
    path = Path(tempfile.mkdtemp(prefix="gongkai-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


class FilesField(QWidget):
    """Files to be attached, added by dialog or drop, taken out with Del or the button."""

    changed = Signal()

    def __init__(
        self, prompts: Prompts, files: Sequence[Path] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self.setAcceptDrops(True)
        self.list = QListWidget(self)
        self.list.setObjectName("file-list")
        self.list.setAccessibleName(_("Attachments"))
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 16)
        self.hint = PlainLabel(_("Drop files here or choose them."), self, look="hint")
        self.add_button = QPushButton(_("Add files…"), self)
        self.add_button.setObjectName("add-files")
        self.add_button.setAutoDefault(False)
        icons.set_icon(self.add_button, "attachment")
        self.drop_button = QPushButton(_("Take out"), self)
        self.drop_button.setObjectName("take-out-file")
        self.drop_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.drop_button)
        row.addWidget(self.hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self._files: list[Path] = []
        self.add_button.clicked.connect(self._choose)
        self.drop_button.clicked.connect(self._take_out)
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self.add(files)

    def value(self) -> tuple[Path, ...]:
        return tuple(self._files)

    def add(self, files: Sequence[Path]) -> None:
        """Append files; one that is listed already is not listed twice."""
        for path in files:
            if path not in self._files:
                self._files.append(path)
                self.list.addItem(path.name)
        self._follow()
        self.changed.emit()

    def _choose(self) -> None:
        self.add(self._prompts.open_files(_("Add attachments"), [_("All files (*)")]))

    def _take_out(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.list.takeItem(row)
            del self._files[row]
            self._follow()
            self.changed.emit()

    def _follow(self) -> None:
        self.list.setVisible(bool(self._files))
        self.drop_button.setVisible(bool(self._files))
        self.drop_button.setEnabled(self.list.currentRow() >= 0)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.add(dropped_files(event.mimeData()))
        event.acceptProposedAction()
