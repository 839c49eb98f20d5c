"""`check`: is the office file sound."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, opened
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence

if TYPE_CHECKING:
    from gongkai_desk.services.desk import Desk

FAULTY = 1


def add(commands: Commands) -> None:
    parser = commands.add_parser("check", help=_("check that the office file is sound"))
    add_office_argument(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        return _report(desk)


def _report(desk: Desk) -> int:
    problems = desk.maintenance.check()
    for problem in problems:
        print(sentence(problem), file=sys.stderr)
    if not problems:
        print(_("“{path}” is sound.").format(path=desk.path))
    return FAULTY if problems else 0
