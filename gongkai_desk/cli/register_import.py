"""`register import`: a ledger of requests (xlsx, xls, ods, csv) into the register.

With ``--json`` one document: ``columns`` (those that are read, with the `field` each became),
``ignored`` (those that are not), ``count``, ``requests`` as `register list` gives them,
``duplicates`` (numbers the register has already), ``problems`` with their cells, and whether the
requests were ``imported``. A refused import prints no document, but a dry run does.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai_desk.cli.office_file import opened
from gongkai_desk.cli.register_json import brief
from gongkai_desk.cli.today import today
from gongkai_desk.domain.ledger_fields import COMPUTED
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.texts import label, sentence

if TYPE_CHECKING:
    from gongkai_desk.domain.case import Case
    from gongkai_desk.domain.ledger_draft import LedgerDraft
    from gongkai_desk.domain.ledger_fields import LedgerColumn
    from gongkai_desk.domain.ledger_reading import LedgerReading

_REFUSED = 1


def add_arguments(importing: argparse.ArgumentParser) -> None:
    importing.add_argument(
        "file", type=Path, metavar=_("FILE"), help=_("the ledger: xlsx, xls, ods or csv")
    )
    importing.add_argument("--sheet", metavar=_("SHEET"), help=_("the sheet to read"))
    importing.add_argument(
        "--skip-duplicates",
        action="store_true",
        help=_("leave out requests whose number the register has already"),
    )
    importing.add_argument("--dry-run", action="store_true", help=_("read only, store nothing"))
    importing.set_defaults(run=run_import)


def run_import(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        draft = desk.ledger_import.open(asked.file).skipping(asked.skip_duplicates)
        if asked.sheet is not None:
            draft = draft.with_sheet(asked.sheet)
        reading = desk.ledger_import.read(draft, today())
        refused = reading.obstacles
        if refused and not asked.dry_run:
            _tell_problems(refused)
            return _REFUSED
        cases = desk.ledger_import.cases(reading, today())
        if not asked.dry_run:
            desk.ledger_import.commit(reading)
    _tell(draft, reading, cases, asked)
    return _REFUSED if refused else 0


def _tell(
    draft: LedgerDraft, reading: LedgerReading, cases: list[Case], asked: argparse.Namespace
) -> None:
    """The result on output, what concerns people on standard error."""
    if asked.json:
        document = _document(reading, cases, imported=not asked.dry_run)
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for column in draft.layout.columns:
            print(_column_line(column))
        for case in cases:
            print(
                "  ".join((case.request.number, case.request.applicant.name, case.request.subject))
            )
    _tell_problems((*reading.obstacles, *reading.warnings))
    for name in reading.other_sheets:
        print(
            _("Sheet “{name}” was not read; name it with --sheet.").format(name=name),
            file=sys.stderr,
        )
    n = len(reading.duplicates) if reading.skips_duplicates else 0
    if n:
        left = ngettext("{n} duplicate left out", "{n} duplicates left out", n).format(n=n)
        print(left, file=sys.stderr)
    n = len(reading.cases)
    read = ngettext("{n} request read", "{n} requests read", n)
    done = ngettext("{n} request imported.", "{n} requests imported.", n)
    print((read if asked.dry_run else done).format(n=n), file=sys.stderr)
    if asked.dry_run:
        print(_("Nothing was stored."), file=sys.stderr)


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(cell_sentence(problem), file=sys.stderr)


def cell_sentence(problem: Problem) -> str:
    """A problem with the address of its cell before it."""
    words = sentence(problem)
    if not problem.field:
        return words
    return _("{cell}: {problem}").format(cell=problem.field, problem=words)


def _column_line(column: LedgerColumn) -> str:
    read = column.field is not None and column.field not in COMPUTED
    meaning = label(column.field) if column.field and read else _("not read")
    return _("Column {letters} “{heading}”: {field}").format(
        letters=column.letters, heading=column.title, field=meaning
    )


def _document(reading: LedgerReading, cases: list[Case], *, imported: bool) -> dict[str, object]:
    columns = reading.layout.columns
    read = [c for c in columns if c.field is not None and c.field not in COMPUTED]
    return {
        "sheet": reading.sheet,
        "columns": [
            {"column": c.letters, "heading": c.title, "field": c.field.value}
            for c in read
            if c.field is not None
        ],
        "ignored": [{"column": c.letters, "heading": c.title} for c in columns if c not in read],
        "count": len(cases),
        "requests": [brief(case) for case in cases],
        "duplicates": [case.request.number for case in reading.duplicates],
        "problems": [
            {
                "cell": problem.field or None,
                "severity": problem.severity.value,
                "message": sentence(problem),
            }
            for problem in (*reading.obstacles, *reading.warnings)
        ],
        "imported": imported,
    }
