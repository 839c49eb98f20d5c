"""What the register shows when it is counted: by month, channel, kind, outcome, days used …

Every bar keeps the ids of the requests behind it. Of working days and lateness only closed cases
can tell; they are counted under the year in which they ended, all else under the year of receipt.
"""

from __future__ import annotations

import datetime as dt
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import EventKind

DAYS_USED: tuple[tuple[int, int | None], ...] = (
    (0, 5),
    (6, 10),
    (11, 15),
    (16, 20),
    (21, 40),
    (41, None),
)
"""From and to, in working days; 20 is the statutory period, 40 the one extended by 20."""
HOT_FROM = 2
MOST_SUBJECTS = 12
MOST_TAGS = 16
_NOISE = re.compile(
    r"[0-9〇零一二三四五六七八九十]+年度?|关于|申请公开|请求公开|公开|有关|相关|政府信息|信息|情况|的"
)


class Dimension(StrEnum):
    """By what the register is counted."""

    MONTH = "month"
    CHANNEL = "channel"
    KIND = "kind"
    OUTCOME = "outcome"
    DAYS = "days"
    TIMELINESS = "timeliness"
    TAG = "tag"
    HANDLER = "handler"
    SUBJECT = "subject"


class Timeliness(StrEnum):
    """How closed cases came out; a case extended and late is late."""

    IN_TIME = "in_time"
    EXTENDED = "extended"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: `key` is a member of an enum's value, a month "2026-09", an outcome's label, a tag,
    a range of days "6-10", or the subject's words; "" stands for not stated.
    """

    key: str
    ids: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterStatistics:
    """One year of the register, or all years (`year` None).

    `mean_days` and `median_days` are the working days used by the cases that ended, None without
    any. `charts` holds the bars of each dimension, in the order they are shown.
    """

    year: int | None
    received: int
    closed: int
    open: int
    overdue: int
    extended: int
    late: int
    mean_days: float | None
    median_days: float | None
    charts: Mapping[Dimension, tuple[Bar, ...]]


def statistics_of(cases: Iterable[Case], year: int | None) -> RegisterStatistics:
    """The statistics of `year` from all cases of the register."""
    every = [case for case in cases if case.clock is not None]
    received = [case for case in every if year in (None, _year_received(case))]
    ended = [case for case in every if case.closed_on and year in (None, case.closed_on.year)]
    used = [days_used(case) for case in ended]
    charts = {
        Dimension.MONTH: _months(received, year),
        Dimension.CHANNEL: _by(received, lambda case: (case.request.channel.value,)),
        Dimension.KIND: _by(received, _kind),
        Dimension.OUTCOME: _by(ended, lambda case: (_outcome(case),)),
        Dimension.DAYS: _days(ended),
        Dimension.TIMELINESS: _timeliness(ended),
        Dimension.TAG: _by(received, lambda case: case.request.tags)[:MOST_TAGS],
        Dimension.HANDLER: _by(received, lambda case: (case.request.handler.strip(),)),
        Dimension.SUBJECT: hot_subjects(received),
    }
    return RegisterStatistics(
        year=year,
        received=len(received),
        closed=len(ended),
        open=sum(not case.closed for case in every),
        overdue=sum(case.overdue and not case.closed for case in every),
        extended=sum(map(was_extended, ended)),
        late=sum(case.overdue for case in ended),
        mean_days=round(statistics.fmean(used), 1) if used else None,
        median_days=statistics.median(used) if used else None,
        charts=charts,
    )


def days_used(case: Case) -> int:
    """The working days a closed case took of its last period, suspended ones left out."""
    clock = case.clock
    assert clock is not None
    assert clock.closed_on is not None
    return clock.period.counted(clock.calendar, clock.closed_on)


def was_extended(case: Case) -> bool:
    return any(event.counts and event.kind is EventKind.EXTENDED for event in case.events)


def timeliness(case: Case) -> Timeliness:
    """How a closed case came out."""
    if case.overdue:
        return Timeliness.LATE
    return Timeliness.EXTENDED if was_extended(case) else Timeliness.IN_TIME


def subject_key(subject: str) -> str:
    """What two ways of asking for the same have in common: words of form, years and marks go."""
    folded = unicodedata.normalize("NFKC", subject).casefold()
    plain = "".join(each for each in folded if each.isalnum())
    return _NOISE.sub("", plain)


def hot_subjects(cases: Iterable[Case]) -> tuple[Bar, ...]:
    """Subjects asked for at least twice, the most frequent first, by their newest wording."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        key = subject_key(case.request.subject)
        if key:
            groups.setdefault(key, []).append(case)
    hot = [group for group in groups.values() if len(group) >= HOT_FROM]
    hot.sort(key=lambda group: (-len(group), group[-1].request.subject))
    return tuple(_bar(group[-1].request.subject, group) for group in hot[:MOST_SUBJECTS])


def _year_received(case: Case) -> int | None:
    return case.request.received.year if case.request.received else None


def _kind(case: Case) -> tuple[str, ...]:
    kind = case.request.applicant.kind
    return (kind.value if kind else "",)


def _outcome(case: Case) -> str:
    return case.outcome.label if case.outcome else ""


def _months(cases: list[Case], year: int | None) -> tuple[Bar, ...]:
    """Every month of the year, or of the time from the first to the last receipt."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        assert case.request.received is not None
        groups.setdefault(f"{case.request.received:%Y-%m}", []).append(case)
    if year is not None:
        names = [f"{year}-{month:02}" for month in range(1, 13)]
    else:
        names = list(_months_between(min(groups, default=""), max(groups, default="")))
    return tuple(_bar(name, groups.get(name, [])) for name in names)


def _months_between(first: str, last: str) -> Iterator[str]:
    if not first:
        return
    day, end = (dt.date.fromisoformat(f"{name}-01") for name in (first, last))
    while day <= end:
        yield f"{day:%Y-%m}"
        day = (day + dt.timedelta(days=31)).replace(day=1)


def _days(cases: list[Case]) -> tuple[Bar, ...]:
    bars = []
    for first, last in DAYS_USED:
        inside = [
            case
            for case in cases
            if first <= days_used(case) and (last is None or days_used(case) <= last)
        ]
        bars.append(_bar(f"{first}-{last}" if last is not None else f"{first}-", inside))
    return tuple(bars)


def _timeliness(cases: list[Case]) -> tuple[Bar, ...]:
    return tuple(
        _bar(each.value, [case for case in cases if timeliness(case) is each])
        for each in Timeliness
    )


def _by(cases: list[Case], keys: Callable[[Case], Iterable[str]]) -> tuple[Bar, ...]:
    """One bar for each key that occurs, the longest first; what is not stated comes last."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        for key in dict.fromkeys(keys(case)):
            groups.setdefault(key, []).append(case)
    sizes = Counter({key: len(group) for key, group in groups.items()})
    order = sorted(sizes, key=lambda key: (not key, -sizes[key], key))
    return tuple(_bar(key, groups[key]) for key in order)


def _bar(key: str, cases: Iterable[Case]) -> Bar:
    return Bar(key=key, ids=tuple(case.request.id for case in cases))
