"""How an item of the catalogue and what stands behind it are put into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, Limit, LimitKind
from gongkai_desk.domain.catalogue_compare import BETWEEN_LEVELS, ChangeKind, ItemChange
from gongkai_desk.domain.catalogue_due import NextDue
from gongkai_desk.domain.catalogue_overview import CatalogueRow
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.catalogue_papers import shown
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.theme import Tone
from gongkai_desk.wording.catalogue import field_name

_MOST_PUBLISHED = 6
SEQUENCES = ("序号", "编号")
"""Columns kept beside the fields that say nothing about an item."""


def parent_of(item: CatalogueItem) -> str:
    """The first level, when there is one above the item itself."""
    return item.path[0] if len(item.path) > 1 else ""


def name_of(item: CatalogueItem) -> str:
    """The levels below the first; the item's own name when it has only one."""
    return BETWEEN_LEVELS.join(item.path[1:] or item.path)


def due_text(due: NextDue) -> str:
    if due.date is None:
        return ""
    day = due.date.isoformat()
    return _("{date} (provisional)").format(date=day) if due.provisional else day


def due_tone(row: CatalogueRow) -> Tone | None:
    if row.late:
        return Tone.BAD
    return Tone.WARN if row.soon else None


def limit_text(limit: Limit) -> str:
    """What the program understands of a limit."""
    match limit:
        case Limit(kind=LimitKind.WORKING_DAYS):
            words = ngettext(
                "{n} working day after it was formed or changed",
                "{n} working days after it was formed or changed",
                limit.days or 0,
            )
            return words.format(n=limit.days)
        case Limit(kind=LimitKind.DAYS):
            words = ngettext(
                "{n} day after it was formed or changed",
                "{n} days after it was formed or changed",
                limit.days or 0,
            )
            return words.format(n=limit.days)
        case Limit(kind=LimitKind.MONTHS):
            words = ngettext(
                "{n} month after it was formed or changed",
                "{n} months after it was formed or changed",
                limit.months or 0,
            )
            return words.format(n=limit.months)
        case Limit(kind=LimitKind.YEARLY):
            return _("every year, at the latest on {month}/{day}").format(
                month=limit.month, day=limit.day
            )
        case Limit(kind=LimitKind.MONTHLY | LimitKind.QUARTERLY | LimitKind.HALF_YEARLY):
            return _period_text(limit)
        case Limit(kind=LimitKind.AT_ONCE):
            return _("at once, at the latest after 20 working days")
        case Limit(kind=LimitKind.STANDING):
            return _("all the time")
    return ""


def limit_in_short(limit: Limit) -> str:
    """A limit for a narrow column: the days when it is told in days, else the wording."""
    if limit.kind is LimitKind.WORKING_DAYS and limit.days is not None:
        words = ngettext("{n} working day", "{n} working days", limit.days)
        return words.format(n=limit.days)
    return " ".join(limit.text.split())


def _period_text(limit: Limit) -> str:
    every = label(limit.kind)
    if limit.days is None:
        return _("{every}, at the latest on its last day").format(every=every)
    if limit.working:
        words = _("{every}, at the latest on its {n}. working day")
    else:
        words = _("{every}, at the latest on its {n}. day")
    return words.format(every=every, n=limit.days)


def version_name(version: CatalogueVersion, in_force: CatalogueVersion | None) -> str:
    """The title, and whether it is in force."""
    if in_force is not None and version.id == in_force.id:
        return _("{title} (in force)").format(title=version.title)
    if version.in_force_on is None:
        return _("{title} (draft)").format(title=version.title)
    return _("{title} (from {date})").format(
        title=version.title, date=version.in_force_on.isoformat()
    )


def document_line(document: OfficialDocument) -> str:
    """One publication, or what waits for it."""
    places = sorted(document.published, key=lambda place: place.date, reverse=True)
    if places:
        day, channel = places[0].date.isoformat(), places[0].channel
        return "  ".join(part for part in (day, channel, document.title) if part)
    formed = document.formed_on.isoformat() if document.formed_on else ""
    return _("{title}, formed on {date}, not yet published").format(
        title=document.title, date=formed
    )


def facts_of(row: CatalogueRow, today: dt.date) -> Iterator[Fact]:
    """The item in full; when it is due stands first."""
    item = row.item
    if row.due.date is not None:
        late = row.due.date < today
        words = _("{date}: {because}").format(
            date=due_text(row.due), because=sentence(row.due.because)
        )
        tone = due_tone(row)
        yield Fact(_("Due since") if late else pgettext("catalogue", "Next due"), words, tone)
    else:
        yield Fact(pgettext("catalogue", "Next due"), sentence(row.due.because))
    yield Fact(_("Time limit of publication"), item.limit.text)
    yield Fact(pgettext("catalogue", "Published"), _published(row))
    yield Fact(_("Published by"), item.unit)
    yield Fact(_("Content published"), item.content)
    yield Fact(_("Way of disclosure"), label(item.mode))
    yield Fact(_("Channels"), "、".join(item.channels))
    yield Fact(_("Responsible"), item.responsible)
    yield Fact(_("Basis of publication"), item.basis)
    yield Fact(_("Level of government"), item.level)
    yield Fact(_("Audience"), item.audience)
    yield Fact(_("How long"), item.duration)
    yield Fact(_("Remarks"), item.note)
    for name, text in item.extra.items():
        if name not in SEQUENCES:
            yield Fact(name, text)
    if row.change is not None:
        yield Fact(_("Since the version before"), change_text(row.change))


def _published(row: CatalogueRow) -> str:
    lines = [document_line(one) for one in row.documents[:_MOST_PUBLISHED]]
    left = len(row.documents) - len(lines)
    if left > 0:
        lines.append(ngettext("and {n} earlier one", "and {n} earlier ones", left).format(n=left))
    return "\n".join(lines) or _("nothing recorded yet")


def change_text(change: ItemChange) -> str:
    """What became of an item, field by field."""
    if change.kind is not ChangeKind.CHANGED:
        return label(change.kind)
    return "\n".join(
        _("{field}: {before} → {after}").format(
            field=field_name(one.name),
            before=shown(one.before) or _("(empty)"),
            after=shown(one.after) or _("(empty)"),
        )
        for one in change.fields
    )
