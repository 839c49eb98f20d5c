"""`init`: a new office file."""

from __future__ import annotations

import argparse

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, office_path
from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.i18n import _


def add(commands: Commands) -> None:
    parser = commands.add_parser("init", help=_("make a new office file"))
    add_office_argument(parser)
    parser.add_argument("--name", required=True, help=_("full name of the office"))
    parser.add_argument("--short-name", default="", help=_("short name of the office"))
    parser.add_argument(
        "--alias",
        action="append",
        default=[],
        help=_("another name that means us; may be given several times"),
    )
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in OfficeKind],
        default=OfficeKind.DEPARTMENT.value,
        help=_("a department or a people's government"),
    )
    parser.add_argument("--region", default="", help=_("the region the office serves"))
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from gongkai_desk.services.desk import create_desk

    path = office_path(asked)
    office = Office(
        name=asked.name.strip(),
        short_name=asked.short_name.strip(),
        aliases=tuple(alias.strip() for alias in asked.alias if alias.strip()),
        kind=OfficeKind(asked.kind),
        region=asked.region.strip(),
    )
    with create_desk(path, office):
        print(_("Made the office file “{path}” for {name}.").format(path=path, name=office.name))
    return 0
