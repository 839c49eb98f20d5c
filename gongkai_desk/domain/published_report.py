"""A published annual report: frozen figures, text and files, and what differs from them now."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gongkai_desk.domain.dispute_counts import CountedDisputes
from gongkai_desk.domain.report import (
    COLUMN_LABELS,
    DISPUTE_LABELS,
    NO_CASES,
    ROWS,
    Answer,
    Figures,
    LastProblem,
    Override,
    Texts,
)
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_LABELS,
    Place,
    dispute_cell,
    proactive_cell,
    request_cell,
)
from gongkai_desk.domain.statistics import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFile:
    """One document of the report as it was published; the bytes are the attachment of this id."""

    attachment_id: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReport:
    """One edition of the report of a year. It is written once and stays as it is: a correction is
    the next edition, with the reason in `because`, and the first one stays. Only `address` may
    follow, for the website gives it after the files have gone there.

    `cases` are the ids behind every cell of table 3 that is not a sum, by "row.column"; `disputes`
    the same for table 4 by "field.column".
    """

    id: str
    year: int
    edition: int
    title: str
    published_on: dt.date
    address: str = ""  # where it is found on the website
    because: str = ""
    figures: Figures
    texts: Texts
    overrides: tuple[Override, ...] = ()
    answers: tuple[Answer, ...] = ()
    last_problems: tuple[LastProblem, ...] = ()
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disputes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[FrozenFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A cell that would now hold another number than was published, and the cases (of table 3) or
    disputes (of table 4) that came into it and went out of it since.
    """

    place: Place
    published: object
    now: object
    came: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def cases_behind(counted: Counted) -> dict[str, tuple[str, ...]]:
    """What `PublishedReport.cases` keeps of a count."""
    last = len(COLUMN_LABELS) - 1
    return {f"{row}.{column}": ids for (row, column), ids in counted.cases.items() if column < last}


def disputes_behind(counted: CountedDisputes) -> dict[str, tuple[str, ...]]:
    """What `PublishedReport.disputes` keeps of a count."""
    last = len(DISPUTE_LABELS) - 1
    return {f"{name}.{column}": ids for (name, column), ids in counted.ids.items() if column < last}


def stays(before: PublishedReport, after: PublishedReport) -> bool:
    """Whether `after` is the same edition, its address aside."""
    return replace(before, address=after.address) == after


def cell_ids(cells: Mapping[str, tuple[str, ...]], row: int, column: int) -> tuple[str, ...]:
    """The cases behind a number of table 3 as published, those of a sum gathered from its row."""
    if column < len(COLUMN_LABELS) - 1:
        return cells.get(f"{row}.{column}", ())
    return tuple(one for each in range(column) for one in cells.get(f"{row}.{each}", ()))


def counted_then(published: PublishedReport) -> Counted:
    """Table 3 as it was published, with the cases that were behind every number then."""
    numbers = published.figures.requests
    cells = ((row, column) for row in ROWS for column in range(len(COLUMN_LABELS)))
    behind = {cell: cell_ids(published.cases, *cell) for cell in cells}
    return Counted(
        year=published.year,
        requests=numbers,
        cases={cell: ids for cell, ids in behind.items() if ids},
    )


def disputes_then(published: PublishedReport) -> CountedDisputes:
    """Table 4 as it was published, with the disputes that were behind every number then."""
    last = len(DISPUTE_LABELS) - 1
    ids: dict[tuple[str, int], tuple[str, ...]] = {}
    for name in DISPUTE_GROUPS:
        each = [published.disputes.get(f"{name}.{column}", ()) for column in range(last)]
        each.append(tuple(one for found in each for one in found))
        ids |= {(name, column): found for column, found in enumerate(each) if found}
    return CountedDisputes(
        year=published.year,
        numbers=published.figures.disputes,
        ids=ids,
        known=bool(ids),
    )


def cells_by_id(cells: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """The cells each case or dispute is in, from the ids behind every cell."""
    found: dict[str, set[str]] = defaultdict(set)
    for cell, ids in cells.items():
        for one in ids:
            found[one].add(cell)
    return {one: frozenset(each) for one, each in found.items()}


def latest(editions: Iterable[PublishedReport]) -> PublishedReport | None:
    """The edition in force."""
    return max(editions, key=lambda one: one.edition, default=None)


def differences(
    published: PublishedReport,
    figures: Figures,
    cases: Mapping[str, tuple[str, ...]],
    disputes: Mapping[str, tuple[str, ...]],
) -> list[Difference]:
    """Every cell that is not what was published, and every one whose number is the same but whose
    cases are others; in the order of the report. A sum is only told by its cells.
    """
    found = _proactive(published.figures, figures)
    for row in ROWS:
        for column in range(len(COLUMN_LABELS) - 1):
            found.append(
                _difference(
                    request_cell(row, column),
                    published.figures.requests.get(row, NO_CASES)[column],
                    figures.requests.get(row, NO_CASES)[column],
                    published.cases.get(f"{row}.{column}", ()),
                    cases.get(f"{row}.{column}", ()),
                )
            )
    for name in DISPUTE_GROUPS:
        for column in range(len(DISPUTE_LABELS) - 1):
            found.append(
                _difference(
                    dispute_cell(name, column),
                    getattr(published.figures.disputes, name)[column],
                    getattr(figures.disputes, name)[column],
                    published.disputes.get(f"{name}.{column}", ()),
                    disputes.get(f"{name}.{column}", ()),
                )
            )
    return [one for one in found if one.published != one.now or one.came or one.gone]


def _difference(
    place: Place, published: int, now: int, before: tuple[str, ...], after: tuple[str, ...]
) -> Difference:
    old, new = set(before), set(after)
    return Difference(
        place=place,
        published=published,
        now=now,
        came=tuple(one for one in after if one not in old),
        gone=tuple(one for one in before if one not in new),
    )


def _proactive(published: Figures, figures: Figures) -> list[Difference]:
    found = []
    for name in PROACTIVE_LABELS:
        before, after = getattr(published.proactive, name), getattr(figures.proactive, name)
        if isinstance(before, tuple):
            found += [
                Difference(place=proactive_cell(name, column), published=old, now=new)
                for column, (old, new) in enumerate(zip(before, after, strict=True))
            ]
        else:
            found.append(Difference(place=proactive_cell(name), published=before, now=after))
    return found
