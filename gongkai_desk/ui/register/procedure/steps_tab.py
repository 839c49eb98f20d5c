"""The leaf 步骤与材料: every step with date, actor, reason, what was given, and its documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import FeeNotice
from gongkai_desk.domain.fee_notice import fee_of, payment_due
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import RequestEvent
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.outcomes import outcome_of
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.attachments import KeptFiles, open_outside
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.procedure.fee_fields import fee_words
from gongkai_desk.ui.register.procedure.notice_dialog import NoticeDialog
from gongkai_desk.ui.register.procedure.scrolled import scrolled
from gongkai_desk.ui.register.steps_view import step_title
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.register.words import ICONS
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_ATTACHMENT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step with the number of its documents and, of a fee, its notice."""

    event: RequestEvent
    files: int
    fee: FeeNotice | None = None

    @property
    def id(self) -> str:
        return self.event.id


class StepsTab(CaseTab):
    """A table of the steps; beside it what the chosen one says and holds."""

    def __init__(
        self,
        context: CaseContext,
        parent: QWidget | None = None,
        *,
        open_file: Callable[[Path], bool] = open_outside,
    ) -> None:
        super().__init__(context, parent)
        self.setObjectName("steps-tab")
        self.kept = KeptFiles(
            context.desk.register.content, context.operations, context.prompts, open_file
        )
        self._case: Case | None = None
        model = RecordTableModel[StepLine](_columns())
        self.table = RecordTable[StepLine]("case-steps", model, self)
        self.table.setAccessibleName(_("Steps of the case"))
        self.table.set_empty(_("Nothing was recorded yet. What is done stands here."))
        self.merged = PlainLabel("", self, wrap=True, selectable=True)
        self.merged.setObjectName("merged")
        self.words = PlainLabel("", self, wrap=True, selectable=True)
        self.words.setObjectName("step-words")
        self.files = QListWidget(self)
        self.files.setObjectName("step-files")
        self.files.setAccessibleName(_("Documents of the step"))
        self.files.setMinimumHeight(self.fontMetrics().lineSpacing())
        self.actions_ = Actions(
            self, self._commands(), Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.table.set_menu(self.actions_)
        self._arrange()
        self.table.chosen.connect(lambda _line: self._follow())
        self.files.itemActivated.connect(lambda _item: self._open())
        self.files.currentRowChanged.connect(lambda _row: self.actions_.update())

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for command in self._commands():
            if command is not None:
                buttons.addWidget(ActionButton(self.actions_[command.name], self))
        buttons.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(scrolled(self, self.words, name=_("What the step says")), 3)
        side.addWidget(PlainLabel(_("Documents of the step"), self, look="muted"))
        side.addWidget(self.files, 2)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.table, 3)
        middle.addLayout(side, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        layout.addWidget(self.merged)
        layout.addLayout(middle, 1)

    @property
    @override
    def title(self) -> str:
        return _("Steps and documents")

    @override
    def count(self, case: Case) -> int:
        return len(case.events)

    @override
    def show_case(self, case: Case) -> None:
        self._case = case
        desk = self.context.desk
        fees = {notice.event_id: notice for notice in desk.case_file.of(FeeNotice, case.request.id)}
        self.table.set_rows(
            [
                StepLine(
                    event=event,
                    files=len(desk.register.documents(event.id)),
                    fee=fees.get(event.id),
                )
                for event in case.timeline
            ]
        )
        if case.events and self.table.current() is None:
            self.table.select([case.timeline[-1].id])
        words = self._merged_words(case)
        self.merged.setText(words)
        self.merged.setVisible(bool(words))
        self._follow()

    def _merged_words(self, case: Case) -> str:
        register = self.context.desk.register
        lines = []
        if case.request.merged_into:
            lead = register.get(case.request.merged_into, today()).request
            words = _("Merged into {number} ({subject}), which carries it on.")
            lines.append(words.format(number=lead.number, subject=lead.subject))
        merged = register.merged_into(case.request.id)
        if merged:
            names = _(", ").join(
                _("{number} ({applicant})").format(number=one.number, applicant=one.applicant.name)
                for one in merged
            )
            lines.append(_("Carries on: {requests}").format(requests=names))
        parts = case.request.parts
        for number, part in enumerate(parts, 1):
            outcome = outcome_of(part.outcome)
            words = _("Content {number}: {text} — {outcome}")
            answer = outcome.label if outcome else _("not answered")
            lines.append(words.format(number=number, text=part.text, outcome=answer))
        return "\n".join(lines)

    def _commands(self) -> Commands:
        return (
            Command(
                name="add-documents",
                text=_("Add documents…"),
                run=self._attach,
                icon="attachment",
                enabled=lambda: self.table.current() is not None,
            ),
            Command(
                name="open-document",
                text=_("Open document"),
                run=self._open,
                icon="open",
                enabled=lambda: self._document() is not None,
            ),
            Command(
                name="correct-fee",
                text=_("Correct the fee notice…"),
                run=self._correct_fee,
                icon="money",
                enabled=self._has_fee,
            ),
        )

    def _has_fee(self) -> bool:
        line = self.table.current()
        return line is not None and line.fee is not None and line.event.counts

    def _attach(self) -> None:
        line = self.table.current()
        if line is None:
            return
        files = self.context.prompts.open_files(_("Add documents"), [_("All files (*)")])
        if files:
            self.context.operations.perform(
                lambda: self.context.desk.register.attach(line.id, files, today()),
                said=_("The documents are kept with the step."),
            )

    def _document(self) -> Attachment | None:
        item = self.files.currentItem() if self.files.currentRow() >= 0 else None
        found: Attachment | None = item.data(_ATTACHMENT) if item is not None else None
        return found

    def _open(self) -> None:
        document = self._document()
        if document is not None:
            self.kept.open(document)

    def _correct_fee(self) -> None:
        line, case = self.table.current(), self._case
        if line is None or line.fee is None or case is None or case.clock is None:
            return
        desk, operations = self.context.desk, self.context.operations

        def submit(notice: FeeNotice) -> Sequence[Problem]:
            return operations.attempt(lambda: desk.case_file.put(notice))

        dialog = NoticeDialog(
            case=case,
            event=line.event,
            notice=line.fee,
            submit=submit,
            prompts=self.context.prompts,
            today=today(),
            parent=self.context.parent,
        )
        open_dialog(dialog)

    def _follow(self) -> None:
        line = self.table.current()
        self.files.clear()
        documents = self.context.desk.register.documents(line.id) if line else []
        for document in documents:
            item = QListWidgetItem(icons.icon("attachment"), document.name)
            item.setData(_ATTACHMENT, document)
            self.files.addItem(item)
        if documents:
            self.files.setCurrentRow(0)
        self.words.setText(self._words(line) if line else "")
        self.actions_.update()

    def _words(self, line: StepLine) -> str:
        """What the chosen step says, in lines."""
        event, fee = line.event, line.fee
        lines = [event.note] if event.note else []
        if event.approved_by:
            lines.append(_("Agreed by {name}").format(name=event.approved_by))
        if not event.counts:
            words = _("Voided on {date}: {reason}")
            lines.append(words.format(date=event.voided_on, reason=event.voided_because))
        if fee is not None and self._case is not None and self._case.clock is not None:
            due = payment_due(fee, event.date, self._case.clock.calendar)
            lines += [
                _("Fee: {amount} yuan").format(amount=fee.amount),
                fee_words(fee_of(fee.basis, fee.count, fee.before), fee.basis),
                _("To be paid by {date}.").format(date=date_text(due)),
            ]
            if fee.payment_way:
                lines.append(_("Way of payment: {way}").format(way=fee.payment_way))
            if fee.paid_amount is not None:
                words = _("Paid: {amount} yuan, receipt {receipt}")
                lines.append(
                    words.format(amount=fee.paid_amount, receipt=fee.receipt_number or "—")
                )
        return "\n".join(lines)


def _columns() -> tuple[Column[StepLine], ...]:
    return (*_what(), *_who())


def _what() -> tuple[Column[StepLine], ...]:
    return (
        Column(
            name="date",
            title=_("Date"),
            text=lambda line: line.event.date.isoformat(),
            width=6,
            tone=_tone,
        ),
        Column(
            name="step",
            title=_("Step"),
            text=lambda line: step_title(line.event.kind, line.event.argument),
            icon=lambda line: ICONS[line.event.kind] if line.event.counts else "delete",
            width=12,
            tone=_tone,
        ),
        Column(
            name="note",
            title=_("Reason or note"),
            text=_note,
            stretch=True,
            tone=_tone,
        ),
    )


def _who() -> tuple[Column[StepLine], ...]:
    return (
        Column(
            name="until",
            title=_("Given until"),
            text=lambda line: iso(line.event.until),
            width=6,
            tone=_tone,
        ),
        Column(
            name="actor",
            title=_("Recorded by"),
            text=lambda line: line.event.actor,
            width=4,
            tone=_tone,
        ),
        Column(
            name="files",
            title=_("Documents"),
            text=lambda line: str(line.files) if line.files else "",
            sort_key=lambda line: line.files,
            width=3,
            right=True,
        ),
    )


def _note(line: StepLine) -> str:
    """The note on one line, and who agreed."""
    event = line.event
    agreed = _("agreed by {name}").format(name=event.approved_by) if event.approved_by else ""
    return _(", ").join(text for text in (" ".join(event.note.split()), agreed) if text)


def _tone(line: StepLine) -> Tone | None:
    return None if line.event.counts else Tone.NEUTRAL
