"""Files in: txt, markdown, docx, xlsx and pdf become the same blocks.

The kind of a file is told by its first bytes, not by its name. Whatever cannot be read is refused
with a `DomainError` whose sentence says why and what to do; nothing is guessed.
"""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.documents.reading import pdf, safety, text, word, workbook
from gongkai_desk.domain.blocks import Block
from gongkai_desk.domain.problems import refuse


def read_blocks(path: Path) -> list[Block]:
    """The blocks of a file. Errors: the `file-…` codes of `wording.plan`."""
    data = safety.read_bytes(path)
    match safety.kind_of(data, path.name):
        case safety.Kind.PDF:
            blocks = pdf.read(data, path.name)
        case safety.Kind.WORD:
            blocks = word.read(data, path.name)
        case safety.Kind.WORKBOOK:
            blocks = workbook.read(data, path.name)
        case _:
            blocks = text.read(data, path.name)
    if not blocks:
        raise refuse("file-empty", "file", name=path.name)
    return blocks


def read_text_blocks(content: str) -> list[Block]:
    """The blocks of pasted text; tabs make table rows."""
    return text.blocks_of(content)
