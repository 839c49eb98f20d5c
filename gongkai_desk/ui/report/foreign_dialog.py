"""A published report of any unit: what was found in it, and its check report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.report_answers import standing
from gongkai_desk.i18n import _
from gongkai_desk.services.check_report import ForeignReport, read_foreign, with_year_before
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.findings_panel import FindingsPanel
from gongkai_desk.ui.report.output import ReportOutput
from gongkai_desk.ui.report.previous_intake import report_filters
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel


class ForeignReportDialog(QDialog):
    """Shows `report` with its findings; the report of the year before may be added to it."""

    def __init__(
        self,
        report: ForeignReport,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("foreign-report")
        self.setWindowTitle(_("Check of a report"))
        self.report = report
        self._operations, self._prompts = operations, prompts
        self.output = ReportOutput(desk=desk, operations=operations, prompts=prompts, parent=self)
        self.heading = PlainLabel("", self, look="heading", wrap=True)
        self.source = PlainLabel("", self, look="muted", wrap=True)
        self.state = StateLine(self)
        self.panel = FindingsPanel(
            "foreign-findings",
            _("Findings"),
            _("Figures and texts are complete and agree with each other."),
            self,
            with_step=False,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        for widget in (self.heading, self.source, self.state):
            layout.addWidget(widget)
        layout.addWidget(self.panel, 1)
        layout.addStretch(0)
        layout.addWidget(self._build_buttons())
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(64 * unit, room.width() - 64), min(38 * unit, room.height() - 96))
        self._show()

    def _build_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.before_button = QPushButton(_("Add the report of the &year before…"), self)
        self.before_button.setObjectName("foreign-before")
        icons.set_icon(self.before_button, "open")
        self.before_button.clicked.connect(self._add_before)
        self.paper_button = QPushButton(_("Check &report…"), self)
        self.paper_button.setObjectName("foreign-paper")
        self.paper_button.setProperty("look", "primary")
        icons.set_icon(self.paper_button, "print", self.palette().highlightedText().color().name())
        self.paper_button.clicked.connect(lambda: self.output.preview_foreign(self.report))
        for button in (self.before_button, self.paper_button):
            button.setAutoDefault(False)
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def _show(self) -> None:
        reading, before = self.report.reading, self.report.before
        year = "?" if reading.year is None else str(reading.year)
        self.heading.setText(
            _("{agency}, {year}").format(agency=reading.agency or self.report.name, year=year)
        )
        lines = [_("{file}, {form}").format(file=self.report.name, form=label(reading.form))]
        if before is not None:
            lines.append(_("Compared with the year before: {file}").format(file=before.name))
        self.source.setText("\n".join(lines))
        told = standing(self.report.findings, ())
        if told.errors:
            state = (Tone.BAD, "error", _("Does not agree"))
        elif told.open:
            state = (Tone.WARN, "warning", _("To check"))
        else:
            state = (Tone.GOOD, "done", _("Consistent"))
        self.state.badge.show_state(*state)
        self.state.words.setText(
            _("{errors} errors, {others} points to check").format(
                errors=told.errors, others=told.missing + told.waiting
            )
        )
        self.panel.show_findings(self.report.findings)

    def _add_before(self) -> None:
        path = self._prompts.open_file(_("Report of the year before"), report_filters())
        if path is None:
            return
        report = self.report

        def take(read: ForeignReport) -> None:
            self.report = read
            self._show()

        self._operations.perform_long(
            _("Reading {name}").format(name=path.name),
            lambda _progress: with_year_before(report, path),
            take,
        )


def check_foreign(
    *,
    desk: Desk,
    operations: Operations,
    prompts: Prompts,
    parent: QWidget,
) -> None:
    """Ask for a report, read it beside the window, and show what was found in it."""
    path = prompts.open_file(_("Report to be checked"), report_filters())
    if path is None:
        return
    chosen: Path = path

    def show(report: ForeignReport) -> None:
        open_dialog(
            ForeignReportDialog(
                report, desk=desk, operations=operations, prompts=prompts, parent=parent
            )
        )

    operations.perform_long(
        _("Reading {name}").format(name=chosen.name),
        lambda _progress: read_foreign(chosen),
        show,
    )
