"""Backups of the office file: why one was made, and which are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum

RECENT, DAILY, WEEKLY, MONTHLY = 12, 30, 12, 24


class BackupReason(StrEnum):
    CLOSE = "close"
    MIGRATION = "migration"  # before the file is brought to a newer version of the program
    IMPORT = "import"  # before many records come in at once
    RESTORE = "restore"  # before another backup takes the file's place
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One file in the backups folder. `action` begins the UUID of the last action in it."""

    name: str
    taken_at: dt.datetime  # local time
    reason: BackupReason
    action: str
    size: int


def keep(taken: Iterable[dt.datetime]) -> set[dt.datetime]:
    """Which backups stay: the 12 newest, and the last one of each of the 30 newest days, 12
    newest weeks and 24 newest months that have any.
    """
    newest_first = sorted(set(taken), reverse=True)
    kept = set(newest_first[:RECENT])
    periods: tuple[tuple[Callable[[dt.datetime], Hashable], int], ...] = (
        (lambda time: time.date(), DAILY),
        (lambda time: time.isocalendar()[:2], WEEKLY),
        (lambda time: (time.year, time.month), MONTHLY),
    )
    for period, most in periods:
        last_of: dict[Hashable, dt.datetime] = {}
        for time in newest_first:
            last_of.setdefault(period(time), time)
        kept.update(list(last_of.values())[:most])
    return kept
