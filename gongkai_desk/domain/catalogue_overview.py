"""The items of a version with what was published under each and when it is due next."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, LimitKind, Mode
from gongkai_desk.domain.catalogue_compare import ItemChange
from gongkai_desk.domain.catalogue_due import NextDue, Record, next_due, record_of
from gongkai_desk.domain.official_document import OfficialDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """One item. `documents` are those published or to be published under it, the newest first;
    `change` what became of it since the version before; `late` and `soon` as of the day asked.
    """

    item: CatalogueItem
    due: NextDue
    record: Record
    documents: tuple[OfficialDocument, ...]
    change: ItemChange | None
    late: bool
    soon: bool

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def without_limit(self) -> bool:
        """Whether nothing that could be watched is said of its time."""
        return self.item.limit.kind is LimitKind.UNKNOWN and self.item.mode is not Mode.ON_REQUEST

    @property
    def without_channel(self) -> bool:
        return not self.item.channels and self.item.mode is not Mode.ON_REQUEST


def rows_of(
    items: Sequence[CatalogueItem],
    documents: Iterable[OfficialDocument],
    since: Mapping[str, dt.date],
    changes: Iterable[ItemChange],
    calendar: WorkCalendar,
    today: dt.date,
) -> list[CatalogueRow]:
    """The items in their order; `since` says by lineage from when each is watched."""
    by_lineage: dict[str, list[OfficialDocument]] = defaultdict(list)
    for document in documents:
        if document.lineage:
            by_lineage[document.lineage].append(document)
    changed = {change.item.lineage: change for change in changes if change.after is not None}
    rows = []
    for item in items:
        own = sorted(by_lineage[item.lineage], key=_newest, reverse=True)
        record = record_of(own, today)
        due = next_due(item, record, calendar, since=since.get(item.lineage, today))
        rows.append(
            CatalogueRow(
                item=item,
                due=due,
                record=record,
                documents=tuple(own),
                change=changed.get(item.lineage),
                late=due.late(today),
                soon=due.soon(calendar, today),
            )
        )
    return rows


def _newest(document: OfficialDocument) -> dt.date:
    days = [place.date for place in document.published]
    return max(days, default=document.formed_on or dt.date.min)


def watched_since(
    versions: Iterable[CatalogueVersion], items: Iterable[CatalogueItem]
) -> dict[str, dt.date]:
    """By lineage the day from which it is watched: when the first version that has it was made
    and had come into force. A catalogue taken in today makes nothing late that was due before.
    """
    begins = {
        version.id: max(version.in_force_on or version.made_on, version.made_on)
        for version in versions
    }
    since: dict[str, dt.date] = {}
    for item in items:
        day = begins[item.version_id]
        since[item.lineage] = min(day, since.get(item.lineage, day))
    return since
