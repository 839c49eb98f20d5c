"""The fields of one kind of activity in a form, filled from a record and read back as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.activity_forms import (
    NO,
    YES,
    FieldType,
    KindField,
    KindForm,
    iso_date,
    whole_number,
)
from gongkai_desk.i18n import pgettext
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, NumberField, TextField
from gongkai_desk.ui.widgets.form import Form

_LINES = 3


class KindFields:
    """Adds the own fields of `kind_form` to `form`. A text that its field cannot show (typed by an
    older version) is kept until something else is entered there.
    """

    def __init__(self, form: Form, kind_form: KindForm, details: Mapping[str, str]) -> None:
        self.fields: dict[str, Any] = {}
        self._unreadable: dict[str, str] = {}
        for field in kind_form.fields:
            text = details.get(field.name, "")
            widget = _widget(field, text)
            self.fields[field.name] = widget
            hint = "" if field.type is FieldType.LINE else field.hint
            form.add(field.name, field.title, widget, hint=hint, mandatory=field.mandatory)
            if text and not _text(widget):
                self._unreadable[field.name] = text

    def details(self) -> dict[str, str]:
        """What the fields say; empty ones are left out."""
        texts = {name: _text(widget) for name, widget in self.fields.items()}
        return self._unreadable | {name: text for name, text in texts.items() if text}


def yes_no(value: str) -> str:
    """The word for ``yes`` or ``no``."""
    return pgettext("answer", "Yes") if value == YES else pgettext("answer", "No")


def _widget(field: KindField, text: str) -> QWidget:
    match field.type:
        case FieldType.LINE:
            return TextField(text, hint=field.hint)
        case FieldType.TEXT:
            long = LongTextField(text, lines=_LINES)
            long.setFixedHeight(long.minimumHeight())
            return long
        case FieldType.COUNT:
            return NumberField(whole_number(text), most=99_999_999)
        case FieldType.DATE:
            day = DateField(mandatory=False)
            day.set_date(iso_date(text))
            return day
        case FieldType.YES_NO:
            return _choice((YES, NO), yes_no, text)
    others = (text,) if text and text not in field.choices else ()
    return _choice((*field.choices, *others), str, text)


def _choice(values: tuple[str, ...], words: Any, text: str) -> ChoiceField[str]:
    choice: ChoiceField[str] = ChoiceField(values, words, empty=pgettext("answer", "Not said"))
    choice.set_value(text or None)
    return choice


def _text(widget: Any) -> str:
    if isinstance(widget, DateField):
        day = widget.date()
        return day.isoformat() if day else ""
    value = widget.value()
    return "" if value is None else str(value)
