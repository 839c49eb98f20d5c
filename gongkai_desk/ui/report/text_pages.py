"""The three steps of the written parts, made for one walk through the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gongkai_desk.domain.report import ReportDraft, Texts
from gongkai_desk.domain.report_year import Sentence
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.other_step import OtherStep
from gongkai_desk.ui.report.problems_step import ProblemsStep
from gongkai_desk.ui.report.text_steps import OverviewStep, Surroundings, TextStep


def text_pages(
    desk: Desk, prompts: Prompts, year: int, draft: Callable[[], ReportDraft]
) -> dict[Step, TextStep]:
    """The steps by what they are; `draft` gives the draft as it is being edited."""

    def drafter() -> Texts:
        return desk.reporting.drafted(draft()).texts

    def sentences() -> Sequence[Sentence]:
        return desk.reporting.sentences(year)

    def before() -> Texts | None:
        return desk.reporting.previous_reports.texts(year)

    around = Surroundings(
        drafter=drafter, sentences=sentences, before=before, kind=desk.office.get().kind
    )
    return {
        Step.OVERVIEW: OverviewStep(prompts, around),
        Step.PROBLEMS: ProblemsStep(prompts, around),
        Step.OTHER: OtherStep(prompts, around, lambda: desk.reporting.other_matters(draft()), year),
    }
