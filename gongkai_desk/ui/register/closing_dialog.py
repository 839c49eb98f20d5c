"""Ending a case: outcome, reasons, letter and its service, and whether all that is in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.closing import Closing, closing_event
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Service, ServiceWay
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.services.register import RegisterService
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.outcome_field import OutcomeField, outcome_words
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel

_HANDED = (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)


class ClosingDialog(FootedDialog[Closing]):
    """`submit` gets the `Closing`. The fields of the service follow the way of service."""

    def __init__(
        self,
        *,
        case: Case,
        register: RegisterService,
        submit: Callable[[Closing], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        title = _("Close the case")
        super().__init__(title, submit, prompts, parent, save=_("Close the case"), intro=intro)
        self.setObjectName("closing-dialog")
        self._case, self._register, self._today = case, register, today
        self._answer()
        self._service()
        self.effect = EffectBox(self)
        self.effect.title.setText(_("The day that counts"))
        self.place_foot(self.effect)
        self._follow()
        self.ready()
        self.way.changed.connect(self._way_chosen)
        self.outcome.setFocus()

    def _answer(self) -> None:
        form = self.form
        self.outcome = OutcomeField(outcomes())
        form.add("outcome", _("Outcome"), self.outcome, mandatory=True)
        self.meaning = PlainLabel("", form, look="hint", wrap=True)
        self.meaning.setObjectName("outcome-meaning")
        self.meaning.setContentsMargins(0, 0, 0, 8)
        form.add_wide(self.meaning)
        self.reason = LongTextField(lines=3)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        form.add("reason", _("Reasons"), self.reason)
        self.reply_number = TextField(hint=_("Document number of the letter"))
        form.add("reply_number", _("Reply number"), self.reply_number)

    def _service(self) -> None:
        form = self.form
        form.add_heading(_("Service"))
        self.way = ChoiceField[ServiceWay](ServiceWay, label, empty=_("Not served"))
        form.add("service", _("Way of service"), self.way)
        self.posted, self.signed, self.dated = DateField(), DateField(), DateField()
        self.posted.set_date(self._today)
        self.signed.set_date(self._today)
        self.dated.set_date(self._today)
        form.add("service.posted_on", _("Posted or sent on"), self.posted)
        self.mail_number = TextField(hint=_("EMS or registered mail; couriers do not count"))
        form.add("service.mail_number", _("Mail number"), self.mail_number)
        form.add("service.signed_on", _("Signed for on"), self.signed)
        self.signed_by = TextField()
        form.add("service.signed_by", _("Signed by"), self.signed_by)
        form.add("dated", _("Closed on"), self.dated)
        self.note = TextField()
        form.add("note", _("Note"), self.note)

    def _way_chosen(self) -> None:
        self._follow()
        self.review()

    def _follow(self) -> None:
        way = self.way.value()
        sent = way is not None and way not in _HANDED
        self.form.show_field("dated", way is None)
        self.form.show_field("service.posted_on", sent)
        self.form.show_field("service.mail_number", way is ServiceWay.MAIL)
        self.form.show_field("service.signed_on", way in _HANDED)
        self.form.show_field("service.signed_by", way in _HANDED)
        QTimer.singleShot(0, self, self.grow)

    @override
    def draft(self) -> Closing:
        return Closing(
            outcome=self.outcome.value(),
            reason=self.reason.value(),
            reply_number=self.reply_number.value(),
            service=self._served(),
            dated=self.dated.date(),
            note=self.note.value(),
        )

    def _served(self) -> Service | None:
        way = self.way.value()
        if way is None:
            return None
        handed = way in _HANDED
        return Service(
            way=way,
            posted_on=None if handed else self.posted.date(),
            mail_number=self.mail_number.value() if way is ServiceWay.MAIL else "",
            signed_on=self.signed.date() if handed else None,
            signed_by=self.signed_by.value() if handed else "",
        )

    @override
    def check(self, draft: Closing) -> list[Problem]:
        return self._register.check_closing(self._case.request.id, draft, self._today)

    @override
    def keeps_quiet(self, _problem: Problem) -> bool:
        return not self._dirty or (
            _problem.severity is Severity.WARNING and not self.outcome.value()
        )

    @override
    def review(self) -> None:
        super().review()
        outcome = outcomes().get(self.outcome.value())
        self.meaning.setText(outcome_words(outcome))
        draft = self.draft()
        wrong = any(problem.severity is Severity.ERROR for problem in self.problems())
        if wrong or outcome is None or draft.day is None:
            self.effect.show_nothing()
            return
        event = closing_event(self._case.request, draft, outcome, draft.day)
        preview = self._register.preview(self._case, event, self._today)
        due, late = preview.before.due, preview.after.overdue
        self.effect.show_day(
            Tone.BAD if late else Tone.GOOD,
            _in_time(draft.day, due, late=late),
            _counting_rule(draft.service),
            preview.new_warnings,
        )


def _in_time(day: dt.date, due: dt.date | None, *, late: bool) -> str:
    if due is None:
        return _("{date}: no time limit was running").format(date=date_text(day))
    words = _("{date}: too late, due was {due}") if late else _("{date}: in time, due {due}")
    return words.format(date=date_text(day), due=date_text(due))


def _counting_rule(service: Service | None) -> str:
    if service is None:
        return _("Without a service the day on which the case is closed counts.")
    match service.way:
        case ServiceWay.IN_PERSON | ServiceWay.DELEGATED:
            return _("Handed over: the day of signing counts (国办公开办函〔2016〕235号).")
        case ServiceWay.MAIL:
            return _("By mail: the day of posting counts (国办公开办函〔2016〕235号).")
        case ServiceWay.EMAIL | ServiceWay.ONLINE:
            return _("Sent electronically: the day of sending counts.")
