"""Table 4: counted from the register, every number opening the disputes behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Override, ReportDraft
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.resources import table
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.behind import NumbersBehind
from gongkai_desk.ui.report.dispute_matrix import TABLE, DisputeCell, DisputeMatrix
from gongkai_desk.ui.report.fill_disputes_dialog import FillDisputesDialog
from gongkai_desk.ui.report.override_panel import OverridePanel
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import plain_tip


class TableFourStep(StepPage):
    """The official table, what the register holds, and the numbers set by hand."""

    def __init__(self, behind: NumbersBehind, prompts: Prompts) -> None:
        super().__init__(
            table("statutes", "report_form.toml")["sections"][3],
            _(
                "Reconsideration and litigation over 政府信息公开 in the year, counted from the "
                "register. Click an underlined number, or press Enter on it, to see what is "
                "behind it and to put it right. The sums are computed."
            ),
        )
        self._behind, self._prompts = behind, prompts
        self._view: ReportView | None = None
        self.matrix = DisputeMatrix("table4", self)
        self.matrix.body.settable = True
        self.matrix.opened.connect(self._open)
        self.matrix.setting_asked.connect(self._set)
        self.overridden = OverridePanel(TABLE, prompts, self)
        self.overridden.changed.connect(self.changed)
        self.body.addWidget(self.matrix)
        self.body.addLayout(self._build_below())
        self.body.addWidget(self.overridden)
        self.body.addStretch(1)

    def _build_below(self) -> QHBoxLayout:
        self._register = StateLine(self)
        self._register.setObjectName("disputes-counted")
        self.set_button = self._button(f"set-number-{TABLE}", _("Set this n&umber…"), "edit")
        self.set_button.setToolTip(plain_tip(_("The chosen number of the table (F2)")))
        self.fill_button = self._button("fill-disputes", _("&Fill in table 4 by hand…"), "paste")
        self.set_button.clicked.connect(lambda: self._set(self.matrix.current))
        self.fill_button.clicked.connect(self.fill)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._register, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.set_button)
        row.addWidget(self.fill_button)
        return row

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        return button

    def _open(self, cell: DisputeCell) -> None:
        self._behind.disputes_of(cell, self.matrix.cell_title(cell))

    def _set(self, cell: DisputeCell | None) -> None:
        if cell is not None:
            self.overridden.ask(cell.name, cell.column)

    def fill(self) -> None:
        """All twelve numbers in one go."""
        assert self._view is not None
        view = self._view

        def submit(filled: Sequence[Override]) -> Sequence[Problem]:
            self.overridden.put_all(filled)
            return ()

        open_dialog(
            FillDisputesDialog(
                reported=view.figures.disputes,
                counted=view.counted_disputes.numbers,
                known=self.overridden.ours,
                submit=submit,
                prompts=self._prompts,
                on=today(),
                parent=self.window(),
            )
        )

    def show_view(self, view: ReportView) -> None:
        self.overridden.show_view(view)
        self.follow(view)

    def follow(self, view: ReportView) -> None:
        self._view = view
        self.overridden.follow(view)
        self.matrix.show_numbers(view.figures.disputes, view.findings, self.overridden.overrides)
        self._follow_counted(view)

    def _follow_counted(self, view: ReportView) -> None:
        if self.overridden.ours:
            self._register.badge.show_state(Tone.INFO, "edit", pgettext("number", "Set by hand"))
            self._register.words.setText(_("Not every number is the counted one; see below."))
        elif view.counted_disputes.known:
            self._register.badge.show_state(Tone.GOOD, "done", _("Consistent"))
            self._register.words.setText(_("As the register counts reconsiderations and suits."))
        else:
            self._register.badge.show_state(Tone.NEUTRAL, "info", _("Nothing registered"))
            self._register.words.setText(
                _(
                    "The register holds no reconsideration and no suit. Does another division "
                    "keep them? Then fill in its numbers by hand."
                )
            )

    def applied(self, draft: ReportDraft) -> ReportDraft:
        return replace(draft, overrides=self.overridden.overrides)
