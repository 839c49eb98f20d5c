"""What must be right in a platform, a check of it or a message before it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai_desk.domain.platform import (
    Platform,
    PlatformCheck,
    PlatformKind,
    SiteMessage,
    Slimming,
)
from gongkai_desk.domain.problems import Problem, Severity


def check_platform(
    platform: Platform, others: Iterable[Platform], today: dt.date
) -> Iterator[Problem]:
    """Problems name the fields of the record; `others` are all platforms known."""
    if not platform.name.strip():
        yield Problem("platform-name-missing", "name")
    for field in ("opened_on", "filed_on", "closed_on"):
        yield from _not_ahead(platform, field, today)
    for field in ("limit_days", "check_every_days"):
        days = getattr(platform, field)
        if days is not None and days < 1:
            yield Problem("platform-days-too-few", field)
    opened, closed = platform.opened_on, platform.closed_on
    if opened is not None and closed is not None and closed < opened:
        values = {"opened": opened, "closed": closed}
        yield Problem("platform-closed-before-opened", "closed_on", values)
    if platform.slimming is Slimming.CLOSED and closed is None:
        yield Problem("platform-closed-day-missing", "closed_on")
    yield from _beside(platform, [one for one in others if one.id != platform.id])


def _beside(platform: Platform, others: list[Platform]) -> Iterator[Problem]:
    sites = {one.id for one in others if one.kind is PlatformKind.WEBSITE}
    if platform.kind is PlatformKind.COLUMN and platform.parent_id not in sites:
        yield Problem("column-without-site", "parent_id", severity=Severity.WARNING)
    same = (platform.kind, platform.parent_id, platform.name.strip())
    if platform.name.strip() and any(
        (one.kind, one.parent_id, one.name.strip()) == same for one in others
    ):
        values = {"name": platform.name.strip()}
        yield Problem("platform-known", "name", values, Severity.WARNING)


def check_check(check: PlatformCheck, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    yield from _not_ahead(check, "date", today)
    yield from _not_ahead(check, "mended_on", today)
    if check.last_update is not None and check.last_update > check.date:
        values = {"update": check.last_update, "date": check.date}
        yield Problem("update-after-check", "last_update", values)
    if check.mended_on is not None:
        if check.mended_on < check.date:
            values = {"mended": check.mended_on, "date": check.date}
            yield Problem("mended-before-check", "mended_on", values)
        if not check.problems.strip():
            yield Problem("mended-without-problem", "mended_on", severity=Severity.WARNING)
    if check.last_update is None and not check.problems.strip():
        yield Problem("check-says-nothing", "last_update", severity=Severity.WARNING)


def check_message(message: SiteMessage, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    if not message.text.strip():
        yield Problem("message-text-missing", "text")
    yield from _not_ahead(message, "received", today)
    yield from _not_ahead(message, "answered_on", today)
    if message.limit_days is not None and message.limit_days < 1:
        yield Problem("platform-days-too-few", "limit_days")
    answered = message.answered_on
    if answered is not None:
        if answered < message.received:
            values = {"answered": answered, "received": message.received}
            yield Problem("answered-before-received", "answered_on", values)
        if not message.result.strip():
            yield Problem("answer-text-empty", "result", severity=Severity.WARNING)


def _not_ahead(
    record: Platform | PlatformCheck | SiteMessage, field: str, today: dt.date
) -> Iterator[Problem]:
    day = getattr(record, field)
    if day is not None and day > today:
        yield Problem("record-after-today", field, {"date": day, "today": today})
