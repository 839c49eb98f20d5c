"""`calendar show YEAR`, `calendar import FILE`: the working days, and the notices behind them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai_desk.cli.command import Commands
from gongkai_desk.cli.office_file import add_office_argument, opened
from gongkai_desk.cli.standard_input import HYPHEN, read_input
from gongkai_desk.cli.today import today
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.problems import refuse
from gongkai_desk.i18n import _, date_text, ngettext

if TYPE_CHECKING:
    from gongkai_desk.services.holidays import Effect, HolidayService, NoticeReading

_LONGEST_YEAR = 4


def add(commands: Commands) -> None:
    parser = commands.add_parser("calendar", help=_("working days and holiday notices"))
    actions = parser.add_subparsers(dest="action", metavar="show|import", required=True)
    show = actions.add_parser("show", help=_("the working days of a year"))
    show.add_argument("year", metavar=_("YEAR"))
    add_office_argument(show)
    show.add_argument("--json", action="store_true", help=_("one JSON document on output"))
    show.set_defaults(run=run_show)
    take = actions.add_parser("import", help=_("read a State Council holiday notice (text)"))
    take.add_argument("file", metavar=_("FILE"), help=_("a text file; - for standard input"))
    add_office_argument(take)
    take.set_defaults(run=run_import)


def known_calendar(asked: argparse.Namespace) -> WorkCalendar:
    """The calendar of the office file that was named; without one, the bundled calendar."""
    if asked.office is not None:
        with opened(asked) as desk:
            return desk.holidays.calendar()
    from gongkai_desk.services.bundled_calendar import bundled_calendar

    return bundled_calendar()


def run_show(asked: argparse.Namespace) -> int:
    year = _year(asked.year)
    calendar = known_calendar(asked)
    if asked.json:
        print(json.dumps(_as_json(calendar, year), ensure_ascii=False, indent=2))
        return 0
    if calendar.confirmed(year):
        print(calendar.source(year))
    else:
        print(
            _(
                "{year}: no holiday notice is known. Provisional: weekends and statutory days only."
            ).format(year=year)
        )
    working = calendar.working_days(year)
    print(ngettext("{n} working day", "{n} working days", working).format(n=working))
    print(_("Days off: {days}").format(days=_list(calendar.days_off(year))))
    print(_("Weekend days worked: {days}").format(days=_list(calendar.makeup_days(year))))
    return 0


def run_import(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        reading = _read(desk.holidays, asked.file)
        effects = desk.holidays.effect(reading.notice, today())
        desk.holidays.take(reading, today())
        _tell(reading, effects, desk.holidays.calendar())
    return 0


def _read(holidays: HolidayService, file: str) -> NoticeReading:
    if file == HYPHEN:
        return holidays.read_bytes(read_input(), _("standard input"))
    return holidays.read_file(Path(file))


def _tell(reading: NoticeReading, effects: Sequence[Effect], calendar: WorkCalendar) -> None:
    notice = reading.notice
    print(_("Taken: {source}").format(source=notice.source))
    print(_("Days off: {days}").format(days=_list(sorted(notice.days_off))))
    print(_("Weekend days worked: {days}").format(days=_list(sorted(notice.makeup_days))))
    print(
        _("{year} has {n} working days.").format(
            year=notice.year, n=calendar.working_days(notice.year)
        )
    )
    for effect in effects:
        print(
            _("Request {number}: due {old} → {new}").format(
                number=effect.number, old=_due(effect.old_due), new=_due(effect.new_due)
            )
        )


def _due(due: date | None) -> str:
    return "—" if due is None else due.isoformat()


def _list(days: Sequence[date]) -> str:
    """`days`, in order, with those that follow each other drawn together."""
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and (day - runs[-1][1]).days == 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return "、".join(_run_text(first, last) for first, last in runs) or _("none")


def _run_text(first: date, last: date) -> str:
    return date_text(first) if first == last else f"{date_text(first)} – {date_text(last)}"


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_YEAR and int(text) > 0:
        return int(text)
    raise refuse("year-unreadable", "year", text=text)


def _as_json(calendar: WorkCalendar, year: int) -> dict[str, object]:
    return {
        "year": year,
        "confirmed": calendar.confirmed(year),
        "source": calendar.source(year),
        "working_days": calendar.working_days(year),
        "days_off": [day.isoformat() for day in calendar.days_off(year)],
        "makeup_days": [day.isoformat() for day in calendar.makeup_days(year)],
    }
