"""How the records of a case file are named in lists."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.case_file import (
    ConsultedParty,
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    SearchRecord,
    StageMark,
)
from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.theme import Tone

State = tuple[Tone, str, str]


def owner_text(owner: object) -> str:
    """What a file belongs to, in a few words."""
    match owner:
        case Request():
            return _("The request")
        case RequestEvent():
            return dated(label(owner.kind), owner.date)
        case SearchRecord():
            return dated(_("Search: {place}").format(place=owner.place), owner.date)
        case ContactEntry():
            return dated(pgettext("contact", "Contact with the applicant"), owner.date)
        case Errand():
            return dated(f"{label(owner.kind)} {owner.unit}", owner.asked_on)
        case StageMark():
            return dated(label(owner.stage), owner.date)
        case Letter():
            return " ".join(part for part in (owner.title or _("Letter"), owner.number) if part)
        case ConsultedParty():
            return _("Consultation {name}").format(name=owner.name)
        case FeeNotice():
            return _("Fee notice")
        case Dispute():
            return dated(label(owner.kind), owner.received_on)
    return ""


def dated(text: str, day: dt.date) -> str:
    return _("{what} ({date})").format(what=text, date=day.isoformat())


def short_day(day: dt.date | None, today: dt.date) -> str:
    """A date for a narrow column: without its year when it is this year's."""
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def errand_state(errand: Errand, today: dt.date) -> State:
    """Whether the unit has answered, and if not, how late it is."""
    if errand.answered_on is not None:
        return Tone.GOOD, "done", pgettext("errand", "Answered")
    if errand.due_on is not None and errand.due_on < today:
        return Tone.BAD, "error", pgettext("errand", "Past its date")
    if errand.due_on == today:
        return Tone.WARN, "warning", _("Due today")
    return Tone.INFO, "clock", pgettext("errand", "Waiting")


def found_state(search: SearchRecord) -> State:
    if search.found:
        return Tone.GOOD, "done", pgettext("search", "Found")
    return Tone.NEUTRAL, "close", pgettext("search", "Not found")


def reached_state(contact: ContactEntry) -> State:
    if contact.reached:
        return Tone.GOOD, "done", pgettext("contact", "Reached")
    return Tone.WARN, "warning", pgettext("contact", "Not reached")
