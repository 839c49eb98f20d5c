"""`backup` and `restore`: a verified copy of the office file, and one put back."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, office_path, opened
from gongkai_desk.i18n import _


def add(commands: Commands) -> None:
    backup = commands.add_parser("backup", help=_("write a verified copy of the office file"))
    add_office_argument(backup)
    backup.add_argument("file", type=Path, metavar=_("FILE"), help=_("the copy to write"))
    backup.set_defaults(run=run_backup)
    restore = commands.add_parser("restore", help=_("put a backup in the office file's place"))
    add_office_argument(restore)
    restore.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup to put back"))
    restore.set_defaults(run=run_restore)


def run_backup(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        path = desk.maintenance.backup(asked.file)
    print(_("Wrote and verified “{path}”.").format(path=path))
    return 0


def run_restore(asked: argparse.Namespace) -> int:
    from gongkai_desk.services.desk import restore_office

    path = office_path(asked)
    restore_office(asked.file, path)
    print(_("“{path}” now holds the backup “{file}”.").format(path=path, file=asked.file))
    return 0
