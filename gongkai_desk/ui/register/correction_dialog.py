"""Putting right how a closed case ended: outcome, reply, service and the day that counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.closing import Closing
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request_steps import closing_event_of
from gongkai_desk.i18n import _
from gongkai_desk.services.register import RegisterService
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import TextField


class CorrectionDialog(ClosingDialog):
    """The closing of `case` again, filled in as it was recorded; `because` says why it changes."""

    def __init__(
        self,
        *,
        case: Case,
        register: RegisterService,
        submit: Callable[[Closing], Sequence[Problem]],
        prompts: Prompts,
        on: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            case=register.before_ending(case.request.id, on),
            register=register,
            submit=submit,
            prompts=prompts,
            today=on,
            outcome=case.request.outcome,
            parent=parent,
        )
        self.setObjectName("correction-dialog")
        self.setWindowTitle(_("Correct the result"))
        self.save_button.setText(_("Correct"))
        self._fill(case)
        self._dirty = False
        self.review()

    @override
    def _answer(self) -> None:
        self.because = TextField(hint=_("The timeline keeps the former closing with this reason."))
        self.form.add("because", _("Why corrected"), self.because, mandatory=True)
        super()._answer()

    def _fill(self, case: Case) -> None:
        request, ending = case.request, closing_event_of(case.events)
        assert ending is not None, "only a closed case is corrected"
        self.withheld.set_value(request.withheld_ground or None)
        self.reason.set_value(request.outcome_reason)
        self.reply_number.set_value(request.reply_number)
        self.dated.set_date(ending.date)
        self.note.set_value(ending.note)
        service = request.service
        if service is None:
            return
        self.way.set_value(service.way)
        self.posted.set_date(service.posted_on or ending.date)
        self.signed.set_date(service.signed_on or ending.date)
        self.mail_number.set_value(service.mail_number)
        self.agency.set_value(service.agency)
        self.signed_by.set_value(service.signed_by)
        self.proof.set_value(service.proof)

    @override
    def check(self, draft: Closing) -> list[Problem]:
        why = self.because.value()
        return self._register.check_correction(self._case.request.id, draft, why, self._today)


def correct_ending(
    case: Case,
    *,
    register: RegisterService,
    operations: Operations,
    prompts: Prompts,
    parent: QWidget,
) -> None:
    """Open the correction of a closed case."""

    def submit(closing: Closing) -> Sequence[Problem]:
        refused = operations.attempt(
            lambda: register.correct_ending(
                case.request.id,
                closing,
                on=today(),
                because=dialog.because.value(),
                files=dialog.files.value(),
                actor=dialog.actor.value(),
            )
        )
        if not refused:
            said = _("The result of {number} is corrected.")
            operations.say(said.format(number=case.request.number))
        return refused

    dialog = CorrectionDialog(
        case=case, register=register, submit=submit, prompts=prompts, on=today(), parent=parent
    )
    open_dialog(dialog)
