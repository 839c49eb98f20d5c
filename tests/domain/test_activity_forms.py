"""The kinds of activities as data, and what is checked in a record of each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk import resources
from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.activity_checks import check_consultation, check_details
from gongkai_desk.domain.activity_forms import (
    COMMON,
    FieldType,
    KindForm,
    awaits_feedback,
    of_year,
    quarter_counts,
    read_forms,
    told,
    untold,
    whole_number,
)
from gongkai_desk.domain.plan import DutyKind
from gongkai_desk.domain.plan_duties import duties_in
from gongkai_desk.domain.problems import Severity

DAY = dt.date(2026, 11, 20)
FORMS = read_forms(resources.table("activities", "kinds.toml"))
WORK_POINTS = Path(__file__).resolve().parents[3] / "shared" / "work_points"


def done(kind: ActivityKind, **details: str) -> Activity:
    """A record of 1 September 2026 with its mandatory fields filled in."""
    needed = {one.name: "有" for one in FORMS[kind].fields if one.mandatory}
    return Activity(
        id="a", kind=kind, date=dt.date(2026, 9, 1), title="一件事", details=needed | details
    )


def codes(activity: Activity, severity: Severity | None = None) -> dict[str, str]:
    found = check_details(activity, FORMS[activity.kind], DAY)
    return {each.field: each.code for each in found if severity in (None, each.severity)}


def test_every_kind_has_a_form_and_every_duty_a_kind() -> None:
    assert set(FORMS) == set(ActivityKind)
    kinds = {kind.value for kind in ActivityKind}
    assert {duty.value for duty in DutyKind} <= kinds


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind.value)
def test_a_form_is_sound(form: KindForm) -> None:
    own = [one.name for one in form.fields]
    assert len(set(own)) == len(own)
    record = set(Activity.__dataclass_fields__)
    assert not record & set(own), "a field of the record would hide it"
    assert form.names["title"]
    known = {*own, *form.names, "date"}
    rules = [name for rule in (*form.at_most, *form.ordered, *form.asks) for name in rule]
    assert {*rules, *form.feedback_when, *filter(None, [form.feedback])} <= known
    kinds = {one.name: one.type for one in form.fields}
    assert all(kinds[name] is FieldType.COUNT for rule in form.at_most for name in rule)
    for one in form.fields:
        assert (one.type is FieldType.CHOICE) == (len(one.choices) >= 2), one.name
    assert set(form.names) <= set(COMMON)


@pytest.mark.parametrize(
    ("kind", "name", "choice"),
    [
        (ActivityKind.PUBLIC_CONSULTATION, "matter", "重大行政决策"),
        (ActivityKind.INSPECTION, "form", "接受上级检查"),
        (ActivityKind.RULES_MADE, "form", "废止"),
        (ActivityKind.CASE_SUBMISSION, "accepted", "已采用"),
        (ActivityKind.CASE_SUBMISSION, "accepted", "评选入选"),
    ],
)
def test_the_choices_that_rules_and_counts_name_are_offered(
    kind: ActivityKind, name: str, choice: str
) -> None:
    field = FORMS[kind].field(name)
    assert field is not None
    assert choice in field.choices


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind.value)
def test_a_record_with_what_is_mandatory_is_in_order(form: KindForm) -> None:
    assert codes(done(form.kind), Severity.ERROR) == {}


CASES: tuple[tuple[ActivityKind, dict[str, str], dict[str, str]], ...] = (
    (ActivityKind.TRAINING, {"hours": "三天"}, {"hours": "activity-count-unreadable"}),
    (ActivityKind.TRAINING, {"hours": "３"}, {}),
    (
        ActivityKind.OPEN_DAY,
        {"opinions": "3", "adopted": "4", "reply": "已办"},
        {"adopted": "activity-more-than-all"},
    ),
    (ActivityKind.OPEN_DAY, {"opinions": "3"}, {"reply": "activity-answer-wanted"}),
    (ActivityKind.OPEN_DAY, {"opinions": "0"}, {}),
    (
        ActivityKind.MEETING_SEATS,
        {"agenda": "", "views": "支持"},
        {"agenda": "activity-field-missing", "adoption": "activity-answer-wanted"},
    ),
    (
        ActivityKind.MEETING_SEATS,
        {"disclosed_on": "2026-08-31"},
        {"disclosed_on": "activity-dates-out-of-order"},
    ),
    (
        ActivityKind.MEETING_SEATS,
        {"disclosed_on": "2026-11-21"},
        {"disclosed_on": "record-after-today"},
    ),
    (
        ActivityKind.MEETING_SEATS,
        {"disclosed_on": "九月"},
        {"disclosed_on": "activity-date-unreadable"},
    ),
    (ActivityKind.RULES_MADE, {"in_force_on": "2027-01-01"}, {}),
    (
        ActivityKind.PUBLIC_CONSULTATION,
        {"opinions": "9", "adopted": "7"},
        {"outcome": "activity-answer-wanted", "reasons": "activity-reasons-wanted"},
    ),
    (
        ActivityKind.SUPERVISION,
        {"problems": "2", "mended": "3", "list": "无"},
        {"mended": "activity-more-than-all"},
    ),
)


@pytest.mark.parametrize(("kind", "details", "expected"), CASES)
def test_details_are_checked(
    kind: ActivityKind, details: dict[str, str], expected: dict[str, str]
) -> None:
    assert codes(done(kind, **details)) == expected


@pytest.mark.parametrize(("until", "short"), [("2026-09-30", True), ("2026-10-01", False)])
def test_a_consultation_on_a_decision_lasts_thirty_days(until: str, short: bool) -> None:
    asked = done(ActivityKind.PUBLIC_CONSULTATION, matter="重大行政决策")
    asked = type(asked)(
        **{name: getattr(asked, name) for name in asked.__dataclass_fields__}
        | {"until": dt.date.fromisoformat(until)}
    )
    assert bool(list(check_consultation(asked, 30))) == short
    assert not list(check_consultation(done(ActivityKind.PUBLIC_CONSULTATION), 30))


FEEDBACK: tuple[tuple[ActivityKind, dict[str, str], bool], ...] = (
    (ActivityKind.PUBLIC_CONSULTATION, {}, True),
    (ActivityKind.PUBLIC_CONSULTATION, {"feedback_on": "2026-10-10"}, False),
    (ActivityKind.MEETING_SEATS, {}, False),
    (ActivityKind.MEETING_SEATS, {"views": "建议延长开馆时间"}, True),
    (ActivityKind.OPEN_DAY, {"opinions": "0"}, False),
    (ActivityKind.OPEN_DAY, {"opinions": "5"}, True),
    (ActivityKind.TRAINING, {}, False),
)


@pytest.mark.parametrize(("kind", "details", "waits"), FEEDBACK)
def test_who_waits_for_feedback(kind: ActivityKind, details: dict[str, str], waits: bool) -> None:
    activity = done(kind, **details)
    assert awaits_feedback(activity, FORMS[kind], DAY) is waits
    assert not awaits_feedback(activity, FORMS[kind], activity.date), "it is not over yet"


def test_what_the_form_does_not_know_is_kept_apart() -> None:
    activity = done(ActivityKind.TRAINING, teacher="周老师", old_field="旧值")
    form = FORMS[ActivityKind.TRAINING]
    assert [(one.name, text) for one, text in told(activity, form)] == [("teacher", "周老师")]
    assert untold(activity, form) == {"old_field": "旧值"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,200", 1200),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
    ],
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole_number(text) == number


records = st.builds(
    Activity,
    id=st.uuids().map(str),
    kind=st.sampled_from(ActivityKind),
    date=st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)),
    title=st.text(max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(records, max_size=12))
def test_every_record_is_counted_once(every: list[Activity]) -> None:
    counted = quarter_counts(of_year(every, 2026))
    assert sum(map(sum, counted.values())) == sum(each.date.year == 2026 for each in every)
    for kind, quarters in counted.items():
        of_kind = [each for each in every if each.kind is kind and each.date.year == 2026]
        assert sum(quarters) == len(of_kind) > 0


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(ActivityKind),
    st.dictionaries(
        st.sampled_from(["opinions", "adopted", "feedback_on", "hours", "problems", "mended"]),
        st.text(max_size=6) | st.integers(0, 99).map(str),
    ),
)
def test_checks_stand_any_text(kind: ActivityKind, details: dict[str, str]) -> None:
    activity = done(kind, **details)
    for problem in check_details(activity, FORMS[kind], DAY):
        assert problem.field in {*(one.name for one in FORMS[kind].fields), *FORMS[kind].names}
    awaits_feedback(activity, FORMS[kind], DAY)


@pytest.mark.skipif(not WORK_POINTS.is_dir(), reason="the real plans are not in the repository")
def test_every_duty_of_the_real_plans_finds_a_kind() -> None:
    found = set()
    for path in sorted(WORK_POINTS.glob("*.txt")):
        for duty in duties_in(path.read_text("utf-8")):
            assert ActivityKind(duty.kind.value) in FORMS, duty.text
            found.add(duty.kind)
    assert {DutyKind.TRAINING, DutyKind.MEETING_SEATS, DutyKind.LEADER_BRIEFING} <= found
