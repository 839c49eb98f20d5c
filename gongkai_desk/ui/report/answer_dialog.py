"""One finding explained: where, which rule, what to do, and the officer's answer to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Answer
from gongkai_desk.domain.report_answers import (
    answer_to,
    answered_before,
    faults,
    needs_answer,
    with_answer,
    without_answer,
)
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.findings import finding_text, mending_text, place_text, rule_text
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.view import finding_state
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.dialogs import DraftDialog, open_dialog
from gongkai_desk.ui.widgets.fields import LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel

Keep = Callable[[tuple[Answer, ...]], Sequence[Problem]]
"""Stores the answers; the problems that forbade it."""


class AnswerDialog(DraftDialog[str]):
    """Shows `finding` and takes what the officer says to it; an error or a missing part is only
    explained. `go` closes the dialog and leads to where it is mended.
    """

    WIDE = 46

    def __init__(
        self,
        finding: Finding,
        findings: Sequence[Finding],
        answers: Sequence[Answer],
        keep: Keep,
        go: Callable[[Finding], object],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        self._finding, self._answers, self._keep, self._go = finding, tuple(answers), keep, go
        self._asks = needs_answer(finding)
        super().__init__(
            _("Explain a finding") if self._asks else _("What is to be mended"),
            self._store,
            prompts,
            parent,
            save=_("Save the explanation") if self._asks else _("Go to it"),
        )
        self.setObjectName("answer-dialog")
        self._before = answered_before(finding, findings, answers)
        above = QWidget(self)
        room = QVBoxLayout(above)
        room.setContentsMargins(0, 0, 0, 12)
        room.addWidget(self._facts())
        self.form.add_wide(above)
        self.words = LongTextField(lines=3)
        if self._asks:
            self._build_answer()
        self.ready()

    def _facts(self) -> QFrame:
        """The finding as a card: a line for each thing known of it."""
        finding = self._finding
        card = QFrame(self)
        card.setProperty("look", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        badge = LightBadge(card)
        badge.show_state(*finding_state(finding, self._answers))
        grid.addWidget(badge, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(PlainLabel(finding_text(finding), card, look="strong", wrap=True), 0, 1)
        lines = [
            (pgettext("report check", "Place"), place_text(finding.place)),
            (pgettext("report check", "Rule"), rule_text(finding)),
            (pgettext("report check", "Should be"), _number(finding.expected)),
            (pgettext("report check", "Is"), _found(finding)),
            (pgettext("report check", "What to do"), mending_text(finding)),
        ]
        if self._before is not None:
            said = _("{words} ({date}; it fell away because the numbers changed)")
            words = said.format(words=self._before.words, date=date_text(self._before.given_on))
            lines.append((pgettext("report check", "Said before"), words))
        for name, text in lines:
            if text:
                row = grid.rowCount()
                grid.addWidget(
                    PlainLabel(name, card, look="muted"),
                    row,
                    0,
                    Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight,
                )
                grid.addWidget(PlainLabel(text, card, look="plain", wrap=True), row, 1)
        return card

    def _build_answer(self) -> None:
        given = answer_to(self._finding, self._answers)
        self.form.add(
            "words",
            pgettext("report check", "Explanation"),
            self.words,
            hint=_(
                "It is kept with the report and printed in the check report; when the numbers "
                "change, it is asked for anew."
            ),
            mandatory=True,
        )
        if given is not None:
            self.words.set_value(given.words)
            self._action("withdraw-answer", _("&Withdraw the explanation"), "undo", self._withdraw)
        elif self._before is not None:
            before = self._before.words
            self._action(
                "answer-again",
                _("Say the &same again"),
                "undo",
                lambda: self.words.set_value(before),
            )
        self._action("go-to-finding", _("&Go to it"), "right", self._leave)
        self.words.setFocus()

    def _action(self, name: str, text: str, icon: str, run: Callable[[], object]) -> None:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        button.clicked.connect(lambda _on=False: run())

    @override
    def draft(self) -> str:
        return self.words.value()

    @override
    def check(self, draft: str) -> Sequence[Problem]:
        return faults(draft) if self._asks else ()

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return super().keeps_quiet(problem) or not self._dirty

    def _store(self, words: str) -> Sequence[Problem]:
        if not self._asks:
            self._leave()
            return ()
        told = finding_text(self._finding)
        others = self._answers
        if self._before is not None:
            others = tuple(one for one in others if one != self._before)
        return self._keep(with_answer(others, self._finding, words, told, today()))

    def _withdraw(self) -> None:
        refused = self._keep(without_answer(self._answers, self._finding))
        if refused:
            self.form.show_problems(refused)
            return
        self._dirty = False
        self.reject()

    def _leave(self) -> None:
        """Close, then go: the place may be in another window."""
        self.done(0)
        self._go(self._finding)


def open_answer(
    finding: Finding,
    findings: Sequence[Finding],
    answers: Sequence[Answer],
    *,
    keep: Keep,
    go: Callable[[Finding], object],
    prompts: Prompts,
    parent: QWidget,
) -> AnswerDialog:
    """Show the dialog before `parent`."""
    dialog = AnswerDialog(finding, findings, answers, keep, go, prompts, parent)
    open_dialog(dialog)
    return dialog


def _found(finding: Finding) -> str:
    """What stands there; without a number it should be, the sentence tells it."""
    return "" if finding.expected is None else _number(finding.found)


def _number(value: object) -> str:
    return "" if value is None else str(value)
