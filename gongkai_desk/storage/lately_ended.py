"""Which requests ended lately, found by the database without reading the rest of the register."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, select

from gongkai_desk.domain.request import CLOSING, RequestEvent
from gongkai_desk.storage.schema import TABLES


def ended_since(connection: Connection, since: dt.date) -> set[str]:
    """The ids of the requests with an event that ended them on `since` or later and counts."""
    event = TABLES[RequestEvent].c
    query = select(event.request_id).where(
        event.kind.in_([kind.value for kind in CLOSING]),
        event.date >= since.isoformat(),
        event.voided_on.is_(None),
    )
    return set(connection.execute(query).scalars())
