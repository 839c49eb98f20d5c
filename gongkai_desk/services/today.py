"""今日: everything that asks for the officer's attention, as one value for screen and paper."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from gongkai_desk.domain.attention import Attention, Concern


class Watchful(Protocol):
    """A service that tells what of its matters waits."""

    def attention(self, today: dt.date) -> tuple[Attention, ...]: ...


class TodayService:
    def __init__(self, *watching: Watchful) -> None:
        self._watching = watching

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """What waits beside requests and task deadlines, in the order of `Concern`."""
        found = [one for each in self._watching for one in each.attention(today) if one.count]
        return tuple(sorted(found, key=lambda one: tuple(Concern).index(one.concern)))
