"""双向提醒 on the whole register: computed when asked for, remembered only when acknowledged."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from gongkai_desk.domain import reminders
from gongkai_desk.domain.case_file import (
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    StageMark,
)
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.register_records import CASE_RECORDS
from gongkai_desk.domain.register_settings import RegisterSettings, ReminderMark
from gongkai_desk.domain.reminders import CaseFacts, Reminder
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.domain.stages import StageState, stages
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.services.register_settings import SETTINGS_ID
from gongkai_desk.storage.database import Database

K = TypeVar("K", ContactEntry, Dispute, Errand, FeeNotice, Letter, StageMark)


class ReminderService:
    """What was found is kept, and after a write only looked at anew for the cases it touched."""

    def __init__(
        self, database: Database, register: RegisterService, holidays: HolidayService
    ) -> None:
        self._database, self._register, self._holidays = database, register, holidays
        self._day: dt.date | None = None
        self._action = ""
        self._stale: set[str] = set()
        self._found: dict[str, tuple[Reminder, ...]] = {}
        self._ordered: tuple[Reminder, ...] | None = None
        self._seen: set[str] | None = None
        database.committed.append(self._committed)

    def every(self, today: dt.date) -> tuple[Reminder, ...]:
        """Everything that wants attention on `today`, acknowledged or not, the oldest first."""
        action = self._database.last_action()
        if self._day != today or self._action != action:
            look = self._looking(today)
            self._found = {facts.case.request.id: look(facts) for facts in self._facts(today)}
            self._day, self._action, self._seen, self._ordered = today, action, None, None
        else:
            for request_id in self._stale:
                self._look_again(request_id, today)
                self._ordered = None
        self._stale.clear()
        if self._ordered is None:
            every = (one for found in self._found.values() for one in found)
            self._ordered = reminders.in_order(every)
        return self._ordered

    def waiting(self, today: dt.date) -> tuple[Reminder, ...]:
        """What nobody has acknowledged yet."""
        every = self.every(today)
        if self._seen is None:
            self._seen = {mark.id for mark in self._database.read(ReminderMark)}
        return tuple(one for one in every if one.key not in self._seen)

    def acknowledge(self, seen: Iterable[Reminder], on: dt.date) -> Changes:
        """They were seen on the day `on`, and do not come again before their date moves."""
        with self._database.write("acknowledge-reminders") as work:
            for one in seen:
                work.put(ReminderMark(id=one.key, request_id=one.request_id, acknowledged_on=on))
        return work.changes

    def stages(self, request_id: str, today: dt.date) -> tuple[StageState, ...]:
        """The five stages of one case with their targets."""
        case = self._register.get(request_id, today)
        marks = self._database.read(StageMark, request_id=request_id)
        errands = self._database.read(Errand, request_id=request_id)
        return stages(case, marks, errands, self._settings().stage_targets, today)

    def _looking(self, today: dt.date) -> Callable[[CaseFacts], tuple[Reminder, ...]]:
        """What is found in one case, by the calendar and the targets in force."""
        calendar, targets = self._holidays.calendar(), self._settings().stage_targets
        return lambda facts: reminders.reminders(facts, calendar, targets, today)

    def _look_again(self, request_id: str, today: dt.date) -> None:
        self._found.pop(request_id, None)
        if self._database.find(Request, request_id) is None:  # its entry was undone
            return
        read = self._database.read
        facts = CaseFacts(
            case=self._register.get(request_id, today),
            errands=tuple(read(Errand, request_id=request_id)),
            contacts=tuple(read(ContactEntry, request_id=request_id)),
            notices=tuple(read(FeeNotice, request_id=request_id)),
            marks=tuple(read(StageMark, request_id=request_id)),
            letters=tuple(read(Letter, request_id=request_id)),
            disputes=tuple(read(Dispute, request_id=request_id)),
        )
        self._found[request_id] = self._looking(today)(facts)

    def _facts(self, today: dt.date) -> list[CaseFacts]:
        """The live cases with their files: open, lately ended, or with something still to do."""
        letters, disputes = self._unserved(), _by_case(self._database.read(Dispute))
        errands = _by_case(self._database.read(Errand))
        notices = _by_case(self._database.read(FeeNotice))
        contacts = _by_case(self._database.read(ContactEntry))
        marks = _by_case(self._database.read(StageMark))
        since = today - dt.timedelta(days=reminders.LOOK_BACK_DAYS)
        cases = self._register.current(today, since, letters.keys() | disputes.keys())
        return [
            CaseFacts(
                case=case,
                errands=tuple(errands.get(case.request.id, ())),
                contacts=tuple(contacts.get(case.request.id, ())),
                notices=tuple(notices.get(case.request.id, ())),
                marks=tuple(marks.get(case.request.id, ())),
                letters=tuple(letters.get(case.request.id, ())),
                disputes=tuple(disputes.get(case.request.id, ())),
            )
            for case in cases
        ]

    def _unserved(self) -> Mapping[str, list[Letter]]:
        issued = self._database.read(Letter, status=LetterStatus.ISSUED.value)
        return _by_case(letter for letter in issued if letter.service is None)

    def _settings(self) -> RegisterSettings:
        return self._database.find(RegisterSettings, SETTINGS_ID) or RegisterSettings()

    def _committed(self, changes: Changes) -> None:
        """Remember which cases must be looked at anew; all of them when the rules changed."""
        if changes.touches(RegisterSettings, HolidayNotice):
            self._day = None
        if changes.touches(ReminderMark):
            self._seen = None
        for edit in changes.edits:
            record = edit.record
            if isinstance(record, Request):
                self._stale.add(record.id)
            elif isinstance(record, (RequestEvent, *CASE_RECORDS)):
                self._stale.add(record.request_id)
        self._action = changes.action


def _by_case(records: Iterable[K]) -> Mapping[str, list[K]]:
    found: dict[str, list[K]] = defaultdict(list)
    for record in records:
        found[record.request_id].append(record)
    return found
