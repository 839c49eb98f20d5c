"""What a person types or pastes for a date, read without guessing."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from gongkai_desk.domain.problems import refuse

EARLIEST, LATEST = dt.date(1949, 10, 1), dt.date(2199, 12, 31)
_WORDS: Final = {
    "今天": 0, "今日": 0, "today": 0,
    "昨天": -1, "昨日": -1, "yesterday": -1,
    "明天": 1, "明日": 1, "tomorrow": 1,
    "前天": -2, "后天": 2,
}  # fmt: skip
_DASHES = re.compile(r"[‐‑‒–—―−﹣]")
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)([一二三四五六日天])\)?$")
_OFFSET = re.compile(r"([+-])(\d{1,4})天?")
_FORMS = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<y>\d{4})([-./])(?P<m>\d{1,2})\2(?P<d>\d{1,2})"),
    re.compile(r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<m>\d{1,2})[-./](?P<d>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?"),
)


def parse_date(text: str, today: dt.date) -> dt.date | None:
    """The date meant by `text`, `None` for nothing but blanks.

    Understood: 20251120, 2025-11-20, 2025.11.20, 2025/11/20, 2025 11 20, 2025年11月20日 (with
    blanks, full-width digits and a weekday that must agree), 11-20 and 11月20日 (in the year of
    `today`), 今天, 昨天, 明天, today, +15, -3 (calendar days from `today`).

    Raises DomainError("date-unreadable", text), ("date-impossible", text) for a day that does
    not exist or a weekday that does not agree, ("date-out-of-range", date).
    """
    plain = _normal(text)
    if not plain:
        return None
    if plain in _WORDS:
        return today + dt.timedelta(days=_WORDS[plain])
    if offset := _OFFSET.fullmatch(plain):
        return today + dt.timedelta(days=int(offset[1] + offset[2]))
    weekday = _WEEKDAY.search(plain)
    date = _calendar_date(plain[: weekday.start()] if weekday else plain, text, today.year)
    if weekday and "一二三四五六日".index(weekday[1].replace("天", "日")) != date.weekday():
        raise refuse("date-impossible", text=text.strip())
    if not EARLIEST <= date <= LATEST:
        raise refuse("date-out-of-range", date=date.isoformat())
    return date


def _normal(text: str) -> str:
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip().lower()
    plain = plain.replace("。", ".").replace("．", ".")
    plain = re.sub(r"(?<=\d)\s+(?=\d)", "-", plain)
    return re.sub(r"\s+", "", plain)


def _calendar_date(plain: str, text: str, year: int) -> dt.date:
    for form in _FORMS:
        if found := form.fullmatch(plain):
            parts = found.groupdict()
            try:
                return dt.date(int(parts.get("y") or year), int(parts["m"]), int(parts["d"]))
            except ValueError:
                raise refuse("date-impossible", text=text.strip()) from None
    raise refuse("date-unreadable", text=text.strip())
