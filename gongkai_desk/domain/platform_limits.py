"""How old the newest entry of a platform may be, and how each platform stands on a day.

What is known of a platform comes from the checks: since the last one it may have been updated
without anybody noting it, therefore a limit that ran out only since then is *not seen*.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, Slimming

_MONTHS = 12
_LEAST_WARNING, _MOST_WARNING, _SHARE = 3, 14, 7
FILED_KINDS = (PlatformKind.WEBSITE, PlatformKind.NEW_MEDIA)
"""What is not opened without being filed (备案)."""
TO_SLIM = (Slimming.IMPROVE, Slimming.MERGE, Slimming.CLOSE)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many calendar months later, the month's last one where there is none."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateLimit:
    """So many calendar days, or so many calendar months."""

    days: int = 0
    months: int = 0

    def last_day(self, updated: dt.date) -> dt.date:
        """The last day on which an entry of `updated` is still fresh enough."""
        return add_months(updated, self.months) + dt.timedelta(days=self.days)

    def warned_from(self, updated: dt.date) -> dt.date:
        """From this day on the end is near: a seventh of the time, 3 to 14 days before it."""
        end = self.last_day(updated)
        ahead = min(_MOST_WARNING, max(_LEAST_WARNING, (end - updated).days // _SHARE))
        return end - dt.timedelta(days=ahead)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule:
    """A category of `resources/platforms/limits.toml`; `own` when the office set its days."""

    name: str
    title: str
    kinds: tuple[PlatformKind, ...]
    check_days: int
    source: str
    limit: UpdateLimit | None = None
    unsure: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRules:
    """The categories in their order, what the office set taken in."""

    rules: tuple[LimitRule, ...]

    def named(self, name: str) -> LimitRule | None:
        return next((rule for rule in self.rules if rule.name == name), None)

    def for_kind(self, kind: PlatformKind) -> tuple[LimitRule, ...]:
        """The categories a platform of this kind may have, its usual one first."""
        return tuple(rule for rule in self.rules if kind in rule.kinds)

    def of(self, platform: Platform) -> LimitRule | None:
        """The category of a platform; the usual one of its kind when it names none we know."""
        return self.named(platform.category) or next(iter(self.for_kind(platform.kind)), None)

    def limit(self, platform: Platform) -> UpdateLimit | None:
        """The limit of one platform: its own days before those of its category."""
        if platform.limit_days is not None:
            return UpdateLimit(days=platform.limit_days)
        rule = self.of(platform)
        return rule.limit if rule else None

    def check_days(self, platform: Platform) -> int | None:
        """How many days may pass from one check to the next."""
        if platform.check_every_days is not None:
            return platform.check_every_days
        rule = self.of(platform)
        return rule.check_days if rule else None

    def with_own(self, days: Mapping[str, int]) -> LimitRules:
        """These rules with the days the office set for some of them."""
        return LimitRules(
            rules=tuple(
                replace(rule, limit=UpdateLimit(days=days[rule.name]), own=True, unsure=False)
                if rule.name in days
                else rule
                for rule in self.rules
            )
        )


class PlatformState(StrEnum):
    """How a platform stands; the order is that of what wants a look first."""

    LATE = "late"
    SOON = "soon"
    UNCHECKED = "unchecked"  # 从未检查
    UNDATED = "undated"  # checked, but nobody noted a date
    FRESH = "fresh"
    NO_LIMIT = "no_limit"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformStanding:
    """A platform on a day. `last` is its last check, `updated` the newest entry known, `due` the
    last day it may stay as it is; `seen` tells whether a check has seen it late. `site` is the
    name of the website of a column.
    """

    platform: Platform
    state: PlatformState
    rule: LimitRule | None = None
    limit: UpdateLimit | None = None
    last: PlatformCheck | None = None
    updated: dt.date | None = None
    due: dt.date | None = None
    late_days: int = 0
    seen: bool = False
    next_check: dt.date | None = None
    check_due: bool = False
    open_problem: bool = False
    filing_missing: bool = False
    site: str = ""

    @property
    def id(self) -> str:
        return self.platform.id

    @property
    def closed(self) -> bool:
        return self.state is PlatformState.CLOSED

    @property
    def to_slim(self) -> bool:
        """Whether 瘦身提质 still asks for something."""
        return not self.closed and self.platform.slimming in TO_SLIM


def is_closed(platform: Platform, today: dt.date) -> bool:
    """Whether a platform was closed by `today`."""
    if platform.closed_on is not None:
        return platform.closed_on <= today
    return platform.slimming is Slimming.CLOSED


def last_check(checks: Iterable[PlatformCheck], today: dt.date) -> PlatformCheck | None:
    """The last check up to `today`; of several on one day the one entered last."""
    done = [check for check in checks if check.date <= today]
    return max(reversed(done), key=lambda check: check.date, default=None)


def standing(
    platform: Platform,
    checks: Sequence[PlatformCheck],
    rules: LimitRules,
    today: dt.date,
    site: str = "",
) -> PlatformStanding:
    """How `platform` stands on `today`; `checks` are its own, in the order entered."""
    last = last_check(checks, today)
    dated = last_check((check for check in checks if check.last_update is not None), today)
    limit, rule = rules.limit(platform), rules.of(platform)
    updated = dated.last_update if dated else None
    bare = PlatformStanding(
        platform=platform,
        state=PlatformState.CLOSED,
        rule=rule,
        limit=limit,
        last=last,
        updated=updated,
        site=site,
    )
    if is_closed(platform, today):
        return bare
    due = limit.last_day(updated) if limit and updated else None
    every = rules.check_days(platform)
    next_check = None if every is None else _next_check(last, every, today)
    late = 0 if due is None else max(0, (today - due).days)
    return replace(
        bare,
        state=_state(last, updated, limit, today),
        due=due,
        late_days=late,
        seen=late > 0 and last is not None and due is not None and last.date > due,
        next_check=next_check,
        check_due=next_check is not None and next_check <= today,
        open_problem=last is not None and bool(last.problems.strip()) and last.mended_on is None,
        filing_missing=filing_missing(platform),
    )


def filing_missing(platform: Platform) -> bool:
    """Whether neither day nor number of its filing (备案) is known, where there must be one."""
    filed = platform.filed_on is not None or bool(platform.filing_number.strip())
    return platform.kind in FILED_KINDS and not filed


def _next_check(last: PlatformCheck | None, every: int, today: dt.date) -> dt.date:
    return today if last is None else last.date + dt.timedelta(days=every)


def _state(
    last: PlatformCheck | None, updated: dt.date | None, limit: UpdateLimit | None, today: dt.date
) -> PlatformState:
    if last is None:
        return PlatformState.UNCHECKED
    if limit is None:
        return PlatformState.NO_LIMIT
    if updated is None:
        return PlatformState.UNDATED
    if today > limit.last_day(updated):
        return PlatformState.LATE
    return PlatformState.SOON if today >= limit.warned_from(updated) else PlatformState.FRESH


def in_tree_order(platforms: Iterable[Platform], today: dt.date) -> list[Platform]:
    """Websites with their columns below them, then the other kinds; what is closed comes last."""
    every = list(platforms)
    kinds = list(PlatformKind)
    sites = {one.id for one in every}
    tops = [one for one in every if one.parent_id not in sites or one.parent_id == one.id]
    tops.sort(key=lambda one: (is_closed(one, today), kinds.index(one.kind)))
    below: dict[str, list[Platform]] = {}
    for one in every:
        if one not in tops:
            below.setdefault(one.parent_id, []).append(one)
    ordered: list[Platform] = []
    for top in tops:
        ordered.append(top)
        ordered += sorted(below.pop(top.id, ()), key=lambda one: is_closed(one, today))
    return ordered + [one for rest in below.values() for one in rest]
