"""The chain every document goes: drafted, attribute, reviewed, published, interpreted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.document_states import (
    WAITING,
    PublicationLimit,
    Standing,
    first_published,
)
from gongkai_desk.domain.interpretations import interpretation_missing, interpreted
from gongkai_desk.domain.official_document import Interpretation, OfficialDocument


class Step(StrEnum):
    """The order is that of the work."""

    DRAFTED = "drafted"
    ATTRIBUTE = "attribute"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    INTERPRETED = "interpreted"


class StepState(StrEnum):
    DONE = "done"
    NEXT = "next"  # what is to be done now
    OPEN = "open"  # comes later
    LATE = "late"
    STOPPED = "stopped"  # 审查不同意公开
    ENDED = "ended"  # 已撤下
    NEEDLESS = "needless"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """One step as it stands, with the day it was done."""

    step: Step
    state: StepState
    day: dt.date | None = None


def steps_of(
    document: OfficialDocument,
    stands: Standing,
    limit: PublicationLimit | None,
    interpretations: Iterable[Interpretation],
) -> tuple[StepDone, ...]:
    """The five steps; of those open, the first is the one to do now."""
    late = limit is not None and limit.late and not document.published
    found = (
        _drafted(document),
        _attribute(stands),
        _reviewed(document, stands, late=late),
        _published(document, stands, late=late),
        _interpreted(document, tuple(interpretations)),
    )
    for number, each in enumerate(found):
        if each.state is StepState.OPEN:
            following = StepDone(step=each.step, state=StepState.NEXT, day=each.day)
            return (*found[:number], following, *found[number + 1 :])
        if each.state in (StepState.LATE, StepState.STOPPED):
            break
    return found


def _drafted(document: OfficialDocument) -> StepDone:
    done = document.formed_on is not None
    state = StepState.DONE if done else StepState.OPEN
    return StepDone(step=Step.DRAFTED, state=state, day=document.formed_on)


def _attribute(stands: Standing) -> StepDone:
    open_ = stands is Standing.NO_ATTRIBUTE
    return StepDone(step=Step.ATTRIBUTE, state=StepState.OPEN if open_ else StepState.DONE)


def _reviewed(document: OfficialDocument, stands: Standing, *, late: bool) -> StepDone:
    day = max((each.date for each in document.reviews), default=None)
    state = StepState.DONE
    if stands is Standing.KEPT:
        state = StepState.NEEDLESS
    elif stands is Standing.REFUSED:
        state = StepState.STOPPED
    elif stands in (Standing.TO_REVIEW, Standing.NO_ATTRIBUTE):
        state = StepState.LATE if late and stands is Standing.TO_REVIEW else StepState.OPEN
    return StepDone(step=Step.REVIEWED, state=state, day=day)


def _published(document: OfficialDocument, stands: Standing, *, late: bool) -> StepDone:
    day = first_published(document)
    if stands is Standing.TAKEN_DOWN:
        return StepDone(step=Step.PUBLISHED, state=StepState.ENDED, day=document.taken_down_on)
    if day is not None:
        state = StepState.LATE if stands is Standing.TO_TAKE_DOWN else StepState.DONE
    elif stands is Standing.KEPT:
        state = StepState.NEEDLESS
    else:
        missed = late and stands in WAITING
        state = StepState.LATE if missed else StepState.OPEN
    return StepDone(step=Step.PUBLISHED, state=state, day=day)


def _interpreted(
    document: OfficialDocument, interpretations: tuple[Interpretation, ...]
) -> StepDone:
    day = min(
        (each.published_on for each in interpretations if each.published_on is not None),
        default=None,
    )
    if interpreted(interpretations):
        state = StepState.DONE
    elif interpretation_missing(document, interpretations):
        state = StepState.LATE
    else:
        state = StepState.OPEN if document.needs_interpretation else StepState.NEEDLESS
    return StepDone(step=Step.INTERPRETED, state=state, day=day)
