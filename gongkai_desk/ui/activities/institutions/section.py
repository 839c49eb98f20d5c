"""The public institutions and enterprises whose disclosure the office supervises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.activity import Institution
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.activities.institutions.dialog import InstitutionDialog
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class InstitutionSection(RecordSection[Institution]):
    NAME: ClassVar[str] = "institutions"
    KINDS: ClassVar[tuple[type, ...]] = (Institution,)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = ("edit-institution", "attach-institutions")

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.activities

    @override
    def read(self) -> Sequence[Institution]:
        return self.desk.activities.institutions()

    @override
    def columns(self) -> Sequence[Column[Institution]]:
        return (
            Column(
                name="name",
                title=pgettext("institution", "Name"),
                text=lambda one: one.name,
                stretch=True,
            ),
            Column(name="sector", title=_("Sector"), text=lambda one: one.sector, width=10),
            Column(
                name="catalogue",
                title=_("Catalogue renewed"),
                text=lambda one: iso(one.catalogue_on),
                sort_key=lambda one: one.catalogue_on,
                width=10,
            ),
            Column(
                name="person",
                title=pgettext("institution", "Contact"),
                text=lambda one: one.person,
                width=10,
            ),
            Column(name="phone", title=_("Telephone"), text=lambda one: one.phone, width=12),
        )

    @override
    def views(self) -> Sequence[View[Institution]]:
        return (
            View(name="all", label=_("All"), test=lambda _one: True),
            View(name="supervised", label=_("Supervised"), test=lambda one: not one.closed_on),
            View(
                name="without-catalogue",
                label=_("Without a catalogue"),
                test=lambda one: not one.closed_on and one.catalogue_on is None,
            ),
        )

    @override
    def heading(self, row: Institution) -> str:
        return row.name

    @override
    def facts(self, row: Institution) -> Sequence[Fact]:
        return (
            Fact(_("Sector"), row.sector),
            Fact(
                pgettext("institution", "Contact"), "  ".join(filter(None, (row.person, row.phone)))
            ),
            Fact(_("Website"), row.website),
            Fact(_("Catalogue renewed"), iso(row.catalogue_on)),
            Fact(pgettext("institution", "Closed"), iso(row.closed_on)),
            Fact(_("Remarks"), row.note),
        )

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="add-institution",
                text=_("Add an institution…"),
                run=self.add,
                shortcut="Ctrl+N",
                icon="add",
                primary=True,
            ),
            Command(
                name="edit-institution",
                text=_("Change…"),
                run=self.edit,
                icon="edit",
                enabled=self.has_current,
            ),
            self.attach_command(),
            Command(
                name="remove-institution",
                text=_("Remove…"),
                run=self.remove,
                shortcut="Del",
                icon="delete",
                enabled=self.has_current,
            ),
            None,
            self.find_command(),
        )

    def add(self) -> None:
        self._open(None)

    def edit(self) -> None:
        if self.current is not None:
            self._open(self.current)

    def remove(self) -> None:
        if self.current is not None:
            self.remove_asked(self.current, self.current.name)

    def _open(self, institution: Institution | None) -> None:
        def submit(draft: Institution) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.keeper.save(draft, today()))

        open_dialog(
            InstitutionDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                institution=institution,
            )
        )
