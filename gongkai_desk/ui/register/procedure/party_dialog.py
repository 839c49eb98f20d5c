"""Correcting what is written about a consulted party, or writing it down afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty, Opinion
from gongkai_desk.domain.consulting import Consulting
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.procedure.party_fields import ANSWERS, PartyFields
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField


class PartyDialog(DraftDialog[ConsultedParty]):
    """`submit` gets the party as corrected. Only opinions that fit the events are offered: an
    answer once one is recorded, silence once the time is over.
    """

    def __init__(
        self,
        *,
        case: Case,
        one: Consulting,
        submit: Callable[[ConsultedParty], Sequence[Problem]],
        check: Callable[[ConsultedParty], Iterable[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        title = _("Party consulted as {name}").format(name=one.name)
        super().__init__(title, submit, prompts, parent, intro=intro)
        self.setObjectName("party-dialog")
        self._case, self._one, self._check = case, one, check
        party = one.party
        self.fields = PartyFields(self.form, party)
        self.opinion = ChoiceField[Opinion](_possible(one), label)
        self.opinion.set_value(one.opinion)
        self.form.add("party.opinion", _("Opinion"), self.opinion)
        self.reason = LongTextField(party.opinion_reason if party else "", lines=2)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        self.form.add("party.opinion_reason", _("Reasons given"), self.reason)
        self.note = TextField(party.note if party else "")
        self.form.add("party.note", _("Note"), self.note)
        self.ready()
        self.fields.party.setFocus()

    @override
    def draft(self) -> ConsultedParty:
        return replace(
            self.fields.value(self._case.request.id, self._one.name),
            opinion=self.opinion.value() or Opinion.PENDING,
            opinion_reason=self.reason.value(),
            note=self.note.value(),
        )

    @override
    def check(self, draft: ConsultedParty) -> Iterable[Problem]:
        return self._check(draft)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return not self._dirty


def _possible(one: Consulting) -> list[Opinion]:
    offered = [Opinion.PENDING]
    if one.answered is not None:
        offered += ANSWERS
    elif one.silent:
        offered.append(Opinion.SILENT)
    return offered if one.opinion in offered else [*offered, one.opinion]
