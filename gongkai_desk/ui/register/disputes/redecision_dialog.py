"""A decision orders a new answer: the request is taken up again with a new period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.i18n import _
from gongkai_desk.services.disputes import DisputeService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import LongTextField, TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the officer enters: when the decision reached us, a note, who records it."""

    began: dt.date
    note: str
    actor: str


class RedecisionDialog(FootedDialog[Order]):
    """Asks for the day from which the new period runs, and shows where it ends."""

    def __init__(
        self,
        *,
        case: Case,
        dispute: Dispute,
        disputes: DisputeService,
        register: RegisterService,
        submit: Callable[[Order], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        title = _("New decision ordered")
        super().__init__(title, submit, prompts, parent, save=_("Take up again"), intro=intro)
        self.setObjectName("redecision-dialog")
        self._case, self._dispute, self._today = case, dispute, today
        self._disputes, self._register = disputes, register
        self.date = DateField(mandatory=True)
        self.date.set_date(today)
        hint = _(
            "The day the decision reached us: the new period begins the day after. The first "
            "answer stays in the file and in the annual report."
        )
        self.form.add("date", _("Decision received on"), self.date, hint=hint, mandatory=True)
        self.note = LongTextField(lines=2)
        self.note.setFixedHeight(self.note.minimumHeight())
        self.form.add("note", _("Note"), self.note)
        self.actor = TextField()
        self.form.add("actor", _("Recorded by"), self.actor)
        self.effect = EffectBox(self)
        self.place_foot(self.effect)
        self.ready()
        self.date.line.setFocus()

    @override
    def draft(self) -> Order:
        day = self.date.date()
        assert day is not None, "asked only while no field is wrong"
        return Order(began=day, note=self.note.value(), actor=self.actor.value())

    @override
    def check(self, draft: Order) -> list[Problem]:
        return self._disputes.check_redecision(self._dispute, draft.began, self._today)

    @override
    def review(self) -> None:
        super().review()
        if any(problem.severity is Severity.ERROR for problem in self.problems()):
            self.effect.show_nothing()
            return
        by = self._dispute.redecide_by
        event = RequestEvent(
            id=new_id(),
            request_id=self._case.request.id,
            date=self.draft().began,
            kind=EventKind.REDECISION_ORDERED,
            argument=by.isoformat() if by else "",
        )
        preview = self._register.preview(self._case, event, self._today)
        self.effect.show_preview(preview, event)
