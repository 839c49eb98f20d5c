"""The officer's decisions while a catalogue is imported: the sheets, the columns, the matches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gongkai_desk.domain.catalogue_headings import (
    CatalogueColumn,
    CatalogueField,
    CatalogueWords,
)
from gongkai_desk.domain.catalogue_layout import CatalogueLayout, find_layout
from gongkai_desk.domain.catalogue_reading import CatalogueReading, read_sheets
from gongkai_desk.domain.ledger_sheet import LedgerSheet
from gongkai_desk.domain.problems import refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDraft:
    """`layouts` are those of the sheets in which a heading was found, `chosen` those that are
    read. `matches` says for an item of the file (its place) which lineage it goes on with, "" for
    none; what it does not name is matched by likeness.
    """

    name: str
    sheets: tuple[LedgerSheet, ...]
    layouts: Mapping[str, CatalogueLayout]
    chosen: tuple[str, ...]
    words: CatalogueWords
    matches: Mapping[str, str] = field(default_factory=dict)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The sheets without a heading that is known."""
        return tuple(sheet.name for sheet in self.sheets if sheet.name not in self.layouts)

    def columns(self) -> tuple[tuple[str, CatalogueColumn], ...]:
        """The columns of the chosen sheets, each with the name of its sheet."""
        return tuple((name, one) for name in self.chosen for one in self.layouts[name].columns)

    def with_sheets(self, names: tuple[str, ...]) -> CatalogueDraft:
        """Others are read; what was decided about single items is forgotten."""
        return replace(self, chosen=names, matches={})

    def with_field(self, sheet: str, index: int, assigned: CatalogueField | None) -> CatalogueDraft:
        """Another field for a column; None keeps it as it is, under its own heading."""
        layout = self.layouts[sheet].assigned(index, assigned)
        return replace(self, layouts={**self.layouts, sheet: layout})

    def with_match(self, place: str, lineage: str) -> CatalogueDraft:
        """The item at `place` goes on with this lineage, or is new ("")."""
        return replace(self, matches={**self.matches, place: lineage})

    def read(self) -> CatalogueReading:
        """The items as the draft decides. Error: `catalogue-no-item-column` when no column says
        what the item is.
        """
        for name in self.chosen:
            if not self.layouts[name].levels:
                raise refuse("catalogue-no-item-column", sheet=name)
        by_name = {sheet.name: sheet for sheet in self.sheets}
        return read_sheets([(by_name[n], self.layouts[n]) for n in self.chosen], self.words)


def draft_of(name: str, sheets: tuple[LedgerSheet, ...], words: CatalogueWords) -> CatalogueDraft:
    """The draft in which all sheets with a heading are read; raises DomainError
    `catalogue-no-heading` when there is none.
    """
    kept: list[LedgerSheet] = []
    layouts: dict[str, CatalogueLayout] = {}
    for sheet in sheets:
        layout = find_layout(sheet, words)
        if layout is not None:
            layouts[sheet.name] = layout
        elif kept and sheet.goes_on and _width(kept[-1]) == _width(sheet):
            kept[-1] = _joined(kept[-1], sheet)
            continue
        kept.append(sheet)
    if not layouts:
        raise refuse("catalogue-no-heading", "file", name=name)
    return CatalogueDraft(
        name=name, sheets=tuple(kept), layouts=layouts, chosen=tuple(layouts), words=words
    )


def _width(sheet: LedgerSheet) -> int:
    return max((len(row) for row in sheet.rows), default=0)


def _joined(sheet: LedgerSheet, more: LedgerSheet) -> LedgerSheet:
    """The rows of a table that goes on without its heading below those of the one before."""
    down = len(sheet.rows)
    below = tuple((top + down, left, end + down, right) for top, left, end, right in more.merged)
    return replace(sheet, rows=[*sheet.rows, *more.rows], merged=(*sheet.merged, *below))
