"""How platforms stand: limits in days and calendar months, checks, closing, order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, Slimming
from gongkai_desk.domain.platform_checks import check_check, check_platform
from gongkai_desk.domain.platform_limits import (
    LimitRule,
    LimitRules,
    PlatformState,
    UpdateLimit,
    add_months,
    in_tree_order,
    standing,
)
from gongkai_desk.domain.problems import Severity

D = dt.date
DAY = D(2026, 11, 20)
NEAR = st.dates(D(2020, 1, 1), D(2030, 12, 31))
RULES = LimitRules(
    rules=(
        LimitRule(
            name="home",
            title="首页",
            kinds=(PlatformKind.WEBSITE,),
            check_days=7,
            source="",
            limit=UpdateLimit(days=14),
        ),
        LimitRule(
            name="notices",
            title="通知",
            kinds=(PlatformKind.COLUMN,),
            check_days=30,
            source="",
            limit=UpdateLimit(months=6),
            unsure=True,
        ),
        LimitRule(name="zone", title="专区", kinds=(PlatformKind.ZONE,), check_days=90, source=""),
    )
)
SITE = Platform(id="site", kind=PlatformKind.WEBSITE, name="网站", filing_number="示ICP备1号")
COLUMN = Platform(id="column", kind=PlatformKind.COLUMN, name="通知公告", parent_id="site")


def a_check(date: dt.date, update: dt.date | None, **values: Any) -> PlatformCheck:
    return PlatformCheck(id=str(date), platform_id="site", date=date, last_update=update, **values)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (D(2026, 8, 31), 6, D(2027, 2, 28)),
        (D(2027, 8, 31), 6, D(2028, 2, 29)),
        (D(2026, 5, 20), 6, D(2026, 11, 20)),
        (D(2026, 12, 31), 2, D(2027, 2, 28)),
        (D(2026, 11, 20), 0, D(2026, 11, 20)),
    ],
)
def test_calendar_months(day: dt.date, months: int, then: dt.date) -> None:
    assert add_months(day, months) == then


@given(NEAR, st.integers(0, 30))
def test_months_later_is_the_same_day_or_the_end_of_that_month(day: dt.date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then + dt.timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("updated", "state", "late"),
    [
        (D(2026, 11, 20), PlatformState.FRESH, 0),
        (D(2026, 11, 10), PlatformState.FRESH, 0),
        (D(2026, 11, 9), PlatformState.SOON, 0),  # three days before the end
        (D(2026, 11, 6), PlatformState.SOON, 0),  # the last day allowed
        (D(2026, 11, 5), PlatformState.LATE, 1),
        (D(2026, 10, 5), PlatformState.LATE, 32),
    ],
)
def test_two_weeks(updated: dt.date, state: PlatformState, late: int) -> None:
    found = standing(SITE, [a_check(DAY, updated)], RULES, DAY)
    assert (found.state, found.late_days) == (state, late)
    assert found.due == updated + dt.timedelta(days=14)


def test_six_months_end_on_the_same_day_and_warn_two_weeks_before() -> None:
    check = a_check(D(2026, 6, 1), D(2026, 5, 20))
    assert standing(COLUMN, [check], RULES, DAY).state is PlatformState.SOON
    assert standing(COLUMN, [check], RULES, D(2026, 11, 6)).state is PlatformState.SOON
    assert standing(COLUMN, [check], RULES, D(2026, 11, 5)).state is PlatformState.FRESH
    late = standing(COLUMN, [check], RULES, D(2026, 11, 21))
    assert (late.state, late.late_days, late.seen) == (PlatformState.LATE, 1, False)


def test_only_a_check_after_the_end_has_seen_it_late() -> None:
    before = a_check(D(2026, 11, 10), D(2026, 11, 1))
    assert not standing(SITE, [before], RULES, DAY).seen
    after = a_check(DAY, D(2026, 11, 1))
    assert standing(SITE, [before, after], RULES, DAY).seen


def test_own_days_of_a_platform_go_before_the_category_and_the_office() -> None:
    rules = RULES.with_own({"notices": 30})
    assert rules.named("notices") == replace(
        RULES.rules[1], limit=UpdateLimit(days=30), own=True, unsure=False
    )
    assert rules.limit(COLUMN) == UpdateLimit(days=30)
    assert rules.limit(replace(COLUMN, limit_days=7)) == UpdateLimit(days=7)


def test_never_checked_undated_without_limit_and_closed() -> None:
    never = standing(SITE, [], RULES, DAY)
    assert (never.state, never.check_due) == (PlatformState.UNCHECKED, True)
    blank = standing(SITE, [a_check(DAY, None, problems="空白栏目")], RULES, DAY)
    assert (blank.state, blank.open_problem) == (PlatformState.UNDATED, True)
    zone = Platform(id="zone", kind=PlatformKind.ZONE, name="专区")
    free = standing(zone, [a_check(DAY, D(2020, 1, 1))], RULES, DAY)
    assert (free.state, free.late_days) == (PlatformState.NO_LIMIT, 0)
    closed = standing(replace(SITE, closed_on=DAY), [a_check(DAY, D(2020, 1, 1))], RULES, DAY)
    assert (closed.state, closed.check_due, closed.late_days) == (PlatformState.CLOSED, False, 0)


def test_a_check_without_a_date_keeps_the_date_known_before() -> None:
    checks = [a_check(D(2026, 11, 10), D(2026, 11, 9)), a_check(DAY, None, problems="打不开")]
    found = standing(SITE, checks, RULES, DAY)
    assert (found.updated, found.last) == (D(2026, 11, 9), checks[1])


def test_the_later_of_two_checks_of_one_day_counts() -> None:
    checks = [a_check(DAY, D(2026, 11, 1)), a_check(DAY, D(2026, 11, 19))]
    assert standing(SITE, checks, RULES, DAY).updated == D(2026, 11, 19)


def test_a_check_is_due_after_the_days_of_its_category() -> None:
    check = a_check(D(2026, 11, 13), D(2026, 11, 13))
    assert standing(SITE, [check], RULES, D(2026, 11, 19)).next_check == D(2026, 11, 20)
    assert not standing(SITE, [check], RULES, D(2026, 11, 19)).check_due
    assert standing(SITE, [check], RULES, DAY).check_due
    rarely = replace(SITE, check_every_days=90)
    assert not standing(rarely, [check], RULES, DAY).check_due


@pytest.mark.parametrize(
    ("kind", "number", "missing"),
    [
        (PlatformKind.NEW_MEDIA, "", True),
        (PlatformKind.NEW_MEDIA, "示新媒备〔2024〕3号", False),
        (PlatformKind.WEBSITE, " ", True),
        (PlatformKind.COLUMN, "", False),
    ],
)
def test_filing_is_wanted_of_sites_and_accounts(
    kind: PlatformKind, number: str, missing: bool
) -> None:
    platform = Platform(id="x", kind=kind, name="x", filing_number=number)
    assert standing(platform, [], RULES, DAY).filing_missing is missing


@given(NEAR, st.lists(st.integers(0, 400), max_size=4), st.integers(1, 300))
def test_late_exactly_when_the_last_day_is_over(today: dt.date, ago: list[int], limit: int) -> None:
    platform = replace(SITE, limit_days=limit)
    checks = [
        a_check(today - dt.timedelta(days=n), today - dt.timedelta(days=n + n % 5)) for n in ago
    ]
    found = standing(platform, checks, RULES, today)
    assert (found.state is PlatformState.LATE) == (found.late_days > 0)
    if found.updated is not None:
        assert found.late_days == max(0, (today - found.updated).days - limit)
        newer = [*checks, a_check(today, today)]
        assert standing(platform, newer, RULES, today).late_days == 0
    else:
        assert found.state is PlatformState.UNCHECKED


def test_columns_stand_below_their_site_and_what_is_closed_last() -> None:
    media = Platform(id="m", kind=PlatformKind.NEW_MEDIA, name="公众号")
    gone = Platform(id="g", kind=PlatformKind.WEBSITE, name="旧站", closed_on=D(2026, 1, 1))
    old = replace(COLUMN, id="old", closed_on=D(2026, 1, 1))
    loose = replace(COLUMN, id="loose", parent_id="nobody")
    order = in_tree_order([gone, old, COLUMN, media, loose, SITE], DAY)
    assert [one.id for one in order] == ["site", "column", "old", "loose", "m", "g"]


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcdeX")), max_size=6))
def test_no_platform_is_lost_whatever_refers_to_what(pairs: list[tuple[str, str]]) -> None:
    every = {one: Platform(id=one, kind=PlatformKind.COLUMN, name=one, parent_id=above)
             for one, above in pairs}  # fmt: skip
    assert sorted(one.id for one in in_tree_order(every.values(), DAY)) == sorted(every)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"name": " "}, {"platform-name-missing"}),
        ({"closed_on": D(2026, 11, 21)}, {"record-after-today"}),
        (
            {"opened_on": D(2026, 2, 1), "closed_on": D(2026, 1, 1)},
            {"platform-closed-before-opened"},
        ),
        ({"limit_days": 0}, {"platform-days-too-few"}),
        ({"slimming": Slimming.CLOSED}, {"platform-closed-day-missing"}),
        ({}, set()),
    ],
)
def test_what_is_wrong_with_a_platform(changed: dict[str, Any], codes: set[str]) -> None:
    found = check_platform(replace(SITE, **changed), [], DAY)
    assert {problem.code for problem in found} == codes


def test_a_column_without_site_and_a_name_twice_are_warnings() -> None:
    lone = list(check_platform(COLUMN, [replace(COLUMN, id="other")], DAY))
    assert {problem.code for problem in lone} == {"column-without-site", "platform-known"}
    assert all(problem.severity is Severity.WARNING for problem in lone)
    assert list(check_platform(COLUMN, [SITE], DAY)) == []


@pytest.mark.parametrize(
    ("check", "codes"),
    [
        (a_check(DAY, DAY), set()),
        (a_check(D(2026, 11, 21), DAY), {"record-after-today"}),
        (a_check(D(2026, 11, 19), DAY), {"update-after-check"}),
        (a_check(DAY, DAY, problems="错链", mended_on=D(2026, 11, 1)), {"mended-before-check"}),
        (a_check(DAY, DAY, mended_on=DAY), {"mended-without-problem"}),
        (a_check(DAY, None), {"check-says-nothing"}),
    ],
)
def test_what_is_wrong_with_a_check(check: PlatformCheck, codes: set[str]) -> None:
    assert {problem.code for problem in check_check(check, DAY)} == codes
