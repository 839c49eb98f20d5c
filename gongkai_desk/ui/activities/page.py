"""工作记录: what was done, the institutions supervised, the platforms, the self-inspection."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from gongkai_desk.i18n import N_, _
from gongkai_desk.ui.sections.page import SectionPage, SectionSpec


class ActivitiesPage(SectionPage):
    SECTIONS: ClassVar[tuple[SectionSpec, ...]] = (
        SectionSpec(
            name="activities",
            title=N_("Records of work"),
            place="activities.records.section:ActivitySection",
        ),
        SectionSpec(
            name="institutions",
            title=N_("Institutions supervised"),
            place="activities.institutions.section:InstitutionSection",
        ),
        SectionSpec(
            name="platforms",
            title=N_("Platforms"),
            place="activities.platforms.section:PlatformSection",
        ),
        SectionSpec(
            name="messages",
            title=N_("Messages to answer"),
            place="activities.messages.section:MessageSection",
        ),
        SectionSpec(
            name="inspections",
            title=N_("Self-inspection"),
            place="activities.inspections.section:InspectionSection",
        ),
    )

    @property
    @override
    def title(self) -> str:
        return _("Work records")
