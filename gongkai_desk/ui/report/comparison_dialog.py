"""历年对比: the annual reports of several years in a table and in charts, whether they agree, and
where each year's numbers come from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report_comparison import Comparison, Fit
from gongkai_desk.domain.year_charts import charts
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_comparison import FIRST_YEAR, EarlierRead
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.cases_dialog import CasesDialog, cases_of
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.report.comparison_table import ComparisonTable, Number
from gongkai_desk.ui.report.comparison_tabs import AgreementTab, SourcesTab
from gongkai_desk.ui.report.earlier_reports_dialog import EarlierReportsDialog
from gongkai_desk.ui.report.previous_intake import report_filters
from gongkai_desk.ui.report.year_chart import Piece, YearColumns
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import dropped_files
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.segments import Segments
from gongkai_desk.wording import report_comparison as words

SPANS = (3, 5, 7, 10)
"""How many years may be looked at."""


class ReportComparisonDialog(QDialog):
    """`leave` carries the `Target` of a request to be seen in the register. Files dropped on it
    are read as reports of earlier years.
    """

    leave = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("report-comparison")
        self.setWindowTitle(_("Annual reports compared"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._last = year
        self.comparison: Comparison
        self.cases: CasesDialog | None = None
        self.span = Segments("comparison-span", SPANS, _span_text, self)
        self.span.set_value(self._fitting_span())
        self.summary = PlainLabel("", self, look="strong", wrap=True)
        self.summary.setObjectName("comparison-summary")
        self.table = ComparisonTable("comparison-table", self)
        self.told = PlainLabel("", self, look="muted", wrap=True)
        self.told.setObjectName("comparison-told")
        self.open_button = self._button(
            "comparison-open", _("Show the requests"), "requests", self._open_current
        )
        self.agreement = AgreementTab(self)
        self.sources = SourcesTab(self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self._build()
        self.span.chosen.connect(self.refresh)
        self.table.looked_at.connect(self._tell)
        self.table.opened.connect(self._open)
        self.sources.read.connect(self.choose_files)
        self.sources.removed.connect(self.remove)
        self.refresh()
        self.table.setFocus()

    # building

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(PlainLabel(_("Up to {year}").format(year=self._last), self, look="muted"))
        top.addWidget(self.span)
        top.addStretch(1)
        top.addWidget(
            self._button(
                "read-earlier", _("Read earlier reports…"), "import", lambda: self.choose_files()
            )
        )
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("comparison-tabs")
        self.tabs.addTab(self._table_tab(), pgettext("comparison", "Table"))
        self.tabs.addTab(self.area, _("Charts"))
        self.tabs.addTab(self.agreement, _("Agreement of the years"))
        self.tabs.addTab(self.sources, _("Where from"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        for button in (
            self._button("comparison-print", _("&Print…"), "print", self.print_it),
            self._button("comparison-export", _("E&xport…"), "export", self.export),
        ):
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(box)
        room = self.screen().availableGeometry()
        self.resize(min(1180, room.width() - 48), min(740, room.height() - 64))

    def _button(self, name: str, text: str, icon: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        button.clicked.connect(lambda: run())
        return button

    def _table_tab(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.told, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        return holder

    def _fitting_span(self) -> int:
        """The least span with everything known in it."""
        known = self._last - self._desk.report_comparison.first_year(self._last) + 1
        return next((span for span in SPANS if span >= known), SPANS[-1])

    # showing

    def refresh(self) -> None:
        """Count and compare anew."""
        years = range(self._last - self.span.value() + 1, self._last + 1)
        self.comparison = self._desk.report_comparison.compare(years)
        self.table.show_comparison(self.comparison)
        self.agreement.show_comparison(self.comparison)
        self.sources.show_comparison(self.comparison, self._desk.report_comparison.kept)
        self._show_charts()
        self.summary.setText(_summary(self.comparison))

    def _show_charts(self) -> None:
        inside = QWidget(self.area)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        for chart in charts(self.comparison):
            card = QFrame(inside)
            card.setProperty("look", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(16, 12, 16, 12)
            column.addWidget(PlainLabel(label(chart.name), card, look="strong"))
            if chart.known:
                drawn = YearColumns(chart, card)
                drawn.setObjectName(f"chart-{chart.name.value}")
                drawn.chosen.connect(self._open_piece)
                column.addWidget(drawn)
            else:
                column.addWidget(PlainLabel(_("Nothing to show."), card, look="muted"))
            layout.addWidget(card)
        layout.addStretch(1)
        self.area.setWidget(inside)

    def _tell(self, number: object) -> None:
        """Say what the number is, how it changed, and where it comes from."""
        known = isinstance(number, Number)
        self.told.setText(_about(self.comparison, number) if isinstance(number, Number) else "")
        self.open_button.setEnabled(
            isinstance(number, Number) and known and bool(self._requests_behind(number))
        )

    def _requests_behind(self, number: Number) -> tuple[str, ...]:
        report = self.comparison.reports.get(number.year)
        if report is None:
            return ()
        ids = report.behind(number.line.refs)
        if number.line.name.startswith(("disputes", "corrected")):
            return self._desk.report_comparison.requests_of(ids)
        return ids

    def _open_current(self) -> None:
        number = self.table.number()
        if number is not None:
            self._open(number)

    def _open_piece(self, piece: object) -> None:
        if isinstance(piece, Piece):
            self._open(Number(line=piece.line, year=piece.year))

    def _open(self, number: object) -> None:
        """List the requests that a number counts; only our own years have them."""
        if not isinstance(number, Number):
            return
        ids = self._requests_behind(number)
        if not ids:
            return
        title = _("{year}: {row}").format(year=number.year, row=words.line_text(number.line))
        self.cases = CasesDialog(title, cases_of(self._desk, ids), self)
        self.cases.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cases.chosen.connect(self._go)
        self.cases.open()

    def _go(self, request_id: object) -> None:
        self.accept()
        self.leave.emit(Target(page="requests", view="all", record_id=str(request_id)))

    # reports of earlier years

    def choose_files(self) -> None:
        """Ask for reports of earlier years, several at once."""
        paths = self._prompts.open_files(_("Reports of earlier years"), report_filters())
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read these in the background, then ask which to keep."""
        service = self._desk.report_comparison

        def work(progress: Progress) -> list[EarlierRead]:
            return service.read(paths, progress)

        self._operations.perform_long(_("Reading the reports"), work, self.ask)

    def ask(self, reads: list[EarlierRead]) -> None:
        """Show what was read; nothing is kept before the officer has looked."""
        service, day = self._desk.report_comparison, today()

        def keep(chosen: Sequence[tuple[int, EarlierRead]]) -> tuple[Problem, ...]:
            refused = self._operations.attempt(lambda: service.keep(chosen, day))
            if refused:
                self._operations.show_problems(refused)
                return refused
            self.span.set_value(max(self.span.value(), self._fitting_span()))
            self.refresh()
            return ()

        dialog = EarlierReportsDialog(
            reads,
            range(day.year, FIRST_YEAR - 1, -1),
            lambda read, year: service.doubts(read, year, day),
            keep,
            self,
        )
        open_dialog(dialog)

    def remove(self, year: object) -> None:
        """Keep the file of a year no longer."""
        if not isinstance(year, int) or not self._prompts.ask(
            _("Remove the report of {year}?").format(year=year),
            _("The file is no longer kept in the office file and the year becomes a gap."),
            yes=_("Remove"),
            danger=True,
        ):
            return
        remove = partial(self._desk.report_comparison.remove, year)
        self._operations.perform(remove, lambda _changes: self.refresh())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(dropped_files(event.mimeData()))

    # papers

    def print_it(self) -> None:
        """Show table and charts as they will be printed."""
        comparison, day = self.comparison, today()
        title = words.title_text(comparison)
        preview_paper(
            lambda path: self._desk.report_comparison.write_pdf(comparison, path, day),
            name=f"{safe_name(title)}.pdf",
            title=title,
            operations=self._operations,
            prompts=self._prompts,
            parent=self,
        )

    def export(self) -> None:
        """Ask for a file and write it there: PDF or workbook, by the name's ending."""
        comparison, day, service = self.comparison, today(), self._desk.report_comparison
        name = f"{safe_name(words.title_text(comparison))}.pdf"
        filters = ["PDF (*.pdf)", _("Excel workbook (*.xlsx)")]
        chosen = self._prompts.save_file(_("Export the comparison"), name, filters)
        if chosen is None:
            return
        workbook = chosen.suffix.lower() == ".xlsx"
        path = chosen if workbook else chosen.with_suffix(".pdf")

        def work(_progress: Progress) -> Path:
            if workbook:
                return service.write_workbook(comparison, path, day)
            service.write_pdf(comparison, path, day)
            return path

        def say(written: Path) -> None:
            self._operations.say(_("Saved: {path}").format(path=written))

        self._operations.perform_long(_("Writing the comparison"), work, say)


def _about(comparison: Comparison, number: Number) -> str:
    """Row and year with its number, the change from the year before, its source, what was set."""
    at = comparison.years.index(number.year)
    line = number.line
    text = _("{year}, {row}: {number}").format(
        year=number.year,
        row=words.line_text(line),
        number=words.value_text(line, line.values[at]),
    )
    change = line.change(at)
    if change is not None:
        by, percent = words.change_texts(line, change)
        told = by if percent == words.GAP else _("{by} ({percent})").format(by=by, percent=percent)
        text += _("; against {year}: {change}").format(year=number.year - 1, change=told)
    report = comparison.reports.get(number.year)
    lines = [text, words.source_text(report) if report else _("Not known")]
    lines += [
        words.override_text(one, number.year) for one in comparison.overrides(line, number.year)
    ]
    return "\n".join(lines)


def _summary(comparison: Comparison) -> str:
    """How many years are known, which are not, and whether they agree."""
    known = ngettext("{count} year known", "{count} years known", len(comparison.reports))
    told = [known.format(count=len(comparison.reports))]
    if comparison.gaps:
        told.append(_("no data: {years}").format(years="、".join(map(str, comparison.gaps))))
    if comparison.breaks:
        found = ngettext(
            "{count} number does not agree with the year before",
            "{count} numbers do not agree with the year before",
            len(comparison.breaks),
        )
        told.append(found.format(count=len(comparison.breaks)))
    elif any(link.fit is Fit.AGREES for link in comparison.links):
        told.append(_("what is handed over agrees from year to year"))
    return _("; ").join(told)


def _span_text(span: int) -> str:
    return _("{count} years").format(count=span)
