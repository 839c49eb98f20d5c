"""The tables of the import: which column became what, what is doubtful, which item goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gongkai_desk.domain.catalogue import CatalogueItem
from gongkai_desk.domain.catalogue_compare import BETWEEN_LEVELS, Match
from gongkai_desk.domain.catalogue_draft import CatalogueDraft
from gongkai_desk.domain.catalogue_headings import CatalogueColumn, CatalogueField
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.catalogue import CatalogueImport
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.disclosure.catalogue.words import limit_text, name_of, parent_of
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.moving.columns_table import ChoiceTable
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

ChooseField = Callable[[str, int, CatalogueField | None], None]
ChooseMatch = Callable[[str, str], None]


class FieldsTable(ChoiceTable):
    """`choose` is told the sheet, the column and its new field, None to keep it as it is."""

    def __init__(self, choose: ChooseField, parent: QWidget | None = None) -> None:
        titles = (_("Column"), _("Heading in the file"), _("Samples"), _("Becomes"))
        super().__init__("catalogue-columns", titles, parent)
        self.set_widths((7, 13, 20, 13), 2)
        self._choose = choose
        self._columns: tuple[tuple[str, CatalogueColumn], ...] = ()
        self._quiet = False

    def show_draft(self, draft: CatalogueDraft) -> None:
        """The columns of the chosen sheets with the fields they have now."""
        columns = draft.columns()
        several = len(draft.chosen) > 1
        anew = [(s, c.index) for s, c in columns] != [(s, c.index) for s, c in self._columns]
        self._columns, self._quiet = columns, True
        if anew:
            self.setRowCount(len(columns))
        for row, (sheet, column) in enumerate(columns):
            if anew:
                place = f"{sheet} {column.letters}" if several else column.letters
                self.put(row, 0, place)
                self.put(row, 1, column.title)
                self.put(row, 2, "；".join(column.samples))
                self.setCellWidget(row, 3, self._field(sheet, column))
            self.choice(row).set_value(column.field.value if column.field else "")
        self._quiet = False

    def _field(self, sheet: str, column: CatalogueColumn) -> ChoiceField[str]:
        choice = ChoiceField(["", *(field.value for field in CatalogueField)], _name, self)
        choice.setObjectName(f"catalogue-field-{sheet}-{column.letters}")
        choice.setAccessibleName(column.title)
        choice.changed.connect(lambda: self._changed(sheet, column.index, choice.value()))
        return choice

    def _changed(self, sheet: str, index: int, value: str | None) -> None:
        if not self._quiet:
            self._choose(sheet, index, CatalogueField(value) if value else None)


def _name(value: str) -> str:
    return label(CatalogueField(value)) if value else _("(kept under its own heading)")


class DoubtsView(QWidget):
    """The doubtful cells with their addresses, and the chosen one in full below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: Sequence[Column[Problem]] = (
            Column(name="cell", title=_("Cell"), text=lambda one: one.field, width=9),
            Column(name="what", title=_("What is doubtful"), text=sentence, stretch=True),
        )
        self.table: RecordTable[Problem] = RecordTable(
            "catalogue-doubts", RecordTableModel(columns, identity=_place), self, remembers=False
        )
        self.table.set_empty(_("Nothing is doubtful."), icon="check")
        self.words = PlainLabel("", self, look="plain", wrap=True, selectable=True)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        self.table.chosen.connect(self._choose)

    def show_doubts(self, doubts: Sequence[Problem]) -> None:
        self.table.set_rows(doubts)
        if doubts and self.table.current() is None:
            self.table.selectRow(0)
        self.words.setVisible(bool(doubts))
        self._choose(self.table.current())

    def _choose(self, problem: Problem | None) -> None:
        self.words.setText("" if problem is None else sentence(problem))


def _place(problem: Problem) -> str:
    return f"{problem.field} {problem.code}"


class MatchesTable(ChoiceTable):
    """The items of which it is not sure whether they go on with one of ours, and those that the
    officer decided; `choose` is told the place of the item and the lineage, "" for none.
    """

    def __init__(self, choose: ChooseMatch, parent: QWidget | None = None) -> None:
        titles = (_("Cell"), _("Item in the file"), _("Is the same as"))
        super().__init__("catalogue-matches", titles, parent)
        self.set_widths((9, 20, 26), 1)
        self._choose = choose
        self._places: list[str] = []
        self._quiet = False

    def show_matches(self, found: CatalogueImport, decided: Sequence[str]) -> int:
        """Show those to be looked at; how many there are."""
        taken = {match.item.lineage for match in found.matches.values()}
        free = [item for item in found.base if item.lineage not in taken]
        asked = [
            item
            for item in found.reading.items
            if item.id in decided or _unsure(found.matches.get(item.id))
        ]
        self._quiet = True
        self.setRowCount(len(asked))
        self._places = [item.id for item in asked]
        for row, item in enumerate(asked):
            self.put(row, 0, item.id)
            self.put(row, 1, BETWEEN_LEVELS.join(item.path))
            match = found.matches.get(item.id)
            self.setCellWidget(row, 2, self._field(item, match, free))
        self._quiet = False
        return len(asked)

    def _field(
        self, item: CatalogueItem, match: Match | None, free: Sequence[CatalogueItem]
    ) -> ChoiceField[str]:
        ours = [*([match.item] if match else []), *free]
        names = {one.lineage: BETWEEN_LEVELS.join(one.path) for one in ours}
        choice = ChoiceField(["", *names], lambda lineage: names.get(lineage, _("none: it is new")))
        choice.setParent(self)
        choice.setObjectName(f"catalogue-match-{item.id}")
        choice.setAccessibleName(item.title)
        choice.set_value(match.item.lineage if match else "")
        choice.changed.connect(lambda: self._changed(item.id, choice.value()))
        return choice

    def _changed(self, place: str, lineage: str | None) -> None:
        if not self._quiet:
            self._choose(place, lineage or "")


def _unsure(match: Match | None) -> bool:
    return match is not None and not match.sure


def items_table(parent: QWidget) -> RecordTable[CatalogueItem]:
    """The items as they will be."""
    columns: Sequence[Column[CatalogueItem]] = (
        Column(name="no", title=_("No."), text=lambda one: str(one.position), width=3, right=True),
        Column(name="level-1", title=_("Level 1"), text=parent_of, width=9),
        Column(name="item", title=_("Item"), text=name_of, stretch=True),
        Column(
            name="limit",
            title=_("Time limit of publication"),
            text=lambda one: " ".join(one.limit.text.split()),
            width=12,
        ),
        Column(
            name="watched", title=_("Is watched"), text=lambda one: limit_text(one.limit), width=12
        ),
        Column(
            name="mode", title=_("Way of disclosure"), text=lambda one: label(one.mode), width=7
        ),
        Column(
            name="channels", title=_("Channels"), text=lambda one: "、".join(one.channels), width=10
        ),
    )
    table: RecordTable[CatalogueItem] = RecordTable(
        "catalogue-found", RecordTableModel(columns), parent, remembers=False
    )
    table.set_empty(_("No item was found."))
    return table
