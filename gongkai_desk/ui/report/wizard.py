"""The report wizard: steps at the left, one page for each, saved with every move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.domain.report import Answer, ReportDraft
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import ReportWizard, Step, findings_at, step_of
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.answer_dialog import open_answer
from gongkai_desk.ui.report.autosave import Autosave
from gongkai_desk.ui.report.behind import NumbersBehind
from gongkai_desk.ui.report.documents_dialog import DocumentsDialog
from gongkai_desk.ui.report.findings_panel import FindingsPanel
from gongkai_desk.ui.report.finish_step import FinishStep
from gongkai_desk.ui.report.output import ReportOutput
from gongkai_desk.ui.report.pointing import point_at
from gongkai_desk.ui.report.previous_intake import PreviousIntake
from gongkai_desk.ui.report.step_list import StepList
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.table2_step import TableTwoStep
from gongkai_desk.ui.report.table3_step import TableThreeStep
from gongkai_desk.ui.report.table4_step import TableFourStep
from gongkai_desk.ui.report.text_pages import text_pages
from gongkai_desk.ui.report.view import look
from gongkai_desk.ui.report.wizard_buttons import WizardButtons
from gongkai_desk.ui.today import today

REVIEW_AFTER_MS = 300
IN_NO_CELL = "report-case-"
"""How the codes of findings about requests that are not counted begin."""


class ReportWizardDialog(QDialog):
    """One walk through the report of `year`, resumed where it was left or begun at `step`.

    `left` carries a `Target`: the draft was saved and the wizard closed to show a request;
    `publish_asked` the same to publish the report.
    """

    left = Signal(object)
    publish_asked = Signal()

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        year: int,
        step: Step | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("report-wizard")
        self.setWindowTitle(_("Annual report {year}").format(year=year))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self.flow = ReportWizard(desk.reporting, year)
        if step is not None:
            self.flow.step = step
        self.output = ReportOutput(desk=desk, operations=operations, prompts=prompts, parent=self)
        self._previous = PreviousIntake(
            service=desk.reporting.previous_reports,
            operations=operations,
            prompts=prompts,
            taken=self._previous_taken,
        )
        self.behind = NumbersBehind(
            desk=desk,
            operations=operations,
            prompts=prompts,
            parent=self,
            present=lambda: self._view,
            leave=self._leave_to,
        )
        operations.written.connect(self._register_changed)
        draft = self.flow.draft
        self._view = look(draft, self.flow.report(draft))
        self._pages = self._build_pages()
        self._review = QTimer(self)
        self._review.setSingleShot(True)
        self._review.setInterval(REVIEW_AFTER_MS)
        self._review.timeout.connect(self.review)
        self.autosave = Autosave(self._keep_typed, self)
        self._build()
        self._show_step()

    def _build_pages(self) -> dict[Step, StepPage]:
        finish = FinishStep()
        finish.opened.connect(self.go_to_finding)
        finish.answer_asked.connect(self.answer)
        finish.check_report.connect(lambda: self.output.preview_check(self._view.draft))
        finish.preview.connect(lambda: self.output.preview(self._view.draft))
        finish.export.connect(lambda kind: self.output.export(self._view.draft, (kind,)))
        finish.publish.connect(self._leave_to_publish)
        table3 = TableThreeStep(self.behind, self._prompts)
        table3.previous_asked.connect(self._read_previous)
        table2 = TableTwoStep()
        table2.documents_asked.connect(self._show_documents)
        year = self._view.draft.year
        texts = text_pages(self._desk, self._prompts, year, lambda: self._view.draft)
        for text in texts.values():
            text.previous_asked.connect(self._read_previous)
        pages: dict[Step, StepPage] = {
            **texts,
            Step.TABLE_2: table2,
            Step.TABLE_3: table3,
            Step.TABLE_4: TableFourStep(self.behind, self._prompts),
            Step.FINISH: finish,
        }
        for page in pages.values():
            page.changed.connect(self._edited)
            page.case_asked.connect(
                lambda request: self._leave_to(Target(page="requests", record_id=request))
            )
        return pages

    def _build(self) -> None:
        self.steps = StepList(self)
        self.steps.asked.connect(self.go)
        self.panel = FindingsPanel(
            "step-findings",
            _("To check at this step"),
            _("Nothing to correct at this step."),
            self,
            with_step=False,
        )
        self.panel.opened.connect(self.go_to_finding)
        self.panel.answer_asked.connect(self.answer)
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        unit = self.fontMetrics().horizontalAdvance("字")
        left = QFrame(self)
        left.setFixedWidth(18 * unit)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(12, 16, 0, 8)
        beside.setSpacing(12)
        beside.addWidget(self.steps)
        beside.addWidget(self.panel, 1)
        beside.addStretch(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(left)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(_line(self))
        layout.addWidget(self._build_buttons())
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width() - 40), min(800, room.height() - 60))

    def _build_buttons(self) -> WizardButtons:
        self.buttons = WizardButtons(self)
        self.buttons.save.clicked.connect(self.save_and_close)
        self.buttons.back.clicked.connect(self.back)
        self.buttons.next.clicked.connect(self.next)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        return self.buttons

    @property
    def page(self) -> StepPage:
        """The page of the present step."""
        return self._pages[self.flow.step]

    @property
    def dirty(self) -> bool:
        """Whether something was entered that is not saved."""
        page = self.page
        return bool(page.problems()) or page.applied(self.flow.draft) != self.flow.draft

    def _show_step(self, *, focus: bool = True) -> None:
        self._review.stop()
        self.autosave.stop()
        draft = self.flow.draft
        self._view = look(draft, self.flow.report(draft))
        page = self.page
        page.blockSignals(True)
        page.show_view(self._view)
        page.blockSignals(False)
        page.show_problems()
        self._stack.setCurrentWidget(page)
        self.buttons.show_place(self.flow)
        self._show_states()
        if focus:
            page.setFocus()
            page.focusNextPrevChild(True)

    def _show_states(self) -> None:
        self.steps.show_steps(self._view, self.flow.step)
        found = findings_at(self.flow.step, self._view.findings)
        self.panel.show_findings(found, answers=self._view.draft.answers)
        self.panel.setVisible(self.flow.step is not Step.FINISH)

    def _show_wrong_input(self) -> None:
        """The page tells what cannot be taken; the findings are those of before."""
        self.steps.show_wrong_input(self.flow.step)
        self.panel.hide()

    def _edited(self) -> None:
        self._review.start()
        self.autosave.touch()

    def _keep_typed(self) -> None:
        """Quietly, and only what may be saved; what cannot be kept is told at the next move."""
        if self.page.problems():
            return
        draft = self.page.applied(self.flow.draft)
        try:
            if draft == self.flow.draft:
                self.flow.discard()
                return
            self.flow.keep(draft, today())
        except DomainError:
            return
        now = QTime.currentTime().toString("HH:mm")
        self.buttons.kept.setText(_("What you typed was kept at {time}.").format(time=now))

    def review(self) -> None:
        """Mark what is wrong; check the draft as it is being edited."""
        self._review.stop()
        if self.page.show_problems():
            self._show_wrong_input()
            return
        draft = self.page.applied(self.flow.draft)
        self._view = look(draft, self.flow.report(draft))
        self.page.follow(self._view)
        self._show_states()

    def go(self, step: Step) -> bool:
        """Save and show `step`; wrong input is marked and nothing is saved. Returns whether the
        draft was saved.
        """
        if self.page.show_problems(go=True):
            self._show_wrong_input()
            self._operations.say(_("Not saved: correct the marked cells first."))
            return False
        draft: ReportDraft = self.page.applied(self.flow.draft)
        stays = step is self.flow.step
        if self._operations.perform(partial(self.flow.go, step, draft, today())):
            self._show_step(focus=not stays)
            return True
        return False

    def next(self) -> None:
        """Save and go one step on; at the last step save and close."""
        if self.flow.next_step is None:
            self.save_and_close()
        else:
            self.go(self.flow.next_step)

    def back(self) -> None:
        """Save and go one step back."""
        if self.flow.previous_step is not None:
            self.go(self.flow.previous_step)

    def save(self) -> bool:
        """Save and stay."""
        done = self.go(self.flow.step)
        if done:
            self._operations.say(_("The annual report is saved."))
        return done

    def save_and_close(self) -> None:
        if self.save():
            self.accept()

    def go_to_finding(self, finding: Finding) -> None:
        """Save and show the step at which `finding` can be mended."""
        step = step_of(finding)
        if step is self.flow.step or self.go(step):
            point_at(self.page, finding.place)
            if finding.code.startswith(IN_NO_CELL):
                self.behind.requests(None, _("Requests in no cell"))

    def answer(self, finding: Finding) -> None:
        """Explain `finding` and let the officer say why it may stay."""
        if self.page.show_problems(go=True):
            self._operations.say(_("Not saved: correct the marked cells first."))
            return
        open_answer(
            finding,
            self._view.findings,
            self.flow.draft.answers,
            keep=self._keep_answers,
            go=self.go_to_finding,
            prompts=self._prompts,
            parent=self,
        )

    def _keep_answers(self, answers: tuple[Answer, ...]) -> Sequence[Problem]:
        """Save the draft as it is being edited, with these answers."""
        draft = replace(self.page.applied(self.flow.draft), answers=answers)
        save = partial(self.flow.go, self.flow.step, draft, today())
        refused = self._operations.attempt(save)
        if not refused:
            self.review()
        return refused

    def _register_changed(self) -> None:
        """A request or a dispute was put right in a list behind a number: count anew."""
        if self.behind.open:
            self.flow.refresh()
            self.review()

    def _show_documents(self, asked: tuple[str, tuple[str, ...]]) -> None:
        title, ids = asked
        every = self._desk.official_documents.all(OfficialDocument)
        dialog = DocumentsDialog(title, [each for each in every if each.id in ids], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._leave_to_document)
        dialog.open()

    def _leave_to_document(self, document_id: str) -> None:
        self._leave_to(Target(page="disclosure", section="documents", record_id=document_id))

    def _read_previous(self) -> None:
        if self.save():
            self._previous.choose(self.flow.draft)

    def _previous_taken(self) -> None:
        self.flow.reload()
        self._show_step()

    def _leave_to(self, target: Target) -> None:
        if self.save():
            self.accept()
            self.left.emit(target)

    def _leave_to_publish(self) -> None:
        if self.save():
            self.accept()
            self.publish_asked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works the button in use; there is no default button for fields to press."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        self._review.stop()
        self.autosave.stop()
        super().done(result)

    @override
    def reject(self) -> None:
        if self.dirty:
            answer = self._prompts.choose(
                _("Save the annual report?"),
                _("What you entered at this step is not saved yet."),
                (_("Save and close"), _("Close without saving")),
            )
            if answer is None or (answer == 0 and not self.save()):
                return
        try:
            self.flow.discard()
        except DomainError as error:
            self._operations.show_problems(error.problems)
        super().reject()


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("look", "line")
    return line
