"""The `--office` argument and the open office file, shared by every command that needs one.

The services are imported when they are needed: `clock` and `fee` shall not wait for SQL and PDF.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai_desk.i18n import _

if TYPE_CHECKING:
    from gongkai_desk.services.desk import Desk


def add_office_argument(
    parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS
) -> None:
    """`--office`, before the command or after it; only the topmost parser gives it a default."""
    parser.add_argument(
        "--office",
        default=default,
        type=Path,
        metavar=_("FILE"),
        help=_("the office file; without it, the one in your data folder"),
    )


def office_path(asked: argparse.Namespace) -> Path:
    """The office file that was named, or the default one."""
    from gongkai_desk.services.desk import default_path

    named: Path | None = asked.office
    return default_path() if named is None else named


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Desk]:
    """The desk of the office file that was named; closed, and backed up when it was changed."""
    from gongkai_desk.services.desk import open_desk

    with open_desk(office_path(asked)) as desk:
        yield desk
