"""What a command of the command line is: a module that declares its arguments and sets `run`."""

from __future__ import annotations

import argparse
from typing import Any, Protocol, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[Any]"  # noqa: SLF001  it has no public name


class Command(Protocol):
    """`add` declares the arguments and sets `run`, a function of the namespace."""

    def add(self, commands: Commands) -> object: ...
