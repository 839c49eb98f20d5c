"""Work plans made up for each layout seen in practice, and the files they can come in.

Every layout says what a person reads in it; `written` puts it into a file of a kind.
"""

# ruff: noqa: E501  a plan reads better than what a formatter makes of it

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import docx
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, SimpleDocTemplate
from reportlab.platypus import Paragraph as Printed
from reportlab.platypus import Table as Ruled

from gongkai_desk.resources import resource

KINDS = ("txt", "docx", "xlsx", "pdf")
PROSE = ("txt", "docx", "pdf")  # running text is rarely kept in a workbook
FONT = "plan-layouts"
TITLE = "2026年云海区政务公开工作要点"
SHEET = "2026年云海区政务公开重点任务配档表"
Area = tuple[int, int, int, int]
"""First row and column, last row and column of merged cells, counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `merged` cells have their words in the first cell. `page` begins a page."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A task as a person reads it."""

    number: str
    title: str
    text: str = ""  # empty: the title and a full stop
    path: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    deadline: str = ""
    result: str = ""
    note: str = ""

    @property
    def whole(self) -> str:
        return self.text or f"{self.title}。"


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    parts: tuple[str | Grid, ...]
    tasks: tuple[Found, ...]
    kinds: tuple[str, ...] = KINDS
    doubts: tuple[str, ...] = ()  # the codes of the warnings


def written(layout: Layout, kind: str, folder: Path) -> Path:
    """The layout as a file of `kind` in `folder`."""
    path = folder / f"样本.{kind}"
    {"txt": _text, "docx": _word, "xlsx": _workbook, "pdf": _pdf}[kind](layout.parts, path)
    return path


def _text(parts: tuple[str | Grid, ...], path: Path) -> None:
    lines: list[str] = []
    for part in parts:
        lines += [part] if isinstance(part, str) else ["\t".join(row) for row in part.rows]
    path.write_text("\n".join(line.replace("\n", "") for line in lines), "utf-8")


def _word(parts: tuple[str | Grid, ...], path: Path) -> None:
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=len(part.rows), cols=len(part.rows[0]))
        for row, texts in zip(table.rows, part.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                if text:
                    cell.text = text
        for top, left, bottom, right in part.merged:
            kept = part.rows[top][left]
            table.cell(top, left).merge(table.cell(bottom, right)).text = kept
    document.save(str(path))


def _workbook(parts: tuple[str | Grid, ...], path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    at = 0
    for part in parts:
        rows = ((part,),) if isinstance(part, str) else part.rows
        for row, texts in enumerate(rows, at + 1):
            for column, text in enumerate(texts, 1):
                if text:
                    sheet.cell(row, column, text)
        for top, left, bottom, right in () if isinstance(part, str) else part.merged:
            sheet.merge_cells(
                start_row=at + top + 1,
                start_column=left + 1,
                end_row=at + bottom + 1,
                end_column=right + 1,
            )
        at += len(rows)
    book.save(path)


@cache
def _register_font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(resource("fonts", "NotoSansSC-Regular.ttf"))))


def _pdf(parts: tuple[str | Grid, ...], path: Path) -> None:
    _register_font()
    style = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, wordWrap="CJK")
    cell = replace_style(style)
    flow: list[object] = []
    for part in parts:
        if isinstance(part, str):
            flow.append(Printed(part, style))
            continue
        if part.page:
            flow.append(PageBreak())
        look = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        look += [("SPAN", (a[1], a[0]), (a[3], a[2])) for a in part.merged]
        rows = [[Printed(text.replace("\n", "<br/>"), cell) for text in row] for row in part.rows]
        flow.append(Ruled(rows, colWidths=[460 / len(rows[0])] * len(rows[0]), style=look))
    numbered = SimpleDocTemplate(str(path), pagesize=A4)
    numbered.build(flow, onFirstPage=_page_number, onLaterPages=_page_number)


def replace_style(style: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("cell", parent=style, fontSize=10, leading=13)


def _page_number(canvas: object, document: object) -> None:
    canvas.setFont(FONT, 10)  # type: ignore[attr-defined]
    canvas.drawCentredString(297, 30, f"- {document.page} -")  # type: ignore[attr-defined]


# what the layouts say

JUSTICE, MONEY, OFFICE = "区司法局", "区财政局", "区政府办公室"
ONE, TWO = "一、抓好重点公开", "二、夯实工作基础"
LONG = "认真梳理各类规划信息，按照规定的时限和渠道及时向社会公开，方便企业和群众查询使用，并做好解读和回应。"


def prose(
    name: str,
    *lines: str,
    tasks: tuple[Found, ...],
    kinds: tuple[str, ...] = KINDS,
    doubts: tuple[str, ...] = (),
) -> Layout:
    return Layout(name, (TITLE, "为做好今年工作，制定本要点。", *lines), tasks, kinds, doubts)


def clause(
    name: str,
    written_clause: str,
    *,
    text: str = "",
    doubts: tuple[str, ...] = (),
    **said: tuple[str, ...] | str,
) -> Layout:
    """Two items, both with the clause in question."""
    body = text or f"公开规划。{LONG}"
    tasks = tuple(
        Found(number=number, title=title, text=whole, path=(ONE,), **said)  # type: ignore[arg-type]
        for number, title, whole in (
            ("（一）", "公开规划", body),
            ("（二）", "公开预算", body.replace("规划", "预算")),
        )
    )
    lines = [
        f"（一）{body}{written_clause}",
        f"（二）{body.replace('规划', '预算')}{written_clause}",
    ]
    return prose(name, ONE, *lines, tasks=tasks, doubts=doubts, kinds=PROSE)


def numbered(
    name: str,
    *lines: str,
    numbers: tuple[str, str, str],
    paths: tuple[tuple[str, ...], ...] = ((ONE,), (ONE,), (TWO,)),
    kinds: tuple[str, ...] = PROSE,
) -> Layout:
    """Three tasks that differ from others in their numbers only."""
    titles = ("公开规划", "公开预算", "业务培训")
    texts = (f"公开规划。{LONG}", "公开预算。抓好预算公开。", "业务培训。每年开展培训。")
    units = ((JUSTICE,), (MONEY,), (JUSTICE,))
    tasks = tuple(
        Found(number=number, title=title, text=text, path=path, units=unit)
        for number, title, text, path, unit in zip(
            numbers, titles, texts, paths, units, strict=True
        )
    )
    whole = [
        line.format(
            *(f"{text}（责任单位：{unit[0]}）" for text, unit in zip(texts, units, strict=True))
        )
        for line in lines
    ]
    return prose(name, *whole, tasks=tasks, kinds=kinds)


NUMBERS = (
    numbered(
        "（一） running through",
        ONE,
        "（一）{0}",
        "（二）{1}",
        TWO,
        "（三）{2}",
        numbers=("（一）", "（二）", "（三）"),
    ),
    numbered(
        "（一） restarting",
        ONE,
        "（一）{0}",
        "（二）{1}",
        TWO,
        "（一）{2}",
        numbers=("一（一）", "一（二）", "二（一）"),
    ),
    numbered("1. running through", ONE, "1.{0}", "2.{1}", TWO, "3.{2}", numbers=("1", "2", "3")),
    numbered(
        "1. restarting", ONE, "1.{0}", "2.{1}", TWO, "1.{2}", numbers=("一、1", "一、2", "二、1")
    ),
    numbered(
        "full-width digits", ONE, "１．{0}", "２．{1}", TWO, "３．{2}", numbers=("１", "２", "３")
    ),
    numbered(
        "（1） running through",
        ONE,
        "（1）{0}",
        "（2）{1}",
        TWO,
        "（3）{2}",
        numbers=("（1）", "（2）", "（3）"),
    ),
    numbered(
        "1） running through", ONE, "1）{0}", "2）{1}", TWO, "3）{2}", numbers=("1）", "2）", "3）")
    ),
    numbered("㈠ running through", ONE, "㈠{0}", "㈡{1}", TWO, "㈢{2}", numbers=("㈠", "㈡", "㈢")),
    numbered("① restarting", ONE, "①{0}", "②{1}", TWO, "①{2}", numbers=("一、①", "一、②", "二、①")),
    numbered(
        "articles in chapters",
        "第一章 抓好重点公开",
        "第一条 {0}",
        "第二条 {1}",
        "第二章 夯实工作基础",
        "第三条 {2}",
        numbers=("第一条", "第二条", "第三条"),
        paths=(("第一章抓好重点公开",),) * 2 + (("第二章夯实工作基础",),),
    ),
    numbered(
        "parts above sections",
        "第一部分 年度任务",
        ONE,
        "（一）{0}",
        "（二）{1}",
        TWO,
        "（三）{2}",
        numbers=("（一）", "（二）", "（三）"),
        paths=(("第一部分年度任务", ONE),) * 2 + (("第一部分年度任务", TWO),),
    ),
    numbered(
        "points with units of their own",
        ONE,
        "（一）抓好信息公开",
        "1.{0}",
        "2.{1}",
        TWO,
        "（二）{2}",
        numbers=("（一）1", "（一）2", "（二）"),
        paths=((ONE, "（一）抓好信息公开"),) * 2 + ((TWO,),),
    ),
    numbered(
        "1.1 below 1.",
        "1.抓好信息公开",
        "1.1{0}",
        "1.2{1}",
        "2.{2}",
        numbers=("1.1", "1.2", "2"),
        paths=(("1.抓好信息公开",),) * 2 + ((),),
    ),
    numbered("no numbers", "{0}", "{1}", "{2}", numbers=("1", "2", "3"), paths=((), (), ())),
    numbered(
        "no numbers, with headings",
        "抓好重点公开",
        "{0}",
        "{1}",
        "夯实工作基础",
        "{2}",
        numbers=("1", "2", "3"),
        paths=(("抓好重点公开",),) * 2 + (("夯实工作基础",),),
    ),
    numbered(
        "sections of paragraphs without numbers",
        ONE,
        "{0}",
        "{1}",
        TWO,
        "{2}",
        numbers=("1", "2", "3"),
    ),
    numbered(
        "sections alone",
        "一、{0}",
        "二、{1}",
        "三、{2}",
        numbers=("一", "二", "三"),
        paths=((), (), ()),
    ),
)

CLAUSES = (
    clause("（责任单位：…）", "（责任单位：区司法局、财政局）", units=(JUSTICE, MONEY)),
    clause(
        "(责任单位:…) in half-width marks", "(责任单位:区司法局,区财政局)", units=(JUSTICE, MONEY)
    ),
    clause("〔责任单位：…〕", "〔责任单位：区司法局，区财政局〕", units=(JUSTICE, MONEY)),
    clause(
        "［牵头单位：…；责任单位：…］",
        "［牵头单位：区政府办公室；责任单位：区司法局、财政局］",
        lead=(OFFICE,),
        units=(JUSTICE, MONEY),
    ),
    clause("【责任部门：…】", "【责任部门：区司法局】", units=(JUSTICE,)),
    clause(
        "（牵头：…；配合：…）",
        "（牵头：区政府办公室；配合：区司法局）",
        lead=(OFFICE,),
        units=(JUSTICE,),
    ),
    clause(
        "（责任领导：…；责任单位：…）",
        "（责任领导：张某某；责任单位：区司法局）",
        units=(JUSTICE,),
        note="责任领导：张某某",
    ),
    clause("units set apart by blanks", "（责任单位：区司法局 区财政局）", units=(JUSTICE, MONEY)),
    clause(
        "（…牵头，…配合）",
        "（区政府办公室牵头，区司法局、区财政局配合）",
        lead=(OFFICE,),
        units=(JUSTICE, MONEY),
    ),
    clause(
        "（…按职责分工负责）", "（区司法局、区财政局等部门按职责分工负责）", units=(JUSTICE, MONEY)
    ),
    clause(
        "牵头落实 at the end",
        "区政府办公室牵头落实，区司法局配合。",
        lead=(OFFICE,),
        units=(JUSTICE,),
    ),
    clause("负责落实 at the end", "区司法局、区财政局负责落实。", units=(JUSTICE, MONEY)),
    clause(
        "nested brackets of a name",
        "（责任单位：区卫生健康局（区中医药局）、各镇（街道）办事处（人民政府））",
        units=("区卫生健康局（区中医药局）", "各镇（街道）办事处（人民政府）"),
    ),
    clause(
        "brackets that are no unit",
        "（责任单位：区司法局）",
        text=f"公开规划。按照《办法》（云政办发〔2025〕3号）和《要点》（2025年），推进村（居）公开（试行）。{LONG}",
        units=(JUSTICE,),
    ),
    clause(
        "units and deadline in one bracket",
        "（责任单位：区司法局；完成时限：2026年6月底前）",
        units=(JUSTICE,),
        deadline="2026年6月底前",
    ),
    clause(
        "deadline before the units in one bracket",
        "（完成时限：9月底前；牵头单位：区司法局）",
        lead=(JUSTICE,),
        deadline="9月底前",
    ),
    clause(
        "bare units and deadline in one bracket",
        "（区司法局、区财政局，12月20日前完成）",
        units=(JUSTICE, MONEY),
        deadline="12月20日前完成",
    ),
    clause(
        "a clause that stays open",
        "（责任单位：区司法局、区财政局",
        units=(JUSTICE, MONEY),
        doubts=("plan-last-task-cut-off",),
    ),
)

_PLAIN = (
    Found(
        number="（一）",
        title="公开规划",
        text=f"公开规划。{LONG}",
        path=(ONE,),
        units=(JUSTICE, MONEY),
    ),
    Found(
        number="（二）",
        title="公开预算",
        text="公开预算。抓好预算公开。",
        path=(ONE,),
        units=(MONEY,),
    ),
    Found(
        number="（三）",
        title="业务培训",
        text="业务培训。每年开展培训。",
        path=(TWO,),
        units=(JUSTICE,),
    ),
)
LINES = (
    *(
        prose(
            f"{label} on a line of its own",
            ONE,
            f"（一）公开规划。{LONG}",
            f"{label}区司法局、财政局",
            "（二）公开预算。抓好预算公开。",
            f"{label}区财政局",
            TWO,
            "（三）业务培训。每年开展培训。",
            f"{label}区司法局",
            tasks=_PLAIN,
        )
        for label in ("责任单位：", "责任主体：", "责任部门:", "【责任单位】")
    ),
    prose(
        "牵头单位： and 完成时限： on lines of their own",
        ONE,
        f"（一）公开规划。{LONG}",
        "牵头单位：区政府办公室",
        "责任单位：区司法局、财政局",
        "完成时限：6月底前",
        "（二）公开预算。抓好预算公开。",
        "责任单位：区财政局",
        "完成时限：全年",
        tasks=(
            replace(_PLAIN[0], lead=(OFFICE,), deadline="6月底前"),
            replace(_PLAIN[1], deadline="全年"),
        ),
    ),
    prose(
        "bare brackets close each piece of work",
        ONE,
        "（一）公开规划。公开总体规划（区发展改革局）、专项规划（区司法局、区财政局）；做好解读（区司法局牵头，区财政局配合）。",
        "（二）公开预算。抓好预算公开（区财政局），推进村（居）公开。（区司法局）",
        tasks=(
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划。公开总体规划、专项规划；做好解读。",
                path=(ONE,),
                lead=(JUSTICE,),
                units=("区发展改革局", JUSTICE, MONEY),
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算。抓好预算公开，推进村（居）公开。",
                path=(ONE,),
                units=(MONEY, JUSTICE),
            ),
        ),
    ),
    prose(
        "the section's heading names the units",
        f"{ONE}（责任单位：区司法局）",
        "（一）公开规划。做好规划。",
        "（二）公开预算。做好预算。（责任单位：区财政局）",
        tasks=(
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划。做好规划。",
                path=(ONE,),
                units=(JUSTICE,),
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算。做好预算。",
                path=(ONE,),
                units=(MONEY,),
            ),
        ),
    ),
    Layout(
        "page numbers and navigation between the lines",
        (
            "首页 > 政务公开 > 政策文件",
            "当前位置：首页>公开",
            TITLE,
            "【字号：大 中 小】",
            ONE,
            "（一）公开规划。认真抓好规划公开，",
            "- 1 -",
            "加强检查。（责任单位：区司法局、",
            "—2—",
            "区财政局）",
            "（二）公开预算。抓好",
            "第 3 页 共 8 页",
            "预算公开。（责任单位：区财政局）",
            "·4·",
            "上一篇：无",
            "【打印本页】【关闭窗口】",
            "版权所有：云海区人民政府",
            "主办单位：云海区人民政府办公室",
            "某ICP备00000000号",
        ),
        (
            replace(_PLAIN[0], text="公开规划。认真抓好规划公开，加强检查。"),
            _PLAIN[1],
        ),
    ),
    Layout(
        "a running head on every page",
        (
            "云海区人民政府办公室文件",
            TITLE,
            ONE,
            "（一）公开规划。做好规划",
            "云海区人民政府办公室文件",
            "公开。（责任单位：区司法局）",
            TITLE,
            "（二）公开预算。做好预算",
            TITLE,
            "公开。（责任单位：区财政局）",
        ),
        (
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划。做好规划公开。",
                path=(ONE,),
                units=(JUSTICE,),
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算。做好预算公开。",
                path=(ONE,),
                units=(MONEY,),
            ),
        ),
    ),
    prose(
        "the last item cut off",
        ONE,
        "（一）公开规划。做好规划。（责任单位：区司法局）",
        "（二）公开预算。做好预算公开，（责任单位：区财政局、区司",
        tasks=(
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划。做好规划。",
                path=(ONE,),
                units=(JUSTICE,),
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算。做好预算公开，",
                path=(ONE,),
                units=(MONEY, "区司"),
            ),
        ),
        doubts=("plan-unit-doubtful", "plan-last-task-cut-off"),
    ),
    prose(
        "signature and annexes behind the last item",
        ONE,
        "（一）公开规划。做好规划。（责任单位：区司法局）",
        "（二）公开预算。做好预算。（责任单位：区财政局）",
        "各单位要对照本要点抓好落实，年底前报送总结。",
        "云海区人民政府办公室",
        "2026年3月5日",
        "附件：名词解释",
        "1.政务公开：指公开政务。",
        tasks=(
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划。做好规划。",
                path=(ONE,),
                units=(JUSTICE,),
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算。做好预算。",
                path=(ONE,),
                units=(MONEY,),
            ),
        ),
    ),
    prose(
        "half-width marks throughout",
        "一.抓好重点公开",
        "(一)公开规划.做好规划公开,按期完成.(责任单位:区司法局,区财政局)",
        "(二)公开预算.做好预算公开.(牵头单位:区财政局;责任单位:各部门;完成时限:6月底前)",
        tasks=(
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划.做好规划公开,按期完成.",
                path=("一.抓好重点公开",),
                units=(JUSTICE, MONEY),
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算.做好预算公开.",
                path=("一.抓好重点公开",),
                lead=(MONEY,),
                units=("各部门",),
                deadline="6月底前",
            ),
        ),
    ),
    prose(
        "two plans in one file",
        ONE,
        "（一）公开规划。做好规划。（责任单位：区司法局）",
        "附件1",
        "2026年云海区政务公开培训工作计划",
        "一、安排培训",
        "（一）业务培训。做好培训。（责任单位：区财政局）",
        tasks=(
            Found(
                number="一（一）",
                title="公开规划",
                text="公开规划。做好规划。",
                path=(ONE,),
                units=(JUSTICE,),
            ),
            Found(
                number="一（一）",
                title="业务培训",
                text="业务培训。做好培训。",
                path=("2026年云海区政务公开培训工作计划", "一、安排培训"),
                units=(MONEY,),
            ),
        ),
    ),
)


def table(
    name: str,
    *rows: tuple[str, ...],
    tasks: tuple[Found, ...],
    merged: tuple[Area, ...] = (),
    kinds: tuple[str, ...] = KINDS,
    more: tuple[str | Grid, ...] = (),
    doubts: tuple[str, ...] = (),
) -> Layout:
    return Layout(name, (SHEET, Grid(rows, merged), *more), tasks, kinds, doubts)


_A = Found(
    number="1", title="公开规划", text="公开各类规划。", units=(JUSTICE, MONEY), deadline="6月底前"
)
_B = Found(number="2", title="公开预算", text="公开本级预算。", units=(MONEY,), deadline="全年")
_HEAD = ("序号", "工作任务", "具体措施", "责任单位", "完成时限")
_ROWS = (
    ("1", "公开规划", "公开各类规划。", "区司法局、财政局", "6月底前"),
    ("2", "公开预算", "公开本级预算。", "区财政局", "全年"),
)
TABLES = (
    table("deadline behind the units", _HEAD, *_ROWS, tasks=(_A, _B)),
    table(
        "deadline before the units",
        *((r[0], r[1], r[2], r[4], r[3]) for r in (_HEAD, *_ROWS)),
        tasks=(_A, _B),
    ),
    table(
        "落实情况 instead of a deadline",
        ("序号", "工作任务", "具体措施", "责任单位", "落实情况"),
        (*_ROWS[0][:4], "已公开12项，长期坚持"),
        (*_ROWS[1][:4], "未开始"),
        tasks=(
            replace(_A, deadline="", result="已公开12项，长期坚持"),
            replace(_B, deadline="", result="未开始"),
        ),
    ),
    table(
        "people, remarks and unknown columns",
        (*_HEAD, "责任人", "佐证材料", "备注"),
        (*_ROWS[0], "张某", "截图", "每季度报告"),
        (*_ROWS[1], "李某", "链接", "无变化"),
        tasks=(
            replace(_A, note="责任人：张某\n佐证材料：截图\n备注：每季度报告"),
            replace(_B, note="责任人：李某\n佐证材料：链接\n备注：无变化"),
        ),
    ),
    table(
        "lead and other units",
        ("序号", "工作任务", "具体措施", "牵头单位", "配合单位", "完成时限"),
        ("1", "公开规划", "公开各类规划。", "区政府办公室", "区司法局、财政局", "6月底前"),
        ("2", "公开预算", "公开本级预算。", "区政府办公室", "区财政局", "全年"),
        tasks=(replace(_A, lead=(OFFICE,)), replace(_B, lead=(OFFICE,))),
    ),
    table(
        "two heading rows",
        ("序号", "工作任务", "具体措施", "责任分工", "", "完成时限"),
        ("", "", "", "牵头单位", "责任单位", ""),
        ("1", "公开规划", "公开各类规划。", "区政府办公室", "区司法局、财政局", "6月底前"),
        ("2", "公开预算", "公开本级预算。", "区政府办公室", "区财政局", "全年"),
        merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 1, 5)),
        tasks=(replace(_A, lead=(OFFICE,)), replace(_B, lead=(OFFICE,))),
    ),
    table(
        "cells merged down the first and the last column",
        ("工作任务", "公开事项", "公开内容", "责任单位", "完成时限"),
        (ONE, "公开规划", "公开各类规划。", "区司法局、财政局", "6月底前"),
        ("", "公开计划", "公开年度计划。", "", ""),
        ("", "公开预算", "公开本级预算。", "区财政局", ""),
        (TWO, "业务培训", "每年开展培训。", "区司法局", "全年"),
        merged=((1, 0, 3, 0), (1, 3, 2, 3), (1, 4, 3, 4)),
        tasks=(
            replace(_A, path=(ONE,)),
            replace(_A, number="2", title="公开计划", text="公开年度计划。", path=(ONE,)),
            replace(_B, number="3", path=(ONE,), deadline="6月底前"),
            Found(
                number="4",
                title="业务培训",
                text="每年开展培训。",
                path=(TWO,),
                units=(JUSTICE,),
                deadline="全年",
            ),
        ),
    ),
    table(
        "a heading row repeated at a page break cuts merged cells",
        ("工作任务", "公开事项", "公开内容", "责任单位", "完成时限"),
        (ONE, "公开规划", "公开各类规划。", "区司法局、财政局", "6月底前"),
        more=(
            Grid(
                (
                    ("工作任务", "公开事项", "公开内容", "责任单位", "完成时限"),
                    ("", "公开计划", "公开年度计划。", "", ""),
                    (TWO, "业务培训", "每年开展培训。", "区司法局", "全年"),
                ),
                page=True,
            ),
        ),
        tasks=(
            replace(_A, path=(ONE,)),
            replace(_A, number="2", title="公开计划", text="公开年度计划。", path=(ONE,)),
            Found(
                number="3",
                title="业务培训",
                text="每年开展培训。",
                path=(TWO,),
                units=(JUSTICE,),
                deadline="全年",
            ),
        ),
    ),
    table(
        "rows that are headings of sections, notes below",
        _HEAD,
        (ONE, "", "", "", ""),
        _ROWS[0],
        (TWO, "", "", "", ""),
        _ROWS[1],
        ("注：时限为全年的，每季度报告一次。", "", "", "", ""),
        merged=((1, 0, 1, 4), (3, 0, 3, 4), (5, 0, 5, 4)),
        tasks=(replace(_A, path=(ONE,)), replace(_B, path=(TWO,))),
    ),
    Layout(
        "a heading above each of several tables",
        (SHEET, ONE, Grid((_HEAD, _ROWS[0])), TWO, Grid((_HEAD, _ROWS[1]))),
        (replace(_A, path=(ONE,)), replace(_B, path=(TWO,))),
        ("txt", "docx", "pdf"),
    ),
    table(
        "units and deadline in one column",
        ("序号", "工作任务", "具体措施", "责任单位及完成时限"),
        ("1", "公开规划", "公开各类规划。", "区司法局、财政局，6月底前"),
        ("2", "公开预算", "公开本级预算。", "区财政局，全年"),
        tasks=(_A, _B),
    ),
    table(
        "a unit a line in the cell",
        _HEAD,
        ("1", "公开规划", "公开各类规划。", "区司法局\n财政局", "6月底前"),
        _ROWS[1],
        tasks=(_A, _B),
        kinds=("docx", "xlsx", "pdf"),
    ),
    table(
        "deadlines in many words",
        _HEAD,
        ("1", "公开规划", "公开各类规划。", "区司法局、财政局", "2026/6/30"),
        ("2", "公开预算", "公开本级预算。", "区财政局", "3月至9月"),
        ("3", "公开决算", "公开本级决算。", "区财政局", "—"),
        ("4", "公开计划", "公开年度计划。", "区财政局", "按上级要求"),
        ("5", "公开统计", "公开统计数据。", "区财政局", "3月、9月"),
        tasks=(
            replace(_A, deadline="2026/6/30"),
            replace(_B, deadline="3月至9月"),
            replace(_B, number="3", title="公开决算", text="公开本级决算。", deadline=""),
            replace(_B, number="4", title="公开计划", text="公开年度计划。", deadline="按上级要求"),
            replace(_B, number="5", title="公开统计", text="公开统计数据。", deadline="3月、9月"),
        ),
        doubts=("plan-deadline-unreadable", "plan-deadline-several"),
    ),
    Layout(
        "an annex table repeats the tasks of the text",
        (
            TITLE,
            ONE,
            "（一）公开规划。做好规划公开。",
            "（二）公开预算。做好预算公开。（责任单位：区财政局）",
            "附件",
            "2026年云海区政务公开重点任务分工表",
            Grid(
                (
                    ("序号", "工作任务", "责任单位", "完成时限", "备注"),
                    ("1", "公开规划", "区司法局、财政局", "6月底前", "重点"),
                    ("2", "公开预算", "区统计局", "全年", ""),
                    ("3", "组织业务培训", "区司法局", "全年", ""),
                )
            ),
        ),
        (
            Found(
                number="（一）",
                title="公开规划",
                text="公开规划。做好规划公开。",
                path=(ONE,),
                units=(JUSTICE, MONEY),
                deadline="6月底前",
                note="重点",
            ),
            Found(
                number="（二）",
                title="公开预算",
                text="公开预算。做好预算公开。",
                path=(ONE,),
                units=(MONEY,),
                deadline="全年",
            ),
            Found(
                number="3",
                title="组织业务培训",
                text="组织业务培训",
                units=(JUSTICE,),
                deadline="全年",
            ),
        ),
    ),
)

LAYOUTS = NUMBERS + CLAUSES + LINES + TABLES
CASES = [(layout, kind) for layout in LAYOUTS for kind in layout.kinds]
