"""How letters are shown: their names, states and what is known of their service."""

from __future__ import annotations

from gongkai_desk.domain.letter import Letter, LetterKind, LetterStatus
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.letter_kinds import letter_kinds
from gongkai_desk.texts import label
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.theme import Tone

_STATES = {
    LetterStatus.DRAFT: (Tone.WARN, "edit"),
    LetterStatus.ISSUED: (Tone.GOOD, "done"),
    LetterStatus.VOIDED: (Tone.NEUTRAL, "delete"),
}


def kind_name(code: str) -> str:
    """The name of a kind in lists; its code when this version no longer knows it."""
    kind = letter_kinds().get(code)
    return kind.name if kind else code


def basis_text(kind: LetterKind) -> str:
    return _("Basis: {article}").format(article=kind.basis) if kind.basis else ""


def service_text(letter: Letter) -> str:
    """How an issued letter reached whom it is for, in a few words."""
    service = letter.service
    if service is None:
        return _("Not recorded") if letter.status is LetterStatus.ISSUED else ""
    day = service.counts_on
    words = (label(service.way), date_text(day) if day else "", service.mail_number)
    return " ".join(word for word in words if word)


def columns() -> tuple[Column[Letter], ...]:
    """The letters of a case as a table."""
    return (
        Column(name="number", title=_("Document number"), text=lambda one: one.number, width=11),
        Column(name="kind", title=_("Letter"), text=lambda one: kind_name(one.kind), stretch=True),
        Column(
            name="to",
            title=_("Addressed to"),
            text=lambda one: one.addressee.rstrip("："),
            width=6,
        ),
        Column(
            name="dated",
            title=_("Date"),
            text=lambda one: one.dated.isoformat() if one.dated else "",
            width=6,
        ),
        Column(
            name="status",
            title=_("Status"),
            text=lambda one: label(one.status),
            tone=lambda one: _STATES[one.status][0],
            icon=lambda one: _STATES[one.status][1],
            tip=lambda one: one.voided_because or label(one.status),
            chip=True,
            width=6,
        ),
        Column(
            name="service",
            title=_("Service"),
            text=service_text,
            tone=_service_tone,
            width=11,
        ),
    )


def _service_tone(letter: Letter) -> Tone | None:
    missing = letter.service is None and letter.status is LetterStatus.ISSUED
    return Tone.WARN if missing else None
