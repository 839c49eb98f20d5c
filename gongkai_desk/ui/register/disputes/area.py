"""The commands 复议诉讼 of the register's menu."""

from __future__ import annotations

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.disputes.deeds import DisputeDeeds


def dispute_commands(context: CaseContext) -> Commands:
    """A new one about the chosen case, the list of all, the case library."""
    deeds = DisputeDeeds(context)
    group = _("Disputes")
    return (
        Command(
            name="add-dispute",
            text=_("New reconsideration or suit…"),
            run=deeds.add,
            icon="add",
            enabled=lambda: deeds.may_add,
            group=group,
        ),
        Command(
            name="all-disputes",
            text=_("All reconsiderations and suits…"),
            run=deeds.show_all,
            icon="list",
            group=group,
        ),
        Command(
            name="case-library",
            text=_("Case library…"),
            run=deeds.show_library,
            icon="search",
            group=group,
        ),
    )
