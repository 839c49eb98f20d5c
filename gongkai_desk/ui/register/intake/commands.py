"""What the entry of requests adds to the register's menu."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.intake.contact_dialog import ContactDialog
from gongkai_desk.ui.register.intake.paste_dialog import PasteRequestDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


def intake_commands(context: CaseContext) -> Commands:
    """Pasting a request, and the log of attempts to reach its applicant."""
    return (
        Command(
            name="paste-request",
            text=_("Paste an application…"),
            run=lambda: _paste(context),
            shortcut="Ctrl+Shift+V",
            icon="paste",
            tip=_("Read a pasted e-mail, letter or online form into the form for a new request"),
        ),
        Command(
            name="record-contact",
            text=_("Contact log: applicant not reached…"),
            run=lambda: _contact(context),
            icon="person",
            enabled=lambda: context.deeds.may_contact,
            tip=_("Record an attempt to reach the applicant while the receipt is unconfirmed"),
        ),
    )


def _paste(context: CaseContext) -> None:
    def submit(request: Request, files: Sequence[Path]) -> None:
        context.deeds.new(request, files)

    open_dialog(
        PasteRequestDialog(
            desk=context.desk,
            submit=submit,
            prompts=context.prompts,
            today=today(),
            parent=context.parent,
        )
    )


def _contact(context: CaseContext) -> None:
    case = context.deeds.case
    if case is None or not context.deeds.may_contact:
        return

    def submit(entry: ContactEntry) -> Sequence[Problem]:
        refused = context.operations.attempt(
            lambda: context.desk.intake.record_contact(entry, today())
        )
        if not refused:
            context.operations.say(_("The contact was recorded."))
            if entry.reached:
                context.deeds.show(entry.request_id)  # it has left the view of the unreached
                context.deeds.confirm(entry)
        return refused

    open_dialog(
        ContactDialog(
            case=case,
            desk=context.desk,
            submit=submit,
            prompts=context.prompts,
            today=today(),
            parent=context.parent,
        )
    )
