"""The columns of the catalogue's table."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.catalogue_overview import CatalogueRow
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.disclosure.catalogue.words import (
    due_text,
    due_tone,
    limit_in_short,
    name_of,
    parent_of,
)
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone


def catalogue_columns() -> Sequence[Column[CatalogueRow]]:
    """In the order of the catalogue; sorting by the number brings that order back."""
    return (*_what(), *_when(), *_who())


def _what() -> Sequence[Column[CatalogueRow]]:
    return (
        Column(name="position", title=_("No."), text=lambda row: str(row.item.position),
               sort_key=lambda row: row.item.position, width=3, right=True),
        Column(name="level-1", title=_("Level 1"), text=lambda row: parent_of(row.item), width=7),
        Column(name="item", title=_("Item"), text=lambda row: name_of(row.item), stretch=True),
    )  # fmt: skip


def _when() -> Sequence[Column[CatalogueRow]]:
    return (
        Column(
            name="limit",
            title=pgettext("catalogue", "Time limit"),
            text=lambda row: limit_in_short(row.item.limit),
            width=9,
            tone=lambda row: Tone.WARN if row.without_limit else None,
            tip=lambda row: row.item.limit.text,
        ),
        Column(
            name="due",
            title=pgettext("catalogue", "Next due"),
            text=lambda row: due_text(row.due),
            sort_key=lambda row: row.due.date,
            width=7,
            tone=due_tone,
            tip=lambda row: sentence(row.due.because),
        ),
        Column(
            name="last",
            title=_("Published last"),
            text=lambda row: iso(row.record.last),
            sort_key=lambda row: row.record.last,
            width=7,
        ),
    )


def _who() -> Sequence[Column[CatalogueRow]]:
    return (
        Column(name="responsible", title=_("Responsible"), width=6,
               text=lambda row: row.item.responsible),
        Column(name="channels", title=_("Channels"), width=10, shown=False,
               text=lambda row: "、".join(row.item.channels)),
        Column(name="unit", title=_("Published by"), width=9, shown=False,
               text=lambda row: row.item.unit),
        Column(name="mode", title=_("Way of disclosure"), width=8, shown=False,
               text=lambda row: label(row.item.mode)),
    )  # fmt: skip
