"""The events of a ledger's row: from its own columns, or from the column of the case's course.

The course (办理经过) is what our own export writes, one event a line:
``2026-09-21 延期〔10〕 涉及面广``, with the argument in brackets and the note behind it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.clock_steps import ORDER
from gongkai_desk.domain.closing import Closing, closing_kind
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_row import RowReader
from gongkai_desk.domain.ledger_sheet import key
from gongkai_desk.domain.ledger_words import LedgerWords
from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.request import EventKind, Request, RequestEvent
from gongkai_desk.domain.request_steps import check_event, counting

_LINE = re.compile(r"(\d{4}-\d\d-\d\d) ([^\s〔]+)(?:〔(.*?)〕)?(?: (.*))?")


def course_text(events: Iterable[RequestEvent], words: LedgerWords) -> str:
    """The events that count as lines of text."""
    valid = (event for event in events if event.counts)
    ordered = sorted(valid, key=lambda e: (e.date, ORDER[e.kind], e.argument, e.note))
    return "\n".join(_line(event, words) for event in ordered)


def _line(event: RequestEvent, words: LedgerWords) -> str:
    argument = f"〔{event.argument}〕" if event.argument else ""
    note = f" {' '.join(event.note.split())}" if event.note.strip() else ""
    return f"{event.date.isoformat()} {words.event_name(event.kind)}{argument}{note}"


def read_course(text: str, request_id: str, words: LedgerWords) -> tuple[RequestEvent, ...] | None:
    """The events written by `course_text`; None when the text is something else."""
    events = []
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip())
        kind = words.events.get(key(found[2])) if found else None
        if found is None or kind is None:
            return None
        try:
            date = dt.date.fromisoformat(found[1])
        except ValueError:
            return None
        events.append(_event(request_id, date, kind, argument=found[3] or "", note=found[4] or ""))
    return tuple(events)


def _event(
    request_id: str, date: dt.date, kind: EventKind, *, argument: str = "", note: str = ""
) -> RequestEvent:
    return RequestEvent(
        id=new_id(), request_id=request_id, date=date, kind=kind, argument=argument, note=note
    )


class EventReader:
    """Makes the events of one row after another."""

    def __init__(
        self,
        words: LedgerWords,
        outcomes: dict[str, Outcome],
        calendar: WorkCalendar,
        today: dt.date,
    ) -> None:
        self._words, self._outcomes = words, outcomes
        self._calendar, self._today = calendar, today

    def read(self, row: RowReader, request: Request, ended: dt.date | None) -> list[RequestEvent]:
        """The events of `request`, which ended on the day `ended` or has not; those that cannot
        have happened so are told as problems.
        """
        course = row.text(LedgerField.HISTORY)
        events = read_course(course, request.id, self._words) if course else ()
        made = list(events) if events else self._of_columns(row, request, ended)
        if made and request.received is None:
            row.tell("ledger-event-without-receipt", LedgerField.RECEIVED)
            return []
        kept: list[RequestEvent] = []
        for event in counting(made):
            wrong = check_event(request, kept, event, self._today)
            if wrong:
                place = _FIELDS.get(event.kind, LedgerField.HISTORY)
                row.pass_on(wrong[0], LedgerField.HISTORY if events else place)
            else:
                kept.append(event)
        return kept

    def _of_columns(
        self, row: RowReader, request: Request, ended: dt.date | None
    ) -> list[RequestEvent]:
        asked = row.date(LedgerField.CLARIFICATION_REQUESTED)
        got = row.date(LedgerField.CLARIFICATION_RECEIVED)
        events = []
        if asked:
            events.append(_event(request.id, asked, EventKind.CLARIFICATION_REQUESTED))
        if got and not asked:
            row.tell("ledger-clarification-unasked", LedgerField.CLARIFICATION_RECEIVED)
        elif got:
            events.append(_event(request.id, got, EventKind.CLARIFICATION_RECEIVED))
        start = got or request.received
        days = row.extension_days()
        if days and start:
            day = self._extended_on(row, start, ended)
            events.append(_event(request.id, day, EventKind.EXTENDED, argument=str(days)))
        if ended is not None and request.outcome:
            waits = asked is not None and got is None
            events.append(_event(request.id, ended, self._ending(request, waits=waits)))
        return events

    def _extended_on(self, row: RowReader, start: dt.date, ended: dt.date | None) -> dt.date:
        """The day of the extension; where the ledger has none, the last one on which it could
        have been made in time, so that the due date comes out right.
        """
        told = row.date(LedgerField.EXTENDED_ON)
        if told:
            return told
        row.tell("ledger-extension-undated", LedgerField.EXTENSION_DAYS, warning=True)
        last = self._calendar.add(start, PERIODS.answer)
        return min(day for day in (last, ended, self._today) if day)

    def _ending(self, request: Request, *, waits: bool) -> EventKind:
        """The kind of the closing event; a lapse can only end what was waited for."""
        closing = Closing(outcome=request.outcome, service=request.service)
        kind = closing_kind(self._outcomes[request.outcome], closing)
        if kind is EventKind.FEE_LAPSED or (kind is EventKind.CLARIFICATION_LAPSED and not waits):
            return EventKind.REPLIED
        return kind


_FIELDS = {
    EventKind.CLARIFICATION_REQUESTED: LedgerField.CLARIFICATION_REQUESTED,
    EventKind.CLARIFICATION_RECEIVED: LedgerField.CLARIFICATION_RECEIVED,
    EventKind.EXTENDED: LedgerField.EXTENSION_DAYS,
    EventKind.REPLIED: LedgerField.CLOSED_ON,
    EventKind.WITHDRAWN: LedgerField.CLOSED_ON,
    EventKind.CLARIFICATION_LAPSED: LedgerField.CLOSED_ON,
}
