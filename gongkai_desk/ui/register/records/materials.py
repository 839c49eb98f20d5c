"""材料: the files of a case, and the searches for the information behind 信息不存在."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import SearchRecord
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.case_file import Material
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.attachments import KeptFiles
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.records.add_files import AddFilesDialog, FilesDraft
from gongkai_desk.ui.register.records.dialogs import SearchDialog
from gongkai_desk.ui.register.records.pane import RecordPane
from gongkai_desk.ui.register.records.printing import preview_records
from gongkai_desk.ui.register.records.words import found_state, owner_text, short_day
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import dropped_files
from gongkai_desk.ui.widgets.size_text import size_text


class MaterialsTab(CaseTab):
    """Files at the left, searches at the right. Files dropped anywhere on it are taken in."""

    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("materials")
        self.setAcceptDrops(True)
        self._case: Case | None = None
        self.kept = KeptFiles(context.desk.case_file.content, context.operations, context.prompts)
        self.files: RecordPane[Material] = RecordPane(
            "case-files", _("Files"), _file_columns(), self._file_commands, self
        )
        self.files.table.set_empty(_("No file yet. Drop files here, or add them."))
        self.files.table.activated_record.connect(lambda one: self.kept.open(one.attachment))
        self.searches: RecordPane[SearchRecord] = RecordPane(
            "case-searches",
            pgettext("case file", "Searches for the information"),
            _search_columns(),
            self._search_commands,
            self,
        )
        self.searches.table.set_empty(
            _("No search recorded. Before “the information does not exist” record each one.")
        )
        self.searches.table.activated_record.connect(lambda _record: self.edit_search())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.files, 4)
        layout.addWidget(self.searches, 5)

    @property
    @override
    def title(self) -> str:
        return pgettext("tab", "Materials kept")

    @override
    def count(self, case: Case) -> int:
        service, request_id = self.context.desk.case_file, case.request.id
        return len(service.materials(request_id)) + len(service.of(SearchRecord, request_id))

    @override
    def show_case(self, case: Case) -> None:
        self._case = case
        service = self.context.desk.case_file
        self.files.show_records(service.materials(case.request.id))
        self.searches.show_records(service.of(SearchRecord, case.request.id))

    # files

    def _file_commands(self, pane: RecordPane[Material]) -> Commands:
        return (
            Command(
                name="add-case-files",
                text=_("Add files…"),
                run=self.add_files,
                shortcut="Ins",
                icon="attachment",
                primary=True,
            ),
            Command(name="open-case-file", text=_("Open file"), run=self.open_file, icon="open",
                    enabled=pane.has_current, primary=True),
            Command(name="save-case-file", text=_("Save as…"), run=self.save_file, icon="save",
                    enabled=pane.has_current, primary=True),
            Command(name="remove-case-file", text=_("Remove…"), run=self.remove_file,
                    shortcut="Del", icon="delete", enabled=pane.has_current),
        )  # fmt: skip

    def add_files(self, files: Sequence[Path] = ()) -> None:
        """The dialog for taking files in, perhaps with some that were dropped."""
        if self._case is None:
            return
        service = self.context.desk.case_file

        def submit(draft: FilesDraft) -> Sequence[Problem]:
            return self.context.operations.attempt(
                lambda: service.attach(draft.owner_id, draft.files, today())
            )

        open_dialog(
            AddFilesDialog(
                service.open_owners(self._case.request.id),
                submit,
                self.context.prompts,
                self,
                files=files,
                scan_folder=self.context.desk.register_settings.get().scan_folder,
            )
        )

    def open_file(self) -> None:
        if self.files.current is not None:
            self.kept.open(self.files.current.attachment)

    def save_file(self) -> None:
        if self.files.current is not None:
            self.kept.save_as(self.files.current.attachment)

    def remove_file(self) -> None:
        chosen = self.files.current
        if chosen is not None and self.kept.confirm_removal(chosen.attachment):
            self.context.operations.perform(
                lambda: self.context.desk.case_file.detach(chosen.attachment.id)
            )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._case is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.add_files(files)

    # searches

    def _search_commands(self, pane: RecordPane[SearchRecord]) -> Commands:
        return (
            Command(
                name="add-search",
                text=_("Record a search…"),
                run=self.add_search,
                shortcut="Ins",
                icon="search",
                primary=True,
            ),
            Command(name="edit-search", text=_("Change…"), run=self.edit_search, icon="edit",
                    enabled=pane.has_current, primary=True),
            Command(name="print-searches", text=_("Print…"), run=self.print_searches,
                    icon="print", enabled=pane.has_any, primary=True),
            Command(name="remove-search", text=_("Remove…"), run=self.remove_search,
                    shortcut="Del", icon="delete", enabled=pane.has_current),
        )  # fmt: skip

    def print_searches(self) -> None:
        """The searches as a sheet for the file."""
        if self._case is not None:
            title = pgettext("case file", "Searches for the information")
            write = self.context.desk.record_papers.searches
            preview_records(self.context, self._case, title, write)

    def add_search(self) -> None:
        """Record one more search."""
        self._open_search(None)

    def edit_search(self) -> None:
        """Correct the chosen one."""
        if self.searches.current is not None:
            self._open_search(self.searches.current)

    def _open_search(self, record: SearchRecord | None) -> None:
        if self._case is None:
            return
        known = self.searches.table.records.rows
        open_dialog(
            SearchDialog(
                self._case,
                lambda draft: self.context.operations.attempt(
                    lambda: self.context.desk.case_file.save(draft, today())
                ),
                self.context.prompts,
                today(),
                self,
                record=record,
                by=known[-1].by if known else "",
            )
        )

    def remove_search(self) -> None:
        record = self.searches.current
        if record is not None and self.context.prompts.ask(
            _("Remove this search record?"),
            _("“{place}” is removed with its files. Undo brings it back.").format(
                place=record.place
            ),
            yes=_("Remove"),
            danger=True,
        ):
            self.context.operations.perform(lambda: self.context.desk.case_file.remove(record))


def _file_columns() -> tuple[Column[Material], ...]:
    return (
        Column(name="name", title=_("File"), text=lambda one: one.attachment.name, stretch=True,
               tip=lambda one: f"{one.attachment.name} ({size_text(one.attachment.size)})"),
        Column(name="owner", title=_("Belongs to"), text=lambda one: owner_text(one.owner),
               width=8),
        Column(name="added", title=_("Added on"),
               text=lambda one: short_day(one.attachment.added_on, today()),
               sort_key=lambda one: one.attachment.added_on, width=5),
    )  # fmt: skip


def _search_columns() -> tuple[Column[SearchRecord], ...]:
    return (
        Column(name="date", title=_("Date"), text=lambda one: short_day(one.date, today()),
               sort_key=lambda one: one.date, width=4, tip=lambda one: one.date.isoformat()),
        Column(name="place", title=pgettext("search", "Where"),
               text=lambda one: one.place, width=7),
        Column(name="method", title=pgettext("search", "How"),
               text=lambda one: one.method, stretch=True),
        Column(name="by", title=pgettext("search", "By whom"), text=lambda one: one.by, width=4),
        Column(name="found", title=_("Finding"), text=lambda one: found_state(one)[2],
               tone=lambda one: found_state(one)[0], icon=lambda one: found_state(one)[1],
               chip=True, width=6, tip=lambda one: one.result),
    )  # fmt: skip
