"""What is wrong with a ledger, cell by cell, and the requests that come of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.ledger_reading import LedgerReading
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.i18n import _
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class ProblemsTable(RecordTable[Problem]):
    def __init__(self, parent: QWidget | None = None) -> None:
        model = RecordTableModel(_problem_columns(), identity=_place)
        super().__init__("ledger-problems", model, parent, remembers=False)
        self.setAccessibleName(_("Problems by cell"))
        self.set_empty(_("Every cell could be read."), icon="check")

    def show_problems(self, reading: LedgerReading) -> None:
        """Errors first, each kind in the order of the rows."""
        self.set_rows((*reading.errors, *reading.warnings))


class ProblemsView(QWidget):
    """The table, and the chosen problem in full below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ProblemsTable(self)
        self.words = PlainLabel("", self, look="plain", wrap=True, selectable=True)
        self.words.setObjectName("problem-in-full")
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        self.table.chosen.connect(self._choose)

    def show_problems(self, reading: LedgerReading) -> None:
        self.table.show_problems(reading)
        if self.table.current() is None and self.table.records.rows:
            self.table.selectRow(0)
        self._choose(self.table.current())
        self.words.setVisible(bool(self.table.records.rows))

    def _choose(self, problem: Problem | None) -> None:
        words = "" if problem is None else sentence(problem)
        if problem is not None and problem.field:
            words = _("{cell}: {problem}").format(cell=problem.field, problem=words)
        self.words.setText(words)


class RequestsTable(RecordTable[Case]):
    def __init__(self, parent: QWidget | None = None) -> None:
        model = RecordTableModel(_case_columns(), identity=lambda case: case.request.id)
        super().__init__("ledger-requests", model, parent, remembers=False)
        self.setAccessibleName(_("Requests found"))
        self.set_empty(_("No request was found."))

    def show_cases(self, cases: Sequence[Case]) -> None:
        self.set_rows(cases)


def _place(problem: Problem) -> str:
    return f"{problem.field} {problem.code}"


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _problem_columns() -> list[Column[Problem]]:
    return [
        Column(name="cell", title=_("Cell"), text=lambda one: one.field or _("whole sheet"),
               width=7),
        Column(name="severity", title=_("Severity"), width=6, chip=True,
               text=lambda one: _("Error") if _is_error(one) else _("To be noted"),
               tone=lambda one: Tone.BAD if _is_error(one) else Tone.WARN,
               icon=lambda one: "error" if _is_error(one) else "warning"),
        Column(name="what", title=_("What is wrong, and what to do"), text=sentence,
               stretch=True),
    ]  # fmt: skip


def _case_columns() -> list[Column[Case]]:
    return [
        Column(name="number", title=_("Number"), text=lambda c: c.request.number, width=8),
        Column(name="received", title=_("Received"), width=8,
               text=lambda c: c.request.received.isoformat() if c.request.received else ""),
        Column(name="applicant", title=_("Applicant"), width=9,
               text=lambda c: c.request.applicant.name),
        Column(name="subject", title=_("Information asked for"), stretch=True,
               text=lambda c: c.request.subject),
        Column(name="status", title=_("Status"), width=7, text=lambda c: label(c.status)),
        Column(name="due", title=_("Due date"), width=8,
               text=lambda c: c.due.isoformat() if c.due else ""),
        Column(name="result", title=_("Result"), width=16, text=lambda c: c.result,
               tip=lambda c: c.outcome.label if c.outcome else ""),
    ]  # fmt: skip
