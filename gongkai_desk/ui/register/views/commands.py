"""The register seen from further away: statistics and calendar, and many requests at once."""

from __future__ import annotations

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.views.bulk_dialog import BulkDialog
from gongkai_desk.ui.register.views.calendar_dialog import CalendarDialog
from gongkai_desk.ui.register.views.statistics_dialog import StatisticsDialog
from gongkai_desk.ui.widgets.dialogs import open_dialog


def view_commands(context: CaseContext) -> Commands:
    """Statistics, calendar and bulk work."""
    return (
        Command(
            name="due-calendar",
            text=_("Calendar of due dates…"),
            run=lambda: open_dialog(CalendarDialog(context)),
            shortcut="Ctrl+Shift+D",
            icon="calendar",
            group=_("Statistics, calendar, many at once"),
        ),
        Command(
            name="register-statistics",
            text=_("Statistics…"),
            run=lambda: open_dialog(StatisticsDialog(context)),
            shortcut="Ctrl+Shift+T",
            icon="report",
            group=_("Statistics, calendar, many at once"),
        ),
        Command(
            name="bulk-work",
            text=_("Many at once…"),
            run=lambda: open_dialog(BulkDialog(context)),
            shortcut="Ctrl+Shift+B",
            icon="list",
            group=_("Statistics, calendar, many at once"),
            enabled=lambda: bool(context.shown()),
            tip=_("Tag or reassign the requests shown here"),
        ),
    )
