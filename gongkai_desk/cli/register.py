"""`register list`, `show`, `import` and `export`: the register of disclosure requests."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from gongkai_desk.cli.clock import as_json as clock_json
from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, opened
from gongkai_desk.cli.register_import import add_arguments as add_import_arguments
from gongkai_desk.cli.register_json import brief
from gongkai_desk.cli.today import today
from gongkai_desk.domain.calendar import read_date
from gongkai_desk.domain.case import Query, Status
from gongkai_desk.domain.identity_number import masked
from gongkai_desk.domain.ledger_export import LedgerExport
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.texts import label, sentence

if TYPE_CHECKING:
    import datetime as dt

    from gongkai_desk.domain.case import Case
    from gongkai_desk.domain.request import RequestEvent


def add(commands: Commands) -> None:
    register = commands.add_parser("register", help=_("the register of disclosure requests"))
    parts = register.add_subparsers(dest="part", metavar=_("COMMAND"), required=True)
    listing = parts.add_parser("list", help=_("the requests with their countdowns"))
    listing.add_argument("--year", type=int, metavar=_("YEAR"), help=_("received in this year"))
    listing.add_argument(
        "--status", choices=[status.value for status in Status], help=_("only this status")
    )
    listing.add_argument("--query", default="", metavar="Q", help=_("text to look for"))
    listing.add_argument("--as-of", metavar="D", help=_("the day to look from; without it, today"))
    listing.set_defaults(run=run_list)
    showing = parts.add_parser("show", help=_("one request with its history"))
    showing.add_argument("number", metavar=_("NUMBER"), help=_("number of the request"))
    showing.set_defaults(run=run_show)
    importing = parts.add_parser("import", help=_("read a ledger of requests (Excel, csv)"))
    add_import_arguments(importing)
    for part in (importing, listing, showing):
        part.add_argument("--json", action="store_true", help=_("one JSON document on output"))
    exporting = parts.add_parser("export", help=_("the ledger as xlsx"))
    exporting.add_argument("file", type=Path, metavar=_("FILE"), help=_("the xlsx or csv to write"))
    exporting.add_argument(
        "--full", action="store_true", help=_("numbers and addresses of persons without stars")
    )
    exporting.set_defaults(run=run_export)
    for part in (importing, listing, showing, exporting):
        add_office_argument(part)


def run_list(asked: argparse.Namespace) -> int:
    as_of = today() if asked.as_of is None else read_date(asked.as_of, "as_of")
    status = None if asked.status is None else Status(asked.status)
    query = Query(year=asked.year, status=status, text=asked.query)
    with opened(asked) as desk:
        cases = desk.register.rows(query, as_of)
        year = asked.year or desk.reporting.year_due(as_of)
        unready = len(desk.readiness.unready(year, as_of))
    if asked.json:
        requests = [brief(case) for case in cases]
        _print_json({"count": len(requests), "requests": requests})
        _tell_unready(unready, year, sys.stderr)
        return 0
    for case in cases:
        print(_line(case))
    _tell_unready(unready, year, sys.stdout)
    count = ngettext("{n} request", "{n} requests", len(cases)).format(n=len(cases))
    print(count, file=sys.stderr)
    return 0


def _tell_unready(count: int, year: int, stream: TextIO) -> None:
    """How many things would break the tables of the report of `year`."""
    if count:
        words = ngettext(
            "{n} thing to mend before the report {year}",
            "{n} things to mend before the report {year}",
            count,
        )
        print(words.format(n=count, year=year), file=stream)


def run_show(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        case = desk.register.by_number(asked.number, today())
        problems = desk.register.check(case.request, today())
    warnings = [sentence(problem) for problem in problems]
    if asked.json:
        _print_json(_full(case, warnings))
    else:
        _show(case, warnings)
    return 0


def run_export(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        export = LedgerExport(full=asked.full)
        n = desk.ledger_export.write_all(asked.file, Query(), today(), export)
    message = ngettext(
        "Wrote {n} request to “{path}”.", "Wrote {n} requests to “{path}”.", n
    ).format(n=n, path=asked.file)
    print(message)
    return 0


def _full(case: Case, warnings: list[str]) -> dict[str, object]:
    request, applicant = case.request, case.request.applicant
    return {
        **brief(case),
        "channel": request.channel.value,
        "description": request.description,
        "submitted": _iso(request.submitted),
        "arrived": _iso(request.arrived),
        "identity_number": masked(applicant.identity_number),
        "platform_number": request.platform_number,
        "handler": request.handler,
        "tags": list(request.tags),
        "note": request.note,
        "outcome": request.outcome or None,
        "outcome_reason": request.outcome_reason,
        "reply_number": request.reply_number,
        "events": [_event(event) for event in case.timeline],
        "clock": clock_json(case.clock) if case.clock else None,
        "problems": warnings,
    }


def _event(event: RequestEvent) -> dict[str, object]:
    return {
        "date": event.date.isoformat(),
        "kind": event.kind.value,
        "argument": event.argument or None,
        "note": event.note,
        "voided_on": _iso(event.voided_on),
        "voided_because": event.voided_because or None,
    }


def _line(case: Case) -> str:
    request = case.request
    parts = [request.number, _iso(request.received) or "—", request.applicant.name]
    return "  ".join([*parts, request.subject, label(case.status), _countdown(case)]).rstrip()


def _countdown(case: Case) -> str:
    """When the reply is due and how far off that is; the result of a closed case."""
    if case.closed:
        return case.result
    if case.due is None or case.remaining is None:
        return ""
    due = _("due {date}").format(date=case.due.isoformat())
    if case.provisional:
        due += _("(provisional)")
    if case.overdue and not case.remaining:  # a rest day: no working day has gone by yet
        passed = _("Due date has passed")
        return f"{due}  {passed}"
    if case.overdue:
        late = ngettext("{n} working day late", "{n} working days late", -case.remaining)
        return f"{due}  {late.format(n=-case.remaining)}"
    left = ngettext("{n} working day left", "{n} working days left", case.remaining)
    return f"{due}  {left.format(n=case.remaining)}"


def _show(case: Case, warnings: list[str]) -> None:
    request, applicant = case.request, case.request.applicant
    facts = (
        (_("Number"), request.number),
        (_("Applicant"), applicant.name),
        (_("Applicant type"), label(applicant.kind) if applicant.kind else ""),
        (_("Identity number"), masked(applicant.identity_number)),
        (_("Channel"), label(request.channel)),
        (_("Received"), date_text(request.received) if request.received else ""),
        (_("Information asked for"), request.subject),
        (_("Handling section"), request.handler),
        (_("Status"), f"{label(case.status)}  {_countdown(case)}".rstrip()),
        (_("Reply number"), request.reply_number),
    )
    for name, value in facts:
        if value:
            print(_("{name}: {value}").format(name=name, value=value))
    print(_("History:"))
    for event in case.timeline:
        print(f"  {_event_line(event)}")
    if case.clock:
        print(_("Time limit:"))
        for step in case.clock.steps:
            print(f"  {step.date.isoformat()}  {step.basis}  {sentence(step.note)}")
        warnings = [*(sentence(one) for one in case.clock.warnings), *warnings]
    for warning in warnings:
        print(_("Note: {text}").format(text=warning))


def _event_line(event: RequestEvent) -> str:
    parts = [event.date.isoformat(), label(event.kind), event.argument, event.note]
    if event.voided_on is not None:
        voided = _("[voided on {date}: {reason}]")
        parts.append(voided.format(date=event.voided_on.isoformat(), reason=event.voided_because))
    return "  ".join(part for part in parts if part)


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _print_json(value: dict[str, object]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
