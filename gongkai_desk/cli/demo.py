"""`gongkai-desk demo`: a filled sample office, its documents and pictures of every screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.today import today
from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.problems import refuse
from gongkai_desk.i18n import _

OFFICE_FILE, PAPERS, PICTURES = "office.db", "documents", "pictures"


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "demo", help=_("a filled sample office file, its documents, pictures of every screen")
    )
    parser.add_argument("folder", type=Path, metavar=_("DIR"))
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    from gongkai_desk.demo import offscreen
    from gongkai_desk.demo.papers import write_papers
    from gongkai_desk.demo.sample import create_sample
    from gongkai_desk.services.desk import open_desk

    folder: Path = asked.folder
    office = folder / OFFICE_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("demo-folder", path=str(folder), detail=file_trouble(error)) from error
    day = today()
    create_sample(office, day)
    with open_desk(office) as desk:
        papers = write_papers(desk, folder / PAPERS, day)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", offscreen())
    from gongkai_desk.demo.pictures import take_pictures

    def tell(done: int, total: int) -> None:
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)

    taken = take_pictures(office, folder / PAPERS, folder / PICTURES, day, tell)
    print(file=sys.stderr)
    print(_("Office file: {path}").format(path=office))
    for paper in papers:
        print(_("Document: {path}").format(path=paper))
    print(_("Pictures: {count} in {path}").format(count=len(taken), path=folder / PICTURES))
    return 0
