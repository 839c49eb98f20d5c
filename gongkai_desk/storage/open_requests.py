"""Which requests can be open on a day, found without reading the closed ones."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, exists, or_, select, text

from gongkai_desk.domain.request import CLOSING, EventKind, Request, RequestEvent
from gongkai_desk.storage.schema import TABLES


def ids(connection: Connection, as_of: dt.date) -> list[str]:
    """Requests without an event that ends them by `as_of`, or with a re-decision after it; a few
    of the latter are closed again. In the order of their entry.
    """
    request, event = TABLES[Request], TABLES[RequestEvent]
    mine = (event.c.request_id == request.c.id) & event.c.voided_on.is_(None)
    ended = exists().where(
        mine
        & event.c.kind.in_(sorted(kind.value for kind in CLOSING))
        & (event.c.date <= as_of.isoformat())
    )
    again = exists().where(mine & (event.c.kind == EventKind.REDECISION_ORDERED.value))
    query = select(request.c.id).where(or_(~ended, again)).order_by(text("request.rowid"))
    return list(connection.execute(query).scalars())
