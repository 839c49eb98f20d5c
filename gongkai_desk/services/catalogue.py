"""The catalogue of what is published proactively: its versions, what is due, what was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from typing_extensions import override

from gongkai_desk.documents import reading as files
from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion
from gongkai_desk.domain.catalogue_checks import check_item, check_publication, check_version
from gongkai_desk.domain.catalogue_compare import ItemChange, Match, compare, match
from gongkai_desk.domain.catalogue_draft import CatalogueDraft, draft_of
from gongkai_desk.domain.catalogue_export import headings_of
from gongkai_desk.domain.catalogue_overview import CatalogueRow, rows_of, watched_since
from gongkai_desk.domain.catalogue_reading import CatalogueReading
from gongkai_desk.domain.changes import Changes, Record, new_id
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.services.catalogue_words import catalogue_words
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.maintenance import MaintenanceService
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.storage.database import Database

_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueImport:
    """What a file would become: `reading` with the lineages of `matches` (by the place of the
    item) unless the draft says otherwise; `base` are the items it is compared with.
    """

    reading: CatalogueReading
    matches: Mapping[str, Match]
    base: Sequence[CatalogueItem]


class CatalogueService(RecordKeeper):
    def __init__(
        self, database: Database, maintenance: MaintenanceService, holidays: HolidayService
    ) -> None:
        super().__init__(database)
        self._maintenance, self._holidays = maintenance, holidays

    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case CatalogueItem():
                return list(check_item(record))
            case CatalogueVersion():
                return list(check_version(record))
            case OfficialDocument():
                return list(check_publication(record, on))
        return []

    @override
    def leave(self, record: Record) -> Sequence[Record]:
        if isinstance(record, CatalogueVersion):
            return [*self.items(record.id), record]
        return [record]

    # reading

    def versions(self) -> list[CatalogueVersion]:
        """All versions, the newest first."""
        return sorted(self.all(CatalogueVersion), key=lambda one: one.number, reverse=True)

    def in_force(self, today: dt.date) -> CatalogueVersion | None:
        """The version that came into force last."""
        begun = [
            one
            for one in self.versions()
            if one.in_force_on is not None and one.in_force_on <= today
        ]
        return max(begun, key=lambda one: (one.in_force_on, one.number), default=None)

    def items(self, version_id: str) -> list[CatalogueItem]:
        """The items of a version in their order."""
        return sorted(self.all(CatalogueItem, version_id=version_id), key=lambda one: one.position)

    def before(self, version: CatalogueVersion) -> CatalogueVersion | None:
        """The version before this one by number."""
        return next((one for one in self.versions() if one.number < version.number), None)

    def changes(self, old: CatalogueVersion, new: CatalogueVersion) -> list[ItemChange]:
        """What `new` does otherwise than `old`."""
        return compare(self.items(old.id), self.items(new.id))

    def rows(self, version: CatalogueVersion, today: dt.date) -> list[CatalogueRow]:
        """The items of a version with how each stands on the day."""
        versions, every = self.versions(), self.all(CatalogueItem)
        before = self.before(version)
        return rows_of(
            self.items(version.id),
            self.all(OfficialDocument),
            watched_since(versions, every),
            self.changes(before, version) if before is not None else (),
            self._holidays.calendar(),
            today,
        )

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """What is late and what is due within ten working days in the version in force."""
        version = self.in_force(today)
        rows = self.rows(version, today) if version is not None else []
        found = []
        for concern, weight, view in (
            (Concern.CATALOGUE_LATE, Weight.BAD, "late"),
            (Concern.CATALOGUE_DUE, Weight.WARN, "due"),
        ):
            wanted = [row for row in rows if (row.late if view == "late" else row.soon)]
            wanted.sort(key=lambda row: row.due.date or dt.date.max)
            if wanted:
                found.append(
                    Attention(
                        concern=concern,
                        count=len(wanted),
                        weight=weight,
                        page="disclosure",
                        section="catalogue",
                        view=view,
                        next_date=wanted[0].due.date,
                        examples=tuple(row.item.title for row in wanted[:_EXAMPLES]),
                    )
                )
        return tuple(found)

    # import

    def open(self, path: Path) -> CatalogueDraft:
        """Read a file (xlsx, xls, ods, csv, docx) and find its headings; raises DomainError when
        it cannot be read or has none.
        """
        return draft_of(path.name, tuple(files.read_tables(path)), catalogue_words())

    def read(self, draft: CatalogueDraft, today: dt.date) -> CatalogueImport:
        """The items as the draft decides, each with the one of ours that it goes on with."""
        reading = draft.read()
        base = self.base(today)
        ours = self.items(base.id) if base is not None else []
        found = match(ours, reading.items)
        by_lineage = {item.lineage: item for item in ours}
        for place, lineage in draft.matches.items():
            if lineage:
                found = {k: v for k, v in found.items() if v.item.lineage != lineage}
                found[place] = Match(item=by_lineage[lineage], sure=True)
            else:
                found.pop(place, None)
        return CatalogueImport(reading=reading, matches=found, base=ours)

    def base(self, today: dt.date) -> CatalogueVersion | None:
        """What a new version is compared with: the one in force, else the newest."""
        return self.in_force(today) or next(iter(self.versions()), None)

    def commit(
        self, draft: CatalogueDraft, found: CatalogueImport, version: CatalogueVersion
    ) -> Changes:
        """Take the file as a new version, after a backup: all of it as one step. Error:
        `catalogue-nothing-to-import`.
        """
        if not found.reading.items:
            raise refuse("catalogue-nothing-to-import", name=draft.name)
        refuse_all(check_version(version))
        taken = replace(
            version,
            number=self._next_number(),
            source_name=draft.name,
            headings=headings_of(draft.layouts[draft.chosen[0]].columns),
        )
        items = [
            replace(
                item,
                id=new_id(),
                version_id=taken.id,
                lineage=found.matches[item.id].item.lineage
                if item.id in found.matches
                else new_id(),
            )
            for item in found.reading.items
        ]
        self._maintenance.backup_if_changed(BackupReason.IMPORT)
        with self._database.write("import-catalogue") as work:
            work.put(taken)
            work.put_new(items)
        return work.changes

    def _next_number(self) -> int:
        return max((one.number for one in self.versions()), default=0) + 1

    # changing

    def new_version(self, version: CatalogueVersion, base: CatalogueVersion | None) -> Changes:
        """A version with copies of the items of `base`, each with its lineage; empty without."""
        refuse_all(check_version(version))
        made = replace(
            version,
            number=self._next_number(),
            headings=base.headings if base is not None else (),
            source_name=base.source_name if base is not None else "",
        )
        items = self.items(base.id) if base is not None else []
        with self._database.write("new-catalogue-version") as work:
            work.put(made)
            work.put_new([replace(item, id=new_id(), version_id=made.id) for item in items])
        return work.changes

    def add(self, item: CatalogueItem, after: CatalogueItem | None) -> Changes:
        """Put a new item behind `after`, at the end without."""
        refuse_all(check_item(item))
        items = self.items(item.version_id)
        at = next(
            (n for n, one in enumerate(items, 1) if after is not None and one.id == after.id),
            len(items),
        )
        return self._arrange("add-catalogue-item", [*items[:at], item, *items[at:]])

    def move(self, item: CatalogueItem, step: int) -> Changes:
        """Put an item `step` places down (up when negative), as far as there are any."""
        items = self.items(item.version_id)
        at = next(n for n, one in enumerate(items) if one.id == item.id)
        others = items[:at] + items[at + 1 :]
        to = min(max(at + step, 0), len(others))
        return self._arrange("move-catalogue-item", [*others[:to], items[at], *others[to:]])

    def _arrange(self, operation: str, items: Sequence[CatalogueItem]) -> Changes:
        """Number the items anew; only those that changed are written."""
        with self._database.write(operation) as work:
            for position, item in enumerate(items, 1):
                work.put(replace(item, position=position))
        return work.changes

    def record_publication(self, document: OfficialDocument, on: dt.date) -> Changes:
        """Keep what was formed or published under an item; refused when it was published before
        it was reviewed.
        """
        refuse_all(check_publication(document, on))
        with self._database.write("record-catalogue-publication") as work:
            work.put(document)
        return work.changes
