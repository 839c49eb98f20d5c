"""依申请转主动公开: whether what one applicant got is published to all (条例 第四十四条)."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import Publication, Publish, Request

ASKED_AFTER = frozenset({"OPEN", "PARTIAL"})
"""The outcomes after which the question is asked: something was given that is not public yet."""
OFTEN = 3
"""From so many requests for the same thing on it counts as asked for often."""


def asks_publication(request: Request) -> bool:
    """Whether the question belongs to this case and has no answer yet."""
    open_question = request.publication is None or (request.publication.choice is Publish.UNDECIDED)
    return request.outcome in ASKED_AFTER and open_question


def check_publication(publication: Publication, today: dt.date) -> list[Problem]:
    """What is missing in a decision; one that is put off needs nothing."""
    if publication.choice is Publish.UNDECIDED:
        return []
    problems = []
    if publication.decided_on is None:
        problems.append(Problem("publication-day-missing", "decided_on"))
    elif publication.decided_on > today:
        values = {"date": publication.decided_on, "today": today}
        problems.append(Problem("record-after-today", "decided_on", values))
    if not publication.decided_by.strip():
        problems.append(Problem("publication-person-missing", "decided_by"))
    if not publication.reason.strip():
        problems.append(Problem("publication-reason-missing", "reason"))
    return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A subject and the requests that asked for it, the earliest first."""

    subject: str
    requests: tuple[Request, ...]

    @property
    def times(self) -> int:
        return len(self.requests)

    @property
    def id(self) -> str:
        return self.requests[0].id


def plain_subject(text: str) -> str:
    """`text` without what two ways of writing the same wish differ in: width, blanks, marks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def often_asked(
    requests: Iterable[Request],
    alike: Callable[[str, Sequence[str]], int | None],
    least: int = OFTEN,
) -> tuple[Asked, ...]:
    """The subjects that at least `least` requests asked for, the most frequent first.

    `alike(subject, others)` gives the place of the one of `others` (all in the form of
    `plain_subject`) that means the same, None when none does. Equal subjects are one in any case.
    """
    same: dict[str, list[Request]] = defaultdict(list)
    for request in requests:
        if plain := plain_subject(request.subject):
            same[plain].append(request)
    heads: list[str] = []
    groups: list[list[Request]] = []
    for plain, found in sorted(same.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        place = alike(plain, heads) if heads else None
        if place is None:
            heads.append(plain)
            groups.append(list(found))
        else:
            groups[place] += found
    often = (
        Asked(subject=group[0].subject, requests=tuple(sorted(group, key=_entered)))
        for group in groups
        if len(group) >= least
    )
    return tuple(sorted(often, key=lambda asked: -asked.times))


def _entered(request: Request) -> tuple[dt.date, str]:
    return request.received or request.arrived or dt.date.max, request.number
