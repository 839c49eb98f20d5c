"""The register of disclosure requests: entering, confirming, correcting (第四十五条); what happens
to a case afterwards is in `procedure`.

`on` is always the day on which the officer does it: nothing can be entered that lies after it.
Every method that writes makes one write, and refuses with `DomainError` before it writes anything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.domain.request import Request
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.services.procedure import Procedure
from gongkai_desk.storage.work import Work

_DIGITS = 3
"""2026-001: places of the running number; a busier year simply takes more."""


class RegisterService(Procedure):
    """All that can be done with requests; `CaseView` is what can be asked, `Procedure` the course
    of a case.
    """

    def next_number(self, year: int) -> str:
        """The first free number after the highest of `year`: 2026-001, 2026-002 …"""
        pattern = re.compile(rf"{year}-([0-9]+)")
        every = map(pattern.fullmatch, self._database.values(Request, "number"))
        last = max((int(match[1]) for match in every if match), default=0)
        return f"{year}-{last + 1:0{_DIGITS}}"

    def add(self, request: Request, *, on: dt.date, files: Sequence[Path] = ()) -> Changes:
        """Enter a new request with copies of `files`; an empty number is given the next free one
        of its year. Errors as for reading a file.
        """
        day = request.received or request.arrived or request.submitted or on
        number = request.number.strip() or self.next_number(day.year)
        fresh = replace(request, number=number)
        refuse_all(self.check(fresh, on))
        copies = [read_attachment(request.id, path, on) for path in files]
        with self._database.write("add-request") as work:
            work.put(fresh)
            _attach(work, copies)
        return work.changes

    def save(
        self,
        request: Request,
        *,
        on: dt.date,
        files: Sequence[Path] = (),
        without: Iterable[Attachment] = (),
    ) -> Changes:
        """Correct what is written about a request; its outcome changes by closing only. Copies of
        `files` are added to it, the attachments `without` are taken out.
        """
        before = self._database.get(Request, request.id)
        trimmed = replace(request, number=request.number.strip())
        refuse_all([*self.check(trimmed, on), *_by_saving(before, trimmed)])
        copies = [read_attachment(request.id, path, on) for path in files]
        with self._database.write("change-request") as work:
            work.put(trimmed)
            for attachment in without:
                work.remove(attachment)
            _attach(work, copies)
        return work.changes

    def confirm_receipt(
        self, request_id: str, *, received: dt.date, by: str, how: str, on: dt.date
    ) -> Changes:
        """Record that we and the applicant confirmed the receipt: the clock starts that day."""
        request = self._database.get(Request, request_id)
        confirmed = replace(request, received=received, confirmed_by=by, confirmed_how=how)
        missing = [
            Problem("confirmation-incomplete", field)
            for field, text in (("confirmed_by", by), ("confirmed_how", how))
            if not text.strip()
        ]
        refuse_all([*missing, *self.check(confirmed, on)])
        with self._database.write("confirm-receipt") as work:
            work.put(confirmed)
        return work.changes


def _by_saving(before: Request, after: Request) -> Iterator[Problem]:
    """Only closing and reopening may decide how and when a case ended."""
    if not after.number:
        yield Problem("number-missing", "number")
    was = (before.outcome, before.service.counts_on if before.service else None)
    now = (after.outcome, after.service.counts_on if after.service else None)
    if was != now:
        yield Problem("outcome-by-closing", "outcome")


def _attach(work: Work, copies: Iterable[tuple[Attachment, bytes]]) -> None:
    for attachment, data in copies:
        work.attach(attachment, data)
