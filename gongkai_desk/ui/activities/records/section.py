"""What the office did: one list of all kinds, by group, year and kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.activity_forms import ActivityGroup, FieldType, told
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.activities import Links
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.activities.records.counts_dialog import CountsDialog
from gongkai_desk.ui.activities.records.dialog import ActivityDialog
from gongkai_desk.ui.activities.records.output import ActivityOutput
from gongkai_desk.ui.activities.records.rows import columns, facts
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel

_GROUPS = tuple(group for group in ActivityGroup if group is not ActivityGroup.OTHER)
_NEW = "new"


class ActivitySection(RecordSection[Activity]):
    """`go_to` knows, besides its views, ``new``, ``new:training``, ``new:training:<task id>`` and
    ``new:supervision::<institution id>``, which open the dialog, and the name of a kind, which
    shows that kind of the present year.
    """

    NAME: ClassVar[str] = "activities"
    KINDS: ClassVar[tuple[type, ...]] = (Activity, Institution, OfficialDocument, Task)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "edit-activity",
        "repeat-activity",
        "print-activity",
        "attach-activities",
    )
    MANY_VIEWS: ClassVar[bool] = True

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        self._links, self._with_files = Links(), frozenset[str]()
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.output = ActivityOutput(desk, operations, prompts, self)
        self.year: ChoiceField[int | None] = ChoiceField((None,), _year_text, self)
        self.year.setObjectName("activities-year")
        self.year.setAccessibleName(_("Year"))
        kinds: tuple[ActivityKind | None, ...] = (None, *desk.activities.forms)
        self.kind: ChoiceField[ActivityKind | None] = ChoiceField(kinds, _kind_text, self)
        self.kind.setObjectName("activities-kind")
        self.kind.setAccessibleName(_("Kind of work"))
        self._fill_years(today().year)
        self.count = PlainLabel("", self, look="muted")
        filters: tuple[QWidget, ...] = (self.year, self.kind)
        for number, widget in enumerate(filters):
            self.head.insertWidget(number, widget)
        for before, after in pairwise((self.view.buttons[-1], *filters, self.search)):
            QWidget.setTabOrder(before, after)
        self.head.insertWidget(self.head.indexOf(self.search) + 1, self.count)
        self.year.changed.connect(lambda: self.refresh(None))
        self.kind.changed.connect(lambda: self.refresh(None))

    # the list

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.activities

    @override
    def read(self) -> Sequence[Activity]:
        service = self.desk.activities
        rows = service.activities(self.year.value(), self.kind.value())
        self._links, self._with_files = service.links(rows), service.with_files()
        words = ngettext("{n} record", "{n} records", len(rows))
        self.count.setText(words.format(n=len(rows)))
        return rows

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _(
            "No work is recorded here. Record each training, open day or consultation when it is "
            "done: duties and the annual report count them."
        )
        return words, "add-activity"

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is not None:
            self._fill_years(self.year.value())
        super().refresh(changes)

    def _fill_years(self, chosen: int | None) -> None:
        """Offer the years there are records of; nothing else is told of it."""
        years = (None, *self.desk.activities.years(today()))
        self.year.blockSignals(True)
        self.year.offer(years)
        self.year.set_value(chosen)
        self.year.blockSignals(False)

    @override
    def columns(self) -> Sequence[Column[Activity]]:
        return columns(self._waits, self._feedback, lambda one: one.id in self._with_files)

    @override
    def views(self) -> Sequence[View[Activity]]:
        group_of = {kind: form.group for kind, form in self.desk.activities.forms.items()}
        return (
            View(name="all", label=_("All"), test=lambda _one: True),
            *(
                View(
                    name=group.value,
                    label=label(group),
                    test=lambda one, group=group: group_of[one.kind] is group,  # type: ignore[misc]
                )
                for group in _GROUPS
            ),
            View(name="awaiting-feedback", label=_("Awaiting feedback"), test=self._waits),
            View(
                name="without-evidence",
                label=_("Without evidence"),
                test=lambda one: one.id not in self._with_files,
            ),
        )

    def _waits(self, one: Activity) -> bool:
        return self.desk.activities.waits(one, today())

    def _feedback(self, one: Activity) -> str:
        if self._waits(one):
            return _("Awaited")
        form = self.desk.activities.form(one.kind)
        return _("Given") if form.feedback and one.details.get(form.feedback) else ""

    @override
    def heading(self, row: Activity) -> str:
        return row.title

    @override
    def facts(self, row: Activity) -> Sequence[Fact]:
        return facts(
            row,
            self.desk.activities.form(row.kind),
            self._links,
            waits=self._waits(row),
            has_files=row.id in self._with_files,
        )

    # what can be done

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="add-activity",
                text=_("Record work done…"),
                run=lambda: self.add(self.kind.value()),
                shortcut="Ctrl+N",
                icon="add",
                primary=True,
            ),
            Command(
                name="count-activities",
                text=_("Counts by quarter…"),
                run=self.show_counts,
                icon="report",
                primary=True,
            ),
            *self._record_commands(),
            None,
            *self._paper_commands(),
            None,
            self.find_command(),
        )

    def _record_commands(self) -> Commands:
        chosen = self.has_current
        return (
            self.edit_command("edit-activity", self.edit),
            Command(
                name="repeat-activity",
                text=_("Again like this…"),
                run=self.repeat,
                icon="copy",
                enabled=chosen,
            ),
            self.attach_command(),
            Command(
                name="show-activity-task",
                text=_("Go to its task"),
                run=self.show_task,
                icon="tasks",
                enabled=lambda: self.current is not None and bool(self.current.task_ids),
            ),
            self.remove_command("remove-activity", self.remove),
        )

    def _paper_commands(self) -> Commands:
        chosen, rows = self.has_current, lambda: bool(self.table.records.rows)
        return (
            Command(
                name="print-activity",
                text=_("Record sheet…"),
                run=lambda: self.output.print_sheet(self._chosen()),
                icon="print",
                enabled=chosen,
            ),
            Command(
                name="save-activity-docx",
                text=_("Save the record sheet as Word…"),
                run=lambda: self.output.save_sheet(self._chosen()),
                icon="export",
                enabled=chosen,
            ),
            Command(
                name="print-activities",
                text=_("Print this list…"),
                run=lambda: self.output.print_list(self.table.records.rows, self._list_title()),
                shortcut="Ctrl+P",
                icon="print",
                enabled=rows,
            ),
            Command(
                name="export-activities",
                text=_("Export the year as Excel…"),
                run=lambda: self.output.export(self._rows, self._list_title()),
                icon="export",
                enabled=rows,
            ),
        )

    def _chosen(self) -> Activity:
        assert self.current is not None
        return self.current

    def _list_title(self) -> str:
        """The title of what is listed: year and kind."""
        year, kind = self.year.value(), self.kind.value()
        what = _("Work records") if kind is None else label(kind)
        return what if year is None else _("{year} {what}").format(year=year, what=what)

    def add(
        self, kind: ActivityKind | None = None, task_id: str = "", institution_id: str = ""
    ) -> None:
        """Record something of today; another kind can be chosen in the dialog."""
        given = Activity(
            id=new_id(),
            kind=kind or ActivityKind.TRAINING,
            date=today(),
            title="",
            task_ids=(task_id,) if task_id else (),
            institution_ids=(institution_id,) if institution_id else (),
        )
        self._open(given, new=True)

    def edit(self) -> None:
        if self.current is not None:
            self._open(self.current, new=False)

    def repeat(self) -> None:
        """Record something like the chosen one: what it was about is taken over, what came of it
        is not.
        """
        one = self.current
        if one is None:
            return
        form = self.desk.activities.form(one.kind)
        kept = (FieldType.LINE, FieldType.CHOICE, FieldType.YES_NO)
        results = ("accepted", "medium", "level", "request")
        details = {
            field.name: text
            for field, text in told(one, form)
            if field.type in kept and field.name not in results
        }
        self._open(
            replace(
                one,
                id=new_id(),
                date=today(),
                until=None,
                participants=None,
                details=details,
                outcome="",
                url="",
                document_ids=(),
            ),
            new=True,
        )

    def remove(self) -> None:
        if self.current is not None:
            self.remove_asked(self.current, self.current.title)

    def show_task(self) -> None:
        """Lead to the first task the chosen record proves."""
        if self.current is not None and self.current.task_ids:
            self.leave.emit(Target(page="tasks", record_id=self.current.task_ids[0]))

    def show_counts(self) -> None:
        """How much of each kind was done in each quarter of the year shown."""
        dialog = CountsDialog(
            self.desk, self.year.value() or today().year, self.output, self.holder
        )
        dialog.chosen.connect(self.show_kind)
        open_dialog(dialog)

    def show_kind(self, kind: object) -> None:
        """Only this kind; None shows all."""
        assert kind is None or isinstance(kind, ActivityKind)
        self.view.set_value(self._views[0])
        self.kind.set_value(kind)
        self._filter()

    def _open(self, given: Activity, *, new: bool) -> None:
        service = self.desk.activities

        def submit(draft: Activity) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: service.save(draft, today(), dialog.files()))

        dialog = ActivityDialog(
            submit,
            self.prompts,
            self.holder,
            service=service,
            given=given,
            new=new,
            checked=lambda draft: service.check(draft, today()),
        )
        dialog.accepted.connect(lambda: self.show_record(given.id))
        open_dialog(dialog)

    def show_record(self, record_id: str) -> None:
        """Choose a record, with the filters that let it through."""
        found = self.desk.activities.find(Activity, record_id)
        if found is None:
            return
        if found.date.year != self.year.value() and self.year.value() is not None:
            self._fill_years(found.date.year)
            self.refresh(None)
        if self.kind.value() not in (None, found.kind):
            self.kind.set_value(None)
        super().go_to(Target(page="activities", record_id=record_id))

    @override
    def go_to(self, target: Target) -> None:
        word, _colon, rest = target.view.partition(":")
        if word == _NEW:
            kind, task_id, place = (*rest.split(":"), "", "", "")[:3]
            self.add(ActivityKind(kind) if kind in set(ActivityKind) else None, task_id, place)
            return
        if target.view in set(ActivityKind):
            self._fill_years(today().year)
            self.search.clear()
            self.show_kind(ActivityKind(target.view))
        elif target.view or target.record_id:
            self.kind.set_value(None)
        if target.record_id:
            self.show_record(target.record_id)
        elif target.view not in set(ActivityKind):
            super().go_to(target)


def _year_text(year: int | None) -> str:
    return _("All years") if year is None else _("Year {year}").format(year=year)


def _kind_text(kind: ActivityKind | None) -> str:
    return _("All kinds") if kind is None else label(kind)
