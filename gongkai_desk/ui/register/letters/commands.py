"""The commands on letters: those of the tab, and those that go over many cases."""

from __future__ import annotations

from gongkai_desk.domain.letter import LetterStatus
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.letters.batch_dialog import BatchDialog, Output
from gongkai_desk.ui.register.letters.deeds import LetterDeeds

_DRAFT, _ISSUED, _VOIDED = LetterStatus.DRAFT, LetterStatus.ISSUED, LetterStatus.VOIDED


def letter_area(context: CaseContext) -> Commands:
    """The submenu of the register's menu."""
    deeds, group = LetterDeeds(context), _("Letters")

    def batch(output: Output) -> None:
        BatchDialog.show_for(context, output)

    return (
        Command(
            name="new-letter",
            text=_("New letter…"),
            run=deeds.new,
            shortcut="Ctrl+Shift+L",
            icon="add",
            enabled=lambda: deeds.case is not None,
            group=group,
        ),
        Command(
            name="print-letters",
            text=_("Print several letters…"),
            run=lambda: batch(Output.LETTERS),
            icon="print",
            group=group,
        ),
        Command(
            name="print-envelopes",
            text=_("Envelopes…"),
            run=lambda: batch(Output.ENVELOPES),
            icon="send",
            group=group,
        ),
        Command(
            name="print-service-sheets",
            text=_("Proofs of service…"),
            run=lambda: batch(Output.SERVICE_SHEETS),
            icon="check",
            group=group,
        ),
    )


def tab_commands(deeds: LetterDeeds, context: CaseContext) -> Commands:
    """The commands on the letters of one case."""
    return (*_writing(deeds), None, *_giving_out(deeds, context), None, *_after(deeds))


def _writing(deeds: LetterDeeds) -> Commands:
    return (
        Command(
            name="letter-new",
            text=_("New letter…"),
            run=deeds.new,
            icon="add",
            enabled=lambda: deeds.case is not None,
        ),
        Command(
            name="letter-edit",
            text=_("Write on…"),
            run=deeds.edit,
            icon="edit",
            enabled=lambda: deeds.has(_DRAFT),
        ),
        Command(
            name="letter-issue",
            text=_("Issue…"),
            run=deeds.issue,
            icon="done",
            enabled=lambda: deeds.has(_DRAFT),
        ),
        Command(
            name="letter-discard",
            text=_("Remove the draft"),
            run=deeds.discard,
            icon="delete",
            enabled=lambda: deeds.has(_DRAFT),
        ),
    )


def _giving_out(deeds: LetterDeeds, context: CaseContext) -> Commands:
    def batch(output: Output) -> None:
        letter = deeds.letter
        BatchDialog.show_for(context, output, letter.id if letter else "")

    return (
        Command(
            name="letter-preview",
            text=_("Print preview…"),
            run=deeds.preview,
            icon="print",
            enabled=lambda: deeds.has(_DRAFT, _ISSUED, _VOIDED),
        ),
        Command(
            name="letter-docx",
            text=_("Save as Word…"),
            run=deeds.save_docx,
            icon="save",
            enabled=lambda: deeds.has(_ISSUED, _VOIDED),
        ),
        Command(
            name="letter-pdf",
            text=_("Save as PDF…"),
            run=deeds.save_pdf,
            icon="save",
            enabled=lambda: deeds.has(_ISSUED, _VOIDED),
        ),
        Command(
            name="letter-envelope",
            text=_("Envelopes…"),
            run=lambda: batch(Output.ENVELOPES),
            icon="send",
            enabled=lambda: deeds.has(_ISSUED),
        ),
        Command(
            name="letter-service-sheet",
            text=_("Proofs of service…"),
            run=lambda: batch(Output.SERVICE_SHEETS),
            icon="check",
            enabled=lambda: deeds.has(_ISSUED),
        ),
    )


def _after(deeds: LetterDeeds) -> Commands:
    return (
        Command(
            name="letter-service",
            text=_("Record the service…"),
            run=deeds.record_service,
            icon="send",
            enabled=lambda: deeds.has(_ISSUED),
        ),
        Command(
            name="letter-replace",
            text=_("Replace by a new one…"),
            run=deeds.replace,
            icon="redo",
            enabled=lambda: deeds.has(_ISSUED),
        ),
        Command(
            name="letter-void",
            text=_("Declare void…"),
            run=deeds.void,
            icon="delete",
            enabled=lambda: deeds.has(_ISSUED),
        ),
    )
