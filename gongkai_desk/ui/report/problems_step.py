"""Part five: the year's problems, and what became of those that last year's report named."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import override

from gongkai_desk.domain.last_problems import problems_in, taken_up, with_last_problems
from gongkai_desk.domain.report import LastProblem, ReportDraft, Texts
from gongkai_desk.domain.report_year import PROBLEMS
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.last_problems_card import LastProblemsCard
from gongkai_desk.ui.report.text_part import TextPart
from gongkai_desk.ui.report.text_steps import Surroundings, TextStep, hint
from gongkai_desk.ui.report.view import ReportView


class ProblemsStep(TextStep):
    """Nothing but the officer can write this part; what stood in the way of the year's tasks and
    last year's problems are offered.
    """

    def __init__(self, prompts: Prompts, around: Surroundings) -> None:
        title = table("statutes", "report_form.toml")["sections"][4]
        intro = _("No figure tells this part: it must name problems and how they are mended.")
        super().__init__(title, intro, prompts, around)
        self.draft_button.hide()
        self.told.hide()
        self._kept: tuple[LastProblem, ...] = ()
        self.last = LastProblemsCard(self)
        self.body.addWidget(self.last)
        self.add_parts(
            [TextPart("problems", _("Text of this part"), lines=12, hint=hint("problems"))]
        )
        self.add_records({PROBLEMS: self.parts[0]}, "\n")
        self.last.changed.connect(self.changed)
        self.last.changed.connect(self._offer)
        self.last.taken.connect(self.take_last_problems)
        self.parts[0].changed.connect(self._offer)

    @override
    def show_view(self, view: ReportView) -> None:
        before = self._around.before() or Texts()
        found = taken_up(view.draft.last_problems, problems_in(before.problems))
        self.last.show_problems(found, view.draft.year - 1)
        self._kept = self.last.value()
        self.order_stops(self.last.stops())
        super().show_view(view)
        self._offer()

    @override
    def applied(self, draft: ReportDraft) -> ReportDraft:
        draft, said = super().applied(draft), self.last.value()
        return draft if said == self._kept else replace(draft, last_problems=said)

    def take_last_problems(self) -> None:
        """Put the sentences on last year's problems into the text."""
        self.parts[0].put(self._with_last())

    def _with_last(self) -> str:
        return with_last_problems(self.parts[0].value(), self.last.value(), _wordings())

    def _offer(self) -> None:
        said = any(each.became is not None for each in self.last.value())
        self.last.button.setEnabled(said and self._with_last() != self.parts[0].value())

    @override
    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        return (texts.problems,)

    @override
    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        return replace(texts, problems=written[0])


def _wordings() -> dict[str, str]:
    found: dict[str, str] = table("statutes", "report_texts.toml")["last_problems"]
    return found
