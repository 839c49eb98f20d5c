"""When a task must be done, read from a statement (完成时限) or from running text."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from gongkai_desk.domain.plan import Deadline, DeadlineKind
from gongkai_desk.domain.plan_lines import compact, ordinal

_YEAR = r"(?P<year>20\d\d|今|本|当|次|明|翌)?年?"
_BEFORE = r"(?:之?前|以前)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])月"
_MORE = r"(?:[、和及与]第?[一二三四1-4])"
# 第一、三季度 begins with the first; without 第 the 一、 of running text may number a paragraph.
_QUARTER = rf"第?(?P<quarter>[一二三四1-4])(?:(?<=第.){_MORE}+)?季度"
_QUARTERS = rf"第?(?P<quarter>[一二三四1-4]){_MORE}*季度"

# In running text a date counts only where words make it a limit; 10个工作日内 is none.
_LIMITS = (
    rf"{_YEAR}{_MONTH}(?P<day>\d{{1,2}})[日号]{_BEFORE}",
    rf"{_YEAR}{_MONTH}(?:份)?(?:底|末){_BEFORE}?",
    rf"{_YEAR}{_QUARTER}(?:末|底)?(?:{_BEFORE}|内|结束{_BEFORE})",
    rf"{_YEAR}{_QUARTER}[末底]",
    rf"{_YEAR}(?P<half>[上下])半年(?:{_BEFORE}|内|底{_BEFORE}?|完成)",
    rf"(?P<year>20\d\d|今|本|当|次|明|翌)?年(?:底|末){_BEFORE}",
    r"(?P<year>20\d\d|今|本|当|次|明|翌)?年内(?=完成|建成|实现|出台|印发)",
)
_STATED = (
    rf"{_YEAR}{_MONTH}(?P<day>\d{{1,2}})[日号]?",
    rf"{_YEAR}{_MONTH}(?P<third>[上中下])旬",
    r"(?P<year>20\d\d)(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)",
    r"(?P<year>20\d\d)[-./](?P<month>\d{1,2})(?!\d)",
    r"^(?P<month>\d{1,2})[./](?P<day>\d{1,2})(?:日?前)?$",
    rf"{_YEAR}{_MONTH}(?:份)?(?:底|末)?",
    rf"{_YEAR}{_QUARTERS}",
    rf"{_YEAR}(?P<half>[上下])半年",
    r"(?P<year>20\d\d|今|本|当|次|明|翌)?年(?:底|末|内)",
)
_LIMIT_PATTERNS = tuple(re.compile(pattern) for pattern in _LIMITS)
_STATED_PATTERNS = _LIMIT_PATTERNS + tuple(re.compile(pattern) for pattern in _STATED)
_ALL_YEAR = re.compile(
    r"全年|长期|持续|常年|经常|常态|贯穿|每月|每季|每半年|每年|按月|按季|实时|随时|及时|即时"
)
# In running text it counts where a clause ends with it: 持续推进各项工作 is no deadline.
_ALL_YEAR_SAID = re.compile(r"(?:全年|长期坚持|持续推进)(?=[，,。；;、]|$)")
_ONLY_ALL_YEAR = re.compile(
    r"(?:全年|长期|常年|常态化?|持续|每月|每季度|每半年|每年|及时)(?:全年|长期|持续|坚持|推进|开展|落实|进行|实施)*"
)
_AROUND_A_DATE = re.compile(
    r"(?:于|在|力争|确保|原则上)*@(?:之?前|以前|内|末|底)?(?:全面|全部|基本)?"
    r"(?:完成|落实|到位|见效|建成|启动|实施|公开|发布|上线|取得|明显|阶段性|成效|并|长期|坚持|持续|推进)*"
)
_SEVERAL_QUARTERS = re.compile(rf"[一二三四1-4]{_MORE}+季度")
_NEXT_YEAR = ("次", "明", "翌")
_NOTHING = re.compile(r"[-—－/／\\]+|无|暂无")
_SPAN = re.compile(
    r"[^、，,；;]*?(?:[月日号](?:份|初|底)?|20\d\d[./]\d{1,2}(?:[./]\d{1,2})?)(?:[-—－~～]+|至|到)"
)
_LAST_MONTH_OF_HALF = {"上": 6, "下": 12}


def stated_deadline(statement: str, year: int) -> Deadline:
    """The deadline a column or a 完成时限 clause states; words without a meaning give NONE."""
    text = compact(statement)
    if _NOTHING.fullmatch(text):
        return Deadline()
    if dated := _first(_end_of_span(text), year, _STATED_PATTERNS):
        return Deadline(kind=DeadlineKind.BY_DATE, date=dated[0], text=text)
    if _ALL_YEAR.search(text):
        return Deadline(kind=DeadlineKind.ALL_YEAR, text=text)
    return Deadline(text=text)


def names_several_dates(statement: str, year: int) -> bool:
    """Does a statement name more than one day: 3月、9月, 第一、三季度?"""
    if _SEVERAL_QUARTERS.search(unicodedata.normalize("NFKC", compact(statement))):
        return True
    found = set()
    for part in re.split(r"[、，,；;和及]", _end_of_span(compact(statement))):
        if dated := _first(part, year, _STATED_PATTERNS):
            found.add(dated[0])
    return len(found) > 1


def _end_of_span(text: str) -> str:
    """The end of 3月至9月 in plain digits; else the whole."""
    plain = unicodedata.normalize("NFKC", text)
    begins, spans, ends = _SPAN.match(plain), "", ""
    if begins:
        spans, ends = begins.group(), plain[begins.end() :]
    return ends if spans and _first(ends, 2024, _STATED_PATTERNS) else plain


@lru_cache(maxsize=4096)  # a plan asks about the same words of its clauses dozens of times
def is_deadline(segment: str) -> bool:
    """Does `segment` of a clause say when and nothing else: 12月20日前完成, 长期坚持?"""
    text = compact(segment).strip("。")
    if _ONLY_ALL_YEAR.fullmatch(text):
        return True
    dated = _first(text, 2024, _STATED_PATTERNS)  # any leap year: only the words matter
    return (
        dated is not None and _AROUND_A_DATE.fullmatch(text.replace(dated[1], "@", 1)) is not None
    )


def running_deadline(text: str, year: int) -> Deadline:
    """The first date limit in a task's running text, else its word for the whole year."""
    text = compact(text)
    if dated := _first(text, year, _LIMIT_PATTERNS):
        return Deadline(kind=DeadlineKind.BY_DATE, date=dated[0], text=dated[1])
    if said := _ALL_YEAR_SAID.search(text):
        return Deadline(kind=DeadlineKind.ALL_YEAR, text=said[0])
    return Deadline()


def _first(
    text: str, year: int, patterns: tuple[re.Pattern[str], ...]
) -> tuple[dt.date, str] | None:
    """The earliest readable limit in `text`; at one place the pattern listed first wins."""
    found = []
    for rank, pattern in enumerate(patterns):
        for date, start, phrase in _dates(text, year, pattern):
            found.append((start, rank, date, phrase))
            break
    if not found:
        return None
    _start, _rank, date, phrase = min(found)
    return date, phrase


def _dates(text: str, year: int, pattern: re.Pattern[str]) -> Iterator[tuple[dt.date, int, str]]:
    for match in pattern.finditer(text):
        date = _date(match.groupdict(), year)
        if date is not None:
            yield date, match.start(), match.group()


def _date(parts: dict[str, str | None], year: int) -> dt.date | None:
    """The last day the matched words allow; `None` for a day no month has."""
    written = parts.get("year")
    if written and written.isdigit():
        year = int(written)
    elif written and written in _NEXT_YEAR:
        year += 1
    if month := parts.get("month"):
        last = _last_day(year, ordinal(month)) if 1 <= ordinal(month) <= 12 else None
        if third := parts.get("third"):
            return last and last.replace(day={"上": 10, "中": 20, "下": last.day}[third])
        day = parts.get("day")
        if last is None or not day:
            return last
        return last.replace(day=int(day)) if 1 <= int(day) <= last.day else None
    if quarter := parts.get("quarter"):
        return _last_day(year, ordinal(quarter) * 3)
    if half := parts.get("half"):
        return _last_day(year, _LAST_MONTH_OF_HALF[half])
    return dt.date(year, 12, 31)


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
