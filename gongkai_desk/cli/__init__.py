"""The commands, in the order of the help."""

from __future__ import annotations

import argparse
from typing import Any, Protocol, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[Any]"  # noqa: SLF001  argparse gives it no public name


class Command(Protocol):
    """A module of this package: it declares its arguments and sets `run`."""

    def add(self, commands: Commands) -> object: ...


from gongkai_desk.cli import backup, calendar, check, clock, fee, init, plan, register, report  # noqa: E402  they need `Commands` from above

COMMANDS: tuple[Command, ...] = (init, plan, register, clock, fee, calendar, report, backup, check)
