"""Files that are kept in the office file, on their way to the screen and to other folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.i18n import _
from gongkai_desk.services.saving import write_file
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.files import private_folder


def open_outside(path: Path) -> bool:
    """Open a file in the program this computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class KeptFiles:
    """Opens and saves attachments. `content` gives the bytes by id; opened ones are copies in a
    private folder that goes when the program ends.
    """

    def __init__(
        self,
        content: Callable[[str], bytes],
        operations: Operations,
        prompts: Prompts,
        open_file: Callable[[Path], bool] = open_outside,
    ) -> None:
        self._content, self._operations, self._prompts = content, operations, prompts
        self.open_file = open_file

    def open(self, attachment: Attachment) -> None:
        """Show a copy in the program for such files."""
        path = private_folder() / attachment.id / safe_name(attachment.name)
        path.parent.mkdir(exist_ok=True)
        if self._written(attachment, path) and not self.open_file(path):
            text = _("No program on this computer opens “{name}”. Save it and open it by hand.")
            self._prompts.tell(_("Not opened"), text.format(name=attachment.name), Tone.WARN)

    def save_as(self, attachment: Attachment) -> None:
        """Write a copy to where the officer says."""
        path = self._prompts.save_file(
            _("Save attachment"), safe_name(attachment.name), [_("All files (*)")]
        )
        if path is not None and self._written(attachment, path):
            self._operations.say(_("Saved: {path}").format(path=path))

    def confirm_removal(self, attachment: Attachment) -> bool:
        """Whether the officer means it."""
        return self._prompts.ask(
            _("Remove this attachment?"),
            _("“{name}” is taken out of the office file. Undo brings it back.").format(
                name=attachment.name
            ),
            yes=_("Remove"),
            danger=True,
        )

    def _written(self, attachment: Attachment, path: Path) -> bool:
        """Whether the bytes stand at `path`; a copy that another program holds open stays."""
        data = self._content(attachment.id)
        try:
            if not (path.is_file() and path.read_bytes() == data):
                write_file(path, data)
        except DomainError as error:
            self._operations.show_problems(error.problems)
            return False
        return True
