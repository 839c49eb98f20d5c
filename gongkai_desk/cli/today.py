"""The only place of the command line that looks at the clock on the wall."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()
