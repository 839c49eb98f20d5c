"""Confirming the receipt with the applicant: from that day the time limit runs (第三十一条)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.receipt import receipt_remark, suggested_receipt
from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import sentence
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.intake.contact_dialog import contact_card, contact_text
from gongkai_desk.ui.register.intake.words import channel_hint
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import TextField


class ReceiptDialog(FootedDialog[Request]):
    """`submit` gets the request with its receipt date and proof. `talk` is the contact in which
    the receipt was confirmed; without it the last talk in the contact log is proposed.
    """

    def __init__(
        self,
        *,
        case: Case,
        desk: Desk,
        submit: Callable[[Request], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        talk: ContactEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Confirm the receipt"),
            submit,
            prompts,
            parent,
            save=_("Confirm"),
            intro=channel_hint(case.request.channel),
        )
        self.setObjectName("receipt-dialog")
        self._request, self._desk, self._today = case.request, desk, today
        contacts = desk.intake.contacts(case.request.id)
        talk = talk or next((one for one in reversed(contacts) if one.reached), None)
        day = suggested_receipt(case.request) or (talk.date if talk else today)
        self.received = DateField(mandatory=True)
        self.received.set_date(day)
        self.by = TextField(
            case.request.confirmed_by or (talk.by if talk else ""),
            hint=_("Who talked to the applicant"),
        )
        self.how = TextField(
            case.request.confirmed_how or (contact_text(talk) if talk else ""),
            hint=_("By phone at 10:20, by mail, on the platform …"),
        )
        if contacts:
            self.form.add_wide(contact_card(contacts, self))
        self.form.add("received", _("Legal receipt date"), self.received, mandatory=True)
        self.form.add("confirmed_by", _("Confirmed by"), self.by, mandatory=True)
        self.form.add("confirmed_how", _("Confirmed how"), self.how, mandatory=True)
        self.effect = EffectBox(self)
        self.place_foot(self.effect)
        self.ready()
        self.by.setFocus()

    @override
    def draft(self) -> Request:
        return replace(
            self._request,
            received=self.received.date(),
            confirmed_by=self.by.value(),
            confirmed_how=self.how.value(),
        )

    @override
    def check(self, draft: Request) -> list[Problem]:
        missing = [
            Problem("confirmation-incomplete", name)
            for name in ("confirmed_by", "confirmed_how")
            if not getattr(draft, name)
        ]
        found = self._desk.register.check(draft, self._today)
        return [*missing, *(p for p in found if p.field == "received")]

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return not self._dirty or (
            problem.code == "confirmation-incomplete" and not self._typed(problem.field)
        )

    def _typed(self, name: str) -> bool:
        return bool(self.draft().confirmed_how) and name == "confirmed_by"

    @override
    def review(self) -> None:
        super().review()
        draft = self.draft()
        wrong = any(p.severity is Severity.ERROR and p.field == "received" for p in self.problems())
        if wrong or draft.received is None:
            self.effect.show_nothing()
            return
        clock = run(draft.received, (), self._desk.holidays.calendar(), self._today)
        assert clock.due is not None, "nothing has happened yet that could stop it"
        date = date_text(clock.due)
        if clock.provisional:
            date = _("{date} (provisional)").format(date=date)
        headline = _("Due date: {date} (working day {n})").format(
            date=date, n=clock.days[-1].number
        )
        remark = receipt_remark(draft, self._desk.holidays.calendar())
        told = sentence(remark) if remark else ""
        self.effect.show_day(Tone.BAD if clock.overdue else Tone.INFO, headline, told, ())
