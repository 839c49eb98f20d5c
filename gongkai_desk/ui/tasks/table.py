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
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.tasks.board import LIGHTS, Row
from gongkai_desk.ui.tasks.follow_up.words import standing_line, word_beside_light
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

TITLE_AT_LEAST, TITLE_AT_MOST = 15, 26  # Chinese characters
GIVE_WAY = ("records", "lead", "section", "status")  # all of them also stand in the detail
MAY_SAY_NOTHING = {
    "lead": lambda row: bool(row.task.lead_units),
    "deadline": lambda row: bool(deadline_text(row.task)),
}
GROW = {"responsible": 22, "section": 18, "lead": 12, "deadline": 12}  # up to characters
_LIGHT_ORDER = (Light.LATE, Light.SOON, Light.ON_TRACK, Light.UNDATED, Light.DONE)
_MAY_BE_WORSE = (Light.SOON, Light.ON_TRACK, Light.UNDATED)
_STATUS_ORDER = tuple(TaskStatus)


class TaskTable(RecordTable[Row]):
    """Columns that say nothing in a plan are hidden, others only for want of room.

    Room to spare goes to the columns that are cut short, until the officer sets widths.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._fitting = True
        self._silent: set[str] = set()
        super().__init__("tasks", RecordTableModel(columns()), parent)
        self._names = [column.name for column in self.records.columns]
        self.setAccessibleName(_("Tasks"))
        self._fitting = False

    def show_rows(self, rows: Sequence[Row], every: Sequence[Row]) -> None:
        """Show `rows`, filtered out of `every` row, which decides what has anything to say."""
        self._silent = {name for name, says in MAY_SAY_NOTHING.items() if not any(map(says, every))}
        self.set_rows(rows)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def _remember(self, *ignored: object) -> None:
        """Keep what the officer arranged, not what followed from the size of the window: columns
        that come or go tell of it late, when the table is shown.
        """
        resized = len(ignored) == 3
        stretched = resized and ignored[0] == self._names.index("title")
        hidden = resized and 0 in ignored[1:]
        if not self._fitting and not stretched and not hidden:
            super()._remember(*ignored)

    def fit(self) -> None:
        """Hide what has no room, in the order of `GIVE_WAY`; share out what is to spare."""
        if self._fitting:
            return
        self._fitting = True
        arranged = window_state().contains(self._key)
        unit = self.fontMetrics().horizontalAdvance("字")
        wide = {
            column.name: (arranged and self.columnWidth(number)) or column.width * unit + 16
            for number, column in enumerate(self.records.columns)
            if not column.stretch
        }
        hidden = set(self._silent)
        room = self.viewport().width() - TITLE_AT_LEAST * unit
        for name in GIVE_WAY:
            if sum(w for n, w in wide.items() if n not in hidden) <= room:
                break
            hidden.add(name)
        spare = self.viewport().width() - TITLE_AT_MOST * unit
        spare -= sum(w for n, w in wide.items() if n not in hidden)
        for number, name in enumerate(self._names):
            if not self.records.columns[number].stretch:
                self.setColumnHidden(number, name in hidden)
        if not arranged:
            self._share(wide, max(0, spare), unit, hidden)
        self._fitting = False

    def _share(self, wide: dict[str, int], spare: int, unit: int, hidden: set[str]) -> None:
        for name, most in GROW.items():
            if name not in hidden:
                more = min(spare, max(0, most * unit - wide[name]))
                wide[name] += more
                spare -= more
        for number, name in enumerate(self._names):
            if name in wide and name not in hidden:
                self.setColumnWidth(number, wide[name])


def columns() -> list[Column[Row]]:
    """The columns, in the order in which an officer reads a plan."""
    return [
        Column(
            name="number",
            title=_("No."),
            text=lambda row: row.task.number,
            sort_key=lambda row: (-row.plan.year, row.plan.id, row.task.position),
            width=5,
        ),
        Column(
            name="section",
            title=_("Part"),
            text=lambda row: section(row.task),
            sort_key=lambda row: (-row.plan.year, row.plan.id, row.task.position),
            width=7,
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
        *_ours(),
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
            width=max(8, fitting([_("Responsible units")])),
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
            text=lambda row: shown_light(row)[2],
            sort_key=light_order,
            width=fitting(map(label, Light)) + 2,
            tone=lambda row: shown_light(row)[0],
            icon=lambda row: shown_light(row)[1],
            chip=True,
            tip=light_tip,
        ),
        Column(
            name="status",
            title=_("Progress"),
            text=lambda row: label(row.task.status),
            sort_key=lambda row: _STATUS_ORDER.index(row.task.status),
            width=fitting((_("Progress"), *map(label, TaskStatus))) + 1,
        ),
    ]


def shown_light(row: Row) -> tuple[Tone, str, str]:
    """Tone, icon and word: the light, or what is worse than it, such as a late step."""
    tone, icon = LIGHTS[row.light]
    beside = word_beside_light(row.standing) if row.light in _MAY_BE_WORSE else None
    return beside or (tone, icon, label(row.light))


def light_order(row: Row) -> tuple[int, int]:
    """Late ones first, and among those of one light what is worse than it."""
    return (_LIGHT_ORDER.index(row.light), shown_light(row)[2] == label(row.light))


def light_tip(row: Row) -> str:
    """The last day, and every reason for being late."""
    line = standing_line(row.standing) if row.standing else None
    meaning = deadline_meaning(row, today())
    return meaning if line is None else f"{meaning}\n{line[2]}：{line[3]}"


def _ours() -> list[Column[Row]]:
    return [
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
            width=fitting([_("Records")]) + 1,
            right=True,
        ),
    ]


def fitting(words: Iterable[str]) -> int:
    """The width of the longest word in Chinese characters; Latin letters are half as wide."""
    return math.ceil(max(sum(1 if ord(c) > 0x2E7F else 0.55 for c in word) for word in words))
