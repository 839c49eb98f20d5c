"""The left half of the preview: the document, and what can be done from a place in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gongkai_desk.domain import plan_source_corrections as source
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.plan_reading import LineKind, PlanReading
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.tasks.source_view import SourceView
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel

Step = Callable[[PlanReading], PlanReading]


class SourcePane(QWidget):
    """`step` takes a correction, `current` answers the task that is chosen on the right."""

    def __init__(
        self,
        reading: PlanReading,
        *,
        step: Callable[[Step], object],
        current: Callable[[], Task | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._step, self._current, self._reading = step, current, reading
        self.view = SourceView(reading, self)
        self.actions_here = Actions(self, self._commands())
        self.view.set_menu(self.actions_here)
        self.view.moved.connect(self.actions_here.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("The document"), self, look="strong"))
        column.addWidget(self.view, 1)
        bar = FlowLayout(spacing=8)
        for name in ("split-here", "make-task", "take-in", "set-aside"):
            bar.addWidget(ActionButton(self.actions_here[name], self))
        column.addLayout(bar)

    def show_reading(self, reading: PlanReading) -> None:
        self._reading = reading
        self.view.show_reading(reading)
        self.actions_here.update()

    def _commands(self) -> Commands:
        return (
            Command(name="split-here", text=_("&Split at the cursor"), run=self._split,
                    shortcut="Ctrl+K", icon="expand", enabled=self._in_a_task,
                    tip=_("What follows the cursor in the document becomes a task of its own.")),
            Command(name="make-task", text=_("A task of its &own"), run=self._make,
                    shortcut="Ctrl+M", icon="add",
                    tip=_("The lines chosen in the document become one task.")),
            Command(name="take-in", text=_("To the chosen tas&k"), run=self._take_in,
                    shortcut="Ctrl+L", icon="right", enabled=self._may_take_in,
                    tip=_("The lines chosen in the document belong to the task chosen in the "
                          "list.")),
            Command(name="set-aside", text=_("&Page furniture"), run=self._set_aside,
                    shortcut="Ctrl+H", icon="close", enabled=self._may_set_aside,
                    tip=_("The lines chosen in the document are page numbers, running heads or "
                          "words of a web page: no task has them.")),
        )  # fmt: skip

    def _in_a_task(self) -> bool:
        return bool(self._reading.lines[self.view.cursor_place()[0]].task_id)

    def _may_take_in(self) -> bool:
        task = self._current()
        lines = (self._reading.lines[place] for place in self.view.places())
        return task is not None and any(line.task_id != task.id for line in lines)

    def _may_set_aside(self) -> bool:
        lines = (self._reading.lines[place] for place in self.view.places())
        return any(line.kind is not LineKind.PAGE for line in lines)

    def _split(self) -> None:
        place, offset = self.view.cursor_place()
        self._step(lambda reading: source.split(reading, place, offset))

    def _make(self) -> None:
        places = self.view.places()
        self._step(lambda reading: source.make_task(reading, places))

    def _take_in(self) -> None:
        task, places = self._current(), self.view.places()
        if task is not None:
            own = task.id
            self._step(lambda reading: source.take_in(reading, places, own))

    def _set_aside(self) -> None:
        places = self.view.places()
        self._step(lambda reading: source.set_aside(reading, places))
