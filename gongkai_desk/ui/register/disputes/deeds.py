"""What the officer can do with reconsiderations and suits: dialogs, and carrying out answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.disputes.dialog import DisputeDialog
from gongkai_desk.ui.register.disputes.lists import DisputesDialog, LibraryDialog
from gongkai_desk.ui.register.disputes.redecision_dialog import Order, RedecisionDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class DisputeDeeds:
    """`chosen` is the dispute that is selected in the leaf, None when none is."""

    def __init__(self, context: CaseContext) -> None:
        self._context = context
        self._desk = context.desk
        self.chosen: Dispute | None = None

    @property
    def may_add(self) -> bool:
        return self._context.deeds.case is not None

    @property
    def may_edit(self) -> bool:
        return self.chosen is not None

    @property
    def may_order(self) -> bool:
        """Whether the chosen decision orders a new answer that was not begun yet."""
        case, dispute = self._context.deeds.case, self.chosen
        corrected = dispute is not None and dispute.result is DisputeResult.CORRECTED
        return corrected and case is not None and case.closed

    def add(self) -> None:
        """Enter a dispute about the chosen case."""
        case = self._context.deeds.case
        if case is None:
            return
        known = self._desk.disputes.of(case.request.id)
        office = self._desk.office.get()
        before = next((one for one in reversed(known) if _may_be_sued_about(one, known)), None)
        dispute = Dispute(
            id=new_id(),
            request_id=case.request.id,
            kind=DisputeKind.LITIGATION if before else DisputeKind.RECONSIDERATION,
            authority=office.court if before else office.reconsideration_authority,
            claimant=case.request.applicant.name,
            received_on=today(),
            after_id=before.id if before else "",
            tags=case.request.tags,
        )
        self._edit(dispute, fresh=True)

    def edit(self) -> None:
        """Write down what became of the chosen dispute."""
        if self.chosen is not None:
            self._edit(self.chosen, fresh=False)

    def _edit(self, dispute: Dispute, *, fresh: bool) -> None:
        service, case = self._desk.disputes, self._context.deeds.case
        assert case is not None

        def submit(draft: Dispute) -> Sequence[Problem]:
            write: Callable[[], Changes] = (
                (lambda: service.add(draft, on=today()))
                if fresh
                else (lambda: service.save(draft, on=today()))
            )
            return self._context.operations.attempt(write)

        open_dialog(
            DisputeDialog(
                dispute=dispute,
                fresh=fresh,
                intro=_("{number} · {subject}").format(
                    number=case.request.number, subject=case.request.subject
                ),
                disputes=service,
                submit=submit,
                prompts=self._context.prompts,
                today=today(),
                parent=self._context.parent,
            )
        )

    def order(self) -> None:
        """Take the request up again, as the chosen decision orders."""
        dispute, case = self.chosen, self._context.deeds.case
        if dispute is None or case is None or not self.may_order:
            return

        def submit(order: Order) -> Sequence[Problem]:
            refused = self._context.operations.attempt(
                lambda: self._desk.disputes.order_redecision(
                    dispute, began=order.began, on=today(), note=order.note, actor=order.actor
                )
            )
            if not refused:
                said = _("Case {number} is open again.").format(number=case.request.number)
                self._context.operations.say(said)
            return refused

        open_dialog(
            RedecisionDialog(
                case=case,
                dispute=dispute,
                disputes=self._desk.disputes,
                register=self._desk.register,
                submit=submit,
                prompts=self._context.prompts,
                today=today(),
                parent=self._context.parent,
            )
        )

    def remove(self) -> None:
        """Take out the chosen dispute after a question."""
        dispute = self.chosen
        if dispute is None:
            return
        if self._context.prompts.ask(
            _("Remove this reconsideration or suit?"),
            _("It and its attachments are taken out of the case file. Undo brings them back."),
            yes=_("Remove"),
            danger=True,
        ):
            self._context.operations.perform(lambda: self._desk.disputes.remove(dispute.id))

    @property
    def has_files(self) -> bool:
        return self.chosen is not None and bool(self._desk.tasks.attachments(self.chosen.id))

    def attach(self) -> None:
        """Keep copies of papers of the chosen dispute in the office file."""
        dispute = self.chosen
        if dispute is None:
            return
        paths = self._context.prompts.open_files(_("Add attachments"), [_("All files (*)")])
        for path in paths:
            done = self._context.operations.perform(
                lambda one=path: self._desk.tasks.attach(dispute.id, one, today())  # type: ignore[misc]
            )
            if not done:
                return

    def detach(self) -> None:
        """Take one attachment of the chosen dispute out again."""
        files = self._desk.tasks.attachments(self.chosen.id) if self.chosen else []
        if not files:
            return
        chosen = self._context.prompts.choose(
            _("Remove an attachment"), _("Undo brings it back."), [file.name for file in files]
        )
        if chosen is not None:
            self._context.operations.perform(
                lambda: self._desk.tasks.remove_attachment(files[chosen].id)
            )

    def show_all(self) -> None:
        """Every dispute with its next deadline."""
        dialog = DisputesDialog(self._desk.disputes, today(), self._context.parent)
        dialog.chosen.connect(self._go)
        open_dialog(dialog)

    def show_library(self) -> None:
        """The case library."""
        dialog = LibraryDialog(self._desk.disputes, self._context.parent)
        dialog.chosen.connect(self._go)
        open_dialog(dialog)

    def _go(self, request_id: object) -> None:
        page = self._context.parent
        if isinstance(page, Page):
            page.go_to(Target(page="requests", record_id=str(request_id)))


def _may_be_sued_about(dispute: Dispute, known: Sequence[Dispute]) -> bool:
    """Whether it is a decided reconsideration that no suit has followed yet."""
    followed = any(one.after_id == dispute.id for one in known)
    reconsideration = dispute.kind is DisputeKind.RECONSIDERATION
    return reconsideration and dispute.decided_on is not None and not followed
