"""The lists of major decisions, what is published of each, and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.changes import Changes, Record, new_id
from gongkai_desk.domain.decision import Decision, StageEntry
from gongkai_desk.domain.decision_checks import check_decision
from gongkai_desk.domain.decision_stages import Standing, carried, standing, with_entry
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.i18n import _
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.services.decision_papers import list_document, stages_document
from gongkai_desk.services.disclosure_settings import DisclosureSettingsService
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.listing_files import write_listing
from gongkai_desk.services.office import OfficeService
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.storage.database import Database

SOON = 10
"""Working days: what must be published within them is due."""
_EXAMPLES = 3


class DecisionService(RecordKeeper):
    def __init__(
        self,
        database: Database,
        holidays: HolidayService,
        settings: DisclosureSettingsService,
    ) -> None:
        super().__init__(database)
        self._holidays, self._settings = holidays, settings

    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        if isinstance(record, Decision):
            return list(check_decision(record, on, self._settings.get()))
        return []

    def standings(self, today: dt.date, year: int | None = None) -> list[Standing]:
        """The decisions of a year, or of all, as they stand: newest list first, in its order."""
        found = self.all(Decision) if year is None else self.all(Decision, year=year)
        found.sort(key=lambda one: (-one.year, one.position))
        settings, calendar = self._settings.get(), self._holidays.calendar()
        return [standing(one, today, settings, calendar) for one in found]

    def standing(self, decision: Decision, today: dt.date) -> Standing:
        """How one decision stands, also one that is not stored."""
        return standing(decision, today, self._settings.get(), self._holidays.calendar())

    def years(self) -> list[int]:
        """The years that have a list, newest first."""
        return sorted({one.year for one in self.all(Decision)}, reverse=True)

    def next_position(self, year: int) -> int:
        """The place behind the last one of a list."""
        return max((one.position for one in self.all(Decision, year=year)), default=0) + 1

    def documents(self) -> list[OfficialDocument]:
        """The documents a decision may have led to."""
        return self.all(OfficialDocument)

    def soon(self, today: dt.date) -> dt.date:
        """Until this day something counts as due."""
        return self._holidays.calendar().add(today, SOON)

    # steps

    def record_stage(
        self, decision_id: str, entry: StageEntry, on: dt.date, files: Sequence[Path] = ()
    ) -> Changes:
        """Keep what is known of one stage in place of what was; files go to the decision. Refused
        when the stage itself is wrong.
        """
        decision = with_entry(self.get(Decision, decision_id), entry)
        refuse_all(self.check(decision, on))
        taken = [read_attachment(decision.id, path, on) for path in files]
        with self._database.write("save-decision-stage") as work:
            work.put(decision)
            for attachment, data in taken:
                work.attach(attachment, data)
        return work.changes

    def drop(self, decision_id: str, day: dt.date, because: str, on: dt.date) -> Changes:
        """Take a decision off the list; a reason there must be."""
        decision = replace(
            self.get(Decision, decision_id), dropped_on=day, dropped_because=because.strip()
        )
        refuse_all(self.check(decision, on))
        with self._database.write("drop-decision") as work:
            work.put(decision)
        return work.changes

    def restore(self, decision_id: str) -> Changes:
        """Put a decision back on the list it was taken off; refused while the next list has it: it
        would be open in both and could be taken over a second time.
        """
        decision = self.get(Decision, decision_id)
        for one in self.all(Decision, year=decision.year + 1):
            if one.title == decision.title:
                raise refuse("decision-went-on", title=one.title, year=one.year)
        with self._database.write("restore-decision") as work:
            work.put(replace(decision, dropped_on=None, dropped_because=""))
        return work.changes

    def publish_list(self, year: int, day: dt.date, on: dt.date) -> Changes:
        """Every decision of the list that has no such day yet was published with it on `day`;
        refused for a day after `on`.
        """
        if day > on:
            raise refuse("record-after-today", "listed_on", date=day, today=on)
        with self._database.write("publish-decision-list") as work:
            for one in self.all(Decision, year=year):
                if one.listed_on is None and one.dropped_on is None:
                    work.put(replace(one, listed_on=day))
        return work.changes

    def carry(self, year: int, on: dt.date) -> Changes:
        """The open decisions of the list of `year` go on in the next list with their stages and
        files; in the old one they are marked as taken over. Refused when none is open.
        """
        going = [one.decision for one in self.standings(on, year) if one.is_open]
        if not going:
            raise refuse("decision-nothing-to-carry", year=year)
        because = _("taken over into the list of {year}").format(year=year + 1)
        new = carried(going, year + 1, [new_id() for _one in going], self.next_position(year + 1))
        with self._database.write("carry-decisions") as work:
            for old, one in zip(going, new, strict=True):
                work.put(replace(old, dropped_on=on, dropped_because=because))
                work.put(one)
                for file in self.files(old.id):
                    work.put(replace(file, id=new_id(), owner_id=one.id))
        return work.changes

    # what asks for attention

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """Gaps, and what must be published soon."""
        every, soon = self.standings(today), self.soon(today)
        gaps = [one for one in every if one.gaps]
        due = [one for one in every if one.next_due is not None and one.next_due <= soon]
        found = []
        if gaps:
            found.append(_attention(Concern.DECISION_GAP, Weight.BAD, "gaps", gaps))
        if due:
            found.append(_attention(Concern.DECISION_DUE, Weight.WARN, "due", due))
        return tuple(found)

    # papers

    def write_list(self, year: int, today: dt.date, path: Path) -> tuple[str, ...]:
        """The list of a year as PDF, Word or Excel file, by the end of the name. The characters
        that no bundled typeface has.
        """
        document = list_document(self.standings(today, year), year, self._office(), today)
        return write_listing(document, path)

    def write_stages(self, year: int, today: dt.date, path: Path) -> tuple[str, ...]:
        """How far the decisions of a year are, as for `write_list`."""
        document = stages_document(self.standings(today, year), year, self._office(), today)
        return write_listing(document, path)

    def _office(self) -> str:
        return OfficeService(self._database).get().name


def _attention(
    concern: Concern, weight: Weight, view: str, standings: Sequence[Standing]
) -> Attention:
    days = (one.next_due for one in standings)
    return Attention(
        concern=concern,
        count=len(standings),
        weight=weight,
        page="disclosure",
        section="decisions",
        view=view,
        next_date=min((day for day in days if day is not None), default=None),
        examples=tuple(one.decision.title for one in standings[:_EXAMPLES]),
    )
