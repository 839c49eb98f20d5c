"""解读: whether it kept step with its document (三同步), what is missing, the share of pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.document_states import first_published
from gongkai_desk.domain.official_document import (
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
)
from gongkai_desk.domain.problems import Problem, Severity

HARD_LIMIT = 3
"""Working days after its document from which on a late interpretation is a grave fault (a rule of
Zhengzhou, 2016; no national or provincial number was found).
"""
MOVING = frozenset({InterpretationKind.VIDEO, InterpretationKind.ANIMATION})


class Together(StrEnum):
    """One of the three steps, compared with that of the document."""

    YES = "yes"
    LATE = "late"
    VERY_LATE = "very_late"
    OPEN = "open"  # not done yet, or a day is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class InStep:
    """同步起草、同步审签、同步发布; `days` is how many working days after its document it was
    published (a rest day behind it is no less than one), None while one of the two is not.
    """

    drafted: Together
    signed: Together
    published: Together
    days: int | None = None

    @property
    def kept(self) -> bool:
        """Whether all three were done together."""
        return {self.drafted, self.signed, self.published} == {Together.YES}


def in_step(
    interpretation: Interpretation,
    document: OfficialDocument,
    calendar: WorkCalendar,
    allowed: int,
) -> InStep:
    """The 三同步 of an interpretation. Drafted and signed together means: not later than the day
    the document was formed (成文日期, on which it is signed); published together: at most `allowed`
    working days after the document.
    """
    first, published = first_published(document), interpretation.published_on
    days = None if first is None or published is None else _days(first, published, calendar)
    return InStep(
        drafted=_by(interpretation.drafted_on, document.formed_on),
        signed=_by(interpretation.signed_on, document.formed_on),
        published=_published(days, allowed),
        days=days,
    )


def _days(first: dt.date, published: dt.date, calendar: WorkCalendar) -> int:
    return 0 if published <= first else max(1, calendar.count(first, published))


def _by(done: dt.date | None, document: dt.date | None) -> Together:
    if done is None or document is None:
        return Together.OPEN
    return Together.YES if done <= document else Together.LATE


def _published(days: int | None, allowed: int) -> Together:
    if days is None:
        return Together.OPEN
    if days <= allowed:
        return Together.YES
    return Together.VERY_LATE if days >= max(HARD_LIMIT, allowed + 1) else Together.LATE


def interpreted(interpretations: Iterable[Interpretation]) -> bool:
    """Whether one of them explains the document as issued and is published: that of a draft
    (草案解读) does not.
    """
    return any(
        each.published_on is not None and each.stage is not InterpretationStage.DRAFT
        for each in interpretations
    )


def interpretation_missing(
    document: OfficialDocument, interpretations: Iterable[Interpretation]
) -> bool:
    """Published, to be interpreted, still standing, and no interpretation is published."""
    standing = bool(document.published) and document.taken_down_on is None
    return document.needs_interpretation and standing and not interpreted(interpretations)


def ahead(interpretation: Interpretation, document: OfficialDocument) -> bool:
    """Published although its document is not, or was not by then: an entry taken back, or the
    wrong day. That of a draft comes before its document by its nature.
    """
    published, first = interpretation.published_on, first_published(document)
    if published is None or interpretation.stage is InterpretationStage.DRAFT:
        return False
    return first is None or published < first


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Video and animation among the interpretations published in a year."""

    year: int
    moving: int
    every: int

    @property
    def percent(self) -> int | None:
        """Rounded down, so that a goal is never shown as met too early; None without any."""
        return self.moving * 100 // self.every if self.every else None

    def lacking(self, goal: int) -> int:
        """How many more of them, and no others, would bring the share to `goal` per cent; 0 when
        it is met or there is none yet.
        """
        goal = min(goal, 99)  # the whole is never reached by adding
        short = goal * self.every - 100 * self.moving
        return max(0, -(-short // (100 - goal)))


def video_share(interpretations: Iterable[Interpretation], year: int) -> Share:
    """The share of 视频 and 动画 among what was published in `year`."""
    found = [
        each
        for each in interpretations
        if each.published_on is not None and each.published_on.year == year
    ]
    return Share(year=year, moving=sum(each.kind in MOVING for each in found), every=len(found))


def check_interpretation(
    interpretation: Interpretation,
    document: OfficialDocument | None,
    today: dt.date,
    calendar: WorkCalendar,
    allowed: int,
) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    if document is None:
        yield Problem("interpretation-document-missing", "document_id")
    if not interpretation.title.strip():
        yield Problem("interpretation-title-missing", "title")
    for name in ("drafted_on", "signed_on", "published_on"):
        day = getattr(interpretation, name)
        if day is not None and day > today:
            yield Problem("record-after-today", name, {"date": day, "today": today})
    yield from _check_order(interpretation)
    if document is not None:
        yield from _check_step(interpretation, document, calendar, allowed)


def _check_order(interpretation: Interpretation) -> Iterator[Problem]:
    drafted, signed = interpretation.drafted_on, interpretation.signed_on
    published = interpretation.published_on
    if drafted is not None and signed is not None and signed < drafted:
        yield Problem("interpretation-signed-before-drafted", "signed_on", {"drafted": drafted})
    before = signed or drafted
    if before is not None and published is not None and published < before:
        yield Problem("interpretation-published-before-signed", "published_on", {"signed": before})


def _check_step(
    interpretation: Interpretation,
    document: OfficialDocument,
    calendar: WorkCalendar,
    allowed: int,
) -> Iterator[Problem]:
    published = interpretation.published_on
    if published is None:
        return
    first = first_published(document)
    if ahead(interpretation, document):
        yield Problem("interpretation-before-document", "published_on")
        return
    if interpretation.stage is not InterpretationStage.DRAFT and not interpretation.linked:
        yield Problem("interpretation-not-linked", "linked", severity=Severity.WARNING)
    if interpretation.stage is InterpretationStage.RELEASE:
        step = in_step(interpretation, document, calendar, allowed)
        values = {"days": step.days, "allowed": allowed, "document": first}
        if step.published is Together.LATE:
            yield Problem("interpretation-late", "published_on", values, Severity.WARNING)
        if step.published is Together.VERY_LATE:
            yield Problem("interpretation-very-late", "published_on", values, Severity.WARNING)
