"""The base of the dialogs that make a paper: choices on the left, its pages as they follow them on
the right.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import POINTS_PER_INCH, PdfPages, PreviewDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

Writer = Callable[[Path], object]
_WAIT_MS = 350
"""How long the officer may go on choosing before the pages are made again."""
PREVIEW_ROWS = 14
"""So many rows of a long table are enough to see how it looks."""


class PaperDialog(QDialog):
    """A subclass fills `self.form`, says `make(path)` (writes the PDF that is looked at; raises
    DomainError) and calls `ready()` at the end of its `__init__`.
    """

    def __init__(
        self,
        title: str,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.desk, self.operations, self.prompts = desk, operations, prompts
        self.form = Form(self)
        self.pages = PagesView(self)
        self.told = PlainLabel("", self, look="plain", wrap=True)
        self.told.setObjectName("told")
        self.buttons = QDialogButtonBox(self)
        self.print_button = self._button(_("Print preview…"), "preview-paper", "print")
        self.save_button = self._button(_("Save as…"), "save-paper", "save")
        self.save_button.setDefault(True)
        close = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self.print_button.clicked.connect(self.print_preview)
        self.save_button.clicked.connect(lambda: self.save())
        self._later = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._later.timeout.connect(self.look)
        self._lay_out()
        self.finished.connect(lambda _result: self._end())

    def _end(self) -> None:
        self._later.stop()
        self.pages.show_nothing()

    def _button(self, text: str, name: str, icon: str) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if icon == "print":
            icons.set_icon(button, icon)
        return button

    def _lay_out(self) -> None:
        self.form.setContentsMargins(0, 0, 12, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        unit = self.fontMetrics().horizontalAdvance("字")
        area.setFixedWidth(unit * 29)
        both = QHBoxLayout()
        both.setContentsMargins(24, 16, 24, 0)
        both.setSpacing(16)
        both.addWidget(area)
        both.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setContentsMargins(24, 8, 24, 16)
        below.addWidget(self.told, 1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(both, 1)
        layout.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(1180, room.width() - 64), min(760, room.height() - 80))

    def ready(self) -> None:
        """Everything is chosen: show the pages, and follow the choices from now on."""
        self.form.changed.connect(self.follow)
        self.look()

    def make(self, path: Path) -> None:
        """Write the paper as PDF."""
        raise NotImplementedError

    def save(self) -> None:
        """Ask where, and write the paper there."""
        raise NotImplementedError

    def follow(self) -> None:
        """Make the pages again soon."""
        self._later.start()

    def look(self) -> None:
        """Make the pages now; what is wrong stands below instead."""
        self._later.stop()
        path = private_folder() / f"{self.objectName()}.pdf"
        try:
            self.make(path)
        except DomainError as error:
            self.pages.show_nothing()
            self.tell("\n".join(map(sentence, error.problems)), wrong=True)
            self._allow(can=False)
            return
        self.tell("")
        self.pages.show_file(path)
        self._allow(can=True)

    def _allow(self, *, can: bool) -> None:
        self.print_button.setEnabled(can)
        self.save_button.setEnabled(can)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """A line beside the buttons."""
        self.told.setText(text)
        self.told.setProperty("look", "problem" if wrong else "muted")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    def print_preview(self) -> None:
        """All pages, to be printed or saved."""
        path = private_folder() / f"{self.paper_name()}.pdf"
        writer = self.whole()

        def work(_progress: Progress) -> Path:
            writer(path)
            return path

        def then(written: Path) -> None:
            open_dialog(PreviewDialog(written, self.windowTitle(), self.prompts, self))

        self.operations.perform_long(_("Preparing the pages"), work, then)

    def whole(self) -> Writer:
        """What writes the whole paper as it is chosen now, beside the window; `make` may leave out
        what nobody looks at.
        """
        raise NotImplementedError

    def paper_name(self) -> str:
        """The paper's name as a file, without ending."""
        return self.objectName()


class PagesView(QWidget):
    """The pages of a PDF as wide as the room, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._number = 0
        self.picture = PlainLabel("", self)
        self.picture.setObjectName("paper")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = _Area(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.picture)
        self.area.resized.connect(lambda: self.turn(0))
        self.count = PlainLabel("", self, look="muted")
        self.count.setObjectName("paper-count")
        self.back, self.on = QPushButton(self), QPushButton(self)
        line = QHBoxLayout()
        line.addStretch(1)
        for button, icon, name, step in (
            (self.back, "left", _("Previous page"), -1),
            (self.on, "right", _("Next page"), 1),
        ):
            icons.set_icon(button, icon)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, by=step: self.turn(by))
        for widget in (self.back, self.count, self.on):
            line.addWidget(widget)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area, 1)
        layout.addLayout(line)

    def show_file(self, path: Path) -> None:
        """Show a file, on the page one was on as far as there is one."""
        self.show_nothing()
        self._pages = PdfPages(path)
        self.turn(0)

    def show_nothing(self) -> None:
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self.picture.clear()
        self.count.setText("")
        for button in (self.back, self.on):
            button.setEnabled(False)

    def turn(self, by: int) -> None:
        """So many pages on."""
        if self._pages is None:
            return
        total = len(self._pages)
        self._number = max(0, min(self._number + by, total - 1))
        width = self._pages.size(self._number)[0]
        ratio = self.devicePixelRatioF()
        room = max(200, self.area.viewport().width() - 8)
        picture = QPixmap.fromImage(
            self._pages.image(self._number, room * ratio * POINTS_PER_INCH / width)
        )
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
        self.count.setText(
            _("Page {number} of {total}").format(number=self._number + 1, total=total)
        )
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < total - 1)


class _Area(QScrollArea):
    """Tells when there is more or less room for a page."""

    resized = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
