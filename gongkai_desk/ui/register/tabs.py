"""The leaves of the case file behind the overview, in their order."""

from __future__ import annotations

from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.disputes.tab import DisputesTab
from gongkai_desk.ui.register.letters.tab import LettersTab
from gongkai_desk.ui.register.picture.tab import TimelineTab
from gongkai_desk.ui.register.procedure.consultations_tab import ConsultationsTab
from gongkai_desk.ui.register.procedure.steps_tab import StepsTab
from gongkai_desk.ui.register.records.dealings import DealingsTab
from gongkai_desk.ui.register.records.materials import MaterialsTab

TABS: tuple[type[CaseTab], ...] = (
    StepsTab,
    TimelineTab,
    ConsultationsTab,
    LettersTab,
    MaterialsTab,
    DealingsTab,
    DisputesTab,
)


def case_tabs(context: CaseContext) -> list[CaseTab]:
    """One of each, for one register page."""
    return [tab(context) for tab in TABS]
