"""Quarters, scores and trends of self-inspections in words."""

from __future__ import annotations

from decimal import Decimal

from gongkai_desk.domain.inspection import InspectionItem
from gongkai_desk.domain.inspection_scoring import Quarter, Score, plain_number
from gongkai_desk.domain.inspection_table import VETO
from gongkai_desk.i18n import _, ngettext, pgettext


def quarter_words(quarter: Quarter) -> str:
    """``2026 Q3``."""
    return _("{year} quarter {number}").format(year=quarter.year, number=quarter.number)


def score_words(score: Score) -> str:
    """``92.5 of 100``, or what failed it, or how much is open."""
    if score.vetoes:
        return _("Failed: an item that must be met is not")
    text = _("{value} of {full}").format(
        value=plain_number(score.value), full=plain_number(score.full)
    )
    if score.open:
        left = ngettext("{n} item open", "{n} items open", score.open).format(n=score.open)
        return _("{score} so far, {open}").format(score=text, open=left)
    return text


def points_words(item: InspectionItem) -> str:
    """What an item is worth."""
    return VETO if item.veto else plain_number(item.points)


def lost_words(item: InspectionItem, lost: Decimal | None) -> str:
    """What was lost at an item; empty where nobody has looked."""
    if lost is None:
        return ""
    if item.veto:
        return pgettext("veto", "Not met") if lost else pgettext("veto", "Met")
    return plain_number(lost)


def change_words(now: Score, before: Score) -> str:
    """``+2.5``, ``-1``, ``0``."""
    change = now.value - before.value
    return f"+{plain_number(change)}" if change > 0 else plain_number(change)
