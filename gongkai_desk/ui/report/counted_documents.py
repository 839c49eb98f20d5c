"""What the records of documents count for table 2: taken over with a button, each number opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.document_counts import CountedDocuments
from gongkai_desk.domain.report_finding import PROACTIVE_TRIPLES, TRIPLE_LABELS
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

DIFFER = "report-documents-differ"


class CountedDocumentsBox(QWidget):
    """`taken` carries the counted numbers; `asked` a title and the ids behind a number."""

    taken = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted: CountedDocuments | None = None
        self.state = StateLine(self)
        self.state.setObjectName("documents-counted")
        self.take = QPushButton(_("Take from the &documents"), self)
        self.take.setObjectName("take-documents")
        self.take.setAutoDefault(False)
        icons.set_icon(self.take, "publish")
        self.take.clicked.connect(self._take)
        self.numbers: dict[tuple[str, int], QPushButton] = {}
        self._grid = QWidget(self)
        self._build_numbers(QGridLayout(self._grid))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.state, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Documents in the records"), self, look="strong"))
        layout.addLayout(row)
        layout.addWidget(self._grid)

    def _build_numbers(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 3)
        for column, title in enumerate(TRIPLE_LABELS, 1):
            head = PlainLabel(title, self._grid, look="hint")
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignCenter)
            grid.setColumnStretch(column, 2)
        for row, (name, title) in enumerate(PROACTIVE_TRIPLES.items(), 1):
            grid.addWidget(PlainLabel(title, self._grid, look="muted"), row, 0)
            for column in range(len(TRIPLE_LABELS)):
                button = QPushButton("0", self._grid)
                button.setObjectName(f"documents-{name}-{column}")
                button.setAutoDefault(False)
                restyle(button, "look", "link")
                button.clicked.connect(lambda _on=False, cell=(name, column): self._ask(cell))
                grid.addWidget(button, row, column + 1, Qt.AlignmentFlag.AlignCenter)
                self.numbers[name, column] = button

    def follow(self, view: ReportView) -> None:
        """Show what is counted, and whether the typed numbers are those."""
        counted = self._counted = view.counted_documents
        for (name, column), button in self.numbers.items():
            number = len(counted.ids[name, column])
            button.setText(str(number))
            button.setEnabled(bool(number))
            places = f"{PROACTIVE_TRIPLES[name]}，{TRIPLE_LABELS[column]}"
            button.setAccessibleName(f"{places} {number}")
        self._grid.setVisible(bool(counted.known))
        differ = sum(each.code == DIFFER for each in view.findings)
        self.take.setVisible(bool(counted.known))
        self.take.setEnabled(bool(differ))
        if differ:
            self.state.badge.show_state(Tone.WARN, "warning", _("To check"))
            words = ngettext(
                "{n} number is not what the documents count",
                "{n} numbers are not what the documents count",
                differ,
            )
            self.state.words.setText(words.format(n=differ))
        elif counted.known:
            self.state.badge.show_state(Tone.GOOD, "done", _("Consistent"))
            self.state.words.setText(_("As the records of documents count."))
        else:
            self.state.badge.show_state(Tone.NEUTRAL, "info", _("Not compared"))
            self.state.words.setText(
                _("No rule and no normative document is recorded under proactive disclosure.")
            )

    def _take(self) -> None:
        if self._counted is not None:
            self.taken.emit(self._counted)

    def _ask(self, cell: tuple[str, int]) -> None:
        if self._counted is not None:
            name, column = cell
            title = f"{PROACTIVE_TRIPLES[name]}：{TRIPLE_LABELS[column]}"
            self.asked.emit((title, self._counted.ids[name, column]))
