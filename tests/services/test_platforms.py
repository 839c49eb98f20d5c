"""Platforms and messages in a real office file: rounds, closing, removal, limits, attention."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from gongkai_desk.domain.attention import Concern, Weight
from gongkai_desk.domain.message_limits import MessageState
from gongkai_desk.domain.platform import (
    Platform,
    PlatformCheck,
    PlatformKind,
    SiteMessage,
    Slimming,
)
from gongkai_desk.domain.platform_limits import PlatformState, UpdateLimit
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.platform_rules import usual_channels, usual_limits
from gongkai_desk.services.platforms import RoundEntry

D = dt.date
DAY = D(2026, 11, 20)


@pytest.fixture
def site(desk: Desk) -> Platform:
    """A website with two columns, and an account beside it."""
    site = Platform(id="site", kind=PlatformKind.WEBSITE, name="区文旅局网站", filing_number="1")
    for platform in (
        site,
        Platform(id="news", kind=PlatformKind.COLUMN, name="工作动态", parent_id="site",
                 category="news"),
        Platform(id="notices", kind=PlatformKind.COLUMN, name="通知公告", parent_id="site",
                 category="notices"),
        Platform(id="account", kind=PlatformKind.NEW_MEDIA, name="示例文旅"),
    ):  # fmt: skip
        desk.platforms.save(platform, DAY)
    return site


def states(desk: Desk, today: dt.date = DAY) -> dict[str, PlatformState]:
    return {one.id: one.state for one in desk.platforms.standings(today)}


def test_every_kind_has_a_category_of_its_own_and_every_rule_its_source() -> None:
    limits = usual_limits()
    assert all(limits.for_kind(kind) for kind in PlatformKind)
    assert all(rule.source and rule.title and rule.check_days for rule in limits.rules)
    names = [rule.name for rule in limits.rules] + [rule.name for rule in usual_channels().rules]
    assert len(set(names)) == len(names)  # the office's own days are kept by name
    assert limits.rules[0].limit == UpdateLimit(days=14)


def test_a_round_is_one_write_and_is_taken_back_as_one(desk: Desk, site: Platform) -> None:
    entries = [
        RoundEntry(platform_id="site", last_update=D(2026, 11, 19)),
        RoundEntry(platform_id="news", last_update=D(2026, 11, 1), problems="一处错别字"),
        RoundEntry(platform_id="notices", last_update=D(2026, 6, 1)),
    ]
    desk.platforms.record_round(DAY, "林知远", entries, DAY)
    assert states(desk) == {
        "site": PlatformState.FRESH,
        "news": PlatformState.LATE,
        "notices": PlatformState.SOON,
        "account": PlatformState.UNCHECKED,
    }
    assert desk.platforms.checks("news")[0].by == "林知远"
    desk.history.undo()
    assert set(states(desk).values()) == {PlatformState.UNCHECKED}


def test_a_round_with_one_wrong_row_keeps_nothing(desk: Desk, site: Platform) -> None:
    entries = [
        RoundEntry(platform_id="site", last_update=DAY),
        RoundEntry(platform_id="news", last_update=DAY + dt.timedelta(days=1)),
    ]
    with pytest.raises(DomainError) as refused:
        desk.platforms.record_round(DAY, "", entries, DAY)
    assert [(one.code, one.field) for one in refused.value.problems] == [
        ("update-after-check", "news")
    ]
    assert desk.platforms.all(PlatformCheck) == []
    with pytest.raises(DomainError):
        desk.platforms.record_round(DAY, "", [], DAY)


def test_removing_a_website_takes_columns_and_checks_along_and_brings_them_back(
    desk: Desk, site: Platform
) -> None:
    desk.platforms.record_round(
        DAY, "", [RoundEntry(platform_id=one, last_update=DAY) for one in ("site", "news")], DAY
    )
    desk.platforms.remove(site)
    assert list(states(desk)) == ["account"]
    assert desk.platforms.all(PlatformCheck) == []
    desk.history.undo()
    assert list(states(desk)) == ["site", "news", "notices", "account"]
    assert len(desk.platforms.all(PlatformCheck)) == 2


def test_closing_a_website_closes_its_columns(desk: Desk, site: Platform) -> None:
    desk.platforms.close(site, DAY, DAY)
    closed = {one.id for one in desk.platforms.standings(DAY) if one.closed}
    assert closed == {"site", "news", "notices"}
    assert desk.platforms.get(Platform, "news").slimming is Slimming.CLOSED


def test_merging_hands_the_columns_on_and_notes_where_it_went(desk: Desk, site: Platform) -> None:
    other = replace(site, id="other", name="区政府网站")
    desk.platforms.save(other, DAY)
    desk.platforms.close(site, DAY, DAY, into=other)
    assert desk.platforms.get(Platform, "site").note == "已并入“区政府网站”"
    assert desk.platforms.get(Platform, "news").parent_id == "other"
    assert not {one.id for one in desk.platforms.standings(DAY) if one.closed} - {"site"}


def test_the_office_sets_its_own_days(desk: Desk, site: Platform) -> None:
    desk.platforms.record_round(
        DAY, "", [RoundEntry(platform_id="news", last_update=D(2026, 11, 10))], DAY
    )
    assert states(desk)["news"] is PlatformState.FRESH
    desk.platforms.set_limits({"news": 7, "error_report": 2})
    assert states(desk)["news"] is PlatformState.LATE
    assert desk.platforms.channels.named("error_report") is not None
    assert desk.disclosure_settings.get().video_share == 30  # the other settings stay
    desk.platforms.set_limits({})
    assert states(desk)["news"] is PlatformState.FRESH


def a_message(**values: Any) -> SiteMessage:
    message = SiteMessage(id="m", received=D(2026, 11, 16), text="错别字", source="error_report")
    return replace(message, **values)


def test_messages_are_listed_by_urgency(desk: Desk, site: Platform) -> None:
    for message in (
        a_message(id="done", answered_on=D(2026, 11, 17), result="已改"),
        a_message(id="calm", received=DAY, source="letterbox", platform_id="site"),
        a_message(id="late"),
    ):
        desk.platforms.save(message, DAY)
    found = desk.platforms.messages(DAY)
    assert [one.id for one in found] == ["late", "calm", "done"]
    assert [one.state for one in found] == [
        MessageState.LATE, MessageState.WAITING, MessageState.IN_TIME,
    ]  # fmt: skip
    assert found[1].site == "区文旅局网站"
    desk.platforms.answer(found[0].message, DAY, "已改正", DAY)
    now = {one.id: one.state for one in desk.platforms.messages(DAY)}
    assert now["late"] is MessageState.ANSWERED_LATE


def test_attention_counts_what_its_views_show(desk: Desk, site: Platform) -> None:
    desk.platforms.record_round(
        DAY,
        "",
        [
            RoundEntry(platform_id="site", last_update=D(2026, 11, 18)),
            RoundEntry(platform_id="news", last_update=D(2026, 10, 18)),
        ],
        DAY,
    )
    desk.platforms.save(a_message(), DAY)
    desk.platforms.save(a_message(id="n", received=DAY, text="何时开馆\n谢谢"), DAY)
    found = {one.concern: one for one in desk.platforms.attention(DAY)}
    late = found[Concern.PLATFORM_LATE]
    assert (late.count, late.weight, late.section, late.view) == (
        1, Weight.BAD, "platforms", "late",
    )  # fmt: skip
    assert (late.examples, late.next_date) == (("工作动态",), D(2026, 11, 1))
    assert found[Concern.PLATFORM_CHECK_DUE].examples == ("通知公告", "示例文旅")
    over = found[Concern.MESSAGE_LATE]
    assert over.count == 1
    assert over.next_date is not None
    assert over.next_date < DAY
    waiting = found[Concern.MESSAGE_WAITING]
    assert (waiting.examples, waiting.next_date) == (("何时开馆",), D(2026, 11, 25))


def test_nothing_asks_for_attention_in_an_empty_file(desk: Desk) -> None:
    assert desk.platforms.attention(DAY) == ()


def test_the_websites_are_what_columns_belong_to(desk: Desk, site: Platform) -> None:
    assert [one.id for one in desk.platforms.sites()] == ["site"]


def test_mended_problems_are_open_no_more(desk: Desk, site: Platform) -> None:
    entry = RoundEntry(platform_id="site", last_update=DAY, problems="两处错链")
    desk.platforms.record_round(DAY, "", [entry], DAY)
    assert desk.platforms.standings(DAY)[0].open_problem
    desk.platforms.mend(desk.platforms.checks("site")[0], DAY, DAY)
    assert not desk.platforms.standings(DAY)[0].open_problem
