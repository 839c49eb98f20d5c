"""Entering a reconsideration or a suit, and writing down what becomes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult, Procedure
from gongkai_desk.domain.disputes import Deadline, next_deadline
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.disputes import DisputeService
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.disputes.words import due_text, explained, split_tags
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField

_DATES = (
    "answered_on",
    "heard_on",
    "decided_on",
    "redecide_by",
    "opinion_received_on",
    "opinion_reported_on",
)
_TEXTS = ("authority", "case_number", "claimant", "result_text", "decision_number", "costs")
_LONG = ("claim", "lesson")
_RECONSIDERATION = ("procedure", "opinion_received_on", "opinion_reported_on")
_QUIET = ("dispute-authority-missing",)


class DisputeDialog(FootedDialog[Dispute]):
    """Edits `dispute`; its deadlines show beneath, explained, as the dates are typed.

    `others` are the disputes of the same request: a suit may follow one of their 行政复议.
    """

    def __init__(
        self,
        *,
        dispute: Dispute,
        fresh: bool,
        intro: str,
        disputes: DisputeService,
        submit: Callable[[Dispute], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        title = _("New reconsideration or suit") if fresh else _("Reconsideration or suit")
        super().__init__(title, submit, prompts, parent, intro=intro)
        self.setObjectName("dispute-dialog")
        self._dispute, self._disputes, self._today = dispute, disputes, today
        self._others = [one for one in disputes.of(dispute.request_id) if one.id != dispute.id]
        self._dates: dict[str, DateField] = {}
        self._texts: dict[str, TextField | LongTextField] = {}
        self._what()
        self._course()
        self._result()
        self._learned()
        self.effect = EffectBox(self)
        self.effect.title.setText(_("Deadlines"))
        self.place_foot(self.effect)
        self._fill()
        self.kind.changed.connect(self._shape)
        self.verdict.changed.connect(self._shape)
        self._shape()
        self.ready()
        self._at = self._first(fresh=fresh)
        self._at.setFocus()
        QTimer.singleShot(0, self, self._show_first)  # once the dialog has its size

    # fields

    def _what(self) -> None:
        form = self.form
        self.kind = ChoiceField[DisputeKind](DisputeKind, label)
        form.add("kind", _("Kind"), self.kind, mandatory=True)
        self._text("authority", _("Authority or court"), mandatory=True)
        self._text("case_number", _("Case number"))
        self._text("claimant", _("Claimant"))
        self._long("claim", _("Claim"), 2)
        self.received = DateField(mandatory=True)
        hint = _("The day the copy of the application or complaint reached us.")
        form.add("received_on", _("Copy received on"), self.received, hint=hint, mandatory=True)
        self.procedure = ChoiceField[Procedure](Procedure, label)
        hint = _("5 working days to answer when simple, 10 when ordinary; see the notice.")
        form.add("procedure", _("Procedure"), self.procedure, hint=hint)
        before = [one for one in self._others if one.kind is DisputeKind.RECONSIDERATION]
        self._names = {one.id: _name(one) for one in before}
        self.after = ChoiceField[str](
            self._names, lambda one: self._names[one], empty=_("No, a direct suit")
        )
        form.add("after_id", _("After reconsideration"), self.after)

    def _course(self) -> None:
        self.form.add_heading(_("Course"))
        self._date("answered_on", _("Answer handed in on"))
        self._date("heard_on", _("Hearing on"))

    def _result(self) -> None:
        self.form.add_heading(pgettext("dispute", "Result"))
        self._date("decided_on", _("Date of the decision"))
        self.verdict = ChoiceField[DisputeResult](_results(), label)
        hint = _("As table 4 of the annual report counts it.")
        self.form.add("result", pgettext("dispute", "Result"), self.verdict, hint=hint)
        self._text("result_text", _("In words"))
        self._text("decision_number", _("Decision number"))
        hint = _("Only when the decision names a day; empty means twenty working days.")
        self._date("redecide_by", _("New answer by"), hint=hint)
        self._date(
            "opinion_received_on",
            _("Opinion received on"),
            hint="行政复议意见书（行政复议法第七十六条）",
        )
        self._date("opinion_reported_on", _("Reported on"))

    def _learned(self) -> None:
        self.form.add_heading(_("For the next time"))
        self._text("costs", _("Costs"))
        self._long("lesson", _("Lessons"), 3)
        self.tags = TextField(hint=_("Separated by blanks"))
        self.form.add("tags", _("Tags"), self.tags)
        self.library = QCheckBox(_("Take into the case library"))
        self.form.add("in_library", "", self.library)

    def _text(self, name: str, title: str, *, mandatory: bool = False) -> None:
        self._texts[name] = TextField()
        self.form.add(name, title, self._texts[name], mandatory=mandatory)

    def _long(self, name: str, title: str, lines: int) -> None:
        field = LongTextField(lines=lines)
        field.setFixedHeight(field.minimumHeight() + 8)
        self._texts[name] = field
        self.form.add(name, title, field)

    def _date(self, name: str, title: str, *, hint: str = "") -> None:
        self._dates[name] = DateField()
        self.form.add(name, title, self._dates[name], hint=hint)

    def _fill(self) -> None:
        dispute = self._dispute
        self.kind.set_value(dispute.kind)
        self.procedure.set_value(dispute.procedure)
        self.after.set_value(dispute.after_id or None)
        self.received.set_date(dispute.received_on)
        self.verdict.set_value(dispute.result)
        for name, date in self._dates.items():
            date.set_date(getattr(dispute, name))
        for name, text in self._texts.items():
            text.set_value(getattr(dispute, name))
        self.tags.set_value(" ".join(dispute.tags))
        self.library.setChecked(dispute.in_library)

    def _shape(self) -> None:
        """Only what this kind and this result have."""
        suit = self.kind.value() is DisputeKind.LITIGATION
        for name in _RECONSIDERATION:
            self.form.show_field(name, not suit)
        self.form.show_field("after_id", suit)
        corrected = self.verdict.value() is DisputeResult.CORRECTED
        self.form.show_field("redecide_by", corrected)

    def _first(self, *, fresh: bool) -> QWidget:
        """Where to go on: the answer, then the decision, then what was learned from it."""
        if fresh:
            return self._texts["authority"]
        if self._dispute.answered_on is None and self._dispute.decided_on is None:
            return self._dates["answered_on"].line
        if self._dispute.decided_on is None:
            return self._dates["decided_on"].line
        return self._texts["lesson"]

    def _show_first(self) -> None:
        self._area.ensureWidgetVisible(self._at, 0, self._at.height() * 4)

    # the draft

    @override
    def draft(self) -> Dispute:
        received, kind, result = self.received.date(), self.kind.value(), self.verdict.value()
        assert received is not None, "asked only while no field is wrong"
        assert kind is not None
        suit = kind is DisputeKind.LITIGATION
        typed: dict[str, Any] = {name: field.value() for name, field in self._texts.items()}
        for name, date in self._dates.items():
            typed[name] = None if date.isHidden() else date.date()
        return replace(
            self._dispute,
            kind=kind,
            received_on=received,
            procedure=self.procedure.value() or Procedure.SIMPLE,
            after_id=(self.after.value() or "") if suit else "",
            result=result or DisputeResult.PENDING,
            tags=split_tags(self.tags.value()),
            in_library=self.library.isChecked(),
            **typed,
        )

    @override
    def check(self, draft: Dispute) -> list[Problem]:
        return self._disputes.check(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return not self._dirty and problem.code in ("field-missing", *_QUIET)

    @override
    def review(self) -> None:
        super().review()
        if any(one.severity is Severity.ERROR for one in self.form.own_problems()):
            self.effect.show_nothing()
            return
        every = self._disputes.deadlines(self.draft())
        first = next_deadline(every)
        tone = Tone.INFO if first is None or first.due >= self._today else Tone.BAD
        headline = _headline(first)
        words = "\n".join(
            _("{name}: {value}").format(name=label(one.what), value=explained(one)) for one in every
        )
        self.effect.show_day(tone, headline, words, ())


def _headline(first: Deadline | None) -> str:
    if first is None:
        return _("Nothing is left for us to do")
    return _("{name}: {value}").format(name=label(first.what), value=due_text(first))


def _results() -> tuple[DisputeResult, ...]:
    """The one that holds at first comes first."""
    rest = (one for one in DisputeResult if one is not DisputeResult.PENDING)
    return (DisputeResult.PENDING, *rest)


def _name(dispute: Dispute) -> str:
    number = dispute.case_number or dispute.decision_number or date_text(dispute.received_on)
    return _("{name} ({note})").format(name=dispute.authority, note=number)
