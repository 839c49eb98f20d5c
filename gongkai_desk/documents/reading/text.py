"""Plain text and markdown: a line is a paragraph, tabs or pipes make a table row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai_desk.documents.reading.decoding import decode
from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.plan_table import columns_of
from gongkai_desk.domain.problems import refuse

_PIPED = re.compile(r"^\s*\|(.+)\|\s*$")
_PIPE_RULE = re.compile(r"^[\s|:-]+$")
_LINE_END = re.compile(r"\r\n|\r|\n|\f|\v|\u2028|\u2029|\x85")
_BETWEEN_CELLS = (re.compile(r"[ \u3000]{2,}|\u3000"), re.compile(r","))
_IN_CELL = "\x1f"  # holds the place of a line break inside a quoted cell
_QUOTED = re.compile(r'(?:(?<=\t)|(?<=\n)(?=[^\n]*\t))"(?:[^"\t\x1f]|""){1,2000}"(?=[\t\r\n]|$)')


def read(data: bytes, name: str) -> list[Block]:
    """Blocks of a text file. Errors: `file-binary`, `file-encoding-unknown`, `file-empty`."""
    content = decode(data, name)
    if not content.strip():
        raise refuse("file-empty", "file", name=name)
    return blocks_of(content)


def blocks_of(content: str) -> list[Block]:
    """Every line as a block, counted from 1; an empty cell of a row may be a merged one."""
    blocks: list[Block] = []
    apart: tuple[re.Pattern[str], int] | None = None  # how a table without tabs is set
    for number, line in _lines(content.removeprefix("\ufeff")):
        piped = _PIPED.match(line)
        if "\t" in line.strip(" ") and line.strip():
            blocks.append(_row([_unquoted(cell) for cell in line.split("\t")], number))
        elif piped and _PIPE_RULE.match(line):
            continue
        elif piped and "|" in piped.group(1):
            blocks.append(_row(piped.group(1).split("|"), number))
        elif line.strip() and (apart := _apart(line, apart)):
            cells = apart[0].split(line.strip())
            row = len(cells) == apart[1]
            blocks.append(_row(cells, number) if row else Paragraph(line, number))
        elif line.strip():
            blocks.append(Paragraph(line, number))
    return blocks


def _lines(content: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; a cell of Excel that holds several is quoted and stays one."""
    number = 0
    for line in _LINE_END.split(_QUOTED.sub(_held_together, content)):
        number += 1
        yield number, line
        number += line.count(_IN_CELL)


def _held_together(match: re.Match[str]) -> str:
    return match.group().replace("\r\n", "\n").replace("\n", _IN_CELL)


def _unquoted(cell: str) -> str:
    if _IN_CELL not in cell:
        return cell
    return cell[1:-1].replace('""', '"').replace(_IN_CELL, "\n")


def _apart(
    line: str, before: tuple[re.Pattern[str], int] | None
) -> tuple[re.Pattern[str], int] | None:
    """The mark between the cells and their number, from a heading row such as 序号  任务  单位."""
    if not line.strip():
        return before
    for mark in _BETWEEN_CELLS:
        cells = tuple(mark.split(line.strip()))
        if len(cells) > 2 and all(cells) and columns_of(Row(cells, 0)):
            return mark, len(cells)
    return before


def _row(cells: list[str], number: int) -> Block:
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) == 1 and not any(cell.strip() for cell in cells[1:]):
        return Paragraph(filled[0], number)
    if len(filled) == 1 and len(cells) == 2:
        return Paragraph(filled[0], number)
    return Row(tuple(cell.strip() or None for cell in cells), number)
