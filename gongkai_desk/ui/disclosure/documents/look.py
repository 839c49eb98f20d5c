"""How documents look in lists: columns, and tone, icon and words of where each stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gongkai_desk.domain.document_states import Standing, Validity
from gongkai_desk.domain.document_steps import Step, StepDone, StepState
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.document_rows import DocumentRow
from gongkai_desk.texts import label
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import State, iso
from gongkai_desk.ui.sections.record_section import View
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today

_STANDING = {
    Standing.NO_ATTRIBUTE: (Tone.WARN, "help"),
    Standing.KEPT: (Tone.NEUTRAL, "lock"),
    Standing.TO_REVIEW: (Tone.WARN, "clock"),
    Standing.REFUSED: (Tone.NEUTRAL, "close"),
    Standing.TO_PUBLISH: (Tone.INFO, "publish"),
    Standing.PUBLISHED: (Tone.GOOD, "done"),
    Standing.TO_TAKE_DOWN: (Tone.BAD, "warning"),
    Standing.TAKEN_DOWN: (Tone.NEUTRAL, "close"),
}
_VALIDITY = {
    Validity.DRAFT: Tone.NEUTRAL,
    Validity.NOT_YET: Tone.INFO,
    Validity.IN_FORCE: Tone.GOOD,
    Validity.EXPIRED: Tone.NEUTRAL,
    Validity.ABOLISHED: Tone.NEUTRAL,
    Validity.REPLACED: Tone.NEUTRAL,
}
_STEP = {
    StepState.DONE: (Tone.GOOD, "done"),
    StepState.NEXT: (Tone.INFO, "right"),
    StepState.OPEN: (Tone.NEUTRAL, "clock"),
    StepState.LATE: (Tone.BAD, "warning"),
    StepState.STOPPED: (Tone.BAD, "close"),
    StepState.ENDED: (Tone.NEUTRAL, "close"),
    StepState.NEEDLESS: (Tone.NEUTRAL, ""),
}


def standing_state(row: DocumentRow) -> State:
    """Where it stands on its way."""
    tone, icon = _STANDING[row.standing]
    return tone, icon, label(row.standing)


def limit_state(row: DocumentRow) -> State:
    """What is left of the time for publishing it, or whether it was published in time."""
    limit = row.limit
    if limit is None or row.standing in (Standing.KEPT, Standing.REFUSED):
        return Tone.NEUTRAL, "", ""
    left = limit.remaining
    if not row.waiting:
        if left >= 0:
            return Tone.GOOD, "done", pgettext("document", "In time")
        late = ngettext("{n} workday late", "{n} workdays late", -left)
        return Tone.WARN, "warning", late.format(n=-left)
    if left < 0:
        words = ngettext("over by {n} workday", "over by {n} workdays", -left)
        return Tone.BAD, "error", words.format(n=-left)
    if left == 0:
        return Tone.BAD, "warning", _("Due today")
    words = ngettext("{n} workday to go", "{n} workdays to go", left).format(n=left)
    return (Tone.WARN, "clock", words) if row.due_soon else (Tone.NEUTRAL, "clock", words)


def due_text(row: DocumentRow) -> str:
    """The last day in time, marked while the calendar of its year is not known."""
    if row.limit is None:
        return ""
    due = row.limit.due.isoformat()
    return _("{date} (provisional)").format(date=due) if row.limit.provisional else due


def step_state(done: StepDone) -> State:
    """One step of the chain: its name, and the day or the word that tells how it stands."""
    tone, icon = _STEP[done.state]
    name = label(done.step)
    if done.day is not None and done.state in (StepState.DONE, StepState.ENDED):
        told = _short(done.day)
        if done.state is StepState.ENDED:
            told = f"{told} {label(done.state)}"
    elif done.state is StepState.DONE and done.step is Step.ATTRIBUTE:
        told = _("fixed")
    else:
        told = label(done.state)
    return tone, icon, f"{name} {told}"


def _short(day: dt.date) -> str:
    """The date without the year while it is this one."""
    return day.strftime("%m-%d") if day.year == today().year else iso(day)


def validity_text(row: DocumentRow) -> str:
    """In force or not; information that knows no validity says nothing."""
    return label(row.validity) if row.has_validity else ""


def document_columns() -> Sequence[Column[DocumentRow]]:
    """What the list shows."""
    return (*_what(), *_how(), *_more())


def _what() -> Sequence[Column[DocumentRow]]:
    return (
        Column(name="title", title=_("Title"), text=lambda row: row.document.title, stretch=True),
        Column(
            name="number",
            title=pgettext("document", "Number"),
            text=lambda row: row.document.number,
            width=11,
        ),
        Column(
            name="formed",
            title=_("Formed on"),
            text=lambda row: iso(row.document.formed_on),
            sort_key=lambda row: row.document.formed_on,
            width=6,
        ),
    )


def _how() -> Sequence[Column[DocumentRow]]:
    return (
        Column(
            name="standing",
            title=pgettext("document", "State"),
            text=lambda row: standing_state(row)[2],
            tone=lambda row: standing_state(row)[0],
            icon=lambda row: standing_state(row)[1],
            chip=True,
            width=8,
        ),
        Column(
            name="limit",
            title=pgettext("document", "Time limit"),
            text=lambda row: limit_state(row)[2],
            sort_key=lambda row: row.limit.due if row.limit is not None else None,
            tone=lambda row: limit_state(row)[0],
            icon=lambda row: limit_state(row)[1],
            chip=True,
            tip=due_text,
            width=9,
        ),
        Column(
            name="validity",
            title=_("Validity"),
            text=validity_text,
            tone=lambda row: Tone.WARN if row.ends_soon else _VALIDITY[row.validity],
            width=6,
        ),
    )


def _more() -> Sequence[Column[DocumentRow]]:
    """Columns that can be switched on."""
    return (
        Column(
            name="kind",
            title=_("Kind"),
            text=lambda row: label(row.document.kind),
            width=8,
            shown=False,
        ),
        Column(
            name="drafter",
            title=_("Drafted by"),
            text=lambda row: row.document.drafter,
            width=8,
            shown=False,
        ),
    )


def document_views() -> Sequence[View[DocumentRow]]:
    """The buttons above the list; their names are what attention leads to."""
    return (
        View(name="all", label=_("All"), test=lambda _row: True),
        View(name="to-review", label=_("To review"), test=lambda row: row.to_review),
        View(
            name="to-publish",
            label=_("To publish"),
            test=lambda row: row.standing is Standing.TO_PUBLISH,
        ),
        View(name="due", label=_("Due in 5 working days"), test=lambda row: row.due_soon),
        View(name="late", label=pgettext("documents", "Overdue"), test=lambda row: row.late),
        View(name="published", label=pgettext("documents", "Public"), test=lambda row: row.is_out),
        View(
            name="to-take-down",
            label=_("To take down"),
            test=lambda row: row.standing is Standing.TO_TAKE_DOWN,
        ),
        View(
            name="in-force",
            label=pgettext("documents", "In force"),
            test=lambda row: row.has_validity and row.validity is Validity.IN_FORCE,
        ),
        View(
            name="kept",
            label=_("On request or withheld"),
            test=lambda row: row.standing is Standing.KEPT,
        ),
        View(name="ending", label=_("Validity ending"), test=lambda row: row.ends_soon),
        View(name="ended", label=pgettext("documents", "Ended"), test=lambda row: row.ended),
    )


def name_of(document: OfficialDocument) -> str:
    """Title and number, as documents are named: 《…》（…号）."""
    return f"{document.title}（{document.number}）" if document.number else document.title


def dated(name: str, day: dt.date | None) -> str:
    """``2026-11-02 name``."""
    return f"{iso(day)} {name}".strip()
