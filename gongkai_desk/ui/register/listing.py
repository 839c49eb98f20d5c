"""Which cases the register shows, and how many there are of each group.

As long as only open cases are asked for the closed ones are not read: counting them is enough.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.case import Case, Group, Query
from gongkai_desk.services.register import RegisterService
from gongkai_desk.ui.register.filters import View

BY_ENTRY = (View.CLOSED, View.ALL)
"""The views that list the latest first; the others list the most urgent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`cases` in their order; `counts` of every view under the same text, year and filters."""

    cases: Sequence[Case]
    counts: Mapping[View, int]


def listing(
    register: RegisterService,
    query: Query,
    view: View,
    filters: Iterable[Callable[[Case], bool]],
    as_of: dt.date,
) -> Listing:
    """The cases of `view` that meet text and year of `query` and all `filters`."""
    takes = tuple(filters)
    every: Sequence[Case] | None = None
    if view in BY_ENTRY or query.year is not None or takes:
        found = register.rows(Query(year=query.year, text=query.text), as_of)
        every = [case for case in found if all(take(case) for take in takes)]
        open_ones: Sequence[Case] = [case for case in every if not case.closed]
        total = len(every)
    else:
        ids = register.found(query.text)
        open_ones = [
            case
            for case in register.rows(Query(group=Group.OPEN), as_of)
            if ids is None or case.request.id in ids
        ]
        total = register.count() if ids is None else len(ids)
    counts = {view: sum(view.takes(case, as_of) for case in open_ones) for view in View}
    counts[View.ALL], counts[View.CLOSED] = total, total - len(open_ones)
    if view in BY_ENTRY:
        shown = [case for case in every or () if view is View.ALL or case.closed]
        shown.sort(key=_entry, reverse=True)
    else:
        shown = sorted((case for case in open_ones if view.takes(case, as_of)), key=_urgency)
    return Listing(cases=shown, counts=counts)


def _urgency(case: Case) -> tuple[int, dt.date]:
    """By due date; then what waits for us to confirm it, then what waits for others."""
    if case.due is not None:
        return 0, case.due
    return 2 if case.clock else 1, case.request.arrived or dt.date.max


def _entry(case: Case) -> tuple[dt.date, str]:
    request = case.request
    return request.received or request.arrived or request.submitted or dt.date.max, request.number
