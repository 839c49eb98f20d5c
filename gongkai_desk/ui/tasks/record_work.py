"""What can be done with work records and their attachments, whichever button asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.plan import Attachment, Task, WorkRecord
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.ui.attachments import KeptFiles, open_outside
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.dialogs import RecordDialog, RecordDraft
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


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
        self._parent = parent
        self.kept = KeptFiles(service.content, operations, prompts, open_file)

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
        self.kept.open(attachment)

    def save_as(self, attachment: Attachment) -> None:
        self.kept.save_as(attachment)

    def detach(self, attachment: Attachment) -> None:
        if self.kept.confirm_removal(attachment):
            self._operations.perform(lambda: self.service.remove_attachment(attachment.id))
