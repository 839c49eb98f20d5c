"""Several contents of one request, each with an answer of its own (区分处理)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.request import RequestPart
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.register.outcome_field import OutcomeField
from gongkai_desk.ui.widgets.fields import LongTextField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel


class PartsField(QWidget):
    """`value()` are the parts as typed, empty while nothing is handled apart. The button adds one;
    the first press makes two, for one content is no several.
    """

    changed = Signal()

    def __init__(
        self,
        known: Mapping[str, Outcome],
        parts: Sequence[RequestPart] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = known
        self.cards: list[PartCard] = []
        self.add_button = QPushButton(_("Handle several contents apart…"), self)
        self.add_button.setObjectName("add-part")
        self.add_button.setAutoDefault(False)
        icons.set_icon(self.add_button, "add")
        self.add_button.clicked.connect(self._more)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(row)
        for part in parts:
            self._add(part)
        self._follow()

    def value(self) -> tuple[RequestPart, ...]:
        return tuple(card.value() for card in self.cards)

    def _more(self) -> None:
        for _number in range(1 if self.cards else 2):
            self._add(RequestPart(text=""))
        self._follow()
        self.cards[-1 if len(self.cards) > 2 else 0].text.setFocus()
        self.changed.emit()

    def _add(self, part: RequestPart) -> None:
        card = PartCard(self._known, part, self._drop, self)
        card.changed.connect(self.changed)
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)

    def _drop(self, card: PartCard) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        for number, card in enumerate(self.cards, 1):
            card.set_number(number)
        self.add_button.setText(
            _("Another content") if self.cards else _("Handle several contents apart…")
        )


class PartCard(QFrame):
    """One content: what is asked for, how it is answered, why."""

    changed = Signal()

    def __init__(
        self,
        known: Mapping[str, Outcome],
        part: RequestPart,
        drop: Callable[[PartCard], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.title = PlainLabel("", self, look="strong")
        self.text = TextField(part.text, hint=_("What this part asks for"))
        self.text.setAccessibleName(_("Content"))
        self.outcome = OutcomeField(known)
        self.outcome.set_value(part.outcome)
        self.outcome.setAccessibleName(_("Outcome"))
        self.reason = LongTextField(part.reason, lines=2)
        self.reason.setPlaceholderText(_("Reasons for this part"))
        self.reason.setAccessibleName(_("Reasons"))
        self.reason.setFixedHeight(self.reason.minimumHeight())
        remove = QPushButton(_("Take out"), self)
        remove.setAutoDefault(False)
        remove.clicked.connect(lambda: drop(self))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 12)
        grid.setSpacing(6)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(remove, 0, 1)
        grid.setColumnStretch(0, 1)
        for row, field in enumerate((self.text, self.outcome, self.reason), 1):
            grid.addWidget(field, row, 0, 1, 2)
        self.text.changed.connect(self.changed)
        self.outcome.changed.connect(self.changed)
        self.reason.changed.connect(self.changed)

    def set_number(self, number: int) -> None:
        self.title.setText(_("Content {number}").format(number=number))
        for name in ("text", "outcome", "reason"):
            getattr(self, name).setObjectName(f"part-{number}-{name}")

    def value(self) -> RequestPart:
        return RequestPart(
            text=self.text.value(), outcome=self.outcome.value(), reason=self.reason.value()
        )
