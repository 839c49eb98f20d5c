"""What stands on a 保密审查表: known words filled in, the rest left to be written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One line of the sheet: one pair of name and text over its whole width, or two beside each
    other. `lines` is the least height of the text, in lines.
    """

    cells: tuple[tuple[str, str], ...]
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """The whole sheet."""

    agency: str
    title: str
    rows: Sequence[SheetRow]
    note: str
