"""What the register says otherwise than a published report: cell by cell, with the cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.dispute_counts import count_disputes
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.published_report import (
    Difference,
    PublishedReport,
    cases_behind,
    cells_by_id,
    differences,
    disputes_behind,
)
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.request import Matter, Request, RequestEvent
from gongkai_desk.domain.statistics import count
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.case_view import report_case
from gongkai_desk.services.reporting import Report, ReportingService
from gongkai_desk.storage.database import Database

_MOST_NAMED = 20
"""So many cases are named in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCase:
    """A case as it is told: of a dispute, the request it is about. One that is no longer in the
    register has the number it had.
    """

    request_id: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A difference with the cases that came into its cell and went out of it."""

    difference: Difference
    came: tuple[NamedCase, ...] = ()
    gone: tuple[NamedCase, ...] = ()

    @property
    def finding(self) -> Finding:
        """The same among the findings of a report: `found` is what was published."""
        code = "report-published-differs"
        if self.came or self.gone:
            words = ("came" if self.came else "", "gone" if self.gone else "")
            code = "-".join(("report-published", *filter(None, words)))
        one = self.difference
        return Finding(
            place=one.place,
            rule="count",
            code=code,
            severity=Severity.WARNING,
            expected=_plain(one.now),
            found=_plain(one.published),
            values={
                "found": _plain(one.published),
                "expected": _plain(one.now),
                "came": numbers_of(self.came),
                "gone": numbers_of(self.gone),
            },
        )


def numbers_of(cases: Sequence[NamedCase]) -> str:
    """The numbers of the cases in one text, the first ones where they are many."""
    told = "、".join(one.number for one in cases[:_MOST_NAMED])
    more = len(cases) > _MOST_NAMED
    return _("{some} and more").format(some=told) if more else told


class PublishedChanges:
    """The differences of one edition when they are asked for, and, for the home page, how many
    cells differ: the cases written since are looked at once, then each write is followed.
    """

    def __init__(self, database: Database, reporting: ReportingService) -> None:
        self._database = database
        self._reporting = reporting
        self._frozen: dict[int, _Frozen] | None = None
        database.committed.append(self._hear)

    def differences(self, edition: PublishedReport, report: Report) -> tuple[Differing, ...]:
        """What `edition` says otherwise than `report`, the report of its year as it is now."""
        found = differences(
            edition,
            report.figures,
            cases_behind(report.counted),
            disputes_behind(report.counted_disputes),
        )
        named = self._names({one for each in found for one in (*each.came, *each.gone)})
        return tuple(
            Differing(
                difference=each,
                came=tuple(named[one] for one in each.came),
                gone=tuple(named[one] for one in each.gone),
            )
            for each in found
        )

    def _names(self, ids: Collection[str]) -> Mapping[str, NamedCase]:
        about = {one.id: one.request_id for one in self._database.read_in(Dispute, "id", ids)}
        requests = {about.get(one, one) for one in ids}
        numbers = {one.id: one.number for one in self._database.read_in(Request, "id", requests)}
        return {one: self._named(one, about.get(one, one), numbers) for one in ids}

    def _named(self, one: str, request_id: str, numbers: Mapping[str, str]) -> NamedCase:
        if request_id in numbers:
            return NamedCase(request_id=request_id, number=numbers[request_id])
        return self._gone(one)

    def _gone(self, one: str) -> NamedCase:
        """A case or dispute that was taken out of the register, by what the journal has of it."""
        for entry in reversed(self._database.journal(record_id=one)):
            was = entry.before or entry.after or {}
            if "number" in was and entry.kind == "request":
                return NamedCase(request_id="", number=str(was["number"]))
            if "request_id" in was:
                named = self._names({str(was["request_id"])})
                return named[str(was["request_id"])]
        return NamedCase(request_id="", number=_("(no longer in the register)"))

    # followed for the home page

    def attention(self) -> tuple[Attention, ...]:
        """One line when a published report no longer agrees with the register: it counts and
        opens the latest such year, its examples name every one.
        """
        with self._database.held():
            frozen = self._watched()
            differ = {year: cells for year, one in frozen.items() if (cells := one.differing)}
            if self._database.writing:  # it may yet be rolled back
                self._frozen = None
        if not differ:
            return ()
        return (
            Attention(
                concern=Concern.REPORT_DIFFERS,
                count=differ[max(differ)],
                weight=Weight.WARN,
                page="report",
                view=str(max(differ)),
                examples=tuple(
                    _("{year}: published on {date}, {count} numbers differ").format(
                        year=year, date=date_text(frozen[year].published_on), count=cells
                    )
                    for year, cells in sorted(differ.items(), reverse=True)
                ),
            ),
        )

    def _watched(self) -> Mapping[int, _Frozen]:
        if self._frozen is None or self._database.writing:
            latest: dict[int, PublishedReport] = {}
            for one in sorted(self._database.read(PublishedReport), key=lambda one: one.edition):
                latest[one.year] = one
            self._frozen = {year: _Frozen(one) for year, one in latest.items()}
            for year, edition in latest.items():
                self._catch_up(edition, self._frozen[year])
        return self._frozen

    def _catch_up(self, edition: PublishedReport, frozen: _Frozen) -> None:
        """Look at the cases written since the edition; what the year cannot hold is passed over."""
        last = dt.date(edition.year, 12, 31)
        ids = {
            one
            for one, received in self._database.requests_since(edition).items()
            if one in frozen.cases or (received is not None and received <= last)
        }
        frozen.follow(self._histories(ids), ids)
        disputes = self._database.disputes_since(edition)
        frozen.follow_disputes(self._disputes(disputes), disputes)

    def _histories(self, ids: Collection[str]) -> list[tuple[Request, list[RequestEvent]]]:
        events: dict[str, list[RequestEvent]] = {one: [] for one in ids}
        for event in self._database.read_in(RequestEvent, "request_id", ids):
            events[event.request_id].append(event)
        return [
            (one, events[one.id])
            for one in self._database.read_in(Request, "id", ids)
            if one.matter is Matter.DISCLOSURE
        ]

    def _disputes(self, ids: Collection[str]) -> Mapping[str, Dispute]:
        return {one.id: one for one in self._database.read_in(Dispute, "id", ids)}

    def _hear(self, changes: Changes) -> None:
        if changes.everything or changes.touches(PublishedReport):
            self._frozen = None
        if not self._frozen:
            return
        touched = {edit.record.id for edit in changes.of(Request)}
        touched |= {edit.record.request_id for edit in changes.of(RequestEvent)}  # type: ignore[attr-defined]
        moved = {edit.record.id for edit in changes.of(Dispute)}
        histories, disputes = self._histories(touched), self._disputes(moved)
        for each in self._frozen.values():
            each.follow(histories, touched)
            each.follow_disputes(disputes, moved)


class _Frozen:
    """The cells every case of one edition was in, and those in which something moved since."""

    def __init__(self, edition: PublishedReport) -> None:
        self.year, self.published_on = edition.year, edition.published_on
        self.cases = cells_by_id(edition.cases)
        self.disputes = cells_by_id(edition.disputes)
        self._moved: dict[str, frozenset[str]] = {}
        self._moved_disputes: dict[str, frozenset[str]] = {}

    @property
    def differing(self) -> int:
        """In how many cells something moved."""
        return sum(
            len(set().union(*moved.values())) for moved in (self._moved, self._moved_disputes)
        )

    def follow(
        self, found: Iterable[tuple[Request, Sequence[RequestEvent]]], ids: Iterable[str]
    ) -> None:
        """Look at the cases with these ids anew; those not `found` are in no cell."""
        counted = count([report_case(*one) for one in found], self.year)
        _follow(self._moved, self.cases, cells_by_id(cases_behind(counted)), ids)

    def follow_disputes(self, found: Mapping[str, Dispute], ids: Iterable[str]) -> None:
        """The same for disputes."""
        counted = count_disputes(found.values(), self.year)
        now = cells_by_id(disputes_behind(counted))
        _follow(self._moved_disputes, self.disputes, now, ids)


def _follow(
    moved: dict[str, frozenset[str]],
    before: Mapping[str, frozenset[str]],
    now: Mapping[str, frozenset[str]],
    ids: Iterable[str],
) -> None:
    nowhere: frozenset[str] = frozenset()
    for one in ids:
        moved.pop(one, None)
        if apart := before.get(one, nowhere) ^ now.get(one, nowhere):
            moved[one] = apart


def _plain(number: object) -> object:
    return number if isinstance(number, int) else format(number, "f")
