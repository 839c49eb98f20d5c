"""What must be right in a side record, and in the settings of the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from gongkai_desk.domain.case_file import (
    ContactEntry,
    Errand,
    ErrandKind,
    SearchRecord,
    Stage,
    StageMark,
)
from gongkai_desk.domain.case_records import check_record
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.publication import check_publication
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import Publication, Publish
from gongkai_desk.domain.settings_checks import check_settings
from gongkai_desk.texts import sentence

TODAY = dt.date(2026, 11, 20)
TOMORROW = dt.date(2026, 11, 21)
SEARCH = SearchRecord(id="s", request_id="r", date=TODAY, place="档案室", method="文号", by="何立")
CONTACT = ContactEntry(id="c", request_id="r", date=TODAY, by="何立", summary="已说明")
ERRAND = Errand(
    id="e",
    request_id="r",
    kind=ErrandKind.HANDLING,
    unit="基层科",
    asked_on=dt.date(2026, 11, 16),
    due_on=TODAY,
)
MARK = StageMark(id="m", request_id="r", stage=Stage.HANDLED, date=TODAY)


@pytest.mark.parametrize("record", [SEARCH, CONTACT, ERRAND, MARK])
def test_a_record_that_is_in_order_has_no_problem(record: Any) -> None:
    assert not check_record(record, TODAY)


@pytest.mark.parametrize(
    ("record", "values", "field", "code"),
    [
        (SEARCH, {"date": TOMORROW}, "date", "record-after-today"),
        (SEARCH, {"place": "  "}, "place", "search-place-missing"),
        (SEARCH, {"by": ""}, "by", "search-person-missing"),
        (SEARCH, {"found": True}, "result", "search-result-missing"),
        (CONTACT, {"date": TOMORROW}, "date", "record-after-today"),
        (CONTACT, {"time": "10点"}, "time", "contact-time-unreadable"),
        (CONTACT, {"time": "24:00"}, "time", "contact-time-unreadable"),
        (CONTACT, {"by": ""}, "by", "contact-person-missing"),
        (CONTACT, {"summary": ""}, "summary", "contact-summary-missing"),
        (ERRAND, {"asked_on": TOMORROW, "due_on": None}, "asked_on", "record-after-today"),
        (ERRAND, {"unit": ""}, "unit", "errand-unit-missing"),
        (ERRAND, {"due_on": dt.date(2026, 11, 15)}, "due_on", "errand-due-before-asked"),
        (
            ERRAND,
            {"answered_on": dt.date(2026, 11, 15), "answer": "同意"},
            "answered_on",
            "errand-answered-before-asked",
        ),
        (ERRAND, {"answered_on": TOMORROW, "answer": "同意"}, "answered_on", "record-after-today"),
        (ERRAND, {"answered_on": TODAY}, "answer", "errand-answer-missing"),
        (MARK, {"date": TOMORROW}, "date", "record-after-today"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(
    record: Any, values: dict[str, Any], field: str, code: str
) -> None:
    errors = [
        one
        for one in check_record(replace(record, **values), TODAY)
        if one.severity is Severity.ERROR
    ]
    assert [(one.field, one.code) for one in errors] == [(field, code)]
    assert sentence(errors[0])


@pytest.mark.parametrize(
    ("record", "values", "code"),
    [
        (SEARCH, {"method": ""}, "search-method-missing"),
        (ERRAND, {"due_on": None}, "errand-due-missing"),
    ],
)
def test_what_is_merely_thin_is_a_warning(record: Any, values: dict[str, Any], code: str) -> None:
    (problem,) = check_record(replace(record, **values), TODAY)
    assert (problem.code, problem.severity) == (code, Severity.WARNING)


def test_nobody_reached_needs_no_summary() -> None:
    assert not check_record(replace(CONTACT, reached=False, summary="", time="9:05"), TODAY)


def test_a_decision_on_publication_needs_day_person_and_reason() -> None:
    assert not check_publication(Publication(), TODAY)
    bare = Publication(choice=Publish.YES)
    fields = {one.field for one in check_publication(bare, TODAY)}
    assert fields == {"decided_on", "decided_by", "reason"}
    whole = replace(bare, decided_on=TODAY, decided_by="周文静", reason="多次申请")
    assert not check_publication(whole, TODAY)
    (late,) = check_publication(replace(whole, decided_on=TOMORROW), TODAY)
    assert late.field == "decided_on"


def test_settings_need_tags_and_targets_in_order() -> None:
    assert not list(check_settings(RegisterSettings()))
    (empty,) = check_settings(RegisterSettings(tags=()))
    assert empty.field == "tags"
    backwards = RegisterSettings(stage_targets={Stage.REVIEWED: 12, Stage.REPLIED: 10})
    (wrong,) = check_settings(backwards)
    assert wrong.field == "target_replied"
    assert "审核" in sentence(wrong)
