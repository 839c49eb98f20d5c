from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from gongkai_desk import i18n
from gongkai_desk.documents.list_pdf import ListColumn, ListDocument, write_list

COLUMNS = (
    ListColumn(title="登记编号", centred=True),
    ListColumn(title="申请人", weight=1.5),
    ListColumn(title="申请内容", weight=4),
)


def rows(count: int) -> list[tuple[str, str, str]]:
    return [
        (f"2026-{i:04d}", "李𬱖", f"申请公开第{i}号文件及附件" * (1 + i % 5)) for i in range(count)
    ]


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use("en")


def read(path: Path) -> tuple[list[list[str]], list[str]]:
    """All rows below the headers, and the text of every page."""
    with pdfplumber.open(path) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
        texts = [page.extract_text() for page in pdf.pages]
        assert all(page.width > page.height for page in pdf.pages)
    assert all(table[0] == [column.title for column in COLUMNS] for table in tables)
    return [
        [(cell or "").replace("\n", "") for cell in row] for t in tables for row in t[1:]
    ], texts


def test_every_row_is_printed_under_a_header(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    given = rows(120)
    document = ListDocument(title="登记簿", columns=COLUMNS, rows=given, note="共120件")
    assert write_list(document, path) == ()
    found, texts = read(path)
    assert found == [list(row) for row in given]
    assert texts[0].startswith("登记簿\n共120件")
    assert len(texts) > 2
    for i, text in enumerate(texts, start=1):
        assert text.endswith(f"Page {i} of {len(texts)}")


def test_an_empty_list_is_a_header(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    write_list(ListDocument(title="空", columns=COLUMNS, rows=()), path)
    found, texts = read(path)
    assert found == []
    assert len(texts) == 1


def test_marks_are_printed_and_missing_characters_told(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    row = ("1", "<img src=x>&amp;", "字\U000323af")
    assert write_list(ListDocument(title="表", columns=COLUMNS, rows=[row]), path) == (
        "\U000323af",
    )
    found, texts = read(path)
    assert found == [["1", "<img src=x>&amp;", "字〓"]]
    assert "U+323AF" in texts[0]


def test_a_very_long_text_is_printed_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    long = "".join(chr(0x4E00 + i) for i in range(6000))
    write_list(ListDocument(title="表", columns=COLUMNS, rows=[("1", "甲", long)]), path)
    found, _texts = read(path)
    assert "".join(row[2] for row in found) == long
