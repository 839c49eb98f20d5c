from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk import resources
from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.holiday_notice import check_notice, read_notice
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.bundled_calendar import bundled_calendar, bundled_notices
from gongkai_desk.texts import sentence

D = dt.date
WEEKDAYS = "一二三四五六日"
FESTIVALS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
CHINESE = "一二三四五六七"


def span(first: dt.date, last: dt.date) -> set[dt.date]:
    return {first + dt.timedelta(days=n) for n in range((last - first).days + 1)}


def problems(text: str, known: WorkCalendar | None = None) -> list[str]:
    with pytest.raises(DomainError) as caught:
        read_notice(text, known)
    assert all(sentence(problem) for problem in caught.value.problems)
    return [problem.code for problem in caught.value.problems]


def page(text: str, title: str, number: str) -> str:
    """`text` as it stands on a web page."""
    return f"""首页 > 政策 > 国务院政策文件库
发布时间：2024-11-12 11:00　来源：中国政府网　字号：[大][中][小]
{title}
{number}
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将放假安排通知如下。
{text}
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。

国务院办公厅
2024年11月12日
（此件公开发布）
"""


BUNDLED = [
    (row, notice)
    for year in range(2019, 2027)
    for row, notice in zip(
        resources.table("holidays", f"{year}.toml")["notices"],
        [n for n in bundled_notices() if n.year == year],
        strict=True,
    )
]


@pytest.mark.parametrize(("row", "expected"), BUNDLED, ids=lambda value: str(value)[:30])
@pytest.mark.parametrize("dressed", [False, True])
def test_the_bundled_dates_are_what_the_words_of_the_notice_say(
    row: dict[str, str], expected: Notice, dressed: bool
) -> None:
    bare = f"{row['title']}\n{row['number']}\n{row['text']}"
    text = page(row["text"], row["title"], row["number"]) if dressed else bare
    yearly = next(n for n in bundled_notices() if n.year == expected.year)
    assert read_notice(text, WorkCalendar([yearly])) == expected


def test_an_extension_needs_the_year_it_extends() -> None:
    text = "延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。"
    assert problems(text) == ["notice-extends-unknown"]
    assert problems(text.replace("2020", "2031"), bundled_calendar()) != []
    found = read_notice(text, bundled_calendar())
    assert found.amends
    assert found.year == 2020


def test_the_notice_of_2015_for_a_single_day() -> None:
    found = read_notice(
        "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知\n"
        "国发明电〔2015〕1号\n一、9月3日至5日调休放假，共3天。其中9月3日（星期四）放假，"
        "9月4日（星期五）调休，9月6日（星期日）上班。"
    )
    assert (found.year, found.amends) == (2015, True)
    assert found.days_off == span(D(2015, 9, 3), D(2015, 9, 5))
    assert found.makeup_days == {D(2015, 9, 6)}


OLDER = """一、元旦：1月1日放假1天。
二、春节：1月31日至2月6日放假调休，共7天。1月26日（星期日）、2月8日（星期六）上班。
三、清明节：4月5日放假，4月7日（星期一）补休。
四、劳动节：5月1日至3日放假调休，共3天。5月4日（星期日）上班。
五、端午节：6月2日放假，与周末连休。
六、中秋节：9月8日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月28日（星期日）、10月11日（星期六）上班。"""


def test_the_notice_for_2014() -> None:
    found = read_notice(page(OLDER, "国务院办公厅关于2014年部分节假日安排的通知", ""))
    working = WorkCalendar([found])
    different = [
        day
        for day in span(D(2014, 1, 1), D(2014, 12, 31))
        if working.is_working_day(day) != chinese_calendar.is_workday(day)
    ]
    assert different == []
    assert {D(2014, 4, 5), D(2014, 4, 7)} <= found.days_off
    assert D(2014, 4, 6) not in found.days_off


LINES_2027 = {
    "元旦": "1月1日（周五）至3日（周日）放假，共3天。",
    "春节": "2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。"
    "2月14日（周日）上班。",
    "清明节": "4月3日（周六）至5日（周一）放假，共3天。",
    "劳动节": "5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。",
    "端午节": "6月9日（周三）放假1天，不调休。",
    "中秋节": "9月15日（周三）放假1天，不调休。",
    "国庆节": "10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。",
}


def notice(title: str = "国务院办公厅关于2027年部分节假日安排的通知", **changed: str) -> str:
    lines = {**LINES_2027, **changed}
    numbered = zip("一二三四五六七八", lines.items(), strict=False)
    body = "\n".join(f"{number}、{name}：{line}" for number, (name, line) in numbered if line)
    return f"{title}\n{body}"


PLAIN = read_notice(notice())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: (
            text.replace("：", ":").replace("，", ",").replace("（", "(").replace("）", ")")
        ),
        lambda text: text.replace("。", "."),
        lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda text: text.replace("月", " 月 ").replace("日", " 日\u3000"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("至", "—"),
        lambda text: text.replace("至", "-"),
        lambda text: text.replace("周", "星期"),
        lambda text: text.replace("周日", "星期天"),
        lambda text: text.replace("放假调休，共", "放假调休\n，共"),
        lambda text: text.replace("农历正月", "农历\n正月"),
        lambda text: text.replace("共3天", "共三天"),
        lambda text: text.replace("2027年部分", "二〇二七年部分"),
        lambda text: text.replace("一、", "1. ").replace("二、", "2. "),
        lambda text: text.replace("。\n", "。"),
        lambda text: text.replace("、元旦", "、元旦假期"),
        lambda text: text.replace("放假调休，", "调休放假，"),
        lambda text: text.replace("日（周日）、5月8日", "日（周日），5月8日"),
        lambda text: text.replace("1月1日", "2027年1月1日"),
        lambda text: text.replace("除夕、", "除夕，"),
        lambda text: text.replace("3日（周日）放假，", "3日（周日）放假公休，"),
    ],
)
def test_other_ways_of_writing_mean_the_same(change: Callable[[str], str]) -> None:
    assert change(notice()) != notice()
    found = read_notice(change(notice()))
    assert (found.days_off, found.makeup_days) == (PLAIN.days_off, PLAIN.makeup_days)


@pytest.mark.parametrize(
    ("line", "off", "worked"),
    [
        ("1月1日（周五）放假，与周末连休。", {D(2027, 1, 1)}, set()),
        ("1月1日（周五）放假，与周末连休，共3天。", {D(2027, 1, 1)}, set()),
        ("1月1日放假，1月4日（星期一）补休。", {D(2027, 1, 1), D(2027, 1, 4)}, set()),
        (
            "2026年12月31日至2027年1月2日放假调休，共3天。2026年12月27日（星期日）上班。",
            span(D(2026, 12, 31), D(2027, 1, 2)),
            {D(2026, 12, 27)},
        ),
        (
            "12月31日（周四）至1月2日（周六）放假调休，共3天。12月27日（周日）上班。",
            span(D(2026, 12, 31), D(2027, 1, 2)),
            {D(2026, 12, 27)},
        ),
    ],
)
def test_wordings_of_the_new_year_line(line: str, off: set[dt.date], worked: set[dt.date]) -> None:
    found = read_notice(notice(元旦=line))
    others = {day for day in PLAIN.days_off if day > D(2027, 1, 31)}
    assert found.days_off - others == off
    assert found.makeup_days - PLAIN.makeup_days == worked


def test_combined_festivals() -> None:
    line = "9月15日（周三）放假。" + LINES_2027["国庆节"]
    text = notice(中秋节="", 国庆节="") + f"\n六、中秋节、国庆节：{line}"
    assert read_notice(text).days_off == PLAIN.days_off


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"春节": LINES_2027["春节"].replace("共7天", "共8天")}, "notice-total"),
        ({"端午节": "6月9日（周三）放假2天，不调休。"}, "notice-total"),
        ({"元旦": "1月1日（周五）放假，与周末连休，共4天。"}, "notice-total"),
        ({"元旦": "1月1日至3日放假。共4天。"}, "notice-total"),
        ({"元旦": "1月1日（周四）至3日（周日）放假，共3天。"}, "notice-weekday"),
        ({"元旦": "1月1日（周五）至3日（周六）放假，共3天。"}, "notice-weekday"),
        (
            {"春节": LINES_2027["春节"].replace("2月14日（周日）", "2月14日（周六）")},
            "notice-weekday",
        ),
        (
            {"春节": LINES_2027["春节"].replace("2月14日（周日）", "2月15日")},
            "notice-makeup-no-weekend",
        ),
        (
            {"春节": LINES_2027["春节"].replace("（农历除夕、周五）", "（农历除夕，周六）")},
            "notice-weekday",
        ),
        ({"清明节": ""}, "notice-festival-missing"),
        ({"春节": "2月30日放假。"}, "notice-impossible-date"),
        ({"元旦": "1月1日至3日放假。1月2日上班。"}, "notice-off-and-worked"),
        ({"元旦": "放假安排另行通知。"}, "notice-line-without-day"),
        ({"元旦": "2025年1月1日放假。"}, "notice-foreign-date"),
        ({"春节": "2月11日至5日放假。"}, "notice-range"),
        ({"春节": "2月5日至11日也许放假。"}, "notice-clause-unreadable"),
        ({"春节": LINES_2027["春节"] + "请在2月13日上班。"}, "notice-clause-unreadable"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(changed: dict[str, str], code: str) -> None:
    assert code in problems(notice(**changed))


def test_everything_wrong_is_told_at_once_with_its_line() -> None:
    text = notice(元旦="1月1日（周四）放假2天。", 清明节="")
    with pytest.raises(DomainError) as caught:
        read_notice(text)
    found = caught.value.problems
    assert [one.code for one in found] == [
        "notice-weekday", "notice-total", "notice-festival-missing",
    ]  # fmt: skip
    assert "元旦" in str(found[0].values["line"])
    assert found[2].values["names"] == "清明节"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "notice-none"),
        ("今天天气很好。", "notice-none"),
        ("关于2027年工作安排的通知\n请各单位认真落实。", "notice-none"),
        (notice(title="放假通知"), "notice-year-missing"),
        ("国务院办公厅关于调整2027年劳动节假期安排的通知\n请认真落实。", "notice-without-days"),
        (notice().split("\n")[0], "notice-none"),
    ],
)
def test_what_is_no_notice_is_refused(text: str, code: str) -> None:
    assert problems(text) == [code]


def test_what_a_program_typed_is_checked_too() -> None:
    wrong = Notice(
        year=2027,
        source="",
        days_off=frozenset({D(2027, 1, 2)}),
        makeup_days=frozenset({D(2027, 1, 2), D(2027, 1, 4)}),
    )
    assert [one.code for one in check_notice(wrong)] == [
        "notice-makeup-no-weekend", "notice-off-and-worked",
    ]  # fmt: skip


# properties: a made-up schedule, written as a notice, is read back; one slip of the pen is refused


class Schedule:
    """Seven rests and the weekends worked for them, with a way of writing each."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.year = draw(st.integers(2027, 2099))
        self.style = draw(st.integers(0, 3))
        self.rests: list[tuple[dt.date, dt.date]] = []
        self.makeup: list[list[dt.date]] = []
        starts = ((1, 1), (2, 4), (4, 4), (5, 1), (6, 10), (9, 14), (10, 1))
        for month, day in starts:
            before = draw(st.integers(0, 3))
            length = draw(st.integers(1, 9))
            first = D(self.year, month, day) - dt.timedelta(days=before)
            self.rests.append((first, first + dt.timedelta(days=length - 1)))
            self.makeup.append(self._weekends(first, length, draw(st.integers(0, 2))))
        rest = self.days_off  # a weekend worked for one rest is not part of the next
        self.makeup = [[day for day in days if day not in rest] for days in self.makeup]

    def _weekends(self, first: dt.date, length: int, number: int) -> list[dt.date]:
        around = [first + dt.timedelta(days=n) for n in range(-9, length + 9)]
        after = [d for d in around if d.weekday() >= 5 and d >= first + dt.timedelta(days=length)]
        return after[:number]

    @property
    def days_off(self) -> set[dt.date]:
        return set().union(*(span(first, last) for first, last in self.rests))

    def day(self, date: dt.date, after: dt.date | None = None) -> str:
        weekday = WEEKDAYS[date.weekday()]
        note = ("", f"（周{weekday}）", f"（星期{weekday}）", f"(农历初一、周{weekday})")[
            self.style
        ]
        year = (
            f"{date.year}年"
            if date.year != self.year or (after and after.year != date.year)
            else ""
        )
        month = "" if after and not year and after.month == date.month else f"{date.month}月"
        return f"{year}{month}{date.day}日{note}"

    def line(self, place: int) -> str:
        (first, last), makeup = self.rests[place], self.makeup[place]
        length = (last - first).days + 1
        if length == 1:
            text = f"{self.day(first)}放假1天，不调休。"
        else:
            text = f"{self.day(first)}至{self.day(last, first)}放假调休，共{length}天。"
        if makeup:
            text += "、".join(self.day(one) for one in makeup) + "上班。"
        return f"{CHINESE[place]}、{FESTIVALS[place]}：{text}"

    def text(self) -> str:
        title = f"国务院办公厅关于{self.year}年部分节假日安排的通知"
        return "\n".join([title, *(self.line(place) for place in range(7))])


schedules = st.composite(Schedule)


@given(schedules())
def test_a_schedule_written_as_a_notice_is_read_back(schedule: Schedule) -> None:
    found = read_notice(schedule.text())
    assert found.year == schedule.year
    assert found.days_off == schedule.days_off
    assert found.makeup_days == set().union(*schedule.makeup)
    assert not found.amends


@given(schedules(), st.integers(0, 6), st.integers(1, 9))
def test_a_wrong_number_of_days_is_refused(schedule: Schedule, place: int, more: int) -> None:
    first, last = schedule.rests[place]
    length = (last - first).days + 1
    old, new = (
        ("放假1天", f"放假{1 + more}天")
        if length == 1
        else (f"共{length}天", f"共{length + more}天")
    )
    line = schedule.line(place)
    assert "notice-total" in problems(schedule.text().replace(line, line.replace(old, new)))


@given(schedules(), st.integers(0, 6), st.integers(1, 6))
def test_a_wrong_weekday_is_refused(schedule: Schedule, place: int, shift: int) -> None:
    schedule.style = 1
    line = schedule.line(place)
    right = schedule.rests[place][0].weekday()
    wrong = line.replace(f"周{WEEKDAYS[right]}", f"周{WEEKDAYS[(right + shift) % 7]}", 1)
    assert "notice-weekday" in problems(schedule.text().replace(line, wrong))


@given(schedules(), st.integers(0, 6), st.integers(1, 5))
def test_a_makeup_day_in_the_week_is_refused(schedule: Schedule, place: int, shift: int) -> None:
    last = schedule.rests[place][1]
    monday = last + dt.timedelta(days=7 - last.weekday())
    schedule.makeup[place] = [monday + dt.timedelta(days=shift - 1)]
    assert "notice-makeup-no-weekend" in problems(schedule.text())


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, notice() + text, f"关于调整2027年{text}通知{text}"):
        with suppress(DomainError):
            assert read_notice(whole, bundled_calendar()).days_off
