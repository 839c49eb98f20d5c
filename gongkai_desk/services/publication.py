"""依申请转主动公开: the decision of each case, what is undecided, and what is asked for often."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.domain.publication import (
    OFTEN,
    Asked,
    asks_publication,
    check_publication,
    often_asked,
)
from gongkai_desk.domain.request import Publication, Publish, Request
from gongkai_desk.services.register import RegisterService
from gongkai_desk.storage.database import Database

ALIKE = 82
"""From this likeness on (0 to 100, rapidfuzz `ratio`) two subjects count as the same wish."""
YEARS_BACK = 2


class PublicationService:
    def __init__(self, database: Database, register: RegisterService) -> None:
        self._database, self._register = database, register

    def asks(self, case: Case) -> bool:
        """Whether the case ended in giving something, and nobody has decided yet."""
        return case.closed and asks_publication(case.request)

    def check(self, publication: Publication, on: dt.date) -> list[Problem]:
        """What is missing in a decision as typed on the day `on`."""
        return check_publication(publication, on)

    def decide(self, request_ids: Iterable[str], publication: Publication, on: dt.date) -> Changes:
        """Store one decision with every request it is about; refused with what is missing."""
        refuse_all(self.check(publication, on))
        with self._database.write("decide-publication") as work:
            for request_id in request_ids:
                request = self._database.get(Request, request_id)
                work.put(replace(request, publication=publication))
        return work.changes

    def undecided(self, today: dt.date) -> list[Case]:
        """The closed cases that wait for a decision, the latest first."""
        since = today - dt.timedelta(days=365 * YEARS_BACK)
        found = [case for case in self._register.current(today, since) if self.asks(case)]
        return sorted(found, key=lambda case: case.closed_on or today, reverse=True)

    def often_asked(self, today: dt.date, least: int = OFTEN) -> tuple[Asked, ...]:
        """What at least `least` requests of the last two years asked for, the same or in similar
        words, as long as no publication was decided for any of them.
        """
        since = today - dt.timedelta(days=365 * YEARS_BACK)
        recent = [
            request
            for request in self._database.read(Request)
            if (request.received or request.arrived or today) >= since
        ]
        return tuple(
            asked
            for asked in often_asked(recent, alike, least)
            if not any(_decided_yes(request) for request in asked.requests)
        )


def alike(subject: str, others: Sequence[str]) -> int | None:
    """The place of the most similar of `others`, None when none is similar enough."""
    process: Any = importlib.import_module("rapidfuzz.process")  # the start does not wait for it
    fuzz: Any = importlib.import_module("rapidfuzz.fuzz")
    found = process.extractOne(subject, others, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return None if found is None else int(found[2])


def _decided_yes(request: Request) -> bool:
    return request.publication is not None and request.publication.choice is Publish.YES
