"""The public institutions and enterprises whose disclosure the office supervises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.activity import Activity, Institution
from gongkai_desk.domain.activity_forms import count_of
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.supervision import Supervised, due_this_year
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.activities.institutions.dialog import InstitutionDialog
from gongkai_desk.ui.activities.records.output import ActivityOutput
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class InstitutionSection(RecordSection[Institution]):
    NAME: ClassVar[str] = "institutions"
    KINDS: ClassVar[tuple[type, ...]] = (Institution, Activity)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "supervise-institution",
        "edit-institution",
        "attach-institutions",
    )
    MANY_VIEWS: ClassVar[bool] = True

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        self._supervised: Mapping[str, Supervised] = {}
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.output = ActivityOutput(desk, operations, prompts, self)

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.activities

    @override
    def read(self) -> Sequence[Institution]:
        self._supervised = self.desk.activities.supervised()
        return self.desk.activities.institutions()

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _(
            "No institution is entered yet. Enter the schools, hospitals, water and bus companies "
            "whose disclosure your office supervises."
        )
        return words, "add-institution"

    def _known(self, one: Institution) -> Supervised:
        return self._supervised.get(one.id, Supervised())

    @override
    def columns(self) -> Sequence[Column[Institution]]:
        return (
            Column(
                name="name",
                title=pgettext("institution", "Name"),
                text=lambda one: one.name,
                stretch=True,
            ),
            Column(name="sector", title=_("Sector"), text=lambda one: one.sector, width=7),
            Column(
                name="catalogue",
                title=_("Catalogue renewed"),
                text=lambda one: iso(one.catalogue_on),
                sort_key=lambda one: one.catalogue_on,
                width=7,
            ),
            Column(
                name="supervised",
                title=_("Last supervised"),
                text=lambda one: iso(self._known(one).last),
                sort_key=lambda one: self._known(one).last,
                tone=lambda one: (
                    Tone.WARN if due_this_year(one, self._known(one), today()) else None
                ),
                width=7,
            ),
            Column(
                name="person",
                title=pgettext("institution", "Contact"),
                text=lambda one: one.person,
                width=5,
            ),
            Column(name="phone", title=_("Telephone"), text=lambda one: one.phone, width=8),
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
            View(
                name="not-supervised",
                label=_("Not supervised this year"),
                test=lambda one: due_this_year(one, self._known(one), today()),
            ),
            View(
                name="unmended",
                label=_("Problems not mended"),
                test=lambda one: bool(self._known(one).unmended),
            ),
        )

    @override
    def heading(self, row: Institution) -> str:
        return row.name

    @override
    def facts(self, row: Institution) -> Sequence[Fact]:
        known = self._known(row)
        return (
            Fact(_("Sector"), row.sector),
            Fact(
                pgettext("institution", "Contact"), "  ".join(filter(None, (row.person, row.phone)))
            ),
            Fact(_("Website"), row.website),
            Fact(_("Catalogue renewed"), iso(row.catalogue_on)),
            Fact(pgettext("institution", "Closed"), iso(row.closed_on)),
            Fact(
                _("Supervision"),
                "\n".join(map(_visit, known.visits)) or _("Not supervised yet."),
                Tone.WARN if known.unmended or due_this_year(row, known, today()) else None,
            ),
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
                name="supervise-institution",
                text=_("Record supervision…"),
                run=self.supervise,
                icon="add",
                enabled=self.has_current,
            ),
            self.edit_command("edit-institution", self.edit),
            self.attach_command(),
            self.remove_command("remove-institution", self.remove),
            None,
            *self._paper_commands(),
            None,
            self.find_command(),
        )

    def _paper_commands(self) -> Commands:
        return (
            Command(
                name="print-institutions",
                text=_("Print the ledger…"),
                run=self.output.print_institutions,
                shortcut="Ctrl+P",
                icon="print",
            ),
            Command(
                name="export-institutions",
                text=_("Export the ledger as Excel…"),
                run=self.output.export_institutions,
                icon="export",
            ),
        )

    def add(self) -> None:
        self._open(None)

    def supervise(self) -> None:
        """Record that the chosen institution was looked at."""
        if self.current is not None:
            view = f"new:supervision::{self.current.id}"
            self.leave.emit(Target(page="activities", section="activities", view=view))

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


def _visit(visit: Activity) -> str:
    """A visit in a line: when, what, how many problems and how many of them mended."""
    problems, mended = count_of(visit, "problems"), count_of(visit, "mended")
    words = _("{date}  {title}").format(date=iso(visit.date), title=visit.title)
    if not problems:
        return words
    found = _("{problems} problems, {mended} mended").format(problems=problems, mended=mended)
    return f"{words}  ({found})"
