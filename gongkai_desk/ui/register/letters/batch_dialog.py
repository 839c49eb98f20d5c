"""Many letters, envelopes or proofs of service in one printing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from gongkai_desk.domain.envelope import EnvelopeSize
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.letter_papers import IssuedLetter, LetterPapers
from gongkai_desk.texts import label
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.letters.words import kind_name
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

_ID = Qt.ItemDataRole.UserRole


class Output(StrEnum):
    """What is printed of the chosen letters."""

    LETTERS = "letters"
    ENVELOPES = "envelopes"
    SERVICE_SHEETS = "service_sheets"


def output_text(output: Output) -> str:
    match output:
        case Output.LETTERS:
            return _("The letters themselves")
        case Output.ENVELOPES:
            return _("Envelopes")
    return _("Proofs of service (送达回证)")


class BatchDialog(QDialog):
    """The letters in force of some days or of one case, ticked; `print_out` shows the pages."""

    def __init__(self, context: CaseContext, output: Output, only: str = "") -> None:
        super().__init__(context.parent)
        self.setObjectName("letter-batch-dialog")
        self.setWindowTitle(_("Print letters"))
        self._context = context
        self._papers: LetterPapers = context.desk.letter_papers
        self._only = only
        self.form = Form(self)
        self._fill(output)
        self.list = QListWidget(self)
        self.list.setObjectName("letter-choice")
        self.list.setAccessibleName(_("Letters to print"))
        self.told = PlainLabel("", self, look="muted")
        self.told.setObjectName("letter-choice-told")
        self.all = QCheckBox(_("All"), self)
        self.all.setObjectName("letter-choice-all")
        self.all.setChecked(True)
        self.all.clicked.connect(self._tick_all)
        self._arrange()
        self.form.changed.connect(self._follow)
        self.list.itemChanged.connect(lambda _item: self._count())
        self._follow()

    @classmethod
    def show_for(cls, context: CaseContext, output: Output, only: str = "") -> None:
        """Open the dialog; `only` is the one letter to be ticked at first."""
        dialog = cls(context, output, only)
        open_dialog(dialog)

    def _fill(self, output: Output) -> None:
        self.output = ChoiceField[Output](Output, output_text)
        self.output.set_value(output)
        self.form.add("output", _("What to print"), self.output)
        self.size_of = ChoiceField[EnvelopeSize](EnvelopeSize, label)
        self.form.add("size", _("Envelope"), self.size_of)
        self.printed = QCheckBox(_("The envelopes have printed postcode boxes"))
        self.form.add("printed", "", self.printed)
        self.printed.setAccessibleName(self.printed.text())
        case = self._context.deeds.case
        choices = ["days", "case"] if case is not None else ["days"]
        number = case.request.number if case is not None else ""
        names = {"days": _("Issued in these days"), "case": _("Of case {number}")}
        self.scope = ChoiceField[str](choices, lambda one: names[one].format(number=number))
        if self._only:
            self.scope.set_value("case")
        self.form.add("scope", _("Letters"), self.scope)
        self.begin, self.end = DateField(), DateField()
        self.begin.set_date(today() - dt.timedelta(days=6))
        self.end.set_date(today())
        self.form.add("begin", _("Issued from"), self.begin)
        self.form.add("end", _("Until"), self.end)

    def _arrange(self) -> None:
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton(
            _("Print preview…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go.setObjectName("print-out")
        self.go.setDefault(True)
        close = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        self.buttons.accepted.connect(self.print_out)
        self.buttons.rejected.connect(self.reject)
        above = QHBoxLayout()
        above.addWidget(self.all)
        above.addStretch(1)
        above.addWidget(self.told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self.form)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(unit * 46, unit * 40)

    def _follow(self) -> None:
        """Show the fields that matter and the letters they ask for."""
        envelopes = self.output.value() is Output.ENVELOPES
        by_days = self.scope.value() == "days"
        for name in ("size", "printed"):
            self.form.show_field(name, envelopes)
        for name in ("begin", "end"):
            self.form.show_field(name, by_days)
        self._show(self._found(by_days))

    def _found(self, by_days: bool) -> Sequence[IssuedLetter]:
        case = self._context.deeds.case
        if not by_days and case is not None:
            return self._papers.issued(request_id=case.request.id)
        if self.begin.problem() or self.end.problem():
            return ()
        return self._papers.issued(self.begin.date(), self.end.date())

    def _show(self, found: Sequence[IssuedLetter]) -> None:
        before = {self._id(n): self._ticked(n) for n in range(self.list.count())}
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            letter, request = one.letter, one.request
            words = (letter.number, kind_name(letter.kind), letter.addressee.rstrip("："))
            text = "　".join(word for word in (*words, request.number) if word)
            item = QListWidgetItem(text, self.list)
            item.setData(_ID, letter.id)
            first = not self._only or letter.id == self._only
            ticked = before.get(letter.id, first)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._count()

    def _id(self, row: int) -> str:
        return str(self.list.item(row).data(_ID))

    def _ticked(self, row: int) -> bool:
        return self.list.item(row).checkState() is Qt.CheckState.Checked

    def chosen(self) -> list[str]:
        """The ids of the ticked letters, in the order of the list."""
        return [self._id(row) for row in range(self.list.count()) if self._ticked(row)]

    def _tick_all(self) -> None:
        state = Qt.CheckState.Checked if self.all.isChecked() else Qt.CheckState.Unchecked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _count(self) -> None:
        chosen, every = len(self.chosen()), self.list.count()
        words = ngettext("{n} of {total} letter", "{n} of {total} letters", every)
        self.told.setText(words.format(n=chosen, total=every))
        self.all.setChecked(chosen == every > 0)
        self.go.setEnabled(chosen > 0)

    def print_out(self) -> None:
        """Make the pages and show them."""
        ids, output = self.chosen(), self.output.value() or Output.LETTERS
        size, printed = self.size_of.value() or EnvelopeSize.DL, self.printed.isChecked()

        def write(path: Path) -> tuple[str, ...]:
            match output:
                case Output.LETTERS:
                    return self._papers.letters(ids, path)
                case Output.ENVELOPES:
                    return self._papers.envelopes(ids, size, path, printed=printed)
            return self._papers.service_sheets(ids, path)

        title = output_text(output)
        preview_paper(
            write,
            name=f"{title} {today().isoformat()}.pdf",
            title=title,
            operations=self._context.operations,
            prompts=self._context.prompts,
            parent=self,
        )
