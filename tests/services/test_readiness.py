"""What would break the report is found at its case, and leaves the list when it is mended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.case_file import Dispute, DisputeResult
from gongkai_desk.domain.report_readiness import Lack, Unready
from gongkai_desk.domain.request import (
    EventKind,
    Matter,
    Request,
    RequestEvent,
    Service,
    ServiceWay,
)
from gongkai_desk.services.readiness import ReadinessService
from gongkai_desk.storage.database import Database
from tests.builders import a_dispute, a_request, an_applicant, an_event
from tests.offices import new_office

TODAY = dt.date(2026, 11, 20)
SERVED = Service(way=ServiceWay.EMAIL, posted_on=dt.date(2026, 10, 9))
ANSWERED = EventKind.REPLIED


def put(database: Database, *records: Request | RequestEvent | Dispute) -> None:
    with database.write("save-request") as work:
        for record in records:
            work.put(record)


def a_closed(**values: object) -> tuple[Request, RequestEvent]:
    given = {"received": dt.date(2026, 9, 18), "outcome": "OPEN", "service": SERVED, **values}
    request = a_request(**given)
    return request, an_event(request, kind=ANSWERED, date=dt.date(2026, 10, 9))


def lacks(database: Database, year: int = 2026, today: dt.date = TODAY) -> list[Lack]:
    return [one.lack for one in ReadinessService(database).unready(year, today)]


def test_a_request_in_order_lacks_nothing(database: Database) -> None:
    put(database, *a_closed())
    assert lacks(database) == []


@pytest.mark.parametrize(
    ("values", "lack"),
    [
        ({"applicant": an_applicant(kind=None)}, Lack.NO_KIND),
        ({"outcome": ""}, Lack.NO_OUTCOME),
        ({"service": None}, Lack.NO_SERVICE),
        ({"service": replace(SERVED, posted_on=None)}, Lack.NO_SERVICE),
        ({"arrived": dt.date(2026, 9, 21)}, Lack.DATE_ORDER),
        ({"received": dt.date(2026, 10, 12)}, Lack.DATE_ORDER),
    ],
)
def test_what_is_missing_is_named(
    database: Database, values: dict[str, object], lack: Lack
) -> None:
    request, event = a_closed(**values)
    put(database, request, event)
    (found,) = ReadinessService(database).unready(2026, TODAY)
    assert (found.lack, found.request_id, found.number) == (lack, request.id, request.number)


def test_a_correction_and_other_years_are_not_asked(database: Database) -> None:
    put(database, *a_closed(id="c", number="c", matter=Matter.CORRECTION, outcome=""))
    put(database, *a_closed(id="b", number="b", outcome=""))
    assert [one.request_id for one in ReadinessService(database).unready(2026, TODAY)] == ["b"]
    assert lacks(database, 2025) == []
    assert lacks(database, 2027, dt.date(2027, 3, 1)) == []


def test_an_unconfirmed_receipt_is_missed_when_the_year_is_over(database: Database) -> None:
    put(database, a_request(received=None, arrived=dt.date(2026, 12, 30)))
    assert lacks(database, today=dt.date(2026, 12, 31)) == []
    assert lacks(database, today=dt.date(2027, 1, 4)) == [Lack.NO_RECEIPT]


def test_a_decided_dispute_wants_its_result(database: Database) -> None:
    request, event = a_closed()
    dispute = a_dispute(request, decided_on=dt.date(2026, 11, 2), result=DisputeResult.PENDING)
    put(database, request, event, dispute)
    (found,) = ReadinessService(database).unready(2026, TODAY)
    assert (found.lack, found.dispute_id) == (Lack.NO_RESULT, dispute.id)


_EDITS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["kind", "outcome", "service", "arrived", "remove event", "put event"]),
        st.booleans(),
    ),
    max_size=8,
)


@settings(max_examples=8)
@given(edits=_EDITS)
def test_what_is_kept_up_to_date_equals_a_fresh_look(
    edits: list[tuple[str, str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("ready") / "office.db"
    with Database.open(new_office(path)) as database:
        for each in "abc":
            put(database, *a_closed(id=each, number=each))
        kept = ReadinessService(database)
        kept.unready(2026, TODAY)
        for request_id, what, right in edits:
            _edit(database, request_id, what, right)
            fresh: tuple[Unready, ...] = ReadinessService(database).unready(2026, TODAY)
            assert kept.unready(2026, TODAY) == fresh


def _edit(database: Database, request_id: str, what: str, right: bool) -> None:
    request = database.get(Request, request_id)
    events = database.read(RequestEvent, request_id=request_id)
    match what:
        case "kind":
            kind = an_applicant().kind if right else None
            put(database, replace(request, applicant=replace(request.applicant, kind=kind)))
        case "outcome":
            put(database, replace(request, outcome="OPEN" if right else ""))
        case "service":
            put(database, replace(request, service=SERVED if right else None))
        case "arrived":
            put(database, replace(request, arrived=None if right else dt.date(2026, 9, 30)))
        case "remove event" if events:
            with database.write("remove-event") as work:
                work.remove(events[0])
        case "put event" if not events:
            put(database, an_event(request, kind=ANSWERED, date=dt.date(2026, 10, 9)))
