"""The page of the annual report: the years, how each stands, table 3 live, and what is to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QTabBar, QVBoxLayout
from typing_extensions import override

from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.disclosure_records import DISCLOSURE_RECORDS
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import SectionText, Task
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import Answer, ReportDraft
from gongkai_desk.domain.report_answers import standing
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step, step_of
from gongkai_desk.ui.actions import Actions, Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.answer_dialog import open_answer
from gongkai_desk.ui.report.behind import NumbersBehind
from gongkai_desk.ui.report.findings_panel import FindingsPanel
from gongkai_desk.ui.report.matrix import Cell, RequestMatrix
from gongkai_desk.ui.report.other_reports import OtherReports
from gongkai_desk.ui.report.output import ReportOutput
from gongkai_desk.ui.report.published_card import PublishedCard
from gongkai_desk.ui.report.publishing import ReportPublishing
from gongkai_desk.ui.report.state_card import ReportStateCard
from gongkai_desk.ui.report.view import ReportView, as_published, look, standing_words
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from gongkai_desk.ui.today import today

FORMATS = ("pdf", "xlsx")
SEASON_ENDS = 3
"""The month until which the page opens with last year's report."""


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
        self.others = OtherReports(
            desk=desk,
            operations=operations,
            prompts=prompts,
            parent=self,
            year=lambda: self.year,
        )
        self.others.leave.connect(self.leave)
        self.publishing = ReportPublishing(
            desk=desk,
            operations=operations,
            prompts=prompts,
            parent=self,
        )
        self.publishing.leave.connect(self.leave)
        self.publishing.finding_asked.connect(self._open_step)
        self.view: ReportView | None = None
        self._standing: PublishedReport | None = None
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
        layout.addWidget(self._build_published())
        self.state_card = ReportStateCard(self)
        layout.addWidget(self.state_card)
        layout.addWidget(split, 1)

    def _build_published(self) -> PublishedCard:
        self.published = PublishedCard(self)
        self.published.differences_asked.connect(self.publishing.show_differences)
        self.published.editions_asked.connect(self.publishing.show_editions)
        return self.published

    @property
    @override
    def title(self) -> str:
        return (
            _("Annual report {year}").format(year=self.year) if self._years else _("Annual report")
        )

    @property
    @override
    def subtitle(self) -> str:
        if self._standing is not None:
            return _("As published: click a number to see its requests")
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
                run=self._compile_or_correct,
                shortcut="Ctrl+E",
                icon="edit",
                primary=True,
            ),
            *self._paper_commands(),
            *self.publishing.commands(),
            None,
            Command(
                name="check-report",
                text=_("Chec&k report…"),
                run=lambda: self.output.preview_check(self._shown().draft),
                icon="list",
            ),
            *self.others.commands(),
        )

    def _paper_commands(self) -> tuple[Command, ...]:
        return (
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
            PublishedReport,
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
        kept |= set(self.desk.publishing.years())
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
        reporting, publishing = self.desk.reporting, self.desk.publishing
        draft = reporting.draft(self.year)
        report = reporting.report(draft)
        view = look(draft, report)
        differing = publishing.differences(self.year, report)
        edition = publishing.latest(self.year)
        self.publishing.look_at(draft, edition)
        self._standing = edition if self.publishing.locked else None
        if self._standing is not None:
            view = as_published(view, self._standing, [one.finding for one in differing])
        self.published.show_edition(edition, differing, draft.correcting)
        self.state_card.setVisible(self._standing is None)
        self.view = view
        self.matrix.show_numbers(view.figures.requests, view.findings, view.draft.overrides)
        self._show_findings(view)
        self.state_card.show_state(view.draft, reporting.due(self.year))
        if self._actions is not None:
            self._actions["compile-report"].setText(self._compile_text(view.draft))
        self.state_changed.emit()

    def _compile_text(self, draft: ReportDraft) -> str:
        if self._standing is not None:
            return pgettext("report", "&Correct…")
        return _("&Continue…") if draft.saved_on is not None else _("&Compile…")

    def _show_findings(self, view: ReportView) -> None:
        """What is to be mended; of a locked year, what the register says otherwise."""
        if self._standing is None:
            answers = view.draft.answers
            told = standing_words(standing(view.findings, answers)) or _("Findings")
            self.panel.calm.setText(_("Figures and texts are complete and agree with each other."))
            self.panel.show_findings(view.findings, told, answers=answers)
        else:
            count = len(view.findings)
            told = ngettext("{count} difference", "{count} differences", count).format(count=count)
            self.panel.calm.setText(_("The register says what was published."))
            self.panel.show_findings(view.findings, told, steps=False)
        # as high as the table beside it, or that would be low, too
        self.panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _shown(self) -> ReportView:
        assert self.view is not None
        return self.view

    def _compile_or_correct(self) -> None:
        if self.publishing.locked:
            self.publishing.correct()
        else:
            self.compile()

    def compile(self, step: Step | None = None) -> None:
        """Open the wizard where it was left, or at `step`; for a published year offer to correct
        it.
        """
        if self.publishing.locked:
            self.publishing.offer_correction()
            return
        dialog = ReportWizardDialog(
            desk=self.desk,
            operations=self.operations,
            prompts=self.prompts,
            year=self.year,
            step=step,
            parent=self.window(),
        )
        dialog.left.connect(self.leave)
        dialog.publish_asked.connect(self.publishing.publish)
        dialog.finished.connect(self._wizard_closed)
        self.wizard = dialog
        dialog.open()

    def _wizard_closed(self) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
        self.wizard = None

    def _open_finding(self, finding: Finding) -> None:
        if self._standing is not None:
            self.publishing.show_difference(finding)
        else:
            self._open_step(finding)

    def _open_step(self, finding: Finding) -> None:
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
