"""The internal stages of a case: 登记、审核、办理、答复、归档 (条例 第四十五条).

Where a case stands follows from its events, its errands and what was marked by hand. The targets
are the office's own (working days after the receipt), no rule of law; those of 办理, 答复 and 归档
move along with the due date: a clarification begins them anew, an extension puts them off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Errand, ErrandKind, Stage, StageMark
from gongkai_desk.domain.clock import Clock
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.request_steps import counting

_MOVING = (Stage.HANDLED, Stage.REPLIED, Stage.ARCHIVED)
"""The stages whose targets follow the due date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageState:
    """One stage of one case on a day.

    `reached` is the day it was passed, None when that is not known or not yet; `passed` also holds
    for a stage that a later one has overtaken. `target` is None while nothing runs or the office
    set none. `late` when it was reached after its target, or the target is over without it.
    """

    stage: Stage
    reached: dt.date | None = None
    passed: bool = False
    target: dt.date | None = None
    late: bool = False
    by_hand: bool = False


def stages(
    case: Case,
    marks: Iterable[StageMark],
    errands: Iterable[Errand],
    targets: Mapping[Stage, int],
    today: dt.date,
) -> tuple[StageState, ...]:
    """The five stages of `case` in their order, as they stand on `today`."""
    found, by_hand = _reached(case, marks, errands)
    last = max((order for order, stage in enumerate(Stage) if stage in found), default=-1)
    states = []
    for order, stage in enumerate(Stage):
        reached, passed = found.get(stage), order <= last
        target = _target(case.clock, stage, targets)
        over = target is not None and (
            reached > target if reached else not passed and today > target
        )
        states.append(
            StageState(
                stage=stage,
                reached=reached,
                passed=passed,
                target=target,
                late=over,
                by_hand=stage in by_hand,
            )
        )
    return tuple(states)


def stage_of(
    case: Case, marks: Iterable[StageMark] = (), errands: Iterable[Errand] = ()
) -> Stage | None:
    """The last stage the case has passed; None before it was registered. Lists show it."""
    found, _by_hand = _reached(case, marks, errands)
    return next((stage for stage in reversed(Stage) if stage in found), None)


def next_stage(states: Sequence[StageState]) -> StageState | None:
    """The first stage that is still to be passed; None when all are."""
    return next((state for state in states if not state.passed), None)


def _reached(
    case: Case, marks: Iterable[StageMark], errands: Iterable[Errand]
) -> tuple[dict[Stage, dt.date], frozenset[Stage]]:
    """The day of each stage that was passed, and which of them somebody marked."""
    found = {stage: day for stage, day in _shown(case, tuple(errands)).items() if day is not None}
    marked = {mark.stage: mark.date for mark in marks}
    return found | marked, frozenset(marked)


def _shown(case: Case, errands: Sequence[Errand]) -> dict[Stage, dt.date | None]:
    """What events and errands show without anybody's mark."""
    request = case.request
    steps = [event.date for event in counting(case.events)]
    handed_on = [one.asked_on for one in errands if one.kind is ErrandKind.HANDLING]
    answers = [one.answered_on for one in errands if one.kind is ErrandKind.HANDLING]
    handled = [day for day in answers if day is not None]
    return {
        Stage.REGISTERED: request.arrived or request.received or request.submitted,
        Stage.REVIEWED: min([*steps, *handed_on], default=None),
        Stage.HANDLED: max(handled) if handled and len(handled) == len(answers) else None,
        Stage.REPLIED: case.closed_on,
        Stage.ARCHIVED: request.archived_on,
    }


def _target(clock: Clock | None, stage: Stage, targets: Mapping[Stage, int]) -> dt.date | None:
    days = targets.get(stage)
    if clock is None or days is None:
        return None
    calendar = clock.calendar
    if stage not in _MOVING:
        return calendar.add(clock.received, days)
    if clock.due is None:
        return None
    return calendar.add(clock.period.start, days + max(0, _put_off(clock, calendar)))


def _put_off(clock: Clock, calendar: WorkCalendar) -> int:
    """By how many working days the due date lies behind the plain twenty."""
    assert clock.due is not None
    return calendar.count(calendar.add(clock.period.start, PERIODS.answer), clock.due)
