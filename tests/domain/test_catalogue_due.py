"""When an item of the catalogue is due next."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.catalogue import CatalogueItem, Mode
from gongkai_desk.domain.catalogue_due import Record, next_due, record_of
from gongkai_desk.domain.catalogue_limits import read_limit
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
)

D = dt.date
YEAR = Notice(year=2026, source="示例", days_off=frozenset(), makeup_days=frozenset())
CALENDAR = WorkCalendar([YEAR])
NEW_YEAR = D(2026, 1, 1)


def item(limit: str, mode: Mode = Mode.PROACTIVE) -> CatalogueItem:
    return CatalogueItem(
        id="i", version_id="v", lineage="l", position=1, path=("事项",),
        limit=read_limit(limit), mode=mode,
    )  # fmt: skip


def due(limit: str, last: D | None = None, since: D = NEW_YEAR, *formed: D) -> D | None:
    record = Record(last=last, waiting=tuple((day, None) for day in formed))
    return next_due(item(limit), record, CALENDAR, since=since).date


@pytest.mark.parametrize(
    ("limit", "last", "since", "expected"),
    [
        ("每年4月1日之前", None, D(2026, 1, 1), D(2026, 3, 31)),
        ("每年4月1日之前", None, D(2026, 4, 2), D(2027, 3, 31)),
        ("每年4月1日之前", D(2026, 3, 5), D(2026, 1, 1), D(2027, 3, 31)),
        ("每年4月1日之前", D(2026, 6, 5), D(2026, 1, 1), D(2027, 3, 31)),
        ("每年4月1日之前", D(2024, 3, 5), D(2024, 1, 1), D(2025, 3, 31)),
        ("每年4月1日之前", D(2024, 3, 5), D(2026, 1, 1), D(2026, 3, 31)),
        ("每年2月底", None, D(2026, 1, 1), D(2026, 2, 28)),
        ("每半年", None, D(2026, 2, 1), D(2026, 6, 30)),
        ("每半年", D(2026, 6, 30), D(2026, 1, 1), D(2026, 12, 31)),
        ("每季度", D(2026, 3, 1), D(2026, 1, 1), D(2026, 6, 30)),
        ("每季度结束后10日内", None, D(2026, 1, 11), D(2026, 4, 10)),
        ("每季度结束后10日内", D(2026, 4, 9), D(2026, 1, 1), D(2026, 7, 10)),
        ("每季度结束后10个工作日内", None, D(2026, 4, 1), D(2026, 4, 14)),
        ("每月31日前", D(2026, 1, 5), D(2026, 1, 1), D(2026, 2, 28)),
        ("每月10日前", D(2025, 12, 8), D(2026, 1, 1), D(2026, 1, 10)),
    ],
)
def test_what_comes_back_every_period(limit: str, last: D | None, since: D, expected: D) -> None:
    assert due(limit, last, since) == expected


def test_working_days_run_from_what_was_formed_and_is_not_yet_published() -> None:
    assert due("20个工作日内", None, D(2026, 1, 1), D(2026, 3, 2), D(2026, 3, 9)) == D(2026, 3, 30)
    assert due("7日内", None, D(2026, 1, 1), D(2026, 3, 2)) == D(2026, 3, 9)
    assert due("20个工作日内", D(2026, 3, 1)) is None


@pytest.mark.parametrize(
    ("limit", "formed", "expected"),
    [
        ("一个月内", D(2026, 3, 2), D(2026, 4, 2)),
        ("一个月内", D(2026, 1, 31), D(2026, 2, 28)),
        ("一个月内", D(2026, 2, 28), D(2026, 3, 28)),
        ("两个月内", D(2026, 12, 31), D(2027, 2, 28)),
        ("12个月内", D(2024, 2, 29), D(2025, 2, 28)),
    ],
)
def test_months_end_on_the_corresponding_day(limit: str, formed: D, expected: D) -> None:
    assert due(limit, None, D(2026, 1, 1), formed) == expected
    found = next_due(item(limit), Record(), CALENDAR, since=formed)
    assert (found.date, found.because.code) == (None, "catalogue-due-when-formed-months")


def test_at_once_and_standing_end_with_the_days_of_the_statute() -> None:
    for limit in ("及时", "长期", "", "按规定"):
        found = next_due(
            item(limit), Record(waiting=((D(2026, 3, 2), None),)), CALENDAR, since=D(2026, 1, 1)
        )
        assert found.date == D(2026, 3, 30)
        assert found.because.code == "catalogue-due-statutory"


def test_a_limit_of_its_own_goes_before_that_of_the_item() -> None:
    record = Record(waiting=((D(2026, 3, 2), 5),))
    assert next_due(item("7日内"), record, CALENDAR, since=D(2026, 1, 1)).date == D(2026, 3, 9)


def test_beyond_the_known_calendar_a_date_is_provisional() -> None:
    record = Record(waiting=((D(2026, 12, 20), None),))
    found = next_due(item("20个工作日内"), record, CALENDAR, since=D(2026, 1, 1))
    assert found.provisional
    early = Record(waiting=((D(2026, 3, 2), None),))
    assert not next_due(item("20个工作日内"), early, CALENDAR, since=D(2026, 1, 1)).provisional


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ("20个工作日内", "catalogue-due-when-formed"),
        ("7日内", "catalogue-due-when-formed-days"),
        ("及时", "catalogue-due-at-once"),
        ("长期", "catalogue-due-standing"),
        ("按规定", "catalogue-due-not-understood"),
        ("", "catalogue-due-no-limit"),
    ],
)
def test_without_a_date_the_reason_is_told(limit: str, code: str) -> None:
    found = next_due(item(limit), Record(), CALENDAR, since=D(2026, 1, 1))
    assert (found.date, found.because.code) == (None, code)


def test_what_is_given_on_request_only_is_not_watched() -> None:
    found = next_due(item("每月", Mode.ON_REQUEST), Record(), CALENDAR, since=D(2026, 1, 1))
    assert (found.date, found.because.code) == (None, "catalogue-due-on-request")


def test_late_and_soon() -> None:
    found = next_due(item("每年3月底前"), Record(), CALENDAR, since=D(2026, 1, 1))
    assert found.late(D(2026, 4, 1))
    assert not found.late(D(2026, 3, 31))
    assert found.soon(CALENDAR, D(2026, 3, 17))
    assert not found.soon(CALENDAR, D(2026, 3, 16))
    assert not found.soon(CALENDAR, D(2026, 4, 1))


def document(formed: D, *published: D, attribute: Attribute | None = None) -> OfficialDocument:
    return OfficialDocument(
        id=f"{formed}{published}", title="信息", kind=DocumentKind.INFORMATION, formed_on=formed,
        attribute=attribute,
        published=tuple(PublishedAt(channel="网站", date=d) for d in published),
    )  # fmt: skip


def test_the_documents_of_an_item_come_to_a_record() -> None:
    today = D(2026, 6, 1)
    documents = [
        document(D(2026, 1, 5), D(2026, 1, 9)),
        document(D(2026, 2, 5), D(2026, 2, 9), D(2026, 3, 1)),
        document(D(2026, 5, 5)),
        document(D(2026, 4, 5), attribute=Attribute.WITHHELD),
        document(D(2026, 5, 9), D(2026, 6, 9)),
    ]
    assert record_of(documents, today) == Record(
        last=D(2026, 3, 1), waiting=((D(2026, 5, 5), None), (D(2026, 5, 9), None))
    )


@given(
    limit=st.sampled_from(["每月", "每季度", "每半年", "每年", "每月10日前", "每年4月1日前"]),
    last=st.dates(D(2024, 1, 1), D(2026, 12, 31)),
    since=st.dates(D(2024, 1, 1), D(2026, 12, 31)),
)
@settings(max_examples=100, deadline=None)
def test_a_period_is_due_after_the_last_publication_and_never_before_it_was_watched(
    limit: str, last: D, since: D
) -> None:
    found = due(limit, last, since)
    assert found is not None
    assert found > last
    assert found >= since
