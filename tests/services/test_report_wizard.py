"""The flow of the wizard: order, saving at every move, resuming, findings per page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai_desk.domain.report import Override, Proactive, ReportDraft
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.report_wizard import STEPS, ReportWizard, Step, findings_at, step_of
from gongkai_desk.services.reporting import ReportingService
from gongkai_desk.storage.database import Database
from tests.builders import a_request

TODAY = dt.date(2026, 1, 12)


@pytest.fixture
def reporting(database: Database) -> ReportingService:
    return ReportingService(database, CaseView(database, HolidayService(database)))


def test_the_steps_follow_the_official_order(reporting: ReportingService) -> None:
    wizard = ReportWizard(reporting, 2025)
    walked = [wizard.step]
    while wizard.next_step is not None:
        wizard.next(wizard.draft, TODAY)
        walked.append(wizard.step)
    assert tuple(walked) == STEPS
    wizard.next(wizard.draft, TODAY)
    assert wizard.step is Step.FINISH


def test_back_goes_the_same_way_and_stops_at_the_first(reporting: ReportingService) -> None:
    wizard = ReportWizard(reporting, 2025)
    wizard.go(Step.TABLE_3, wizard.draft, TODAY)
    walked = []
    while wizard.previous_step is not None:
        wizard.back(wizard.draft, TODAY)
        walked.append(wizard.step)
    assert walked == [Step.TABLE_2, Step.OVERVIEW]


def test_every_move_saves_and_another_walk_resumes(
    database: Database, reporting: ReportingService
) -> None:
    wizard = ReportWizard(reporting, 2025)
    wizard.next(wizard.draft, TODAY)
    typed = replace(wizard.draft, proactive=Proactive(licences=12))
    changes = wizard.next(typed, TODAY)
    assert changes.touches(ReportDraft)
    again = ReportWizard(reporting, 2025)
    assert again.step is Step.TABLE_3
    assert again.draft == database.read(ReportDraft)[0]
    assert (again.draft.proactive.licences, again.draft.saved_on) == (12, TODAY)


def test_a_step_nobody_knows_resumes_at_the_beginning(reporting: ReportingService) -> None:
    reporting.save(replace(reporting.draft(2025), step="table99"))
    assert ReportWizard(reporting, 2025).step is Step.OVERVIEW


@pytest.mark.parametrize(
    ("place", "step"),
    [
        (Place(part=1), Step.OVERVIEW),
        (Place(table=2, row="规章"), Step.TABLE_2),
        (Place(table=3, row=24, column="自然人"), Step.TABLE_3),
        (Place(previous=True, table=3, row=25), Step.TABLE_3),
        (Place(table=4), Step.TABLE_4),
        (Place(part=5), Step.PROBLEMS),
        (Place(part=6), Step.OTHER),
        (Place(row="agency"), Step.FINISH),
    ],
)
def test_a_finding_shows_at_the_step_that_can_mend_it(place: Place, step: Step) -> None:
    finding = Finding(place=place, rule="A", code="report-sum-b")
    assert step_of(finding) is step
    assert findings_at(step, [finding]) == findings_at(Step.FINISH, [finding]) == [finding]


def test_a_page_sees_the_findings_of_what_is_being_typed(reporting: ReportingService) -> None:
    wizard = ReportWizard(reporting, 2025)
    wizard.go(Step.TABLE_4, wizard.draft, TODAY)
    one_more = Override(
        table=4,
        row="reconsideration",
        column=0,
        number=2,
        counted=1,
        reason="法制科登记",
        made_on=TODAY,
    )
    typed = replace(wizard.draft, overrides=(one_more,))
    assert [finding.code for finding in wizard.findings(typed)] == ["report-override-stale"]
    assert wizard.findings(wizard.draft) == []


def test_the_register_is_read_again_when_told(
    database: Database, reporting: ReportingService
) -> None:
    wizard = ReportWizard(reporting, 2025)
    with database.write("test") as work:
        work.put(a_request(received=dt.date(2025, 3, 3)))
    assert wizard.report(wizard.draft).figures.requests[1][6] == 0
    wizard.refresh()
    assert wizard.report(wizard.draft).figures.requests[1][6] == 1
