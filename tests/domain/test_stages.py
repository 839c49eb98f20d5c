"""The stages of a case: what shows that one was passed, and whether it was in time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Errand, ErrandKind, Stage, StageMark
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.register_settings import STAGE_TARGETS
from gongkai_desk.domain.request import EventKind, Request, RequestEvent
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.domain.stages import StageState, next_stage, stage_of, stages
from gongkai_desk.services.bundled_calendar import bundled_calendar
from tests.builders import a_request, an_event

CALENDAR = bundled_calendar()
RECEIVED = dt.date(2026, 9, 18)  # a Friday; see the test vectors of the clock
DUE = dt.date(2026, 10, 22)
REQUEST = a_request()


def case_of(request: Request = REQUEST, *events: RequestEvent, on: dt.date) -> Case:
    clock = request.received and run(request.received, clock_events(events), CALENDAR, on)
    return Case(request=request, events=events, clock=clock or None)


def look(
    case: Case, on: dt.date, *errands: Errand, marks: tuple[StageMark, ...] = ()
) -> dict[Stage, StageState]:
    return {one.stage: one for one in stages(case, marks, errands, STAGE_TARGETS, on)}


def an_errand(**values: object) -> Errand:
    errand = Errand(
        id="e",
        request_id=REQUEST.id,
        kind=ErrandKind.HANDLING,
        unit="基层科",
        asked_on=dt.date(2026, 9, 21),
    )
    return replace(errand, **values)  # type: ignore[arg-type]


def a_mark(stage: Stage, day: dt.date) -> StageMark:
    return StageMark(id=stage.value, request_id=REQUEST.id, stage=stage, date=day)


def test_a_fresh_case_is_registered_and_waits_for_its_review() -> None:
    on = dt.date(2026, 9, 21)
    found = look(case_of(on=on), on)
    assert found[Stage.REGISTERED].reached == RECEIVED
    assert next_stage(tuple(found.values())) == found[Stage.REVIEWED]
    assert stage_of(case_of(on=on)) is Stage.REGISTERED
    assert not any(state.late for state in found.values())


def test_targets_are_working_days_after_the_receipt() -> None:
    found = look(case_of(on=RECEIVED), RECEIVED)
    assert [found[stage].target for stage in Stage] == [
        CALENDAR.add(RECEIVED, STAGE_TARGETS[stage]) for stage in Stage
    ]
    assert found[Stage.REVIEWED].target == dt.date(2026, 9, 22)  # 20 September is worked


def test_a_handling_errand_shows_review_and_its_answer_handling() -> None:
    on = dt.date(2026, 9, 30)
    asked = an_errand()
    found = look(case_of(on=on), on, asked)
    assert found[Stage.REVIEWED].reached == asked.asked_on
    assert not found[Stage.HANDLED].passed
    answered = an_errand(answered_on=on, answer="可以公开")
    found = look(case_of(on=on), on, answered)
    assert found[Stage.HANDLED].reached == on
    still_open = an_errand(id="f", unit="财务科")
    assert not look(case_of(on=on), on, answered, still_open)[Stage.HANDLED].passed


def test_an_errand_of_another_kind_shows_nothing() -> None:
    on = dt.date(2026, 9, 30)
    review = an_errand(kind=ErrandKind.SECRECY_REVIEW, answered_on=on, answer="不涉密")
    assert stage_of(case_of(on=on), (), (review,)) is Stage.REGISTERED


def test_the_end_of_a_case_overtakes_what_was_never_noted() -> None:
    on = dt.date(2026, 10, 9)
    reply = an_event(REQUEST, kind=EventKind.REPLIED, date=on)
    case = case_of(REQUEST, reply, on=on)
    found = look(case, on)
    assert stage_of(case) is Stage.REPLIED
    assert found[Stage.HANDLED].passed
    assert found[Stage.HANDLED].reached is None
    assert not found[Stage.HANDLED].late  # nobody knows when
    assert not found[Stage.ARCHIVED].passed


def test_a_mark_goes_before_what_events_show() -> None:
    on = dt.date(2026, 9, 30)
    mark = a_mark(Stage.REVIEWED, dt.date(2026, 9, 24))
    state = look(case_of(on=on), on, an_errand(), marks=(mark,))[Stage.REVIEWED]
    assert (state.reached, state.by_hand, state.late) == (mark.date, True, True)


def test_what_is_not_reached_by_its_target_is_late_the_day_after() -> None:
    target = CALENDAR.add(RECEIVED, STAGE_TARGETS[Stage.REVIEWED])
    after = target + dt.timedelta(days=1)
    assert not look(case_of(on=target), target)[Stage.REVIEWED].late
    assert look(case_of(on=after), after)[Stage.REVIEWED].late


def test_an_extension_moves_the_later_targets_along() -> None:
    on = dt.date(2026, 9, 30)
    extended = an_event(REQUEST, kind=EventKind.EXTENDED, argument="10", date=on)
    plain, longer = look(case_of(on=on), on), look(case_of(REQUEST, extended, on=on), on)
    assert longer[Stage.REVIEWED].target == plain[Stage.REVIEWED].target
    for stage in (Stage.HANDLED, Stage.REPLIED, Stage.ARCHIVED):
        before = plain[stage].target
        assert before is not None
        assert longer[stage].target == CALENDAR.add(before, 10)


def test_while_the_applicant_must_act_the_later_targets_rest() -> None:
    on = dt.date(2026, 9, 30)
    found = look(case_of(REQUEST, an_event(REQUEST), on=on), on)
    assert found[Stage.HANDLED].target is None
    assert found[Stage.REVIEWED].target is not None


def test_an_unconfirmed_request_has_no_targets() -> None:
    on = dt.date(2026, 9, 21)
    found = look(case_of(replace(REQUEST, received=None), on=on), on)
    assert all(state.target is None for state in found.values())
    assert found[Stage.REGISTERED].passed


@given(
    st.lists(st.sampled_from(list(Stage)), unique=True),
    st.integers(0, 60),
)
def test_passed_stages_are_always_the_first_ones(marked: list[Stage], later: int) -> None:
    """Whatever was marked, nothing is open before something that was passed."""
    on = RECEIVED + dt.timedelta(days=later)
    marks = tuple(a_mark(stage, on) for stage in marked)
    states = stages(case_of(on=on), marks, (), STAGE_TARGETS, on)
    passed = [state.passed for state in states]
    assert passed == sorted(passed, reverse=True)
    last = stage_of(case_of(on=on), marks)
    assert last is not None
    assert states[list(Stage).index(last)].passed
    assert sum(passed) == list(Stage).index(last) + 1


@pytest.mark.parametrize("stage", list(Stage))
def test_without_a_target_nothing_is_late(stage: Stage) -> None:
    on = dt.date(2027, 3, 1)
    found = {one.stage: one for one in stages(case_of(on=on), (), (), {}, on)}
    assert not found[stage].late
