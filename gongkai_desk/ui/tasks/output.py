"""The list of a plan's tasks as print preview."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder


class PlanOutput:
    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent = parent

    def print_list(self, plan: WorkPlan) -> None:
        """Ask which tasks, then show the printed pages."""
        only_ours = self._only_ours(plan, _("Print the task list"))
        if only_ours is None:
            return
        path = private_folder() / f"{safe_name(plan.title)}.pdf"
        day = today()

        def work(_progress: Progress) -> Path:
            self._desk.papers.tasks(plan.id, day, path, only_ours=only_ours)
            return path

        def then(written: Path) -> None:
            open_dialog(
                PreviewDialog(written, _("Print the task list"), self._prompts, self._parent)
            )

        self._operations.perform_long(_("Preparing the pages"), work, then)

    def _only_ours(self, plan: WorkPlan, title: str) -> bool | None:
        """None when the officer thought better of it; not asked where there is nothing to ask."""
        tasks = self._desk.tasks.tasks(plan.id)
        ours = sum(task.ours for task in tasks)
        if ours in (0, len(tasks)):
            return False
        own = ngettext("Only our {n} task", "Only our {n} tasks", ours).format(n=ours)
        every = ngettext("All {n} task", "All {n} tasks", len(tasks)).format(n=len(tasks))
        chosen = self._prompts.choose(title, _("Which tasks shall be in it?"), (own, every))
        return None if chosen is None else chosen == 0
