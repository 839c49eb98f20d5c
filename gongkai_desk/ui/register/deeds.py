"""What the officer can do with the chosen case: opens the dialogs and carries out the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import ConsultedParty, ContactEntry
from gongkai_desk.domain.closing import Closing
from gongkai_desk.domain.outcome import DISCLOSING
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import CLOSING, EventKind, Request, RequestEvent
from gongkai_desk.domain.request_steps import closing_event_of
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.procedure import StepEntry
from gongkai_desk.texts import sentence
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.correction_dialog import correct_ending
from gongkai_desk.ui.register.counting_dialog import correct_counting
from gongkai_desk.ui.register.due_date_dialog import DueDateDialog
from gongkai_desk.ui.register.event_dialog import EventDialog
from gongkai_desk.ui.register.letters.closing import prefill_closing
from gongkai_desk.ui.register.receipt_dialog import ReceiptDialog
from gongkai_desk.ui.register.request_dialog import RequestDialog
from gongkai_desk.ui.register.words import DEEDS, deed_text, obstacle_text, remember_actor
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

_UNREASONABLE = "N4"
"""第三十五条: no good reason for so many requests, 不予处理."""

Recorded = Callable[[Case, RequestEvent], object]


def _nothing(_case: Case, _event: RequestEvent) -> None:
    """What follows a step where nobody offers anything."""


class CaseDeeds:
    """`case` is the one chosen, `event` the one chosen in its timeline; the page sets both.

    `added` is called with the id of a request that was just registered. `recorded` is called with
    the case and the event after every step, when its dialog is gone: it may offer the letter.
    `disclosed` is called after a case ended with something given to the applicant: it may ask
    whether to publish it to all. Dialogs are children of `parent` and delete themselves.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        added: Callable[[str], object],
        recorded: Recorded = _nothing,
        disclosed: Recorded = _nothing,
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent, self._added = parent, added
        self.recorded, self.disclosed = recorded, disclosed
        self.case: Case | None = None
        self.event: RequestEvent | None = None
        self._obstacles: dict[EventKind, Problem | None] = {}

    def choose(self, case: Case | None) -> None:
        """From now on everything is about `case`."""
        self.case, self.event = case, None
        allowed = self._desk.register.allowed(case, today()) if case else ()
        self._obstacles = {each.kind: each.obstacle for each in allowed}

    def show(self, request_id: str) -> None:
        """Choose a case, in another view when the present one does not hold it."""
        self._added(request_id)

    def may(self, kind: EventKind) -> bool:
        """Whether an event of this kind may be recorded today."""
        return self.case is not None and self._obstacles.get(kind) is None

    def why_not(self, kind: EventKind) -> str:
        """What stands in the way of recording `kind`, in words; empty when nothing does."""
        problem = self._obstacles.get(kind)
        return sentence(problem) if problem else ""

    @property
    def refused(self) -> Mapping[str, Sequence[EventKind]]:
        """What may not be recorded today, by the reason in a few words."""
        found: dict[str, list[EventKind]] = {}
        for kind in DEEDS:
            problem = self._obstacles.get(kind)
            if problem is not None:
                found.setdefault(obstacle_text(problem), []).append(kind)
        return found

    @property
    def chosen(self) -> bool:
        return self.case is not None

    @property
    def may_confirm(self) -> bool:
        return self.case is not None and self.case.status is Status.UNCONFIRMED

    @property
    def may_contact(self) -> bool:
        """Whether the receipt waits for a word with the applicant."""
        case = self.case
        return case is not None and self.may_confirm and case.request.channel.needs_confirmation

    @property
    def may_reopen(self) -> bool:
        return self.case is not None and self.case.closed

    @property
    def may_correct(self) -> bool:
        """Whether the recorded ending can be put right; a merged case follows the other one."""
        ending = closing_event_of(self.case.events) if self.case is not None else None
        return ending is not None and ending.kind is not EventKind.MERGED

    @property
    def may_explain(self) -> bool:
        return self.case is not None and self.case.clock is not None

    @property
    def may_void(self) -> bool:
        event = self.event
        return event is not None and event.counts and event.kind not in CLOSING

    def new(self, prefilled: Request | None = None, files: Sequence[Path] = ()) -> None:
        """Register a request, from scratch or with what was read from a pasted text."""

        def submit(request: Request) -> Sequence[Problem]:
            refused = self._operations.attempt(
                lambda: self._desk.register.add(request, on=today(), files=dialog.files)
            )
            if not refused:
                self._added(request.id)
                number = self._desk.register.get(request.id, today()).request.number
                self._operations.say(_("Registered as {number}.").format(number=number))
            return refused

        dialog = RequestDialog(
            desk=self._desk,
            submit=submit,
            prompts=self._prompts,
            today=today(),
            prefilled=prefilled,
            files=files,
            parent=self._parent,
        )
        open_dialog(dialog)

    def edit(self) -> None:
        """Look at the whole form and correct it."""
        if self.case is None:
            return

        def submit(request: Request) -> Sequence[Problem]:
            return self._operations.attempt(
                lambda: self._desk.register.save(
                    request, on=today(), files=dialog.files, without=dialog.without
                )
            )

        dialog = RequestDialog(
            desk=self._desk,
            submit=submit,
            prompts=self._prompts,
            today=today(),
            request=self.case.request,
            parent=self._parent,
        )
        open_dialog(dialog)

    def record(self, kind: EventKind, argument: str = "") -> None:
        """Record that something happened; `argument` names the consultation it belongs to."""
        if self.case is None or not self.may(kind):
            return
        case, register = self.case, self._desk.register

        def submit(entry: StepEntry) -> Sequence[Problem]:
            refused = self._operations.attempt(
                lambda: register.record(
                    entry.event, on=today(), party=entry.party, fee=entry.fee, files=entry.files
                )
            )
            if not refused:
                self._operations.say(_("Recorded: {deed}").format(deed=deed_text(kind)))
                self._follow_up(entry.event)
            return refused

        open_dialog(
            EventDialog(
                case=case,
                kind=kind,
                register=register,
                submit=submit,
                prompts=self._prompts,
                today=today(),
                argument=argument,
                parties=self._desk.case_file.of(ConsultedParty, case.request.id),
                payment_way=self._desk.register_settings.get().payment_way,
                parent=self._parent,
            )
        )

    def _follow_up(self, event: RequestEvent) -> None:
        """What comes after a step, once its dialog is gone."""
        remember_actor(event.actor)

        def follow() -> None:
            case = self._desk.register.get(event.request_id, today())
            self.recorded(case, event)
            if event.kind is EventKind.REPLIED and case.row in DISCLOSING:
                self.disclosed(case, event)
            if event.kind is EventKind.REASONS_RECEIVED:
                self._judge_reasons(case)

        QTimer.singleShot(0, self._parent, follow)

    def _judge_reasons(self, case: Case) -> None:
        """第三十五条: unreasonable means 不予处理, reasonable may mean a delayed reply."""
        chosen = self._prompts.choose(
            _("Are the reasons for {number} reasonable?").format(number=case.request.number),
            _(
                "Article 35: if not, the applicant is told that the request is not processed. If "
                "they are, but the reply cannot be ready in time, a reasonable later date is "
                "fixed and told."
            ),
            (_("Reasonable, delay the reply…"), _("Not reasonable, do not process…")),
        )
        if chosen is None or self.case is None or self.case.request.id != case.request.id:
            return
        if chosen == 0:
            self.record(EventKind.DELAYED)
        else:
            self.close(_UNREASONABLE)

    def close(self, outcome: str = "") -> None:
        """End the case with its outcome; `outcome` is the one chosen at first."""
        if self.case is None or not self.may(EventKind.REPLIED):
            return
        request, register = self.case.request, self._desk.register

        def submit(closing: Closing) -> Sequence[Problem]:
            refused = self._operations.attempt(
                lambda: register.close_as(
                    request.id,
                    closing,
                    on=today(),
                    files=dialog.files.value(),
                    actor=dialog.actor.value(),
                )
            )
            if not refused:
                self._operations.say(_("Case {number} closed.").format(number=request.number))
                ended = closing_event_of(register.events(request.id))
                assert ended is not None
                self._follow_up(ended)
            return refused

        dialog = ClosingDialog(
            case=self.case,
            register=register,
            submit=submit,
            prompts=self._prompts,
            today=today(),
            outcome=outcome,
            parent=self._parent,
        )
        ground = prefill_closing(dialog, self._desk.letters.reply_of(request.id))
        if ground:
            dialog.withheld.set_value(ground)
        open_dialog(dialog)

    def confirm(self, talk: ContactEntry | None = None) -> None:
        """Record the legal receipt date, with its proof where the channel needs one; `talk` is
        the contact in which it was confirmed.
        """
        if self.case is None or not self.may_confirm:
            return
        if not self.case.request.channel.needs_confirmation:
            self.edit()
            return

        def submit(request: Request) -> Sequence[Problem]:
            assert request.received is not None, "the dialog asks for it"
            day = request.received
            return self._operations.attempt(
                lambda: self._desk.register.confirm_receipt(
                    request.id,
                    received=day,
                    by=request.confirmed_by,
                    how=request.confirmed_how,
                    on=today(),
                )
            )

        open_dialog(
            ReceiptDialog(
                case=self.case,
                desk=self._desk,
                submit=submit,
                prompts=self._prompts,
                today=today(),
                talk=talk,
                parent=self._parent,
            )
        )

    def reopen(self) -> None:
        """Take a closed case up again."""
        if self.case is None or not self.may_reopen:
            return
        request = self.case.request
        because = self._prompts.text(
            _("Take {number} up again").format(number=request.number),
            _("Reason. Outcome, letter and service are cleared; the timeline keeps the closing."),
            lines=True,
        )
        if because is not None:
            self._operations.perform(
                lambda: self._desk.register.reopen(request.id, today(), because),
                said=_("Case {number} is open again.").format(number=request.number),
            )

    def correct(self) -> None:
        """Put outcome, reply, service and day of a closed case right."""
        if self.case is not None and self.may_correct:
            correct_ending(
                self.case,
                register=self._desk.register,
                operations=self._operations,
                prompts=self._prompts,
                parent=self._parent,
            )

    def count_under(self) -> None:
        """Put applicant type and receipt date right, without the whole form."""
        if self.case is not None:
            correct_counting(
                self.case,
                register=self._desk.register,
                operations=self._operations,
                prompts=self._prompts,
                parent=self._parent,
            )

    def void(self) -> None:
        """Take the chosen event out of the count."""
        event = self.event
        if event is None or not self.may_void:
            return
        because = self._prompts.text(
            _("Void “{event}” of {date}").format(event=deed_text(event.kind), date=event.date),
            _("Reason. The event stays in the timeline, struck through, and counts no more."),
            lines=True,
        )
        if because is not None:
            self._operations.perform(
                lambda: self._desk.register.void(event.id, today(), because),
                said=_("The event was voided."),
            )

    def explain(self) -> None:
        """Show how the due date came about."""
        if self.case is None or not self.may_explain:
            return
        open_dialog(
            DueDateDialog(
                explanation=self._desk.register.explain(self.case.request.id, today()),
                papers=self._desk.papers,
                operations=self._operations,
                prompts=self._prompts,
                parent=self._parent,
            )
        )

    def copy_number(self) -> None:
        if self.case is not None:
            QGuiApplication.clipboard().setText(self.case.request.number)

    def copy_subject(self) -> None:
        if self.case is not None:
            QGuiApplication.clipboard().setText(self.case.request.subject)
