"""主动公开: the catalogue, the documents and their interpretations, the major decisions."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from gongkai_desk.i18n import N_, _
from gongkai_desk.ui.sections.page import SectionPage, SectionSpec


class DisclosurePage(SectionPage):
    SECTIONS: ClassVar[tuple[SectionSpec, ...]] = (
        SectionSpec(
            name="documents",
            title=N_("Documents and information"),
            place="disclosure.documents.section:DocumentSection",
        ),
        SectionSpec(
            name="interpretations",
            title=N_("Interpretations"),
            place="disclosure.documents.interpretation_section:InterpretationSection",
        ),
        SectionSpec(
            name="catalogue",
            title=N_("Catalogue"),
            place="disclosure.catalogue.section:CatalogueSection",
        ),
        SectionSpec(
            name="decisions",
            title=N_("Major decisions"),
            place="disclosure.decisions.section:DecisionSection",
        ),
    )

    @property
    @override
    def title(self) -> str:
        return _("Proactive disclosure")
