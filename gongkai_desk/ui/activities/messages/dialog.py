"""The dialogs for one message and for its answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.message_limits import ChannelRules, MessageStanding
from gongkai_desk.domain.platform import Platform, SiteMessage
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.activities.messages.words import due_text
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.widgets.plain import PlainLabel

Answer = tuple[dt.date, str]
"""The day and what was answered."""


class _Told(PlainLabel):
    """A line of the form that is told, not typed."""

    changed = Signal()


class MessageDialog(RecordDialog[SiteMessage]):
    """Shows at once until when the answer is due."""

    def __init__(
        self,
        submit: Callable[[SiteMessage], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[SiteMessage], Iterable[Problem]],
        standing: Callable[[SiteMessage], MessageStanding],
        channels: ChannelRules,
        platforms: Sequence[Platform],
        day: dt.date,
        message: SiteMessage | None = None,
    ) -> None:
        title = _("Change a message") if message else _("Enter a message")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("message-dialog")
        first = channels.rules[0].name
        given = message or SiteMessage(id=new_id(), received=day, text="", source=first)
        self._given, self._standing = given, standing
        self._channel_fields(given, channels)
        self._message_fields(given, platforms)
        self._answer_fields(given)
        for field in (self.received, self.source, self.limit_days):
            field.changed.connect(self._tell_due)
        self._tell_due()
        self.ready()
        self.text_field.setFocus()

    def _channel_fields(self, given: SiteMessage, channels: ChannelRules) -> None:
        titles = {rule.name: rule.title for rule in channels.rules}
        self.received = self.date(
            "received", pgettext("site message", "Received on"), given.received, mandatory=True
        )
        self.source = self.choice(
            "source",
            pgettext("site message", "Channel"),
            tuple(titles),
            lambda each: titles[each],
            given.source,
        )
        self.due = _Told("", self, look="strong")
        self.due.setContentsMargins(0, 8, 0, 4)
        self.form.add("message-due", pgettext("site message", "Answer by"), self.due)

    def _message_fields(self, given: SiteMessage, platforms: Sequence[Platform]) -> None:
        names = {one.id: one.name for one in platforms}
        self.text_field = self.text(
            "text", pgettext("site message", "Message"), given.text, mandatory=True, lines=4
        )
        self.number_field = self.line("number", _("Number"), given.number)
        self.sent_by = self.line("sender", pgettext("site message", "Sender"), given.sender)
        self.platform_id = self.choice(
            "platform_id",
            pgettext("site message", "Platform"),
            tuple(names),
            lambda each: names[each],
            given.platform_id or None,
            empty=pgettext("site message", "none"),
        )
        self.handler = self.line("handler", pgettext("site message", "Handled by"), given.handler)
        self.limit_days = self.number(
            "limit_days",
            _("Own limit in working days"),
            given.limit_days,
            least=1,
            most=365,
            hint=_("Empty: that of the channel."),
        )

    def _answer_fields(self, given: SiteMessage) -> None:
        self.answered_on = self.date(
            "answered_on", pgettext("site message", "Answered on"), given.answered_on
        )
        self.result_field = self.text(
            "result", pgettext("site message", "Answer given"), given.result
        )
        self.note = self.text("note", _("Remarks"), given.note, lines=2)

    def _tell_due(self) -> None:
        self.due.setText(due_text(self._standing(self.draft())))

    @override
    def draft(self) -> SiteMessage:
        return SiteMessage(
            id=self._given.id,
            received=self.received.date() or self._given.received,
            text=self.text_field.value(),
            platform_id=self.platform_id.value() or "",
            source=self.source.value() or "",
            number=self.number_field.value(),
            sender=self.sent_by.value(),
            handler=self.handler.value(),
            limit_days=self.limit_days.value(),
            answered_on=self.answered_on.date(),
            result=self.result_field.value(),
            note=self.note.value(),
        )


class AnswerDialog(RecordDialog[Answer]):
    """Only what an answer needs."""

    def __init__(
        self,
        submit: Callable[[Answer], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[Answer], Iterable[Problem]],
        message: SiteMessage,
        day: dt.date,
    ) -> None:
        intro = message.text.strip()
        super().__init__(
            _("Enter the answer"), submit, prompts, parent, checked=checked, intro=intro
        )
        self.setObjectName("answer-dialog")
        self._today = day
        self.answered_on = self.date(
            "answered_on",
            pgettext("site message", "Answered on"),
            message.answered_on or day,
            mandatory=True,
        )
        self.result_field = self.text(
            "result", pgettext("site message", "Answer given"), message.result, lines=5
        )
        self.ready()
        self.result_field.setFocus()

    @override
    def draft(self) -> Answer:
        return self.answered_on.date() or self._today, self.result_field.value()

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        """An answer not typed yet is no fault yet."""
        return super().keeps_quiet(problem) or (
            not self._dirty and problem.code == "answer-text-empty"
        )
