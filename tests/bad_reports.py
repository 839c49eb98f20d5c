"""Files that are no report, or none that can be read, as people hand them in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from gongkai_desk import documents
from tests.published_reports import TEXTS, word_file
from tests.reports import figures

HUGE = 200 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0\xd3\x10?1" + bytes(range(256)) * 9
)


def _whole(kind: str, folder: Path) -> bytes:
    path = folder / f"ganz.{kind}"
    if kind == "docx":
        word_file(figures(), path)
    else:
        writer = getattr(documents, f"report_{kind}")
        writer.write_report(figures(), TEXTS, path, draft=False)
    data = path.read_bytes()
    path.unlink()
    return data


def _cut(kind: str) -> Callable[[Path], bytes]:
    def half(folder: Path) -> bytes:
        data = _whole(kind, folder)
        return data[: len(data) // 2]

    return half


def _garbled(folder: Path) -> bytes:
    """A docx whose directory is whole, but what it points to no longer unpacks."""
    data = bytearray(_whole("docx", folder))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entry = package.getinfo("word/document.xml")
    start = entry.header_offset + 30 + len(entry.filename) + 40
    data[start : start + 200] = b"\xff" * 200
    return bytes(data)


def _bomb(_folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * 30_000_000)
    return packed.getvalue()


def _entities(_folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    return packed.getvalue()


def _package(_folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("年报.docx", b"x")
    return packed.getvalue()


def always(data: bytes) -> Callable[[Path], bytes]:
    return lambda _folder: data


BAD: Mapping[str, tuple[Callable[[Path], bytes], tuple[str, ...]]] = {
    "空.docx": (always(b""), ("file-empty",)),
    "空白.txt": (always(b" \n \n"), ("file-empty",)),
    "空.json": (always(b""), ("file-empty",)),
    "半截.docx": (_cut("docx"), ("file-damaged",)),
    "半截.xlsx": (_cut("xlsx"), ("file-damaged",)),
    "半截.pdf": (_cut("pdf"), ("file-damaged", "file-scanned", "report-file-no-report")),
    "半截.json": (always('{"agency": "云海'.encode()), ("report-file-no-json",)),
    "坏块.docx": (_garbled, ("file-damaged",)),
    "炸弹.docx": (_bomb, ("file-unpacks-too-large",)),
    "实体.xlsx": (_entities, ("file-unsafe",)),
    "压缩包.zip": (_package, ("file-unknown-kind",)),
    "改名.docx": (_package, ("file-unknown-kind",)),
    "旧.doc": (always(_OLE + b"\0" * 600), ("file-old-format",)),
    "加密.docx": (
        always(_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("file-encrypted",),
    ),
    "旧.rtf": (always(rb"{\rtf1 abc}"), ("file-old-format",)),
    "图.png": (always(_PNG), ("file-binary",)),
    "通知.html": (always("<p>关于报送年报的通知</p>".encode()), ("report-file-no-report",)),
    "通知.txt": (always("关于报送年报的通知".encode()), ("report-file-no-report",)),
    "数组.json": (always(b"[1, 2]"), ("report-file-no-object",)),
    "深.json": (always(b"[" * 200_000), ("report-file-no-json",)),
    "乱码.json": (always(b"\xff\xfe\xfd{}"), ("report-file-no-json",)),
}
"""By the name of the file: what makes its bytes, and the codes of which one must be told."""


def make(folder: Path, name: str) -> Path:
    """Write the bad file `name` into `folder`."""
    path = folder / name
    path.write_bytes(BAD[name][0](folder))
    return path


def make_huge(path: Path) -> Path:
    """A sparse file of 200 MB: it takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(HUGE)
    return path
