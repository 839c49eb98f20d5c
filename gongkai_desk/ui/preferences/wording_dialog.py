"""Changing the text of a letter, with the fields it may use beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.letter_text import REMEDY_NAMES
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.letter_kinds import letter_kinds
from gongkai_desk.services.letter_wordings import LetterWordingService
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import DraftDialog, open_dialog
from gongkai_desk.ui.widgets.fields import LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel

_REMEDY = "救济途径"


class WordingDialog(DraftDialog[str]):
    """`submit` gets the text. A double click on a field puts it where the cursor stands."""

    def __init__(
        self,
        code: str,
        name: str,
        wordings: LetterWordingService,
        submit: Callable[[str], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("One line is one paragraph. A field in braces is filled in: {name}.")
        super().__init__(name, submit, prompts, parent, intro=intro.format(name="{登记编号}"))
        self.setObjectName("wording-dialog")
        self._code, self._wordings = code, wordings
        own = wordings.own(code)
        self.text = LongTextField(own.text if own else wordings.given_text(code), lines=10)
        self.fields = QListWidget(self)
        self.fields.setObjectName("wording-fields")
        self.fields.setAccessibleName(_("Fields"))
        self.fields.addItems([f"{{{field}}}" for field in self._field_names()])
        self.put_button = QPushButton(_("Put into the text"), self)
        self.put_button.setObjectName("put-field")
        self.put_button.setAutoDefault(False)
        self.given_button = QPushButton(_("Show the given text"), self)
        self.given_button.setObjectName("given-text")
        self.given_button.setAutoDefault(False)
        self._arrange()
        self.put_button.clicked.connect(self._put)
        self.fields.itemDoubleClicked.connect(lambda _item: self._put())
        self.given_button.clicked.connect(lambda: self.text.set_value(wordings.given_text(code)))
        self.ready()
        self.text.setFocus()

    @classmethod
    def show_for(
        cls,
        code: str,
        name: str,
        wordings: LetterWordingService,
        submit: Callable[[str], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget,
    ) -> None:
        """Open the dialog for the text `code`."""
        dialog = cls(code, name, wordings, submit, prompts, parent)
        open_dialog(dialog)

    def _field_names(self) -> Sequence[str]:
        if self._code.startswith("remedy:"):
            return REMEDY_NAMES
        kind = letter_kinds()[self._code]
        remedy = () if kind.remedy is Remedy.NONE else (_REMEDY,)
        return (*self._wordings.field_names(kind), *remedy)

    def _arrange(self) -> None:
        unit = self.fontMetrics().horizontalAdvance("字")
        self.form.add("text", _("Text"), self.text)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 16, 24, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Fields"), side, look="strong"))
        column.addWidget(self.fields, 1)
        column.addWidget(self.put_button)
        column.addWidget(self.given_button)
        side.setFixedWidth(unit * 15)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        place = layout.indexOf(self._area)
        layout.removeWidget(self._area)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._area, 1)
        both.addWidget(side)
        layout.insertLayout(place, both, 1)

    @override
    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(min(unit * 68, room.width() - 48), min(unit * 40, room.height() - 72))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text takes what height there is, less room for what is wrong with it."""
        super().resizeEvent(event)
        unit = self.fontMetrics().height()
        self.text.setMinimumHeight(max(unit * 10, self.height() - unit * 11))

    def _put(self) -> None:
        item = self.fields.currentItem()
        if self.fields.currentRow() >= 0:
            self.text.insertPlainText(item.text())
            self.text.setFocus()

    @override
    def draft(self) -> str:
        return self.text.value()

    @override
    def check(self, draft: str) -> list[Problem]:
        return self._wordings.check_text(self._code, draft)
