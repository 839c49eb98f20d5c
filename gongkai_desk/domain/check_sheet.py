"""The 年报核验报告 as a value: everything in words already, ready to be set on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTable:
    """A part with a table: `columns` are title and weight; `centred` are those by number. `none`
    stands in its place when there is nothing. Rows shorter than the columns end with a wide cell.
    """

    heading: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]
    none: str = ""
    note: str = ""
    centred: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLines:
    """A part of numbered lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """`heading` are the lines over the paper, `title` is the same in one; `facts` stand in the
    head, two pairs in a row; `verdict` is the result in one sentence.
    """

    title: str
    heading: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    wide_facts: tuple[tuple[str, str], ...]
    verdict: str
    parts: tuple[CheckTable | CheckLines, ...]
    signatures: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Every text on the paper."""
        yield self.title
        yield from self.heading
        yield self.verdict
        yield from self.signatures
        for pair in (*self.facts, *self.wide_facts):
            yield from pair
        for part in self.parts:
            yield part.heading
            if isinstance(part, CheckLines):
                yield from part.lines
                continue
            yield part.none
            yield part.note
            for row in part.rows:
                yield from row
