"""The columns of the catalogue's table."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.catalogue_overview import CatalogueRow
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.disclosure.catalogue.words import due_text, due_tone, name_of, parent_of
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone


def catalogue_columns() -> Sequence[Column[CatalogueRow]]:
    """In the order of the catalogue; sorting by the number brings that order back."""
    return (
        Column(
            name="position",
            title=_("No."),
            text=lambda row: str(row.item.position),
            sort_key=lambda row: row.item.position,
            width=3,
            right=True,
        ),
        Column(
            name="level-1",
            title=_("Level 1"),
            text=lambda row: parent_of(row.item),
            width=7,
        ),
        Column(
            name="item",
            title=_("Item"),
            text=lambda row: name_of(row.item),
            stretch=True,
        ),
        Column(
            name="limit",
            title=_("Time limit of publication"),
            text=lambda row: " ".join(row.item.limit.text.split()),
            width=10,
            tone=lambda row: Tone.WARN if row.without_limit else None,
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
        Column(
            name="channels",
            title=_("Channels"),
            text=lambda row: "、".join(row.item.channels),
            width=10,
            shown=False,
        ),
        Column(
            name="responsible",
            title=_("Responsible"),
            text=lambda row: row.item.responsible,
            width=6,
        ),
        Column(
            name="unit",
            title=_("Published by"),
            text=lambda row: row.item.unit,
            width=9,
            shown=False,
        ),
        Column(
            name="mode",
            title=_("Way of disclosure"),
            text=lambda row: label(row.item.mode),
            width=8,
            shown=False,
        ),
    )
