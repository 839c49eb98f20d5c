"""What the first answer of a re-decided case is counted as: the annual report counts that one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.outcomes import outcomes_for
from gongkai_desk.services.register import RegisterService
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.outcome_field import OutcomeField
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import DraftDialog, open_dialog
from gongkai_desk.ui.widgets.fields import TextField


class FirstAnswerDialog(DraftDialog[str]):
    """The draft is the code of the outcome; `because` says why it changes."""

    WIDE = 44

    def __init__(
        self,
        *,
        case: Case,
        register: RegisterService,
        submit: Callable[[str], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        first = case.request.endings[0]
        intro = _(
            "{number}: the annual report counts the answer of {date}, before the new decision. Its "
            "day and its letter stay."
        ).format(number=case.request.number, date=date_text(first.closed_on))
        title = _("Correct the result of the first answer")
        super().__init__(title, submit, prompts, parent, save=_("Correct"), intro=intro)
        self.setObjectName("first-answer-dialog")
        self._case, self._register = case, register
        self.because = TextField(hint=_("The timeline keeps the former closing with this reason."))
        self.outcome = OutcomeField(outcomes_for(case.request.matter))
        self.outcome.set_value(first.outcome)
        self.form.add("because", _("Why corrected"), self.because, mandatory=True)
        self.form.add("outcome", _("Outcome"), self.outcome, mandatory=True)
        self.ready()
        self.outcome.setFocus()

    @override
    def draft(self) -> str:
        return self.outcome.value()

    @override
    def check(self, draft: str) -> list[Problem]:
        because = self.because.value()
        return self._register.check_first_answer(self._case.request.id, draft, because)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return super().keeps_quiet(problem) or not self._dirty


def correct_first_answer(
    case: Case,
    *,
    register: RegisterService,
    operations: Operations,
    prompts: Prompts,
    parent: QWidget,
) -> None:
    """Open the correction of the first answer of a re-decided case."""
    day: dt.date = today()
    dialog = FirstAnswerDialog(
        case=case,
        register=register,
        submit=lambda outcome: operations.attempt(
            lambda: register.correct_first_answer(
                case.request.id, outcome, on=day, because=dialog.because.value()
            )
        ),
        prompts=prompts,
        parent=parent,
    )
    open_dialog(dialog)
