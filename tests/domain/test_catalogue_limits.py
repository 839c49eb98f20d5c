"""公开时限 as catalogues word them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.catalogue import Limit, LimitKind
from gongkai_desk.domain.catalogue_limits import limit_doubt, number, read_limit, readings

TWENTY = Limit(kind=LimitKind.WORKING_DAYS, days=20)


def yearly(month: int, day: int) -> Limit:
    return Limit(kind=LimitKind.YEARLY, month=month, day=day)


READ = [
    ("自信息形成或者变更之日起20个工作日内", TWENTY),
    ("自信息形成或变更之日起２０个工作日内公开", TWENTY),
    ("信息形成（变更）之日起 20 个工作日内予以公开", TWENTY),
    ("20个工作日内", TWENTY),
    ("二十个工作日", TWENTY),
    ("信息形成之日起20个工作日内，法律法规另有规定的从其规定", TWENTY),
    (
        "自该政府信息形成或者变更之日起20个工作日内；法律、法规对公开的期限另有规定的，从其规定。",
        TWENTY,
    ),
    ("及时公开，最迟不超过20个工作日", TWENTY),
    ("长期公开，变更后20个工作日内更新", TWENTY),
    ("3个工作日内", Limit(kind=LimitKind.WORKING_DAYS, days=3)),
    ("自作出行政决定之日起七个工作日内", Limit(kind=LimitKind.WORKING_DAYS, days=7)),
    ("7日内", Limit(kind=LimitKind.DAYS, days=7)),
    ("批准后二十日内", Limit(kind=LimitKind.DAYS, days=20)),
    ("收到后20天以内", Limit(kind=LimitKind.DAYS, days=20)),
    ("24小时内", Limit(kind=LimitKind.DAYS, days=1)),
    ("36小时内", Limit(kind=LimitKind.DAYS, days=2)),
    ("每年4月1日之前", yearly(3, 31)),
    ("每年4月1日", yearly(4, 1)),
    ("每年4月前", yearly(3, 31)),
    ("每年1月31日前", yearly(1, 31)),
    ("次年1月31日前", yearly(1, 31)),
    ("每年３月底前", yearly(3, 31)),
    ("每年2月底", yearly(2, 29)),
    ("每年6月中旬", yearly(6, 20)),
    ("年底前", yearly(12, 31)),
    ("每年公开一次", yearly(12, 31)),
    ("年度更新", yearly(12, 31)),
    ("每年第一季度", yearly(3, 31)),
    ("上半年", yearly(6, 30)),
    ("每季度", Limit(kind=LimitKind.QUARTERLY)),
    ("每季度结束后10日内", Limit(kind=LimitKind.QUARTERLY, days=10)),
    ("每季度终了后15个工作日内", Limit(kind=LimitKind.QUARTERLY, days=15, working=True)),
    ("每月", Limit(kind=LimitKind.MONTHLY)),
    ("每月10日前", Limit(kind=LimitKind.MONTHLY, days=10)),
    ("每月结束后5日内", Limit(kind=LimitKind.MONTHLY, days=5)),
    ("每半年公开一次", Limit(kind=LimitKind.HALF_YEARLY)),
    ("年度结束后20日内", yearly(1, 20)),
    ("自信息形成之日起一个月内", Limit(kind=LimitKind.MONTHS, months=1)),
    ("3个月以内", Limit(kind=LimitKind.MONTHS, months=3)),
    ("审计结束后两个月之内公开", Limit(kind=LimitKind.MONTHS, months=2)),
    ("及时", Limit(kind=LimitKind.AT_ONCE)),
    ("实时更新", Limit(kind=LimitKind.AT_ONCE)),
    ("即时公开", Limit(kind=LimitKind.AT_ONCE)),
    ("长期公开", Limit(kind=LimitKind.STANDING)),
    ("常年", Limit(kind=LimitKind.STANDING)),
    ("长期", Limit(kind=LimitKind.STANDING)),
    ("法定时限", TWENTY),
    ("", Limit()),
]


@pytest.mark.parametrize(("text", "limit"), READ, ids=[text or "empty" for text, _limit in READ])
def test_a_wording_is_read(text: str, limit: Limit) -> None:
    read = read_limit(text)
    assert read.text == text
    assert read == replace(limit, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "按规定",
        "每两年",
        "动态更新",
        "每周",
        "每三个月内",
        "2月30日前",
        "2026年4月1日前",
        "0个工作日",
    ],
)
def test_what_is_not_understood_stays_text_and_is_told(text: str) -> None:
    assert read_limit(text) == Limit(text=text)
    assert limit_doubt(text) == "catalogue-limit-unknown"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("行政许可7个工作日内，其他20个工作日内", "catalogue-limit-several"),
        ("每年1月、7月", "catalogue-limit-several"),
        ("法定时限内公开", "catalogue-limit-statutory"),
        ("法定时限（20个工作日内）", ""),
        ("20个工作日内", ""),
        ("", ""),
    ],
)
def test_the_officer_is_told_what_is_doubtful(text: str, doubt: str) -> None:
    assert limit_doubt(text) == doubt


def test_of_several_limits_the_first_one_counts() -> None:
    assert read_limit("行政许可7个工作日内，其他20个工作日内").days == 7


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("二十", 20), ("三十一", 31), ("一百二十", 120), ("7", 7)]
)
def test_chinese_numbers(text: str, value: int) -> None:
    assert number(text) == value


@given(
    st.text(alphabet="每年月日前底季度半工作内0123456789二十个，。（）及时长期变更 ", max_size=30)
)
@settings(max_examples=150, deadline=None)
def test_no_wording_breaks_it_and_none_is_lost(text: str) -> None:
    read = read_limit(text)
    assert read.text == text
    for one in readings(text):
        if one.kind is LimitKind.YEARLY:
            assert one.month is not None
            assert one.day is not None
            assert 1 <= one.month <= 12
            assert 1 <= one.day <= 31
