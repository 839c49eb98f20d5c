"""The map from glyphs back to text inside a PDF, right above U+FFFF too.

reportlab (5.1.0) writes the scalar value of such a character where the format wants UTF-16, and
names like 李𬱖 could then be neither found nor copied. Importing this module puts ours in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_BLOCK = 100  # the longest block of bfchar entries a CMap may hold


def to_unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """The CMap of one font subset: code i shows the character `subset[i]` (PDF 32000 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font_name})",
        f"/Ordering ({font_name})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(subset), _BLOCK):
        part = subset[start : start + _BLOCK]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{start + i:02X}> <{_utf16(code)}>" for i, code in enumerate(part)]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


ttfonts.makeToUnicodeCMap = to_unicode_map
