"""往来: the contacts with the applicant, what units were asked for, and the stages of the case."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ContactEntry, Errand, Stage, StageMark
from gongkai_desk.domain.reminders import WITHOUT_DATE
from gongkai_desk.domain.stages import next_stage
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.records.dialogs import ContactDialog, ErrandDialog, StageDialog
from gongkai_desk.ui.register.records.pane import RecordPane
from gongkai_desk.ui.register.records.printing import preview_records
from gongkai_desk.ui.register.records.stage_line import StageLine
from gongkai_desk.ui.register.records.words import errand_state, reached_state, short_day
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import restyle

R = TypeVar("R", ContactEntry, Errand)


class DealingsTab(CaseTab):
    """The stage line on top; below it contacts at the left, errands at the right."""

    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("dealings")
        self._case: Case | None = None
        self._marks: list[StageMark] = []
        self.stages = StageLine(self)
        self.stage_actions = Actions(
            self, self._stage_commands(), Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.contacts: RecordPane[ContactEntry] = RecordPane(
            "case-contacts",
            pgettext("contact", "Contacts with the applicant"),
            _contact_columns(),
            self._contact_commands,
            self,
        )
        self.contacts.table.set_empty(pgettext("contact", "No contact recorded yet."))
        self.contacts.table.activated_record.connect(lambda _one: self.edit_contact())
        self.errands: RecordPane[Errand] = RecordPane(
            "case-errands",
            _("Errands"),
            _errand_columns(),
            self._errand_commands,
            self,
        )
        self.errands.table.set_empty(_("Nobody was asked for anything yet."))
        self.errands.table.activated_record.connect(lambda _one: self.edit_errand())
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self.stages, 1)
        for name in ("mark-stage", "unmark-stage"):
            button = ActionButton(self.stage_actions[name], self)
            restyle(button, "look", "link")
            top.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.contacts, 4)
        below.addWidget(self.errands, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(below, 1)

    @property
    @override
    def title(self) -> str:
        return _("Dealings")

    @override
    def count(self, case: Case) -> int:
        service, request_id = self.context.desk.case_file, case.request.id
        return len(service.of(ContactEntry, request_id)) + len(service.of(Errand, request_id))

    @override
    def show_case(self, case: Case) -> None:
        self._case = case
        desk, request_id = self.context.desk, case.request.id
        self._marks = desk.case_file.of(StageMark, request_id)
        self.stages.show_stages(desk.reminders.stages(request_id, today()))
        self.contacts.show_records(desk.case_file.of(ContactEntry, request_id))
        self.errands.show_records(desk.case_file.of(Errand, request_id))
        self.stage_actions.update()

    # stages

    def _stage_commands(self) -> Commands:
        return (
            Command(name="mark-stage", text=_("Mark a stage…"), run=self.mark_stage, icon="check"),
            Command(
                name="unmark-stage",
                text=_("Remove a mark…"),
                run=self.unmark_stage,
                icon="undo",
                enabled=lambda: bool(self._marks),
            ),
        )

    def mark_stage(self) -> None:
        """Say that a stage was passed where no event shows it."""
        if self._case is None:
            return
        states = self.context.desk.reminders.stages(self._case.request.id, today())
        choices = [Stage.REVIEWED, Stage.HANDLED]
        if self._case.closed:
            choices.append(Stage.ARCHIVED)
        following = next_stage(states)
        stage = following.stage if following else Stage.ARCHIVED
        open_dialog(
            StageDialog(
                self._case,
                lambda draft: self.context.operations.attempt(
                    lambda: self.context.desk.case_file.save(draft, today())
                ),
                self.context.prompts,
                today(),
                self,
                choices=choices,
                stage=stage if stage in choices else choices[-1],
                marks=self._marks,
            )
        )

    def unmark_stage(self) -> None:
        """Take one of the hand marks away again."""
        marks = sorted(self._marks, key=lambda mark: mark.date, reverse=True)
        names = [f"{label(mark.stage)} {mark.date.isoformat()}" for mark in marks]
        chosen = self.context.prompts.choose(
            _("Remove a mark"), _("Which mark was a mistake?"), names
        )
        if chosen is not None:
            mark = marks[chosen]
            self.context.operations.perform(lambda: self.context.desk.case_file.remove(mark))

    # contacts

    def _contact_commands(self, pane: RecordPane[ContactEntry]) -> Commands:
        return (
            Command(name="add-contact", text=pgettext("contact", "Record a contact…"),
                    run=self.add_contact,
                    shortcut="Ins", icon="person", primary=True),
            Command(name="edit-contact", text=_("Change…"), run=self.edit_contact, icon="edit",
                    enabled=pane.has_current, primary=True),
            Command(name="print-contacts", text=_("Print…"), run=self.print_contacts,
                    icon="print", enabled=pane.has_any),
            Command(name="remove-contact", text=_("Remove…"), run=self.remove_contact,
                    shortcut="Del", icon="delete", enabled=pane.has_current),
        )  # fmt: skip

    def print_contacts(self) -> None:
        """The contacts as a sheet for the file."""
        if self._case is not None:
            title = pgettext("contact", "Contacts with the applicant")
            write = self.context.desk.record_papers.contacts
            preview_records(self.context, self._case, title, write)

    def print_errands(self) -> None:
        """What units were asked for, as a sheet for the file (会商记录)."""
        if self._case is not None:
            write = self.context.desk.record_papers.errands
            preview_records(self.context, self._case, _("Errands"), write)

    def add_contact(self) -> None:
        self._open_contact(None)

    def edit_contact(self) -> None:
        if self.contacts.current is not None:
            self._open_contact(self.contacts.current)

    def _open_contact(self, record: ContactEntry | None) -> None:
        if self._case is None:
            return
        known = self.contacts.table.records.rows
        open_dialog(
            ContactDialog(
                self._case,
                lambda draft: self.context.operations.attempt(
                    lambda: self.context.desk.case_file.save(draft, today())
                ),
                self.context.prompts,
                today(),
                self,
                record=record,
                by=known[-1].by if known else "",
            )
        )

    def remove_contact(self) -> None:
        record = self.contacts.current
        if record is not None:
            self._remove(
                record, pgettext("contact", "Remove this contact?"), record.date.isoformat()
            )

    # errands

    def _errand_commands(self, pane: RecordPane[Errand]) -> Commands:
        def open_one() -> bool:
            return pane.current is not None and pane.current.answered_on is None

        return (
            Command(name="add-errand", text=_("Ask a unit…"), run=self.add_errand,
                    shortcut="Ins", icon="send", primary=True),
            Command(name="answer-errand", text=pgettext("errand", "Answered…"),
                    run=self.answer_errand, icon="done", enabled=open_one, primary=True),
            Command(name="remind-errand", text=_("Remind"), run=self.remind_errand, icon="bell",
                    enabled=open_one, primary=True,
                    tip=_("Note that the unit was reminded today; the words are copied.")),
            Command(name="edit-errand", text=_("Change…"), run=self.edit_errand, icon="edit",
                    enabled=pane.has_current),
            Command(name="print-errands", text=_("Print…"), run=self.print_errands,
                    icon="print", enabled=pane.has_any),
            Command(name="remove-errand", text=_("Remove…"), run=self.remove_errand,
                    shortcut="Del", icon="delete", enabled=pane.has_current),
        )  # fmt: skip

    def add_errand(self) -> None:
        self._open_errand(None)

    def edit_errand(self) -> None:
        if self.errands.current is not None:
            self._open_errand(self.errands.current)

    def answer_errand(self) -> None:
        if self.errands.current is not None:
            self._open_errand(self.errands.current, answering=True)

    def _open_errand(self, record: Errand | None, *, answering: bool = False) -> None:
        if self._case is None:
            return
        calendar = self.context.desk.holidays.calendar()
        open_dialog(
            ErrandDialog(
                self._case,
                lambda draft: self.context.operations.attempt(
                    lambda: self.context.desk.case_file.save(draft, today())
                ),
                self.context.prompts,
                today(),
                self,
                record=record,
                due=calendar.add(today(), WITHOUT_DATE),
                answering=answering,
            )
        )

    def remind_errand(self) -> None:
        """Note a reminder of today, and put its words on the clipboard for a message."""
        errand, case = self.errands.current, self._case
        if errand is None or case is None:
            return
        words = reminding_words(case, errand)
        if self.context.operations.perform(
            lambda: self.context.desk.case_file.remind(errand, today()),
            said=_("Reminder noted; its words were copied."),
        ):
            QGuiApplication.clipboard().setText(words)

    def remove_errand(self) -> None:
        record = self.errands.current
        if record is not None:
            self._remove(record, _("Remove this errand?"), f"{label(record.kind)} {record.unit}")

    def _remove(self, record: R, title: str, what: str) -> None:
        text = _("“{what}” is removed with its files. Undo brings it back.").format(what=what)
        if self.context.prompts.ask(title, text, yes=_("Remove"), danger=True):
            self.context.operations.perform(lambda: self.context.desk.case_file.remove(record))


def reminding_words(case: Case, errand: Errand) -> str:
    """What is written to a unit that owes an answer; no word about the applicant."""
    due = date_text(errand.due_on) if errand.due_on else _("as soon as possible")
    return _(
        "{unit}: on {asked} we asked for “{what}” in disclosure request {number} ({subject}). The "
        "answer was due {due}. Please send it; the statutory time limit of the request is {limit}."
    ).format(
        unit=errand.unit,
        asked=date_text(errand.asked_on),
        what=label(errand.kind),
        number=case.request.number,
        subject=case.request.subject,
        due=due,
        limit=date_text(case.due) if case.due else _("paused"),
    )


def _contact_columns() -> tuple[Column[ContactEntry], ...]:
    return (
        Column(name="date", title=_("Date"),
               text=lambda one: f"{short_day(one.date, today())} {one.time}".strip(),
               sort_key=lambda one: (one.date, one.time), width=6,
               tip=lambda one: f"{one.date} {label(one.way)} {one.with_whom}".strip()),
        Column(name="reached", title=pgettext("contact", "Reached"),
               text=lambda one: reached_state(one)[2],
               tone=lambda one: reached_state(one)[0], icon=lambda one: reached_state(one)[1],
               chip=True, width=6),
        Column(name="summary", title=_("What was said"), text=lambda one: one.summary,
               stretch=True),
        Column(name="by", title=pgettext("contact", "By whom"), text=lambda one: one.by, width=4),
    )  # fmt: skip


def _about(errand: Errand) -> str:
    """Everything of an errand that has no column."""
    asked = _("Asked on {date}").format(date=errand.asked_on.isoformat())
    return "\n".join(part for part in (asked, errand.matter, errand.answer) if part)


def _errand_columns() -> tuple[Column[Errand], ...]:
    return (
        Column(name="kind", title=pgettext("errand", "What for"),
               text=lambda one: label(one.kind), width=7),
        Column(name="unit", title=pgettext("errand", "Unit"),
               text=lambda one: " ".join(part for part in (one.unit, one.person) if part),
               stretch=True, tip=_about),
        Column(name="due", title=pgettext("errand", "Due"),
               text=lambda one: short_day(one.due_on, today()),
               sort_key=lambda one: one.due_on, width=4),
        Column(name="state", title=_("State"), text=lambda one: errand_state(one, today())[2],
               tone=lambda one: errand_state(one, today())[0],
               icon=lambda one: errand_state(one, today())[1], chip=True, width=5),
        Column(name="reminded", title=_("Reminded"),
               text=lambda one: str(len(one.reminded_on)) if one.reminded_on else "", width=2,
               tip=lambda one: "\n".join(day.isoformat() for day in one.reminded_on), right=True),
    )  # fmt: skip
