"""The archive folder of a case as one PDF with bookmarks.

PDF files are taken in page by page, pictures are placed on pages of their own; what neither is
nor can be read stays outside and is named in the index with its hash.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.page_frame import SHEET

PICTURES = frozenset({"jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp"})
_WIDEST = 2400
"""Pixels of the longer side: enough for A4 in print."""
_UNREADABLE = (
    PyPdfError,
    UnidentifiedImageError,
    Image.DecompressionBombError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    NotImplementedError,
    RecursionError,
    OSError,
)
"""What a damaged file, or one with a password, makes the readers raise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of the folder: its title for the bookmark, its file name, its bytes. `group` is
    the bookmark it stands under.
    """

    title: str
    name: str
    data: bytes
    group: str = ""


Index = Callable[[Sequence[tuple[int | None, int]], Path], tuple[str, ...]]
"""Writes the index page for (first page or None, number of pages) of each piece to a path."""


def write_case(path: Path, title: str, pieces: Sequence[Piece], index: Index) -> tuple[str, ...]:
    """Write `pieces` behind their index as one PDF with bookmarks, whole or not at all.

    The pieces that could not be taken in have no page in the index. Returns what `index` says of
    missing characters; raises DomainError when the file cannot be written.
    """
    pages = [printable(piece) for piece in pieces]
    counts = [0 if data is None else _page_count(data) for data in pages]
    with replace_file(path) as temporary:
        front = temporary.with_name(f"{temporary.name}.index")
        try:
            missing = index(_places(counts, 1), front)
            length = _page_count(front.read_bytes())
            index(_places(counts, length), front)
            whole = _assembled(title, front.read_bytes(), pieces, pages)
        finally:
            front.unlink(missing_ok=True)
        whole.write(temporary)
        whole.close()
    return missing


def _places(counts: Sequence[int], front: int) -> list[tuple[int | None, int]]:
    places: list[tuple[int | None, int]] = []
    page = front + 1
    for count in counts:
        places.append((page, count) if count else (None, 0))
        page += count
    return places


def _assembled(
    title: str, front: bytes, pieces: Sequence[Piece], pages: Sequence[bytes | None]
) -> PdfWriter:
    writer = PdfWriter()
    writer.append(io.BytesIO(front), import_outline=False)
    writer.add_metadata({"/Title": title, "/Creator": "gongkai_desk"})
    writer.add_outline_item(title=title, page_number=0)
    groups: dict[str, IndirectObject] = {}
    for piece, data in zip(pieces, pages, strict=True):
        if data is None:
            continue
        first = len(writer.pages)
        writer.append(io.BytesIO(data), import_outline=False)
        parent = None
        if piece.group:
            if piece.group not in groups:
                groups[piece.group] = writer.add_outline_item(title=piece.group, page_number=first)
            parent = groups[piece.group]
        writer.add_outline_item(title=piece.title, page_number=first, parent=parent)
    return writer


def printable(piece: Piece) -> bytes | None:
    """The piece as a PDF of its own; None when it is neither a PDF nor a picture, or unreadable."""
    ending = piece.name.rpartition(".")[2].casefold()
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells of every flaw it mends
    try:
        if ending == "pdf":
            return _rewritten(piece.data)
        return _on_page(piece.data) if ending in PICTURES else None
    except _UNREADABLE:
        return None


def _rewritten(data: bytes) -> bytes | None:
    """The pages alone, written anew: what a merge of them would fail at fails here."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    if not writer.pages:
        return None
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _on_page(data: bytes) -> bytes:
    """A picture, upright as its camera meant it, as large as the text area allows."""
    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened)
        image.thumbnail((_WIDEST, _WIDEST))
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image.convert("RGBA"), mask=image.convert("RGBA").getchannel("A"))
    made = io.BytesIO()
    flat.save(made, "JPEG", quality=88)
    made.seek(0)
    width, height = flat.size
    scale = min(SHEET.width / width, SHEET.height / height, 1.0)
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=SHEET.paper)
    left = SHEET.left + (SHEET.width - width * scale) / 2
    top = SHEET.paper[1] - SHEET.top
    canvas.drawImage(ImageReader(made), left, top - height * scale, width * scale, height * scale)
    canvas.showPage()
    canvas.save()
    return page.getvalue()


def _page_count(data: bytes) -> int:
    return len(PdfReader(io.BytesIO(data)).pages)
