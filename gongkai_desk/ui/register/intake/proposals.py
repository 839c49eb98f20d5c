"""What was found in a pasted text, field by field, to be confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain import intake_labels as labels
from gongkai_desk.domain.intake_draft import meaning
from gongkai_desk.domain.intake_proposal import Certainty, Proposal
from gongkai_desk.domain.intake_values import date_of
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.register.intake.similar_panel import ElidedLabel
from gongkai_desk.ui.register.tall import TallContent
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.fields import LongTextField, TextField

TONES = {
    Certainty.SURE: (Tone.GOOD, "done"),
    Certainty.LIKELY: (Tone.INFO, "info"),
    Certainty.GUESS: (Tone.WARN, "help"),
}


def field_text(field: str) -> str:
    """The name of the field in the form."""
    return {
        labels.NAME: _("Name"),
        labels.KIND: _("Applicant type"),
        labels.IDENTITY_KIND: _("Proof of identity"),
        labels.IDENTITY: _("Its number"),
        labels.PHONE: _("Phone"),
        labels.EMAIL: _("E-mail"),
        labels.ADDRESS: _("Postal address"),
        labels.POSTCODE: _("Postcode"),
        labels.LEGAL: _("Legal representative"),
        labels.CONTACT: _("Contact person"),
        labels.AGENT: _("Agent's name"),
        labels.AGENT_IDENTITY: _("Agent's ID number"),
        labels.AUTHORITY: _("Authority"),
        labels.SUBJECT: _("Information asked for"),
        labels.DESCRIPTION: _("Description"),
        labels.DOCUMENT: _("Document number"),
        labels.PURPOSE: _("Purpose"),
        labels.CARRIER: _("Form wanted"),
        labels.DELIVERY: _("Way wanted"),
        labels.SUBMITTED: _("Submitted or sent on"),
        labels.PLATFORM: _("Platform number"),
        labels.CO_APPLICANT: _("Co-applicant"),
    }[field]


class ProposalRow(QObject):
    """One proposal: a box to take it, its value (free texts may be corrected), how certain it is,
    and the line it stands in.
    """

    def __init__(self, proposal: Proposal, parent: QWidget) -> None:
        super().__init__(parent)
        self.proposal = proposal
        meant = meaning(proposal)
        self.box = QCheckBox(field_text(proposal.field), parent)
        self.box.setObjectName(f"take-{proposal.field}")
        self.value: TextField | LongTextField
        if proposal.field == labels.DESCRIPTION:
            self.value = LongTextField(proposal.value, parent, lines=3)
            self.value.setFixedHeight(self.value.minimumHeight())
        else:
            self.value = TextField(label(meant) if meant else _shown(proposal), parent)
            self.value.setCursorPosition(0)
            self.value.setReadOnly(meant is not None)
        self.value.setObjectName(f"value-{proposal.field}")
        self.value.setAccessibleName(field_text(proposal.field))
        tone, icon = TONES[proposal.certainty]
        self.badge = LightBadge(parent, tone=tone, icon=icon, word=label(proposal.certainty))
        self.where = ElidedLabel(self._where(), parent)
        self.where.setProperty("look", "hint")

    def _where(self) -> str:
        return _("Found in: {snippet}").format(snippet=self.proposal.snippet)

    def confirmed(self) -> Proposal:
        """The proposal with the value as it stands now."""
        if meaning(self.proposal) is not None:
            return self.proposal
        return replace(self.proposal, value=self.value.value())


def _shown(proposal: Proposal) -> str:
    """A date in the way the form writes it; anything else as it was found."""
    day = date_of(proposal.value) if proposal.field == labels.SUBMITTED else None
    return day.isoformat() if day else proposal.value


class ProposalList(TallContent):
    """`changed` when another choice is made, `looked_at` carries the proposal with the focus."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposals")
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.addWidget(self._body)
        self._layout.addStretch(1)
        self.rows: list[ProposalRow] = []

    def show_proposals(self, found: Sequence[Proposal]) -> None:
        """Replace what is shown. Of several for one field only one can be taken; what is merely
        inferred must be taken by the officer's own hand.
        """
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.rows = [ProposalRow(one, body) for one in found]
        taken: set[str] = set()
        for number, row in enumerate(self.rows):
            field = row.proposal.field
            first = field not in taken or field == labels.CO_APPLICANT
            row.box.setChecked(first and row.proposal.certainty is not Certainty.GUESS)
            taken.add(field)
            self._place(grid, row, number * 2)
            row.box.toggled.connect(self._chooser(row))
            row.value.changed.connect(self.changed)
            for widget in (row.box, row.value):
                widget.installEventFilter(self)
        old, self._body = self._body, body
        self._layout.replaceWidget(old, body)
        old.hide()
        old.deleteLater()
        self.changed.emit()

    @staticmethod
    def _place(grid: QGridLayout, row: ProposalRow, line: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(row.box, line, 0, top)
        value = QHBoxLayout()
        value.setSpacing(8)
        value.addWidget(row.value, 1)
        value.addWidget(row.badge, 0, top)
        grid.addLayout(value, line, 1)
        grid.addWidget(row.where, line + 1, 1)
        row.where.setContentsMargins(0, 0, 0, 10)

    def _chooser(self, row: ProposalRow) -> Callable[[bool], None]:
        def chosen(on: bool) -> None:
            alone = row.proposal.field != labels.CO_APPLICANT
            for other in self.rows:
                same = other.proposal.field == row.proposal.field
                if on and alone and same and other is not row:
                    other.box.setChecked(False)
            self.changed.emit()

        return chosen

    def confirmed(self) -> list[Proposal]:
        """What is to be taken, as it stands now; an emptied value is none."""
        every = [row.confirmed() for row in self.rows if row.box.isChecked()]
        return [one for one in every if one.value.strip()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for row in self.rows:
                if watched in (row.box, row.value):
                    self.looked_at.emit(row.proposal)
        return super().eventFilter(watched, event)
