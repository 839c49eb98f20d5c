"""The words of one bar of the register's statistics."""

from __future__ import annotations

from gongkai_desk.domain.register_statistics import Bar, Dimension, RegisterStatistics, Timeliness
from gongkai_desk.domain.request import ApplicantKind, Channel
from gongkai_desk.i18n import _, number_text
from gongkai_desk.texts import label


def bar_text(dimension: Dimension, bar: Bar) -> str:
    """What stands beside a bar."""
    if not bar.key:
        return _("Not stated")
    match dimension:
        case Dimension.CHANNEL:
            return label(Channel(bar.key))
        case Dimension.KIND:
            return label(ApplicantKind(bar.key))
        case Dimension.TIMELINESS:
            return label(Timeliness(bar.key))
        case Dimension.MONTH:
            year, month = bar.key.split("-")
            return _("{year}-{month:02}").format(year=year, month=int(month))
        case Dimension.DAYS:
            first, last = bar.key.split("-")
            if not last:
                return _("{days} working days and more").format(days=first)
            return _("{first} to {last} working days").format(first=first, last=last)
    return bar.key


def figures(counted: RegisterStatistics) -> tuple[tuple[str, str], ...]:
    """The figures above the charts: name and number."""
    none = "—"
    return (
        (_("Requests received"), number_text(counted.received)),
        (_("Requests closed"), number_text(counted.closed)),
        (_("Still open"), number_text(counted.open)),
        (_("Overdue now"), number_text(counted.overdue)),
        (_("Extended"), number_text(counted.extended)),
        (_("Answered late"), number_text(counted.late)),
        (_("Working days, mean"), none if counted.mean_days is None else f"{counted.mean_days:g}"),
        (
            _("Working days, median"),
            none if counted.median_days is None else f"{counted.median_days:g}",
        ),
    )
