"""What is checked before any parser sees a file: size, kind, and what a zip would unpack to."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from enum import Enum, auto
from pathlib import Path

from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.problems import refuse

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
LARGEST_XML = 60 * MEGABYTE
MOST_ENTRIES = 5_000
LARGEST_RATIO = 200  # ordinary office XML packs 5 to 30 times
RATIO_COUNTS_FROM = 2 * MEGABYTE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOK = "Workbook".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
)
"""What a damaged zip leads to when it is opened or unpacked."""


class Kind(Enum):
    TEXT = auto()
    WORD = auto()
    WORKBOOK = auto()
    PDF = auto()


def read_bytes(path: Path) -> bytes:
    """The whole file. Errors: `file-unreadable`, `file-too-large`, `file-empty`."""
    try:
        size = path.stat().st_size
        if path.is_file() and size > LARGEST_FILE:
            raise refuse("file-too-large", "file", name=path.name, limit=LARGEST_FILE // MEGABYTE)
        data = path.read_bytes()
    except OSError as error:
        raise refuse(
            "file-unreadable", "file", name=path.name, reason=file_trouble(error)
        ) from error
    if not data.strip():
        raise refuse("file-empty", "file", name=path.name)
    return data


def kind_of(data: bytes, name: str) -> Kind:
    """What the file is by its content; a zip is checked here before anything unpacks it."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(_OLE):
        code = "file-encrypted" if _ENCRYPTED in data else "file-old-format"
        raise refuse(code, "file", name=name)
    if data.startswith(b"PK"):
        return _kind_of_zip(data, name)
    if data.startswith(b"{\\rtf"):
        raise refuse("file-old-format", "file", name=name)
    return Kind.TEXT


def spreadsheet_kind(data: bytes, name: str) -> Kind:
    """`Kind.WORKBOOK` or `Kind.TEXT`; old xls files are welcome here, other kinds are refused."""
    if data.startswith(_OLE) and _ENCRYPTED not in data and _BOOK in data:
        return Kind.WORKBOOK
    if data.startswith(b"PK") and _is_open_document(data, name):
        return Kind.WORKBOOK
    kind = kind_of(data, name)
    if kind in (Kind.WORKBOOK, Kind.TEXT):
        return kind
    raise refuse("ledger-wrong-kind", "file", name=name)


def has_part(data: bytes, part: str) -> bool:
    """Whether this is a zip with an entry of that name; nothing is unpacked."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return part in package.namelist()
    except DAMAGE:
        return False


def _is_open_document(data: bytes, name: str) -> bool:
    """Whether this is an ods; checked like every zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if "content.xml" not in package.namelist():
                return False
            _check_sizes(package, name)
            _check_declarations(package, name)
            return package.read("mimetype").strip() == _ODS
    except (*DAMAGE, KeyError):
        return False
    except RuntimeError as error:  # zipfile's word for a part under a password
        raise refuse("file-encrypted", "file", name=name) from error


def _kind_of_zip(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_sizes(package, name)
            _check_declarations(package, name)
            parts = set(package.namelist())
    except DAMAGE as error:
        raise refuse("file-damaged", "file", name=name) from error
    except RuntimeError as error:  # zipfile's word for a part under a password
        raise refuse("file-encrypted", "file", name=name) from error
    if "word/document.xml" in parts:
        return Kind.WORD
    if "xl/workbook.xml" in parts:
        return Kind.WORKBOOK
    raise refuse("file-unknown-kind", "file", name=name)


def _check_sizes(package: zipfile.ZipFile, name: str) -> None:
    entries = package.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    bomb = any(
        entry.file_size > RATIO_COUNTS_FROM
        and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    heavy = any(
        entry.file_size > LARGEST_XML and entry.filename.endswith(".xml") for entry in entries
    )
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or bomb or heavy:
        raise refuse(
            "file-unpacks-too-large", "file", name=name, limit=LARGEST_UNPACKED // MEGABYTE
        )


def _check_declarations(package: zipfile.ZipFile, name: str) -> None:
    """Office never writes a document type; one that declares entities is an attack or damage."""
    for entry in package.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with package.open(entry) as part:
                head = part.read(64 * 1024)
            if any(declaration in head for declaration in _DECLARATIONS):
                raise refuse("file-unsafe", "file", name=name)
