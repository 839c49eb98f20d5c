"""The bytes of a text file as text: which encoding it is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import unicodedata

from gongkai_desk.domain.problems import refuse

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD_SHARE = 0.01


def decode(data: bytes, name: str) -> str:
    """Text in UTF-8, GB18030 or UTF-16, with or without its mark."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if b"\0" in data:
        for encoding in ("utf-16-le", "utf-16-be"):
            try:
                content = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if _is_text(content):
                return content
        raise refuse("file-binary", "file", name=name)
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError:
        content = _decoded(data, "gb18030", name)
        if not _is_text(content):
            raise refuse("file-encoding-unknown", "file", name=name) from None
    if not _is_text(content):
        raise refuse("file-binary", "file", name=name)
    return content


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refuse("file-encoding-unknown", "file", name=name) from error


def _is_text(content: str) -> bool:
    """Text holds hardly any control, private or unassigned characters."""
    odd = sum(
        unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs")
        and character not in "\t\r\n\f\v"
        for character in content
    )
    return odd <= len(content) * _ODD_SHARE
