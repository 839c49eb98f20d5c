"""`gongkai-desk report`: the annual report of a year, and the check of any report's figures."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, opened
from gongkai_desk.i18n import _, ngettext

if TYPE_CHECKING:
    from gongkai_desk.domain.published_report import PublishedReport

CHECK = "check"
FORMATS = ("pdf", "docx", "html", "xlsx")
_YEARS = range(2008, 2200)


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "report",
        help=_("the annual report: figures, checks, documents"),
        usage=_(
            "gongkai-desk report YEAR --out DIR [--format pdf,docx,html,xlsx] [--json]\n"
            "       gongkai-desk report check FILE [--json]"
        ),
    )
    parser.add_argument("target", metavar=_("YEAR | check"))
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the report to check"))
    parser.add_argument("--out", type=Path, metavar=_("DIR"), help=_("folder for the documents"))
    parser.add_argument(
        "--format",
        default=None,
        metavar=",".join(FORMATS),
        help=_("what to write (default: all four)"),
    )
    add_office_argument(parser)
    parser.add_argument("--json", action="store_true", help=_("one JSON document on output"))
    parser.set_defaults(run=lambda asked: _run(parser, asked))


def _run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    if asked.target == CHECK:
        if asked.file is None:
            parser.error(_("report check needs a FILE"))
        if asked.out is not None or asked.format is not None:
            parser.error(_("report check takes neither --out nor --format"))
        return _check(Path(asked.file), asked.json)
    if asked.file is not None or not _is_year(asked.target):
        parser.error(_("a YEAR such as 2025, or: check FILE"))
    if asked.out is None:
        parser.error(_("--out DIR is missing"))
    named = ",".join(FORMATS) if asked.format is None else asked.format
    formats = [name.strip().lower() for name in named.split(",")]
    if not all(name in FORMATS for name in formats):
        parser.error(_("--format takes {formats}").format(formats=", ".join(FORMATS)))
    return _write(int(asked.target), formats, asked)


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) == 4 and int(text) in _YEARS


def _check(path: Path, as_json: bool) -> int:
    from gongkai_desk.domain.report_finding import has_errors
    from gongkai_desk.services.findings import finding_json, finding_text
    from gongkai_desk.services.published_report import check_report_file

    findings = check_report_file(path)
    if as_json:
        _print_json({"problems": [finding_json(finding) for finding in findings]})
    else:
        for finding in findings:
            print(finding_text(finding))
        print(_summary(len(findings)))
    return 1 if has_errors(findings) else 0


def _write(year: int, formats: Sequence[str], asked: argparse.Namespace) -> int:
    from gongkai_desk.domain.report_raw import document
    from gongkai_desk.services.findings import finding_json, finding_text

    with opened(asked) as desk:
        written = desk.publishing.write(desk.reporting.draft(year), asked.out, formats)
        published = desk.publishing.latest(year)
    figures, findings = written.report.figures, written.report.findings
    told = sys.stderr if asked.json else sys.stdout
    for path in written.paths:
        print(_("Written: {path}").format(path=path), file=told)
    if written.edition is not None:
        print(_published_text(written.edition), file=told)
    elif published is not None:
        print(
            _("The report is published; these documents are the corrected edition in the making."),
            file=told,
        )
    if written.draft:
        print(_("The documents are marked as a draft; see the findings."), file=told)
    if written.missing_characters:
        print(
            _("No typeface has these characters: {characters}").format(
                characters=" ".join(written.missing_characters)
            ),
            file=told,
        )
    for finding in findings:
        print(finding_text(finding), file=sys.stderr)
    if asked.json:
        problems = [finding_json(finding) for finding in findings]
        _print_json({**document(figures), "problems": problems})
    elif written.edition is not None:
        print(_differences_text(len(findings)))
    else:
        print(_summary(len(findings)))
    return 0


def _published_text(edition: PublishedReport) -> str:
    return _("This is the published edition {edition} of {date}; the files are unchanged.").format(
        edition=edition.edition, date=edition.published_on.isoformat()
    )


def _differences_text(count: int) -> str:
    if not count:
        return _("The register says what was published.")
    return ngettext(
        "{count} number would be another one now.", "{count} numbers would be others now.", count
    ).format(count=count)


def _summary(findings: int) -> str:
    if not findings:
        return _("The figures are consistent.")
    return ngettext("{count} finding.", "{count} findings.", findings).format(count=findings)


def _print_json(content: object) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=1))
