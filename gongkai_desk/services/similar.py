"""Earlier requests that resemble the one being entered, and how many this applicant has made.

The texts of the register are read once, in a folded form, and kept up to date by every committed
write; undo and restore come the same way.
"""

from __future__ import annotations

import importlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.fee import by_items
from gongkai_desk.domain.request import Request
from gongkai_desk.domain.similarity import (
    SAME_APPLICANT,
    SHORTEST,
    Match,
    Person,
    Reason,
    month_of,
    person,
    person_of,
    worth_comparing,
)
from gongkai_desk.storage.database import Database

ALIKE, SHOWN = 72, 6
"""The least likeness that is shown, of 100; how many requests are shown at most."""
_LONGEST, _AT_ONCE, _WHOLE = 120, 400, 100
_TIES = (Reason.SAME_IDENTITY, Reason.SAME_NAME, Reason.SAME_PHONE)
_COLUMNS = ("id", "applicant", "co_applicants", "subject", "description")
_DAYS = ("received", "arrived", "submitted")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """A request is the `number`-th of its applicant in the month; `fee` in yuan is what it alone
    would cost by items.
    """

    year: int
    month: int
    number: int
    fee: int


class SimilarService:
    """Answers while the officer types; call it with a pause, not at every key."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._corpus: _Corpus | None = None
        self._reading: Iterator[_Corpus | None] | None = None
        database.committed.append(self._committed)

    def matches(self, draft: Request) -> list[Match]:
        """Requests other than `draft` that have its text or its applicant, the most alike first."""
        corpus = self._ready()
        scores = corpus.alike(draft)
        ties = corpus.of_people([person_of(one) for one in draft.applicants], besides=draft.id)
        newest = sorted(ties, key=lambda key: (_TIES.index(ties[key]), -corpus.place[key]))
        best = sorted(scores, key=lambda key: (key not in ties, -scores[key]))
        found = []
        for key in list(dict.fromkeys([*best, *newest]))[:SHOWN]:
            request = self._database.find(Request, key)
            if request is not None:
                found.append(_match(request, scores.get(key, 0), ties.get(key)))
        return sorted(found, key=lambda one: (not one.duplicate, -one.score))

    def month_count(self, draft: Request) -> MonthCount | None:
        """How many requests the lead applicant has made in the month of `draft`, this one
        included; None while there is no name or no date to count by.
        """
        month = month_of(draft)
        lead = person_of(draft.applicant)
        if month is None or not lead.name:
            return None
        corpus = self._ready()
        ties = corpus.of_people([lead], besides=draft.id)
        same = (key for key, tie in ties.items() if tie in SAME_APPLICANT)
        number = 1 + sum(corpus.months[key] == month for key in same)
        fee = by_items(number).total - by_items(number - 1).total
        return MonthCount(year=month[0], month=month[1], number=number, fee=fee)

    def prepare(self) -> bool:
        """Read some more of the register, for a few hundredths of a second; True when all is
        read. A window calls it between two keys, so that no answer keeps anybody waiting.
        """
        if self._corpus is None:
            if self._reading is None:
                self._reading = _read(self._database)
            self._corpus = next(self._reading)
        return self._corpus is not None

    def _ready(self) -> _Corpus:
        while self._corpus is None:
            self.prepare()
        return self._corpus

    def _committed(self, changes: Changes) -> None:
        if not (changes.everything or changes.touches(Request)):
            return
        if changes.everything or self._corpus is None:
            self._corpus = self._reading = None
            return
        for edit in changes.of(Request):
            self._corpus.forget(edit.record.id)
            if isinstance(edit.after, Request):
                self._corpus.learn(edit.after)


class _Corpus:
    """The register folded: texts and applicants by the id of their request."""

    def __init__(self) -> None:
        self.subjects: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.people: dict[str, tuple[Person, ...]] = {}
        self.months: dict[str, tuple[int, int] | None] = {}
        self.place: dict[str, int] = {}
        self._by_identity: dict[str, set[str]] = defaultdict(set)
        self._by_phone: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._entered = 0
        self._process: Any = importlib.import_module("rapidfuzz.process")
        self._fuzz: Any = importlib.import_module("rapidfuzz.fuzz")

    def learn(self, request: Request) -> None:
        people = tuple(person_of(one) for one in request.applicants)
        self.put(request.id, people, request.subject, request.description, month_of(request))

    def put(
        self,
        key: str,
        people: tuple[Person, ...],
        subject: str,
        description: str,
        month: tuple[int, int] | None,
    ) -> None:
        self._entered += 1
        self.place[key] = self._entered
        self.people[key] = people
        self.months[key] = month
        self.subjects[key] = worth_comparing(subject)
        text = worth_comparing(description[: 2 * _LONGEST])[:_LONGEST]
        if text:
            self.texts[key] = text
        for table, value, _one in self._entries(people):
            table[value].add(key)

    def forget(self, key: str) -> None:
        people = self.people.pop(key, ())
        for table, value, _one in self._entries(people):
            table[value].discard(key)
        for kept in (self.subjects, self.texts, self.months, self.place):
            kept.pop(key, None)

    def of_people(self, people: Iterable[Person], besides: str) -> dict[str, Reason]:
        """What ties other requests to `people`, the strongest tie of each."""
        ties: dict[str, Reason] = {}
        for table, value, one in self._entries(people):
            for key in table.get(value, ()):
                for other in self.people[key] if key != besides else ():
                    tie = one.likeness(other)
                    if tie is not None:
                        ties[key] = min(ties.get(key, tie), tie, key=_TIES.index)
        return ties

    def alike(self, draft: Request) -> dict[str, int]:
        """The likeness of the best texts, by request."""
        scores: dict[str, int] = {}
        subject = worth_comparing(draft.subject)
        text = worth_comparing(draft.description[: 2 * _LONGEST])[:_LONGEST]
        for query, choices in ((subject, self.subjects), (text, self.texts)):
            if len(query) < SHORTEST:
                continue
            found = self._process.extract(
                query,
                choices,
                scorer=self._fuzz.ratio,
                processor=None,
                limit=SHOWN * 2,
                score_cutoff=ALIKE,
            )
            for _text, score, key in found:
                if key != draft.id:
                    scores[key] = max(scores.get(key, 0), int(score))
        return scores

    def _entries(self, people: Iterable[Person]) -> list[tuple[dict[str, set[str]], str, Person]]:
        tables = (
            (self._by_identity, "identity"),
            (self._by_phone, "phone"),
            (self._by_name, "name"),
        )
        return [
            (table, value, one)
            for one in people
            for table, name in tables
            if (value := getattr(one, name))
        ]


def _match(request: Request, score: int, tie: Reason | None) -> Match:
    reasons = []
    if score:
        reasons.append(Reason.SAME_TEXT if score == _WHOLE else Reason.SIMILAR_TEXT)
    if tie is not None:
        reasons.append(tie)
    return Match(request=request, reasons=tuple(reasons), score=score)


def _read(database: Database) -> Iterator[_Corpus | None]:
    """The whole register, without making records of it: None while there is more to read."""
    corpus, last = _Corpus(), 0
    while True:
        page = database.columns(Request, *_COLUMNS, *_DAYS, after=last, most=_AT_ONCE)
        for *row, place in page:
            _learn_row(corpus, row)
            last = int(str(place))
        if len(page) < _AT_ONCE:
            break
        yield None
    yield corpus


def _learn_row(corpus: _Corpus, row: list[object]) -> None:
    key, lead, others, subject, description, *days = row
    applicants = [json.loads(str(lead)), *json.loads(str(others))]
    people = tuple(
        person(one["name"], one.get("identity_number", ""), one.get("phone", ""))
        for one in applicants
    )
    day = next((str(one) for one in days if one), "")
    month = (int(day[:4]), int(day[5:7])) if day else None
    corpus.put(str(key), people, str(subject), str(description), month)
