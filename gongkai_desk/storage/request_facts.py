"""What is told of the requests without reading them: which can be open, which years they are of."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, exists, func, or_, select, text

from gongkai_desk.domain.request import CLOSING, EventKind, Request, RequestEvent
from gongkai_desk.storage.schema import TABLES


def open_ids(connection: Connection, as_of: dt.date) -> list[str]:
    """Requests without an event that ends them by `as_of`, with a re-decision, or without a receipt
    date; a few of them are closed. In the order of their entry.
    """
    request, event = TABLES[Request], TABLES[RequestEvent]
    mine = (event.c.request_id == request.c.id) & event.c.voided_on.is_(None)
    ended = exists().where(
        mine
        & event.c.kind.in_(sorted(kind.value for kind in CLOSING))
        & (event.c.date <= as_of.isoformat())
    )
    again = exists().where(mine & (event.c.kind == EventKind.REDECISION_ORDERED.value))
    query = (
        select(request.c.id)
        .where(or_(~ended, again, request.c.received.is_(None)))
        .order_by(text("request.rowid"))
    )
    return list(connection.execute(query).scalars())


def years(connection: Connection) -> list[int]:
    """The years of receipt, arrival or submission of all requests, the latest first."""
    request = TABLES[Request]
    day = func.coalesce(request.c.received, request.c.arrived, request.c.submitted)
    found = connection.execute(select(func.substr(day, 1, 4)).distinct()).scalars()
    return sorted((int(year) for year in found if year), reverse=True)
