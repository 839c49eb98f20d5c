"""What must be right in the goals and limits an office sets for its proactive disclosure."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.problems import Problem, Severity

LEGAL_PUBLICATION_DAYS = 20
"""政府信息公开条例 第二十六条."""
LEGAL_CONSULTATION_DAYS = 30
"""重大行政决策程序暂行条例 第十五条."""
LIMITS = {
    "video_share": (0, 100),
    "interpretation_days": (0, 60),
    "publication_days": (1, 60),
    "consultation_days": (1, 365),
    "adoption_days": (1, 60),
}
"""Least and most of each number."""


def check_disclosure_settings(settings: DisclosureSettings) -> Iterator[Problem]:
    """Numbers outside their limits are errors; laxer than the law is a warning."""
    for field, (least, most) in LIMITS.items():
        if not least <= getattr(settings, field) <= most:
            yield Problem("number-out-of-range", field, {"least": least, "most": most})
    if settings.publication_days > LEGAL_PUBLICATION_DAYS:
        values = {"days": LEGAL_PUBLICATION_DAYS}
        yield Problem("publication-laxer-than-law", "publication_days", values, Severity.WARNING)
    if settings.consultation_days < LEGAL_CONSULTATION_DAYS:
        values = {"days": LEGAL_CONSULTATION_DAYS}
        yield Problem("consultation-laxer-than-law", "consultation_days", values, Severity.WARNING)
