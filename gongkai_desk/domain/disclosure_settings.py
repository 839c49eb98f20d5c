"""What the office sets for its proactive disclosure: goals, limits, headings of its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DISCLOSURE_SETTINGS_ID = "disclosure-settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureSettings:
    """One record for the office file.

    `video_share` is the goal of video and animation among interpretations in per cent,
    `interpretation_days` how many working days after its document an interpretation may come
    (0: the same day), `consultation_days` the least length of a consultation in days,
    `adoption_days` the working days for telling what became of opinions. `platform_limits`
    override the days of a category, `schedule_headings` the column titles of the 配档表.
    """

    id: str = DISCLOSURE_SETTINGS_ID
    video_share: int = 30
    interpretation_days: int = 0
    publication_days: int = 20
    consultation_days: int = 30
    adoption_days: int = 10
    platform_limits: Mapping[str, int] = field(default_factory=dict)
    schedule_headings: Mapping[str, str] = field(default_factory=dict)
    schedule_columns: tuple[str, ...] = ()
