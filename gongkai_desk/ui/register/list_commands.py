"""The commands on the register's list: finding, filtering, columns, what is hidden, size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register import privacy

if TYPE_CHECKING:
    from gongkai_desk.ui.register.page import RequestsPage


def list_commands(page: RequestsPage) -> Commands:
    return (*_finding(page), *_looking(page), None, *page.views.commands(), None, *_papers(page))


def _finding(page: RequestsPage) -> Commands:
    return (
        Command(
            name="find-request",
            text=_("&Search"),
            run=page.search,
            shortcut="Ctrl+F",
            icon="search",
        ),
        Command(
            name="filter-list",
            text=_("Filter by a column…"),
            run=page.tools.offer_filters,
            shortcut="Ctrl+G",
            icon="filter",
        ),
        Command(
            name="choose-columns",
            text=_("Columns…"),
            run=page.tools.choose_columns,
            icon="columns",
        ),
    )


def _looking(page: RequestsPage) -> Commands:
    return (
        Command(
            name="large-case",
            text=_("Case file in the whole window"),
            run=page.toggle_large,
            shortcut="F11; Ctrl+Return",
            icon="expand",
            enabled=lambda: page.large or page.deeds.chosen,
            checked=lambda: page.large,
            tip=_("Show the case file large and hide the list, or bring the list back"),
        ),
        Command(
            name="previous-case",
            text=_("Previous request"),
            run=lambda: page.step(-1),
            shortcut="Alt+Up",
            icon="up",
            enabled=lambda: page.may_step(-1),
        ),
        Command(
            name="next-case",
            text=_("Next request"),
            run=lambda: page.step(1),
            shortcut="Alt+Down",
            icon="down",
            enabled=lambda: page.may_step(1),
        ),
        Command(
            name="hide-personal",
            text=_("Hide personal data"),
            run=lambda: privacy.hide(not privacy.hidden()),
            shortcut="Ctrl+L",
            icon="lock",
            checked=privacy.hidden,
            tip=_(
                "Names, numbers and addresses are masked on screen, in lists and in the case file"
            ),
        ),
    )


def _papers(page: RequestsPage) -> Commands:
    return (
        Command(
            name="export-register",
            text=_("E&xport…"),
            run=page.export,
            shortcut="Ctrl+Shift+E",
            icon="export",
            enabled=lambda: bool(page.table.records.rows),
            tip=_("Write the requests shown here as an Excel file"),
            primary=True,
        ),
        Command(
            name="print-register",
            text=_("&Print list…"),
            run=page.print_list,
            shortcut="Ctrl+P",
            icon="print",
            enabled=lambda: bool(page.table.records.rows),
            primary=True,
        ),
    )
