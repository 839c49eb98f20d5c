"""Writing a letter: its fields at the left, how it reads at the right, issued when whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case_file import ConsultedParty
from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.letters import LetterService
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.letters.compose_form import ComposeForm
from gongkai_desk.ui.register.letters.paper_view import PaperView
from gongkai_desk.ui.register.letters.words import basis_text
from gongkai_desk.ui.register.tall import TallContent
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

Submit = Callable[[Letter], Sequence[Problem]]


class ComposeDialog(DraftDialog[Letter]):
    """Save keeps the draft, whatever is missing; Issue asks first and needs a whole letter."""

    def __init__(
        self,
        *,
        letter: Letter,
        letters: LetterService,
        parties: Sequence[ConsultedParty],
        save: Submit,
        issue: Submit,
        show: Callable[[Letter], object],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        self._letter, self._letters, self._today = letter, letters, today
        self._sheet = letters.sheet(letter, today)
        kind = self._sheet.kind
        super().__init__(
            kind.name, save, prompts, parent, save=_("Keep as draft"), intro=basis_text(kind)
        )
        self.setObjectName("compose-dialog")
        self._issue, self._show = issue, show
        self.fields = ComposeForm(self.form, letter, self._sheet, parties)
        self.paper = PaperView(self)
        self.state = PlainLabel("", self, look="muted", wrap=True)
        self.state.setObjectName("compose-state")
        self._buttons()
        self._beside()
        self.ready()

    def _buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.issue_button = self.buttons.addButton(_("Issue…"), role)
        self.issue_button.setObjectName("issue")
        self.issue_button.clicked.connect(self.issue)
        self.preview_button = self.buttons.addButton(_("Print preview…"), role)
        self.preview_button.setObjectName("preview-letter")
        self.preview_button.setAutoDefault(False)
        self.preview_button.clicked.connect(lambda: self._show(self.draft()))
        self.save_button.setAutoDefault(False)
        self.issue_button.setDefault(True)  # it asks before it does anything

    def _beside(self) -> None:
        """Fields and sheet side by side, with what is missing beneath the sheet."""
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 16, 24, 0)
        column.setSpacing(8)
        column.addWidget(self.paper, 1)
        column.addWidget(self.state)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        place = layout.indexOf(self._area)
        layout.removeWidget(self._area)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.takeWidget()
        self._area.setWidget(_tall(self.form))
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self._area)
        both.addWidget(right)
        unit = self.fontMetrics().horizontalAdvance("字")
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        both.setSizes([unit * 40, unit * 32])
        layout.insertWidget(place, both, 1)

    @override
    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(min(unit * 72, room.width() - 48), min(unit * 46, room.height() - 72))

    @override
    def draft(self) -> Letter:
        typed = self._sheet.own_values(self.fields.typed())
        party = self.fields.party
        return replace(
            self._letter,
            values={**typed, **self.fields.reserved()},
            party_name=(party.value() or "") if party else self._letter.party_name,
            dated=self.fields.dated.date(),
            with_calculation=self.fields.with_calculation.isChecked(),
        )

    @override
    def review(self) -> None:
        """Read the register anew: party, ground and earlier case change what it gives."""
        if not self.form.own_problems():
            before = self._sheet.first
            self._sheet = self._letters.sheet(self.draft(), self._today)
            if self._sheet.first != before:
                blocked = self.form.blockSignals(True)
                self.fields.follow(before, self._sheet.first)
                self.form.blockSignals(blocked)
                self._sheet = self._letters.sheet(self.draft(), self._today)
        super().review()
        self._show_sheet()

    @override
    def check(self, draft: Letter) -> list[Problem]:
        """Nothing keeps a draft from being kept: what keeps it from being issued is a warning."""
        found = self._letters.check(draft, self._today)
        return [replace(problem, severity=Severity.WARNING) for problem in found]

    @override
    def keeps_quiet(self, _problem: Problem) -> bool:
        return False

    def _show_sheet(self) -> None:
        wrong = self.problems()
        letter = self._letter if self.form.own_problems() else self.draft()
        number = self._letters.expected_number(letter, self._today)
        self.paper.show_paper(self._sheet.paper, number)
        self.issue_button.setEnabled(not wrong)
        if wrong:
            words = ngettext(
                "{n} thing is missing before it can be issued. Marked at the left.",
                "{n} things are missing before it can be issued. Marked at the left.",
                len(wrong),
            ).format(n=len(wrong))
        elif number:
            words = _("Complete. Issued now, it gets the number {number}.").format(number=number)
        else:
            words = _("Complete. It can be issued.")
        self.state.setText(words)

    def issue(self) -> None:
        """Ask, and issue; problems go to the fields."""
        text = _(
            "An issued letter gets its number and is kept as it is: it cannot be changed or undone "
            "any more, only voided or replaced."
        )
        if not self._prompts.ask(_("Issue this letter?"), text, yes=_("Issue")):
            return
        refused = self._issue(self.draft())
        if refused:
            self.form.show_problems(refused)
            self._tell(refused)
            return
        self._dirty = False
        self.done(self.DialogCode.Accepted.value)


def _tall(form: Form) -> TallContent:
    """The form as high as its wrapped hints and problems need."""
    inside = TallContent(widest=form.fontMetrics().horizontalAdvance("字") * 34)
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(form)
    return inside
