"""The steps by which a due date came about, each with date, article, count and consequence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.clock import Clock, Step
from gongkai_desk.domain.clock_steps import LegalStep
from gongkai_desk.domain.request import EventKind
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.register.tall import TallContent
from gongkai_desk.ui.widgets.plain import PlainLabel


def step_title(what: EventKind | LegalStep, argument: str) -> str:
    """The name of a step with the detail it has."""
    name = label(what)
    if not argument:
        return name
    if what is EventKind.EXTENDED:
        days = int(argument)
        detail = ngettext("{n} working day", "{n} working days", days).format(n=days)
    else:
        detail = argument
    return _("{name} ({note})").format(name=name, note=detail)


class StepsView(TallContent):
    """One card for each step of `clock`."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        for number, step in enumerate(clock.steps, 1):
            layout.addWidget(_StepCard(number, step, self))
        layout.addStretch(1)


class _StepCard(QFrame):
    def __init__(self, number: int, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(PlainLabel(str(number), self, look="muted"), 0, 0, top)
        title = PlainLabel(step_title(step.what, step.argument), self, look="strong", wrap=True)
        grid.addWidget(title, 0, 1)
        grid.addWidget(PlainLabel(date_text(step.date), self), 0, 2, top)
        grid.addWidget(PlainLabel(sentence(step.note), self, wrap=True), 1, 1, 1, 2)
        grid.addWidget(PlainLabel(_facts(step), self, look="muted", wrap=True), 2, 1, 1, 2)


def _facts(step: Step) -> str:
    pieces = [step.basis] if step.basis else []
    counted = ngettext("{n} working day used", "{n} working days used", step.counted)
    pieces.append(counted.format(n=step.counted))
    due = step.due.isoformat() if step.due else _("none")
    pieces.append(_("due date then: {date}").format(date=due))
    return _(" · ").join(pieces)
