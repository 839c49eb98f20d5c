"""The cases in memory always equal a fresh reading, whatever was written in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.case import Case, Group, Query, Status
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.request import Channel, EventKind, Request, RequestEvent
from gongkai_desk.domain.request_steps import clock_events, closing_event_of
from gongkai_desk.services.case_book import Calendars, CaseBook, ClosedCase
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.outcomes import outcomes, row_labels
from gongkai_desk.storage.database import Database
from tests.builders import a_request, an_event
from tests.offices import new_desk

TODAY = dt.date(2026, 11, 20)
DAYS = [dt.date(2026, 10, 12), dt.date(2026, 11, 2), TODAY, dt.date(2026, 12, 24)]
KINDS = [
    EventKind.EXTENDED,
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.REPLIED,
    EventKind.WITHDRAWN,
    EventKind.REDECISION_ORDERED,
    EventKind.FEE_NOTICED,
]
FIRST = dt.date(2026, 9, 18)


def database_of(desk: Desk) -> Database:
    return desk._database


def plainly(desk: Desk, as_of: dt.date) -> list[Case]:
    """Every case, read and run one by one, as the register did before it had a book."""
    database, calendars = database_of(desk), Calendars(desk.holidays)
    cases = []
    for request in database.read(Request):
        events = tuple(database.read(RequestEvent, request_id=request.id))
        ending = closing_event_of(events)
        calendar = calendars.for_case_closed_on(ending.date if ending else None)
        clock = (
            run(request.received, clock_events(events), calendar, as_of)
            if request.received
            else None
        )
        outcome = outcomes().get(request.outcome)
        closed = clock is not None and clock.closed_on is not None
        tried = 0
        if request.received is None and request.channel.needs_confirmation:
            contacts = database.read(ContactEntry, request_id=request.id)
            for entry in sorted(contacts, key=lambda one: one.date):
                tried = 0 if entry.reached else tried + 1
        cases.append(
            Case(
                request=request,
                events=events,
                clock=clock,
                outcome=outcome,
                result=row_labels()[outcome.row] if outcome and closed else "",
                attempts=tried,
            )
        )
    return cases


def same(found: Sequence[Case], wanted: Sequence[Case]) -> None:
    assert [one.request.id for one in found] == [one.request.id for one in wanted]
    assert list(found) == list(wanted)
    assert [one.status for one in found] == [one.status for one in wanted]


def compare(desk: Desk, as_of: dt.date) -> None:
    wanted = plainly(desk, as_of)
    open_ones = [case for case in wanted if case.status is not Status.CLOSED]
    same(desk.register.rows(Query(group=Group.OPEN), as_of), open_ones)
    if desk.register._book.filled:
        same(desk.register.rows(Query(), as_of), wanted)
        closed = [case for case in wanted if case.status is Status.CLOSED]
        same(desk.register.rows(Query(status=Status.CLOSED), as_of), closed)


def _event(number: int, kind: EventKind, day: int, turn: int) -> RequestEvent:
    argument = "5" if kind is EventKind.EXTENDED else ""
    return an_event(
        f"r{number}",
        id=f"e{number}-{turn}",
        date=FIRST + dt.timedelta(days=day),
        kind=kind,
        argument=argument,
    )


def _apply(desk: Desk, step: tuple[str, int, int, EventKind], turn: int) -> None:
    """One step of a life of the register; what makes no sense now is passed over."""
    what, number, day, kind = step
    database = database_of(desk)
    known = database.find(Request, f"r{number}")
    events = database.read(RequestEvent, request_id=f"r{number}")
    fresh = a_request(id=f"r{number}", number=f"2026-{number}", received=FIRST, submitted=FIRST)
    puts: list[Record] = []
    drops: list[Record] = []
    match what:
        case "request":
            received = None if day % 3 == 0 and not events else FIRST
            outcome = "OPEN" if day % 2 else ""
            channel = Channel.PLAIN_MAIL if received is None else Channel.EMAIL
            puts = [replace(fresh, received=received, outcome=outcome, channel=channel)]
        case "event" if known is not None and known.received is not None:
            puts = [_event(number, kind, day, turn)]
        case "void" if events:
            puts = [replace(events[day % len(events)], voided_on=TODAY, voided_because="误记")]
        case "contact" if known is not None:
            entry = ContactEntry(id=f"c{number}-{turn}", request_id=known.id, date=TODAY)
            puts = [replace(entry, reached=bool(day % 2))]
        case "drop" if known is not None:
            drops = [*database.read(ContactEntry, request_id=known.id), *events, known]
        case "notice":
            off = (dt.date(2026, 10, 20 + day % 8), dt.date(2026, 11, 9))
            puts = [
                HolidayNotice(
                    id=f"n{turn}",
                    year=2026,
                    source=f"通知{turn}",
                    text="",
                    days_off=off,
                    makeup_days=(),
                    amends=True,
                    taken_on=FIRST + dt.timedelta(days=day),
                )
            ]
        case "undo" if desk.history.can_undo:
            desk.history.undo()
        case "redo" if desk.history.can_redo:
            desk.history.redo()
    with database.write("step") as work:
        for record in puts:
            work.put(record)
        for record in drops:
            work.remove(record)


WHAT = ["request", "request", "event", "event", "event", "void", "contact", "drop", "notice"]


@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([*WHAT, "undo", "redo", "list", "look"]),
            st.integers(0, 3),
            st.integers(0, 70),
            st.sampled_from(KINDS),
        ),
        min_size=1,
        max_size=16,
    ),
    whole=st.booleans(),
)
@settings(max_examples=60)
def test_the_book_equals_a_fresh_reading(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, int, int, EventKind]],
    whole: bool,
) -> None:
    path = tmp_path_factory.mktemp("book") / "office.db"
    with new_desk(path) as desk:
        if whole:
            desk.register.rows(Query(), TODAY)
        for turn, step in enumerate(steps):
            if step[0] == "list":
                desk.register.rows(Query(), DAYS[step[2] % len(DAYS)])
            elif step[0] == "look":
                compare(desk, DAYS[step[2] % len(DAYS)])
            else:
                _apply(desk, step, turn)
                compare(desk, TODAY)
        for day in DAYS:
            compare(desk, day)


def close(desk: Desk, request: Request) -> None:
    with database_of(desk).write("close") as work:
        work.put(replace(request, outcome="OPEN"))
        work.put(an_event(request, kind=EventKind.REPLIED, date=dt.date(2026, 10, 20)))


def test_a_closed_case_runs_its_clock_only_when_asked(desk: Desk) -> None:
    request = a_request()
    with database_of(desk).write("test") as work:
        work.put(request)
    close(desk, request)
    (case,) = desk.register.rows(Query(), TODAY)
    assert isinstance(case, ClosedCase)
    assert case._clock is None
    assert case.status is Status.CLOSED
    assert case.result == "（一）予以公开"
    assert case._clock is None
    assert case.closed_on == dt.date(2026, 10, 20)
    assert case.clock is case._clock
    (fresh,) = plainly(desk, TODAY)
    assert case == fresh
    assert fresh == case
    assert case != replace(fresh, result="")
    other = replace(case, request=replace(request, note="附注"))
    assert (other.clock, other.result, other.status) == (case.clock, case.result, Status.CLOSED)
    assert other.request.note == "附注"
    assert hash(case) == hash(desk.register.get(request.id, TODAY))


def test_the_open_cases_are_read_without_the_closed_ones(desk: Desk) -> None:
    first, second = a_request(), a_request()
    with database_of(desk).write("test") as work:
        work.put(first)
        work.put(second)
    close(desk, first)
    book = desk.register._book
    assert [one.request.id for one in book.open_cases(TODAY)] == [second.id]
    assert list(book._requests) == [second.id]
    assert not book.filled
    # what is found by its text is read apart, too
    assert len(desk.register.rows(Query(text=first.number), TODAY)) == 1
    assert not book.filled
    assert len(desk.register.rows(Query(), TODAY)) == 2
    assert book.filled


def test_a_reopened_case_comes_back_in_its_place(desk: Desk) -> None:
    first, second = a_request(), a_request()
    with database_of(desk).write("test") as work:
        work.put(first)
        work.put(second)
    close(desk, first)
    assert len(desk.register.rows(Query(group=Group.OPEN), TODAY)) == 1
    desk.register.reopen(first.id, TODAY, "答复有误")
    found = desk.register.rows(Query(group=Group.OPEN), TODAY)
    assert [one.request.id for one in found] == [first.id, second.id]


def test_what_is_read_in_the_middle_of_a_write_is_not_kept(desk: Desk) -> None:
    database, request = database_of(desk), a_request()
    book = CaseBook(database, desk.holidays)
    seen: list[int] = []

    def fail() -> None:
        with database.write("fail") as work:
            work.put(request)
            seen.append(len(book.all_cases(TODAY)))
            seen.append(len(book.open_cases(TODAY)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert seen == [1, 1]
    assert len(book.all_cases(TODAY)) == 0
    assert len(book.open_cases(TODAY)) == 0


def test_after_a_restore_the_book_is_read_anew(desk: Desk) -> None:
    copy = desk.maintenance.backup()
    with database_of(desk).write("test") as work:
        work.put(a_request())
    assert len(desk.register.rows(Query(), TODAY)) == 1
    desk.maintenance.restore(copy)
    assert desk.register.rows(Query(), TODAY) == []
    assert desk.register.rows(Query(group=Group.OPEN), TODAY) == []


def test_an_unreachable_applicant_is_a_group_of_its_own(desk: Desk) -> None:
    letter = a_request(received=None, channel=Channel.PLAIN_MAIL)
    with database_of(desk).write("test") as work:
        work.put(letter)
    group = Query(group=Group.UNREACHABLE)
    assert desk.register.rows(group, TODAY) == []
    entry = ContactEntry(id="c", request_id=letter.id, date=TODAY, reached=False)
    desk.case_file.put(entry)
    assert [one.attempts for one in desk.register.rows(group, TODAY)] == [1]
    desk.case_file.put(replace(entry, reached=True))
    assert desk.register.rows(group, TODAY) == []


def test_the_years_and_the_number_of_requests_need_no_reading(desk: Desk) -> None:
    with database_of(desk).write("test") as work:
        work.put(a_request())
        work.put(a_request(received=None, arrived=dt.date(2024, 3, 1)))
        work.put(a_request(received=None, arrived=None, submitted=None))
    assert desk.register.years() == [2026, 2024]
    assert desk.register.count() == 3
    assert not desk.register._book.filled


def test_a_changed_event_keeps_its_place(desk: Desk) -> None:
    request = a_request()
    events = [
        an_event(request, id=f"e{n}", kind=EventKind.REASONS_REQUESTED, date=FIRST)
        for n in range(3)
    ]
    with database_of(desk).write("test") as work:
        work.put(request)
        for event in events:
            work.put(event)
    desk.register.rows(Query(), TODAY)
    with database_of(desk).write("test") as work:
        work.put(replace(events[0], voided_on=TODAY, voided_because="误记"))
    compare(desk, TODAY)
