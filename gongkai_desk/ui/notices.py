"""What the window tells across its top: facts of the office file that wait for the officer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from gongkai_desk.domain.case import Group
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Command
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.widgets.banner import Notice

LONGEST_REACH_MONTH = 8
ASK_FROM_MONTH = 11  # the State Council announces next year's days off in November


def standing_notices(
    desk: Desk, today: dt.date, go_to: Callable[[Target], object]
) -> Sequence[Notice]:
    """The notices that hold on `today`: what lapsed, and the holiday notice that is missing."""
    return (*_lapsed(desk, today, go_to), *_holidays(desk, today, go_to))


def _lapsed(desk: Desk, today: dt.date, go_to: Callable[[Target], object]) -> Sequence[Notice]:
    found = desk.proposals.proposals(today)
    if not found:
        return ()
    words = ngettext(
        "{n} thing has lapsed and waits for your decision.",
        "{n} things have lapsed and wait for your decision.",
        len(found),
    )
    look = Command(
        name="look-at-lapsed",
        text=_("Look…"),
        run=lambda: go_to(Target(page="requests", view="lapsed")),
        icon="clock",
    )
    return (Notice(name="lapsed", text=words.format(n=len(found)), command=look),)


def _holidays(desk: Desk, today: dt.date, go_to: Callable[[Target], object]) -> Sequence[Notice]:
    """The holiday notice of the year is asked for at once, that of the next from November on, or
    as soon as an open request is due on a provisional date.
    """
    year = today.year if _missing(desk, today.year) else today.year + 1
    asked = year == today.year or today.month >= ASK_FROM_MONTH or _provisional(desk, today)
    if not asked or not _missing(desk, year):
        return ()
    paste = Command(
        name="paste-notice",
        text=_("Paste the holiday notice…"),
        run=lambda: go_to(Target(page="settings", view="notice")),
        icon="paste",
    )
    text = _(
        "The State Council's holiday notice for {year} is missing: due dates that reach into "
        "{year} are provisional."
    ).format(year=year)
    return (Notice(name=f"holidays-{year}", text=text, command=paste),)


def _provisional(desk: Desk, today: dt.date) -> bool:
    """Whether an open request is due on a provisional date; no period reaches there earlier."""
    return today.month >= LONGEST_REACH_MONTH and bool(
        desk.register.overview(today)[Group.PROVISIONAL]
    )


def _missing(desk: Desk, year: int) -> bool:
    return not desk.holidays.calendar().confirmed(year)
