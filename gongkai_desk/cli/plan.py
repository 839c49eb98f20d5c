"""`plan import` and `plan list`: work plans into tasks, and the tasks."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, opened
from gongkai_desk.cli.standard_input import HYPHEN, read_input
from gongkai_desk.cli.today import today
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.texts import sentence

if TYPE_CHECKING:
    from gongkai_desk.domain.plan import Task
    from gongkai_desk.domain.plan_reading import PlanReading

_OUT_OF_REACH = frozenset({"office-file-missing", "office-file-locked", "office-file-held"})


def add(commands: Commands) -> None:
    parser = commands.add_parser("plan", help=_("work plans and their tasks"))
    parts = parser.add_subparsers(dest="part", metavar=_("COMMAND"), required=True)
    reading = parts.add_parser("import", help=_("read a work plan into tasks"))
    reading.add_argument(
        "file", metavar=_("FILE"), help=_("txt, docx, xlsx or pdf; - reads text from the input")
    )
    reading.add_argument("--year", type=int, metavar=_("YEAR"), help=_("the year of the plan"))
    reading.add_argument("--dry-run", action="store_true", help=_("read only, store nothing"))
    reading.set_defaults(run=run_import)
    listing = parts.add_parser("list", help=_("list the tasks"))
    listing.add_argument("--year", type=int, metavar=_("YEAR"), help=_("only plans of this year"))
    listing.add_argument("--ours", action="store_true", help=_("only our own tasks"))
    listing.set_defaults(run=run_list)
    for part in (reading, listing):
        part.add_argument("--json", action="store_true", help=_("one JSON document on output"))
        add_office_argument(part)


def run_import(asked: argparse.Namespace) -> int:
    if asked.dry_run:
        _tell(_preview(asked), asked)
        return 0
    with opened(asked) as desk:
        reading = desk.tasks.with_ours(_read(asked))
        desk.tasks.commit(reading, today())
    _tell(reading, asked)
    return 0


def _preview(asked: argparse.Namespace) -> PlanReading:
    """What would be imported; an office file that cannot be had now leaves open what is ours."""
    reading = _read(asked)
    try:
        with opened(asked) as desk:
            return desk.tasks.with_ours(reading)
    except DomainError as error:
        if not _OUT_OF_REACH.issuperset(problem.code for problem in error.problems):
            raise
        for problem in error.problems:
            print(_("Ours are not marked: {why}").format(why=sentence(problem)), file=sys.stderr)
        return reading


def run_list(asked: argparse.Namespace) -> int:
    from gongkai_desk.services.plan_json import plan_json

    with opened(asked) as desk:
        plans = desk.tasks.plans(asked.year)
        tasks = [
            task
            for plan in plans
            for task in desk.tasks.tasks(plan.id)
            if task.ours or not asked.ours
        ]
    if asked.json:
        _print_json(plan_json(plans[0] if len(plans) == 1 else None, tasks, asked.year))
        return 0
    for plan in plans:
        print(_("{title} ({year})").format(title=plan.title, year=plan.year))
        _print_tasks([task for task in tasks if task.plan_id == plan.id])
    if not tasks:
        print(_("No tasks."), file=sys.stderr)
    return 0


def _read(asked: argparse.Namespace) -> PlanReading:
    from gongkai_desk.services.tasks import read_plan_bytes, read_plan_file

    if asked.file == HYPHEN:
        return read_plan_bytes(read_input(), asked.year, _("standard input"))
    return read_plan_file(Path(asked.file), asked.year)


def _tell(reading: PlanReading, asked: argparse.Namespace) -> None:
    """The result on output, what concerns people on standard error."""
    from gongkai_desk.services.plan_json import plan_json

    for warning in reading.warnings:
        print(sentence(warning), file=sys.stderr)
    count = len(reading.tasks)
    read = ngettext("{count} task read: {title}", "{count} tasks read: {title}", count)
    print(read.format(count=count, title=reading.plan.title), file=sys.stderr)
    if asked.dry_run:
        print(_("Nothing was stored."), file=sys.stderr)
    if asked.json:
        _print_json(plan_json(reading.plan, reading.tasks))
    else:
        _print_tasks(reading.tasks)


def _print_tasks(tasks: list[Task] | tuple[Task, ...]) -> None:
    for task in tasks:
        mark = "*" if task.ours else " "
        parts = [task.number, task.title, "、".join(task.units), task.deadline.text]
        print(mark, "  ".join(part for part in parts if part))


def _print_json(content: dict[str, Any]) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=1))
