"""The fields of a letter: what the officer writes first, what the register knows after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox

from gongkai_desk.domain.case_file import ConsultedParty
from gongkai_desk.domain.letter import Addressee, FieldShape, Letter, LetterField
from gongkai_desk.domain.letter_words import chinese_date, read_chinese_date
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.i18n import _
from gongkai_desk.services.letter_facts import ATTACHMENTS, EARLIER, GROUND
from gongkai_desk.services.letter_sheet import LetterSheet
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.form import Form

Field = TextField | LongTextField | DateField
_EARLIER_FIELD = "原答复文号"
_LONG = 24
"""A line longer than this is shown in a field of several lines."""


class ComposeForm:
    """Puts the fields of `letter` into `form` and reads them back."""

    def __init__(
        self, form: Form, letter: Letter, sheet: LetterSheet, parties: Sequence[ConsultedParty]
    ) -> None:
        self._form, self._letter = form, letter
        self.fields: dict[str, Field] = {}
        self.ground: ChoiceField[str] | None = None
        self.party: ChoiceField[str] | None = None
        self.earlier: TextField | None = None
        self._choices(sheet, parties)
        asked = [field for field in sheet.fields if _is_asked(field, sheet)]
        known = [field for field in sheet.fields if field not in asked]
        for field in asked:
            self._add(field, sheet.values.get(field.name, ""))
        self._rest(letter)
        if known:
            form.add_heading(_("From the register (may be changed here)"))
            for field in known:
                self._add(field, sheet.values.get(field.name, ""))

    def _choices(self, sheet: LetterSheet, parties: Sequence[ConsultedParty]) -> None:
        """What decides about other fields stands before them."""
        kind = sheet.kind
        names = [one.name for one in parties]
        about = {one.name: f"{one.name} {one.party}" for one in parties}
        if parties and (
            kind.addressee is Addressee.CONSULTED or "consultation_sent" in kind.events
        ):
            self.party = ChoiceField(names, about.__getitem__, empty=_("Please choose"))
            self.party.set_value(self._letter.party_name or (names[0] if len(names) == 1 else None))
            _narrow(self.party)
            self._form.add("party_name", _("Consultation"), self.party)
        if kind.remedy is Remedy.BY_GROUND:
            self.ground = ChoiceField(
                [code for code, one in outcomes().items() if code[0] in "DU" and one.needs_reasons],
                lambda code: outcomes()[code].label,
                empty=_("Please choose"),
            )
            self.ground.set_value(self._letter.values.get(GROUND))
            _narrow(self.ground)
            hint = _("It decides which remedies the letter tells.")
            title = _("Ground of the withheld part")
            self._form.add("withheld_ground", title, self.ground, hint=hint, mandatory=True)
        if any(field.name == _EARLIER_FIELD for field in sheet.fields):
            self.earlier = TextField(self._letter.values.get(EARLIER, ""))
            hint = _("Date and number of the earlier reply are taken from that case.")
            title = _("Register number of the earlier case")
            self._form.add("earlier", title, self.earlier, hint=hint)

    def _rest(self, letter: Letter) -> None:
        """What every letter has besides its fields."""
        self.attachments = LongTextField(letter.values.get(ATTACHMENTS, ""), lines=2)
        self.attachments.setFixedHeight(self.attachments.minimumHeight())
        hint = _("One name a line, as they are enclosed.")
        self._form.add("attachments", _("Enclosures"), self.attachments, hint=hint)
        self.dated = DateField(mandatory=True)
        self.dated.set_date(letter.dated)
        self._form.add("dated", _("Date of the letter"), self.dated, mandatory=True)
        self.with_calculation = QCheckBox(_("Attach the calculation of the due date"))
        self.with_calculation.setChecked(letter.with_calculation)
        self._form.add("with_calculation", "", self.with_calculation)
        self.with_calculation.setAccessibleName(self.with_calculation.text())

    def _add(self, field: LetterField, value: str) -> None:
        widget: Field
        if field.shape is FieldShape.DATE:
            widget = DateField()
            widget.set_date(read_chinese_date(value))
        elif field.shape is FieldShape.TEXT or len(value) > _LONG:
            widget = LongTextField(value, lines=3 if field.shape is FieldShape.TEXT else 2)
            widget.setFixedHeight(widget.minimumHeight())
        else:
            widget = TextField(value)
        self.fields[field.name] = widget
        self._form.add(field.name, field.name, widget, hint=field.hint, mandatory=field.mandatory)

    def typed(self) -> dict[str, str]:
        """What the fields hold, dates as letters write them."""
        return {name: _text(field) for name, field in self.fields.items()}

    def reserved(self) -> dict[str, str]:
        """What is kept with the letter and is no field of its text."""
        found = {
            GROUND: (self.ground.value() or "") if self.ground else "",
            EARLIER: self.earlier.value() if self.earlier else "",
            ATTACHMENTS: self.attachments.value(),
        }
        return {name: text for name, text in found.items() if text}

    def follow(self, before: Mapping[str, str], now: Mapping[str, str]) -> None:
        """Where the field still holds what the register gave, put what it gives now."""
        for name, field in self.fields.items():
            if _text(field) == before.get(name, "") != now.get(name, ""):
                if isinstance(field, DateField):
                    field.set_date(read_chinese_date(now.get(name, "")))
                else:
                    field.set_value(now.get(name, ""))


def _narrow(choice: QComboBox) -> None:
    """Long entries are cut in the closed box and shown whole in its list."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(12)


def _is_asked(field: LetterField, sheet: LetterSheet) -> bool:
    """Whether the officer must look at the field: nothing or only a proposal stands in it."""
    return bool(field.hint) or not sheet.first.get(field.name, "").strip()


def _text(field: Field) -> str:
    return chinese_date(field.date()) if isinstance(field, DateField) else field.value()
