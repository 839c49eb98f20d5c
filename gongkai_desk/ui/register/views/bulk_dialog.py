"""Many requests at once: one change, shown beforehand for each and made in one step, or a printing
of their papers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout

from gongkai_desk.domain.bulk import BulkAction, BulkChange, changed, check_bulk, planned
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.letter import LetterStatus
from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.paper import WritePdf, preview_paper
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_WHICH: dict[BulkAction, Callable[[Request], str]] = {
    BulkAction.ADD_TAGS: lambda request: " ".join(request.tags),
    BulkAction.REMOVE_TAGS: lambda request: " ".join(request.tags),
    BulkAction.SET_HANDLER: lambda request: request.handler,
}


class BulkDialog(QDialog):
    """Works on the selected ones of the requests that the list shows; all are at first."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__(context.parent)
        self.setObjectName("bulk-dialog")
        self.setWindowTitle(_("Many requests at once"))
        self._context = context
        letters = context.desk.letters.every()
        self._issued = {one.request_id for one in letters if one.status is LetterStatus.ISSUED}
        self.action = ChoiceField[BulkAction](BulkAction, label, self)
        self.action.setObjectName("bulk-action")
        self.action.setAccessibleName(_("What to do"))
        self.text = TextField(parent=self)
        self.text.setObjectName("bulk-text")
        self.text.setAccessibleName(_("Tags or office in charge"))
        self.problem = PlainLabel("", self, look="muted", wrap=True)
        model = RecordTableModel[Case](self._columns(), identity=lambda case: case.request.id)
        self.table = RecordTable[Case]("bulk-list", model, self, several=True, remembers=False)
        self._arrange()
        self.table.set_rows(context.shown())
        self.table.selectAll()
        self.action.changed.connect(self._follow)
        self.text.changed.connect(self._follow)
        self.table.selectionModel().selectionChanged.connect(lambda: self._follow())
        self._follow()
        self.text.setFocus()

    def _arrange(self) -> None:
        words = _("Choose the rows (Ctrl or Shift for several), then what shall be done.")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.action)
        line.addWidget(self.text, 1)
        box = QDialogButtonBox(self)
        self.run_button = QPushButton(self)
        self.run_button.setObjectName("bulk-run")
        self.run_button.setProperty("look", "primary")
        box.addButton(self.run_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.sheets_button = self._printing(_("Print calculations…"), self.print_calculations)
        self.letters_button = self._printing(_("Print issued letters…"), self.print_letters)
        for button in (self.sheets_button, self.letters_button):
            box.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.run)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words, self, look="muted", wrap=True))
        layout.addLayout(line)
        layout.addWidget(self.problem)
        layout.addWidget(self.table, 1)
        layout.addWidget(box)
        unit, room = self.fontMetrics().horizontalAdvance("字"), self.screen().availableGeometry()
        self.resize(min(unit * 64, room.width() - 48), min(unit * 40, room.height() - 40))

    def _printing(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _columns(self) -> tuple[Column[Case], ...]:
        return (
            Column(name="number", title=_("Number"), text=lambda c: c.request.number, width=6),
            Column(
                name="subject",
                title=_("Information asked for"),
                text=lambda c: c.request.subject,
                stretch=True,
            ),
            Column(name="before", title=_("Now"), text=lambda c: self._which(c.request), width=12),
            Column(
                name="after", title=_("Afterwards"), text=self._after, tone=self._tone, width=14
            ),
        )

    def change(self) -> BulkChange:
        """The change as the fields say."""
        return BulkChange(action=self.action.value() or BulkAction.ADD_TAGS, text=self.text.value())

    def _which(self, request: Request) -> str:
        return _WHICH[self.change().action](request)

    def _after(self, case: Case) -> str:
        after = changed(case.request, self.change()) if self.text.value() else case.request
        return self._which(after) if after != case.request else _("unchanged")

    def _tone(self, case: Case) -> Tone | None:
        return Tone.GOOD if self._after(case) != _("unchanged") else Tone.NEUTRAL

    def _follow(self) -> None:
        """Show what would be done, and how many requests it would change."""
        problems = check_bulk(self.change())
        chosen = self.table.selected()
        number = 0
        if not problems:
            number = len(planned((case.request for case in chosen), self.change()))
        self.problem.setText(
            sentence(problems[0])
            if problems
            else ngettext(
                "{n} of {chosen} chosen request would change.",
                "{n} of {chosen} chosen requests would change.",
                len(chosen),
            ).format(n=number, chosen=len(chosen))
        )
        words = ngettext("Change {n} request", "Change {n} requests", number)
        self.run_button.setText(words.format(n=number))
        self.run_button.setEnabled(number > 0)
        self.sheets_button.setEnabled(any(case.clock is not None for case in chosen))
        self.letters_button.setEnabled(any(case.request.id in self._issued for case in chosen))
        self.table.viewport().update()

    def run(self) -> None:
        """Make the change in one step that can be undone."""
        ids, change = self.table.selected_ids(), self.change()
        words = ngettext("{n} request changed.", "{n} requests changed.", len(ids))
        done = self._context.operations.perform(
            lambda: self._context.desk.register_views.change_many(ids, change),
            said=words.format(n=len(planned((c.request for c in self.table.selected()), change))),
        )
        if done:
            self.accept()

    def print_calculations(self) -> None:
        """The calculation sheets of the chosen requests whose clock runs or ran, as one file."""
        ids = [case.request.id for case in self.table.selected() if case.clock is not None]
        papers, day = self._context.desk.papers, today()
        self._show(_("Calculation sheets"), lambda path: papers.calculations(ids, day, path))

    def print_letters(self) -> None:
        """The letters in force of the chosen requests, in the order of their dates."""
        chosen, papers = set(self.table.selected_ids()), self._context.desk.letter_papers
        ids = [one.id for one in papers.issued() if one.request.id in chosen]
        self._show(_("Issued letters"), lambda path: papers.letters(ids, path))

    def _show(self, title: str, write: WritePdf) -> None:
        preview_paper(
            write,
            name=f"{title} {today().isoformat()}.pdf",
            title=title,
            operations=self._context.operations,
            prompts=self._context.prompts,
            parent=self,
        )
