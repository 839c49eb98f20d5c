"""Part six, with what the office file gives for it: the sentence on 信息处理费 and 落实情况."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_drafting import with_implementation
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.text_steps import Drafter, TextPart, TextStep, adds, hint
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.widgets.plain import PlainLabel

_SHOWN = 120
Pieces = Callable[[], tuple[str, str]]
"""The sentence on the fees and what was kept on how the plan was carried out, as they are now."""


class OtherStep(TextStep):
    """Each piece has a button that puts it into the text; what the officer wrote stays."""

    def __init__(self, prompts: Prompts, drafter: Drafter, pieces: Pieces, year: int) -> None:
        title = table("statutes", "report_form.toml")["sections"][5]
        intro = _("The sentence on 信息处理费 comes from the register; add what else matters.")
        super().__init__(title, intro, prompts, drafter)
        self._pieces, self._year, self._done = pieces, year, ""
        self.told.hide()
        self.draft_button.setText(_("&Insert this sentence"))
        self.proposal = PlainLabel("", self, wrap=True, selectable=True)
        self.proposal.setObjectName("fee-sentence")
        self.progress = PlainLabel("", self, wrap=True, selectable=True)
        self.progress.setObjectName("plan-progress")
        self.progress_button = QPushButton(_("Insert what was &done"), self)
        self.progress_button.setObjectName("insert-progress")
        self.progress_button.setAutoDefault(False)
        icons.set_icon(self.progress_button, "edit")
        self.progress_button.clicked.connect(self.take_progress)
        self.body.addWidget(self._card(((self.proposal, self.draft_button),
                                        (self.progress, self.progress_button))))  # fmt: skip
        self.add_parts([TextPart("other", _("Text of this part"), lines=8, hint=hint("other"))])

    def _card(self, rows: tuple[tuple[PlainLabel, QPushButton], ...]) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        for words, button in rows:
            line = QHBoxLayout()
            line.setSpacing(16)
            line.addWidget(words, 1)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            inside.addLayout(line)
        return card

    @override
    def show_view(self, view: ReportView) -> None:
        fees, self._done = self._pieces()
        self.proposal.setText(fees)
        self.progress.setText(_short(self._done) or _none(self._year))
        self.progress_button.setVisible(bool(self._done))
        super().show_view(view)

    @override
    def follow(self, view: ReportView) -> None:
        part = self.parts[0]
        self.draft_button.setEnabled(adds(self.proposal.text(), part))
        self.progress_button.setEnabled(adds(self._done, part))

    @override
    def take_drafted(self) -> None:
        """Put the sentence before what is written."""
        part, fees = self.parts[0], self.proposal.text()
        if adds(fees, part):
            part.set_value("\n".join(filter(None, (fees, part.value()))))

    def take_progress(self) -> None:
        """Put 落实情况 behind what is written, under a heading of its own."""
        part = self.parts[0]
        if adds(self._done, part):
            words = table("statutes", "report_texts.toml")["other"]
            part.set_value(with_implementation(part.value(), self._done, self._year, words))

    @override
    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        return (texts.other,)

    @override
    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        return replace(texts, other=written[0])


def _short(text: str) -> str:
    """As much as shows what it is; the editor below shows all of it."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _none(year: int) -> str:
    words = _(
        "No text on how the plan of {year} was carried out is kept yet. Write it in the task "
        "checklist under “What was done, by section”; it can be inserted here then."
    )
    return words.format(year=year)
