"""The update limits and the answer limits of resources/platforms/limits.toml, with the office's own
days taken in.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gongkai_desk import resources
from gongkai_desk.domain.message_limits import ChannelRule, ChannelRules
from gongkai_desk.domain.platform import PlatformKind
from gongkai_desk.domain.platform_limits import LimitRule, LimitRules, UpdateLimit


@cache
def usual_limits() -> LimitRules:
    """The categories as they are published."""
    return LimitRules(
        rules=tuple(
            LimitRule(
                name=given["name"],
                title=given["title"],
                kinds=tuple(map(PlatformKind, given["kinds"])),
                check_days=given["check_days"],
                source=given["source"],
                limit=_limit(given.get("days", 0), given.get("months", 0)),
                unsure=given.get("unsure", False),
            )
            for given in resources.table("platforms", "limits.toml")["category"]
        )
    )


@cache
def usual_channels() -> ChannelRules:
    """The channels as they are published."""
    return ChannelRules(
        rules=tuple(
            ChannelRule(
                name=given["name"],
                title=given["title"],
                source=given["source"],
                days=given.get("days"),
                handover=given.get("handover"),
                months=given.get("months"),
                unsure=given.get("unsure", False),
            )
            for given in resources.table("platforms", "limits.toml")["channel"]
        )
    )


def limits_of(own: Mapping[str, int]) -> LimitRules:
    """The categories with the days the office set (`DisclosureSettings.platform_limits`)."""
    return usual_limits().with_own(own)


def channels_of(own: Mapping[str, int]) -> ChannelRules:
    """The channels with the working days the office set."""
    return usual_channels().with_own(own)


def _limit(days: int, months: int) -> UpdateLimit | None:
    return UpdateLimit(days=days, months=months) if days or months else None
