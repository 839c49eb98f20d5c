"""Under which applicant type and from which day a request is counted: two fields of its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import ApplicantKind, Request
from gongkai_desk.i18n import _
from gongkai_desk.services.register import RegisterService
from gongkai_desk.texts import label
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.columns_form import ExplainedChoice
from gongkai_desk.ui.register.intake.words import kind_hint
from gongkai_desk.ui.register.privacy import shown_applicant
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog, open_dialog

_KIND, _RECEIVED = "applicant.kind", "received"


class CountingDialog(DraftDialog[Request]):
    """What decides the column of table 3, and its rows 1 and 2."""

    def __init__(
        self,
        *,
        request: Request,
        register: RegisterService,
        submit: Callable[[Request], Sequence[Problem]],
        prompts: Prompts,
        on: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {applicant} · {subject}").format(
            number=request.number,
            applicant=shown_applicant(request.applicant),
            subject=request.subject,
        )
        super().__init__(_("Applicant type and receipt date"), submit, prompts, parent, intro=intro)
        self.setObjectName("counting-dialog")
        self._request, self._register, self._on = request, register, on
        self.kind = ExplainedChoice[ApplicantKind](
            ApplicantKind, label, kind_hint, empty=_("Please choose")
        )
        self.kind.name_it(_("Applicant type"))
        self.form.add(_KIND, _("Applicant type"), self.kind)
        self.received = DateField()
        self.form.add(_RECEIVED, _("Legal receipt date"), self.received)
        self.kind.set_value(request.applicant.kind)
        self.received.set_date(request.received)
        self.ready()
        self.kind.setFocus()

    @override
    def draft(self) -> Request:
        applicant = replace(self._request.applicant, kind=self.kind.value())
        return replace(self._request, applicant=applicant, received=self.received.date())

    @override
    def check(self, draft: Request) -> list[Problem]:
        """The warnings about other fields belong to the form."""
        found = self._register.check(draft, self._on)
        ours = (_KIND, _RECEIVED)
        return [one for one in found if one.field in ours or one.severity is Severity.ERROR]


def correct_counting(
    case: Case,
    *,
    register: RegisterService,
    operations: Operations,
    prompts: Prompts,
    parent: QWidget,
) -> None:
    """Open the two fields of `case`."""
    day = today()
    open_dialog(
        CountingDialog(
            request=case.request,
            register=register,
            submit=lambda request: operations.attempt(lambda: register.save(request, on=day)),
            prompts=prompts,
            on=day,
            parent=parent,
        )
    )
