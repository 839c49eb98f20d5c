"""The command line: `gongkai-desk`, same as `python -m gongkai_desk`.

Each command is a module with `add(commands)`, which declares its arguments and sets
`run: Callable[[Namespace], int]`. Everything a command does lives in the services.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gongkai_desk import __version__, i18n
from gongkai_desk.cli.command import Command, Commands
from gongkai_desk.cli.office_file import add_office_argument
from gongkai_desk.cli.parser import Parser
from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence

COMMANDS = (
    "init",
    "plan",
    "register",
    "clock",
    "fee",
    "calendar",
    "report",
    "backup",
    "check",
    "demo",
)
"""The modules of the commands, in the order of the help; the window needs none of them."""

REFUSED = 1


def parser() -> argparse.ArgumentParser:
    top = Parser(
        prog="gongkai-desk", description=_("Disclosure desk: without a command, opens the window.")
    )
    top.add_argument("--version", action="version", version=__version__)
    add_office_argument(top, default=None)
    commands: Commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    for name in COMMANDS:
        command: Command = importlib.import_module(f"gongkai_desk.cli.{name}")
        command.add(commands)
    return top


def _open_window(office: Path | None) -> int:
    """The window on `office` or, without one, on the file used last.

    Its weight is paid only by who opens it.
    """
    if not _has_display():
        raise refuse("no-display")
    gc.disable()  # what the start loads stays: looking through it would take a seventh of it
    from gongkai_desk import app

    return app.main([] if office is None else [str(office)], sample=_fill_sample)


def _fill_sample(path: Path) -> None:
    from gongkai_desk.cli.today import today
    from gongkai_desk.demo.sample import create_sample

    create_sample(path, today())


def _has_display() -> bool:
    """Whether a window can show; where there is no screen, Qt would end the process itself."""
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(arguments: Sequence[str] | None = None) -> int:
    i18n.use(os.environ.get("GONGKAI_DESK_LANGUAGE", i18n.DEFAULT))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _answer(sys.argv[1:] if arguments is None else arguments)
    except DomainError as error:
        return _refused(error)
    except BrokenPipeError:
        _throw_output_away()
        return 0
    except OSError as error:
        _throw_output_away()
        path = error.filename or _("output")
        return _refused(refuse("file-failed", path=path, reason=file_trouble(error)))
    except KeyboardInterrupt:
        return _refused(refuse("interrupted"))
    except Exception as error:
        logging.getLogger(__name__).debug("a bug", exc_info=True)
        return _refused(refuse("program-failed", error=type(error).__name__))


def _answer(arguments: Sequence[str]) -> int:
    if not arguments:  # the usual start of the window does not wait for the commands
        return _open_window(None)
    asked = parser().parse_args(arguments)
    code = _open_window(asked.office) if asked.command is None else int(asked.run(asked))
    if sys.stdout is not None:
        sys.stdout.flush()  # a full disk or a closed pipe shows itself here, not after the end
    return code


def _throw_output_away() -> None:
    """What is still buffered has nowhere to go; the interpreter would try again at its end."""
    try:
        number = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # none, or none of the system's
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def _refused(error: DomainError) -> int:
    for problem in error.problems:
        print(sentence(problem), file=sys.stderr)
    return REFUSED
