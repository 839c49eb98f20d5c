"""What in the register would break the tables of the annual report, kept up to date all year.

Read once for a year, then only what was written is looked at again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.report_readiness import Lack, Unready, lacks, undecided
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.services.case_view import report_case
from gongkai_desk.storage.database import Database


class ReadinessService:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: tuple[int, dt.date] | None = None
        self._known: dict[str, tuple[Unready, ...]] = {}
        database.committed.append(self._hear)

    def unready(self, year: int, today: dt.date) -> tuple[Unready, ...]:
        """What must be mended before the report of `year`, by kind and number."""
        with self._database.held():
            if self._asked != (year, today) or self._database.writing:
                self._known = {}
                self._asked = (year, today)
                self._look_at(self._ids(year, today))
            found = [one for each in self._known.values() for one in each]
            if self._database.writing:  # it may yet be rolled back
                self._asked = None
        return tuple(sorted(found, key=lambda one: (tuple(Lack).index(one.lack), one.number)))

    def _ids(self, year: int, today: dt.date) -> set[str]:
        disputed = {one.request_id for one in self._database.read(Dispute) if undecided(one, year)}
        ended = self._database.ended_since(dt.date(year, 1, 1))
        return ended | set(self._database.open_requests(today)) | disputed

    def _look_at(self, ids: Collection[str]) -> None:
        assert self._asked is not None
        year, today = self._asked
        events: dict[str, list[RequestEvent]] = {one: [] for one in ids}
        for event in self._database.read_in(RequestEvent, "request_id", ids):
            events[event.request_id].append(event)
        disputes: dict[str, list[Dispute]] = {one: [] for one in ids}
        for dispute in self._database.read_in(Dispute, "request_id", ids):
            disputes[dispute.request_id].append(dispute)
        for one in ids:
            self._known.pop(one, None)
        for request in self._database.read_in(Request, "id", ids):
            found = _unready(request, events[request.id], disputes[request.id], year, today)
            if found:
                self._known[request.id] = found

    def _hear(self, changes: Changes) -> None:
        if changes.everything:
            self._asked = None
        if self._asked is None:
            return
        touched = {edit.record.id for edit in changes.of(Request)}
        for kind in (RequestEvent, Dispute):
            touched |= {edit.record.request_id for edit in changes.of(kind)}  # type: ignore[attr-defined]
        if touched:
            self._look_at(touched)


def _unready(
    request: Request,
    events: Iterable[RequestEvent],
    disputes: Iterable[Dispute],
    year: int,
    today: dt.date,
) -> tuple[Unready, ...]:
    kept = tuple(events)
    wanting = [(lack, "") for lack in lacks(request, kept, report_case(request, kept), year, today)]
    wanting += [(Lack.NO_RESULT, one.id) for one in disputes if undecided(one, year)]
    return tuple(
        Unready(
            lack=lack,
            request_id=request.id,
            number=request.number,
            subject=request.subject,
            dispute_id=dispute_id,
        )
        for lack, dispute_id in wanting
    )
