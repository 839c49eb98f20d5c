"""主动公开: the catalogue, the documents and their interpretations, the major decisions."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from gongkai_desk.i18n import N_, _
from gongkai_desk.ui.sections.page import SectionPage, SectionSpec


class DisclosurePage(SectionPage):
    SECTIONS: ClassVar[tuple[SectionSpec, ...]] = (
        SectionSpec(
            name="catalogue",
            title=N_("Catalogue"),
            place="disclosure.catalogue.section:CatalogueSection",
        ),
    )

    @property
    @override
    def title(self) -> str:
        return _("Proactive disclosure")
