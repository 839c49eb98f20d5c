"""What the comparison of years draws: stacked columns by year, and where their numbers stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.report import DISPUTE_LABELS, RECEIVED_ROW, RESULT_GROUPS
from gongkai_desk.domain.report_comparison import Comparison, Line

_STEPS = (1, 2, 3, 4, 5, 6, 8)


class ChartName(StrEnum):
    """The charts of the comparison."""

    RECEIVED = "received"
    RESULTS = "results"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChart:
    """Columns over `years`, each of the numbers that `lines` have in the year, from the ground up.
    A year in which one of them is unknown has no column.
    """

    name: ChartName
    years: tuple[int, ...]
    lines: tuple[Line, ...]

    def column(self, at: int) -> tuple[int, ...] | None:
        """The numbers of the year at `at`; None for a gap."""
        values = [line.values[at] for line in self.lines]
        if any(value is None for value in values):
            return None
        return tuple(int(value or 0) for value in values)

    @property
    def ceiling(self) -> int:
        """A round number no column is higher than."""
        most = max((sum(self.column(at) or ()) for at in range(len(self.years))), default=0)
        power = 1
        while True:
            for step in _STEPS:
                if most <= step * power:
                    return step * power
            power *= 10

    @property
    def known(self) -> bool:
        """Whether there is any column to draw."""
        return any(self.column(at) is not None for at in range(len(self.years)))


def charts(comparison: Comparison) -> tuple[YearChart, ...]:
    """New requests; results by their six groups; disputes of table 4 by result."""
    names = {
        ChartName.RECEIVED: (f"row-{RECEIVED_ROW}",),
        ChartName.RESULTS: tuple(f"group-{group}" for group in RESULT_GROUPS),
        ChartName.DISPUTES: tuple(f"disputes-every-{at}" for at in range(len(DISPUTE_LABELS) - 1)),
    }
    return tuple(
        YearChart(
            name=chart, years=comparison.years, lines=tuple(comparison.line(one) for one in lines)
        )
        for chart, lines in names.items()
    )


def apart(wanted: Sequence[float], least: float) -> list[float]:
    """Rising places near those `wanted` (rising too), none nearer to the next than `least`."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + least) if places else place)
    return places
