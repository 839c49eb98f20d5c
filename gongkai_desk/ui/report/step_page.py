"""A page of the report wizard: it renders a frozen draft and hands back an edited one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel

_MARGIN = 24
MOST_PROBLEMS = 4
"""So many are told at once; the others are marked at their fields."""


class Marked(Protocol):
    """A field that can say what is wrong with its input."""

    def found(self) -> Problem | None: ...


class StepPage(QWidget):
    """Base of the pages.

    A subclass fills `self.body`, overrides `show_view` (fill the fields), `follow` (the draft was
    edited: refresh what is computed, never a field) and `applied` (a draft with what the fields
    say), and emits `changed` with every edit. `fields` are those that can hold wrong input.
    `case_asked` carries the id of a request to be shown in the register. `ground` is what holds
    `body` below the heading; a subclass may put something beside it.
    """

    changed = Signal()
    case_asked = Signal(object)

    def __init__(self, title: str, intro: str, *, scrolls: bool = True) -> None:
        super().__init__()
        self.fields: Sequence[Marked] = ()
        self.wrong = ProblemLine(self)
        self.wrong.setObjectName("step-problems")
        content = QWidget(self)
        self.ground: QWidget = _scrolling(content) if scrolls else content
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        self.body.setSpacing(12)
        heading = PlainLabel(title, self, look="heading", wrap=True)
        heading.setObjectName("step-title")
        heading.setContentsMargins(_MARGIN, 16, _MARGIN, 0)
        words = PlainLabel(intro, self, look="muted", wrap=True)
        words.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addSpacing(8)
        layout.addWidget(self.ground, 1)
        self.wrong.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        layout.addWidget(self.wrong)

    def show_view(self, view: ReportView) -> None:
        """Fill the page."""
        raise NotImplementedError

    def follow(self, view: ReportView) -> None:
        """The draft was edited: refresh what is computed."""

    def applied(self, draft: ReportDraft) -> ReportDraft:
        """`draft` with what the fields say; only asked while `problems` is empty."""
        return draft

    def problems(self) -> list[Problem]:
        """Input that cannot be taken."""
        return [found for field in self.fields if (found := field.found())]

    def show_problems(self, *, go: bool = False) -> bool:
        """Say what is wrong below the page; with `go` the first wrong field gets the focus.

        Returns whether anything is wrong.
        """
        found = self.problems()
        self.wrong.show_problems(found[:MOST_PROBLEMS])
        if go and found:
            wrong = self.findChild(QWidget, found[0].field)
            if wrong is not None:
                wrong.setFocus()
        return bool(found)


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what one can use
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
