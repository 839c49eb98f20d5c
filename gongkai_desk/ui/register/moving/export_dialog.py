"""What an exported ledger shall show: the columns with the office's own headings, and whether
numbers and addresses of persons stand in it whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.ledger_export import EXPORTABLE, SHOWN, LedgerExport
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import DraftDialog

_FIELD_ROLE = Qt.ItemDataRole.UserRole


class ColumnsField(QWidget):
    """The columns in their order: a tick shows one, its heading can be typed over."""

    changed = Signal()

    def __init__(
        self,
        columns: Sequence[LedgerField],
        headings: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 2, self)
        self.table.setObjectName("export-columns")
        self.table.setAccessibleName(_("Columns of the ledger"))
        self.table.setHorizontalHeaderLabels([_("Field"), _("Heading in the file")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        line = self.fontMetrics().height()
        self.table.verticalHeader().setDefaultSectionSize(round(line * 1.8))
        self.table.setMinimumHeight(line * 18)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        self._fill(columns, headings)
        self.table.itemChanged.connect(lambda _item: self.changed.emit())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, text, icon, run in (
            ("column-up", _("Up"), "up", lambda: self.shift(-1)),
            ("column-down", _("Down"), "down", lambda: self.shift(1)),
            ("column-reset", _("As at first"), "undo", self.reset),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            icons.set_icon(button, icon)
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _fill(self, columns: Sequence[LedgerField], headings: Mapping[str, str]) -> None:
        every = (*columns, *(field for field in EXPORTABLE if field not in columns))
        self.table.blockSignals(True)
        self.table.setRowCount(len(every))
        for row, field in enumerate(every):
            name = QTableWidgetItem(label(field))
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
            name.setData(_FIELD_ROLE, field.value)
            shown = field in columns
            name.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.table.setItem(row, 0, name)
            self.table.setItem(row, 1, QTableWidgetItem(headings.get(field.value) or label(field)))
        self.table.blockSignals(False)
        self.table.setCurrentCell(0, 0)

    def _rows(self) -> Iterable[tuple[LedgerField, bool, str]]:
        for row in range(self.table.rowCount()):
            name, heading = self.table.item(row, 0), self.table.item(row, 1)
            assert name is not None
            assert heading is not None
            shown = name.checkState() is Qt.CheckState.Checked
            yield LedgerField(name.data(_FIELD_ROLE)), shown, heading.text().strip()

    def columns(self) -> tuple[LedgerField, ...]:
        """The columns that are ticked, in their order."""
        return tuple(field for field, shown, _heading in self._rows() if shown)

    def headings(self) -> dict[str, str]:
        """The headings that differ from the names of the fields."""
        return {
            field.value: heading
            for field, _shown, heading in self._rows()
            if heading and heading != label(field)
        }

    def shift(self, by: int) -> None:
        """Move the chosen column up or down."""
        row = self.table.currentRow()
        other = row + by
        if row < 0 or not 0 <= other < self.table.rowCount():
            return
        self.table.blockSignals(True)
        for column in range(2):
            one, two = self.table.takeItem(row, column), self.table.takeItem(other, column)
            self.table.setItem(row, column, two)
            self.table.setItem(other, column, one)
        self.table.blockSignals(False)
        self.table.setCurrentCell(other, 0)
        self.changed.emit()

    def reset(self) -> None:
        """The columns and headings of the program."""
        self._fill(SHOWN, {})
        self.changed.emit()


class LedgerExportDialog(DraftDialog[LedgerExport]):
    def __init__(
        self,
        export: LedgerExport,
        count: int,
        submit: Callable[[LedgerExport], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Export the register"),
            submit,
            prompts,
            parent,
            save=_("Choose the file…"),
            intro=ngettext(
                "{n} request is written. A second sheet reckons every due date anew with a "
                "formula.",
                "{n} requests are written. A second sheet reckons every due date anew with a "
                "formula.",
                count,
            ).format(n=count),
        )
        self.setObjectName("ledger-export")
        self.columns = ColumnsField(export.columns, export.headings, self)
        self.complete = QCheckBox(_("Add the other columns hidden, so that it can be imported"))
        self.complete.setChecked(export.complete)
        self.full = QCheckBox(_("Numbers, phones and addresses in full, without stars"))
        self.form.add(
            "columns",
            _("Columns of the ledger"),
            self.columns,
            hint=_("Double-click a heading (or press F2) to give it the name your office uses."),
        )
        self.form.add("complete", _("For later"), self.complete)
        self.form.add(
            "full",
            _("Personal data"),
            self.full,
            hint=_(
                "In full only for those who may see it: the file leaves the office file's care."
            ),
        )
        self.ready()

    def draft(self) -> LedgerExport:
        return LedgerExport(
            columns=self.columns.columns(),
            headings=self.columns.headings(),
            complete=self.complete.isChecked(),
            full=self.full.isChecked(),
        )

    def check(self, draft: LedgerExport) -> Iterable[Problem]:
        if not draft.columns:
            yield Problem("ledger-without-columns", "columns")
