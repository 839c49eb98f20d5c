from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, SimpleDocTemplate, Table

from gongkai_desk.documents.reading import read_blocks
from gongkai_desk.domain.plan_reading import LineKind, read_plan
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.resources import resource

FONT = "plan-test"
ITEMS = [
    "2026年云海区政务公开工作要点",
    "一、抓好重点",
    "（一）抓好公开。围绕重点工作公开信息，推动政务公开与安全保密统筹，更好发挥作用，持续提升质量和水平。",
    "（责任单位：区司法局、财政局）",
    "（二）抓好解读。坚持政策解读与政策文件同步起草、同步审签、同步发布。（责任单位：区政府各部门、单位）",
]


@pytest.fixture(scope="module", autouse=True)
def _font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(resource("fonts", "NotoSansSC-Regular.ttf"))))


def printed(path: Path, lines: list[str], width: int = 24) -> Path:
    """Two lines a page, each broken at `width`, the page number below."""
    canvas = Canvas(str(path), pagesize=A4)
    pieces = [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    for page, first in enumerate(range(0, len(pieces), 4), 1):
        canvas.setFont(FONT, 14)
        for place, piece in enumerate(pieces[first : first + 4]):
            canvas.drawString(70, 760 - 28 * place, piece)
        canvas.drawString(290, 40, str(page))
        canvas.showPage()
    canvas.save()
    return path


def test_lines_broken_over_pages(tmp_path: Path) -> None:
    read = read_plan(read_blocks(printed(tmp_path / "要点.pdf", ITEMS)))
    assert [task.text for task in read.tasks] == [
        ITEMS[2].partition("）")[2],
        "抓好解读。坚持政策解读与政策文件同步起草、同步审签、同步发布。",
    ]
    assert read.tasks[0].responsible_units == ("区司法局", "区财政局")
    assert [line.text for line in read.lines if line.kind is LineKind.PAGE][:2] == [
        "— 1 —",
        "— 2 —",
    ]


def test_a_ruled_table(tmp_path: Path) -> None:
    rows = [
        ["工作任务", "公开内容", "责任分工", "完成时限"],
        ["抓好公开", "围绕重点\n公开信息。", "区司法局负责", "全年"],
        ["抓好培训", "开展培训。", "", "6月底前"],
    ]
    style = [
        ("FONT", (0, 0), (-1, -1), FONT, 12),
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("SPAN", (2, 1), (2, 2)),
    ]
    path = tmp_path / "分工.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build([Table(rows, style=style)])
    read = read_plan(read_blocks(path), name="2026年政务公开分工.pdf", year=2026)
    assert [(t.title, t.text, t.responsible_units) for t in read.tasks] == [
        ("抓好公开", "围绕重点公开信息。", ("区司法局",)),
        ("抓好培训", "开展培训。", ("区司法局",)),
    ]


def test_pictures_of_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    assert code_of(path) == "file-scanned"


def test_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(printed(tmp_path / "要点.pdf", ITEMS)))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = tmp_path / "加密.pdf"
    writer.write(locked)
    assert code_of(locked) == "file-encrypted"


def code_of(path: Path) -> str:
    with pytest.raises(DomainError) as refusal:
        read_blocks(path)
    return refusal.value.problems[0].code


def test_a_row_that_a_page_break_cut_in_two_is_one_task(tmp_path: Path) -> None:
    header = ["序号", "工作任务", "具体措施", "责任单位", "完成时限"]
    style = [("FONT", (0, 0), (-1, -1), FONT, 10), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    upper = [header, ["1", "公开规划", "公开各类规划，按照", "区司法局、", "全年"]]
    lower = [
        header,
        ["", "", "规定的时限公开。", "财政局", ""],
        ["2", "公开预算", "公开预算。", "区财政局", "6月底"],
    ]
    path = tmp_path / "2026年政务公开配档表.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build(
        [Table(upper, style=style), PageBreak(), Table(lower, style=style)]
    )
    tasks = read_plan(read_blocks(path), name=path.name, year=2026).tasks
    assert [(t.number, t.text, t.responsible_units) for t in tasks] == [
        ("1", "公开各类规划，按照规定的时限公开。", ("区司法局", "区财政局")),
        ("2", "公开预算。", ("区财政局",)),
    ]


def test_a_merged_cell_that_goes_on_is_no_cut_row(tmp_path: Path) -> None:
    header = ["序号", "工作任务", "具体措施", "责任单位"]
    style = [("FONT", (0, 0), (-1, -1), FONT, 10), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    path = tmp_path / "2026年政务公开配档表.pdf"
    upper = [header, ["1", "公开规划", "公开各类规划。", "区司法局"]]
    lower = [header, ["", "", "公开年度计划。", ""]]
    SimpleDocTemplate(str(path), pagesize=A4).build(
        [Table(upper, style=style), PageBreak(), Table(lower, style=style)]
    )
    tasks = read_plan(read_blocks(path), name=path.name, year=2026).tasks
    assert [t.text for t in tasks] == ["公开各类规划。", "公开年度计划。"]


def test_a_heading_row_or_a_row_alone_on_its_page(tmp_path: Path) -> None:
    style = [("FONT", (0, 0), (-1, -1), FONT, 10), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    rows = [
        ["序号", "工作任务", "具体措施", "责任单位"],
        ["1", "公开规划", "公开各类规划。", "区司法局"],
        ["2", "公开预算", "公开预算。", "区财政局"],
    ]
    path = tmp_path / "2026年政务公开配档表.pdf"
    pages = [part for row in rows for part in (Table([row], style=style), PageBreak())]
    SimpleDocTemplate(str(path), pagesize=A4).build(pages)
    tasks = read_plan(read_blocks(path), name=path.name, year=2026).tasks
    assert [task.title for task in tasks] == ["公开规划", "公开预算"]
