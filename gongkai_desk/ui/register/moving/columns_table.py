"""Which column of the file becomes which field, with a choice in each row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gongkai_desk.domain.ledger_fields import CHOOSABLE, COMPUTED, LedgerColumn, LedgerField
from gongkai_desk.domain.ledger_layout import LedgerLayout
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import plain_tip

Choose = Callable[[int, LedgerField | None], None]


class ChoiceTable(QTableWidget):
    """A table whose last column holds a choice in every row."""

    def __init__(self, name: str, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(0, len(titles), parent)
        self.setObjectName(name)
        self.setHorizontalHeaderLabels(list(titles))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the choices take the keys
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.6))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._unit = self.fontMetrics().horizontalAdvance("字")

    def set_widths(self, widths: tuple[int, ...], stretched: int) -> None:
        """Widths in Chinese characters; one column takes what is left."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width * self._unit + 16)
        self.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(" ".join(text.split()))
        item.setToolTip(plain_tip(text))
        self.setItem(row, column, item)

    def choice(self, row: int) -> ChoiceField[str]:
        """The choice in a row, by its values as text."""
        field = self.cellWidget(row, self.columnCount() - 1)
        assert isinstance(field, ChoiceField)
        return field


class ColumnsTable(ChoiceTable):
    """`choose` is told the column's index and its new field, None to leave it out."""

    def __init__(self, choose: Choose, parent: QWidget | None = None) -> None:
        titles = (_("Column"), _("Heading in the file"), _("Samples"), _("Becomes"))
        super().__init__("ledger-columns", titles, parent)
        self.set_widths((4, 13, 20, 13), 2)
        self._choose = choose
        self._columns: tuple[LedgerColumn, ...] = ()
        self._quiet = False

    def show_layout(self, layout: LedgerLayout) -> None:
        """The columns of another sheet."""
        self._columns = layout.columns
        self.setRowCount(len(self._columns))
        for row, column in enumerate(self._columns):
            self.put(row, 0, column.letters)
            self.put(row, 1, column.title)
            self.put(row, 2, "；".join(column.samples))
            self.setCellWidget(row, 3, self._field(column))
        self.show_fields(layout)

    def _field(self, column: LedgerColumn) -> ChoiceField[str]:
        values = ["", *(field.value for field in CHOOSABLE)]
        if column.field in COMPUTED and column.field is not None:
            values.insert(1, column.field.value)
        choice = ChoiceField(values, _name, self)
        choice.setObjectName(f"field-{column.letters}")
        choice.setAccessibleName(column.title)
        choice.changed.connect(lambda: self._changed(column.index, choice.value()))
        return choice

    def show_fields(self, layout: LedgerLayout) -> None:
        """The same columns with the fields they have now."""
        self._columns = layout.columns
        self._quiet = True
        for row, column in enumerate(layout.columns):
            self.choice(row).set_value(column.field.value if column.field else "")
        self._quiet = False

    def counts(self) -> tuple[int, int]:
        """How many columns are read, and how many there are."""
        read = [c for c in self._columns if c.field is not None and c.field not in COMPUTED]
        return len(read), len(self._columns)

    def _changed(self, index: int, value: str | None) -> None:
        if not self._quiet:
            self._choose(index, LedgerField(value) if value else None)


def _name(value: str) -> str:
    if not value:
        return _("(not read)")
    field = LedgerField(value)
    if field in COMPUTED:
        return _("{field} (not read)").format(field=label(field))
    return label(field)
