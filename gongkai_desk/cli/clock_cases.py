"""Cases of the clock, one JSON object a line; all are checked before any is answered."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.domain.calendar import read_date
from gongkai_desk.domain.clock import ClockEvent
from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.problems import DomainError, Problem, refuse
from gongkai_desk.domain.request import EventKind
from gongkai_desk.texts import sentence

_KEYS = frozenset({"received", "events", "as_of"})
_EVENT_PARTS = (2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    received: dt.date
    events: tuple[ClockEvent, ...]
    as_of: dt.date


def event_kind(text: str) -> EventKind:
    """Raises DomainError that lists the kinds there are."""
    if text in {kind.value for kind in EventKind}:
        return EventKind(text)
    kinds = ", ".join(kind.value for kind in EventKind)
    raise refuse("event-kind-unknown", "event", text=text, kinds=kinds)


def read_cases(path: Path, today: dt.date, check: Callable[[Case], object]) -> list[Case]:
    """The cases of the file; `check` is run on each and may refuse it. Raises DomainError that
    names every line that is wrong.
    """
    cases: list[Case] = []
    problems: list[Problem] = []
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            case = _case(line, today)
            check(case)
            cases.append(case)
        except DomainError as error:
            problems += [_in_line(number, sentence(problem)) for problem in error.problems]
    if problems:
        raise DomainError(*problems)
    return cases


def _in_line(number: int, reason: str) -> Problem:
    return Problem("case-line", "cases", {"line": number, "reason": reason})


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        reason = file_trouble(error)
        raise refuse("cases-unreadable", "cases", path=path, reason=reason) from error
    except UnicodeDecodeError as error:
        raise refuse("cases-not-utf8", "cases", path=path) from error


def _case(line: str, today: dt.date) -> Case:
    try:
        found = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise refuse("case-no-json", "cases") from error
    if not isinstance(found, dict) or not found.keys() <= _KEYS:
        raise refuse("case-shape", "cases")
    events = found.get("events", [])
    if not isinstance(events, list):
        raise refuse("case-shape", "cases")
    as_of = found.get("as_of")
    return Case(
        received=_date(found.get("received"), "received"),
        events=tuple(_event(event) for event in events),
        as_of=today if as_of is None else _date(as_of, "as_of"),
    )


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A name given twice would hide a date, so it is refused."""
    if len(dict(pairs)) != len(pairs):
        raise refuse("case-shape", "cases")
    return dict(pairs)


def _event(event: object) -> ClockEvent:
    if not isinstance(event, list) or len(event) not in _EVENT_PARTS:
        raise refuse("case-event-shape", "events")
    argument = event[2] if len(event) > _EVENT_PARTS[0] else None
    if isinstance(argument, bool) or not isinstance(argument, str | int | None):
        raise refuse("case-event-shape", "events")
    if not isinstance(event[1], str):
        raise refuse("case-event-shape", "events")
    return ClockEvent(
        _date(event[0], "events"),
        event_kind(event[1]),
        "" if argument is None else str(argument),
    )


def _date(value: object, field: str) -> dt.date:
    if not isinstance(value, str):
        raise refuse("iso-date-unreadable", field, text=json.dumps(value, ensure_ascii=False))
    return read_date(value, field)
