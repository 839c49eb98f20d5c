"""How our letters are written: red line and contact, document numbers, texts and templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.letter import LetterWording
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.letter_kinds import families, letter_kinds
from gongkai_desk.services.letter_wordings import REMEDIES
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.letter_numbers_form import LetterNumbersForm
from gongkai_desk.ui.preferences.section import Section, button, row_of
from gongkai_desk.ui.preferences.wording_dialog import WordingDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_DOCX = ["Word (*.docx)"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """One text of the list: of a kind of letter, or of a remedy paragraph (no family, no .docx)."""

    id: str
    name: str
    family: str
    basis: str
    own_text: bool
    template: str

    @property
    def is_letter(self) -> bool:
        return not self.id.startswith("remedy:")


class LettersSection(Section):
    """Numbers, red line and contact are a form with Save; texts are changed one by one."""

    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "letters",
            _("Letters"),
            _("Every letter follows the texts and numbers set here; issued ones stay as they are."),
            parent,
        )
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._wordings = desk.letters.wordings
        self.numbers = LetterNumbersForm(desk, operations, self)
        self.body.addWidget(_card(self.numbers, self))
        self._texts()

    def _texts(self) -> None:
        self.body.addWidget(PlainLabel(_("Texts and templates"), self, look="heading"))
        model = RecordTableModel[WordingRow](_columns())
        self.table = RecordTable[WordingRow]("letter-wordings", model, self)
        self.table.setAccessibleName(_("Texts of letters"))
        self.table.setMinimumHeight(self.fontMetrics().height() * 16)
        self.body.addWidget(self.table)
        self.edit_button = button("edit-wording", _("Change the text…"), "edit", self)
        self.reset_button = button("reset-wording", _("Back to the given text"), "undo", self)
        self.template_button = button("set-template", _("Own Word template…"), "open", self)
        self.remove_button = button("remove-template", _("Without own template"), "delete", self)
        self.sample_button = button("sample-template", _("Save a template…"), "save", self)
        self.body.addLayout(row_of(self.edit_button, self.reset_button))
        self.body.addLayout(row_of(self.template_button, self.remove_button, self.sample_button))
        hint = _(
            "An own template is a .docx with fields such as {field}; “Save a template” writes one "
            "to begin with. It shapes the Word file; the PDF keeps the standard layout."
        ).format(field="{{ 文号 }}")
        self.body.addWidget(PlainLabel(hint, self, look="hint", wrap=True))
        self.table.chosen.connect(lambda _row: self._follow())
        self.table.activated_record.connect(lambda _row: self.edit())
        self.edit_button.clicked.connect(self.edit)
        self.reset_button.clicked.connect(self.reset)
        self.template_button.clicked.connect(self.set_template)
        self.remove_button.clicked.connect(self.remove_template)
        self.sample_button.clicked.connect(self.save_template)

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(Office, RegisterSettings, LetterWording, Attachment)

    @override
    def refresh(self) -> None:
        self.numbers.refresh()
        self.table.set_rows(self._rows())
        if self.table.current() is None:
            self.table.select([self.table.records.rows[0].id])
        self._follow()

    def _rows(self) -> list[WordingRow]:
        own = self._wordings.own_codes()
        named, rows = families(), []
        for kind in letter_kinds().values():
            template = self._wordings.template(kind.code)
            rows.append(
                WordingRow(
                    id=kind.code,
                    name=kind.name,
                    family=named[kind.family].name if kind.family else "",
                    basis=kind.basis,
                    own_text=kind.code in own,
                    template=template.name if template else "",
                )
            )
        for name, title in zip(REMEDIES, _remedy_titles(), strict=True):
            code = f"remedy:{name}"
            rows.append(
                WordingRow(
                    id=code, name=title, family="", basis="", own_text=code in own, template=""
                )
            )
        return rows

    def _follow(self) -> None:
        row = self.table.current()
        self.edit_button.setEnabled(row is not None)
        self.reset_button.setEnabled(row is not None and row.own_text)
        self.template_button.setEnabled(row is not None and row.is_letter)
        self.remove_button.setEnabled(row is not None and bool(row.template))

    def edit(self) -> None:
        """Change the text of the chosen letter."""
        row = self.table.current()
        if row is None:
            return

        def submit(text: str) -> Sequence[Problem]:
            refused = self._operations.attempt(
                lambda: self._wordings.save_text(row.id, text, today())
            )
            if not refused:
                self._operations.say(_("The text of “{letter}” was kept.").format(letter=row.name))
            return refused

        WordingDialog.show_for(row.id, row.name, self._wordings, submit, self._prompts, self)

    def reset(self) -> None:
        """Use the given text again, after asking."""
        row = self.table.current()
        if row is None or not row.own_text:
            return
        text = _("The office's own text of “{letter}” is thrown away.").format(letter=row.name)
        if self._prompts.ask(_("Back to the given text?"), text, yes=_("Use the given text")):
            self._operations.perform(lambda: self._wordings.reset_text(row.id))

    def set_template(self) -> None:
        """Take in an own .docx for the chosen letter."""
        row = self.table.current()
        if row is None or not row.is_letter:
            return
        path = self._prompts.open_file(_("Own Word template"), _DOCX)
        if path is None:
            return

        def work(_progress: Progress) -> Changes:
            return self._wordings.set_template(row.id, path, today())

        def done(_changes: Changes) -> None:
            said = _("“{letter}” now uses {name}.").format(letter=row.name, name=path.name)
            self._operations.say(said)

        self._operations.perform_long(_("Checking the template"), work, done)

    def remove_template(self) -> None:
        """Use our layout again, after asking."""
        row = self.table.current()
        if row is None or not row.template:
            return
        text = _("“{name}” is taken out; letters get the standard layout.").format(
            name=row.template
        )
        if self._prompts.ask(_("Without own template?"), text, yes=_("Take out")):
            self._operations.perform(lambda: self._wordings.remove_template(row.id))

    def save_template(self) -> None:
        """Write a .docx to begin an own template with."""
        name = f"{safe_name(_('Letter template'))}.docx"
        path = self._prompts.save_file(_("Save a template"), name, _DOCX)
        if path is None:
            return
        target = path.with_suffix(".docx")

        def written(_nothing: None) -> None:
            self._operations.say(_("Written to {path}.").format(path=target.name))

        self._operations.perform_long(
            _("Saving"), lambda _progress: self._wordings.export_template(target), written
        )


def _remedy_titles() -> tuple[str, ...]:
    return (
        _("Remedies: reconsideration first (Articles 14 to 16)"),
        _("Remedies: reconsideration or litigation"),
        _("Remedies: partly withheld"),
    )


def _columns() -> tuple[Column[WordingRow], ...]:
    def own(row: WordingRow) -> str:
        return _("Our own") if row.own_text else _("As given")

    return (
        Column(name="name", title=_("Letter"), text=lambda row: row.name, stretch=True),
        Column(name="family", title=_("Numbered with"), text=lambda row: row.family, width=9),
        Column(name="basis", title=_("Basis"), text=lambda row: row.basis, width=11),
        Column(
            name="text",
            title=_("Text"),
            text=own,
            tone=lambda row: Tone.INFO if row.own_text else None,
            width=6,
        ),
        Column(name="template", title=_("Template"), text=lambda row: row.template, width=9),
    )


def _card(inside: QWidget, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("look", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(24, 16, 24, 12)
    layout.addWidget(inside)
    return card
