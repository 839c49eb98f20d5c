"""What a 公开时限 says: from the wordings of catalogues to a `Limit`."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from gongkai_desk.domain.catalogue import Limit, LimitKind

STATUTORY_DAYS = 20
"""条例第二十六条: 20 working days from 形成或者变更之日, unless another rule sets a time."""
_LEAP_YEAR = 2024
_HOURS_OF_A_DAY = 24
_MOST_DAYS = 1_000
_MOST_MONTHS = 36

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMBER = r"(?P<n>\d{1,4}|[零〇一二两三四五六七八九十百]{1,7})"
_ELSEWHERE = re.compile(
    r"[,。;]?(?:如|若)?(?:国家)?(?:有关)?(?:法律|法规|规章|上级)[^,。;]{0,14}"
    r"(?:另有|有其他|有特殊|有)(?:规定|要求)[^。;]*?(?:从其规定|除外|依照其规定|按其规定|执行)"
)
_WORKING = re.compile(rf"{_NUMBER}个?工作日")
_HOURS = re.compile(rf"{_NUMBER}个?小时")
_DAYS = re.compile(rf"(?<![月\d]){_NUMBER}(?:个?自然日|个?日历日|日|天)(?:之)?(?:以)?内")
_MONTHS = re.compile(rf"(?<![每第\d]){_NUMBER}个月(?:之)?(?:以)?内")
_PERIOD_END = re.compile(
    rf"(?P<period>半年|季度?|月份?|年度?)(?:度)?(?:结束|终了|期满|末|后)[^,。;]{{0,4}}?{_NUMBER}"
    r"(?P<working>个?工作日)?(?:个?自然日|日|天)?(?:之)?(?:以)?内"
)
_MONTH_DAY = re.compile(
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
    r"(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?P<end>底|末|下旬)|(?P<mid>中旬)"
    r"|(?P<first>上旬))?(?P<before>(?:之)?(?:以)?前)?"
)
_DAY_OF_MONTH = re.compile(r"每个?月(?:的)?(?:前)?(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")
_QUARTER_OF_YEAR = re.compile(r"第?(?P<q>[一二三四1234])季度")
_AT_ONCE = re.compile(r"及时|实时|即时|立即|随时|第一时间|当[日天]|同步|即刻|尽快|适时")
_STANDING = re.compile(r"长期|常年|永久|始终|一直")
_STATUTORY = re.compile(
    r"法定(?:的)?(?:公开)?(?:时限|期限|时间)|条例(?:规定|要求)?的?(?:时限|期限|时间)"
)
_NO_RHYTHM = re.compile(r"每(?:隔)?[两二三四五六七八九十2-9]年|\d{4}年")
"""Every few years, or once on a day of one year: nothing that can be watched year by year."""


def read_limit(text: str) -> Limit:
    """The limit a wording sets; the first one when it sets several, UNKNOWN when it sets none
    that is understood. The wording itself is always kept.
    """
    found = readings(text)
    return replace(found[0], text=text) if found else Limit(text=text)


def readings(text: str) -> tuple[Limit, ...]:
    """All limits that a wording sets, without their text, those with a day before those without;
    a wording such as "20 days or as the law says" sets one.
    """
    plain = _plain(text)
    words = _ELSEWHERE.sub("", plain)
    if _NO_RHYTHM.search(words):
        return ()
    dated = tuple(dict.fromkeys(_dated(words)))
    if dated:
        return dated
    if _AT_ONCE.search(words):
        return (Limit(kind=LimitKind.AT_ONCE),)
    if _STANDING.search(words):
        return (Limit(kind=LimitKind.STANDING),)
    if _STATUTORY.search(plain):
        return (Limit(kind=LimitKind.WORKING_DAYS, days=STATUTORY_DAYS),)
    return ()


def limit_doubt(text: str) -> str:
    """The code of what the officer should be told of a wording, "" when it is plain."""
    if not text.strip():
        return ""
    found = readings(text)
    if not found:
        return "catalogue-limit-unknown"
    if len(found) > 1:
        return "catalogue-limit-several"
    plain = _plain(text)
    if _STATUTORY.search(plain) and not re.search(r"\d|工作日", plain):
        return "catalogue-limit-statutory"
    return ""


def _plain(text: str) -> str:
    """Half-width, without blanks and brackets' shapes, the commas and stops all of one kind."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"\s+", "", plain)
    return re.sub(r"[,、,]", ",", plain).replace("；", ";").replace("：", ":")


def _dated(words: str) -> Iterator[Limit]:
    """The limits with a number or a date, in the order of the wording as far as it matters."""
    rest = words
    found: list[tuple[int, Limit]] = []
    for pattern, make in _MAKERS:
        for match in pattern.finditer(rest):
            limit = make(match)
            if limit is not None:
                found.append((match.start(), limit))
                gap = "#" * (match.end() - match.start())
                rest = rest[: match.start()] + gap + rest[match.end() :]
    yield from (limit for _place, limit in sorted(found, key=lambda each: each[0]))
    if not found:
        yield from _repeated(rest)


def _after_period(match: re.Match[str]) -> Limit | None:
    """每季度结束后10日内: by that day of the period that follows."""
    days, working = number(match["n"]), match["working"] is not None
    if days is None or not 0 < days <= 31:
        return None
    kind = {"半": LimitKind.HALF_YEARLY, "季": LimitKind.QUARTERLY, "月": LimitKind.MONTHLY}.get(
        match["period"][0]
    )
    if kind is None:
        return None if working else Limit(kind=LimitKind.YEARLY, month=1, day=days)
    return Limit(kind=kind, days=days, working=working)


def _working_days(match: re.Match[str]) -> Limit | None:
    days = number(match["n"])
    if days is None or not 0 < days <= _MOST_DAYS:
        return None
    return Limit(kind=LimitKind.WORKING_DAYS, days=days)


def _days(match: re.Match[str]) -> Limit | None:
    days = number(match["n"])
    if days is None or not 0 < days <= _MOST_DAYS:
        return None
    return Limit(kind=LimitKind.DAYS, days=days)


def _in_months(match: re.Match[str]) -> Limit | None:
    months = number(match["n"])
    if months is None or not 0 < months <= _MOST_MONTHS:
        return None
    return Limit(kind=LimitKind.MONTHS, months=months)


def _hours(match: re.Match[str]) -> Limit | None:
    hours = number(match["n"])
    if not hours:
        return None
    return Limit(kind=LimitKind.DAYS, days=-(-hours // _HOURS_OF_A_DAY))


def _day_of_month(match: re.Match[str]) -> Limit | None:
    day = number(match["d"])
    return Limit(kind=LimitKind.MONTHLY, days=day) if day and day <= 31 else None


def _month_day(match: re.Match[str]) -> Limit | None:
    """A date of every year. `前` counts the day named as still in time, as 条例第四十九条 does
    with 1月31日前; before the first of a month is the end of the month before it.
    """
    month, day = number(match["m"]), number(match["d"]) if match["d"] else None
    if month is None or not 1 <= month <= 12:
        return None
    last = calendar.monthrange(_LEAP_YEAR, month)[1]
    if match["mid"]:
        day = 20
    elif match["first"]:
        day = 10
    elif day is None:
        if match["before"] and not match["end"]:  # 4月前: April itself is too late
            month = month - 1 or 12
            return _yearly(month, calendar.monthrange(_LEAP_YEAR, month)[1])
        day = last
    if not 1 <= day <= last:
        return None
    if day == 1 and match["before"]:
        month = month - 1 or 12
        return _yearly(month, calendar.monthrange(_LEAP_YEAR, month)[1])
    return _yearly(month, day)


def _yearly(month: int, day: int) -> Limit:
    return Limit(kind=LimitKind.YEARLY, month=month, day=day)


def _quarter_of_year(match: re.Match[str]) -> Limit | None:
    quarter = number(match["q"])
    if quarter is None:
        return None
    month = 3 * quarter
    return _yearly(month, calendar.monthrange(_LEAP_YEAR, month)[1])


_MAKERS = (
    (_PERIOD_END, _after_period),
    (_WORKING, _working_days),
    (_MONTHS, _in_months),
    (_HOURS, _hours),
    (_DAY_OF_MONTH, _day_of_month),
    (_MONTH_DAY, _month_day),
    (_QUARTER_OF_YEAR, _quarter_of_year),
    (_DAYS, _days),
)


def _repeated(words: str) -> Iterator[Limit]:
    """Every period without a day of its own: due by its end."""
    if "半年" in words and "上半年" not in words and "下半年" not in words:
        yield Limit(kind=LimitKind.HALF_YEARLY)
    elif re.search(r"每(?:个)?季|季度|按季", words):
        yield Limit(kind=LimitKind.QUARTERLY)
    elif re.search(r"每(?:个)?月|按月|月度", words):
        yield Limit(kind=LimitKind.MONTHLY)
    elif "上半年" in words:
        yield _yearly(6, 30)
    elif re.search(r"每年|年度|按年|年底|年末|年内|每一年|当年|下半年", words):
        yield _yearly(12, 31)


def number(text: str) -> int | None:
    """A whole number in Arabic or Chinese digits below a thousand; None when it is none."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            return None
    return total + digit
