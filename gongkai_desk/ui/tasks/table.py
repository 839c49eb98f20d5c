"""The table of tasks: its columns, and which of them give way on a narrow window."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.plan import Light, TaskStatus
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.tasks.board import LIGHTS, Row
from gongkai_desk.ui.tasks.wording import (
    deadline_meaning,
    deadline_text,
    joined,
    ours_reason,
    ours_word,
    section,
)
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.record_table import RecordTable

TITLE_AT_LEAST = 13  # Chinese characters that the title keeps before other columns give way
GIVE_WAY = ("records", "lead", "section", "status")  # all of them also stand in the detail
_LIGHT_ORDER = (Light.LATE, Light.SOON, Light.ON_TRACK, Light.UNDATED, Light.DONE)
_STATUS_ORDER = tuple(TaskStatus)


class TaskTable(RecordTable[Row]):
    """Columns that say nothing in this plan are hidden, others only for want of room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tasks", RecordTableModel(columns()), parent)
        self._names = [column.name for column in self.records.columns]
        self.setAccessibleName(_("Tasks"))

    @override
    def set_rows(self, rows: Sequence[Row]) -> None:
        super().set_rows(rows)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Hide what has no room, in the order of `GIVE_WAY`."""
        without_lead = not any(row.task.lead_units for row in self.records.rows)
        hidden = {"lead"} if without_lead else set()
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.viewport().width() - TITLE_AT_LEAST * unit
        widths = {name: self._wish(number) for number, name in enumerate(self._names)}
        for name in GIVE_WAY:
            if sum(w for n, w in widths.items() if n not in hidden) <= room:
                break
            hidden.add(name)
        for number, name in enumerate(self._names):
            if name in GIVE_WAY and self.isColumnHidden(number) != (name in hidden):
                self.setColumnHidden(number, name in hidden)

    def _wish(self, number: int) -> int:
        column = self.records.columns[number]
        if column.stretch:
            return 0
        unit = self.fontMetrics().horizontalAdvance("字")
        return self.columnWidth(number) or column.width * unit + 16


def columns() -> list[Column[Row]]:
    """The columns, in the order in which an officer reads a plan."""
    return [
        Column(
            name="number",
            title=_("No."),
            text=lambda row: row.task.number,
            sort_key=lambda row: (-row.plan.year, row.plan.id, row.task.position),
            width=4,
        ),
        Column(
            name="section",
            title=_("Part of the plan"),
            text=lambda row: section(row.task),
            sort_key=lambda row: (-row.plan.year, row.plan.id, row.task.position),
            width=8,
            tone=lambda _row: Tone.NEUTRAL,
            tip=lambda row: f"{row.plan.title}\n{section(row.task)}",
        ),
        Column(
            name="title",
            title=_("Task"),
            text=lambda row: row.task.title,
            stretch=True,
            tip=lambda row: row.task.title,
        ),
        *_units(),
        *_state(),
    ]


def _units() -> list[Column[Row]]:
    return [
        Column(
            name="lead",
            title=_("Lead units"),
            text=lambda row: joined(row.task.lead_units),
            width=6,
            tip=lambda row: "\n".join(row.task.lead_units),
        ),
        Column(
            name="responsible",
            title=_("Responsible units"),
            text=lambda row: joined(row.task.responsible_units, open_end=row.task.units_open),
            width=9,
            tip=lambda row: "\n".join(row.task.responsible_units),
        ),
    ]


def _state() -> list[Column[Row]]:
    return [
        Column(
            name="deadline",
            title=_("Time limit"),
            text=lambda row: deadline_text(row.task),
            sort_key=lambda row: row.due,
            width=6,
            tip=lambda row: deadline_meaning(row, today()),
        ),
        Column(
            name="light",
            title=_("Light"),
            text=lambda row: label(row.light),
            sort_key=lambda row: _LIGHT_ORDER.index(row.light),
            width=fitting(map(label, Light)) + 2,
            tone=lambda row: LIGHTS[row.light][0],
            icon=lambda row: LIGHTS[row.light][1],
            chip=True,
            tip=lambda row: deadline_meaning(row, today()),
        ),
        Column(
            name="status",
            title=_("Progress"),
            text=lambda row: label(row.task.status),
            sort_key=lambda row: _STATUS_ORDER.index(row.task.status),
            width=max(4, fitting(map(label, TaskStatus))),
        ),
        Column(
            name="ours",
            title=_("Ours"),
            text=lambda row: _("Yes") if row.task.ours else "",
            sort_key=lambda row: not row.task.ours,
            width=4,
            icon=lambda row: "check" if row.task.ours else "",
            tone=lambda row: Tone.GOOD if row.task.ours else None,
            tip=lambda row: f"{ours_word(row.task)}\n{ours_reason(row.task)}",
        ),
        Column(
            name="records",
            title=_("Records"),
            text=lambda row: str(row.records) if row.records else "",
            sort_key=lambda row: -row.records,
            width=3,
            right=True,
        ),
    ]


def fitting(words: Iterable[str]) -> int:
    """The width of the longest word in Chinese characters; Latin letters are half as wide."""
    return math.ceil(max(sum(1 if ord(c) > 0x2E7F else 0.55 for c in word) for word in words))
