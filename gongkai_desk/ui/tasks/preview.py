"""What was read, before it is taken: the document on the left, its tasks on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain import plan_corrections as correct
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.plan_reading import PlanReading
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.dialogs import TaskDialog, TaskDraft
from gongkai_desk.ui.tasks.found_table import FoundTable
from gongkai_desk.ui.tasks.source_pane import SourcePane
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import NumberField, TextField
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel

MARKING = Callable[[PlanReading], PlanReading]


class PlanPreview(QDialog):
    """Corrections are steps on the reading, each of which can be taken back.

    `mark` finds our tasks anew after units were changed; `submit` takes the reading and answers
    with what forbade it. Nothing is stored before that.
    """

    def __init__(
        self,
        reading: PlanReading,
        *,
        mark: MARKING,
        submit: Callable[[PlanReading], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview-dialog")
        self.setWindowTitle(_("Import a work plan"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.reading = reading
        self._earlier: list[PlanReading] = []
        self._mark, self._submit, self._prompts = mark, submit, prompts
        self.table = FoundTable(reading.tasks, self)
        self.pane = SourcePane(
            reading, step=self._from_source, current=self.table.current, parent=self
        )
        self.source = self.pane.view
        self._actions = Actions(self, self._commands())
        self.table.set_menu(self._actions)
        self._build()
        self.table.chosen.connect(self._chosen)
        self.table.activated_record.connect(lambda _task: self._correct())
        self.source.picked.connect(lambda task_id: self.table.select([task_id]))
        self.warnings.itemActivated.connect(lambda _item: self._to_warning())
        self.warnings.itemClicked.connect(lambda _item: self._to_warning())
        self.year.changed.connect(self._year_changed)
        self.title_field.changed.connect(self._follow)
        self._show()
        self.table.select([reading.tasks[0].id])
        self.table.setFocus()

    def _commands(self) -> Commands:
        chosen = self._has_choice
        return (
            Command(name="correct", text=_("&Correct…"), run=self._correct, shortcut="F2",
                    icon="edit", enabled=chosen),
            Command(name="join", text=_("&Join to the one before"), run=self._join,
                    shortcut="Ctrl+J", icon="up", enabled=self._can_join),
            Command(name="leave-out", text=_("&Leave out"), run=self._leave_out, shortcut="Del",
                    icon="delete", enabled=chosen),
            Command(name="toggle-ours", text=_("&Ours / not ours"), run=self._toggle_ours,
                    shortcut="Ctrl+U", icon="check", enabled=chosen),
            Command(name="next-doubt", text=_("&Next to be checked"), run=self._to_next_doubt,
                    shortcut="F8", icon="warning",
                    enabled=lambda: bool(self.reading.warnings)),
            None,
            Command(name="take-back", text=_("&Take back the last correction"), run=self.take_back,
                    shortcut="Ctrl+Z", icon="undo", enabled=lambda: bool(self._earlier)),
        )  # fmt: skip

    def _build(self) -> None:
        right = QWidget(self)
        self.summary = PlainLabel("", right, look="strong")
        self.summary.setObjectName("summary")
        self.warnings = QListWidget(right)
        self.warnings.setObjectName("warnings")
        self.warnings.setAccessibleName(_("To be checked"))
        self.warnings.setWordWrap(True)
        self.warnings.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addLayout(self._bar())
        column.addWidget(self.warnings)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self.pane)
        splitter.addWidget(right)
        splitter.setSizes([560, 760])
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 4)
        self.wrong = ProblemLine(self)
        self.wrong.setObjectName("import-problem")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._heading())
        layout.addWidget(splitter, 1)
        layout.addWidget(self.wrong)
        layout.addWidget(self._buttons())
        room = self.screen().availableGeometry()
        self.resize(min(1360, room.width() - 48), min(860, room.height() - 64))

    def _heading(self) -> QGridLayout:
        plan = self.reading.plan
        self.title_field = TextField(plan.title, self)
        self.issuer, self.document_number = TextField(plan.issuer), TextField(plan.document_number)
        self.year = NumberField(plan.year, least=2008, most=2100, mandatory=True)
        self.year.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 8 + 24)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        places = (
            ("plan-title", _("Title"), self.title_field, 0, 0),
            ("plan-year", _("Year"), self.year, 0, 2),
            ("plan-issuer", _("Issued by"), self.issuer, 1, 0),
            ("plan-number", _("Document number"), self.document_number, 1, 2),
        )
        for name, text, field, row, start in places:
            field.setObjectName(name)
            field.setAccessibleName(text)
            words = PlainLabel(text, self)
            words.setBuddy(field)
            grid.addWidget(words, row, start, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(field, row, start + 1)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 1)
        return grid

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for name in ("correct", "join", "leave-out", "toggle-ours", "next-doubt"):
            bar.addWidget(ActionButton(self._actions[name], self))
        bar.addStretch(1)
        bar.addWidget(ActionButton(self._actions["take-back"], self, bare=True))
        return bar

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.import_button = box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.import_button.setObjectName("import")
        self.import_button.setDefault(True)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # what is shown

    def _show(self) -> None:
        """Everything that follows the reading."""
        reading = self.reading
        self.pane.show_reading(reading)
        self.table.show_tasks(reading.tasks, reading.warnings)
        ours = sum(task.ours for task in reading.tasks)
        count = len(reading.tasks)
        found = ngettext("{n} task found", "{n} tasks found", count).format(n=count)
        own = ngettext("{n} of them ours", "{n} of them ours", ours).format(n=ours)
        self.summary.setText(_("{found}, {own}").format(found=found, own=own))
        self.import_button.setText(
            ngettext("Import {n} task", "Import {n} tasks", count).format(n=count)
        )
        self.warnings.clear()
        picture = icons.icon("warning", theme.colours().ink(Tone.WARN))
        for warning in reading.warnings:
            self.warnings.addItem(sentence(warning))
            self.warnings.item(self.warnings.count() - 1).setIcon(picture)
        self.warnings.setVisible(bool(reading.warnings))
        if self.table.current() is None:
            self.table.select([reading.tasks[0].id])
        self._follow()

    def _follow(self) -> None:
        wrong = self.year.problem()
        title = not self.title_field.value()
        problems = [] if wrong is None else [wrong]
        problems += [Problem("plan-title-empty")] if title else []
        self.wrong.show_problems(problems)
        self.import_button.setEnabled(not problems)
        self._actions.update()

    def _chosen(self, task: Task | None) -> None:
        if task is not None:
            self.source.show_task(task.id)
        self._actions.update()
        self.pane.actions_here.update()

    def _to_warning(self) -> None:
        own = self.reading.warnings[self.warnings.currentRow()].values.get("task")
        self.table.select([str(own)])

    def _to_next_doubt(self) -> None:
        """The next doubtful task behind the chosen one, from the top again behind the last."""
        doubtful = {warning.values.get("task") for warning in self.reading.warnings}
        ids = [task.id for task in self.reading.tasks]
        task = self.table.current()
        start = ids.index(task.id) + 1 if task else 0
        behind = [own for own in ids[start:] + ids[:start] if own in doubtful]
        self.table.select(behind[:1])
        self.table.setFocus()

    def _has_choice(self) -> bool:
        return self.table.current() is not None

    def _can_join(self) -> bool:
        task = self.table.current()
        return task is not None and task.id != self.reading.tasks[0].id

    # corrections

    def _step(self, change: Callable[[PlanReading], PlanReading], select: str = "") -> bool:
        try:
            changed = change(self.reading)
        except DomainError as error:
            self._prompts.problems(
                _("This was not done"), [sentence(problem) for problem in error.problems]
            )
            return False
        self._earlier.append(self.reading)
        self.reading = changed
        self._show()
        if select:
            self.table.select([select])
        return True

    def _from_source(self, change: Callable[[PlanReading], PlanReading]) -> None:
        """A step from a place in the document; the cursor stays and its task is chosen."""
        at = self.source.textCursor().selectionStart()
        count = len(self.reading.lines)
        if self._step(lambda reading: self._mark(change(reading))):
            self.source.go_to(at + len(self.reading.lines) - count)
            line = self.reading.lines[self.source.cursor_place()[0]]
            if line.task_id:
                self.table.select([line.task_id])
            self.source.setFocus()

    def take_back(self) -> None:
        """Return to the reading before the last correction."""
        if self._earlier:
            self.reading = self._earlier.pop()
            self.year.set_value(self.reading.plan.year)
            self._show()

    def _correct(self) -> None:
        task = self.table.current()
        if task is None:
            return

        def submit(draft: TaskDraft) -> Sequence[Problem]:
            self._step(lambda reading: self._mark(corrected(reading, task, draft)), task.id)
            self.table.setFocus()
            return ()

        open_dialog(TaskDialog(task, submit, self._prompts, self))

    def _join(self) -> None:
        task = self.table.current()
        if task is not None and self._can_join():
            before = self.reading.tasks[self.reading.tasks.index(task) - 1]
            self._step(lambda r: self._mark(correct.join_previous(r, task.id)), before.id)

    def _leave_out(self) -> None:
        task = self.table.current()
        if task is not None:
            place = self.reading.tasks.index(task)
            if self._step(lambda r: correct.drop(r, task.id)):
                left = self.reading.tasks
                self.table.select([left[min(place, len(left) - 1)].id])

    def _toggle_ours(self) -> None:
        task = self.table.current()
        if task is not None:
            ours = None if task.ours_found is not task.ours else not task.ours
            because = _("set when the plan was imported") if ours is not None else ""
            self._step(lambda r: correct.set_ours(r, task.id, ours, because), task.id)

    def _year_changed(self) -> None:
        year = self.year.value()
        if year is not None and year != self.reading.plan.year:
            self._step(lambda reading: correct.for_year(reading, year))
        self._follow()

    @override
    def accept(self) -> None:
        if not self.import_button.isEnabled():
            return
        reading = correct.rename_plan(
            self.reading,
            title=self.title_field.value(),
            issuer=self.issuer.value(),
            document_number=self.document_number.value(),
        )
        problems = self._submit(reading)
        if problems:
            self.wrong.show_problems(problems)
        else:
            super().accept()

    @override
    def reject(self) -> None:
        if (self._earlier or self._heading_changed()) and not self._prompts.ask(
            _("Discard the corrections?"),
            _("Nothing has been imported yet."),
            yes=_("Discard"),
            danger=True,
        ):
            return
        super().reject()

    def _heading_changed(self) -> bool:
        plan = self.reading.plan
        said = (self.title_field.value(), self.issuer.value(), self.document_number.value())
        return said != (plan.title, plan.issuer, plan.document_number)


def corrected(reading: PlanReading, task: Task, draft: TaskDraft) -> PlanReading:
    """The reading with a task as the officer says; the words of an open end (等) stay."""
    reading = correct.retitle(reading, task.id, draft.title)
    reading = correct.reassign(
        reading,
        task.id,
        lead=draft.lead,
        responsible=draft.responsible,
        units_open=task.units_open,
    )
    reading = correct.reschedule(reading, task.id, draft.deadline)
    return correct.looked_at(reading, task.id)
