"""Last year's problems, each with what became of it and what was done, above part five."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.last_problems import answered
from gongkai_desk.domain.report import Became, LastProblem
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.fields import TextField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.segments import Segments


class LastProblemsCard(QFrame):
    """`taken` says that the sentences are wanted in the text. Hidden where nothing is known."""

    changed = Signal()
    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("last-problems")
        self.setProperty("look", "card")
        self.rows: list[ProblemRow] = []
        self._found: tuple[LastProblem, ...] = ()
        self.title = PlainLabel("", self, look="strong", wrap=True)
        told = PlainLabel(
            _("Say of each what became of it; the sentence goes into the text below."),
            self,
            look="hint",
            wrap=True,
        )
        self.button = QPushButton(_("&Insert into the text"), self)
        self.button.setObjectName("insert-last-problems")
        self.button.setAutoDefault(False)
        icons.set_icon(self.button, "down")
        self.button.clicked.connect(lambda _on=False: self.taken.emit())
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(told)
        layout.addSpacing(4)
        layout.addLayout(self._body)
        layout.addLayout(foot)
        self.hide()

    def show_problems(self, problems: Sequence[LastProblem], year: int) -> None:
        """Fill the list, which tells nobody; rows stay where the problems are the same."""
        self._found = tuple(problems)
        if [row.text for row in self.rows] != [each.text for each in problems]:
            self._rebuild(problems)
        with QSignalBlocker(self):
            for row, problem in zip(self.rows, problems, strict=True):
                row.show_problem(problem)
        words = ngettext(
            "{n} problem that the report of {year} named",
            "{n} problems that the report of {year} named",
            len(problems),
        )
        self.title.setText(words.format(n=len(problems), year=year))
        self.setVisible(bool(problems))

    def _rebuild(self, problems: Sequence[LastProblem]) -> None:
        for row in self.rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            ProblemRow(number, problem.text, self) for number, problem in enumerate(problems)
        ]
        for row in self.rows:
            self._body.addWidget(row)
            row.changed.connect(self.changed)

    def stops(self) -> list[QWidget]:
        """Where Tab comes by, in order."""
        found: list[QWidget] = []
        for row in self.rows:
            found += [*row.choice.buttons, row.words]
        return [*found, self.button]

    def value(self) -> tuple[LastProblem, ...]:
        """The problems with what the officer says of them; nothing while nothing is said."""
        pairs = zip(self._found, self.rows, strict=True)
        every = tuple(answered(each, *row.value()) for each, row in pairs)
        said = any(each.became is not None or each.words for each in every)
        return every if said else ()


class ProblemRow(QWidget):
    """One problem in last year's words, the choice, and a line for what was done."""

    changed = Signal()

    def __init__(self, number: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        words = PlainLabel(f"{number + 1}. {text}", self, wrap=True, selectable=True)
        self.choice: Segments[Became | None] = Segments(
            f"became-{number}",
            (None, *Became),
            lambda value: pgettext("problem", "No word yet") if value is None else label(value),
            self,
            wraps=True,
        )
        self.words = TextField(hint=_("What was done, in a few words"))
        self.words.setObjectName(f"became-words-{number}")
        self.words.setAccessibleName(_("What was done, in a few words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(words)
        column.addWidget(self.choice)
        column.addWidget(self.words)
        self.choice.chosen.connect(self.changed)
        self.words.changed.connect(self.changed)

    def show_problem(self, problem: LastProblem) -> None:
        self.choice.set_value(problem.became)
        if self.words.value() != problem.words:
            self.words.set_value(problem.words)

    def value(self) -> tuple[Became | None, str]:
        return self.choice.value(), self.words.value()
