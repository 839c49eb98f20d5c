from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.plan import Deadline, DeadlineKind
from gongkai_desk.domain.plan_deadlines import (
    names_several_dates,
    running_deadline,
    stated_deadline,
)


@pytest.mark.parametrize("text", ["全年", "长期坚持", "持续推进", "每季度"])
def test_all_year_as_a_statement(text: str) -> None:
    deadline = stated_deadline(text, 2026)
    assert (deadline.kind, deadline.date, deadline.text) == (DeadlineKind.ALL_YEAR, None, text)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("2026年底前", 12, 31),
        ("2026年底 前完 成，长期坚持", 12, 31),
        ("年底前完成", 12, 31),
        ("6月底前", 6, 30),
        ("2月底前", 2, 28),
        ("2026 年 9 月底前", 9, 30),
        ("十一月底前", 11, 30),
        ("9月15日前", 9, 15),
        ("2026-09-15", 9, 15),
        ("第三季度末", 9, 30),
        ("一季度", 3, 31),
        ("第一、三季度", 3, 31),
        ("二、四季度", 6, 30),
        ("2026年第2和第4季度末", 6, 30),
        ("一至三季度", 9, 30),
        ("上半年", 6, 30),
        ("6月", 6, 30),
        ("12月", 12, 31),
        ("长期坚持，10月底前首次完成", 10, 31),
        ("２０２６年６月底前", 6, 30),
        ("6.30", 6, 30),
        ("2026/6/30", 6, 30),
        ("3月至9月", 9, 30),
        ("5-10月", 10, 31),
        ("2026.1-2026.6", 6, 30),
        ("2026年1月1日-12月31日", 12, 31),
        ("3月上旬", 3, 10),
        ("12月中旬", 12, 20),
        ("2月下旬", 2, 28),
    ],
)
def test_a_stated_date(text: str, month: int, day: int) -> None:
    deadline = stated_deadline(text, 2026)
    assert deadline.kind is DeadlineKind.BY_DATE
    assert deadline.date == dt.date(2026, month, day)
    assert deadline.text == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "date", "phrase"),
    [
        ("于2022年9月底前，开设专栏", dt.date(2022, 9, 30), "2022年9月底前"),
        ("年底前以居委会为单位公开", dt.date(2022, 12, 31), "年底前"),
        ("3月15日前公布，6月底前总结", dt.date(2022, 3, 15), "3月15日前"),
        ("第二季度末前完成", dt.date(2022, 6, 30), "第二季度末前"),
        ("第一、三季度末前通报", dt.date(2022, 3, 31), "第一、三季度末前"),
        ("一、三季度末前完成", dt.date(2022, 9, 30), "三季度末前"),
        ("2023年底前建成", dt.date(2023, 12, 31), "2023年底前"),
    ],
)
def test_a_limit_in_running_text(text: str, date: dt.date, phrase: str) -> None:
    deadline = running_deadline(text, 2022)
    assert (deadline.date, deadline.text) == (date, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "明确公开内容、时限、方式",
        "决策文件出台后10个工作日内公开",
        "征求意见不少于30日",
        "持续推进各项工作，全年任务不减",
        "2021年5月1日起施行的办法",
        "年内至少组织1次培训",
        "强化季度检查",
        "2月30日前",
        "把政府开放月活动办好",
    ],
)
def test_what_is_no_limit(text: str) -> None:
    assert running_deadline(text, 2022).kind is DeadlineKind.NONE


def test_words_without_a_meaning_are_kept() -> None:
    deadline = stated_deadline("按上级要求", 2026)
    assert (deadline.kind, deadline.text) == (DeadlineKind.NONE, "按上级要求")


@given(st.text(alphabet="0123456789年月日底前末季度一二三四上下半全第长期 .-", max_size=25))
def test_any_words_give_an_answer(text: str) -> None:
    stated, running = stated_deadline(text, 2026), running_deadline(text, 2026)
    for deadline in (stated, running):
        assert (deadline.kind is DeadlineKind.BY_DATE) == (deadline.date is not None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("常态化邀请，持续推进，全年不断", "持续推进"),
        ("定期清理。长期坚持。", "长期坚持"),
        ("开展检查，贯穿全年", "全年"),
    ],
)
def test_a_word_for_the_whole_year_counts_where_a_clause_ends(text: str, word: str) -> None:
    deadline = running_deadline(text, 2022)
    assert (deadline.kind, deadline.date, deadline.text) == (DeadlineKind.ALL_YEAR, None, word)


def test_a_date_counts_before_a_word_for_the_whole_year() -> None:
    assert running_deadline("长期坚持，6月底前见效。", 2022).date == dt.date(2022, 6, 30)


def test_next_year_is_the_year_behind_the_plans() -> None:
    assert stated_deadline("次年1月底前", 2026).date == dt.date(2027, 1, 31)
    assert stated_deadline("2027年1月31日前", 2026).date == dt.date(2027, 1, 31)


@pytest.mark.parametrize("text", ["—", "/", "无", "——"])
def test_a_dash_is_no_deadline(text: str) -> None:
    assert stated_deadline(text, 2026) == Deadline()


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("3月、9月", True),
        ("上半年、下半年各1次", True),
        ("第一、三季度", True),
        ("2026年二和四季度末前", True),
        ("一至三季度", False),
        ("第一季度", False),
        ("3月至9月", False),
        ("2026年底前完成，长期坚持", False),
        ("6月底前", False),
        ("全年", False),
    ],
)
def test_several_dates_are_noticed(text: str, several: bool) -> None:
    assert names_several_dates(text, 2026) is several
