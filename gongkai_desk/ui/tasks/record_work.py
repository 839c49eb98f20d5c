"""What can be done with work records and their attachments, whichever button asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.plan import Attachment, Task, WorkRecord
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.dialogs import RecordDialog, RecordDraft, open_dialog
from gongkai_desk.ui.tasks.files import file_name, private_folder
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today


def open_outside(path: Path) -> bool:
    """Open a file in the program this computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class RecordWork:
    """Opened attachments are copies in a private folder that goes when the program ends."""

    def __init__(
        self,
        service: TaskService,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        open_file: Callable[[Path], bool] = open_outside,
    ) -> None:
        self.service, self._operations, self._prompts = service, operations, prompts
        self._parent, self._open_file = parent, open_file

    def add(self, task: Task, files: Sequence[Path] = ()) -> None:
        """The dialog for a new record, perhaps with files that were dropped."""

        def submit(draft: RecordDraft) -> tuple[Problem, ...]:
            return self._operations.attempt(
                lambda: self.service.add_record(
                    task.id, draft.date, draft.text, draft.files, today()
                )
            )

        open_dialog(RecordDialog(task, submit, self._prompts, self._parent, files=files))

    def edit(self, record: WorkRecord) -> None:
        def submit(draft: RecordDraft) -> tuple[Problem, ...]:
            changed = replace(record, date=draft.date, text=draft.text)
            return self._operations.attempt(
                lambda: self.service.save_record(changed, draft.files, today())
            )

        task = self.service.get(record.task_id)
        open_dialog(RecordDialog(task, submit, self._prompts, self._parent, record=record))

    def remove(self, record: WorkRecord) -> None:
        files = self.service.attachments(record.id)
        text = _("The record of {date} is removed. Undo brings it back.")
        if files:
            text = _("The record of {date} is removed with its attachments. Undo brings it back.")
        if self._prompts.ask(
            _("Remove this work record?"),
            text.format(date=date_text(record.date)),
            yes=_("Remove"),
            danger=True,
        ):
            self._operations.perform(lambda: self.service.remove_record(record.id))

    def choose_files(self, record: WorkRecord) -> None:
        self.attach(record, self._prompts.open_files(_("Add attachments"), [_("All files (*)")]))

    def attach(self, record: WorkRecord, files: Sequence[Path]) -> None:
        if files:
            self._operations.perform(
                lambda: self.service.save_record(record, files, today()),
                said=_("Attached to the record of {date}.").format(date=date_text(record.date)),
            )

    def open(self, attachment: Attachment) -> None:
        """Show a copy in the program for such files."""
        path = private_folder() / attachment.id / file_name(attachment.name)
        path.parent.mkdir(exist_ok=True)
        if self._written(attachment, path) and not self._open_file(path):
            text = _("No program on this computer opens “{name}”. Save it and open it by hand.")
            self._prompts.tell(_("Not opened"), text.format(name=attachment.name), Tone.WARN)

    def save_as(self, attachment: Attachment) -> None:
        path = self._prompts.save_file(
            _("Save attachment"), file_name(attachment.name), [_("All files (*)")]
        )
        if path is not None and self._written(attachment, path):
            self._operations.say(_("Saved: {path}").format(path=path))

    def _written(self, attachment: Attachment, path: Path) -> bool:
        data = self.service.content(attachment.id)
        try:
            path.write_bytes(data)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = Problem("file-not-written", values={"path": str(path), "reason": reason})
            self._operations.show_problems((problem,))
            return False
        return True

    def detach(self, attachment: Attachment) -> None:
        if self._prompts.ask(
            _("Remove this attachment?"),
            _("“{name}” is taken out of the office file. Undo brings it back.").format(
                name=attachment.name
            ),
            yes=_("Remove"),
            danger=True,
        ):
            self._operations.perform(lambda: self.service.remove_attachment(attachment.id))
