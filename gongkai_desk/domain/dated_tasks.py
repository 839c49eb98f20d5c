"""Our tasks as the home page and its paper show them: what is due when, how many stand where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai_desk.domain.plan import Light, Task


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """Our tasks for the home page: each is counted once."""

    open: int = 0  # on track or without a date
    soon: int = 0
    late: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedTask:
    """A task of ours that is neither done nor carried over. `due` is None while it has no date."""

    task: Task
    due: dt.date | None
    light: Light

    @property
    def id(self) -> str:
        return self.task.id

    @property
    def urgent(self) -> bool:
        """Late, or due within 30 days."""
        return self.light in (Light.LATE, Light.SOON)
