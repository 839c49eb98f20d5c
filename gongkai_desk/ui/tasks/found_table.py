"""The table of the tasks found in a document: its columns share the room by what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.plan import DeadlineKind, Task
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.tasks.table import fitting
from gongkai_desk.ui.tasks.wording import (
    deadline_text,
    duties_short,
    joined,
    ours_reason,
    ours_word,
    section,
)
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.record_table import RecordTable

TITLE_AT_MOST, UNITS_AT_LEAST = 26, 9  # Chinese characters


class FoundTable(RecordTable[Task]):
    """Every document has its own numbers, titles and units, so that no widths are kept."""

    def __init__(self, tasks: Sequence[Task], parent: QWidget | None = None) -> None:
        self._doubts: dict[str, list[str]] = {}
        shown = columns(tasks, lambda task: "\n".join(self._doubts.get(task.id, ())))
        super().__init__("found", RecordTableModel(shown), parent, remembers=False)
        self._names = [column.name for column in self.records.columns]
        self.setSortingEnabled(False)
        self._numbers = self.columnWidth(self._names.index("number"))

    def show_tasks(self, tasks: Sequence[Task], warnings: Sequence[Problem] = ()) -> None:
        """Show `tasks`; time limits and frequencies only where a task has any.

        A task that a warning is about has a sign before its number.
        """
        self._doubts = {}
        for warning in warnings:
            own = str(warning.values.get("task"))
            self._doubts.setdefault(own, []).append(sentence(warning))
        self.set_rows(tasks)
        sign = self.fontMetrics().horizontalAdvance("字") * 2 if self._doubts else 0
        self.setColumnWidth(self._names.index("number"), self._numbers + sign)
        for name in ("deadline", "duties"):
            self.setColumnHidden(self._names.index(name), not self._longest(name))
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave the units what short titles do not need."""
        unit = self.fontMetrics().horizontalAdvance("字")
        shared = [self._names.index(name) for name in ("title", "units")]
        others = [number for number in range(len(self._names)) if number not in shared]
        room = self.viewport().width() - sum(map(self.columnWidth, others))
        title = min(self._longest("title"), TITLE_AT_MOST) * unit + 24
        units = min(self._longest("units") * unit + 24, room - title)
        self.setColumnWidth(shared[1], max(units, UNITS_AT_LEAST * unit + 16))

    def _longest(self, name: str) -> int:
        text: Callable[[Task], str] = self.records.columns[self._names.index(name)].text
        return fitting(map(text, self.records.rows)) if self.records.rows else 0


def columns(tasks: Sequence[Task], doubt: Callable[[Task], str]) -> list[Column[Task]]:
    """The columns, in the order in which an officer reads a plan; `doubt` says what to check."""
    dated = DeadlineKind.BY_DATE
    numbers = max(3, fitting(task.number for task in tasks) + 1)
    return [
        Column(name="number", title=_("No."), text=lambda task: task.number, width=numbers,
               icon=lambda task: "warning" if doubt(task) else "",
               tone=lambda task: Tone.WARN if doubt(task) else None,
               tip=lambda task: doubt(task) or section(task)),
        Column(name="title", title=_("Task"), text=lambda task: task.title, stretch=True,
               tip=lambda task: f"{section(task)}\n{task.title}"),
        Column(name="units", title=_("Units"), width=UNITS_AT_LEAST,
               text=lambda task: joined(task.units, open_end=task.units_open),
               tip=lambda task: "\n".join(task.units)),
        Column(name="deadline", title=_("Time limit"), width=7,
               text=deadline_text,
               tip=lambda task: (task.deadline.date.isoformat()
                                 if task.deadline.kind is dated and task.deadline.date
                                 else deadline_text(task))),
        Column(name="duties", title=_("How often"), width=6, text=duties_short,
               tip=lambda task: "\n".join(duty.text for duty in task.duties)),
        Column(name="ours", title=_("Ours"), width=4,
               text=lambda task: _("Yes") if task.ours else "",
               icon=lambda task: "check" if task.ours else "",
               tone=lambda task: Tone.GOOD if task.ours else None,
               tip=lambda task: f"{ours_word(task)}\n{ours_reason(task)}"),
    ]  # fmt: skip
