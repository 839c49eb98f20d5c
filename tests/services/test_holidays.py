from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.services.desk import Desk, open_desk
from gongkai_desk.services.holidays import LONGEST_NOTICE, HolidayService
from gongkai_desk.storage.database import Database
from tests.builders import a_request, an_event
from tests.holiday_notices import AMENDMENT_2027, LINES, NOTICE_2027, TITLE

D = dt.date
NOVEMBER = D(2026, 11, 6)


@pytest.fixture
def holidays(database: Database) -> HolidayService:
    return HolidayService(database)


def test_without_a_notice_of_its_own_the_office_has_the_bundled_calendar(
    holidays: HolidayService,
) -> None:
    assert holidays.calendar() is bundled_calendar()
    assert not holidays.calendar().confirmed(2027)


def test_reading_changes_nothing_and_taking_confirms_the_year(holidays: HolidayService) -> None:
    reading = holidays.read(NOTICE_2027)
    assert not holidays.calendar().confirmed(2027)
    changes = holidays.take(reading, NOVEMBER)
    assert changes.touches(HolidayNotice)
    calendar = holidays.calendar()
    assert calendar.confirmed(2027)
    assert TITLE in calendar.source(2027)
    assert not calendar.is_working_day(D(2027, 2, 9))
    assert calendar.is_working_day(D(2027, 2, 14))
    assert holidays.notices()[0].text == NOTICE_2027


def test_the_same_notice_again_changes_nothing(holidays: HolidayService) -> None:
    holidays.take(holidays.read(NOTICE_2027), NOVEMBER)
    assert not holidays.take(holidays.read(NOTICE_2027), NOVEMBER)
    assert len(holidays.notices()) == 1


def test_another_notice_of_the_year_takes_the_place_of_the_first(holidays: HolidayService) -> None:
    other = NOTICE_2027.replace(LINES[0], "一、元旦：1月1日放假，与周末连休。")
    for text in (NOTICE_2027, other, NOTICE_2027, other):
        assert holidays.take(holidays.read(text), NOVEMBER)
    assert len([one for one in holidays.calendar().notices if one.year == 2027]) == 1
    assert D(2027, 1, 3) not in holidays.calendar().days_off(2027)


def test_a_case_keeps_the_calendar_it_was_closed_under(desk: Desk) -> None:
    desk.holidays.take(desk.holidays.read(NOTICE_2027), NOVEMBER)
    closed = a_request(received=D(2027, 1, 20))
    desk.register.add(closed, on=D(2027, 1, 20))
    desk.register.close(closed.id, outcome="OPEN", on=D(2027, 2, 24))
    before = desk.register.get(closed.id, D(2027, 3, 1))
    shorter = NOTICE_2027.replace(LINES[0], "一、元旦：1月1日放假，与周末连休。")
    desk.holidays.take(desk.holidays.read(shorter), D(2027, 2, 25))
    after = desk.register.get(closed.id, D(2027, 3, 1))
    assert not before.provisional
    assert (after.due, after.provisional) == (before.due, before.provisional)


def test_an_amendment_stands_beside_the_notice(holidays: HolidayService) -> None:
    holidays.take(holidays.read(NOTICE_2027), NOVEMBER)
    holidays.take(holidays.read(AMENDMENT_2027), D(2027, 3, 1))
    calendar = holidays.calendar()
    assert not calendar.is_working_day(D(2027, 6, 10))
    assert calendar.is_working_day(D(2027, 6, 13))
    assert not calendar.is_working_day(D(2027, 2, 9))
    before = holidays.calendar(known_on=D(2027, 2, 1))
    assert before.is_working_day(D(2027, 6, 10))
    assert holidays.calendar(known_on=D(2026, 11, 1)) is bundled_calendar()


def test_a_refused_notice_leaves_the_file_as_it_was(holidays: HolidayService) -> None:
    with pytest.raises(DomainError):
        holidays.read(NOTICE_2027.replace("共7天", "共8天"))
    assert holidays.notices() == []


def test_effect_names_open_requests_whose_date_changes(
    database: Database, holidays: HolidayService
) -> None:
    moved = a_request(number="1", received=D(2027, 1, 20))
    settled = a_request(number="2", received=D(2026, 3, 2))
    closed = a_request(number="3", received=D(2027, 1, 20))
    unconfirmed = a_request(number="4", received=None)
    confirmed_only = a_request(number="5", received=D(2026, 12, 8))
    reply = an_event(closed, date=D(2027, 1, 25), kind=EventKind.REPLIED)
    with database.write("test") as work:
        for request in (moved, settled, closed, unconfirmed, confirmed_only):
            work.put(request)
        work.put(reply)
    reading = holidays.read(NOTICE_2027)
    effects = {one.number: one for one in holidays.effect(reading.notice, D(2027, 1, 26))}
    assert set(effects) == {"1", "5"}
    old, new = effects["1"].old_due, effects["1"].new_due
    assert old is not None
    assert new is not None
    assert new > old
    assert effects["5"].old_due == effects["5"].new_due
    assert (effects["5"].old_provisional, effects["5"].new_provisional) == (True, False)
    holidays.take(reading, NOVEMBER)
    assert holidays.effect(reading.notice, D(2027, 1, 26)) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_of_any_usual_encoding(
    holidays: HolidayService, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "放假 通知.txt"
    path.write_bytes(NOTICE_2027.encode(encoding))
    assert holidays.read_file(path).notice == holidays.read(NOTICE_2027).notice


def test_what_is_no_text_file_is_refused(holidays: HolidayService, tmp_path: Path) -> None:
    for name, data in (("a.txt", b"\0\1\2" * 99), ("b.txt", b"x" * (LONGEST_NOTICE + 1))):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(DomainError):
            holidays.read_file(path)
    with pytest.raises(DomainError) as caught:
        holidays.read_file(tmp_path / "missing.txt")
    assert caught.value.problems[0].code == "notice-file-unreadable"


def test_taking_a_notice_can_be_undone_and_survives_closing(desk: Desk) -> None:
    desk.holidays.take(desk.holidays.read(NOTICE_2027), NOVEMBER)
    desk.history.undo()
    assert not desk.holidays.calendar().confirmed(2027)
    desk.history.redo()
    path = desk.path
    desk.close()
    with open_desk(path) as again:
        assert again.holidays.calendar().confirmed(2027)
