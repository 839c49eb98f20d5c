"""The leaves of the case file behind the overview, in their order."""

from __future__ import annotations

from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.disputes.tab import DisputesTab
from gongkai_desk.ui.register.picture.tab import TimelineTab

TABS: tuple[type[CaseTab], ...] = (
    TimelineTab,
    DisputesTab,
)


def case_tabs(context: CaseContext) -> list[CaseTab]:
    """One of each, for one register page."""
    return [tab(context) for tab in TABS]
