"""A catalogue before it is taken: its columns, what is doubtful, what goes on, and its items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.catalogue_draft import CatalogueDraft
from gongkai_desk.domain.catalogue_headings import CatalogueField
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.catalogue import CatalogueImport
from gongkai_desk.texts import sentence
from gongkai_desk.ui.disclosure.catalogue.import_tables import (
    DoubtsView,
    FieldsTable,
    MatchesTable,
    items_table,
)
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

Read = Callable[[CatalogueDraft], CatalogueImport]
Take = Callable[[CatalogueDraft, CatalogueImport, CatalogueVersion, QDialog], None]


class CatalogueImportDialog(QDialog):
    """Each decision makes another draft, which is read anew; nothing is stored before Import.

    `take` gets what was decided and the dialog, which it closes when everything is stored.
    """

    def __init__(
        self,
        draft: CatalogueDraft,
        found: CatalogueImport,
        read: Read,
        take: Take,
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("catalogue-import")
        self.setWindowTitle(_("Import the catalogue “{name}”").format(name=draft.name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.draft, self.found = draft, found
        self._read, self._take, self._prompts, self._today = read, take, prompts, today
        self._decided, self._refused = False, ""
        self.title_field = TextField(found.reading.title or PurePath(draft.name).stem, self)
        self.title_field.setObjectName("catalogue-title")
        self.in_force_on = DateField()
        self.in_force_on.setObjectName("catalogue-in-force")
        self.in_force_on.set_date(today)
        self.sheets = self._sheets_field()
        self.columns = FieldsTable(self._choose_field, self)
        self.doubts = DoubtsView(self)
        self.matches = MatchesTable(self._choose_match, self)
        self.items = items_table(self)
        self._build()
        self._show()

    def _sheets_field(self) -> ChoiceField[tuple[str, ...]]:
        names = tuple(self.draft.layouts)
        several = [names] if len(names) > 1 else []
        choices: list[tuple[str, ...]] = [*several, *((name,) for name in names)]

        def name(chosen: tuple[str, ...]) -> str:
            if len(chosen) == 1:
                return chosen[0]
            return _("all {n} sheets").format(n=len(chosen))

        field = ChoiceField(choices, name, self)
        field.setObjectName("catalogue-sheets")
        field.set_value(self.draft.chosen)
        field.changed.connect(self._choose_sheets)
        return field

    def _build(self) -> None:
        self.summary = PlainLabel("", self, look="strong", wrap=True)
        self.summary.setObjectName("summary")
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("catalogue-import-tabs")
        for table in (self.items, self.columns, self.doubts, self.matches):
            self.tabs.addTab(_padded(table), "")
        self.hint = PlainLabel("", self, look="plain", wrap=True)
        self.hint.setObjectName("catalogue-import-hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._top())
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self._buttons())
        room = self.screen().availableGeometry()
        self.resize(min(1160, room.width() - 48), min(720, room.height() - 64))

    def _top(self) -> QGridLayout:
        top = QGridLayout()
        top.setHorizontalSpacing(8)
        top.setColumnStretch(1, 3)
        top.setColumnStretch(5, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (pgettext("catalogue", "Title"), self.title_field),
            (pgettext("catalogue", "In force from"), self.in_force_on),
            (_("Sheet"), self.sheets),
        )
        for place, (title, field) in enumerate(fields):
            words = PlainLabel(title, self, look="muted")
            words.setBuddy(field)
            field.setAccessibleName(title)
            shown = field is not self.sheets or len(self.draft.layouts) > 1
            words.setVisible(shown)
            field.setVisible(shown)
            top.addWidget(words, 0, 2 * place)
            top.addWidget(field, 0, 2 * place + 1)
        self.title_field.changed.connect(self._show_state)
        self.in_force_on.changed.connect(self._show_state)
        return top

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.import_button = box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.import_button.setObjectName("import")
        self.import_button.setDefault(True)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.import_button.clicked.connect(
            lambda: self._take(self.draft, self.found, self.version(), self)
        )
        box.rejected.connect(self.reject)
        return box

    def version(self) -> CatalogueVersion:
        """The version as it will be made."""
        return CatalogueVersion(
            id=new_id(),
            title=self.title_field.value(),
            number=0,
            made_on=self._today,
            in_force_on=self.in_force_on.date(),
            note=self.found.reading.note,
        )

    # decisions

    def _choose_field(self, sheet: str, index: int, field: CatalogueField | None) -> None:
        self._decide(self.draft.with_field(sheet, index, field))

    def _choose_match(self, place: str, lineage: str) -> None:
        self._decide(self.draft.with_match(place, lineage))

    def _choose_sheets(self) -> None:
        names = self.sheets.value()
        if names and names != self.draft.chosen:
            self._decide(self.draft.with_sheets(names))

    def _decide(self, draft: CatalogueDraft) -> None:
        """Read the file as it is decided now."""
        self.draft, self._decided, self._refused = draft, True, ""
        try:
            self.found = self._read(draft)
        except DomainError as error:
            nothing = replace(self.found.reading, items=(), doubts=())
            self.found = replace(self.found, reading=nothing, matches={})
            self._refused = sentence(error.problems[0])
        self._show()

    # what is shown

    def _show(self) -> None:
        reading = self.found.reading
        self.columns.show_draft(self.draft)
        self.doubts.show_doubts(reading.doubts)
        asked = self.matches.show_matches(self.found, tuple(self.draft.matches))
        self.items.set_rows(reading.items)
        n = len(reading.items)
        known = sum(column.field is not None for _sheet, column in self.draft.columns())
        for place, title in enumerate(
            (
                _("Items ({n})").format(n=n),
                _("Columns ({read} of {total} known)").format(
                    read=known, total=len(self.draft.columns())
                ),
                _("Doubtful ({n})").format(n=len(reading.doubts)),
                _("Same as before? ({n})").format(n=asked),
            )
        ):
            self.tabs.setTabText(place, title)
        self.tabs.setTabVisible(3, bool(self.found.base))
        self.summary.setText(self._counts())
        self._show_state()

    def _counts(self) -> str:
        n = len(self.found.reading.items)
        words = ngettext("{n} item found", "{n} items found", n).format(n=n)
        if self.found.base:
            same = len(self.found.matches)
            told = _("{same} go on with items of the present version, {new} are new, {gone} end")
            more = told.format(same=same, new=n - same, gone=len(self.found.base) - same)
            words = _("{found}; {more}").format(found=words, more=more)
        if self.draft.left_out:
            left = _("sheets without headings left out: {names}").format(
                names="、".join(self.draft.left_out)
            )
            words = _("{found}; {more}").format(found=words, more=left)
        return words

    def _show_state(self) -> None:
        """Why it cannot be imported yet, or what will happen."""
        n = len(self.found.reading.items)
        wrong = self._refused
        if not wrong and not self.title_field.value():
            wrong = _("Give the version a title.")
        if not wrong and self.in_force_on.problem() is not None:
            wrong = _("The day from which it is in force cannot be read.")
        if not wrong and not n:
            wrong = pgettext("catalogue", "There is nothing to import.")
        good = _("Everything is taken as one step after a backup; undo takes all of it back.")
        self.hint.setText(wrong or good)
        restyle(self.hint, "tone", (Tone.BAD if wrong else Tone.GOOD).value)
        self.import_button.setEnabled(not wrong)
        self.import_button.setText(ngettext("Import {n} item", "Import {n} items", n).format(n=n))

    @override
    def reject(self) -> None:
        """Close; decisions that were made are not thrown away without a word."""
        if self._decided and not self._prompts.ask(
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
