"""Table 3: counted from the register, every number opening the requests behind it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import CARRIED_OUT_ROW, COLUMN_LABELS, ReportDraft
from gongkai_desk.domain.report_finding import request_cell
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.resources import table
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.behind import NumbersBehind
from gongkai_desk.ui.report.count_fields import CountField, OfficialGrid, half_filled
from gongkai_desk.ui.report.findings import EntryList, uncounted_entries
from gongkai_desk.ui.report.matrix import TABLE, Cell, RequestMatrix
from gongkai_desk.ui.report.override_panel import OverridePanel
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

MOST_LINES = 6
"""Height of the list of cases in no cell, in lines of text; more of them scroll."""


class TableThreeStep(StepPage):
    """The official matrix, the cases in no cell, the numbers set by hand, and what last year
    handed over.

    `behind` opens the list of requests behind a number; `previous_asked` asks to read last year's
    report from a file.
    """

    previous_asked = Signal()

    def __init__(self, behind: NumbersBehind, prompts: Prompts) -> None:
        super().__init__(
            table("statutes", "report_form.toml")["sections"][2],
            _(
                "Counted from the register. Click an underlined number, or press Enter on it, to "
                "see the requests behind it and to put them right."
            ),
            scrolls=False,
        )
        self._behind = behind
        self.matrix = RequestMatrix("table3", self)
        self.matrix.body.settable = True
        self.matrix.opened.connect(self._open)
        self.matrix.setting_asked.connect(self._set)
        self.overridden = OverridePanel(TABLE, prompts, self)
        self.overridden.changed.connect(self.changed)
        self.body.addWidget(self._build_uncounted())
        self.body.addWidget(self.matrix, 1)
        self.body.addWidget(self.overridden)
        self._before = tuple(
            CountField(
                f"previous.25.{column}",
                replace(request_cell(CARRIED_OUT_ROW, column), previous=True),
                optional=True,
            )
            for column in range(len(COLUMN_LABELS) - 1)
        )
        self.fields = self._before
        self.body.addLayout(self._build_before())
        for field in self._before:
            field.changed.connect(self._edited)

    def _open(self, cell: Cell) -> None:
        self._behind.requests(cell, self.matrix.cell_title(cell))

    def _set(self, cell: Cell | None) -> None:
        if cell is not None:
            self.overridden.ask(str(cell.row), cell.column)

    def _build_uncounted(self) -> QWidget:
        self._uncounted = QWidget(self)
        self._heading = PlainLabel("", self, look="strong", wrap=True)
        self.uncounted = EntryList("uncounted", _("Requests in no cell"), self)
        self.uncounted.hug(MOST_LINES)
        self.uncounted.opened.connect(
            lambda chosen: self._behind.requests(None, _("Requests in no cell"), str(chosen))
        )
        layout = QVBoxLayout(self._uncounted)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self.uncounted)
        return self._uncounted

    def _build_before(self) -> QVBoxLayout:
        self.fold = QPushButton(self)
        self.fold.setObjectName("fold-previous")
        self.fold.setProperty("look", "link")
        self.fold.setCheckable(True)
        self.fold.setAutoDefault(False)
        self._given = OfficialGrid(len(COLUMN_LABELS) + 1, self)
        self._given.stretch(0, 4)
        row25 = table("statutes", "report_form.toml")["requests"]["rows"][CARRIED_OUT_ROW - 1]
        self._given.head(_("Last year's report"), 0, 0)
        self._given.label(row25["label"], 1, 0)
        for column, name in enumerate(COLUMN_LABELS, 1):
            self._given.head(name, 0, column)
        for column, field in enumerate(self._before, 1):
            self._given.field(field, 1, column)
        self._sum = self._given.total("previous.25.6", 1, len(COLUMN_LABELS))
        self.fold.toggled.connect(self._unfold)
        layout = QVBoxLayout()
        layout.setSpacing(4)
        self.read_button = QPushButton(_("&Read last year's report…"), self)
        self.read_button.setObjectName("read-previous")
        self.read_button.setAutoDefault(False)
        self.read_button.clicked.connect(self.previous_asked)
        icons.set_icon(self.read_button, "import")
        self.set_button = QPushButton(_("Set this n&umber…"), self)
        self.set_button.setObjectName(f"set-number-{TABLE}")
        self.set_button.setAutoDefault(False)
        self.set_button.setToolTip(plain_tip(_("The chosen number of the table (F2)")))
        self.set_button.clicked.connect(lambda: self._set(self.matrix.current))
        icons.set_icon(self.set_button, "edit")
        top = QHBoxLayout()
        top.addWidget(self.fold)
        top.addStretch(1)
        top.addWidget(self.set_button)
        top.addWidget(self.read_button)
        layout.addLayout(top)
        layout.addWidget(self._given, 0, Qt.AlignmentFlag.AlignTop)
        self._unfold(False)
        return layout

    def _unfold(self, open_now: bool) -> None:
        icons.set_icon(self.fold, "down" if open_now else "right")
        self._given.setVisible(open_now)

    def show_view(self, view: ReportView) -> None:
        before = view.draft.previous.requests.get(CARRIED_OUT_ROW)
        known = view.known.requests.get(CARRIED_OUT_ROW)
        for column, field in enumerate(self._before):
            field.set_value(before[column] if before else None)
            field.setPlaceholderText(str(known[column]) if known else "")
        self.overridden.show_view(view)
        self.follow(view)

    def follow(self, view: ReportView) -> None:
        self.overridden.follow(view)
        self.matrix.show_numbers(view.figures.requests, view.findings, self.overridden.overrides)
        missed = view.counted.not_counted
        words = ngettext(
            "{count} request is in no cell; press Enter to put it right",
            "{count} requests are in no cell; press Enter to put one right",
            len(missed),
        )
        self._heading.setText(words.format(count=len(missed)))
        self.uncounted.show_entries(uncounted_entries(missed))
        self._uncounted.setVisible(bool(missed))
        self._show_sum()

    def _edited(self) -> None:
        self._show_sum()
        self.changed.emit()

    def _show_sum(self) -> None:
        typed = any(not field.empty for field in self._before)
        total = sum(self._numbers())
        self._sum.setText(str(total) if typed else "—")
        self.fold.setText(
            _("&Last year's row 25, for checking row 2: {total} in all").format(total=total)
            if typed
            else _("&Last year's row 25, for checking row 2 (optional)")
        )

    def _numbers(self) -> tuple[int, ...]:
        return tuple(field.value() or 0 for field in self._before)

    def applied(self, draft: ReportDraft) -> ReportDraft:
        requests: dict[int, tuple[int, ...]] = {}
        if any(not field.empty for field in self._before):
            numbers = self._numbers()
            requests = {**draft.previous.requests, CARRIED_OUT_ROW: (*numbers, sum(numbers))}
        return replace(
            draft,
            previous=replace(draft.previous, requests=requests),
            overrides=self.overridden.overrides,
        )

    def problems(self) -> list[Problem]:
        return [*super().problems(), *half_filled(self._before)]

    @override
    def show_problems(self, *, go: bool = False) -> bool:
        if self.problems():
            self.fold.setChecked(True)
        return super().show_problems(go=go)
