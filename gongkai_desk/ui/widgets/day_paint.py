"""One day of a calendar, painted so that it also reads in black and white.

A day off is filled and marked 休, a worked weekend day framed and marked 班, a weekend muted. Days
of a year whose holiday notice is not known are hatched. Today stands in a filled disc.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui import theme

RADIUS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLook:
    """What is told of one day; `requests` and `tasks` are how many fall due."""

    date: dt.date
    kind: DayKind
    provisional: bool = False
    today: bool = False
    requests: int = 0
    tasks: int = 0


def mark(kind: DayKind) -> str:
    """The character that calendars print beside a day: 休, 班, or nothing."""
    match kind:
        case DayKind.HOLIDAY:
            return pgettext("calendar mark", "off")
        case DayKind.MAKEUP:
            return pgettext("calendar mark", "on")
        case _:
            return ""


def background(painter: QPainter, box: QRectF, look: DayLook) -> None:
    """The surface of a day: filled when off, framed when a weekend day is worked, hatched when
    provisional.
    """
    colours = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.kind is DayKind.HOLIDAY:
        painter.setBrush(QColor(colours.good_soft))
    elif look.kind is DayKind.WEEKEND:
        painter.setBrush(QColor(colours.neutral_soft))
    elif look.kind is DayKind.MAKEUP:
        painter.setPen(QPen(QColor(colours.warn), 1.5))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if look.provisional:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(colours.border), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, RADIUS, RADIUS)


def number(painter: QPainter, box: QRectF, look: DayLook) -> None:
    """The day of the month in the middle of `box`, today in a disc."""
    colours = theme.colours()
    rest = look.kind in (DayKind.WEEKEND, DayKind.HOLIDAY)
    ink = colours.muted if rest else colours.text
    if look.today:
        side = min(box.width(), box.height())
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(disc)
        ink = colours.on_accent
    painter.setPen(QColor(ink))
    painter.setFont(_font(painter, bold=look.today or not rest))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(look.date.day))


def word(painter: QPainter, box: QRectF, look: DayLook) -> None:
    """休 or 班 in `box`, aligned to the right."""
    text = mark(look.kind)
    if not text:
        return
    colours = theme.colours()
    ink = colours.good if look.kind is DayKind.HOLIDAY else colours.warn
    painter.setPen(QColor(ink))
    painter.setFont(_font(painter, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def ring(painter: QPainter, box: QRectF) -> None:
    """The frame of the day that the keyboard is on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours().accent), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def legend() -> tuple[tuple[DayKind, bool, str], ...]:
    """What the looks mean: kind, provisional, words."""
    return (
        (DayKind.HOLIDAY, False, _("Day off")),
        (DayKind.MAKEUP, False, _("Weekend day worked")),
        (DayKind.WEEKEND, False, _("Weekend")),
        (DayKind.WORKDAY, True, _("Provisional")),
    )


def _font(painter: QPainter, *, bold: bool) -> QFont:
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
