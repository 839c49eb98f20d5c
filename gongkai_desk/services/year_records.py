"""Reads what was recorded of a year's work, for the written parts of the annual report."""

from __future__ import annotations

from collections import Counter

from gongkai_desk import resources
from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion
from gongkai_desk.domain.decision import Decision
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.official_document import Interpretation, OfficialDocument
from gongkai_desk.domain.plan import Task, WorkPlan
from gongkai_desk.domain.platform import Platform, PlatformCheck, SiteMessage
from gongkai_desk.domain.report_year import Sentence, hindrances, sentences
from gongkai_desk.domain.year_records import YearRecords
from gongkai_desk.storage.database import Database


def read_year(database: Database, year: int) -> YearRecords:
    """Everything a sentence on `year` may rest on."""
    plans = {plan.id for plan in database.read(WorkPlan, year=year)}
    tasks = database.read_in(Task, "plan_id", plans)
    return YearRecords(
        year=year,
        activities=database.read(Activity),
        documents=database.read(OfficialDocument),
        interpretations=database.read(Interpretation),
        decisions=database.read(Decision, year=year),
        versions=database.read(CatalogueVersion),
        catalogue_items=Counter(database.values(CatalogueItem, "version_id")),
        platforms=database.read(Platform),
        checks=database.read(PlatformCheck),
        messages=database.read(SiteMessage),
        inspections=database.read(SelfInspection, year=year),
        tasks=sorted((one for one in tasks if one.ours), key=lambda one: one.position),
    )


def sentences_of(records: YearRecords) -> tuple[Sentence, ...]:
    """What the records tell for part one."""
    return sentences(records, resources.table("statutes", "report_texts.toml")["records"])


def hindrances_of(records: YearRecords) -> tuple[Sentence, ...]:
    """What stood in the way of the year's tasks, for part five."""
    pattern = resources.table("statutes", "report_texts.toml")["hindrance"]["text"]
    return hindrances(records.tasks, pattern)
