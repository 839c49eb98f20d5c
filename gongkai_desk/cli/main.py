"""The command line: `gongkai-desk`, same as `python -m gongkai_desk`.

Each command is a module with `add(commands)`, which declares its arguments and sets
`run: Callable[[Namespace], int]`. Everything a command does lives in the services.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from typing_extensions import override

from gongkai_desk import __version__, i18n
from gongkai_desk.cli import (
    backup,
    calendar,
    check,
    clock,
    demo,
    fee,
    init,
    plan,
    register,
    report,
)
from gongkai_desk.cli.command import Command, Commands
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence

COMMANDS: tuple[Command, ...] = (
    init,
    plan,
    register,
    clock,
    fee,
    calendar,
    report,
    backup,
    check,
    demo,
)
"""In the order of the help."""

REFUSED, WRONG_USAGE = 1, 2


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one clear line."""

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complaint = _("Wrong usage: {message}").format(message=message)
        self.exit(WRONG_USAGE, f"{self.prog}: {complaint}\n")


def parser() -> argparse.ArgumentParser:
    top = Parser(
        prog="gongkai-desk", description=_("Disclosure desk: without a command, opens the window.")
    )
    top.add_argument("--version", action="version", version=__version__)
    commands: Commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    for command in COMMANDS:
        command.add(commands)
    return top


def _open_window() -> int:
    """The window; its weight is paid only by who opens it."""
    from gongkai_desk import app
    from gongkai_desk.cli.today import today
    from gongkai_desk.demo.sample import create_sample

    return app.main(sample=lambda path: create_sample(path, today()))


def main(arguments: Sequence[str] | None = None) -> int:
    i18n.use(os.environ.get("GONGKAI_DESK_LANGUAGE", i18n.DEFAULT))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = parser().parse_args(arguments)
    if asked.command is None:
        return _open_window()
    try:
        return int(asked.run(asked))
    except DomainError as error:
        for problem in error.problems:
            print(sentence(problem), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115,PTH123  nobody listens any more
        return 0
    except Exception as error:
        logging.getLogger(__name__).debug("a bug", exc_info=True)
        print(
            _("The program failed ({error}); nothing was changed. Please report this.").format(
                error=type(error).__name__
            ),
            file=sys.stderr,
        )
        return REFUSED
