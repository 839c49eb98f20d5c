"""Published is locked: the draft of a published year moves only while it is being corrected."""

from __future__ import annotations

from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.published_report import PublishedReport, latest
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.storage.database import Database


def is_published(database: Database, year: int) -> bool:
    """Whether there is an edition of the report of `year`, without reading what is frozen."""
    return year in database.values(PublishedReport, "year")


def edition_in_force(database: Database, year: int) -> PublishedReport | None:
    """The latest edition of the report of `year`."""
    if not is_published(database, year):
        return None
    return latest(database.read(PublishedReport, year=year))


def is_locked(database: Database, year: int) -> bool:
    """Whether the report of `year` is published and no correction of it has begun."""
    if not is_published(database, year):
        return False
    drafts = database.read(ReportDraft, year=year)
    return not (drafts and drafts[0].correcting)


def require_open(database: Database, year: int) -> None:
    """Raises `report-locked` when the draft of `year` must not change."""
    if is_locked(database, year):
        raise refuse("report-locked", year=year)
