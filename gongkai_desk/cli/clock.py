"""`clock`: the statutory clock of one request, explained, or of many at once."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from gongkai_desk.cli.calendar import known_calendar
from gongkai_desk.cli.clock_cases import Case, event_kind, read_cases
from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument
from gongkai_desk.cli.today import today
from gongkai_desk.domain import clock
from gongkai_desk.domain.calendar import read_date
from gongkai_desk.domain.clock import Clock, ClockEvent, Step
from gongkai_desk.domain.problems import refuse
from gongkai_desk.i18n import _, date_text, weekday_text
from gongkai_desk.texts import label, sentence


def add(commands: Commands) -> None:
    parser = commands.add_parser("clock", help=_("when a request is due, and why"))
    parser.add_argument("--received", metavar="D", help=_("receipt date, YYYY-MM-DD"))
    parser.add_argument(
        "--event",
        action="append",
        default=[],
        metavar="D:KIND[:ARG]",
        help=_("what happened on the day D; may be given several times"),
    )
    parser.add_argument("--as-of", metavar="D", help=_("the day to look from; without it, today"))
    parser.add_argument(
        "--cases", type=Path, metavar=_("FILE"), help=_("many at once: one JSON object a line")
    )
    add_office_argument(parser)
    parser.add_argument("--json", action="store_true", help=_("one JSON document on output"))
    parser.set_defaults(run=lambda asked: run(parser, asked))


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    if asked.cases is not None:
        if asked.received is not None or asked.event or asked.as_of is not None:
            parser.error(_("--cases stands alone: dates and events are in the file"))
        return _answer_cases(asked)
    if asked.received is None:
        parser.error(_("--received or --cases is missing"))
    answer = clock.run(
        read_date(asked.received, "received"),
        [_event(text) for text in asked.event],
        known_calendar(asked),
        today() if asked.as_of is None else read_date(asked.as_of, "as_of"),
    )
    if asked.json:
        print(json.dumps(as_json(answer), ensure_ascii=False, indent=2))
    else:
        _tell(answer)
    return 0


def _answer_cases(asked: argparse.Namespace) -> int:
    calendar = known_calendar(asked)

    def answer(case: Case) -> Clock:
        return clock.run(case.received, case.events, calendar, case.as_of)

    for case in read_cases(asked.cases, today(), answer):
        print(json.dumps(as_json(answer(case)), ensure_ascii=False, separators=(",", ":")))
    return 0


def _event(text: str) -> ClockEvent:
    date, colon, rest = text.partition(":")
    if not colon:
        raise refuse("event-unreadable", "event", text=text)
    kind, _colon, argument = rest.partition(":")
    return ClockEvent(read_date(date, "event"), event_kind(kind), argument)


def as_json(answer: Clock) -> dict[str, object]:
    """The answer in the shape of the contract."""
    return {
        "received": answer.received.isoformat(),
        "state": answer.state.value,
        "due": _iso(answer.due),
        "remaining": answer.remaining,
        "overdue": answer.overdue,
        "provisional": answer.provisional,
        "clarification_due": answer.clarification_due.isoformat(),
        "closed_on": _iso(answer.closed_on),
        "steps": [_step(step) for step in answer.steps],
        "warnings": [sentence(warning) for warning in answer.warnings],
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "date": step.date.isoformat(),
        "what": step.what.value,
        "basis": step.basis,
        "counted": step.counted,
        "due": _iso(step.due),
        "note": sentence(step.note),
    }


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _tell(answer: Clock) -> None:
    print(_("State: {state}").format(state=label(answer.state)))
    if answer.due is not None:
        due = f"{date_text(answer.due)} {weekday_text(answer.due)}"
        print(_("Due: {due}").format(due=due))
        print(_("Working days left: {n}").format(n=answer.remaining))
    if answer.overdue:
        print(_("Overdue."))
    if answer.provisional:
        print(_("Provisional: the holiday notice of a year it touches is not known."))
    print(_("Steps:"))
    for step in answer.steps:
        name = f"{label(step.what)} {step.argument}".strip()
        print(f"  {step.date.isoformat()}  {name}  {step.basis}".rstrip())
        print(f"      {sentence(step.note)}")
    for warning in answer.warnings:
        print(_("Note: {text}").format(text=sentence(warning)))
