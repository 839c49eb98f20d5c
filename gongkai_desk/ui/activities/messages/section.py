"""Messages to answer: 我为政府网站找错, letterboxes, comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.message_limits import MessageStanding, MessageState
from gongkai_desk.domain.platform import Platform, SiteMessage
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.activities.messages.dialog import Answer, AnswerDialog, MessageDialog
from gongkai_desk.ui.activities.messages.words import (
    due_text,
    left_text,
    limit_words,
    message_icon,
    message_tone,
    state_text,
)
from gongkai_desk.ui.activities.platforms.output import save_workbook
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class MessageSection(RecordSection[MessageStanding]):
    NAME: ClassVar[str] = "messages"
    KINDS: ClassVar[tuple[type, ...]] = (SiteMessage, Platform, DisclosureSettings)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "answer-message",
        "edit-message",
        "print-message",
        "attach-messages",
    )

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.platforms

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _(
            "No message is entered yet. Enter what arrives at the website and the letter box; the "
            "last day of its answer is worked out."
        )
        return words, "add-message"

    @override
    def read(self) -> Sequence[MessageStanding]:
        return self.desk.platforms.messages(today())

    @override
    def columns(self) -> Sequence[Column[MessageStanding]]:
        return (
            Column(
                name="received",
                title=pgettext("site message", "Received on"),
                text=lambda one: iso(one.message.received),
                width=6,
            ),
            Column(
                name="source", title=pgettext("site message", "Channel"), text=_channel, width=10
            ),
            Column(
                name="text",
                title=pgettext("site message", "Message"),
                text=lambda one: " ".join(one.message.text.split()),
                stretch=True,
            ),
            *_state_columns(),
        )

    @override
    def views(self) -> Sequence[View[MessageStanding]]:
        return (
            View(name="all", label=_("All"), test=lambda _one: True),
            View(
                name="waiting",
                label=pgettext("site message", "Waiting"),
                test=lambda one: one.state.open and one.state is not MessageState.LATE,
            ),
            View(
                name="late",
                label=pgettext("site message", "Overdue"),
                test=lambda one: one.state is MessageState.LATE,
            ),
            View(
                name="answered",
                label=pgettext("site message", "Answered"),
                test=lambda one: not one.state.open,
            ),
        )

    @override
    def heading(self, row: MessageStanding) -> str:
        said = row.message
        return " ".join(filter(None, (_channel(row), said.number)))

    @override
    def facts(self, row: MessageStanding) -> Sequence[Fact]:
        said = row.message
        waiting = row.state.open
        handover = date_text(row.handover_due) if row.handover_due and waiting else ""
        veto = date_text(row.veto) if row.veto and waiting else ""
        return (
            Fact(_("State"), state_text(row), message_tone(row)),
            Fact(pgettext("site message", "Message"), said.text),
            Fact(pgettext("site message", "Received on"), date_text(said.received)),
            Fact(_("Hand over by"), handover),
            Fact(pgettext("site message", "Answer by"), due_text(row)),
            Fact(pgettext("site message", "Limit"), limit_words(row)),
            Fact(_("Counts against the site after"), veto),
            Fact(pgettext("site message", "Platform"), row.site),
            Fact(pgettext("site message", "Sender"), said.sender),
            Fact(pgettext("site message", "Handled by"), said.handler),
            Fact(
                pgettext("site message", "Answered on"),
                date_text(said.answered_on) if said.answered_on else "",
            ),
            Fact(pgettext("site message", "Answer given"), said.result),
            Fact(_("Remarks"), said.note),
        )

    @override
    def commands(self) -> Commands:
        return (*self._of_one(), None, *self._in_and_out())

    def _of_one(self) -> Commands:
        return (
            Command(
                name="add-message",
                text=_("Enter a message…"),
                run=self.add,
                shortcut="Ctrl+N",
                icon="add",
                primary=True,
            ),
            Command(
                name="answer-message",
                text=pgettext("site message", "Answer…"),
                run=self.answer,
                icon="send",
                enabled=self.has_current,
            ),
            self.edit_command("edit-message", self.edit),
            self.attach_command(),
            self.remove_command("remove-message", self.remove),
        )

    def _in_and_out(self) -> Commands:
        return (
            Command(
                name="print-message",
                text=_("Print the handling sheet…"),
                run=self.print_sheet,
                icon="print",
                enabled=self.has_current,
            ),
            Command(
                name="print-messages",
                text=pgettext("site message", "Print the list…"),
                run=self.print_list,
                shortcut="Ctrl+P",
                icon="print",
                enabled=self.has_current,
            ),
            Command(
                name="export-messages",
                text=_("Export the messages…"),
                run=self.export,
                icon="export",
                enabled=self.has_current,
            ),
            None,
            self.find_command(),
        )

    def add(self) -> None:
        self._open(None)

    def edit(self) -> None:
        if self.current is not None:
            self._open(self.current.message)

    def remove(self) -> None:
        if self.current is not None:
            name = " ".join(self.current.message.text.split())[:24]
            self.remove_asked(self.current.message, name)

    def answer(self) -> None:
        """Enter what was answered and when."""
        if self.current is None:
            return
        message, day = self.current.message, today()

        def submit(answer: Answer) -> tuple[Problem, ...]:
            on, result = answer
            return self.operations.attempt(
                lambda: self.desk.platforms.answer(message, on, result, today())
            )

        def checked(answer: Answer) -> list[Problem]:
            on, result = answer
            return self.keeper.check(replace(message, answered_on=on, result=result), today())

        open_dialog(
            AnswerDialog(
                submit, self.prompts, self.holder, checked=checked, message=message, day=day
            )
        )

    def _open(self, message: SiteMessage | None) -> None:
        def submit(draft: SiteMessage) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.keeper.save(draft, today()))

        service = self.desk.platforms
        open_dialog(
            MessageDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                standing=lambda draft: service.message_as(draft, today()),
                channels=service.channels,
                platforms=[one.platform for one in service.standings(today()) if not one.closed],
                day=today(),
                message=message,
            )
        )

    def print_sheet(self) -> None:
        """The sheet on which the chosen message is handled, in the print preview."""
        row, title = self.current, _("Message handling sheet")
        if row is not None:
            preview_paper(
                lambda path: self.desk.platform_papers.message(row, path),
                name=f"{title}.pdf",
                title=title,
                operations=self.operations,
                prompts=self.prompts,
                parent=self,
            )

    def print_list(self) -> None:
        """The messages as they are filtered and sorted, in the print preview."""
        rows, day, title = tuple(self.table.records.rows), today(), _("Register of messages")
        preview_paper(
            lambda path: self.desk.platform_papers.messages(rows, day, path),
            name=f"{title}.pdf",
            title=title,
            operations=self.operations,
            prompts=self.prompts,
            parent=self,
        )

    def export(self) -> None:
        """The messages as they are filtered and sorted, as a workbook."""
        rows = tuple(self.table.records.rows)
        save_workbook(
            lambda path: self.desk.platform_papers.messages_workbook(rows, path),
            title=_("Export the messages"),
            name=f"{_('Register of messages')}-{today().isoformat()}.xlsx",
            operations=self.operations,
            prompts=self.prompts,
        )


def _channel(one: MessageStanding) -> str:
    return one.rule.title if one.rule else one.message.source


def _state_columns() -> tuple[Column[MessageStanding], ...]:
    return (
        Column(
            name="state",
            title=_("State"),
            text=lambda one: label(one.state),
            sort_key=lambda one: list(MessageState).index(one.state),
            tone=message_tone,
            icon=message_icon,
            chip=True,
            width=9,
        ),
        Column(
            name="due",
            title=pgettext("site message", "Answer by"),
            text=lambda one: iso(one.due),
            sort_key=lambda one: one.due,
            width=6,
        ),
        Column(
            name="left",
            title=pgettext("site message", "Left or taken"),
            text=left_text,
            sort_key=lambda one: one.left,
            tone=lambda one: message_tone(one) if one.state.open else None,
            width=8,
        ),
        Column(
            name="handler",
            title=pgettext("site message", "Handled by"),
            text=lambda one: one.message.handler,
            width=5,
        ),
    )
