"""The page of the annual report: the years, how each stands, table 3 live, and what is to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabBar, QVBoxLayout
from typing_extensions import override

from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.disclosure_records import DISCLOSURE_RECORDS
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import SectionText, Task
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Answer, ReportDraft
from gongkai_desk.domain.report_answers import standing
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import STEPS, Step, step_of
from gongkai_desk.ui.actions import Actions, Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.answer_dialog import open_answer
from gongkai_desk.ui.report.behind import NumbersBehind
from gongkai_desk.ui.report.comparison_dialog import ReportComparisonDialog
from gongkai_desk.ui.report.findings_panel import FindingsPanel
from gongkai_desk.ui.report.foreign_dialog import check_foreign
from gongkai_desk.ui.report.matrix import Cell, RequestMatrix
from gongkai_desk.ui.report.output import ReportOutput
from gongkai_desk.ui.report.roll_up.dialog import RollUpDialog
from gongkai_desk.ui.report.view import ReportView, look, standing_words, step_title
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel

FORMATS = ("pdf", "xlsx")
SEASON_ENDS = 3
"""The month until which the page opens with last year's report."""
ROLL_UP_YEARS = 8
URGENT, SOON = 7, 31
"""Days before the report is due from which the badge turns red and amber."""


class ReportPage(Page):
    """`wizard` is the one that is open, `behind` the lists of requests, `output` the previews."""

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.wizard: ReportWizardDialog | None = None
        self.output = ReportOutput(desk=desk, operations=operations, prompts=prompts, parent=self)
        self.behind = NumbersBehind(
            desk=desk,
            operations=operations,
            prompts=prompts,
            parent=self,
            present=self._shown,
            leave=self.leave.emit,
        )
        self.view: ReportView | None = None
        self._years: list[int] = []
        self._actions: Actions | None = None
        self._build()

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("report-years")
        self.tabs.setAccessibleName(_("Year of the report"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(lambda _index: self._show_year())
        self.matrix = RequestMatrix("report-matrix", self)
        self.matrix.opened.connect(self._show_cases)
        self.panel = FindingsPanel(
            "report-findings",
            _("Findings"),
            _("Figures and texts are complete and agree with each other."),
            self,
        )
        self.panel.opened.connect(self._open_finding)
        self.panel.answer_asked.connect(self._answer)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)
        split.addWidget(self.matrix)
        split.addWidget(self.panel)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.panel.setMinimumWidth(12 * unit)
        split.setSizes([62 * unit, 14 * unit])
        split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.tabs)
        layout.addWidget(self._build_state())
        layout.addWidget(split, 1)

    def _build_state(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        self.state = LightBadge(card)
        self.state.setObjectName("report-state")
        self.state_words = PlainLabel("", card, wrap=True)
        self.days = LightBadge(card)
        self.days.setObjectName("report-days")
        self.days_words = PlainLabel("", card, look="muted", wrap=True)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.state, 0, middle)
        row.addWidget(self.state_words, 1)
        row.addWidget(self.days, 0, middle)
        row.addWidget(self.days_words, 1)
        return card

    @property
    @override
    def title(self) -> str:
        return (
            _("Annual report {year}").format(year=self.year) if self._years else _("Annual report")
        )

    @property
    @override
    def subtitle(self) -> str:
        return _("Counted live: click a number to see its requests")

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._years[max(self.tabs.currentIndex(), 0)]

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="compile-report",
                text=_("&Compile…"),
                run=self.compile,
                shortcut="Ctrl+E",
                icon="edit",
                primary=True,
            ),
            Command(
                name="preview-report",
                text=_("Pre&view"),
                run=lambda: self.output.preview(self._shown().draft),
                shortcut="Ctrl+Shift+P",
                icon="search",
                primary=True,
            ),
            Command(
                name="export-report",
                text=_("E&xport…"),
                run=lambda: self.output.export(self._shown().draft, FORMATS),
                shortcut="Ctrl+Shift+E",
                icon="export",
                primary=True,
            ),
            Command(
                name="print-report",
                text=_("&Print…"),
                run=lambda: self.output.preview(self._shown().draft, print_at_once=True),
                shortcut="Ctrl+P",
                icon="print",
                primary=True,
            ),
            None,
            *self._check_commands(),
            self._compare_command(),
            self._roll_up_command(),
        )

    def _check_commands(self) -> tuple[Command, ...]:
        return (
            Command(
                name="check-report",
                text=_("Chec&k report…"),
                run=lambda: self.output.preview_check(self._shown().draft),
                icon="list",
            ),
            Command(
                name="check-foreign-report",
                text=_("Check a report from a &file…"),
                run=self.check_foreign,
                icon="open",
            ),
        )

    def _compare_command(self) -> Command:
        return Command(
            name="compare-reports", text=_("Compare &years…"), run=self.compare, icon="columns"
        )

    def _roll_up_command(self) -> Command:
        return Command(
            name="roll-up-reports",
            text=_("&Roll up the units' reports…"),
            run=self.roll_up,
            icon="list",
        )

    @override
    def actions_ready(self, actions: Actions) -> None:
        self._actions = actions

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(
            Request,
            RequestEvent,
            Dispute,
            ReportDraft,
            Office,
            SectionText,
            Task,
            *DISCLOSURE_RECORDS,
        )

    @override
    def refresh(self, _changes: Changes | None) -> None:
        chosen = self.year if self._years else self._first_year()
        self._fill_years(chosen)
        self._show_year()

    def _first_year(self) -> int:
        day = today()
        return day.year - 1 if day.month <= SEASON_ENDS else day.year

    def _fill_years(self, chosen: int) -> None:
        day = today()
        kept = {draft.year for draft in self.desk.reporting.drafts()}
        self._years = sorted({day.year - 1, day.year, chosen, *kept}, reverse=True)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for year in self._years:
            name = _("{year} so far").format(year=year) if year == day.year else str(year)
            self.tabs.addTab(name)
        self.tabs.setCurrentIndex(self._years.index(chosen))
        self.tabs.blockSignals(False)

    def _show_year(self) -> None:
        self.view = look(self.desk.reporting, self.desk.reporting.draft(self.year))
        view = self.view
        self.matrix.show_numbers(view.figures.requests, view.findings, view.draft.overrides)
        answers = view.draft.answers
        told = standing_words(standing(view.findings, answers)) or _("Findings")
        self.panel.show_findings(view.findings, told, answers=answers)
        self._show_state(view.draft)
        self._show_days()
        begun = view.draft.saved_on is not None
        if self._actions is not None:
            text = _("&Continue…") if begun else _("&Compile…")
            self._actions["compile-report"].setText(text)
        self.state_changed.emit()

    def _show_state(self, draft: ReportDraft) -> None:
        if draft.saved_on is None:
            self.state.show_state(Tone.NEUTRAL, "edit", _("Not begun"))
            self.state_words.setText(_("Nothing has been typed for this year yet."))
            return
        step = Step(draft.step) if draft.step in STEPS else STEPS[0]
        words = _("Step {number} of {total}").format(number=STEPS.index(step) + 1, total=len(STEPS))
        self.state.show_state(Tone.INFO, "edit", words)
        self.state_words.setText(
            _("{step}, saved on {date}").format(
                step=step_title(step), date=date_text(draft.saved_on)
            )
        )

    def _show_days(self) -> None:
        due = self.desk.reporting.due(self.year)
        left = (due - today()).days
        word, tone, icon = _days_left(left)
        self.days.show_state(tone, icon, word)
        self.days_words.setText(
            _("Hand in and publish by {date} (第四十九条)").format(date=date_text(due))
        )

    def _shown(self) -> ReportView:
        assert self.view is not None
        return self.view

    def roll_up(self) -> None:
        """Add up the reports of many units."""
        last = today().year - 1
        open_dialog(
            RollUpDialog(
                desk=self.desk,
                operations=self.operations,
                prompts=self.prompts,
                years=range(last, last - ROLL_UP_YEARS, -1),
                parent=self.window(),
            )
        )

    def check_foreign(self) -> None:
        """Check a published report of any unit."""
        check_foreign(
            desk=self.desk,
            operations=self.operations,
            prompts=self.prompts,
            parent=self.window(),
        )

    def compare(self) -> None:
        """Show the reports of several years up to the one shown side by side."""
        dialog = ReportComparisonDialog(
            desk=self.desk,
            operations=self.operations,
            prompts=self.prompts,
            year=self.year,
            parent=self.window(),
        )
        dialog.leave.connect(self.leave)
        open_dialog(dialog)

    def compile(self, step: Step | None = None) -> None:
        """Open the wizard where it was left, or at `step`."""
        dialog = ReportWizardDialog(
            desk=self.desk,
            operations=self.operations,
            prompts=self.prompts,
            year=self.year,
            step=step,
            parent=self.window(),
        )
        dialog.left.connect(self.leave)
        dialog.finished.connect(self._wizard_closed)
        self.wizard = dialog
        dialog.open()

    def _wizard_closed(self) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
        self.wizard = None

    def _open_finding(self, finding: Finding) -> None:
        self.compile(step_of(finding))

    def _answer(self, finding: Finding) -> None:
        view = self._shown()

        def keep(answers: tuple[Answer, ...]) -> Sequence[Problem]:
            draft = replace(view.draft, answers=answers, saved_on=today())
            return self.operations.attempt(lambda: self.desk.reporting.save(draft))

        open_answer(
            finding,
            view.findings,
            view.draft.answers,
            keep=keep,
            go=self._open_finding,
            prompts=self.prompts,
            parent=self.window(),
        )

    def _show_cases(self, cell: Cell) -> None:
        self.behind.requests(cell, self.matrix.cell_title(cell))

    @override
    def go_to(self, target: Target) -> None:
        """`view` may name a year."""
        if target.view.isdecimal():
            self._fill_years(int(target.view))
            self._show_year()


def _days_left(left: int) -> tuple[str, Tone, str]:
    if left < 0:
        return _("The date has passed"), Tone.NEUTRAL, "calendar"
    words = ngettext("{count} day left", "{count} days left", left).format(count=left)
    if left <= URGENT:
        return words, Tone.BAD, "warning"
    return (words, Tone.WARN, "clock") if left <= SOON else (words, Tone.INFO, "clock")
