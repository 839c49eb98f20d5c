"""Which cases were written since a record was first kept, by the journal."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, case, func, select

from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.storage.schema import TABLES, journal


def requests_since(connection: Connection, record: Record) -> dict[str, dt.date | None]:
    """The requests that were written, or whose events were, with the receipt date they have now;
    None for one that has none or was taken out.
    """
    request, event = TABLES[Request], TABLES[RequestEvent]
    fields = func.coalesce(journal.c.after, journal.c.before)
    owner = case(
        (journal.c.kind == request.name, journal.c.record_id),
        else_=func.json_extract(fields, "$.request_id"),
    )
    written = (
        select(owner.label("id"))
        .where(journal.c.seq > _first(record), journal.c.kind.in_([request.name, event.name]))
        .distinct()
        .subquery()
    )
    query = select(written.c.id, request.c.received).select_from(
        written.outerjoin(request, request.c.id == written.c.id)
    )
    return {
        one: dt.date.fromisoformat(received) if received else None
        for one, received in connection.execute(query)
    }


def disputes_since(connection: Connection, record: Record) -> set[str]:
    """The disputes that were written."""
    query = select(journal.c.record_id).where(
        journal.c.seq > _first(record), journal.c.kind == TABLES[Dispute].name
    )
    return set(connection.execute(query).scalars())


def _first(record: Record) -> object:
    """The place in the journal at which `record` was first kept."""
    mine = (journal.c.kind == TABLES[type(record)].name) & (journal.c.record_id == record.id)
    return select(func.min(journal.c.seq)).where(mine).scalar_subquery()
