"""What the records say about the institutions supervised (条例第五十五条)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.activity_forms import count_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervised:
    """An institution as the records know it: when it was looked at, newest first, and what was
    found there and is not yet mended. Problems of a visit to several institutions are told of
    each, because the record does not divide them.
    """

    visits: tuple[Activity, ...] = ()

    @property
    def last(self) -> dt.date | None:
        return self.visits[0].date if self.visits else None

    @property
    def unmended(self) -> tuple[Activity, ...]:
        """Visits that found more problems than were mended."""
        return tuple(
            one for one in self.visits if count_of(one, "problems") > count_of(one, "mended")
        )

    def in_year(self, year: int) -> int:
        """How often it was looked at in a year."""
        return sum(one.date.year == year for one in self.visits)


def supervised(activities: Iterable[Activity]) -> Mapping[str, Supervised]:
    """By the id of the institution; those never looked at are not in it."""
    visits: dict[str, list[Activity]] = {}
    for one in activities:
        if one.kind is ActivityKind.SUPERVISION:
            for place in dict.fromkeys(one.institution_ids):
                visits.setdefault(place, []).append(one)
    return {
        place: Supervised(visits=tuple(sorted(every, key=lambda one: one.date, reverse=True)))
        for place, every in visits.items()
    }


def due_this_year(institution: Institution, known: Supervised, today: dt.date) -> bool:
    """Whether it is still supervised and was not yet looked at in this year."""
    return institution.closed_on is None and not known.in_year(today.year)
