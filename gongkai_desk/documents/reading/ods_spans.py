"""The merged cells of an OpenDocument workbook (ods), which calamine does not tell."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

from gongkai_desk.documents.reading.safety import DAMAGE
from gongkai_desk.domain.ledger_sheet import Span

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def ods_spans(data: bytes) -> dict[str, tuple[Span, ...]]:
    """By the name of the sheet; nothing for what is no ods or cannot be read. The package was
    checked (`safety`) before: no document type, no bomb.
    """
    if b"application/vnd.oasis.opendocument.spreadsheet" not in data[:200]:
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            root = ElementTree.fromstring(package.read("content.xml"))  # noqa: S314
    except (ElementTree.ParseError, KeyError, *DAMAGE):
        return {}
    return {
        table.get(f"{_TABLE}name", ""): tuple(_spans(table))
        for table in root.iter(f"{_TABLE}table")
    }


def _spans(table: Any) -> list[Span]:
    found: list[Span] = []
    row = 0
    for element in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in element:
            down, across = (
                _count(cell, "number-rows-spanned"),
                _count(cell, "number-columns-spanned"),
            )
            if down > 1 or across > 1:
                found.append((row, column, row + down - 1, column + across - 1))
            column += _count(cell, "number-columns-repeated")
        row += _count(element, "number-rows-repeated")
    return found


def _count(element: Any, name: str) -> int:
    given = element.get(f"{_TABLE}{name}", "1")
    return int(given) if given.isdigit() else 1
