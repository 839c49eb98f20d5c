from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from gongkai_desk.documents.reading import read_blocks, safety
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.texts import sentence

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name.replace("__", "/") + ".xml", data)
    return content.getvalue()


def a_document() -> bytes:
    content = io.BytesIO()
    docx.Document().save(content)
    return content.getvalue()


DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + bytes(600), "file-old-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "file-encrypted"),
        (a_document()[:2000], "file-damaged"),
        (a_document()[:600] + bytes(400) + a_document()[1000:], "file-damaged"),
        (b"PK\x03\x04" + bytes(50), "file-damaged"),
        (package(readme=b"<a/>"), "file-unknown-kind"),
        (package(word__document=b"<a/>"), "file-damaged"),
        (package(xl__workbook=b"no xml"), "file-damaged"),
        (package(word__document=DOCTYPE.encode()), "file-unsafe"),
        (package(xl__workbook=DOCTYPE.encode("utf-16-le")), "file-unsafe"),
        (package(word__document=b"<a>" + b" " * (30 * safety.MEGABYTE)), "file-unpacks-too-large"),
        (b"%PDF-1.7\nno more", "file-damaged"),
    ],
)
def test_what_is_refused_in_words(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "工作要点.docx"
    path.write_bytes(data)
    with pytest.raises(DomainError) as refusal:
        read_blocks(path)
    (problem,) = refusal.value.problems
    assert problem.code == code
    assert "工作要点.docx" in sentence(problem)


def test_a_file_too_large_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "LARGEST_FILE", 10)
    path = tmp_path / "大.txt"
    path.write_text("政务公开" * 10, "utf-8")
    with pytest.raises(DomainError) as refusal:
        read_blocks(path)
    assert refusal.value.problems[0].code == "file-too-large"
