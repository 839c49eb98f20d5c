"""What the officer can do with the archive: put away, export, look through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from gongkai_desk.domain.archive import Archiving
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.archive import FORMATS
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.register.archive.dialog import ArchiveDialog
from gongkai_desk.ui.register.archive.lists import ArchiveListDialog
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

_FILTERS = {"zip": "ZIP (*.zip)", "pdf": "PDF (*.pdf)"}


class ArchiveDeeds:
    """Everything is about the case chosen in the register, or about all of them."""

    def __init__(self, context: CaseContext) -> None:
        self._context = context
        self._archive = context.desk.archive

    @property
    def chosen(self) -> bool:
        return self._context.deeds.case is not None

    @property
    def may_archive(self) -> bool:
        case = self._context.deeds.case
        return case is not None and case.closed

    @property
    def may_take_back(self) -> bool:
        case = self._context.deeds.case
        return case is not None and case.request.archived_on is not None

    def archive(self) -> None:
        """Put the chosen case into the archive, or correct how it was put there."""
        case = self._context.deeds.case
        if case is None or not self.may_archive:
            return
        request = case.request

        def submit(archiving: Archiving) -> Sequence[Problem]:
            refused = self._context.operations.attempt(
                lambda: self._archive.archive(request.id, archiving, on=today())
            )
            if not refused:
                said = _("{number} is archived as {archive}.")
                self._context.operations.say(
                    said.format(number=request.number, archive=archiving.number.strip())
                )
            return refused

        open_dialog(
            ArchiveDialog(
                case=case,
                archive=self._archive,
                submit=submit,
                prompts=self._context.prompts,
                today=today(),
                parent=self._context.parent,
            )
        )

    def take_back(self) -> None:
        """The chosen case was archived by mistake."""
        case = self._context.deeds.case
        if case is not None and self.may_take_back:
            self._context.operations.perform(
                lambda: self._archive.take_back(case.request.id),
                said=_("{number} is no longer archived.").format(number=case.request.number),
            )

    def export_zip(self) -> None:
        """The chosen case as a folder in a zip."""
        self._export("zip", self._archive.export_zip)

    def export_pdf(self) -> None:
        """The chosen case as one PDF."""
        self._export("pdf", self._archive.export_pdf)

    def _export(self, ending: str, write: Callable[..., tuple[str, ...]]) -> None:
        case = self._context.deeds.case
        if case is None:
            return
        name = f"{self._archive.folder_name(case.request)}.{ending}"
        title = _("Export the case file")
        path = self._context.prompts.save_file(title, name, [_FILTERS[ending]])
        if path is None:
            return
        target, day, request_id = path.with_suffix(f".{ending}"), today(), case.request.id

        def written(missing: tuple[str, ...]) -> None:
            said = _("The case file was written to {path}.").format(path=target.name)
            if missing:
                text = _("Not in any typeface, printed as 〓: {characters}")
                said = f"{said} {text.format(characters=''.join(missing))}"
            self._context.operations.say(said)

        self._context.operations.perform_long(
            title, lambda _progress: write(request_id, target, day), written
        )

    def export_year(self) -> None:
        """Every closed case of a year into a new folder."""
        prompts, day = self._context.prompts, today()
        years = self._context.desk.register.years()[:8]
        if not years:
            prompts.tell(_("Export a year"), _("The register holds no request yet."))
            return
        chosen = prompts.choose(
            _("Export a year"),
            _("Every closed case of which year? Each becomes a zip and a PDF in a new folder."),
            [_("Year {year}").format(year=year) for year in years],
        )
        if chosen is None:
            return
        parent = prompts.folder(_("Where shall the new folder be made?"))
        if parent is None:
            return
        year = years[chosen]

        def work(progress: Progress) -> tuple[Path, int]:
            return self._archive.export_year(year, parent, day, formats=FORMATS, progress=progress)

        def written(result: tuple[Path, int]) -> None:
            folder, count = result
            words = ngettext(
                "{n} case file written to {path}.", "{n} case files written to {path}.", count
            )
            self._context.operations.say(words.format(n=count, path=folder.name))

        self._context.operations.perform_long(_("Exporting the case files"), work, written)

    def show_lists(self) -> None:
        """Which cases wait for the archive, are in it, or have been kept long enough."""
        dialog = ArchiveListDialog(self._archive, today(), self._archive_all, self._context.parent)
        dialog.chosen.connect(self._go)
        open_dialog(dialog)

    def _archive_all(self, request_ids: Sequence[str]) -> bool:
        count = len(request_ids)
        asked = ngettext("Archive {n} case?", "Archive {n} cases?", count).format(n=count)
        told = _("Each gets the next archive number, today's date and the usual retention period.")
        if not self._context.prompts.ask(asked, told, yes=_("Archive")):
            return False
        return self._context.operations.perform(
            lambda: self._archive.archive_all(request_ids, on=today()),
            said=ngettext("{n} case archived.", "{n} cases archived.", count).format(n=count),
        )

    def _go(self, request_id: object) -> None:
        page = self._context.parent
        if isinstance(page, Page):
            page.go_to(Target(page="requests", record_id=str(request_id)))
