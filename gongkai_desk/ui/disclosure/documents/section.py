"""Documents and other information: what there is, how each stands, and what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueItem
from gongkai_desk.domain.document_states import Standing
from gongkai_desk.domain.document_steps import Step
from gongkai_desk.domain.official_document import Interpretation, OfficialDocument
from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.document_rows import DocumentRow
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.disclosure.documents.deeds import DocumentDeeds
from gongkai_desk.ui.disclosure.documents.facts import document_facts
from gongkai_desk.ui.disclosure.documents.look import document_columns, document_views
from gongkai_desk.ui.disclosure.documents.output import DocumentOutput
from gongkai_desk.ui.disclosure.documents.steps import StepStrip
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.today import today

_NEW = "new"
_CARD_LINES = 9
"""So high is the card at least: its steps in two lines, and some facts below them."""


class DocumentSection(RecordSection[DocumentRow]):
    """The view ``new`` opens an empty document, ``new:<lineage>`` one of a catalogue item."""

    NAME: ClassVar[str] = "documents"
    KINDS: ClassVar[tuple[type, ...]] = (OfficialDocument, Interpretation)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "review-document",
        "publish-document",
        "interpret-document",
        "edit-document",
    )
    MANY_VIEWS: ClassVar[bool] = True

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.deeds = DocumentDeeds(
            desk=desk,
            operations=operations,
            prompts=prompts,
            holder=lambda: self.holder,
            done=self._choose,
        )
        self.output = DocumentOutput(
            desk=desk, operations=operations, prompts=prompts, holder=lambda: self.holder
        )
        self.steps = StepStrip(len(Step), self.card)
        self.card.column.insertWidget(1, self.steps)
        self.card.setMinimumHeight(self.fontMetrics().lineSpacing() * _CARD_LINES)
        self.table.activated_record.connect(lambda row: self.deeds.edit(row.document))

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.official_documents

    @override
    def read(self) -> Sequence[DocumentRow]:
        return self.desk.official_documents.rows(today())

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _(
            "No document is recorded yet. Enter each one when it is drafted: the program "
            "watches its review, its publication and its validity."
        )
        return words, "new-document"

    @override
    def columns(self) -> Sequence[Column[DocumentRow]]:
        return document_columns()

    @override
    def views(self) -> Sequence[View[DocumentRow]]:
        return document_views()

    @override
    def heading(self, row: DocumentRow) -> str:
        return row.document.title

    @override
    def searched(self, row: DocumentRow) -> str:
        document = row.document
        words = (document.title, document.number, document.drafter, document.note, document.ground)
        return "\n".join((*words, *(column.text(row) for column in self.table.records.columns)))

    @override
    def facts(self, row: DocumentRow) -> Sequence[Fact]:
        document = row.document
        editions = self.desk.official_documents.editions(document)
        return document_facts(row, editions, self._item(document), self._requests(document))

    def _item(self, document: OfficialDocument) -> str:
        if not document.lineage:
            return ""
        found = self.keeper.all(CatalogueItem, lineage=document.lineage)
        return " / ".join(found[-1].path) if found else ""

    def _requests(self, document: OfficialDocument) -> str:
        found = (self.keeper.find(Request, each) for each in document.request_ids)
        return "\n".join(f"{one.number}  {one.subject}" for one in found if one is not None)

    @override
    def _show(self, row: DocumentRow | None) -> None:
        if row is not None:
            self.steps.show_steps(row.steps)
        super()._show(row)

    @override
    def go_to(self, target: Target) -> None:
        name, _colon, lineage = target.view.partition(":")
        super().go_to(target)
        if name == _NEW:
            self.deeds.new(lineage)

    def _choose(self, document_id: str) -> None:
        """Show what was just stored, also when a view hides it."""
        if self.keeper.find(OfficialDocument, document_id) is not None:
            shown = self.table.records.row_of(document_id) is not None
            if not shown:
                self.view.set_value(self._views[0])
                self.search.clear()
                self._filter()
            self.table.select([document_id])

    # commands

    @override
    def commands(self) -> Commands:
        return (*self._entering(), None, *self._steps(), None, *self._papers(), None,
                self.find_command())  # fmt: skip

    def _new_command(self) -> Command:
        return Command(
            name="new-document",
            text=_("Enter a document…"),
            run=lambda: self.deeds.new(),
            shortcut="Ctrl+N",
            icon="add",
            primary=True,
        )

    def _entering(self) -> Commands:
        return (
            self._new_command(),
            Command(
                name="document-from-requests",
                text=_("Document from requests…"),
                run=lambda: self.deeds.from_requests(),
                icon="requests",
            ),
            self._command("edit-document", _("Change…"), "edit", self._edit),
            self._command("next-edition", _("New edition…"), "copy", self._next_edition),
            self.attach_command(),
            self.remove_command("remove-document", self._remove),
        )

    def _steps(self) -> Commands:
        return (
            self._command("review-document", _("Secrecy review…"), "check", self._review),
            self._command("publish-document", _("Publish…"), "publish", self._publish),
            self._command(
                "interpret-document", _("Interpretation…"), "activities", self._interpret
            ),
            self._command("take-down-document", _("Take down…"), "close", self._take_down, _is_out),
            self._command("abolish-document", _("Abolish…"), "close", self._abolish, _formed),
            self._command(
                "take-back-entry",
                _("Take back an entry made by mistake…"),
                "undo",
                self._take_back,
                _has_entries,
            ),
        )

    def _papers(self) -> Commands:
        return (
            self._command("print-review", _("Print the review sheet"), "print", self._print_review),
            self._command(
                "save-review", _("Review sheet as Word file…"), "save", self._save_review
            ),
            Command(
                name="print-documents",
                text=_("Print the list"),
                run=lambda: self.output.print_list(self.shown, self.view.value().label),
                shortcut="Ctrl+P",
                icon="print",
                enabled=self._has_rows,
            ),
            Command(
                name="export-documents",
                text=_("Export the list…"),
                run=lambda: self.output.export(self.shown, self.view.value().label),
                icon="export",
                enabled=self._has_rows,
            ),
            Command(
                name="print-over-time",
                text=_("Print what is over its time"),
                run=self._print_over_time,
                icon="print",
                enabled=lambda: any(row.standing is Standing.TO_TAKE_DOWN for row in self._rows),
            ),
        )

    def _command(
        self,
        name: str,
        text: str,
        icon: str,
        run: Callable[[DocumentRow], object],
        possible: Callable[[DocumentRow], bool] = lambda _row: True,
    ) -> Command:
        """A command for the chosen document."""

        def do() -> None:
            if self.current is not None:
                run(self.current)

        def enabled() -> bool:
            return self.current is not None and possible(self.current)

        return Command(name=name, text=text, run=do, icon=icon, enabled=enabled)

    @property
    def shown(self) -> list[DocumentRow]:
        """The rows of the list in the order shown."""
        return list(self.table.records.rows)

    def _has_rows(self) -> bool:
        return bool(self.table.records.rows)

    def _edit(self, row: DocumentRow) -> None:
        self.deeds.edit(row.document)

    def _next_edition(self, row: DocumentRow) -> None:
        self.deeds.next_edition(row.document)

    def _remove(self) -> None:
        if self.current is not None:
            self.remove_asked(self.current.document, self.current.document.title)

    def _review(self, row: DocumentRow) -> None:
        self.deeds.review(row.document)

    def _publish(self, row: DocumentRow) -> None:
        self.deeds.publish(row)

    def _interpret(self, row: DocumentRow) -> None:
        self.deeds.interpret(row)

    def _take_down(self, row: DocumentRow) -> None:
        self.deeds.take_down(row)

    def _abolish(self, row: DocumentRow) -> None:
        self.deeds.abolish(row.document)

    def _take_back(self, row: DocumentRow) -> None:
        self.deeds.take_back(row.document)

    def _print_review(self, row: DocumentRow) -> None:
        self.output.print_review(row.document)

    def _save_review(self, row: DocumentRow) -> None:
        self.output.save_review(row.document)

    def _print_over_time(self) -> None:
        over = [row for row in self._rows if row.standing is Standing.TO_TAKE_DOWN]
        self.output.print_list(over, pgettext("documents", "Information over its time"))


def _is_out(row: DocumentRow) -> bool:
    return row.is_out


def _has_entries(row: DocumentRow) -> bool:
    one = row.document
    return bool(one.reviews or one.published or one.taken_down_on or one.abolished_on)


def _formed(row: DocumentRow) -> bool:
    return row.document.formed_on is not None
