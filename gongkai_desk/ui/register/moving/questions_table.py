"""The words of a ledger that mean nothing yet, each with a choice of what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_reading import LedgerQuestion
from gongkai_desk.domain.ledger_words import NO_RESULT
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    ServiceWay,
)
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.texts import label
from gongkai_desk.ui.register.moving.columns_table import ChoiceTable
from gongkai_desk.ui.widgets.fields import ChoiceField

Answer = Callable[[LedgerField, str, str | None], None]

_KINDS = {
    LedgerField.APPLICANT_KIND: ApplicantKind,
    LedgerField.CHANNEL: Channel,
    LedgerField.IDENTITY_KIND: IdentityKind,
    LedgerField.DELIVERY: Delivery,
    LedgerField.CARRIER: CarrierForm,
    LedgerField.SERVICE_WAY: ServiceWay,
}
_LONGEST_EXTENSION = 20


class QuestionsTable(ChoiceTable):
    """`answer` is told the field, the word and the answer, None when it was taken back."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        titles = (_("Field"), _("Word in the file"), pgettext("ledger", "Where"), _("It means"))
        super().__init__("ledger-questions", titles, parent)
        self.set_widths((6, 11, 6, 16), 3)
        self._answer = answer
        self._shown: list[tuple[LedgerField, str]] = []

    def show_questions(self, questions: Sequence[LedgerQuestion]) -> None:
        """Show them all; those that are answered stay, so that an answer can be changed."""
        asked = [(question.field, question.text) for question in questions]
        if asked == self._shown:
            return
        self._shown = asked
        self.setRowCount(len(questions))
        for row, question in enumerate(questions):
            self.put(row, 0, label(question.field))
            self.put(row, 1, question.text or _("(closed, without a result)"))
            self.put(row, 2, _places(question))
            self.setCellWidget(row, 3, self._choice(row, question))

    def _choice(self, row: int, question: LedgerQuestion) -> ChoiceField[str]:
        offered = answers(question.field)
        choice = ChoiceField(list(offered), offered.__getitem__, self, empty=_("please choose"))
        choice.setObjectName(f"answer-{row}")
        choice.setAccessibleName(question.text or label(question.field))
        choice.set_value(question.answer)
        choice.changed.connect(lambda: self._answer(question.field, question.text, choice.value()))
        return choice


def answers(field: LedgerField) -> dict[str, str]:
    """What may be answered, with its words."""
    if field is LedgerField.OUTCOME:
        return {
            NO_RESULT: _("leave the case open"),
            **{outcome.code: outcome.label for outcome in outcomes().values()},
        }
    if field is LedgerField.EXTENDED:
        days = range(_LONGEST_EXTENSION, 0, -1)
        words = {
            str(n): ngettext("{n} working day", "{n} working days", n).format(n=n) for n in days
        }
        return {"": _("not extended"), **words}
    kinds = {value.value: label(value) for value in _KINDS[field] if value.value}
    return {"": _("leave empty"), **kinds}


def _places(question: LedgerQuestion) -> str:
    n = len(question.cells)
    if n == 1:
        return question.cells[0]
    return _("{cells} … ({n} cells)").format(cells=question.cells[0], n=n)
