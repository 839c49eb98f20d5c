"""The catalogue: its versions, every item with when it is due and what was published under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion
from gongkai_desk.domain.catalogue_compare import BETWEEN_LEVELS
from gongkai_desk.domain.catalogue_overview import CatalogueRow
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.catalogue import CatalogueService
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.disclosure.catalogue.columns import catalogue_columns
from gongkai_desk.ui.disclosure.catalogue.commands import DOCUMENTS, catalogue_commands
from gongkai_desk.ui.disclosure.catalogue.compare_dialog import CompareDialog
from gongkai_desk.ui.disclosure.catalogue.item_dialog import ItemDialog
from gongkai_desk.ui.disclosure.catalogue.moving import CatalogueMoving
from gongkai_desk.ui.disclosure.catalogue.publication_dialog import PublicationDialog
from gongkai_desk.ui.disclosure.catalogue.version_bar import VersionBar
from gongkai_desk.ui.disclosure.catalogue.version_dialog import VersionDialog
from gongkai_desk.ui.disclosure.catalogue.words import facts_of
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

_BAR_COMMANDS = (
    "import-catalogue",
    "export-catalogue",
    "compare-catalogue",
    "new-catalogue-version",
)
_WATCHED = ("late", "due")
"""Views that others lead to: they speak of the version in force."""


class CatalogueSection(RecordSection[CatalogueRow]):
    NAME: ClassVar[str] = "catalogue"
    KINDS: ClassVar[tuple[type, ...]] = (CatalogueVersion, CatalogueItem, OfficialDocument)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "record-catalogue-publication",
        "edit-catalogue-item",
        "attach-catalogue",
    )

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        self._version: CatalogueVersion | None = None
        self._wanted = ""
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.moving = CatalogueMoving(
            desk, operations, prompts, lambda: self.holder, self.show_version
        )

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self.bar = VersionBar(self)
        self.bar.chosen.connect(self.show_version)
        layout = self.layout()
        assert layout is not None
        layout.insertWidget(0, self.bar)  # type: ignore[attr-defined]
        self.table.activated_record.connect(lambda _row: self.edit())

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _("No catalogue yet. Import the one your office has published, or begin a new one.")
        return words, "import-catalogue"

    @property
    @override
    def keeper(self) -> CatalogueService:
        return self.desk.catalogue

    @property
    def version(self) -> CatalogueVersion | None:
        """The version that is shown."""
        return self._version

    def show_version(self, version_id: str) -> None:
        """Show the items of another version."""
        self._wanted = version_id
        self.refresh(None)

    @override
    def read(self) -> Sequence[CatalogueRow]:
        service = self.keeper
        versions, in_force = service.versions(), service.in_force(today())
        usual = in_force or next(iter(versions), None)
        wanted = next((one for one in versions if one.id == self._wanted), usual)
        self._version, self._wanted = wanted, wanted.id if wanted else ""
        self.bar.show_versions(versions, wanted, in_force)
        return service.rows(wanted, today()) if wanted is not None else ()

    @override
    def columns(self) -> Sequence[Column[CatalogueRow]]:
        return catalogue_columns()

    @override
    def views(self) -> Sequence[View[CatalogueRow]]:
        return (
            View(name="all", label=_("All"), test=lambda _row: True),
            View(name="late", label=pgettext("catalogue", "Late"), test=lambda row: row.late),
            View(name="due", label=_("Due soon"), test=lambda row: row.soon),
            View(name="no-limit", label=_("No limit"), test=lambda row: row.without_limit),
            View(name="no-channel", label=_("No channel"), test=lambda row: row.without_channel),
            View(
                name="changed",
                label=pgettext("catalogue", "Changed"),
                test=lambda row: row.change is not None,
            ),
        )

    @override
    def heading(self, row: CatalogueRow) -> str:
        return BETWEEN_LEVELS.join(row.item.path)

    @override
    def facts(self, row: CatalogueRow) -> Sequence[Fact]:
        return tuple(facts_of(row, today()))

    @override
    def commands(self) -> Commands:
        return catalogue_commands(self)

    @override
    def actions_ready(self, actions: Actions) -> None:
        super().actions_ready(actions)
        self.bar.set_actions(actions, _BAR_COMMANDS)

    @override
    def go_to(self, target: Target) -> None:
        if target.record_id:
            item = self.keeper.find(CatalogueItem, target.record_id)
            self._wanted = item.version_id if item is not None else self._wanted
            self.refresh(None)
        elif target.view in _WATCHED:
            self._wanted = ""
            self.refresh(None)
        super().go_to(target)

    # items

    def has_version(self) -> bool:
        return self._version is not None

    def has_items(self) -> bool:
        return bool(self._rows)

    def has_older(self) -> bool:
        return self.bar.choice.count() > 1

    def add(self) -> None:
        """A new item behind the chosen one, below the same first level."""
        if self._version is None:
            return
        row = self.current
        item = CatalogueItem(
            id=new_id(),
            version_id=self._version.id,
            lineage=new_id(),
            position=0,
            path=row.item.path[:-1] if row is not None else (),
            unit=row.item.unit if row is not None else "",
        )

        def submit(draft: CatalogueItem) -> tuple[Problem, ...]:
            after = row.item if row is not None else None
            problems = self.operations.attempt(lambda: self.keeper.add(draft, after))
            if not problems:
                self.table.select([draft.id])
            return problems

        self._item_dialog(item, submit, new=True)

    def edit(self) -> None:
        if self.current is not None:

            def submit(draft: CatalogueItem) -> tuple[Problem, ...]:
                return self.operations.attempt(lambda: self.keeper.save(draft, today()))

            self._item_dialog(self.current.item, submit, new=False)

    def _item_dialog(self, item: CatalogueItem, submit: object, *, new: bool) -> None:
        assert callable(submit)
        open_dialog(
            ItemDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                item=item,
                new=new,
            )
        )

    def remove(self) -> None:
        if self.current is not None:
            self.remove_asked(self.current.item, self.current.item.title)

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if self.current is not None:
            item = self.current.item
            self.operations.perform(lambda: self.keeper.move(item, step))

    def record(self) -> None:
        """What was published under the chosen item."""
        if self.current is None:
            return

        def submit(draft: OfficialDocument) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.keeper.record_publication(draft, today()))

        open_dialog(
            PublicationDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                item=self.current.item,
                today=today(),
            )
        )

    def record_in_full(self) -> None:
        """An empty document of the chosen item, in the section of documents."""
        if self.current is not None:
            self._lead_to_documents(view=f"new:{self.current.item.lineage}")

    def has_documents(self) -> bool:
        return self.current is not None and bool(self.current.documents)

    def show_documents(self) -> None:
        """What was published last under the chosen item, in the section of documents."""
        if self.current is not None and self.current.documents:
            self._lead_to_documents(record_id=self.current.documents[0].id)

    def _lead_to_documents(self, *, view: str = "", record_id: str = "") -> None:
        target = Target(page="disclosure", section=DOCUMENTS, view=view, record_id=record_id)
        self.leave.emit(target)

    # versions

    def new_version(self) -> None:
        """A version that begins with the items of the one shown."""
        base, day = self._version, today()
        title = base.title if base is not None else self._first_title()
        version = CatalogueVersion(id=new_id(), title=title, number=0, made_on=day)
        intro = ""
        if base is not None:
            n = len(self._rows)
            words = ngettext(
                "It begins with the {n} item of “{title}”, which stays as it is.",
                "It begins with the {n} items of “{title}”, which stays as it is.",
                n,
            )
            intro = words.format(n=n, title=base.title)

        def write(draft: CatalogueVersion) -> Changes:
            return self.keeper.new_version(draft, base)

        self._version_dialog(version, write, new=True, intro=intro)

    def _first_title(self) -> str:
        return _("{office}: catalogue of proactive disclosure").format(
            office=self.desk.office.get().name
        )

    def edit_version(self) -> None:
        if self._version is not None:
            self._version_dialog(
                self._version, lambda draft: self.keeper.save(draft, today()), new=False
            )

    def _version_dialog(
        self, version: CatalogueVersion, write: object, *, new: bool, intro: str = ""
    ) -> None:
        assert callable(write)

        def submit(draft: CatalogueVersion) -> tuple[Problem, ...]:
            problems = self.operations.attempt(lambda: write(draft))
            if not problems:
                self.show_version(draft.id)
            return problems

        open_dialog(
            VersionDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                version=version,
                new=new,
                intro=intro,
            )
        )

    def remove_version(self) -> None:
        """Ask, then take the version that is shown out with its items; documents stay."""
        version = self._version
        if version is None:
            return
        n = len(self._rows)
        words = ngettext(
            "“{title}” goes with its {n} item. What was published stays. Undo brings it back.",
            "“{title}” goes with its {n} items. What was published stays. Undo brings it back.",
            n,
        )
        text = words.format(title=version.title, n=n)
        if self.prompts.ask(_("Remove this version?"), text, yes=_("Remove"), danger=True):
            self.operations.perform(lambda: self.keeper.remove(version))

    def compare(self) -> None:
        """The version that is shown beside the one before."""
        if self._version is not None:
            service = self.keeper
            open_dialog(
                CompareDialog(
                    service.versions(),
                    self._version,
                    service.in_force(today()),
                    service.changes,
                    self.holder,
                )
            )

    def moving_in(self) -> None:
        """A catalogue from a file."""
        self.moving.choose_file()

    def export(self) -> None:
        if self._version is not None:
            self.moving.export(self._version)

    def print_version(self) -> None:
        if self._version is not None:
            self.moving.print_version(self._version)
