"""Ending a case: outcome, reasons, letter and its service, and whether all that is in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.closing import (
    PARTIAL,
    Closing,
    closing_event,
    first_ground,
    outcome_of_parts,
    remedy_of,
)
from gongkai_desk.domain.outcome import DISCLOSING
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, Service, ServiceWay
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.outcomes import outcomes_for
from gongkai_desk.services.register import RegisterService
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.outcome_field import OutcomeField, outcome_words
from gongkai_desk.ui.register.procedure.parts_field import PartsField
from gongkai_desk.ui.register.words import first_actor
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.files import FilesField
from gongkai_desk.ui.widgets.plain import PlainLabel

_HANDED = (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)


class ClosingDialog(FootedDialog[Closing]):
    """`submit` gets the `Closing`; `files` and `actor` are read beside it. The fields of the
    service follow the way of service, the outcome the contents handled apart. `outcome` is what
    is chosen at first.
    """

    def __init__(
        self,
        *,
        case: Case,
        register: RegisterService,
        submit: Callable[[Closing], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        outcome: str = "",
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        title = _("Close the case")
        super().__init__(title, submit, prompts, parent, save=_("Close the case"), intro=intro)
        self.setObjectName("closing-dialog")
        self._case, self._register, self._today = case, register, today
        self._known = outcomes_for(case.request.matter)
        self._answer()
        self._service()
        self.effect = EffectBox(self)
        self.effect.title.setText(_("The day that counts"))
        self.place_foot(self.effect)
        self.outcome.set_value(outcome)
        self._follow()
        self.ready()
        self.way.changed.connect(self._fields_change)
        self.outcome.changed.connect(self._fields_change)
        self.parts.changed.connect(self._parts_change)
        self.outcome.setFocus()

    def _answer(self) -> None:
        form = self.form
        self.outcome = OutcomeField(self._known)
        form.add("outcome", _("Outcome"), self.outcome, mandatory=True)
        self.meaning = PlainLabel("", form, look="hint", wrap=True)
        self.meaning.setObjectName("outcome-meaning")
        self.meaning.setContentsMargins(0, 0, 0, 8)
        form.add_wide(self.meaning)
        grounds = [
            code
            for code, each in self._known.items()
            if each.row not in DISCLOSING and each.closed_by is EventKind.REPLIED
        ]
        self.withheld = ChoiceField[str](
            grounds, lambda code: self._known[code].label, empty=_("Please choose")
        )
        form.add("withheld_ground", _("The rest is withheld for"), self.withheld)
        self.reason = LongTextField(lines=3)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        form.add("reason", _("Reasons"), self.reason)
        self.reply_number = TextField(hint=_("Document number of the letter"))
        form.add("reply_number", _("Reply number"), self.reply_number)
        self.parts = PartsField(self._known, self._case.request.parts)
        hint = _("Counted once: contents answered in different ways make 部分公开.")
        form.add("parts", _("Handled apart"), self.parts, hint=hint)

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
        self.agency = TextField(hint=_("The agency that hands it over for us"))
        form.add("service.agency", _("Handed over by"), self.agency)
        form.add("service.signed_on", _("Signed for on"), self.signed)
        self.signed_by = TextField()
        form.add("service.signed_by", _("Signed by"), self.signed_by)
        self.proof = TextField(hint=_("Delivery receipt, EMS stub, screenshot; where it is kept"))
        form.add("service.proof", _("Proof of service"), self.proof)
        form.add("dated", _("Closed on"), self.dated)
        self.note = TextField()
        form.add("note", _("Note"), self.note)
        self.actor = TextField(first_actor(self._case))
        form.add("actor", _("Recorded by"), self.actor)
        self.files = FilesField(self._prompts)
        form.add("files", _("Documents"), self.files)

    def _fields_change(self) -> None:
        self._follow()
        self.review()

    def _parts_change(self) -> None:
        """The whole follows its contents as soon as every one has an outcome."""
        parts = self.parts.value()
        whole = outcome_of_parts(parts, self._known)
        if whole:
            self.outcome.set_value(whole)
            self.withheld.set_value(first_ground(parts, self._known) or None)
        self._fields_change()

    def _follow(self) -> None:
        way = self.way.value()
        sent = way is not None and way not in _HANDED
        self.form.show_field("withheld_ground", self.outcome.value() == PARTIAL)
        self.form.show_field("service.agency", way is ServiceWay.DELEGATED)
        self.form.show_field("service.proof", way is not None)
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
            withheld_ground=(self.withheld.value() or "")
            if self.outcome.value() == PARTIAL
            else "",
            parts=self.parts.value(),
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
            agency=self.agency.value() if way is ServiceWay.DELEGATED else "",
            proof=self.proof.value(),
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
        draft = self.draft()
        outcome = self._known.get(draft.outcome)
        remedy = remedy_of(outcome, draft.grounds, self._known) if outcome else None
        self.meaning.setText(outcome_words(outcome, remedy if draft.withheld_ground else None))
        wrong = any(problem.severity is Severity.ERROR for problem in self.problems())
        if wrong or outcome is None or draft.day is None:
            self.effect.show_nothing()
            return
        event = closing_event(self._case.request, draft, outcome, draft.day)
        preview = self._register.preview(self._case, event, self._today)
        due, late = preview.before.due, preview.after.overdue
        over = -(preview.after.remaining or 0) if late else 0
        self.effect.show_day(
            Tone.BAD if late else Tone.GOOD,
            _in_time(draft.day, due, over, late=late),
            _counting_rule(draft.service),
            preview.new_warnings,
        )


def _in_time(day: dt.date, due: dt.date | None, over: int, *, late: bool) -> str:
    if due is None:
        return _("{date}: no time limit was running").format(date=date_text(day))
    if not late:
        return _("{date}: in time, due {due}").format(date=date_text(day), due=date_text(due))
    if over <= 0:  # only days off lie between
        return _("{date}: too late, due was {due}").format(date=date_text(day), due=date_text(due))
    words = ngettext(
        "{date}: {n} working day too late, due was {due}",
        "{date}: {n} working days too late, due was {due}",
        over,
    )
    return words.format(date=date_text(day), due=date_text(due), n=over)


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
