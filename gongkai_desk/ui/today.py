"""The one clock of the window. Demo and tests stop it, so that pictures and tests repeat."""

from __future__ import annotations

import datetime as dt

_fixed: dt.date | None = None


def today() -> dt.date:
    """The day it is, on this computer's calendar."""
    return _fixed or dt.datetime.now().astimezone().date()


def stop_at(day: dt.date | None) -> None:
    """From now on it is `day`; `None` lets the clock run again."""
    global _fixed
    _fixed = day
