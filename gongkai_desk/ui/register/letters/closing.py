"""What an issued reply tells the closing of its case: its number, its outcome, its service."""

from __future__ import annotations

from gongkai_desk.domain.letter import Letter
from gongkai_desk.services.letter_facts import GROUND
from gongkai_desk.services.letter_kinds import letter_kinds
from gongkai_desk.ui.register.closing_dialog import ClosingDialog


def prefill_closing(dialog: ClosingDialog, reply: Letter | None) -> str:
    """Put what the reply (`LetterService.reply_of`) tells into a closing dialog that is still
    empty; the outcome code behind what the reply withholds, "" for none.
    """
    if reply is None:
        return ""
    outcomes = letter_kinds()[reply.kind].outcomes
    if not dialog.outcome.value():
        dialog.outcome.set_value(outcomes[0])
    dialog.reply_number.set_value(reply.number)
    dialog.reason.set_value(reply.values.get("理由", ""))
    if service := reply.service:
        dialog.way.set_value(service.way)
        dialog.posted.set_date(service.posted_on)
        dialog.mail_number.set_value(service.mail_number)
        dialog.signed.set_date(service.signed_on)
        dialog.signed_by.set_value(service.signed_by)
    return reply.values.get(GROUND, "")
