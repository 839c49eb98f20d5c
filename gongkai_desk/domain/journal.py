"""What the journal tells people: who did what, and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One write as the journal keeps it. `at` is local time; `operation` is its stable name,
    ``undo:`` or ``redo:`` before it when it was a step back or forth; `records` how many records
    it touched.
    """

    id: str
    at: dt.datetime
    who: str
    operation: str
    records: int
