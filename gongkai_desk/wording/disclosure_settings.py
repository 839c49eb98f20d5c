"""Sentences about the goals and limits of proactive disclosure."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = ()

SENTENCES: dict[str, str] = {
    "publication-laxer-than-law": N_(
        "The law allows {days} working days unless another law sets another time (条例 第二十六条)."
    ),
    "consultation-laxer-than-law": N_(
        "As a rule {days} days at least; a shorter consultation must be explained "
        "(重大行政决策程序暂行条例 第十五条)."
    ),
}

OPERATIONS: dict[str, str] = {}
