"""Recording what happened to a request, with its effect shown before it is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty, FeeNotice
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.clock_steps import BASIS
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import next_consultation, open_consultations
from gongkai_desk.i18n import _
from gongkai_desk.services.procedure import StepEntry
from gongkai_desk.services.register import RegisterService
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.procedure.fee_fields import FeeFields, PaymentFields
from gongkai_desk.ui.register.procedure.lead_field import LeadField
from gongkai_desk.ui.register.procedure.party_fields import OpinionFields, PartyFields
from gongkai_desk.ui.register.words import deed_text, first_actor
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, NumberField, TextField
from gongkai_desk.ui.widgets.files import FilesField

_DATED = (EventKind.DELAYED, EventKind.DUE_OVERRIDDEN)
_LATER = (EventKind.CONSULTATION_DELIVERED, EventKind.CONSULTATION_ANSWERED)
_WITH_UNTIL = (EventKind.CLARIFICATION_REQUESTED, EventKind.REASONS_REQUESTED)
_APPROVED = (EventKind.EXTENDED, EventKind.DELAYED)
_LONG_NOTE = (
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.REASONS_REQUESTED,
    EventKind.REASONS_RECEIVED,
    EventKind.EXTENDED,
    EventKind.WITHDRAWN,
)
_USUAL_CLARIFICATION = 15
"""Working days first offered for a clarification; the law fixes none, the officer does."""


class EventDialog(FootedDialog[StepEntry]):
    """Asks for the date, what this kind of event needs, a note, who did it, and its documents.

    `argument` is what is chosen at first (a consultation), `payment_way` what a fee notice says.
    """

    def __init__(
        self,
        *,
        case: Case,
        kind: EventKind,
        register: RegisterService,
        submit: Callable[[StepEntry], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        argument: str = "",
        parties: Sequence[ConsultedParty] = (),
        payment_way: str = "",
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        super().__init__(deed_text(kind), submit, prompts, parent, save=_("Record"), intro=intro)
        self.setObjectName("event-dialog")
        self._case, self._kind, self._register, self._today = case, kind, register, today
        self._parties = {party.name: party for party in parties}
        self._id = new_id()
        self.date = DateField(mandatory=True)
        self.date.set_date(today)
        self.form.add("date", _("Date"), self.date, hint=_basis(kind), mandatory=True)
        self.party = PartyFields(self.form) if kind is EventKind.CONSULTATION_SENT else None
        self.argument = self._argument_field(argument)
        self.opinion = (
            OpinionFields(self.form, parties) if kind is EventKind.CONSULTATION_ANSWERED else None
        )
        self.fee = self._fee_fields(payment_way)
        self.payment = (
            PaymentFields(self.form, register.fee_notice(case.request.id))
            if kind is EventKind.FEE_PAID
            else None
        )
        self._last_fields()
        self.effect = EffectBox(self)
        self.place_foot(self.effect)
        self.ready()
        self.date.line.setFocus()
        self.date.line.selectAll()

    def _fee_fields(self, payment_way: str) -> FeeFields | None:
        if self._kind is not EventKind.FEE_NOTICED:
            return None
        request, clock = self._case.request, self._case.clock
        assert clock is not None
        month = request.received or self._today
        return FeeFields(
            self.form,
            before=self._register.items_this_month(request.applicant, month, leaving=request.id),
            payment_way=payment_way,
            calendar=clock.calendar,
            count=max(1, len(request.parts)),
        )

    def _last_fields(self) -> None:
        kind = self._kind
        self.note = LongTextField(lines=4 if kind in _LONG_NOTE else 2)
        self.note.setFixedHeight(self.note.minimumHeight())
        self.form.add("note", _note_label(kind), self.note)
        self.until: DateField | None = None
        if kind in _WITH_UNTIL:
            self.until = DateField()
            self.form.add("until", _until_label(kind), self.until, hint=_until_hint(kind))
            if self._case.clock is not None and kind is EventKind.CLARIFICATION_REQUESTED:
                calendar = self._case.clock.calendar
                self.until.set_date(calendar.add(self._today, _USUAL_CLARIFICATION))
        self.approved_by = TextField() if kind in _APPROVED else None
        if self.approved_by is not None:
            hint = _("The head of the disclosure office must agree (Article 33).")
            hint = hint if kind is EventKind.EXTENDED else ""
            self.form.add("approved_by", _("Agreed by"), self.approved_by, hint=hint)
        self.actor = TextField(first_actor(self._case))
        self.form.add("actor", _("Recorded by"), self.actor)
        self.files = FilesField(self._prompts)
        self.form.add("files", _("Documents"), self.files)

    def _argument_field(self, chosen: str) -> QWidget | None:
        kind, events = self._kind, self._case.events
        if kind is EventKind.EXTENDED:
            number = NumberField(
                PERIODS.longest_extension,
                least=1,
                most=PERIODS.longest_extension,
                mandatory=True,
            )
            number.setAlignment(Qt.AlignmentFlag.AlignLeft)
            hint = _("1 to 20, once; the applicant must be told before the time limit ends.")
            self.form.add("argument", _("Working days"), number, hint=hint, mandatory=True)
            return number
        if kind is EventKind.CONSULTATION_SENT:
            name = TextField(next_consultation(events))
            hint = _("Delivery and answer refer to this letter.")
            self.form.add(
                "argument", _("Sign of the consultation"), name, hint=hint, mandatory=True
            )
            return name
        if kind in _LATER:
            choice: ChoiceField[str] = ChoiceField(open_consultations(events, kind), self._named)
            choice.set_value(chosen)
            self.form.add("argument", _("Consultation"), choice, mandatory=True)
            return choice
        if kind is EventKind.MERGED:
            cases = self._register.leads(self._case.request, self._today)
            lead = LeadField(cases, self._register.found)
            hint = _("This case ends as 其他处理—其他; the other one carries it on.")
            self.form.add("argument", _("Merge into"), lead, hint=hint, mandatory=True)
            return lead
        if kind in _DATED:
            due = DateField(mandatory=True)
            self.form.add("argument", _("New due date"), due, mandatory=True)
            return due
        return None

    def _named(self, name: str) -> str:
        """A consultation with the party behind it or, for want of it, what was noted."""
        party = self._parties.get(name)
        if party is not None:
            return _("{name} ({note})").format(name=name, note=party.party)
        notes = [
            event.note
            for event in self._case.events
            if event.counts and event.kind is EventKind.CONSULTATION_SENT and event.argument == name
        ]
        return _("{name} ({note})").format(name=name, note=notes[0]) if any(notes) else name

    @override
    def draft(self) -> StepEntry:
        day = self.date.date()
        assert day is not None, "asked only while no field is wrong"
        argument = self._argument()
        event = RequestEvent(
            id=self._id,
            request_id=self._case.request.id,
            date=day,
            kind=self._kind,
            argument=argument,
            note=self._note(),
            actor=self.actor.value(),
            approved_by=self.approved_by.value() if self.approved_by is not None else "",
            until=self.until.date() if self.until is not None else None,
        )
        party = self._party(argument)
        return StepEntry(event=event, party=party, fee=self._fee(), files=self.files.value())

    def _note(self) -> str:
        """What was noted; of a consultation without a note, whom it asks about what."""
        note = self.note.value()
        if note or self.party is None:
            return note
        said = (self.party.party.value(), self.party.about.value())
        return _("; ").join(text for text in said if text)

    def _party(self, name: str) -> ConsultedParty | None:
        if self.party is not None:
            return self.party.value(self._case.request.id, name)
        return self.opinion.value(name) if self.opinion is not None else None

    def _fee(self) -> FeeNotice | None:
        if self.fee is not None:
            return self.fee.value(self._case.request.id, self._id)
        return self.payment.value() if self.payment is not None else None

    def _argument(self) -> str:
        field = self.argument
        if isinstance(field, DateField):
            day = field.date()
            return day.isoformat() if day else ""
        if isinstance(field, NumberField | TextField | ChoiceField | LeadField):
            value = field.value()
            return "" if value is None else str(value)
        return ""

    @override
    def check(self, draft: StepEntry) -> list[Problem]:
        return self._register.check_entry(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        early = problem.severity is Severity.WARNING or problem.code in _EARLY
        return early and not self._dirty

    @override
    def review(self) -> None:
        if self.opinion is not None:
            self.opinion.follow(self._argument())
        if self.fee is not None:
            self.fee.review(self.date.date())
        super().review()
        found = self.problems()
        if any(problem.severity is Severity.ERROR for problem in found):
            self.effect.show_nothing()
            return
        event = self.draft().event
        self.effect.show_preview(self._register.preview(self._case, event, self._today), event)


_EARLY = (
    "field-missing",
    "override-without-reason",
    "consulted-party-missing",
    "merge-without-number",
    "fee-nothing-due",
)
"""What is wrong with a form that nobody has touched yet."""


def _basis(kind: EventKind) -> str:
    return _("Basis: {article}").format(article=BASIS[kind]) if BASIS[kind] else ""


def _note_label(kind: EventKind) -> str:
    match kind:
        case EventKind.CLARIFICATION_REQUESTED:
            return _("What is missing")
        case EventKind.REASONS_RECEIVED:
            return _("Reasons given")
        case (
            EventKind.DUE_OVERRIDDEN
            | EventKind.DELAYED
            | EventKind.WITHDRAWN
            | EventKind.EXTENDED
            | EventKind.REASONS_REQUESTED
            | EventKind.MERGED
        ):
            return _("Reason")
    return _("Note")


def _until_label(kind: EventKind) -> str:
    if kind is EventKind.CLARIFICATION_REQUESTED:
        return _("To be clarified by")
    return _("Reasons wanted by")


def _until_hint(kind: EventKind) -> str:
    if kind is EventKind.CLARIFICATION_REQUESTED:
        return _("A reasonable period, fixed by us (Article 30); 15 working days are offered.")
    return _("The law fixes no period (Article 35).")
