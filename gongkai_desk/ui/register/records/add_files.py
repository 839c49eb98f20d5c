"""Taking files into a case: chosen, dropped, or the newest of the scan folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.attaching import newest_files
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.records.words import owner_text
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.files import FilesField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.size_text import size_text

SCANS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class FilesDraft:
    """Which files go to which record."""

    owner_id: str
    files: tuple[Path, ...]


class AddFilesDialog(DraftDialog[FilesDraft]):
    """`owners` are the records of the case, the request first; `scan_folder` may be empty."""

    def __init__(
        self,
        owners: Sequence[Record],
        submit: Callable[[FilesDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        files: Sequence[Path] = (),
        scan_folder: str = "",
    ) -> None:
        super().__init__(_("Add files"), submit, prompts, parent, save=_("Add to the case"))
        self.setObjectName("add-files-dialog")
        self.setAcceptDrops(True)
        self.owner: ChoiceField[Record] = ChoiceField(owners, owner_text)
        self.form.add("owner", _("Belongs to"), self.owner)
        self.files = FilesField(prompts, files)
        self.form.add("file", _("Files"), self.files, mandatory=True)
        self.scans = ScanList(scan_folder, lambda path: self.files.add([path]))
        self.form.add("scan_folder", _("Newest scans"), self.scans)
        self.ready()
        (self.scans.list if scan_folder and not files else self.files.add_button).setFocus()

    @override
    def draft(self) -> FilesDraft:
        owner = self.owner.value()
        assert owner is not None, "a case has at least its request"
        return FilesDraft(owner.id, self.files.value())

    @override
    def check(self, draft: FilesDraft) -> list[Problem]:
        return [] if draft.files else [Problem("field-missing", "file")]

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files.dropEvent(event)


class ScanList(QWidget):
    """The newest files of the scan folder; a double click, Enter or the button takes one.

    `changed` is what a form asks of its fields; the list itself changes nothing but the files.
    """

    changed = Signal()

    def __init__(
        self, folder: str, take: Callable[[Path], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._take = take
        self.list = _Scans(self)
        self.list.setObjectName("scans")
        self.list.setAccessibleName(_("Newest scans"))
        self.button = QPushButton(_("Take this scan"), self)
        self.button.setObjectName("take-scan")
        self.button.setAutoDefault(False)
        icons.set_icon(self.button, "import")
        self.words = PlainLabel("", self, look="hint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addWidget(self.button)
        layout.addWidget(self.words)
        self.list.itemActivated.connect(lambda _item: self.take())
        self.button.clicked.connect(self.take)
        self._paths = self._read(folder)
        for path in self._paths:
            self.list.addItem(QListWidgetItem(_line(path)))
        self.list.setCurrentRow(0)
        row = self.list.sizeHintForRow(0) if self._paths else 0
        self.list.setFixedHeight(max(1, min(len(self._paths), SCANS_SHOWN)) * row + 8)
        self.list.setVisible(bool(self._paths))
        self.button.setVisible(bool(self._paths))
        self.setFocusProxy(self.list)

    def take(self) -> None:
        """Take the chosen scan."""
        row = self.list.currentRow()
        if row >= 0:
            self._take(self._paths[row])

    def _read(self, folder: str) -> list[Path]:
        if not folder:
            self.words.setText(_("No scan folder is set. Settings, section Register, names one."))
            return []
        try:
            found = newest_files(Path(folder))
        except DomainError as error:
            self.words.setText(sentence(error.problems[0]))
            return []
        self.words.setText("" if found else _("The scan folder is empty."))
        self.words.setVisible(not found)
        return found


class _Scans(QListWidget):
    """Enter takes the scan; it does not press the dialog's button as well."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def _line(path: Path) -> str:
    try:
        about = path.stat()
    except OSError:  # gone since the folder was read; taking it says so
        return path.name
    when = dt.datetime.fromtimestamp(about.st_mtime).astimezone()
    return f"{when:%m-%d %H:%M}  {path.name}  ({size_text(about.st_size)})"
