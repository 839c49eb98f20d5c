"""A Word package from its main part: the same styles, page and page numbers for every document."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from gongkai_desk.documents.letter_docx_parts import (
    CONTENT_TYPES,
    CORE,
    DOCUMENT_RELATIONS,
    FONT_TABLE,
    PACKAGE_RELATIONS,
    SECTION,
    SETTINGS,
    WORDS,
    page_foot,
    page_head,
    styles,
)

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = (2020, 1, 1, 0, 0, 0)


def docx_bytes(body: str, *, title: str, mark: str = "", section: str = SECTION) -> bytes:
    """The bytes of a .docx whose text is the XML `body`; the same body gives the same bytes.

    `title` is kept in the properties, `mark` stands in the upper right corner of every page; both
    are plain text. `section` is the paper: `SECTION` or `LYING_SECTION`.
    """
    document = f"{WORDS.format(root='document')}<w:body>{body}{section}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": CORE.format(title=xml_text(title)),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": FONT_TABLE,
        "word/footer1.xml": page_foot(even=False),
        "word/footer2.xml": page_foot(even=True),
        "word/header1.xml": page_head(xml_text(mark)),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode("utf-8"))
    return made.getvalue()


def xml_text(text: str) -> str:
    """`text` escaped; what XML cannot hold is left out."""
    return escape(_FORBIDDEN.sub("", text))


def run(text: str, size: int = 0) -> str:
    """One run, in half points when `size` is given; the hint makes quotation marks and dots take
    the East Asian typeface.
    """
    if not text:
        return ""
    sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    inside = f'<w:rPr><w:rFonts w:hint="eastAsia"/>{sized}</w:rPr>'
    return f'<w:r>{inside}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
