"""The kinds of records that make up proactive disclosure and the officer's own records."""

from __future__ import annotations

from gongkai_desk.domain.activity import Activity, Institution
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion
from gongkai_desk.domain.decision import Decision
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.inspection import InspectionTemplate, SelfInspection
from gongkai_desk.domain.official_document import Interpretation, OfficialDocument
from gongkai_desk.domain.platform import Platform, PlatformCheck, SiteMessage

DISCLOSURE_RECORDS = (
    Activity,
    CatalogueItem,
    CatalogueVersion,
    Decision,
    DisclosureSettings,
    InspectionTemplate,
    Institution,
    Interpretation,
    OfficialDocument,
    Platform,
    PlatformCheck,
    SelfInspection,
    SiteMessage,
)
