"""What happened to a case, in order, with what each thing did to the due date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import CLOSING, EventKind, RequestEvent
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence
from gongkai_desk.ui.models.records import Column, Index, RecordTableModel
from gongkai_desk.ui.register.steps_view import step_title
from gongkai_desk.ui.register.words import ICONS
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the timeline; `event` is None for what the law did by itself."""

    id: str
    date: dt.date
    what: str
    icon: str
    note: str = ""
    effect: str = ""
    meaning: str = ""
    actor: str = ""
    event: RequestEvent | None = None

    @property
    def voided(self) -> bool:
        return self.event is not None and not self.event.counts


def timeline(case: Case) -> list[Line]:
    """The steps of the clock and, among them by date, what was voided."""
    lines = _steps(case) if case.clock is not None else []
    lines += [_voided(event) for event in case.events if not event.counts]
    return sorted(lines, key=lambda line: line.date)


def _steps(case: Case) -> list[Line]:
    assert case.clock is not None
    waiting = [event for event in case.events if event.counts]
    lines: list[Line] = []
    before: dt.date | None = None
    for number, step in enumerate(case.clock.steps):
        event = next(
            (
                one
                for one in waiting
                if (one.kind, one.date, one.argument) == (step.what, step.date, step.argument)
            ),
            None,
        )
        if event is not None:
            waiting.remove(event)
        kind = step.what if isinstance(step.what, EventKind) else None
        effect = "" if kind in CLOSING else _effect(before, step.due, first=number == 0)
        lines.append(
            Line(
                id=event.id if event else f"step-{number}",
                date=step.date,
                what=step_title(step.what, step.argument),
                icon=ICONS[kind] if kind else "requests" if number == 0 else "clock",
                note=event.note if event else "",
                effect=effect,
                meaning=sentence(step.note),
                actor=event.actor if event else "",
                event=event,
            )
        )
        before = step.due
    return lines


def _effect(before: dt.date | None, after: dt.date | None, *, first: bool) -> str:
    if first:
        return after.isoformat() if after else ""
    if before == after:
        return _("unchanged")
    return _("→ {date}").format(date=after) if after else _("→ paused")


def _voided(event: RequestEvent) -> Line:
    because = _("Voided on {date}: {reason}").format(
        date=event.voided_on, reason=event.voided_because
    )
    note = f"{because} {event.note}".strip()
    return Line(
        id=event.id,
        date=event.date,
        what=step_title(event.kind, event.argument),
        icon="delete",
        note=note,
        effect=_("voided"),
        meaning=note,
        actor=event.actor,
        event=event,
    )


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(
            name="date",
            title=_("Date"),
            text=lambda line: line.date.isoformat(),
            width=6,
            tone=_tone,
        ),
        Column(
            name="what",
            title=_("What happened"),
            text=lambda line: line.what,
            tip=lambda line: line.meaning,
            icon=lambda line: line.icon,
            tone=_tone,
            width=11,
        ),
        Column(
            name="effect",
            title=_("Due date then"),
            text=lambda line: line.effect,
            tip=lambda line: line.meaning,
            tone=_tone,
            width=7,
        ),
        Column(
            name="note",
            title=_("Note, recorded by"),
            text=_note_and_actor,
            stretch=True,
            tone=_tone,
        ),
    )


def _note_and_actor(line: Line) -> str:
    if not line.actor:
        return line.note
    return _("{note} ({name})").format(note=line.note, name=line.actor).strip()


def _tone(line: Line) -> Tone | None:
    return Tone.NEUTRAL if line.voided else None


class _TimelineModel(RecordTableModel[Line]):
    """Voided lines are struck through, except for the reason."""

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == Qt.ItemDataRole.FontRole and index.isValid() and self.record(index).voided:
            font = QFont(QApplication.font())
            font.setStrikeOut(self.columns[index.column()].name in ("date", "what"))
            return font
        return super().data(index, role)


class Timeline(RecordTable[Line]):
    """The table of one case's timeline; `show_case` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("timeline", _TimelineModel(_columns()), parent)
        self.setAccessibleName(_("Timeline of the request"))

    def show_case(self, case: Case) -> None:
        self.set_rows(timeline(case))

    @property
    def event_selected(self) -> RequestEvent | None:
        """The recorded event that is selected."""
        line = self.current()
        return line.event if line else None
