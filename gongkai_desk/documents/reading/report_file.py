"""A published report in any format people hand in: told apart by content, read into pieces."""

from __future__ import annotations

import codecs
import importlib
from pathlib import Path

from gongkai_desk.documents.reading import safety, text
from gongkai_desk.documents.reading.report_html import looks_like_html
from gongkai_desk.documents.reading.report_html import read as read_html
from gongkai_desk.documents.reading.safety import Kind
from gongkai_desk.domain.blocks import Block, Paragraph
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.report_pieces import Piece, Table

_READERS = {Kind.WORD: "report_word", Kind.WORKBOOK: "report_workbook", Kind.PDF: "report_pdf"}

_ENDINGS = frozenset(
    [
        ".docx",
        ".doc",
        ".wps",
        ".rtf",
        ".html",
        ".htm",
        ".xlsx",
        ".xls",
        ".et",
        ".pdf",
        ".txt",
        ".md",
    ]
)
_MAGIC = (b"PK", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def read_pieces(path: Path) -> list[Piece]:
    """The pieces of a file. Raises DomainError with a `file-…` code when it cannot be read."""
    return pieces_of(safety.read_bytes(path), path.name)


def pieces_of(data: bytes, name: str) -> list[Piece]:
    """The pieces of a file's bytes; `name` is told in refusals."""
    kind = safety.kind_of(data, name)
    if kind is Kind.TEXT:
        pieces = read_html(data, name) if looks_like_html(data) else _plain(data, name)
    else:
        # The parsers of Word, Excel and PDF are heavy: only who opens such a file waits for one.
        reader = importlib.import_module(f"gongkai_desk.documents.reading.{_READERS[kind]}")
        pieces = reader.read(data, name)
    if not pieces:
        raise refuse("file-empty", "file", name=name)
    return pieces


def _plain(data: bytes, name: str) -> list[Piece]:
    return [_piece(block) for block in text.read(data, name)]


def _piece(block: Block) -> Piece:
    if isinstance(block, Paragraph):
        return block.text
    return Table((tuple(cell or "" for cell in block.cells),))


def is_published_kind(path: Path) -> bool:
    """Whether a file is a document for readers rather than our JSON: by its name, else by its
    first bytes (a picture or a note is no JSON). What cannot be opened, or is empty, is none.
    """
    ending = path.suffix.lower()
    if ending in _ENDINGS:
        return True
    if ending == ".json":
        return False
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError:
        return False
    if head.startswith(_MAGIC) or b"\0" in head or looks_like_html(head):
        return True
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return bool(start) and not start.startswith((b"{", b"["))
