"""The published editions of one year: files, figures and texts, as they were frozen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.published_report import FrozenFile, PublishedReport, cell_ids
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.published_words import edition_text
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.attachments import KeptFiles, open_outside
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.cases_dialog import CasesDialog, cases_of
from gongkai_desk.ui.report.matrix import Cell, RequestMatrix
from gongkai_desk.ui.report.output import may_replace
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable
from gongkai_desk.ui.widgets.size_text import size_text

_DIGEST = 16


class EditionsDialog(QDialog):
    """Shows the editions of `year`, the one in force chosen; `chosen` carries the id of a request
    to be seen in the register. `open_file` is how a file is given to the system.
    """

    chosen = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._prompts, self._year = desk, operations, prompts, year
        self.kept = KeptFiles(desk.case_file.content, operations, prompts)
        self.open_folder = open_outside
        self.cases: CasesDialog | None = None
        self._faults: dict[str, Problem] = {}
        self.setObjectName("report-editions-dialog")
        self.setWindowTitle(_("Published annual report {year}").format(year=year))
        self.editions: RecordTable[PublishedReport] = RecordTable(
            "report-editions", RecordTableModel(_edition_columns()), self
        )
        self.editions.setAccessibleName(pgettext("published report", "Editions"))
        self.files: RecordTable[FrozenFile] = RecordTable(
            "report-edition-files",
            RecordTableModel(self._file_columns(), identity=lambda one: one.attachment_id),
            self,
        )
        self.files.setAccessibleName(_("Files"))
        self.matrix = RequestMatrix("edition-matrix", self)
        self.texts = LongTextField("", self, lines=8)
        self.texts.setReadOnly(True)
        self.texts.setObjectName("edition-texts")
        self.texts.setAccessibleName(_("Texts, tables 2 and 4"))
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        heading = PlainLabel(_("What was published, as it was published"), self, look="heading")
        self.editions.setFixedHeight(self.fontMetrics().lineSpacing() * 7)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("edition-tabs")
        self.tabs.addTab(self._files_tab(), _("Files"))
        self.tabs.addTab(self.matrix, _("Table 3"))
        self.tabs.addTab(self.texts, _("Texts, tables 2 and 4"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.save_button = self._button("save-edition", _("&Save the files to a folder…"), "save")
        self.save_button.setProperty("look", "primary")
        ink = self.palette().highlightedText().color().name()
        icons.set_icon(self.save_button, "save", ink)
        self.address_button = self._button("edition-address", _("Web &address…"), "edit")
        for button in (self.save_button, self.address_button):
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.editions)
        layout.addWidget(self.tabs, 1)
        layout.addSpacing(4)
        layout.addWidget(box)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(76 * unit, room.width() - 64), min(42 * unit, room.height() - 96))

    def _files_tab(self) -> QWidget:
        holder = QWidget(self)
        self.state = PlainLabel("", holder, look="muted", wrap=True)
        self.open_button = self._button("open-edition-file", _("&Open the file"), "open")
        self.verify_button = self._button("verify-edition", _("&Verify again"), "check")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.verify_button)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.files, 1)
        layout.addLayout(row)
        return holder

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        return button

    def _connect(self) -> None:
        self.editions.chosen.connect(lambda _one: self._show())
        self.files.activated_record.connect(self._open)
        self.open_button.clicked.connect(lambda: self._open(self.files.current()))
        self.verify_button.clicked.connect(self.verify)
        self.save_button.clicked.connect(self.save_files)
        self.address_button.clicked.connect(self.enter_address)
        self.matrix.opened.connect(self._show_cases)

    def refresh(self) -> None:
        """Read the editions anew; the one in use stays in use, at first the latest."""
        found = self._desk.publishing.editions(self._year)
        used = self.editions.selected_ids() or [one.id for one in found[-1:]]
        self.editions.set_rows(found)
        self.editions.select(used)
        self._show()

    @property
    def edition(self) -> PublishedReport | None:
        """The one that is chosen."""
        return self.editions.current()

    def _show(self) -> None:
        edition = self.edition
        if edition is None:
            return
        self.matrix.show_numbers(edition.figures.requests, overrides=edition.overrides)
        self.texts.set_value(edition_text(edition))
        self.verify()

    def verify(self) -> None:
        """Work out the digests of the stored files again, and say what came of it."""
        edition = self.edition
        if edition is None:
            return
        faults = self._desk.publishing.verify(edition)
        self._faults = {str(each.values["name"]): each for each in faults}
        self.files.set_rows(list(edition.files))
        self.files.select([file.attachment_id for file in edition.files[:1]])
        told = "\n".join(sentence(each) for each in faults)
        self.state.setText(told or _("All files are exactly what was published (SHA-256)."))
        self.open_button.setEnabled(bool(edition.files))

    def _open(self, file: object) -> None:
        if isinstance(file, FrozenFile) and self.edition is not None:
            if file.name in self._faults:
                self._operations.show_problems((self._faults[file.name],))
                return
            self.kept.open(
                Attachment(
                    id=file.attachment_id,
                    owner_id=self.edition.id,
                    name=file.name,
                    size=file.size,
                    sha256=file.sha256,
                    added_on=self.edition.published_on,
                )
            )

    def save_files(self) -> None:
        """Ask for a folder, write the files there byte for byte, and offer to open it."""
        edition = self.edition
        folder = self._prompts.folder(_("Folder for the annual report")) if edition else None
        if edition is None or folder is None:
            return
        if not may_replace(self._prompts, [folder / file.name for file in edition.files]):
            return
        self._operations.perform_long(
            _("Writing the annual report"),
            lambda _progress: self._desk.publishing.save_files(edition, folder),
            lambda paths: self._tell(folder, paths),
        )

    def _tell(self, folder: Path, paths: tuple[Path, ...]) -> None:
        answer = self._prompts.choose(
            _("The published files were saved"),
            "\n".join(map(str, paths)),
            (_("Open the folder"), _("Done")),
        )
        if answer == 0:
            self.open_folder(folder)

    def enter_address(self) -> None:
        """Ask where the edition is found on the website."""
        edition = self.edition
        if edition is None:
            return
        text = self._prompts.text(
            _("Web address"), pgettext("published report", "Address of the page"), edition.address
        )
        if text is not None and self._operations.perform(
            lambda: self._desk.publishing.set_address(edition, text),
            said=_("The address was kept."),
        ):
            self.refresh()

    def _show_cases(self, cell: Cell) -> None:
        edition = self.edition
        assert edition is not None
        ids = cell_ids(edition.cases, cell.row, cell.column)
        self.cases = CasesDialog(self.matrix.cell_title(cell), cases_of(self._desk, ids), self)
        self.cases.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cases.chosen.connect(self._leave)
        self.cases.open()

    def _leave(self, request_id: str) -> None:
        self.accept()
        self.chosen.emit(request_id)

    def _file_columns(self) -> tuple[Column[FrozenFile], ...]:
        return (
            Column(name="name", title=_("File"), text=lambda one: one.name, stretch=True),
            Column(
                name="size",
                title=_("Size"),
                text=lambda one: size_text(one.size),
                sort_key=lambda one: one.size,
                width=5,
                right=True,
            ),
            Column(
                name="digest",
                title=_("Digest (SHA-256)"),
                text=lambda one: f"{one.sha256[:_DIGEST]}…",
                tip=lambda one: one.sha256,
                width=11,
            ),
            Column(
                name="state",
                title=pgettext("report", "Verified"),
                text=self._state_word,
                tone=lambda one: Tone.BAD if one.name in self._faults else Tone.GOOD,
                icon=lambda one: "error" if one.name in self._faults else "done",
                chip=True,
                width=7,
            ),
        )

    def _state_word(self, file: FrozenFile) -> str:
        return _("Not what was published") if file.name in self._faults else _("Unchanged")


def _edition_columns() -> tuple[Column[PublishedReport], ...]:
    return (
        Column(
            name="edition",
            title=_("Edition"),
            text=lambda one: _("Edition {edition}").format(edition=one.edition),
            sort_key=lambda one: one.edition,
            width=5,
        ),
        Column(
            name="published",
            title=pgettext("report", "Published on"),
            text=lambda one: date_text(one.published_on),
            sort_key=lambda one: one.published_on,
            width=8,
        ),
        Column(
            name="because",
            title=_("Reason of the correction"),
            text=lambda one: one.because,
            width=14,
        ),
        Column(name="address", title=_("Web address"), text=lambda one: one.address, stretch=True),
    )
