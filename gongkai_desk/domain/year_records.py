"""All that was recorded of a year's work, and where a figure of the year comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.decision import Decision
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.official_document import Interpretation, OfficialDocument
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.platform import Platform, PlatformCheck, SiteMessage

EXAMPLE = "example"
"""The figure that names one of the records; a sentence reads well without it."""

TITLES = "titles"
"""The figure that names all of the records."""


class SourceKind(StrEnum):
    """What sort of record a sentence rests on."""

    ACTIVITY = "activity"
    DOCUMENT = "document"
    INTERPRETATION = "interpretation"
    DECISION = "decision"
    CATALOGUE = "catalogue"
    PLATFORM = "platform"
    CHECK = "check"
    MESSAGE = "message"
    INSPECTION = "inspection"
    TASK = "task"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A record a sentence rests on."""

    kind: SourceKind
    id: str
    title: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRecords:
    """All that was recorded, of any year; `catalogue_items` by the id of the version, `tasks`
    are ours of the plans of `year`.
    """

    year: int
    activities: Sequence[Activity] = ()
    documents: Sequence[OfficialDocument] = ()
    interpretations: Sequence[Interpretation] = ()
    decisions: Sequence[Decision] = ()
    versions: Sequence[CatalogueVersion] = ()
    catalogue_items: Mapping[str, int] = field(default_factory=dict)
    platforms: Sequence[Platform] = ()
    checks: Sequence[PlatformCheck] = ()
    messages: Sequence[SiteMessage] = ()
    inspections: Sequence[SelfInspection] = ()
    tasks: Sequence[Task] = ()

    def within(self, day: dt.date | None) -> bool:
        return day is not None and day.year == self.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The figures of one sentence and the records they were counted from; `EXAMPLE` and
    `TITLES` among them are texts, "" where no title is fit for it.
    """

    figures: Mapping[str, int | str]
    sources: tuple[Source, ...] = ()
