"""The requests behind a number of table 3, or in no cell of it, to be put right there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import EventKind
from gongkai_desk.domain.statistics import Counted
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.count_reasons import (
    counted_end,
    counted_result,
    places_words,
    why_counted,
    why_not_counted,
)
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.cases_dialog import (
    CasesDialog,
    applicant_column,
    cases_of,
    closed_column,
    number_column,
    outcome_column,
    received_column,
)
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.first_answer_dialog import correct_first_answer
from gongkai_desk.ui.report.matrix import Cell
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

_WIDE, _HIGH = 88, 36
"""Size of the dialog in Chinese characters."""


class CountedCasesDialog(CasesDialog):
    """Lists the requests of `cell`, or without one those that are in no cell, and follows as they
    are put right. `count` counts anew; `by_hand` are words on a number that was set by hand.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        cell: Cell | None,
        title: str,
        count: Callable[[], Counted],
        by_hand: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._desk, self._cell, self._count = desk, cell, count
        self._operations, self._prompts = operations, prompts
        self._counted = count()
        self._mending: Case | None = None
        super().__init__(title, self._cases(), parent, self._columns())
        unit, room = self.fontMetrics().horizontalAdvance("字"), self.screen().availableGeometry()
        self.resize(min(_WIDE * unit, room.width() - 64), min(_HIGH * unit, room.height() - 64))
        self.setWindowTitle(_("Requests behind the number") if cell else _("Requests in no cell"))
        self.deeds = CaseDeeds(
            desk=desk, operations=operations, prompts=prompts, parent=self, added=lambda _id: None
        )
        self.table.set_empty(
            _("The register counts none here.") if cell else _("Every request is in its cell.")
        )
        if by_hand:
            self.below.addWidget(PlainLabel(by_hand, self, look="strong", wrap=True))
        self.below.addWidget(self._build_card())
        self.moved = PlainLabel("", self, look="strong", wrap=True)
        self.moved.setObjectName("moved-to")
        self.moved.hide()
        self.below.addWidget(self.moved)
        self.table.chosen.connect(self._choose)
        operations.written.connect(self.follow)
        self._choose(self.table.current())

    def _columns(self) -> tuple[Column[Case], ...]:
        kind = Column[Case](
            name="kind",
            title=_("Applicant type"),
            text=lambda case: (
                label(case.request.applicant.kind) if case.request.applicant.kind else ""
            ),
            width=7,
        )
        why = Column[Case](
            name="why",
            title=_("Why counted here") if self._cell else pgettext("report", "Why in no cell"),
            text=self._why,
            stretch=True,
        )
        return (
            number_column(),
            applicant_column(7),
            kind,
            received_column(),
            closed_column(counted_end),
            outcome_column(counted_result, 11),
            why,
        )

    def _why(self, case: Case) -> str:
        if self._cell is None:
            return why_not_counted(case.request.id, self._counted)
        return why_counted(case, self._counted.year, self._cell.row)

    def _cases(self) -> Sequence[Case]:
        if self._cell is None:
            ids = tuple(one.case_id for one in self._counted.not_counted)
        else:
            ids = self._counted.cases.get((self._cell.row, self._cell.column), ())
        return cases_of(self._desk, ids)

    def _build_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        self.subject = PlainLabel("", card, wrap=True)
        self.subject.setObjectName("case-subject")
        self.why = PlainLabel("", card, look="muted", wrap=True)
        self.why.setObjectName("case-why")
        row = QWidget(card)
        buttons = FlowLayout(row)
        for name, text, icon, run in (
            ("mend-counting", _("Applicant t&ype and receipt date…"), "person", self._count_under),
            ("mend-result", _("Correct the res&ult…"), "done", self._result),
            ("mend-receipt", _("Confirm the receip&t…"), "check", self._receipt),
            ("mend-form", _("Open the &form…"), "edit", self._form),
        ):
            button = QPushButton(text, row)
            button.setObjectName(name)
            button.setAutoDefault(False)
            icons.set_icon(button, icon)
            button.clicked.connect(run)
            buttons.addWidget(button)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        for widget in (self.subject, self.why, row):
            layout.addWidget(widget)
        return card

    def _button(self, name: str) -> QPushButton:
        button = self.findChild(QPushButton, name)
        assert button is not None
        return button

    def _choose(self, case: Case | None) -> None:
        self.deeds.choose(case)
        self.subject.setText(case.request.subject if case else "")
        self.why.setText(self._why(case) if case else "")
        for name in ("mend-counting", "mend-form"):
            self._button(name).setEnabled(case is not None)
        result = self._button("mend-result")
        closed = case is not None and (case.closed or bool(case.request.endings))
        result.setText(_("Correct the res&ult…") if closed else _("&Close the case…"))
        able, tip = self._may_end(case)
        result.setEnabled(able)
        result.setToolTip(plain_tip(tip))
        self._button("mend-receipt").setVisible(self.deeds.may_contact)
        result.setVisible(not self.deeds.may_contact)

    def _may_end(self, case: Case | None) -> tuple[bool, str]:
        """Whether the result can be put right here, and why not."""
        if case is None:
            return False, ""
        if case.request.endings:
            return True, _("Counted by its first answer, before the new decision.")
        if case.closed:
            merged = _("Merged into another request: its result is that of the other.")
            return self.deeds.may_correct, "" if self.deeds.may_correct else merged
        return self.deeds.may(EventKind.REPLIED), self.deeds.why_not(EventKind.REPLIED)

    def _count_under(self) -> None:
        self._mending = self.deeds.case
        self.deeds.count_under()

    def _result(self) -> None:
        self._mending = case = self.deeds.case
        if case is not None and case.request.endings:
            correct_first_answer(
                case,
                register=self._desk.register,
                operations=self._operations,
                prompts=self._prompts,
                parent=self,
            )
        elif case is not None and case.closed:
            self.deeds.correct()
        else:
            self.deeds.close()

    def _receipt(self) -> None:
        self._mending = self.deeds.case
        self.deeds.confirm()

    def _form(self) -> None:
        self._mending = self.deeds.case
        self.deeds.edit()

    def follow(self) -> None:
        """Something was written: list what is behind the number now, and say where the mended
        request is counted.
        """
        self._counted = self._count()
        self.show_cases(self._cases())
        self._choose(self.table.current())
        if self._mending is not None:
            request = self._mending.request
            self.moved.setText(
                _("{number} now: {place}").format(
                    number=request.number, place=places_words(request.id, self._counted)
                )
            )
            self.moved.show()
