"""How a due date came about: its steps, its days, its calendar, its warnings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.case import Explanation
from gongkai_desk.i18n import _
from gongkai_desk.services.papers import PaperService
from gongkai_desk.ui import icons
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.ledger import LedgerCalendar, Legend
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.register.steps_view import StepsView
from gongkai_desk.ui.register.view import countdown, due_headline, due_words, status_state
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class DueDateDialog(QDialog):
    """Shows `explanation`; Ctrl+P prints the calculation sheet."""

    def __init__(
        self,
        *,
        explanation: Explanation,
        papers: PaperService,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("due-date-dialog")
        self.setWindowTitle(_("How the due date came about"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._explanation, self._papers = explanation, papers
        self._operations, self._prompts = operations, prompts
        clock = explanation.clock
        self.calendar = LedgerCalendar(clock.days, clock.due, self)
        self.steps = StepsView(clock, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._head())
        layout.addWidget(self._middle(), 1)
        layout.addWidget(self._buttons())
        unit, room = self.fontMetrics().horizontalAdvance("字"), self.screen().availableGeometry()
        self.resize(min(unit * 78, room.width() - 48), min(unit * 50, room.height() - 40))

    def _head(self) -> QWidget:
        case = self._explanation.case
        head = QFrame(self)
        head.setProperty("look", "card")
        restyle(head, "tone", countdown(case)[0].value)
        what = _("{number} · {applicant} · {subject}").format(
            number=case.request.number,
            applicant=case.request.applicant.name,
            subject=case.request.subject,
        )
        layout = QVBoxLayout(head)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(what, head, look="muted", wrap=True, selectable=True))
        line = QHBoxLayout()
        line.setSpacing(8)
        self.headline = PlainLabel(due_headline(case), head, look="figure", selectable=True)
        self.headline.setObjectName("due-headline")
        line.addWidget(self.headline)
        for tone, icon, word in (status_state(case), countdown(case)):
            if word:
                badge = LightBadge(head, tone=tone, icon=icon, word=word)
                line.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        layout.addLayout(line)
        words = due_words(case)
        if words:
            layout.addWidget(PlainLabel(words, head, wrap=True))
        if case.provisional:
            layout.addWidget(self._provisional(head))
        self.warnings = ProblemLine(head)
        self.warnings.show_problems(self._explanation.clock.warnings)
        layout.addWidget(self.warnings)
        return head

    def _provisional(self, parent: QWidget) -> QWidget:
        years = [source.year for source in self._explanation.sources if not source.source]
        text = _("The holiday notice for {years} is not known yet.").format(
            years=_(", ").join(str(year) for year in years)
        )
        line = QWidget(parent)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(LightBadge(line, tone=Tone.WARN, icon="warning", word=_("Provisional")))
        layout.addWidget(PlainLabel(text, line, wrap=True), 1)
        return line

    def _middle(self) -> QWidget:
        left = self._column(_("Step by step"), self.steps)
        right = self._column(_("Day by day"), self.calendar)
        box = right.layout()
        assert isinstance(box, QVBoxLayout)
        clock = self._explanation.clock
        box.addWidget(Legend(self.calendar.days, clock.due, right))
        box.addWidget(self._sources(right))
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(16)
        middle.addWidget(left)
        middle.addWidget(right)
        middle.setStretchFactor(0, 1)
        return middle

    def _column(self, title: str, content: QWidget) -> QWidget:
        column = QWidget(self)
        area = QScrollArea(column)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        area.setAccessibleName(title)
        area.setMinimumWidth(
            min(content.sizeHint().width() + 16, self.fontMetrics().horizontalAdvance("字") * 48)
            if isinstance(content, LedgerCalendar)
            else self.fontMetrics().horizontalAdvance("字") * 22
        )
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(title, column, look="heading"))
        layout.addWidget(area, 1)
        return column

    def _sources(self, parent: QWidget) -> QWidget:
        lines = [
            _("{year}: {source}").format(
                year=each.year,
                source=each.source or _("no notice yet; weekends and statutory days only"),
            )
            for each in self._explanation.sources
        ]
        text = _("Working days after:") + "\n" + "\n".join(lines)
        label = PlainLabel(text, parent, look="muted", wrap=True, selectable=True)
        label.setObjectName("sources")
        return label

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print_button = QPushButton(_("Print calculation sheet"), self)
        self.print_button.setObjectName("print-calculation")
        self.print_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        icons.set_icon(self.print_button, "print")
        self.print_button.clicked.connect(self.print_out)
        box.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        return box

    def print_out(self) -> None:
        """Show the calculation sheet as it will be printed."""
        told = self._explanation

        def write(path: Path) -> tuple[str, ...]:
            return self._papers.calculation(told.request.id, told.as_of, path)

        preview_paper(
            write,
            name=_("Calculation {number}").format(number=told.request.number) + ".pdf",
            title=_("Calculation sheet"),
            operations=self._operations,
            prompts=self._prompts,
            parent=self,
        )
