"""The area's own report: whose it is, with which words, in which formats, with its pages beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.roll_up import RollUp, Standing
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.area_report import AreaReport, area_files, write_area_report
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.reporting import WRITERS, report_name
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.output import may_replace
from gongkai_desk.ui.tasks.views.paper_dialog import PaperDialog, Writer
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField


class AreaReportDialog(PaperDialog):
    """Nothing of it is kept: the report is written to a folder."""

    def __init__(
        self,
        rolled: RollUp,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("The area's report"), desk, operations, prompts, parent)
        self.setObjectName("area-report")
        self.save_button.setText(_("Write the area's report…"))
        self.rolled = rolled
        own = desk.area_reports.own_texts(rolled.year)
        self._texts = {"": Texts()} | ({"own": own} if own is not None else {})
        self.agency = TextField(rolled.figures.agency)
        self.words: ChoiceField[str] = ChoiceField(self._texts, _words_name, self)
        hint = pgettext("roll-up", "As it shall stand in the title of the report.")
        self.form.add("area-agency", _("Agency"), self.agency, hint=hint, mandatory=True)
        self.form.add("area-year", _("Year of the report"), _fixed(str(rolled.year)))
        hint = pgettext(
            "roll-up",
            "Words of our own report are those written with “Compile” for this year; numbers in "
            "them are those of our office. Without words the parts stay empty.",
        )
        self.form.add("area-words", pgettext("roll-up", "Words"), self.words, hint=hint)
        self.form.add_heading(_("Formats"))
        self.formats = {name: QCheckBox(name.upper(), self) for name in WRITERS}
        for name, box in self.formats.items():
            box.setObjectName(f"area-{name}")
            box.setChecked(True)
            self.form.add_wide(box)
            box.toggled.connect(lambda _on: self._show_state())
        self.ready()

    def report(self) -> AreaReport:
        """As it is chosen. Raises DomainError without a name."""
        agency = self.agency.value()
        if not agency:
            raise refuse("field-missing", "area-agency")
        return self.desk.area_reports.report(
            self.rolled, agency, self._texts[self.words.value() or ""]
        )

    @override
    def make(self, path: Path) -> None:
        report = self.report()
        WRITERS["pdf"](report.figures, report.texts, path, report.draft)

    @override
    def whole(self) -> Writer:
        report = self.report()
        return lambda path: WRITERS["pdf"](report.figures, report.texts, path, report.draft)

    @override
    def paper_name(self) -> str:
        return report_name(self.report().figures)

    @override
    def look(self) -> None:
        super().look()
        if self.print_button.isEnabled():
            self._show_state()

    def _show_state(self) -> None:
        """Why the report is a draft, or that it is none."""
        self.save_button.setEnabled(self.print_button.isEnabled() and bool(self._chosen()))
        if self.print_button.isEnabled():
            report = self.report()
            told = [_why_draft(report, self.rolled)]
            quoted = sum(one.code == "report-misquoted" for one in report.findings)
            if quoted:
                words = ngettext(
                    "{n} number in the words is not that of the tables.",
                    "{n} numbers in the words are not those of the tables.",
                    quoted,
                )
                told.append(words.format(n=quoted))
            self.tell("\n".join(told), wrong=bool(quoted))

    def _chosen(self) -> list[str]:
        return [name for name, box in self.formats.items() if box.isChecked()]

    @override
    def save(self) -> None:
        report, formats = self.report(), self._chosen()
        folder = self.prompts.folder(_("Where shall the area's report be written?"))
        if folder is None or not may_replace(self.prompts, area_files(report, folder, formats)):
            return

        def work(progress: Progress) -> tuple[Path, ...]:
            return write_area_report(report, folder, formats, progress)

        self.operations.perform_long(_("Writing the area's report"), work, self._written)

    def _written(self, paths: tuple[Path, ...]) -> None:
        self.prompts.tell(_("The annual report was written"), "\n".join(map(str, paths)), Tone.GOOD)
        self.accept()


def _words_name(which: str) -> str:
    if which:
        return pgettext("roll-up", "Words of our own report")
    return pgettext("roll-up", "No words (a draft)")


def _fixed(text: str) -> TextField:
    field = TextField(text)
    field.setReadOnly(True)
    return field


def _why_draft(report: AreaReport, rolled: RollUp) -> str:
    if not report.draft:
        return pgettext("roll-up", "Every unit is in the sums and every check agrees: final.")
    waiting = len(rolled.waiting)
    failing = sum(unit.standing is Standing.FAILS for unit in rolled.units)
    pieces = []
    if waiting:
        words = ngettext("{n} unit is not in the sums", "{n} units are not in the sums", waiting)
        pieces.append(words.format(n=waiting))
    if failing:
        words = ngettext("{n} unit fails a check", "{n} units fail a check", failing)
        pieces.append(words.format(n=failing))
    if not pieces:
        pieces.append(pgettext("roll-up", "parts without words, or sums that do not agree"))
    told = _("; ").join(pieces)
    return pgettext("roll-up", "Marked as a draft: {why}.").format(why=told)
