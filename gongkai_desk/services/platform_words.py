"""Limits and numbers of days as window and papers say them."""

from __future__ import annotations

from gongkai_desk.domain.platform_limits import UpdateLimit
from gongkai_desk.i18n import ngettext, pgettext


def limit_text(limit: UpdateLimit | None) -> str:
    """14 days, 6 months, or that there is none."""
    if limit is None:
        return pgettext("platform", "no limit")
    if limit.months:
        return ngettext("{n} month", "{n} months", limit.months).format(n=limit.months)
    return ngettext("{n} day", "{n} days", limit.days).format(n=limit.days)


def days_late(days: int) -> str:
    return ngettext("{n} day past its limit", "{n} days past its limit", days).format(n=days)


def days_left(days: int) -> str:
    return ngettext("{n} day left", "{n} days left", days).format(n=days)


def working_days_text(days: int) -> str:
    return ngettext("{n} working day", "{n} working days", days).format(n=days)
