"""A thousand random requests against an oracle that counts day by day, written from the law.

The oracle knows the working days from `chinesecalendar`, not from our notices.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest

from tests.cli.outside import Inside, process

DAY = dt.timedelta(days=1)
CASES = 1000
WHILE_RUNNING = (
    "clarification_requested",
    "consultation_sent",
    "consultation_sent",
    "consultation_delivered",
    "consultation_answered",
    "consultation_answered",
    "extended",
    "delayed",
    "fee_noticed",
    "replied",
    "withdrawn",
)
WHILE_CLARIFYING = ("clarification_received", "clarification_received", "clarification_lapsed")
WHILE_PAYING = ("fee_paid", "fee_paid", "fee_lapsed")
CLOSING = ("clarification_lapsed", "fee_lapsed", "replied", "withdrawn")


@cache
def works(day: dt.date) -> bool:
    return bool(chinese_calendar.is_workday(day))


def nth(day: dt.date, n: int) -> dt.date:
    """The n-th working day after `day`, one by one."""
    while n:
        day += DAY
        n -= works(day)
    return day


@dataclass
class Letter:
    sent: dt.date
    delivered: dt.date | None = None
    answered: dt.date | None = None

    @property
    def end(self) -> dt.date:
        limit = nth(self.delivered or self.sent, 15)
        return min(limit, self.answered) if self.answered else limit


@dataclass
class Request:
    """What the law makes of the events, one after the other."""

    received: dt.date
    start: dt.date
    state: str = "running"
    extension: int = 0
    fixed: dt.date | None = None
    letters: dict[str, Letter] = field(default_factory=dict)
    extended: bool = False
    clarified_from: dt.date | None = None
    closed: dt.date | None = None

    def restart(self, day: dt.date) -> None:
        self.start, self.state = day, "running"
        self.extension, self.fixed, self.letters, self.extended = 0, None, {}, False

    def take(self, day: dt.date, kind: str, argument: str | None) -> None:
        match kind:
            case "clarification_requested":
                self.state = "awaiting_clarification"
            case "fee_noticed":
                self.state = "awaiting_payment"
            case "clarification_received":
                self.clarified_from = day
                self.restart(day)
            case "fee_paid":
                self.restart(day)
            case "consultation_sent":
                self.letters[str(argument)] = Letter(sent=day)
            case "consultation_delivered":
                self.letters[str(argument)].delivered = day
            case "consultation_answered":
                self.letters[str(argument)].answered = day
            case "extended":
                self.extension, self.extended = int(str(argument)), True
            case "delayed":
                self.fixed, self.extension = dt.date.fromisoformat(str(argument)), 0
            case _:
                self.closed = day

    def due(self) -> dt.date | None:
        if self.state != "running":
            return None
        if self.fixed is not None:
            return nth(self.fixed, self.extension)
        day, left = self.start, 20 + self.extension
        while left:
            day += DAY
            silent = any(letter.sent < day <= letter.end for letter in self.letters.values())
            left -= works(day) and not silent
        return day

    def answer(self, as_of: dt.date) -> dict[str, Any]:
        due, seen = self.due(), self.closed or as_of
        waits = any(not one.answered and as_of <= one.end for one in self.letters.values())
        state = "suspended" if self.state == "running" and waits else self.state
        step = -1 if due and due < seen else 1
        first, last = sorted((seen, due or seen))
        days = ((first + n * DAY) for n in range(1, (last - first).days + 1))
        return {
            "received": self.received.isoformat(),
            "state": "closed" if self.closed else state,
            "due": due and due.isoformat(),
            "remaining": due and step * sum(works(day) for day in days),
            "overdue": due is not None and seen > due,
            "provisional": False,
            "clarification_due": nth(self.clarified_from or self.received, 7).isoformat(),
            "closed_on": self.closed and self.closed.isoformat(),
        }


def a_life(chance: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """A lawful request and what must be said about it."""
    received = dt.date(2019, 1, 2) + chance.randrange(2400) * DAY
    request = Request(received=received, start=received)
    events: list[list[str | None]] = []
    day = received
    for number in range(chance.randrange(9)):
        day += chance.randrange(1, 15) * DAY
        if request.closed is None and (one := an_event(chance, request, day, number)):
            events.append([day.isoformat(), *one])
            request.take(day, *one)
    as_of = day + chance.randrange(20) * DAY
    chance.shuffle(events)
    case = {"received": received.isoformat(), "events": events, "as_of": as_of.isoformat()}
    return case, request.answer(as_of)


def an_event(
    chance: random.Random, request: Request, day: dt.date, number: int
) -> tuple[str, str | None] | None:
    """Something that may happen now, or None."""
    kinds = {"running": WHILE_RUNNING, "awaiting_payment": WHILE_PAYING}
    kind = chance.choice(kinds.get(request.state, WHILE_CLARIFYING))
    open_letters = sorted(name for name, one in request.letters.items() if not one.answered)
    match kind:
        case "consultation_sent":
            return kind, f"第{number}件"
        case "consultation_delivered":
            fresh = [name for name in open_letters if not request.letters[name].delivered]
            return (kind, fresh[0]) if fresh else None
        case "consultation_answered":
            return (kind, chance.choice(open_letters)) if open_letters else None
        case "extended":
            return None if request.extended else (kind, str(chance.randint(1, 20)))
        case "delayed":
            return kind, (day + chance.randint(1, 60) * DAY).isoformat()
    return kind, None


@pytest.fixture(scope="module")
def lives() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    chance = random.Random(20190515)
    return [a_life(chance) for _number in range(CASES)]


def cases_file(folder: Path, lives: list[tuple[dict[str, Any], dict[str, Any]]]) -> Path:
    path = folder / "一千 件.jsonl"
    lines = [json.dumps(case, ensure_ascii=False) for case, _answer in lives]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_thousand_cases(
    tmp_path: Path, lives: list[tuple[dict[str, Any], dict[str, Any]]]
) -> None:
    given = process("clock", "--cases", cases_file(tmp_path, lives), "--json")
    assert (given.code, given.err) == (0, "")
    answers = [json.loads(line) for line in given.out.splitlines()]
    assert len(answers) == CASES
    for (case, expected), answer in zip(lives, answers, strict=True):
        assert {name: answer[name] for name in expected} == expected, case
    seen = {answer["state"] for answer in answers}
    assert len(seen) == 5  # every state came up


def test_one_by_one_gives_the_same(
    capsys: pytest.CaptureFixture[str], lives: list[tuple[dict[str, Any], dict[str, Any]]]
) -> None:
    run = Inside(capsys)
    for case, expected in lives[:40]:
        events = [
            part
            for date, kind, argument in case["events"]
            for part in ("--event", f"{date}:{kind}" + (f":{argument}" if argument else ""))
        ]
        when = ("--received", case["received"], "--as-of", case["as_of"])
        answer = run("clock", *when, *events, "--json").json
        assert {name: answer[name] for name in expected} == expected
