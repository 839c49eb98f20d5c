"""After something was recorded: the letter that belongs to it, if the officer wants to write it."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty, PartyKind
from gongkai_desk.domain.letter import Addressee, LetterKind, LetterStatus
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.i18n import _
from gongkai_desk.services.letter_kinds import kinds_for_event, kinds_for_outcome
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.letters.deeds import LetterDeeds

_PARTY_LETTERS = {
    PartyKind.THIRD_PARTY: "third-party",
    PartyKind.JOINT_MAKER: "joint-maker",
    PartyKind.OTHER_AGENCY: "other-agency",
}


def letters_of_event(context: CaseContext, case: Case, event: RequestEvent) -> Sequence[LetterKind]:
    """The kinds that belong to `event` and were not written for it yet."""
    written = {
        one.kind
        for one in context.desk.letters.of(case.request.id)
        if one.event_id == event.id and one.status is not LetterStatus.VOIDED
    }
    if event.kind is EventKind.REPLIED:
        if context.desk.letters.reply_of(case.request.id) is not None:
            return ()
        kinds = kinds_for_outcome(case.request.outcome)
    else:
        kinds = kinds_for_event(event.kind)
    fitting = (one for one in kinds if one.matter is case.request.matter)
    return tuple(
        one for one in fitting if one.code not in written and _fits_party(context, case, event, one)
    )


def _fits_party(context: CaseContext, case: Case, event: RequestEvent, kind: LetterKind) -> bool:
    """A consulted party that is known gets only the letter for its kind."""
    if kind.addressee is not Addressee.CONSULTED:
        return True
    parties = context.desk.case_file.of(ConsultedParty, case.request.id)
    party = next((one for one in parties if one.name == event.argument), None)
    return party is None or _PARTY_LETTERS[party.kind] == kind.code


def offer_letter(context: CaseContext, case: Case, event: RequestEvent) -> bool:
    """Offer to write the letter of an event that was just recorded; whether there is one.

    `case` is the case with the event in it.
    """
    kinds = letters_of_event(context, case, event)
    if not kinds:
        return False
    deeds = LetterDeeds(context)
    if len(kinds) > 1:
        deeds.choose_kind(case, kinds, len(kinds), event.id)
        return True
    text = _("“{letter}” belongs to what was just recorded. Its fields are filled in already.")
    words = text.format(letter=kinds[0].name)
    if context.prompts.ask(_("Write the letter now?"), words, yes=_("Write")):
        deeds.write(case, kinds[0].code, event.id)
    return True
