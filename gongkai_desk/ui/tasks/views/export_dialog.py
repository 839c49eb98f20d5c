"""The 配档表 of a plan on its way out, and the sheet of one unit: choices with the pages beside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.domain.schedule import USUAL, ScheduleSheet, Scope, ScopeKind
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.task_views import UnitCount
from gongkai_desk.texts import label
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.views.columns_field import ColumnsField
from gongkai_desk.ui.tasks.views.paper_dialog import PREVIEW_ROWS, PaperDialog, Writer
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField

FORMATS = ("xlsx", "docx", "pdf")


def format_name(name: str) -> str:
    """A format as the officer knows it."""
    return {
        "xlsx": _("Excel workbook (*.xlsx)"),
        "docx": _("Word document (*.docx)"),
        "pdf": _("PDF (*.pdf)"),
    }[name]


def unit_words(one: UnitCount) -> str:
    """A unit with how much it has to do."""
    count = ngettext("{n} task", "{n} tasks", one.total).format(n=one.total)
    words = _("{name}: {words}").format(name=one.unit, words=count)
    if not one.late:
        return words
    late = pgettext("task view", "{n} late").format(n=one.late)
    return f"{words} · {late}"


class SheetDialog(PaperDialog):
    """A dialog whose paper is a 配档表; a subclass says which one by `sheet`."""

    def __init__(
        self,
        title: str,
        plan: WorkPlan,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, desk, operations, prompts, parent)
        self.plan = plan
        self.units = desk.task_views.units(plan.id, today())
        self.format: ChoiceField[str] = ChoiceField(FORMATS, format_name, self)

    def sheet(self) -> ScheduleSheet:
        """The paper as it is chosen."""
        raise NotImplementedError

    @override
    def make(self, path: Path) -> None:
        sheet = self.sheet()
        self.desk.task_views.write(replace(sheet, rows=sheet.rows[:PREVIEW_ROWS]), path)
        self._cut = len(sheet.rows) > PREVIEW_ROWS

    @override
    def look(self) -> None:
        self._cut = False
        super().look()
        if self._cut:
            words = _("Only the first {n} tasks are shown here; all of them are written.")
            self.tell(words.format(n=PREVIEW_ROWS))

    @override
    def whole(self) -> Writer:
        sheet = self.sheet()
        return lambda path: self.desk.task_views.write(sheet, path)

    @override
    def paper_name(self) -> str:
        return safe_name(self.sheet().title)

    @override
    def save(self) -> None:
        name = self.format.value() or FORMATS[0]
        chosen = self.prompts.save_file(
            self.windowTitle(), f"{self.paper_name()}.{name}", [format_name(name)]
        )
        if chosen is None:
            return
        path = (
            chosen
            if chosen.suffix.lower() == f".{name}"
            else chosen.with_name(f"{chosen.name}.{name}")
        )
        writer = self.whole()

        def work(_progress: Progress) -> Path:
            writer(path)
            return path

        def then(written: Path) -> None:
            self.saved()
            self.tell(_("Saved: {path}").format(path=written))

        self.operations.perform_long(_("Writing the schedule"), work, then)

    def saved(self) -> None:
        """After the paper was written."""


class ExportDialog(SheetDialog):
    """Whose tasks, which columns under which headings, in which format."""

    def __init__(
        self,
        plan: WorkPlan,
        only_ours: bool,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Export the schedule"), plan, desk, operations, prompts, parent)
        self.setObjectName("export-schedule")
        views = desk.task_views
        self.scope: ChoiceField[ScopeKind] = ChoiceField(ScopeKind, label, self)
        self.unit: ChoiceField[UnitCount] = ChoiceField(self.units, unit_words, self)
        heading = pgettext("schedule", "Schedule of {plan}").format(plan=plan.title)
        self.heading = TextField(heading)
        self.heading.setCursorPosition(0)
        self.columns = ColumnsField(views.columns(), views.printed(), USUAL, self)
        self.keep = QCheckBox(_("Remember columns and headings"), self)
        self.keep.setChecked(True)
        self.form.add("scope", pgettext("task view", "Which tasks"), self.scope)
        self.form.add("unit", _("Unit"), self.unit)
        self.form.add("format", _("Format"), self.format)
        self.form.add("heading", _("Title"), self.heading)
        hint = _("Tick what to print. A double click changes a heading, dragging the order.")
        self.form.add("columns-field", _("Columns"), self.columns, hint=hint)
        self.form.add_wide(self.keep)
        self.scope.set_value(ScopeKind.OURS if only_ours else ScopeKind.ALL)
        self.scope.changed.connect(self._follow_scope)
        self._follow_scope()
        self.ready()

    def _follow_scope(self) -> None:
        self.form.show_field("unit", self.scope.value() is ScopeKind.UNIT)

    def chosen_scope(self) -> Scope:
        kind, unit = self.scope.value() or ScopeKind.ALL, self.unit.value()
        return Scope(kind=kind, unit=unit.unit if unit and kind is ScopeKind.UNIT else "")

    @override
    def sheet(self) -> ScheduleSheet:
        return self.desk.task_views.schedule(
            self.plan.id,
            self.chosen_scope(),
            today(),
            self.columns.value(),
            title=self.heading.value(),
        )

    @override
    def saved(self) -> None:
        views = self.desk.task_views
        printed, every = self.columns.value(), self.columns.every()
        same = tuple(one.column for one in printed) == views.printed()
        same = same and set(every) == set(views.columns())
        if self.keep.isChecked() and not same:
            self.operations.perform(lambda: views.keep_columns(printed, every))


class UnitSheetDialog(SheetDialog):
    """单位任务单: choose the unit, look at its sheet, print or save it."""

    def __init__(
        self,
        plan: WorkPlan,
        unit: str,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("One unit's tasks"), plan, desk, operations, prompts, parent)
        self.setObjectName("unit-sheet")
        self.unit: ChoiceField[UnitCount] = ChoiceField(self.units, unit_words, self)
        hint = _("With the tasks of collective forms that include the unit, such as 各有关单位.")
        self.form.add("unit", _("Unit"), self.unit, hint=hint)
        self.form.add("format", _("Format"), self.format)
        self.unit.set_value(next((one for one in self.units if one.unit == unit), None))
        self.format.set_value("docx")
        self.ready()

    @override
    def sheet(self) -> ScheduleSheet:
        unit = self.unit.value()
        return self.desk.task_views.unit_sheet(self.plan.id, unit.unit if unit else "", today())
