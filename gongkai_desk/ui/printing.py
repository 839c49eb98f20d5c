"""Print preview: the pages of a PDF as pictures, to look at, print and save."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPixmap, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.i18n import _
from gongkai_desk.services.saving import write_file
from gongkai_desk.texts import sentence
from gongkai_desk.ui.actions import ActionButton, Actions, Command
from gongkai_desk.ui.guards import WheelGuard
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel

POINTS_PER_INCH = 72
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
PRINT_DPI = 300


class PdfPages:
    """The pages of one PDF file. Close it to give the file back."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path.read_bytes())

    def __len__(self) -> int:
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document[number].get_size()
        return float(width), float(height)

    def image(self, number: int, dots_per_inch: float) -> QImage:
        """A page, counted from 0, as a picture on white."""
        page = self._document[number]
        bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888,
        )
        return image.copy()

    def close(self) -> None:
        self._document.close()


def print_pages(pages: PdfPages, printer: QPrinter) -> None:
    """Send the chosen pages to `printer`, each page filling its sheet."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages), len(pages))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    resolution = min(PRINT_DPI, printer.resolution())
    painter = QPainter()
    for number in range(first - 1, last):
        width, height = pages.size(number)
        wide = width > height
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        )
        if not painter.isActive():
            painter.begin(printer)
        else:
            printer.newPage()
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        sheet.moveTo(0, 0)
        image = pages.image(number, resolution)
        scale = min(sheet.width() / image.width(), sheet.height() / image.height())
        target = QRectF(0, 0, image.width() * scale, image.height() * scale)
        target.moveCenter(sheet.center())
        painter.drawImage(target, image)
    painter.end()


class PreviewDialog(QDialog):
    """Shows a PDF page by page with zoom, printing and saving; works on any platform.

    Page Up / Page Down turn pages, Ctrl+plus, Ctrl+minus and Ctrl+0 (page width) zoom, Ctrl+P
    prints, Ctrl+S saves a copy.
    """

    def __init__(
        self, pdf_path: Path, title: str, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._printer: QPrinter | None = None
        self._path, self._prompts = pdf_path, prompts
        self._pages = PdfPages(pdf_path)
        self._number, self._zoom = 0, 0.0
        self.picture = PlainLabel("", self)
        self.picture.setObjectName("page")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setContentsMargins(16, 16, 16, 16)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.picture)
        self.count = PlainLabel("", self)
        self.count.setObjectName("page-count")
        self._actions = Actions(self, (*self._turning(), *self._zooming(), *self._output()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self.area, 1)
        room = self.screen().availableGeometry()
        self.resize(min(980, room.width() - 64), min(900, room.height() - 64))
        self.finished.connect(lambda _result: self._pages.close())

    def _turning(self) -> tuple[Command, ...]:
        return (
            Command(
                name="previous-page",
                text=_("Previous page"),
                run=lambda: self.show_page(self._number - 1),
                shortcut="PgUp",
                icon="left",
                enabled=lambda: self._number > 0,
            ),
            Command(
                name="next-page",
                text=_("Next page"),
                run=lambda: self.show_page(self._number + 1),
                shortcut="PgDown",
                icon="right",
                enabled=lambda: self._number + 1 < len(self._pages),
            ),
        )

    def _zooming(self) -> tuple[Command, ...]:
        return (
            Command(
                name="zoom-out",
                text=_("Smaller"),
                run=lambda: self._step(-1),
                shortcut="Ctrl+-",
                icon="zoom-out",
            ),
            Command(
                name="zoom-in",
                text=_("Larger"),
                run=lambda: self._step(1),
                shortcut="Ctrl++",
                icon="zoom-in",
            ),
            Command(
                name="page-width",
                text=_("Page width"),
                run=lambda: self.zoom_to(0.0),
                shortcut="Ctrl+0",
                icon="fit-width",
            ),
        )

    def _output(self) -> tuple[Command, ...]:
        return (
            Command(
                name="save-copy",
                text=_("Save as…"),
                run=self.save,
                shortcut="Ctrl+S",
                icon="save",
            ),
            Command(
                name="print", text=_("Print…"), run=self.print_out, shortcut="Ctrl+P", icon="print"
            ),
        )

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 12)
        bar.setSpacing(8)
        short = ("previous-page", "next-page", "zoom-out", "zoom-in")
        for name in ("previous-page", "count", "next-page", "zoom-out", "zoom-in", "page-width"):
            if name == "count":
                bar.addWidget(self.count)
                continue
            button = ActionButton(self._actions[name], self, bare=name in short)
            bar.addWidget(button)
            if name == "next-page":
                bar.addSpacing(24)
        bar.addStretch(1)
        bar.addWidget(ActionButton(self._actions["save-copy"], self))
        bar.addWidget(ActionButton(self._actions["print"], self, filled=True))
        return bar

    def show_page(self, number: int) -> None:
        """Show a page, counted from 0; numbers outside are brought inside."""
        self._number = max(0, min(number, len(self._pages) - 1))
        self._render()
        self.area.verticalScrollBar().setValue(0)

    def zoom_to(self, zoom: float) -> None:
        """1.0 is the paper's size on a 96 dpi screen; 0 fits the page's width."""
        self._zoom = zoom
        self._render()

    def _step(self, direction: int) -> None:
        now = self._zoom or self._fitting()
        steps = [s for s in STEPS if (s - now) * direction > 0.01]
        if steps:
            self.zoom_to(min(steps) if direction > 0 else max(steps))

    def _fitting(self) -> float:
        width = self._pages.size(self._number)[0] / POINTS_PER_INCH * 96
        return float(max(0.25, (self.area.viewport().width() - 40) / width))

    def _render(self) -> None:
        ratio = self.devicePixelRatioF()
        zoom = self._zoom or self._fitting()
        picture = QPixmap.fromImage(self._pages.image(self._number, 96 * zoom * ratio))
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
        self.count.setText(
            _("Page {number} of {total}").format(number=self._number + 1, total=len(self._pages))
        )
        self._actions.update()

    def save(self) -> None:
        """Ask for a name and write a copy of the file there."""
        chosen = self._prompts.save_file(_("Save as"), self._path.name, ["PDF (*.pdf)"])
        if chosen is None:
            return
        try:
            write_file(chosen, self._path.read_bytes())
        except DomainError as error:
            text = "\n".join(map(sentence, error.problems))
            self._prompts.tell(_("Not saved"), text, Tone.BAD)

    def print_out(self) -> None:
        """Ask for a printer and print."""
        # The dialog does not own its printer and may outlive this call: one printer for both.
        self._printer = printer = self._printer or QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        WheelGuard(dialog)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():
            print_pages(self._pages, printer)
        dialog.deleteLater()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._render)
