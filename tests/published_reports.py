"""Published reports as other offices put them on their sites: web pages and Word files."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx

from gongkai_desk.documents.report_grid import (
    Grid,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.domain.report import COLUMN_LABELS, Figures, Texts

TEXTS = Texts(
    opening="根据《条例》要求，编制本报告。",
    overview=(
        "通过网站公开信息320条。",
        "收到政府信息公开申请14069件，上年结转560件。",
        "落实信息审核制度。",
        "优化专栏设置。",
        "组织培训2次。",
    ),
    problems="一是解读形式单一。已增加图解。",
    other="收取信息处理费0元。",
)

Change = Callable[[str], str]


def same(text: str) -> str:
    return text


def web_page(figures: Figures, texts: Texts = TEXTS, cell: Change = same, frame: str = "{}") -> str:
    """A page as an editor pastes it from Word: a paragraph in every cell, navigation around."""
    one, two, three, four, five, six = form()["sections"]
    parts = [
        f"<p align=center><b>{figures.agency}{figures.year}年</b></p>",
        "<p align=center><b>政府信息公开工作年度报告</b></p>",
        "<p>发布日期：2026-01-20 来源：办公室 浏览次数：12</p>",
        f"<p>&nbsp;&nbsp;{texts.opening}</p><p><strong>{one}</strong></p>",
    ]
    for head, text in zip(form()["overview_subheadings"], texts.overview, strict=True):
        parts.append(f"<p>　　<b>{head}。</b>{text}</p>")
    for head, grid in (
        (two, proactive_grid(figures.proactive)),
        (three, requests_grid(figures)),
        (four, disputes_grid(figures.disputes)),
    ):
        parts.append(f"<p>{head}</p>{web_table(grid, cell)}")
    parts += [f"<p>{five}</p><p>{texts.problems}</p>", f"<p>{six}<br>{texts.other}</p>"]
    body = frame.format("\n".join(parts))
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title>"
        "<script>var a = '<table>';</script></head><body>"
        f"<div>首页 &gt; 政府信息公开年报</div>{body}<p>主办单位：办公室</p></body></html>"
    )


def web_table(grid: Grid, cell: Change = same) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td rowspan={each.rows} colspan='{each.columns}'><p class=MsoNormal>"
            f"<span>{cell(each.text)}</span></p></td>"
            for each in row
        )
        + "</tr>"
        for row in grid
    )
    return f"<table border=1><tbody>{rows}</tbody></table>"


def word_file(figures: Figures, path: Path, texts: Texts = TEXTS, *, merged: bool = True) -> None:
    """A file typed in Word; without `merged`, labels stand once and the rest of them is blank."""
    document: Any = docx.Document()
    one, two, three, four, five, six = form()["sections"]
    document.add_paragraph(f"{figures.agency}{figures.year}年政府信息公开工作年度报告")
    for line in (texts.opening, one):
        document.add_paragraph(line)
    for head, text in zip(form()["overview_subheadings"], texts.overview, strict=True):
        document.add_paragraph(head)
        document.add_paragraph(text)
    for head, grid in (
        (two, proactive_grid(figures.proactive)),
        (three, requests_grid(figures)),
        (four, disputes_grid(figures.disputes)),
    ):
        document.add_paragraph(head)
        _word_table(document, grid, merged)
    for line in (five, texts.problems, six, texts.other):
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(buffer.getvalue())


def _word_table(document: Any, grid: Grid, merged: bool) -> None:
    width = sum(cell.columns for cell in grid[0])
    table = document.add_table(rows=len(grid), cols=width)
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(grid):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            first = table.cell(number, column)
            if merged and (cell.rows > 1 or cell.columns > 1):
                first.merge(table.cell(number + cell.rows - 1, column + cell.columns - 1))
            first.text = cell.text
            taken |= {
                (number + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
            column += cell.columns


OLD_TABLES = """
<table><tr><td colspan=4>第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
<tr><td>规范性文件</td><td>3</td><td>3</td><td>21</td></tr>
<tr><td colspan=4>第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>
<tr><td>行政许可</td><td>12</td><td>+1</td><td>345</td></tr>
<tr><td>其他对外管理服务事项</td><td>8</td><td>-2</td><td>90</td></tr>
<tr><td colspan=4>第二十条第（六）项</td></tr>
<tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>
<tr><td>行政处罚</td><td>7</td><td>0</td><td>6</td></tr>
<tr><td>行政强制</td><td>1</td><td>0</td><td>0</td></tr>
<tr><td colspan=4>第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td>上一年项目数量</td><td colspan=2>本年增/减</td></tr>
<tr><td>行政事业性收费</td><td>2</td><td colspan=2>0</td></tr>
<tr><td colspan=4>第二十条第（九）项</td></tr>
<tr><td>信息内容</td><td colspan=2>采购项目数量</td><td>采购总金额</td></tr>
<tr><td>政府集中采购</td><td colspan=2>5</td><td>123.4</td></tr></table>
"""


def old_page(rows: Mapping[int, Sequence[int]], year: int = 2020) -> str:
    """A report in the trial form of 2019: （六）其他处理 is one row, table 2 counts otherwise."""
    entries = form()["requests"]["rows"]
    lines = []
    for entry in entries:
        if entry["row"] in (21, 22):
            continue
        label = "（六）其他处理" if entry["row"] == 23 else entry["label"]
        group = entry.get("group", "") if entry["row"] != 23 else ""
        cells = "".join(f"<td>{number}</td>" for number in rows[entry["row"]])
        lines.append(f"<tr><td></td><td>{group}</td><td>{label}</td>{cells}</tr>")
    heads = "".join(f"<td>{name}</td>" for name in COLUMN_LABELS)
    return (
        f"<html><h1>云海区司法局{year}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>平稳。</p>"
        f"<p>二、主动公开政府信息情况</p>{OLD_TABLES}<p>三、收到和处理政府信息公开申请情况</p>"
        f"<table><tr><td></td><td></td><td></td>{heads}</tr>{''.join(lines)}</table>"
        "<p>四、政府信息公开行政复议、行政诉讼情况</p></html>"
    )
