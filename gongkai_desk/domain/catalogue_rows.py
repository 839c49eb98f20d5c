"""Which rows of a catalogue are items, and what the others are: titles, groups, notes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from gongkai_desk.domain.catalogue_headings import CatalogueField, CatalogueWords
from gongkai_desk.domain.catalogue_layout import CatalogueLayout, Grid
from gongkai_desk.domain.ledger_sheet import key


class Part(Enum):
    """What a row below the heading is."""

    ITEM = auto()
    GROUP = auto()  # a line across the table that names what follows
    HEAD = auto()  # the heading once more, as at the top of a page
    NOTE = auto()
    LEFT_OVER = auto()  # something stands in it, but neither an item nor a content
    EMPTY = auto()


class Rows:
    """The rows of one sheet. `title` is the line above the heading that names the catalogue,
    `notes` what else stood above and what stood below; `parted` fills the latter.
    """

    def __init__(self, grid: Grid, layout: CatalogueLayout, words: CatalogueWords) -> None:
        self._grid, self._layout, self._words = grid, layout, words
        above = [self.all_text(row) for row in range(layout.first) if grid.filled(row)]
        titles = [text for text in above if not text.startswith(words.note_starts)]
        self.title = max(titles, key=_like_a_title, default="")
        self._above = {key(text) for text in above}
        self.notes = [text for text in above if text != self.title]
        wanted = (*layout.levels, *layout.having(CatalogueField.CONTENT))
        self._telling = [column.index for column in wanted]

    def parted(self) -> Iterator[tuple[int, Part]]:
        """The rows below the heading that matter, with what they are."""
        rows = [(row, self._part(row)) for row in range(self._layout.last + 1, self._grid.height)]
        last = max((row for row, part in rows if part is Part.ITEM), default=-1)
        for row, part in rows:
            noted = part is Part.NOTE or (part is Part.GROUP and row > last)
            if noted or part is Part.LEFT_OVER:
                self.notes.append(self.all_text(row))
            if not noted:
                yield row, part

    def all_text(self, row: int) -> str:
        """What stands in a row, cell by cell."""
        texts = [self._grid.text(row, column) for column in self._grid.filled(row)]
        return "　".join(" ".join(text.split()) for text in texts)

    def _part(self, row: int) -> Part:
        filled = self._grid.filled(row)
        if not filled:
            return Part.EMPTY
        if self._is_head(row, filled) or key(self.all_text(row)) in self._above:
            return Part.HEAD
        first = self._grid.text(row, filled[0])
        if len(filled) == 1 and first.startswith(self._words.note_starts):
            return Part.NOTE
        if len(filled) == 1 and self._is_across(row, filled[0]):
            return Part.GROUP
        if any(self._grid.value(row, column) for column in self._telling):
            return Part.ITEM
        return Part.LEFT_OVER

    def _is_across(self, row: int, column: int) -> bool:
        """Whether a cell goes over most of the table, or stands where no item has its name."""
        if not any(sign.isalpha() for sign in self._grid.text(row, column)):
            return False
        width = self._grid.span(row, column)[1]
        return 2 * width > len(self._layout.columns) or column not in self._telling

    def _is_head(self, row: int, filled: list[int]) -> bool:
        heads = range(self._layout.first, self._layout.last + 1)
        return len(filled) > 1 and any(
            all(key(self._grid.text(row, c)) == key(self._grid.text(head, c)) for c in filled)
            for head in heads
        )


def _like_a_title(text: str) -> tuple[bool, int]:
    return "目录" in text or "清单" in text, len(text)
