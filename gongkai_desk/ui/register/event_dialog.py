"""Recording what happened to a request, with its effect shown before it is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.clock_steps import BASIS
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import counting, next_consultation, open_consultations
from gongkai_desk.i18n import _
from gongkai_desk.services.register import RegisterService
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.words import deed_text
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, NumberField, TextField

_DATED = (EventKind.DELAYED, EventKind.DUE_OVERRIDDEN)
_LATER = (EventKind.CONSULTATION_DELIVERED, EventKind.CONSULTATION_ANSWERED)


class EventDialog(FootedDialog[RequestEvent]):
    """Asks for the date, the one detail this kind of event has, and a note."""

    def __init__(
        self,
        *,
        case: Case,
        kind: EventKind,
        register: RegisterService,
        submit: Callable[[RequestEvent], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        super().__init__(deed_text(kind), submit, prompts, parent, save=_("Record"), intro=intro)
        self.setObjectName("event-dialog")
        self._case, self._kind, self._register, self._today = case, kind, register, today
        self._id = new_id()
        self.date = DateField(mandatory=True)
        self.date.set_date(today)
        self.form.add("date", _("Date"), self.date, hint=_basis(kind), mandatory=True)
        self.argument = self._argument_field()
        self.note = LongTextField(lines=3)
        self.note.setFixedHeight(self.note.minimumHeight())
        self.form.add("note", _note_label(kind), self.note)
        self.actor = TextField(_last_actor(case))
        self.form.add("actor", _("Recorded by"), self.actor)
        self.effect = EffectBox(self)
        self.place_foot(self.effect)
        self.ready()
        self.date.line.setFocus()
        self.date.line.selectAll()

    def _argument_field(self) -> QWidget | None:
        kind, events = self._kind, self._case.events
        if kind is EventKind.EXTENDED:
            number = NumberField(
                PERIODS.longest_extension,
                least=1,
                most=PERIODS.longest_extension,
                mandatory=True,
            )
            number.setAlignment(Qt.AlignmentFlag.AlignLeft)
            hint = _("1 to 20; the head of the agency must agree, the applicant must be told.")
            self.form.add("argument", _("Working days"), number, hint=hint, mandatory=True)
            return number
        if kind is EventKind.CONSULTATION_SENT:
            name = TextField(next_consultation(events))
            hint = _("A letter or the name of the party; delivery and answer refer to it.")
            self.form.add("argument", _("Consultation"), name, hint=hint, mandatory=True)
            return name
        if kind in _LATER:
            choice: ChoiceField[str] = ChoiceField(open_consultations(events, kind), self._named)
            self.form.add("argument", _("Consultation"), choice, mandatory=True)
            return choice
        if kind in _DATED:
            due = DateField(mandatory=True)
            self.form.add("argument", _("New due date"), due, mandatory=True)
            return due
        return None

    def _named(self, name: str) -> str:
        """A consultation with what was noted when it was sent."""
        notes = [
            event.note
            for event in counting(self._case.events)
            if event.kind is EventKind.CONSULTATION_SENT and event.argument == name
        ]
        return _("{name} ({note})").format(name=name, note=notes[0]) if any(notes) else name

    @override
    def draft(self) -> RequestEvent:
        day = self.date.date()
        assert day is not None, "asked only while no field is wrong"
        return RequestEvent(
            id=self._id,
            request_id=self._case.request.id,
            date=day,
            kind=self._kind,
            argument=self._argument(),
            note=self.note.value(),
            actor=self.actor.value(),
        )

    def _argument(self) -> str:
        field = self.argument
        if isinstance(field, DateField):
            day = field.date()
            return day.isoformat() if day else ""
        if isinstance(field, NumberField | TextField | ChoiceField):
            value = field.value()
            return "" if value is None else str(value)
        return ""

    @override
    def check(self, draft: RequestEvent) -> list[Problem]:
        return self._register.check_event(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        early = problem.code in ("field-missing", "override-without-reason")
        return early and not self._dirty

    @override
    def review(self) -> None:
        super().review()
        found = self.problems()
        if any(problem.severity is Severity.ERROR for problem in found):
            self.effect.show_nothing()
            return
        draft = self.draft()
        self.effect.show_preview(self._register.preview(self._case, draft, self._today), draft)


def _basis(kind: EventKind) -> str:
    return _("Basis: {article}").format(article=BASIS[kind]) if BASIS[kind] else ""


def _note_label(kind: EventKind) -> str:
    match kind:
        case EventKind.CONSULTATION_SENT:
            return _("Party and matter")
        case EventKind.DUE_OVERRIDDEN | EventKind.DELAYED | EventKind.WITHDRAWN:
            return _("Reason")
    return _("Note")


def _last_actor(case: Case) -> str:
    return next((event.actor for event in reversed(case.events) if event.actor), "")
