"""Backups: which there are, making one, putting one back, and whether the file is sound."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.backups import Backup, BackupReason
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.office_file import office_filters
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.section import Section, button, row_of
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

KILO = 1024


class BackupSection(Section):
    """The backups beside the office file, newest first."""

    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "backup",
            _("Backup and restore"),
            _(
                "A verified copy is made on closing, and before an import or an update. The 12 "
                "newest stay, and one for each of 30 days, 12 weeks and 24 months."
            ),
            parent,
        )
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self.table = RecordTable(
            "backups", RecordTableModel(_columns(), identity=lambda backup: backup.name), self
        )
        self.table.setAccessibleName(_("Backups"))
        self.table.set_empty(_("No backup yet. One is made when the program is closed."))
        self.backup_button = button("backup-now", _("Back up now"), "backup", self, look="primary")
        self.backup_to_button = button("backup-elsewhere", _("Back up to…"), "export", self)
        self.check_button = button("check", _("Check the office file"), "done", self)
        self.restore_button = button(
            "restore", _("Restore the selected backup…"), "restore", self, look="danger"
        )
        self.restore_file_button = button("restore-file", _("Restore from a file…"), "open", self)
        self.result = StateLine(self)
        self.result.setObjectName("check-result")
        self.result.hide()
        self.folder = PlainLabel("", self, look="hint", wrap=True, selectable=True)
        self.folder.setObjectName("backup-folder")
        self.body.addLayout(row_of(self.backup_button, self.backup_to_button, self.check_button))
        self.body.addWidget(self.result)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row_of(self.restore_button, self.restore_file_button))
        self.body.addWidget(self.folder)
        self._connect()

    def _connect(self) -> None:
        self.backup_button.clicked.connect(lambda: self._back_up(None))
        self.backup_to_button.clicked.connect(self._back_up_elsewhere)
        self.check_button.clicked.connect(self.check)
        self.restore_button.clicked.connect(self._restore_selected)
        self.restore_file_button.clicked.connect(self._restore_file)
        self.table.chosen.connect(self._enable)
        self._operations.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        self.table.set_rows(self._desk.maintenance.backups())
        self.folder.setText(
            _("The backups are in {folder}. Keep a copy on another disk from time to time.").format(
                folder=self._desk.maintenance.folder
            )
        )
        self._enable()

    def _enable(self) -> None:
        self.restore_button.setEnabled(self.table.current() is not None)

    def _back_up_elsewhere(self) -> None:
        path = self._prompts.save_file(_("Back up to"), "backup.db", office_filters())
        if path is not None:
            self._back_up(path)

    def _back_up(self, path: Path | None) -> None:
        def work(_progress: Progress) -> Path:
            return self._desk.maintenance.backup(path)

        self._operations.perform_long(_("Backing up"), work, self._backed_up)

    def _backed_up(self, made: Path) -> None:
        text = _("Backed up and verified: {name}").format(name=made)
        self._show_result(Tone.GOOD, "done", _("Backed up"), text)
        self._operations.refreshed.emit()

    def check(self) -> None:
        """Look the whole file over and say what was found."""

        def work(_progress: Progress) -> list[Problem]:
            return self._desk.maintenance.check()

        self._operations.perform_long(_("Checking the office file"), work, self._checked)

    def _checked(self, problems: list[Problem]) -> None:
        if problems:
            text = "\n".join(sentence(problem) for problem in problems)
            self._show_result(Tone.BAD, "error", _("Faults were found"), text)
        else:
            text = _("Structure, contents and journal of the office file agree.")
            self._show_result(Tone.GOOD, "done", _("Sound"), text)

    def _show_result(self, tone: Tone, icon: str, word: str, text: str) -> None:
        self.result.badge.show_state(tone, icon, word)
        self.result.words.setText(text)
        self.result.show()

    def _restore_selected(self) -> None:
        backup = self.table.current()
        if backup is not None:
            when = f"{date_text(backup.taken_at.date())} {backup.taken_at:%H:%M}"
            self._restore(self._desk.maintenance.folder / backup.name, when)

    def _restore_file(self) -> None:
        path = self._prompts.open_file(_("Restore from a file"), office_filters())
        if path is not None:
            self._restore(path, str(path))

    def _restore(self, file: Path, named: str) -> None:
        text = _(
            "Everything goes back to the state of the backup: {backup}. What was entered since is "
            "set aside in the folder of backups, it is not lost. Undo does not reach behind this."
        ).format(backup=named)
        if not self._prompts.ask(_("Restore this backup?"), text, yes=_("Restore"), danger=True):
            return

        def work(_progress: Progress) -> Changes:
            return self._desk.maintenance.restore(file)

        self._operations.perform_long(_("Restoring the backup"), work, self._restored)

    def _restored(self, _changes: Changes) -> None:
        text = _("The backup was put back. What was there before is set aside among the backups.")
        self._show_result(Tone.GOOD, "done", _("Restored"), text)
        self._operations.refreshed.emit()


def _columns() -> list[Column[Backup]]:
    return [
        Column(
            name="taken",
            title=_("Date and time"),
            text=lambda backup: f"{backup.taken_at:%Y-%m-%d %H:%M:%S}",
            sort_key=lambda backup: backup.taken_at,
            width=12,
        ),
        Column(
            name="reason",
            title=_("Why"),
            text=lambda backup: label(backup.reason),
            icon=lambda backup: "person" if backup.reason is BackupReason.BY_HAND else "history",
            width=12,
        ),
        Column(
            name="size",
            title=_("Size"),
            text=lambda backup: size_text(backup.size),
            sort_key=lambda backup: backup.size,
            right=True,
            width=6,
        ),
        Column(name="name", title=_("File"), text=lambda backup: backup.name, stretch=True),
    ]


def size_text(size: int) -> str:
    """A file size as people say it: 340 KB, 1.2 MB."""
    if size < KILO * KILO:
        return _("{n} KB").format(n=max(1, round(size / KILO)))
    return _("{n} MB").format(n=f"{size / KILO / KILO:.1f}")
