"""The files of a request: what is kept already, what was added, what the scanner has left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.plan import Attachment
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.intake.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel


class RequestFiles(QWidget):
    """Nothing is written before the request is: `value` are the files to add, `without` the kept
    ones to take out. `scans` gives the newest files of the scan folder, `choose_folder` sets it.
    """

    changed = Signal()

    def __init__(
        self,
        prompts: Prompts,
        scans: Callable[[], Sequence[Path]],
        choose_folder: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prompts, self._scans, self._choose_folder = prompts, scans, choose_folder
        self._rows: list[Path | Attachment] = []
        self._without: list[Attachment] = []
        self.list = QListWidget(self)
        self.list.setObjectName("request-files")
        self.list.setAccessibleName(_("Attachments"))
        self.hint = PlainLabel(
            _("Drop files anywhere on this window, or add them."), self, look="hint", wrap=True
        )
        self.add_button = self._button("add-files", _("Add files…"), "attachment", self._choose)
        self.scan_button = self._button(
            "scan-files", _("From the scan folder…"), "import", self._offer_scans
        )
        self.out_button = self._button("take-out-file", _("Take out"), "delete", self._take_out)
        self.menu = QMenu(self)
        self.menu.setObjectName("scan-menu")
        buttons = QWidget(self)
        row = FlowLayout(buttons)
        for button in (self.add_button, self.scan_button, self.out_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.list, buttons, self.hint):
            layout.addWidget(widget)
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self._follow()

    def _button(self, name: str, text: str, icon: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setProperty("look", "segment")
        icons.set_icon(button, icon)
        button.clicked.connect(lambda: run())
        return button

    def show_kept(self, attachments: Sequence[Attachment]) -> None:
        """What the request has already."""
        self._rows = [*attachments, *self.value()]
        self._fill()

    def value(self) -> tuple[Path, ...]:
        return tuple(row for row in self._rows if isinstance(row, Path))

    @property
    def without(self) -> tuple[Attachment, ...]:
        return tuple(self._without)

    def add(self, files: Sequence[Path]) -> None:
        """Append files; one that is listed already is not listed twice."""
        fresh = [path for path in dict.fromkeys(files) if path not in self._rows]
        if fresh:
            self._rows += fresh
            self._fill()
            self.changed.emit()

    def _fill(self) -> None:
        self.list.clear()
        for row in self._rows:
            self.list.addItem(row.name)
        self._follow()

    def _choose(self) -> None:
        self.add(self._prompts.open_files(_("Add attachments"), [_("All files (*)")]))

    def _offer_scans(self) -> None:
        """The newest scans as a menu; without a folder the officer is asked for it first."""
        self.menu.clear()
        for path in self._scans():
            action = self.menu.addAction(path.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, scan=path: self.add([scan]))
        if self.menu.isEmpty():
            self._choose_folder()
            return
        self.menu.addSeparator()
        self.menu.addAction(_("Another scan folder…")).triggered.connect(
            lambda: self._choose_folder()
        )
        self.menu.popup(self.scan_button.mapToGlobal(self.scan_button.rect().bottomLeft()))

    def _take_out(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            gone = self._rows.pop(row)
            if isinstance(gone, Attachment):
                self._without.append(gone)
            self._fill()
            self.changed.emit()

    def _follow(self) -> None:
        lines = min(max(len(self._rows), 1), 4)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 8 * lines + 4)
        self.list.setVisible(bool(self._rows))
        self.out_button.setVisible(bool(self._rows))
        self.out_button.setEnabled(self.list.currentRow() >= 0)
        self.hint.setVisible(not self._rows)
