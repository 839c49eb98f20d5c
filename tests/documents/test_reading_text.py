from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.documents.reading import read_blocks, read_text_blocks, text
from gongkai_desk.domain.blocks import Paragraph, Row
from gongkai_desk.domain.problems import DomainError
from tests.plans import SMALL


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "工作 要点.txt"
    path.write_bytes(SMALL.encode(encoding))
    assert read_blocks(path) == read_text_blocks(SMALL)


def test_tabs_and_pipes_make_rows() -> None:
    blocks = read_text_blocks("标题\n甲\t\t乙\n| 丙 | 丁 |\n|---|---|\n\t缩进的一段\n")
    assert blocks == [
        Paragraph("标题", 1),
        Row(("甲", None, "乙"), 2),
        Row(("丙", "丁"), 3),
        Paragraph("缩进的一段", 5),
    ]


@pytest.mark.parametrize("between", ["  ", "\u3000", "      ", ","])
def test_blanks_or_commas_make_rows_below_a_heading_row(between: str) -> None:
    lines = [
        "2026年政务公开配档表,说明  一",
        between.join(("序号", "工作任务", "责任单位", "完成时限")),
        between.join(("1", "公开规划", "区司法局", "6月底前")),
        "不是表格的一行",
    ]
    assert read_text_blocks("\n".join(lines)) == [
        Paragraph(lines[0], 1),
        Row(("序号", "工作任务", "责任单位", "完成时限"), 2),
        Row(("1", "公开规划", "区司法局", "6月底前"), 3),
        Paragraph(lines[3], 4),
    ]


def test_a_quoted_cell_of_excel_keeps_its_lines() -> None:
    blocks = read_text_blocks('1\t"区司法局\n区财政局"\t"说""好"""\n2\t区财政局\t6月\n')
    assert blocks == [
        Row(("1", "区司法局\n区财政局", '"说""好"""'), 1),
        Row(("2", "区财政局", "6月"), 3),
    ]


def test_every_line_end_counts() -> None:
    assert [block.line for block in read_text_blocks("甲\r\n乙\r丙\f丁")] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b" \n ", "file-empty"),
        ("\u3000\u3000\n".encode(), "file-empty"),
        (bytes(range(256)) * 20, "file-binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "file-binary"),
        (b"\x80\xff\xfe\x81" * 50, "file-encoding-unknown"),
        (b"{\\rtf1\\ansi}", "file-old-format"),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "文件.txt"
    path.write_bytes(data)
    with pytest.raises(DomainError) as refusal:
        read_blocks(path)
    assert refusal.value.problems[0].code == code


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.txt", tmp_path):
        with pytest.raises(DomainError) as refusal:
            read_blocks(path)
        assert refusal.value.problems[0].code == "file-unreadable"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(DomainError):
        assert text.read(data, "x")
