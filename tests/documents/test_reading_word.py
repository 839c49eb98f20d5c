from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gongkai_desk.documents.reading import read_blocks
from gongkai_desk.domain.blocks import Paragraph, Row
from gongkai_desk.domain.plan_reading import read_plan
from tests.plans import SMALL


def saved(document: Any, folder: Path) -> Path:
    path = folder / "工作要点.docx"
    document.save(str(path))
    return path


def test_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    for line in SMALL.splitlines():
        document.add_paragraph(line)
    read = read_plan(read_blocks(saved(document, tmp_path)))
    assert [task.number for task in read.tasks] == ["一（一）", "一（二）", "二（一）"]
    assert read.tasks[0].responsible_units == ("区司法局", "区财政局")


def test_merged_cells(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("2026年云海区政务公开重点工作及责任分工")
    rows = [
        ["工作任务", "公开事项", "", "公开内容", "责任分工", "完成时限"],
        ["一、重点", "规划", "总体规划", "公开规划。", "区司法局负责", "全年"],
        ["", "", "专项规划", "公开专项规划。", "", "6月底前"],
        ["", "培训", "", "开展培训。", "区财政局", "全年"],
    ]
    table = document.add_table(rows=4, cols=6)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(1, 4).merge(table.cell(2, 4))
    table.cell(3, 1).merge(table.cell(3, 2))
    blocks = read_blocks(saved(document, tmp_path))
    assert blocks[3] == Row((None, None, "专项规划", "公开专项规划。", None, "6月底前"), 4)
    tasks = read_plan(blocks).tasks
    assert [(t.path, t.title, t.responsible_units) for t in tasks] == [
        (("一、重点", "规划"), "总体规划", ("区司法局",)),
        (("一、重点", "规划"), "专项规划", ("区司法局",)),
        (("一、重点",), "培训", ("区财政局",)),
    ]


def test_tracked_changes_breaks_and_controls(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("保留")
    for xml in (
        '<w:ins {ns} w:id="1" w:author="a"><w:r><w:t>增加</w:t></w:r></w:ins>',
        '<w:del {ns} w:id="2" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del>',
        "<w:r {ns}><w:br/><w:t>下一行</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    control = (
        "<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    paragraph._p.addnext(parse_xml(control.format(ns=nsdecls("w"))))
    assert read_blocks(saved(document, tmp_path)) == [
        Paragraph("保留增加", 1),
        Paragraph("下一行", 2),
        Paragraph("控件", 3),
    ]


NUMBERING = """<w:abstractNum {ns} w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>"""


def test_automatic_numbers_are_written_out(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    document.add_paragraph("2026年云海区政务公开工作要点")
    for level, text in [
        (0, "重点"),
        (1, "抓好公开。围绕重点。"),
        (1, "抓好解读。坚持同步。"),
        (0, "基础"),
        (1, "抓好培训。开展培训。"),
    ]:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
    tasks = read_plan(read_blocks(saved(document, tmp_path))).tasks
    assert [(task.number, task.path) for task in tasks] == [
        ("一（一）", ("一、重点",)),
        ("一（二）", ("一、重点",)),
        ("二（一）", ("二、基础",)),
    ]


def test_a_table_inside_a_cell_keeps_its_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("2026年云海区政务公开重点任务配档表")
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(
        table.rows, (("工作任务", "责任单位", "时限"), ("公开规划和", "", "全年")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    inner = table.cell(1, 1).add_table(rows=2, cols=1)
    inner.cell(0, 0).text, inner.cell(1, 0).text = "区司法局", "财政局"
    (task,) = read_plan(read_blocks(saved(document, tmp_path))).tasks
    assert task.responsible_units == ("区司法局", "区财政局")


def test_a_table_of_one_column_is_running_text(tmp_path: Path) -> None:
    document = docx.Document()
    lines = SMALL.splitlines()
    table = document.add_table(rows=len(lines), cols=1)
    for row, line in zip(table.rows, lines, strict=True):
        row.cells[0].text = line
    assert len(read_plan(read_blocks(saved(document, tmp_path))).tasks) == 3
