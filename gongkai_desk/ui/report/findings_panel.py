"""The findings of a report as a card: how many of what kind, the list, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gongkai_desk.domain.report import Answer
from gongkai_desk.domain.report_answers import needs_answer
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.findings import EntryList, finding_entries
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip
from gongkai_desk.ui.widgets.segments import Segments


class Shown(StrEnum):
    """Which findings the list lets through."""

    ALL = "all"
    OPEN = "open"


_MANY = 6
"""From so many findings on the answered ones can be hidden."""


class FindingsPanel(QFrame):
    """A card with a heading, the list, and a calm word when there is nothing to say.

    `opened` carries a finding to go to, `answer_asked` one to be explained: F2 and the button ask
    for any, Enter and a double click for a warning, which may be right as it is.
    """

    opened = Signal(object)
    answer_asked = Signal(object)

    def __init__(
        self,
        name: str,
        heading: str,
        calm: str,
        parent: QWidget | None = None,
        *,
        with_step: bool = True,
        with_buttons: bool = True,
    ) -> None:
        super().__init__(parent)
        self._with_step = self._steps = with_step
        self._with_buttons = with_buttons
        self._findings: tuple[Finding, ...] = ()
        self._answers: tuple[Answer, ...] | None = None
        self.setProperty("look", "card")
        self.heading = PlainLabel(heading, self, look="strong", wrap=True)
        self.calm = PlainLabel(calm, self, look="muted", wrap=True)
        self.calm.setObjectName(f"{name}-calm")
        self.list = EntryList(name, heading, self, yields=True)
        self.list.setStyleSheet("QListWidget { border: none; }")
        self.list.opened.connect(self._open)
        self.list.asked.connect(self._ask)
        self.list.itemSelectionChanged.connect(self._follow)
        self.heading.setBuddy(self.list)
        self.filter = Segments(f"{name}-shown", tuple(Shown), _shown_word, self)
        self.filter.chosen.connect(self._fill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.filter)
        layout.addWidget(self.calm)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._build_buttons(name))

    def _build_buttons(self, name: str) -> QWidget:
        self.buttons = QWidget(self)
        row = FlowLayout(self.buttons, spacing=8)
        self.answer_button = QPushButton(_("Explain…"), self.buttons)
        self.answer_button.setObjectName(f"{name}-answer")
        self.answer_button.setToolTip(plain_tip(_("What is meant, and why it may stay (F2)")))
        icons.set_icon(self.answer_button, "edit")
        self.go_button = QPushButton(_("Go to it"), self.buttons)
        self.go_button.setObjectName(f"{name}-go")
        icons.set_icon(self.go_button, "right")
        for button, signal in (
            (self.answer_button, self.answer_asked),
            (self.go_button, self.opened),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, signal=signal: self._emit(signal))
            row.addWidget(button)
        return self.buttons

    def _emit(self, signal: SignalInstance) -> None:
        if (entry := self.list.chosen()) is not None:
            signal.emit(entry.value)

    def _open(self, finding: Finding) -> None:
        if self._answers is not None and needs_answer(finding):
            self.answer_asked.emit(finding)
        else:
            self.opened.emit(finding)

    def _ask(self, finding: Finding) -> None:
        if self._answers is not None:
            self.answer_asked.emit(finding)

    def show_findings(
        self,
        findings: Iterable[Finding],
        heading: str = "",
        *,
        answers: Sequence[Answer] | None = None,
        steps: bool = True,
    ) -> None:
        """Replace the findings, and the heading when one is given; without `answers` nothing can
        be explained here, without `steps` none is named.
        """
        self._steps = self._with_step and steps
        self._findings = tuple(findings)
        self._answers = None if answers is None else tuple(answers)
        if heading:
            self.heading.setText(heading)
        self._fill()

    def _fill(self) -> None:
        entries = finding_entries(self._findings, with_step=self._steps, answers=self._answers)
        answered = sum(bool(entry.answer) for entry in entries)
        self.filter.setVisible(bool(answered) and len(entries) >= _MANY)
        self.filter.show_count(Shown.OPEN, len(entries) - answered)
        self.filter.show_count(Shown.ALL, len(entries))
        if not self.filter.isHidden() and self.filter.value() is Shown.OPEN:
            entries = [entry for entry in entries if not entry.answer]
        self.list.show_entries(entries)
        if entries and self._answers is not None and self.list.chosen() is None:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(entries))
        self.calm.setVisible(not self._findings)
        self._follow()
        tall = QSizePolicy.Policy.Expanding if entries else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)

    def _follow(self) -> None:
        """The buttons are for the line in use."""
        entry = self.list.chosen()
        known = self._answers is not None and not self.list.isHidden()
        self.buttons.setVisible(self._with_buttons and known)
        self.go_button.setEnabled(entry is not None)
        self.answer_button.setEnabled(entry is not None)


def _shown_word(shown: Shown) -> str:
    return pgettext("finding", "Open") if shown is Shown.OPEN else _("All")
