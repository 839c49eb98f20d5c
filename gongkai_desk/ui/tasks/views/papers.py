"""What the task page prints and exports: each paper with its dialog or its preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.views.export_dialog import ExportDialog, UnitSheetDialog
from gongkai_desk.ui.tasks.views.progress_dialog import ProgressDialog
from gongkai_desk.ui.tasks.views.urging_dialog import UrgingDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder


class TaskPapers:
    """`plan` gives the plan at hand, `only_ours` whether the page shows our tasks only, `unit` the
    unit at hand.
    """

    def __init__(
        self,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        *,
        plan: Callable[[], WorkPlan | None],
        only_ours: Callable[[], bool],
        unit: Callable[[], str],
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent = parent
        self._plan, self._only_ours, self._unit = plan, only_ours, unit

    @property
    def possible(self) -> bool:
        """Whether there is a plan to print."""
        return self._plan() is not None

    def export(self) -> None:
        """The 配档表: whose tasks, which columns, which format."""
        plan = self._plan()
        if plan is not None:
            given = (self._desk, self._operations, self._prompts, self._parent)
            open_dialog(ExportDialog(plan, self._only_ours(), *given))

    def unit_sheet(self) -> None:
        """单位任务单."""
        plan = self._plan()
        if plan is None:
            return
        if not self._desk.task_views.units(plan.id, today()):
            self._prompts.tell(_("One unit's tasks"), _("No task of this plan names a unit."))
            return
        given = (self._desk, self._operations, self._prompts, self._parent)
        open_dialog(UnitSheetDialog(plan, self._unit(), *given))

    def urge(self) -> None:
        """督办单 for what is late; says so when nothing is."""
        plan = self._plan()
        if plan is None:
            return
        if not self._desk.urging.units(plan.id, today(), only_ours=self._only_ours()):
            self._prompts.tell(
                _("Urge what is late"), _("No task shown here is past its deadline.")
            )
            return
        given = (self._desk, self._operations, self._prompts, self._parent)
        open_dialog(UrgingDialog(plan, self._only_ours(), *given))

    def overview(self) -> None:
        """The one-page overview, as pages to look at, print and save."""
        plan = self._plan()
        if plan is None:
            return
        name = pgettext("overview", "Disclosure work of {year} at a glance").format(year=plan.year)
        path = private_folder() / f"{safe_name(name)}.pdf"
        day, only_ours = today(), self._only_ours()

        def work(_progress: Progress) -> Path:
            self._desk.task_views.write_overview(plan.id, day, path, only_ours=only_ours)
            return path

        def then(written: Path) -> None:
            open_dialog(PreviewDialog(written, name, self._prompts, self._parent))

        self._operations.perform_long(_("Preparing the pages"), work, then)

    def progress(self) -> None:
        """落实情况 of the sections."""
        plan = self._plan()
        if plan is None:
            return

        def submit(texts: object) -> object:
            service = self._desk.section_texts
            return self._operations.attempt(lambda: service.save(plan.id, texts, today()))  # type: ignore[arg-type]

        open_dialog(ProgressDialog(plan, self._desk, submit, self._prompts, self._parent))  # type: ignore[arg-type]
