"""Which stages of a major decision are expected when, and what counts as a gap."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.decision_checks import check_decision, check_entry, check_order
from gongkai_desk.domain.decision_stages import (
    WITH_CONSULTATION,
    Mark,
    StageState,
    Standing,
    carried,
    entry_of,
    standing,
    with_entry,
)
from gongkai_desk.domain.disclosure_checks import check_disclosure_settings
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.problems import Severity

CALENDAR = WorkCalendar(())
USUAL = DisclosureSettings()
TODAY = dt.date(2026, 9, 1)
Stage = DecisionStage


def a_decision(**values: Any) -> Decision:
    return replace(Decision(id="d", year=2026, position=1, title="古城保护规划"), **values)


def entry(stage: Stage, date: str = "", until: str = "", reason: str = "") -> StageEntry:
    read = dt.date.fromisoformat
    return StageEntry(
        stage=stage,
        date=read(date) if date else None,
        until=read(until) if until else None,
        reason=reason,
    )


def on(decision: Decision, today: dt.date = TODAY) -> Standing:
    return standing(decision, today, USUAL, CALENDAR)


def mark(decision: Decision, stage: Stage, today: dt.date = TODAY) -> Mark:
    return on(decision, today).stages[stage]


@pytest.mark.parametrize(
    ("entries", "decided", "stage", "state", "due"),
    [
        ((), None, Stage.DRAFT, StageState.WAITING, None),
        ((entry(Stage.CONSULTATION, "2026-08-20", "2026-09-25"),), None, Stage.CONSULTATION,
         StageState.RUNNING, None),
        ((entry(Stage.CONSULTATION, "2026-08-20", "2026-09-25"),), None, Stage.DRAFT,
         StageState.MISSING, "2026-08-20"),
        ((entry(Stage.CONSULTATION, "2026-06-01", "2026-06-30"),), None, Stage.CONSULTATION,
         StageState.SHORT, None),
        ((entry(Stage.CONSULTATION, "2026-06-01", "2026-07-01"),), None, Stage.CONSULTATION,
         StageState.DONE, None),
        ((entry(Stage.CONSULTATION, "2026-06-01", "2026-06-10", "防汛紧急"),), None,
         Stage.CONSULTATION, StageState.DONE, None),
        ((), "2026-08-31", Stage.ADOPTION, StageState.DUE, "2026-09-14"),
        ((), "2026-08-03", Stage.ADOPTION, StageState.LATE, "2026-08-17"),
        ((entry(Stage.ADOPTION, "2026-08-18"),), "2026-08-03", Stage.ADOPTION,
         StageState.DONE_LATE, "2026-08-17"),
        ((entry(Stage.ADOPTION, "2026-08-17"),), "2026-08-03", Stage.ADOPTION,
         StageState.DONE, "2026-08-17"),
        ((entry(Stage.CONSULTATION, reason="依法应当保密"),), "2026-08-03", Stage.ADOPTION,
         StageState.WAIVED, None),
        ((), "2026-08-03", Stage.RESULT, StageState.LATE, "2026-08-31"),
        ((), "2026-08-04", Stage.MEETING, StageState.DUE, "2026-09-01"),
        ((), "2026-08-03", Stage.CONSULTATION, StageState.MISSING, "2026-07-04"),
        ((), "2025-01-03", Stage.EVALUATION, StageState.WAITING, None),
    ],
)  # fmt: skip
def test_each_stage_is_expected_in_its_time(
    entries: tuple[StageEntry, ...], decided: str | None, stage: Stage, state: StageState,
    due: str | None,
) -> None:  # fmt: skip
    day = dt.date.fromisoformat(decided) if decided else None
    found = mark(a_decision(stages=entries, decided_on=day), stage)
    assert found.state is state
    assert found.due == (dt.date.fromisoformat(due) if due else None)


def test_a_planned_decision_tells_when_the_consultation_must_begin() -> None:
    planned = a_decision(planned_on=dt.date(2026, 10, 31))
    found = mark(planned, Stage.CONSULTATION)
    assert (found.state, found.due) == (StageState.DUE, dt.date(2026, 10, 1))
    assert mark(planned, Stage.DRAFT).due == dt.date(2026, 10, 1)
    assert mark(planned, Stage.DRAFT, dt.date(2026, 10, 2)).state is StageState.LATE


def test_a_day_that_depends_on_an_unknown_notice_is_provisional() -> None:
    decided = a_decision(decided_on=dt.date(2026, 12, 24))
    known = Notice(
        year=2026, source="2026年放假安排", days_off=frozenset(), makeup_days=frozenset()
    )
    stages = standing(decided, TODAY, USUAL, WorkCalendar([known])).stages
    assert stages[Stage.ADOPTION].provisional  # in 2027
    early = replace(USUAL, adoption_days=3)
    stages = standing(decided, TODAY, early, WorkCalendar([known])).stages
    assert not stages[Stage.ADOPTION].provisional
    assert not stages[Stage.CONSULTATION].provisional  # counted in days, not working days


def test_the_office_may_set_other_limits() -> None:
    decided = a_decision(decided_on=dt.date(2026, 8, 31))
    strict = replace(USUAL, adoption_days=3, publication_days=5)
    stages = standing(decided, TODAY, strict, CALENDAR).stages
    assert stages[Stage.ADOPTION].due == dt.date(2026, 9, 3)
    assert stages[Stage.RESULT].due == dt.date(2026, 9, 7)


@pytest.mark.parametrize(
    ("listed", "today", "state"),
    [
        (None, dt.date(2026, 6, 30), StageState.DUE),
        (None, dt.date(2026, 7, 1), StageState.LATE),
        (dt.date(2026, 6, 30), TODAY, StageState.DONE),
        (dt.date(2026, 8, 30), TODAY, StageState.DONE),
    ],
)
def test_the_list_is_published_by_the_end_of_june(
    listed: dt.date | None, today: dt.date, state: StageState
) -> None:
    assert on(a_decision(listed_on=listed), today).listing.state is state


def test_what_was_taken_off_the_list_has_no_gaps() -> None:
    decision = a_decision(dropped_on=TODAY, dropped_because="并入另一事项")
    found = on(decision, dt.date(2030, 1, 1))
    assert found.gaps == 0
    assert not found.is_open
    assert {one.state for one in found.marks} == {StageState.WAIVED}


def test_an_entry_takes_the_place_of_the_one_before_and_an_empty_one_takes_it_out() -> None:
    first = with_entry(a_decision(), entry(Stage.RESULT, "2026-08-01"))
    second = with_entry(first, entry(Stage.DRAFT, "2026-05-01"))
    assert [one.stage for one in second.stages] == [Stage.DRAFT, Stage.RESULT]
    third = with_entry(second, entry(Stage.RESULT, "2026-08-02"))
    assert entry_of(third, Stage.RESULT) == entry(Stage.RESULT, "2026-08-02")
    assert with_entry(third, entry(Stage.RESULT)).stages == (entry(Stage.DRAFT, "2026-05-01"),)


def test_open_ones_go_on_in_the_next_list_with_what_was_published() -> None:
    listed = a_decision(listed_on=TODAY, stages=(entry(Stage.DRAFT, "2026-05-01"),))
    (new,) = carried([listed], 2027, ["n"], 4)
    assert (new.id, new.year, new.position, new.listed_on) == ("n", 2027, 4, None)
    assert new.stages == listed.stages


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, set()),
        ({"title": " "}, {"decision-title-missing"}),
        ({"year": 20266}, {"decision-year-unlikely"}),
        ({"decided_on": dt.date(2026, 9, 2)}, {"record-after-today"}),
        ({"dropped_on": TODAY}, {"decision-dropped-without-reason"}),
        ({"stages": (entry(Stage.CONSULTATION, "2026-06-01", "2026-07-05"),),
          "decided_on": dt.date(2026, 6, 1)}, {"consultation-after-decision"}),
        ({"stages": (entry(Stage.CONSULTATION, "2026-06-01", "2026-07-05"),),
          "decided_on": dt.date(2026, 7, 1)}, {"decided-before-consultation-ended"}),
        ({"stages": (entry(Stage.CONSULTATION, "2026-06-01", "2026-07-05"),
                     entry(Stage.ADOPTION, "2026-07-04"))},
         {"adoption-before-consultation-ended"}),
        ({"stages": (entry(Stage.BACKGROUND, "2026-06-02"),
                     entry(Stage.CONSULTATION, "2026-06-01", "2026-07-05"))},
         {"stage-after-consultation"}),
        ({"stages": (entry(Stage.RESULT, "2026-06-02"),)}, {"stage-without-decision"}),
        ({"stages": (entry(Stage.EVALUATION, "2026-06-02"),), "decided_on": dt.date(2026, 6, 3)},
         {"stage-before-decision"}),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_decision(changes: dict[str, Any], codes: set[str]) -> None:
    found = check_decision(a_decision(**changes), TODAY, USUAL)
    assert {problem.code for problem in found} == codes


@pytest.mark.parametrize(
    ("given_entry", "code", "severity"),
    [
        (entry(Stage.DRAFT, "2026-09-02"), "record-after-today", Severity.ERROR),
        (replace(entry(Stage.DRAFT), url="www.example.cn"), "stage-date-missing", Severity.ERROR),
        (entry(Stage.CONSULTATION, "2026-08-01"), "consultation-end-missing", Severity.ERROR),
        (entry(Stage.CONSULTATION, "2026-08-01", "2026-07-01"),
         "consultation-ends-before-it-begins", Severity.ERROR),
        (entry(Stage.CONSULTATION, "2026-08-01", "2026-08-30"), "consultation-short",
         Severity.WARNING),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_stage(given_entry: StageEntry, code: str, severity: Severity) -> None:
    (found,) = check_entry(given_entry, TODAY, USUAL)
    assert (found.code, found.severity) == (code, severity)


def test_limits_laxer_than_the_law_are_warned_of() -> None:
    assert list(check_disclosure_settings(USUAL)) == []
    lax = replace(USUAL, publication_days=21, consultation_days=29, video_share=101)
    found = {(one.field, one.severity) for one in check_disclosure_settings(lax)}
    assert found == {
        ("publication_days", Severity.WARNING),
        ("consultation_days", Severity.WARNING),
        ("video_share", Severity.ERROR),
    }


DAYS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2027, 3, 1))
ENTRIES = st.builds(
    StageEntry,
    stage=st.sampled_from(Stage),
    date=DAYS,
    until=DAYS,
    reason=st.sampled_from(["", "因"]),
)


@settings(max_examples=150)
@given(
    entries=st.lists(ENTRIES, unique_by=lambda one: one.stage),
    listed=DAYS, planned=DAYS, decided=DAYS, dropped=DAYS,
    today=st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 1)),
)  # fmt: skip
def test_states_never_contradict(
    entries: list[StageEntry], listed: dt.date | None, planned: dt.date | None,
    decided: dt.date | None, dropped: dt.date | None, today: dt.date,
) -> None:  # fmt: skip
    decision = a_decision(
        stages=tuple(entries), listed_on=listed, planned_on=planned, decided_on=decided,
        dropped_on=dropped, dropped_because="已撤销" if dropped else "",
    )  # fmt: skip
    found = on(decision, today)
    assert set(found.stages) == set(Stage)
    there = (StageState.DONE, StageState.DONE_LATE, StageState.RUNNING, StageState.SHORT)
    for stage, one in found.stages.items():
        recorded = entry_of(decision, stage)
        assert (one.date is not None) == (one.state in there)
        assert one.date == (recorded.date if recorded else None)
        if one.state is StageState.WAIVED:
            assert one.reason
        if one.state is StageState.DUE:
            assert one.due is not None
            assert one.due >= today
        if one.state in (StageState.LATE, StageState.MISSING):
            assert one.due is not None
            assert one.due < today
        if dropped:
            assert one.state not in (StageState.DUE, StageState.LATE, StageState.MISSING)
    assert found.gaps == sum(one.state.is_gap for one in found.marks)
    tomorrow = on(decision, today + dt.timedelta(days=1))
    assert tomorrow.gaps >= found.gaps, "time alone mends nothing"
    list(check_order(decision))


def test_all_of_a_draft_belongs_before_the_consultation() -> None:
    assert list(Stage)[: len(WITH_CONSULTATION)] == list(WITH_CONSULTATION)
