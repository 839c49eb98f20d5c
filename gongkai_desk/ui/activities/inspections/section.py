"""The self-inspections by quarter, and the lists they follow."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from typing_extensions import override

from gongkai_desk.domain.inspection import InspectionTemplate, SelfInspection
from gongkai_desk.domain.inspection_scoring import plain_number
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.inspections import InspectionRow
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.ui.actions import Commands
from gongkai_desk.ui.activities.inspections import view
from gongkai_desk.ui.activities.inspections.commands import inspection_commands
from gongkai_desk.ui.activities.inspections.dialogs import BeginDialog, BeginDraft, FillDialog
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.listing_output import ListingOutput
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class InspectionSection(RecordSection[InspectionRow]):
    NAME: ClassVar[str] = "inspections"
    KINDS: ClassVar[tuple[type, ...]] = (SelfInspection, InspectionTemplate)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "fill-inspection",
        "print-inspection",
        "attach-inspections",
    )

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.output = ListingOutput(operations, prompts, self)
        self.table.activated_record.connect(lambda _row: self.fill())

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.inspections

    @override
    def read(self) -> Sequence[InspectionRow]:
        return self.desk.inspections.rows(today())

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _("No self-inspection yet. Two lists are ready; your own can be read in.")
        return words, "begin-inspection"

    @override
    def columns(self) -> Sequence[Column[InspectionRow]]:
        return view.columns()

    @override
    def views(self) -> Sequence[View[InspectionRow]]:
        return (
            View(name="all", label=_("All"), test=lambda _row: True),
            View(name="due", label=pgettext("inspection", "Due"), test=lambda row: row.due),
            View(
                name="open",
                label=pgettext("inspection", "Not finished"),
                test=lambda row: not row.finished,
            ),
            View(
                name="year",
                label=_("This year"),
                test=lambda row: row.quarter.year == today().year,
            ),
        )

    @override
    def heading(self, row: InspectionRow) -> str:
        return view.heading(row)

    @override
    def facts(self, row: InspectionRow) -> Sequence[Fact]:
        return view.facts(row)

    @override
    def commands(self) -> Commands:
        return inspection_commands(self)

    def has_own_lists(self) -> bool:
        return bool(self._own_lists())

    def has_inspection(self) -> bool:
        """Whether the chosen row was begun."""
        return self.current is not None and self.current.inspection is not None

    @override
    def attach(self, files: Sequence[Path]) -> None:
        if self.has_inspection():
            super().attach(files)

    # what it does

    def begin(self) -> None:
        """Ask for list and quarter; the list opens at once to be filled in."""

        def submit(draft: BeginDraft) -> tuple[Problem, ...]:
            return self._begin(draft)

        open_dialog(
            BeginDialog(
                submit,
                self.prompts,
                self.holder,
                templates=self.desk.inspections.templates(),
                today=today(),
                by=self._usual_name(),
            )
        )

    def _begin(self, draft: BeginDraft) -> tuple[Problem, ...]:
        try:
            begun = self.desk.inspections.begin(draft.template, draft.quarter, draft.by, today())
        except DomainError as error:
            return error.problems
        problems = self.operations.attempt(lambda: self.keeper.save(begun, today()))
        if not problems:
            QTimer.singleShot(0, self, lambda: self._open_begun(begun.id))
        return problems

    def _open_begun(self, inspection_id: str) -> None:
        self.view.set_value(self._views[0])
        self._filter()
        self.table.select([inspection_id])
        self.fill()

    def _usual_name(self) -> str:
        """Who made the last inspection."""
        done = (row.inspection for row in self._rows)
        return next((one.by for one in done if one is not None and one.by), "")

    def fill(self) -> None:
        """Open the chosen one; one that was not begun is begun."""
        row = self.current
        if row is None:
            return
        if row.inspection is None:
            draft = BeginDraft(template=row.template, quarter=row.quarter, by=self._usual_name())
            if problems := self._begin(draft):
                self.operations.show_problems(problems)
            return

        def submit(draft: SelfInspection) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.keeper.save(draft, today()))

        open_dialog(
            FillDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                template=row.template,
                inspection=row.inspection,
                before=row.before.scores if row.before is not None else {},
                proposals=self.desk.inspections.proposals(row.template, row.quarter, today()),
            )
        )

    def remove(self) -> None:
        row = self.current
        if row is not None and row.inspection is not None:
            self.remove_asked(row.inspection, view.heading(row))

    def print_out(self) -> None:
        row = self.current
        if row is not None and row.inspection is not None:
            inspection_id, service = row.inspection.id, self.desk.inspections
            name = view.heading(row)
            self.output.preview(name, name, lambda path: service.write(inspection_id, path))

    def export(self) -> None:
        row = self.current
        if row is not None and row.inspection is not None:
            inspection_id, service = row.inspection.id, self.desk.inspections
            self.output.export(
                _("Export the self-inspection"),
                view.heading(row),
                lambda path: service.write(inspection_id, path),
                first=".docx",
            )

    # lists

    def _own_lists(self) -> list[InspectionTemplate]:
        return [one for one in self.desk.inspections.templates() if one.imported_on is not None]

    def _choose_list(
        self, title: str, lists: Sequence[InspectionTemplate]
    ) -> InspectionTemplate | None:
        chosen = self.prompts.choose(title, _("Which list?"), [one.title for one in lists])
        return None if chosen is None else lists[chosen]

    def export_list(self) -> None:
        """Write a list as a workbook, to be changed and read in again."""
        title = _("Export a list to change it")
        template = self._choose_list(title, self.desk.inspections.templates())
        if template is not None:
            service = self.desk.inspections
            self.output.export(
                title,
                template.title,
                lambda path: service.write_blank(template, path),
                first=".xlsx",
            )

    def import_list(self) -> None:
        """Read a list from a file, show how many items it has, ask for its title, keep it."""
        title = _("Read in our own list")
        path = self.prompts.open_file(
            title, [_("Excel and Word files (*.xlsx *.docx)"), _("All files (*)")]
        )
        if path is None:
            return
        try:
            items = self.desk.inspections.read_list(path)
        except DomainError as error:
            self.operations.show_problems(error.problems)
            return
        found = ngettext(
            "{n} item was read, {points} points in all. Title of the list:",
            "{n} items were read, {points} points in all. Title of the list:",
            len(items),
        ).format(
            n=len(items), points=plain_number(sum((item.points for item in items), Decimal(0)))
        )
        name = self.prompts.text(title, found, path.stem)
        if name is not None:
            self.operations.perform(
                lambda: self.desk.inspections.keep_list(name, items, path.name, today()),
                said=_("“{title}” can be filled in now.").format(title=name),
            )

    def retire_list(self) -> None:
        template = self._choose_list(_("Put our own list out of use"), self._own_lists())
        if template is not None:
            self.operations.perform(lambda: self.desk.inspections.retire_list(template, today()))
