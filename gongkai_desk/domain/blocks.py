"""A document as the readers hand it over: paragraphs and table rows in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line or paragraph; `line` counts the lines of the source from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    `None` is a cell that may be covered by a merged cell above it, an empty string a cell that
    really is empty (or the covered part of a cell merged sideways).
    """

    cells: tuple[str | None, ...]
    line: int


Block: TypeAlias = Paragraph | Row
