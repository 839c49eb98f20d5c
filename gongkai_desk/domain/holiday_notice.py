"""Reads the text of a State Council holiday notice: which days are off, which weekends are worked.

Wordings: 国务院办公厅关于…年部分节假日安排的通知 of 2007 to 2025 and the amending notices of 2015,
2019 and 2020. Nothing is guessed: a notice that contradicts itself is refused, with all that is
wrong.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai_desk.domain.calendar import DayKind, Notice, WorkCalendar, is_weekend
from gongkai_desk.domain.notice_dates import LONGEST_RANGE, DateReader, Mark
from gongkai_desk.domain.problems import DomainError, Problem, refuse

FESTIVALS = ("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆")
"""Every yearly notice arranges these (放假办法 第二条)."""

_CHINESE_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "十": 10,
}
_NAME = "(?:元旦|春节|清明|五一|国际劳动|劳动|端午|中秋|国庆)节?"
_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)、?|\(?\d{1,2}(?:\)|[、.](?!\d))"
)
_HEADING = re.compile(
    rf"(?:{_MARK.pattern})?({_NAME}(?:[、和及与]{_NAME})*)(?:假期|放假)?(?:\([^()]*\))?(?::|(?=\d))"
)
_AMENDING = re.compile(
    r"(?:关于|将|^|[\n、])(?:调整|延长|变更|修改|顺延)\d{4}年|纪念日[^。\n]{0,6}放假"
)
_YEAR = (
    re.compile(r"关于(?:调整|延长|变更|修改|顺延)?(\d{4})年[^。\n]{0,24}通知"),
    re.compile(r"(?:将|调整|延长|变更|修改|顺延)(\d{4})年"),
    re.compile(r"(\d{4})年(?:部分)?(?:节假日|法定节假日|元旦)"),
    re.compile(r"纪念日[^。]{0,8}放假.*?发明电[〔\[(](\d{4})[〕\])]"),
)
_TITLE = re.compile(r"国务院(?:办公厅)?关于[^。:]{2,60}?的通知")
_NUMBER = re.compile(r"国(?:办)?发(?:明电|电明|电)?[〔\[(]\d{4}[〕\])]\d+号")
_OFF = re.compile(
    r"起?(?:全国)?(?:放假调休|调休放假|放假公休|照常公休|放假|调休|补休|补假|休息|公休)(?:共?(\d+|[一二三四五六七八九十]+)天)?"
)
_RESUME = re.compile(r"起(?:正常|照常|恢复)?(?:上班|工作)")
_WORK = re.compile(r"(?:均|都)?(?:正常|照常)?(?:上班|工作)")
_TOTAL = re.compile(r"(?:共|共计|合计|共放假)(\d+|[一二三四五六七八九十]+)天")
_EXTENSION = re.compile(r"(?:将)?(?:延长|顺延)(?:\d{4}年)?[^\d,]{0,12}?(?:假期|放假)?(?:延长)?至")
_LEAD = re.compile(r"(?:其中|并|即|将|定于|于|自|从)+")
_BRACKETS = re.compile(r"\([^()]*\)")
_DAY = re.compile(r"\d日")
_KEYWORD = re.compile("放假|上班|补休|调休|补假")


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNotice:
    """A notice as the office file keeps it, with the text it was read from."""

    id: str
    year: int
    source: str
    text: str
    days_off: tuple[dt.date, ...]
    makeup_days: tuple[dt.date, ...]
    amends: bool = False
    taken_on: dt.date

    @property
    def notice(self) -> Notice:
        return Notice(
            year=self.year,
            source=self.source,
            days_off=frozenset(self.days_off),
            makeup_days=frozenset(self.makeup_days),
            amends=self.amends,
        )


def read_notice(text: str, known: WorkCalendar | None = None) -> Notice:
    """What the notice in `text` says.

    `known` is the calendar so far; a notice that only extends a holiday (延长…假期至…) needs it to
    know where that holiday ended. Raises `DomainError` with every problem found.
    """
    tidy = _tidy(text)
    year = _year(tidy)
    reading = _Reading(year, amends=_AMENDING.search(tidy) is not None, known=known)
    for line in _lines(tidy):
        reading.read_line(line)
    notice = reading.notice(_source(tidy, year))
    problems = [*reading.dates.problems, *reading.problems(), *check_notice(notice)]
    if problems:
        raise DomainError(*problems)
    return notice


def check_notice(notice: Notice) -> list[Problem]:
    """What is wrong with the days themselves, however they were read or typed."""
    problems = [
        Problem("notice-makeup-no-weekend", "notice", {"date": day})
        for day in sorted(notice.makeup_days)
        if not is_weekend(day)
    ]
    problems += [
        Problem("notice-off-and-worked", "notice", {"date": day})
        for day in sorted(notice.days_off & notice.makeup_days)
    ]
    return problems


class _Reading:
    """What has been read of one notice so far."""

    def __init__(self, year: int, *, amends: bool, known: WorkCalendar | None) -> None:
        self.dates = DateReader(year, amends=amends)
        self.year, self.amends, self.known = year, amends, known
        self.days_off: set[dt.date] = set()
        self.makeup_days: set[dt.date] = set()
        self.arranged: set[str] = set()
        self._arranged_last: set[dt.date] = set()  # by the sentence before, of the same line

    def read_line(self, line: str) -> None:
        heading, mark = _HEADING.match(line), _MARK.match(line)
        head = heading or mark
        before = len(self.days_off)
        self._arranged_last = set()
        for sentence in re.split("[。;!.]", line[head.end() :] if head else line):
            if any(pattern.search(sentence) for pattern in (_KEYWORD, _EXTENSION, _TOTAL)):
                self._sentence(sentence, line, numbered=head is not None or self.amends)
        if heading and not self.amends:
            named = heading[1].replace("五一", "劳动")
            self.arranged |= {festival for festival in FESTIVALS if festival in named}
            if len(self.days_off) == before:
                self._complain("notice-line-without-day", line)

    def notice(self, source: str) -> Notice:
        return Notice(
            year=self.year,
            source=source,
            days_off=frozenset(self.days_off),
            makeup_days=frozenset(self.makeup_days),
            amends=self.amends,
        )

    def problems(self) -> Iterator[Problem]:
        """What is missing in the whole."""
        if self.amends:
            if not self.days_off and not self.makeup_days and not self.dates.problems:
                yield Problem("notice-without-days", "notice", {"year": self.year})
            return
        if not self.arranged:
            yield Problem("notice-none", "notice")
            return
        missing = [festival for festival in FESTIVALS if festival not in self.arranged]
        if missing:
            names = "、".join(_full_name(festival) for festival in missing)
            yield Problem("notice-festival-missing", "notice", {"names": names, "year": self.year})

    def _sentence(self, sentence: str, line: str, *, numbered: bool) -> None:
        off: set[dt.date] = set()
        waiting: set[dt.date] = set()  # dates whose verb comes in a later clause
        before = self.dates.mark()
        for part in sentence.split(","):
            clause = _LEAD.sub("", part, count=1)
            if total := _TOTAL.match(clause):
                self._check_total(_number(total[1]), off or self._arranged_last, sentence, line)
            elif extension := _EXTENSION.match(clause):
                off |= self._extended(clause[extension.end() :], line)
            else:
                if not waiting:
                    before = self.dates.mark()
                found = self.dates.clause(clause, line)
                days = waiting | set(found.days) if found else waiting
                rest = _BRACKETS.sub("", found.rest if found else clause)
                if found and not rest:
                    waiting = days
                elif days or found:
                    waiting = set()
                    off |= self._apply(rest, days, (line, part), before, numbered=numbered)
                elif numbered and _KEYWORD.search(rest) and _DAY.search(rest):
                    self._complain("notice-clause-unreadable", line, clause=part)
        if waiting:
            self.dates.back(before)
            if numbered:
                self._complain("notice-clause-unreadable", line, clause=sentence)
        self.days_off |= off
        self._arranged_last = off

    def _apply(
        self, rest: str, days: set[dt.date], place: tuple[str, str], before: Mark, *, numbered: bool
    ) -> set[dt.date]:
        """Take `days` as what `rest` says of them; the days that are off."""
        line, part = place
        if off := _OFF.fullmatch(rest):
            if off[1] and days and _number(off[1]) != len(days):
                self._complain("notice-total", line, stated=_number(off[1]), found=len(days))
            return days
        if _WORK.fullmatch(rest):
            self.makeup_days |= days
        elif _RESUME.fullmatch(rest) is None:
            self.dates.back(before)
            if numbered and _KEYWORD.search(rest):
                self._complain("notice-clause-unreadable", line, clause=part)
        return set()

    def _extended(self, text: str, line: str) -> set[dt.date]:
        """The days that 「延长…假期至D」 adds: those after the holiday as known, up to D."""
        found = self.dates.clause(text, line)
        if found is None or not found.days:
            self._complain("notice-clause-unreadable", line, clause=text)
            return set()
        last = found.days[-1]
        if self.known is not None and self.known.confirmed(self.year):
            added = {last}
            for back in range(1, LONGEST_RANGE):
                day = last - dt.timedelta(days=back)
                if self.known.day_kind(day) is DayKind.HOLIDAY:
                    return added
                added.add(day)
        self._complain("notice-extends-unknown", line, year=self.year)
        return set()

    def _check_total(self, stated: int, off: set[dt.date], sentence: str, line: str) -> None:
        if stated == len(off):
            return
        if off and "连休" in sentence and stated == _with_weekends(off):
            return
        self._complain("notice-total", line, stated=stated, found=len(off))

    def _complain(self, code: str, line: str, **values: object) -> None:
        self.dates.problems.append(Problem(code, "notice", {"line": line, **values}))


def _with_weekends(off: set[dt.date]) -> int:
    """How long the rest lasts when the weekends that adjoin `off` are taken along."""
    first, last = min(off), max(off)
    while is_weekend(first - dt.timedelta(days=1)):
        first -= dt.timedelta(days=1)
    while is_weekend(last + dt.timedelta(days=1)):
        last += dt.timedelta(days=1)
    return (last - first).days + 1


def _tidy(text: str) -> str:
    """`text` with one form of every mark, without blanks; brackets stay on one line."""
    plain = unicodedata.normalize("NFKC", text.replace("．", "。"))
    plain = re.sub(r"[^\S\n]|[\u200b\u200c\u200d\ufeff\u00ad]", "", plain.replace("\r", "\n"))
    plain = re.sub(r"[〇○零一二三四五六七八九]{4}(?=年)", _plain_year, plain)
    plain = plain.replace("公历", "").replace("阳历", "")
    return re.sub(r"\([^()]{0,40}\)", _plain_note, plain)


def _plain_note(found: re.Match[str]) -> str:
    """A note in brackets without the marks that would end a line, a sentence or a clause."""
    return re.sub("[,;。.:!]", "、", found[0].replace("\n", ""))


def _plain_year(found: re.Match[str]) -> str:
    return "".join(str(_CHINESE_DIGITS[digit]) for digit in found[0])


def _lines(tidy: str) -> Iterator[str]:
    """The lines of the notice, healed where the source broke one inside a sentence, and split
    where a festival's heading stands inside one.
    """
    healed: list[str] = []
    for line in filter(None, tidy.split("\n")):
        closed = not healed or healed[-1][-1] in "。;:.!" or healed[-1].endswith("的通知")
        if closed or _MARK.match(line) or _HEADING.match(line):
            healed.append(line)
        else:
            healed[-1] += line
    for line in healed:
        starts = [0, *(found.end() for found in re.finditer("[。;:.!]", line))]
        cuts = [at for at in starts if at == 0 or _HEADING.match(line, at) or _MARK.match(line, at)]
        for first, last in zip(cuts, [*cuts[1:], len(line)], strict=True):
            yield line[first:last]


def _year(tidy: str) -> int:
    for pattern in _YEAR:
        if found := pattern.search(tidy.replace("\n", "")):
            year = int(found[1])
            if not dt.MINYEAR < year < dt.MAXYEAR:
                raise refuse("calendar-out-of-range", "notice", year=year)
            return year
    raise refuse("notice-none" if not _KEYWORD.search(tidy) else "notice-year-missing", "notice")


def _source(tidy: str, year: int) -> str:
    whole = tidy.replace("\n", "")
    title, number = _TITLE.search(whole), _NUMBER.search(whole)
    source = title[0] if title else f"{year}年部分节假日安排的通知"
    return f"{source}（{number[0]}）" if number else source


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, units = text.rpartition("十")
    value = _CHINESE_DIGITS[units] if units else 0
    return value + (10 * (_CHINESE_DIGITS[tens] if tens else 1) if ten else 0)


def _full_name(festival: str) -> str:
    return festival if festival in ("元旦", "春节") else f"{festival}节"
