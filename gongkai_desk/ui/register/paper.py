"""Shows what a service writes as PDF in the print preview; the file lives as long as that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gongkai_desk.i18n import _
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import Prompts

WritePdf = Callable[[Path], tuple[str, ...]]
"""Writes to a path and returns the characters that no typeface has."""


def preview_paper(
    write: WritePdf,
    *,
    name: str,
    title: str,
    operations: Operations,
    prompts: Prompts,
    parent: QWidget,
) -> None:
    """Let `write` make the file `name` beside the window, then show it."""
    folder = TemporaryDirectory(prefix="gongkai-desk-")
    path = Path(folder.name) / name

    def work(_progress: Progress) -> tuple[str, ...]:
        try:
            return write(path)
        except BaseException:
            folder.cleanup()
            raise

    def written(missing: tuple[str, ...]) -> None:
        above = parent if shiboken6.isValid(parent) else QApplication.activeWindow()
        dialog = PreviewDialog(path, title, prompts, above)  # the asking dialog may be closed
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: folder.cleanup())
        dialog.open()
        if missing:
            text = _("Not in any typeface, printed as 〓: {characters}")
            operations.say(text.format(characters="".join(missing)))

    operations.perform_long(title, work, written)
