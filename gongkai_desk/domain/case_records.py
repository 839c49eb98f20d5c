"""What must be right in a side record of a case before it is kept; problems name their fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from gongkai_desk.domain.case_file import ContactEntry, Errand, SearchRecord, StageMark
from gongkai_desk.domain.problems import Problem, Severity

Checked = SearchRecord | ContactEntry | Errand | StageMark
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:：][0-5][0-9]")


def check_record(record: Checked, today: dt.date) -> list[Problem]:
    """What is wrong with `record` as typed on `today`; warnings do not keep it from being kept."""
    match record:
        case SearchRecord():
            return list(_search(record, today))
        case ContactEntry():
            return list(_contact(record, today))
        case Errand():
            return list(_errand(record, today))
        case StageMark():
            return list(_not_later("date", record.date, today))


def _search(record: SearchRecord, today: dt.date) -> Iterator[Problem]:
    yield from _not_later("date", record.date, today)
    if not record.place.strip():
        yield Problem("search-place-missing", "place")
    if not record.by.strip():
        yield Problem("search-person-missing", "by")
    if not record.method.strip():
        yield Problem("search-method-missing", "method", severity=Severity.WARNING)
    if record.found and not record.result.strip():
        yield Problem("search-result-missing", "result")


def _contact(record: ContactEntry, today: dt.date) -> Iterator[Problem]:
    yield from _not_later("date", record.date, today)
    if record.time and not _CLOCK.fullmatch(record.time):
        yield Problem("contact-time-unreadable", "time", {"text": record.time})
    if not record.by.strip():
        yield Problem("contact-person-missing", "by")
    if record.reached and not record.summary.strip():
        yield Problem("contact-summary-missing", "summary")


def _errand(record: Errand, today: dt.date) -> Iterator[Problem]:
    yield from _not_later("asked_on", record.asked_on, today)
    if not record.unit.strip():
        yield Problem("errand-unit-missing", "unit")
    if record.due_on is None and record.answered_on is None:
        yield Problem("errand-due-missing", "due_on", severity=Severity.WARNING)
    if record.due_on is not None and record.due_on < record.asked_on:
        values = {"due": record.due_on, "asked": record.asked_on}
        yield Problem("errand-due-before-asked", "due_on", values)
    if record.answered_on is None:
        return
    yield from _not_later("answered_on", record.answered_on, today)
    if record.answered_on < record.asked_on:
        values = {"answered": record.answered_on, "asked": record.asked_on}
        yield Problem("errand-answered-before-asked", "answered_on", values)
    if not record.answer.strip():
        yield Problem("errand-answer-missing", "answer")


def _not_later(field: str, day: dt.date, today: dt.date) -> Iterator[Problem]:
    if day > today:
        yield Problem("record-after-today", field, {"date": day, "today": today})
