"""Self-inspections by quarter: begun, filled in, compared; the lists they follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from typing_extensions import override

from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.case import Query
from gongkai_desk.domain.changes import Changes, Record, new_id
from gongkai_desk.domain.inspection import (
    InspectionItem,
    InspectionTemplate,
    ItemScore,
    SelfInspection,
)
from gongkai_desk.domain.inspection_scoring import (
    Quarter,
    Score,
    check_inspection,
    due_inspections,
    quarter_before,
    score,
)
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.services.decisions import DecisionService
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.inspection_lists import bundled_lists, read_file
from gongkai_desk.services.inspection_papers import blank_document, inspection_document
from gongkai_desk.services.inspection_probes import Ground, Proposal, probe
from gongkai_desk.services.inspection_words import quarter_words
from gongkai_desk.services.listing_files import write_listing
from gongkai_desk.services.office import OfficeService
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.services.register import RegisterService
from gongkai_desk.storage.database import Database

_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRow:
    """An inspection, or one that is due and was not begun; `before` is the one it is compared
    with.
    """

    template: InspectionTemplate
    quarter: Quarter
    inspection: SelfInspection | None = None
    score: Score | None = None
    before: SelfInspection | None = None
    score_before: Score | None = None
    due: bool = False
    late: bool = False

    @property
    def id(self) -> str:
        if self.inspection is not None:
            return self.inspection.id
        return f"{self.template.id}/{self.quarter.year}/{self.quarter.number}"

    @property
    def finished(self) -> bool:
        return self.inspection is not None and self.inspection.finished_on is not None


class InspectionService(RecordKeeper):
    def __init__(
        self,
        database: Database,
        holidays: HolidayService,
        decisions: DecisionService,
        register: RegisterService,
    ) -> None:
        super().__init__(database)
        self._holidays, self._decisions, self._register = holidays, decisions, register

    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case SelfInspection():
                return list(check_inspection(record, self.template(record.template), on))
            case InspectionTemplate():
                if not record.title.strip():
                    return [Problem("inspection-list-title-missing", "title")]
        return []

    # lists

    def templates(self) -> list[InspectionTemplate]:
        """The lists that may be filled in: the office's own first, then those of the program."""
        own = [one for one in self.all(InspectionTemplate) if one.retired_on is None]
        return [*reversed(own), *bundled_lists()]

    def template(self, template_id: str) -> InspectionTemplate:
        """A list by its id, also one out of use."""
        for one in bundled_lists():
            if one.id == template_id:
                return one
        return self.get(InspectionTemplate, template_id)

    def read_list(self, path: Path) -> tuple[InspectionItem, ...]:
        """The items of an office's own list in a file; errors say what cannot be read."""
        return read_file(path)

    def keep_list(
        self, title: str, items: tuple[InspectionItem, ...], source: str, on: dt.date
    ) -> Changes:
        """Keep a list read from a file; a list of the same title goes out of use, what was filled
        in with it stays.
        """
        new = InspectionTemplate(
            id=new_id(), title=title.strip(), items=items, source=source, imported_on=on
        )
        if found := self.check(new, on):
            raise refuse(found[0].code, found[0].field)
        with self._database.write("save-inspection-template") as work:
            for old in self.all(InspectionTemplate, title=new.title):
                if old.retired_on is None:
                    work.put(replace(old, retired_on=on))
            work.put(new)
        return work.changes

    def retire_list(self, template: InspectionTemplate, on: dt.date) -> Changes:
        """Put one of the office's own lists out of use; one never filled in is removed."""
        used = bool(self.all(SelfInspection, template=template.id))
        with self._database.write("retire-inspection-template") as work:
            if used:
                work.put(replace(template, retired_on=on))
            else:
                work.remove(template)
        return work.changes

    # inspections

    def rows(self, today: dt.date) -> list[InspectionRow]:
        """Every inspection and those that are due, the newest quarter first."""
        every = self.all(SelfInspection)
        due = {
            (one.template, one.quarter): one
            for one in due_inspections(every, [one.id for one in self.templates()], today)
        }
        rows = []
        for one in every:
            quarter = Quarter(year=one.year, number=one.quarter)
            wanted = due.pop((one.template, quarter), None)
            late = wanted is not None and wanted.late
            rows.append(self._row(one, every, due=wanted is not None, late=late))
        rows += [
            InspectionRow(
                template=self.template(one.template), quarter=one.quarter, due=True, late=one.late
            )
            for one in due.values()
        ]
        rows.sort(key=lambda row: row.template.title)
        rows.sort(key=lambda row: row.quarter, reverse=True)
        return rows

    def _row(
        self, one: SelfInspection, every: list[SelfInspection], *, due: bool, late: bool
    ) -> InspectionRow:
        template = self.template(one.template)
        before = quarter_before(every, one)
        return InspectionRow(
            template=template,
            quarter=Quarter(year=one.year, number=one.quarter),
            inspection=one,
            score=score(template, one),
            before=before,
            score_before=score(template, before) if before is not None else None,
            due=due,
            late=late,
        )

    def row(self, inspection: SelfInspection) -> InspectionRow:
        """One inspection, stored or not, with its score and the one before it."""
        return self._row(inspection, self.all(SelfInspection), due=False, late=False)

    def begin(
        self, template: InspectionTemplate, quarter: Quarter, by: str, today: dt.date
    ) -> SelfInspection:
        """An empty inspection to be filled in, not stored yet; refused when there is one."""
        if self.all(
            SelfInspection, template=template.id, year=quarter.year, quarter=quarter.number
        ):
            raise refuse("inspection-exists", "quarter", title=template.title)
        return SelfInspection(
            id=new_id(),
            template=template.id,
            year=quarter.year,
            quarter=quarter.number,
            started_on=today,
            by=by,
        )

    def proposals(
        self, template: InspectionTemplate, quarter: Quarter, today: dt.date
    ) -> dict[str, Proposal]:
        """What the office file says about items of the list, by their keys; judged at the end of
        the quarter or today, whichever is earlier.
        """
        asked = [item for item in template.items if item.probe]
        if not asked:
            return {}
        day = min(today, quarter.last_day)
        ground = Ground(
            database=self._database,
            quarter=quarter,
            day=day,
            calendar=self._holidays.calendar(),
            standings=self._decisions.standings(day),
            cases=self._register.rows(Query(), day),
        )
        found = {item.key: probe(item.probe, ground) for item in asked}
        return {key: one for key, one in found.items() if one is not None}

    def last_score(self, row: InspectionRow, item: InspectionItem) -> ItemScore | None:
        """What was found at an item the quarter before."""
        return row.before.scores.get(item.key) if row.before is not None else None

    # what asks for attention

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """Inspections that are due: of the present quarter near its end, of the last one."""
        due = [row for row in self.rows(today) if row.due]
        if not due:
            return ()
        ends = [row.quarter.last_day for row in due if not row.late]
        return (
            Attention(
                concern=Concern.INSPECTION_DUE,
                count=len(due),
                weight=Weight.BAD if any(row.late for row in due) else Weight.WARN,
                page="activities",
                section="inspections",
                view="due",
                next_date=min(ends, default=None),
                examples=tuple(
                    f"{row.template.title} {quarter_words(row.quarter)}" for row in due[:_EXAMPLES]
                ),
            ),
        )

    # papers

    def write(self, inspection_id: str, path: Path) -> tuple[str, ...]:
        """An inspection with its comparison as PDF, Word or Excel file, by the end of the name.
        The characters that no bundled typeface has.
        """
        row = self.row(self.get(SelfInspection, inspection_id))
        document = inspection_document(
            row.template, row.inspection, row.before, OfficeService(self._database).get().name
        )
        return write_listing(document, path)

    def write_blank(self, template: InspectionTemplate, path: Path) -> tuple[str, ...]:
        """The list itself: to be filled in by hand, or changed and read in as the office's own."""
        return write_listing(blank_document(template), path)
