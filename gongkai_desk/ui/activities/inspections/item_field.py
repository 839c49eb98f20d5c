"""One item of a self-inspection to be filled in: what is checked, points lost, what was found."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.inspection import InspectionItem, ItemScore
from gongkai_desk.domain.inspection_scoring import plain_number
from gongkai_desk.domain.inspection_table import read_points
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.inspection_probes import Proposal
from gongkai_desk.services.inspection_words import lost_words, points_words
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_POINTS_WIDTH = 4
_MET, _NOT_MET = Decimal(0), Decimal(1)


class ItemField(QWidget):
    """`value()` is an ItemScore; `problem()` says that the points are no number. `before` is what
    was found the quarter before, `proposal` what the office file says.
    """

    changed = Signal()

    def __init__(
        self,
        item: InspectionItem,
        found: ItemScore,
        before: ItemScore | None,
        proposal: Proposal | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item, self.proposal = item, proposal
        text = PlainLabel(item.text, self, wrap=True, selectable=True)
        self.points = TextField(plain_number(found.lost) if found.lost is not None else "")
        self.points.setObjectName("points")
        self.points.setAccessibleName(pgettext("inspection", "Lost"))
        wide = self.fontMetrics().horizontalAdvance("字") * _POINTS_WIDTH
        self.points.setFixedWidth(wide)
        self.points.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.verdict: ChoiceField[Decimal] = ChoiceField(
            (_MET, _NOT_MET),
            lambda value: lost_words(item, value),
            empty=pgettext("veto", "Not looked at"),
        )
        self.verdict.setObjectName("verdict")
        self.verdict.setAccessibleName(pgettext("veto", "Verdict"))
        self.verdict.set_value(found.lost)
        self.note = TextField(found.note, hint=pgettext("inspection", "What was found"))
        self.note.setObjectName("note")
        self.note.setAccessibleName(pgettext("inspection", "What was found"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(text)
        layout.addLayout(self._row())
        if said := _before_words(item, before):
            layout.addWidget(PlainLabel(said, self, look="hint", wrap=True))
        if proposal is not None:
            layout.addLayout(self._proposed(proposal))
        for field in (self.points, self.verdict, self.note):
            field.changed.connect(self.changed)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.item.veto:
            self.points.hide()
            row.addWidget(self.verdict)
        else:
            self.verdict.hide()
            row.addWidget(PlainLabel(pgettext("inspection", "Lost"), self))
            row.addWidget(self.points)
            worth = _("of {points}").format(points=points_words(self.item))
            row.addWidget(PlainLabel(worth, self, look="muted"))
        row.addWidget(self.note, 1)
        return row

    def _proposed(self, proposal: Proposal) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = _("From the records: {text}").format(text=proposal.text)
        said = PlainLabel(words, self, look="plain", wrap=True)
        restyle(said, "tone", (Tone.GOOD if proposal.fine else Tone.WARN).value)
        self.adopt_button = QPushButton(pgettext("inspection", "Take over"), self)
        self.adopt_button.setObjectName("adopt")
        self.adopt_button.setProperty("look", "link")
        self.adopt_button.setAutoDefault(False)
        self.adopt_button.clicked.connect(self.adopt)
        row.addWidget(said, 1)
        row.addWidget(self.adopt_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def adopt(self) -> None:
        """Take the proposal over: what was found, and the points where they follow from it. How
        many points something costs is the officer's judgement.
        """
        if self.proposal is None:
            return
        self.note.set_value(self.proposal.text)
        if self.proposal.fine:
            self.set_lost(_MET)
        elif self.item.veto:
            self.set_lost(_NOT_MET)

    def set_lost(self, lost: Decimal) -> None:
        """Write these points, or met and not met."""
        if self.item.veto:
            self.verdict.set_value(lost)
        else:
            self.points.set_value(plain_number(lost))

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked at it."""
        return self.verdict.value() is None if self.item.veto else not self.points.value()

    def value(self) -> ItemScore:
        """What is filled in; raises DomainError for points that are no number."""
        lost = self.verdict.value() if self.item.veto else read_points(self.points.value())
        return ItemScore(lost=lost, note=self.note.value())

    def problem(self) -> Problem | None:
        try:
            self.value()
        except DomainError as error:
            return error.problems[0]
        return None


def _before_words(item: InspectionItem, before: ItemScore | None) -> str:
    if before is None or before.lost is None:
        return ""
    lost = lost_words(item, before.lost)
    if item.veto:
        said = _("The quarter before: {found}").format(found=lost)
    else:
        said = _("The quarter before: {points} lost").format(points=lost)
    return _("{before}. {note}").format(before=said, note=before.note) if before.note else said
