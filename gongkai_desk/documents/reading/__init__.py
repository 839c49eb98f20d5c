"""Files in: txt, markdown, docx, xlsx and pdf become the same blocks.

The kind of a file is told by its first bytes, not by its name. Whatever cannot be read is refused
with a `DomainError` whose sentence says why and what to do; nothing is guessed.
"""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from gongkai_desk.documents.reading import safety
from gongkai_desk.documents.reading.safety import Kind
from gongkai_desk.domain.blocks import Block
from gongkai_desk.domain.ledger_sheet import LedgerSheet
from gongkai_desk.domain.problems import DomainError, refuse

_READERS = {Kind.TEXT: "text", Kind.WORD: "word", Kind.WORKBOOK: "workbook", Kind.PDF: "pdf"}


def read_blocks(path: Path) -> list[Block]:
    """The blocks of a file. Errors: the `file-…` codes of `wording.plan`."""
    data = safety.read_bytes(path)
    # The parsers of Word, Excel and PDF are heavy: only who opens such a file waits for one.
    reader = importlib.import_module(f"{__name__}.{_READERS[safety.kind_of(data, path.name)]}")
    blocks: list[Block] = reader.read(data, path.name)
    if not blocks:
        raise refuse("file-empty", "file", name=path.name)
    return blocks


def read_ledger(path: Path) -> list[LedgerSheet]:
    """The sheets of an Excel or CSV file, cell by cell. Errors: codes `file-…`, `ledger-…`."""
    reader = importlib.import_module(f"{__name__}.ledger")
    sheets: list[LedgerSheet] = reader.read_ledger(path)
    return sheets


def read_tables(path: Path) -> list[LedgerSheet]:
    """The tables of an Excel, csv or Word (docx) file as sheets with their merged cells. Errors:
    codes `file-…`, `ledger-…`, `catalogue-…`.
    """
    data = safety.read_bytes(path)
    if safety.has_part(data, "word/document.xml"):
        safety.kind_of(data, path.name)
        reader = importlib.import_module(f"{__name__}.word_tables")
        tables: list[LedgerSheet] = reader.read_tables(data, path.name)
        return tables
    try:
        sheets = read_ledger(path)
    except DomainError as error:
        if [problem.code for problem in error.problems] == ["ledger-wrong-kind"]:
            raise refuse("catalogue-wrong-kind", "file", name=path.name) from error
        raise
    spans = importlib.import_module(f"{__name__}.ods_spans").ods_spans(data)
    return [
        replace(sheet, merged=spans[sheet.name]) if sheet.name in spans else sheet
        for sheet in sheets
    ]


def read_text_blocks(content: str) -> list[Block]:
    """The blocks of pasted text; tabs make table rows."""
    blocks: list[Block] = _text().blocks_of(content)
    return blocks


def read_text_bytes(data: bytes, name: str) -> list[Block]:
    """The blocks of text that came through a pipe. Errors as for a text file."""
    blocks: list[Block] = _text().read(data, name)
    return blocks


def _text() -> ModuleType:
    """Reading tables needs the whole reading of plans: the start does not wait for it."""
    return importlib.import_module(f"{__name__}.text")
