"""Dates in the cells of a ledger: date cells, serial numbers and the many ways of writing one."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from gongkai_desk.domain.ledger_sheet import Value
from gongkai_desk.domain.problems import refuse

EARLIEST, LATEST = dt.date(1990, 1, 1), dt.date(2099, 12, 31)
_DAY_0 = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}

_TIME = (
    r"(?:[T\s]*\d{1,2}[:时点]\s*\d{1,2}(?:[:分]\s*(?:\d{1,2}(?:\.\d+)?)?秒?)?|[T\s]*\d{1,2}[时点])?"
)
_REST = rf"{_TIME}\s*(?:Z|[+-]\d\d:?\d\d)?"
_FULL = re.compile(
    rf"(\d{{4}})\s*([-/.年])\s*(\d{{1,2}})\s*([-/.月])\s*(\d{{1,2}})\s*[日号]?{_REST}"
)
_PACKED = re.compile(rf"((?:19|20)\d\d)(\d\d)(\d\d){_REST}")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SHORT_YEAR = re.compile(r"\d{1,2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,4}\s*[日号]?")
_NO_DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*月?")
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?")
_WEEKDAY = re.compile(r"\(?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*\)?")
_CHINESE = re.compile(r"[〇零○一二三四五六七八九十年月日号]+")
_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True))


def cell_date(value: Value, *, from_1904: bool = False) -> dt.date | None:
    """The day a cell names, None for an empty one. A time of the day is passed over.

    Raises DomainError `ledger-date-…` for what is no date or can be read in two ways: a year of
    two digits, a day without its year, a month without its day.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, dt.datetime):
        return _in_range(value.date(), value.date().isoformat())
    if isinstance(value, dt.date):
        return _in_range(value, value.isoformat())
    if isinstance(value, bool | dt.time):
        raise refuse("ledger-date-unreadable", text=str(value))
    if isinstance(value, int | float):
        return _of_number(float(value), from_1904)
    return _of_text(value, from_1904)


def _of_number(number: float, from_1904: bool) -> dt.date:
    shown = f"{number:g}" if not number.is_integer() else f"{number:.0f}"
    packed = _PACKED.fullmatch(shown)
    if packed:
        return _made(packed, shown)
    first = (EARLIEST - _DAY_0[from_1904]).days
    last = (LATEST - _DAY_0[from_1904]).days
    if first <= number < last + 1:
        return _DAY_0[from_1904] + dt.timedelta(days=int(number))
    raise refuse("ledger-date-unreadable", text=shown)


def _of_text(written: str, from_1904: bool) -> dt.date:
    text = _WEEKDAY.sub("", unicodedata.normalize("NFKC", written)).strip()
    if _CHINESE.fullmatch(text):
        text = _arabic(text)
    found = _FULL.fullmatch(text)
    if found:
        if (found[2] == "年") is not (found[4] == "月"):
            raise refuse("ledger-date-unreadable", text=written.strip())
        return _date(found[1], found[3], found[5], written)
    packed = _PACKED.fullmatch(text)
    if packed:
        return _made(packed, written)
    if _SERIAL.fullmatch(text):
        return _of_number(float(text), from_1904)
    for pattern, code in (
        (_SHORT_YEAR, "ledger-date-short-year"),
        (_NO_DAY, "ledger-date-no-day"),
        (_NO_YEAR, "ledger-date-no-year"),
    ):
        if pattern.fullmatch(text):
            raise refuse(code, text=written.strip())
    raise refuse("ledger-date-unreadable", text=written.strip())


def _made(found: re.Match[str], written: str) -> dt.date:
    return _date(found[1], found[2], found[3], written)


def _date(year: str, month: str, day: str, written: str) -> dt.date:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError as error:
        raise refuse("ledger-date-impossible", text=written.strip()) from error
    return _in_range(date, written.strip())


def _in_range(date: dt.date, written: str) -> dt.date:
    if not EARLIEST <= date <= LATEST:
        raise refuse("ledger-date-out-of-range", text=written)
    return date


def _arabic(text: str) -> str:
    """二〇二五年三月十五日 as 2025年3月15日."""
    year, _sign, rest = text.partition("年")
    month, _sign, day = rest.partition("月")
    plain = "".join(_DIGITS.get(sign, sign) for sign in year)
    return f"{plain}年{_small(month)}月{_small(day.rstrip('日号'))}日"


def _small(text: str) -> str:
    """A number up to 31 in Chinese signs as digits; what is none stays as it is."""
    if "十" not in text:
        return "".join(_DIGITS.get(sign, sign) for sign in text)
    tens, _sign, ones = text.partition("十")
    return _DIGITS.get(tens, tens or "1") + _DIGITS.get(ones, ones or "0")
