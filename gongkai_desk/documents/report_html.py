"""The annual report as one web page that a site's editor can paste: no scripts, no outside files.

Tables are real tables: heads carry their scope, so that a screen reader can tell a number's row
and column. On a phone a wide table scrolls in its own frame. Everything written by a person is
escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.report_grid import (
    HEAD_ROWS,
    Grid,
    GridCell,
    Kind,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.documents.report_words import heading_level, paragraphs_of, report_title
from gongkai_desk.domain.report import Figures, Texts

_STYLE = """
.gkbg{max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff;
font:1.0625rem/1.9 "仿宋","FangSong","Noto Serif SC","Songti SC",serif}
.gkbg h1{font-size:1.6rem;line-height:1.5;text-align:center;margin:1rem 0 2rem}
.gkbg h2{font-size:1.2rem;font-family:"黑体","SimHei","Noto Sans SC",sans-serif;
margin:2rem 0 .75rem}
.gkbg h3{font-size:1.0625rem;font-family:"楷体","KaiTi",serif;font-weight:600;margin:1rem 0 .25rem}
.gkbg p{margin:.25rem 0;text-indent:2em}
.gkbg .mark{color:#a00;text-align:right;font-weight:600;text-indent:0}
.gkbg .table{overflow-x:auto;margin:.5rem 0 1rem}
.gkbg table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45;
font-family:"宋体","SimSun","Noto Serif SC",serif}
.gkbg table.wide{min-width:42rem}.gkbg thead th{min-width:3.1em}
.gkbg caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.gkbg th,.gkbg td{border:1px solid #444;padding:.3rem .4rem;text-align:center;font-weight:400}
.gkbg thead th{font-weight:600;background:#f2f2f2;text-wrap:balance}
.gkbg th[scope=row]{text-align:left}
.gkbg th.group{text-align:center}
.gkbg td{white-space:nowrap}.gkbg thead td{white-space:normal}
@media print{.gkbg .table{overflow:visible}.gkbg table.wide{min-width:0}.gkbg h2{break-after:avoid}
.gkbg tr{break-inside:avoid}}
"""


def write_report(figures: Figures, texts: Texts, path: Path, *, draft: bool) -> None:
    """Write the page to `path` in UTF-8, whole or not at all; raises DomainError where it
    cannot.
    """
    page = "\n".join(_page(figures, texts, draft)) + "\n"
    with replace_file(path) as temporary:
        temporary.write_text(page, encoding="utf-8", errors="replace", newline="\n")


def _page(figures: Figures, texts: Texts, draft: bool) -> Iterator[str]:
    title = escape(report_title(figures))
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head>"
    yield '<body><article class="gkbg">'
    if draft:
        yield f'<p class="mark">{escape(form()["print"]["draft"])}</p>'
    yield f"<h1>{title}</h1>"
    yield from _parts(figures, texts)
    yield "</article></body></html>"


def _parts(figures: Figures, texts: Texts) -> Iterator[str]:
    one, two, three, four, five, six = form()["sections"]
    yield from _text(texts.opening)
    yield _heading(2, one)
    for heading, text in zip(form()["overview_subheadings"], texts.overview, strict=True):
        yield _heading(3, heading)
        yield from _text(text)
    for heading, grid, head in (
        (two, proactive_grid(figures.proactive), 0),
        (three, requests_grid(figures), HEAD_ROWS),
        (four, disputes_grid(figures.disputes), HEAD_ROWS),
    ):
        yield _heading(2, heading)
        yield from _table(heading, grid, head)
    for heading, text in ((five, texts.problems), (six, texts.other)):
        yield _heading(2, heading)
        yield from _text(text)


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _text(text: str) -> Iterator[str]:
    for part in paragraphs_of(text):
        yield _heading(3, part) if heading_level(part) else f"<p>{escape(part)}</p>"


def _table(caption: str, grid: Grid, head: int) -> Iterator[str]:
    """The frame can be scrolled with the keyboard, too."""
    name = escape(caption)
    yield f'<div class="table" role="region" aria-label="{name}" tabindex="0">'
    wide = ' class="wide"' if head else ""
    yield f"<table{wide}><caption>{name}</caption>"
    if head:
        yield "<thead>"
        yield from (_row(row, corner=number == 0) for number, row in enumerate(grid[:head]))
        yield "</thead>"
    yield "<tbody>"
    yield from (_row(row) for row in grid[head:])
    yield "</tbody></table></div>"


def _row(cells: list[GridCell], *, corner: bool = False) -> str:
    """The corner of a head with a remark on the sums is no heading of anything."""
    made = (_cell(cell, "td" if corner and cell.kind is Kind.GROUP else "") for cell in cells)
    return f"<tr>{''.join(made)}</tr>"


def _cell(cell: GridCell, tag: str = "") -> str:
    """A heading over several rows or columns heads all it spans: no groups are needed."""
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    text = escape(cell.text)
    if tag or cell.kind is Kind.NUMBER:
        return f"<td{spans}>{text}</td>"
    scope = "col" if cell.kind is Kind.HEAD else "row"
    group = ' class="group"' if cell.kind is Kind.GROUP else ""
    return f'<th scope="{scope}"{group}{spans}>{text}</th>'
