"""The dialogs for the side records of a case: search, contact, errand, stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ContactEntry,
    ContactWay,
    Errand,
    ErrandKind,
    SearchRecord,
    Stage,
    StageMark,
)
from gongkai_desk.domain.case_records import Checked, check_record
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField

R = TypeVar("R", bound=Checked)
_TEXT_LINES = 3


class _RecordDialog(DraftDialog[R]):
    """A dialog on one record of `case`; problems are those of `domain.case_records`."""

    def __init__(
        self,
        title: str,
        case: Case,
        submit: Callable[[R], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        super().__init__(title, submit, prompts, parent, intro=intro)
        self._case_id, self._today = case.request.id, today

    def _date(self, name: str, title: str, day: dt.date | None, *, mandatory: bool) -> DateField:
        field = DateField(mandatory=mandatory)
        field.set_date(day)
        self.form.add(name, title, field, mandatory=mandatory)
        return field

    def _line(
        self, name: str, title: str, value: str, *, hint: str = "", mandatory: bool = False
    ) -> TextField:
        field = TextField(value, hint=hint)
        self.form.add(name, title, field, mandatory=mandatory)
        return field

    def _text(self, name: str, title: str, value: str, *, hint: str = "") -> LongTextField:
        field = LongTextField(value, lines=_TEXT_LINES)
        field.setFixedHeight(field.minimumHeight())
        self.form.add(name, title, field, hint=hint)
        return field

    @override
    def check(self, draft: R) -> Iterable[Problem]:
        return check_record(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        """What is missing dims Save at once, but is named only when something was typed."""
        return not self._dirty and problem.code.endswith("-missing")


class SearchDialog(_RecordDialog[SearchRecord]):
    """Where, how, by whom and when was looked for the information, and what came of it."""

    def __init__(
        self,
        case: Case,
        submit: Callable[[SearchRecord], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
        *,
        record: SearchRecord | None = None,
        by: str = "",
    ) -> None:
        title = _("Change a search record") if record else _("Record a search")
        super().__init__(title, case, submit, prompts, today, parent)
        self.setObjectName("search-dialog")
        given = record or SearchRecord(
            id=new_id(), request_id=self._case_id, date=today, place="", by=by
        )
        self._id = given.id
        self.date = self._date("date", _("Date"), given.date, mandatory=True)
        hint = _("e.g. {example}").format(example=_("archive room, document system"))
        self.place = self._line(
            "place", pgettext("search", "Where"), given.place, hint=hint, mandatory=True
        )
        hint = _("Keywords, period, document numbers: enough for somebody else to search again.")
        self.method = self._text("method", pgettext("search", "How"), given.method, hint=hint)
        self.by = self._line("by", pgettext("search", "By whom"), given.by, mandatory=True)
        self.found = QCheckBox(_("Something was found"))
        self.found.setChecked(given.found)
        self.form.add("found", _("Finding"), self.found)
        self.outcome = self._text("result", _("Result of the search"), given.result)
        self.ready()
        self.place.setFocus()

    @override
    def draft(self) -> SearchRecord:
        day = self.date.date()
        assert day is not None, "asked only while no field is wrong"
        return SearchRecord(
            id=self._id,
            request_id=self._case_id,
            date=day,
            place=self.place.value(),
            method=self.method.value().strip(),
            by=self.by.value(),
            found=self.found.isChecked(),
            result=self.outcome.value().strip(),
        )


class ContactDialog(_RecordDialog[ContactEntry]):
    """One contact with the applicant, reached or not."""

    def __init__(
        self,
        case: Case,
        submit: Callable[[ContactEntry], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
        *,
        record: ContactEntry | None = None,
        by: str = "",
    ) -> None:
        title = (
            pgettext("contact", "Change a contact")
            if record
            else pgettext("contact", "Record a contact")
        )
        super().__init__(title, case, submit, prompts, today, parent)
        self.setObjectName("contact-dialog")
        given = record or ContactEntry(
            id=new_id(),
            request_id=self._case_id,
            date=today,
            by=by,
            with_whom=case.request.applicant.name,
        )
        self._id = given.id
        self.date = self._date("date", _("Date"), given.date, mandatory=True)
        self.time = self._line("time", _("Time of day"), given.time, hint="10:20")
        self.way = ChoiceField[ContactWay](ContactWay, label)
        self.way.set_value(given.way)
        self.form.add("way", pgettext("contact", "Way"), self.way)
        self.by = self._line("by", pgettext("contact", "By whom"), given.by, mandatory=True)
        self.with_whom = self._line("with_whom", _("With whom"), given.with_whom)
        self.reached = QCheckBox(_("The applicant was reached"))
        self.reached.setChecked(given.reached)
        self.form.add("reached", pgettext("contact", "Reached"), self.reached)
        self.summary = self._text("summary", _("What was said"), given.summary)
        self.ready()
        self.time.setFocus()

    @override
    def draft(self) -> ContactEntry:
        day = self.date.date()
        assert day is not None, "asked only while no field is wrong"
        return ContactEntry(
            id=self._id,
            request_id=self._case_id,
            date=day,
            time=self.time.value(),
            way=self.way.value() or ContactWay.PHONE,
            by=self.by.value(),
            with_whom=self.with_whom.value(),
            reached=self.reached.isChecked(),
            summary=self.summary.value().strip(),
        )


class ErrandDialog(_RecordDialog[Errand]):
    """What a unit or a person was asked for. `due` is what is offered as its date; with
    `answering` the dialog opens at the answer, dated today.
    """

    def __init__(
        self,
        case: Case,
        submit: Callable[[Errand], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
        *,
        record: Errand | None = None,
        due: dt.date | None = None,
        answering: bool = False,
    ) -> None:
        title = _("Ask a unit")
        if record is not None:
            title = _("Record the answer of a unit") if answering else _("Change an errand")
        super().__init__(title, case, submit, prompts, today, parent)
        self.setObjectName("errand-dialog")
        given = record or Errand(
            id=new_id(),
            request_id=self._case_id,
            kind=ErrandKind.HANDLING,
            unit=case.request.handler,
            asked_on=today,
            due_on=due,
        )
        self._given = given
        self.kind = ChoiceField[ErrandKind](ErrandKind, label)
        self.kind.set_value(given.kind)
        self.form.add("kind", pgettext("errand", "What for"), self.kind)
        self.unit = self._line("unit", pgettext("errand", "Unit"), given.unit, mandatory=True)
        self.person = self._line("person", pgettext("errand", "Person"), given.person)
        self.matter = self._text("matter", pgettext("errand", "Matter"), given.matter)
        self.asked = self._date(
            "asked_on", pgettext("errand", "Asked on"), given.asked_on, mandatory=True
        )
        self.due = self._date("due_on", _("Answer due on"), given.due_on, mandatory=False)
        answered = given.answered_on or (today if answering else None)
        self.answered = self._date("answered_on", _("Answered on"), answered, mandatory=False)
        self.answer = self._text("answer", _("Answer or conclusion"), given.answer)
        self.ready()
        (self.answer if answering else self.unit).setFocus()

    @override
    def draft(self) -> Errand:
        asked = self.asked.date()
        assert asked is not None, "asked only while no field is wrong"
        return Errand(
            id=self._given.id,
            request_id=self._case_id,
            kind=self.kind.value() or ErrandKind.HANDLING,
            unit=self.unit.value(),
            person=self.person.value(),
            matter=self.matter.value().strip(),
            asked_on=asked,
            due_on=self.due.date(),
            answered_on=self.answered.date(),
            answer=self.answer.value().strip(),
            reminded_on=self._given.reminded_on,
        )


class StageDialog(_RecordDialog[StageMark]):
    """Marks one of the stages `choices` as passed, where events do not show it; `marks` are those
    there are.
    """

    def __init__(
        self,
        case: Case,
        submit: Callable[[StageMark], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
        *,
        choices: Sequence[Stage],
        stage: Stage,
        marks: Sequence[StageMark] = (),
    ) -> None:
        super().__init__(_("Mark a stage"), case, submit, prompts, today, parent)
        self.setObjectName("stage-dialog")
        self._marks = {mark.stage: mark for mark in marks}
        self.stage = ChoiceField[Stage](choices, label)
        self.stage.set_value(stage)
        hint = _("Only what events do not show: a mark goes before what they say.")
        self.form.add("stage", _("Stage"), self.stage, hint=hint)
        known = self._marks.get(stage)
        self.date = self._date("date", _("Date"), known.date if known else today, mandatory=True)
        self.by = self._line("by", pgettext("stage", "By whom"), known.by if known else "")
        self.note = self._line("note", _("Note"), known.note if known else "")
        self.ready()
        self.date.line.setFocus()

    @override
    def draft(self) -> StageMark:
        day, stage = self.date.date(), self.stage.value()
        assert day is not None, "asked only while no field is wrong"
        assert stage is not None, "one stage is always chosen"
        known = self._marks.get(stage)
        return StageMark(
            id=known.id if known else new_id(),
            request_id=self._case_id,
            stage=stage,
            date=day,
            by=self.by.value(),
            note=self.note.value(),
        )
