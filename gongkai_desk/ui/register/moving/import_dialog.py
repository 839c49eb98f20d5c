"""A ledger before it is taken: its columns, what the officer must choose, what is wrong, and the
requests that would come of it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.ledger_draft import LedgerDraft
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_reading import LedgerReading
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.moving.columns_table import ColumnsTable
from gongkai_desk.ui.register.moving.found_tables import ProblemsView, RequestsTable
from gongkai_desk.ui.register.moving.questions_table import QuestionsTable
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_BESIDE_THE_WINDOW = 1_500
"""From so many rows on, reading anew is done in the background."""

Take = Callable[[LedgerReading, QDialog], None]


class LedgerImportDialog(QDialog):
    """Each decision makes another draft, which is read anew; nothing is stored before Import.

    `take` gets the reading and the dialog, which it closes when everything is stored.
    """

    def __init__(
        self, draft: LedgerDraft, reading: LedgerReading, context: CaseContext, take: Take
    ) -> None:
        super().__init__(context.parent)
        self.setObjectName("ledger-import")
        self.setWindowTitle(_("Import the ledger “{name}”").format(name=draft.name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.draft, self.reading = draft, reading
        self._context, self._take = context, take
        self._decided = False
        self.columns = ColumnsTable(self._choose_field, self)
        self.questions = QuestionsTable(self._answer, self)
        self.problems = ProblemsView(self)
        self.requests = RequestsTable(self)
        self._build()
        self.columns.show_layout(draft.layout)
        self._show()
        self.tabs.setCurrentIndex(self._first_tab())

    def _build(self) -> None:
        self.summary = PlainLabel("", self, look="strong", wrap=True)
        self.summary.setObjectName("summary")
        self.sheets = ChoiceField(list(self.draft.layouts), str, self)
        self.sheets.setObjectName("sheet")
        self.sheets.setAccessibleName(_("Sheet"))
        self.sheets.set_value(self.draft.chosen)
        self.sheets.changed.connect(self._choose_sheet)
        self.skip = QCheckBox(self)
        self.skip.setObjectName("skip-duplicates")
        self.skip.setChecked(self.draft.skip_duplicates)
        self.skip.toggled.connect(lambda on: self._decide(self.draft.skipping(on)))
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("import-tabs")
        for table in (self.columns, self.questions, self.problems, self.requests):
            self.tabs.addTab(_padded(table), "")
        self.hint = PlainLabel("", self, look="plain", wrap=True)
        self.hint.setObjectName("import-hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._top())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.skip)
        layout.addWidget(self.hint)
        layout.addWidget(self._buttons())
        room = self.screen().availableGeometry()
        self.resize(min(1180, room.width() - 48), min(720, room.height() - 64))

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.summary, 1)
        words = PlainLabel(_("Sheet"), self)
        words.setBuddy(self.sheets)
        several = len(self.draft.layouts) > 1
        for widget in (words, self.sheets):
            widget.setVisible(several)
            top.addWidget(widget)
        return top

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.import_button = box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.import_button.setObjectName("import")
        self.import_button.setDefault(True)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.import_button.clicked.connect(lambda: self._take(self.reading, self))
        box.rejected.connect(self.reject)
        return box

    # decisions

    def _choose_field(self, index: int, field: LedgerField | None) -> None:
        draft = self.draft.with_field(index, field)
        self.columns.show_fields(draft.layout)
        self._decide(draft)

    def _choose_sheet(self) -> None:
        name = self.sheets.value()
        if name is not None and name != self.draft.chosen:
            draft = self.draft.with_sheet(name)
            self.columns.show_layout(draft.layout)
            self._decide(draft)

    def _answer(self, field: LedgerField, text: str, answer: str | None) -> None:
        self._decide(self.draft.with_answer(field, text, answer))

    def _decide(self, draft: LedgerDraft) -> None:
        """Read the ledger as it is decided now; a long one beside the window."""
        self.draft, self._decided = draft, True
        service, day = self._context.desk.ledger_import, today()
        if len(draft.sheet.rows) < _BESIDE_THE_WINDOW:
            self._arrived(service.read(draft, day))
            return
        self._context.operations.perform_long(
            _("Reading {name}").format(name=draft.name),
            lambda _progress: service.read(draft, day),
            self._arrived,
        )

    def _arrived(self, reading: LedgerReading) -> None:
        self.reading = reading
        self._show()

    # what is shown

    def _show(self) -> None:
        reading = self.reading
        self.questions.show_questions(reading.questions)
        self.problems.show_problems(reading)
        self.requests.show_cases(self._context.desk.ledger_import.cases(reading, today()))
        self._show_counts()
        known = len(reading.duplicates)
        self.skip.setText(
            ngettext(
                "Leave out the {n} request whose number is in the register already",
                "Leave out the {n} requests whose numbers are in the register already",
                known,
            ).format(n=known)
        )
        self.skip.setVisible(bool(known))
        obstacles = len(reading.obstacles)
        self.hint.setText(self._hint())
        restyle(self.hint, "tone", (Tone.BAD if obstacles else Tone.GOOD).value)
        self.import_button.setEnabled(not obstacles and bool(reading.cases))
        n = len(reading.cases)
        self.import_button.setText(
            ngettext("Import {n} request", "Import {n} requests", n).format(n=n)
        )

    def _show_counts(self) -> None:
        reading = self.reading
        read, total = self.columns.counts()
        n = len(reading.cases)
        found = ngettext("{n} request found", "{n} requests found", n).format(n=n)
        if reading.skipped_rows:
            rows = "、".join(str(row + 1) for row in reading.skipped_rows[:5])
            left = _("rows without a request left out: {rows}").format(rows=rows)
            found = _("{found}; {more}").format(found=found, more=left)
        self.summary.setText(found)
        titles = (
            _("Columns ({read} of {total} read)").format(read=read, total=total),
            _("To choose ({n})").format(n=len(reading.open_questions)),
            _("Problems ({n})").format(n=len(reading.problems)),
            _("Requests ({n})").format(n=n),
        )
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, title)

    def _hint(self) -> str:
        """Why it cannot be imported yet, or what will happen."""
        reading = self.reading
        errors, questions = len(reading.errors), len(reading.open_questions)
        if errors or questions:
            return _(
                "Not ready yet: {errors} errors and {questions} choices are open. Correct the file "
                "and choose it again, or decide above; nothing is taken before."
            ).format(errors=errors, questions=questions)
        if not reading.cases:
            return _("There is nothing to import.")
        return _("Everything is taken as one step; undo takes all of it back.")

    def _first_tab(self) -> int:
        if self.reading.open_questions:
            return 1
        return 2 if self.reading.errors else 0

    @override
    def reject(self) -> None:
        """Close; decisions that were made are not thrown away without a word."""
        if self._decided and not self._context.prompts.ask(
            _("Discard your choices?"),
            _("Nothing has been imported yet."),
            yes=_("Discard"),
            danger=True,
        ):
            return
        super().reject()


def _padded(table: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(12, 12, 12, 12)
    layout.addWidget(table)
    return page
