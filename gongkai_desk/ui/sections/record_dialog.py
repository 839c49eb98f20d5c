"""The base of the dialogs that edit one record: fields by a line each, the keeper's checks live."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, NumberField, TextField

R = TypeVar("R")
T = TypeVar("T")
_TEXT_LINES = 3


class RecordDialog(DraftDialog[R]):
    """A subclass adds its fields with `line`, `text`, `date`, `choice`, `number`, `tick`,
    overrides `draft()` and calls `ready()`. `checked(draft)` gives the problems of a draft.
    """

    def __init__(
        self,
        title: str,
        submit: Callable[[R], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None,
        *,
        checked: Callable[[R], Iterable[Problem]] = lambda _draft: (),
        intro: str = "",
        save: str = "",
    ) -> None:
        super().__init__(title, submit, prompts, parent, intro=intro, save=save)
        self._checked = checked

    @override
    def check(self, draft: R) -> Iterable[Problem]:
        return self._checked(draft)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        """What is missing dims Save at once, but is named only when something was typed."""
        return not self._dirty and problem.code.endswith("-missing")

    def line(
        self, name: str, title: str, value: str = "", *, hint: str = "", mandatory: bool = False
    ) -> TextField:
        """One line of text; `hint` stands inside while it is empty."""
        field = TextField(value, hint=hint)
        self.form.add(name, title, field, mandatory=mandatory)
        return field

    def text(
        self,
        name: str,
        title: str,
        value: str = "",
        *,
        hint: str = "",
        lines: int = _TEXT_LINES,
        mandatory: bool = False,
    ) -> LongTextField:
        """Several lines; `hint` stands below."""
        field = LongTextField(value, lines=lines)
        field.setFixedHeight(field.minimumHeight())
        self.form.add(name, title, field, hint=hint, mandatory=mandatory)
        return field

    def date(
        self,
        name: str,
        title: str,
        day: dt.date | None = None,
        *,
        hint: str = "",
        mandatory: bool = False,
    ) -> DateField:
        field = DateField(mandatory=mandatory)
        field.set_date(day)
        self.form.add(name, title, field, hint=hint, mandatory=mandatory)
        return field

    def choice(
        self,
        name: str,
        title: str,
        values: Iterable[T],
        label: Callable[[T], str],
        value: T | None = None,
        *,
        hint: str = "",
        empty: str = "",
        mandatory: bool = False,
    ) -> ChoiceField[T]:
        """One of `values`; `empty` is what stands there while none is chosen."""
        field: ChoiceField[T] = ChoiceField(values, label, empty=empty)
        field.set_value(value)
        self.form.add(name, title, field, hint=hint, mandatory=mandatory)
        return field

    def number(
        self,
        name: str,
        title: str,
        value: int | None = None,
        *,
        hint: str = "",
        least: int = 0,
        most: int = 9_999_999,
        mandatory: bool = False,
    ) -> NumberField:
        field = NumberField(value, least=least, most=most, mandatory=mandatory)
        self.form.add(name, title, field, hint=hint, mandatory=mandatory)
        return field

    def tick(self, name: str, title: str, words: str, *, on: bool = False) -> QCheckBox:
        """A box to tick, `words` beside it."""
        field = QCheckBox(words)
        field.setChecked(on)
        self.form.add(name, title, field)
        return field
