"""The annual report as a workbook: the official tables with live sums, the texts on a sheet.

Row sums, 总计 and the checks under a table are formulas, so a changed number shows at once
whether the identities still hold. Text is always stored as text: nothing typed by a person can
become a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    RECEIVED_ROW,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
    Disputes,
    Figures,
    Previous,
    Proactive,
    Texts,
)
from gongkai_desk.resources import table

_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_PLAIN = Font(name="宋体", size=11)
_BOLD = Font(name="黑体", size=11)
_HEADING = Font(name="黑体", size=14)
_TITLE = Font(name="宋体", size=16, bold=True)
_ONE_LINE = Alignment(horizontal="left", vertical="center")
_TEXT_WIDTH, _TITLE_WIDTH = 72, 48  # characters on a line of the sheet of texts
_LABEL_ROOM = 36  # characters on a line of the leaf labels of table 3, in a column a little wider
_GROUP_WIDTH = 13
_REQUEST_WIDTHS = (6, _GROUP_WIDTH, _LABEL_ROOM + 2, *(10,) * 7, 13)
_DISPUTE_WIDTH = 9.5
_HEAD_HEIGHTS = (20, 20, 32)  # points; the longest names of columns take two lines
_HEADING_HEIGHT, _LINE_HEIGHT = 24, 16
_HIGHEST = 400  # points, of a row
_PREVIOUS_HEAD = "与上年年报的勾稽关系"

_FIRST_LINE = 2
"""The line of a sheet at which its table starts, under the heading of the part."""
_HEAD_LINES = 3
_DISPUTE_CHECK = "核对：总计＝四项结果之和"
_SUM_CHECK = "核对：总计＝各类申请人之和"
RIGHT, WRONG = "正确", "错误"
_RED = DifferentialStyle(font=Font(color="9C0006", bold=True), fill=PatternFill(bgColor="FFC7CE"))
_LABEL_COLUMNS = 3
_SUM_COLUMN = _LABEL_COLUMNS + 7


def write_report(figures: Figures, texts: Texts, path: Path, *, draft: bool) -> None:
    """Write the workbook to `path`, whole or not at all; raises DomainError where it cannot."""
    words = table("statutes", "report_form.toml")
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _write_texts(first, figures, texts, words, draft)
    _write_proactive(_sheet(book, "主动公开", words["sections"][1]), figures.proactive, words)
    _write_requests(_sheet(book, "申请处理", words["sections"][2]), figures, words["requests"])
    _write_disputes(_sheet(book, "复议诉讼", words["sections"][3]), figures.disputes, words)
    if figures.previous != Previous():
        _write_previous(_sheet(book, "与上年核对", _PREVIOUS_HEAD), figures, words)
    with replace_file(path) as temporary:
        book.save(temporary)


def _sheet(book: Workbook, name: str, heading: str) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    _text(sheet, 1, 1, heading, _HEADING, _ONE_LINE, box=False)
    sheet.row_dimensions[1].height = _HEADING_HEIGHT
    _page(sheet, "landscape")
    _mark_wrong(sheet)
    return sheet


def _page(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """A4, as wide as the page, its number below."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))


def _mark_wrong(sheet: Worksheet) -> None:
    """A check that fails turns red while one types."""
    rule = Rule(type="cellIs", operator="equal", dxf=_RED, formula=[f'"{WRONG}"'])
    sheet.conditional_formatting.add("A1:P60", rule)


def _write_texts(
    sheet: Worksheet, figures: Figures, texts: Texts, words: dict[str, Any], draft: bool
) -> None:
    sheet.title = "文字部分"
    sheet.column_dimensions["A"].width = _TEXT_WIDTH + 2
    title = words["title"].format(机关=figures.agency, 年=figures.year)
    lines = [(title + ("（草稿）" if draft else ""), _TITLE), (texts.opening, _PLAIN)]
    lines.append((words["sections"][0], _BOLD))
    for heading, text in zip(words["overview_subheadings"], texts.overview, strict=True):
        lines += [(heading, _BOLD), (text, _PLAIN)]
    for heading, text in ((4, texts.problems), (5, texts.other)):
        lines += [(words["sections"][heading], _BOLD), (text, _PLAIN)]
    at = 1
    for text, font in lines:
        for part in text.splitlines() or [""]:
            at += _paragraph(sheet, at, part, font)
    _page(sheet, "portrait")


def _paragraph(sheet: Worksheet, line: int, text: str, font: Font) -> int:
    """Put a paragraph on `line`, as high as it needs; over so many rows when one cannot be that
    high.
    """
    title = font is _TITLE
    room, high = (_TITLE_WIDTH, 22) if title else (_TEXT_WIDTH, 15)
    lines = max(-(-_width_of(text) // room), 1)
    most = _HIGHEST // high
    rows = -(-lines // most)
    for at in range(line, line + rows):
        sheet.row_dimensions[at].height = min(lines - (at - line) * most, most) * high + 2
    _text(sheet, line, 1, text, font, _CENTRE if title else _TOP, rows=rows, box=False)
    return rows


def _write_proactive(sheet: Worksheet, proactive: Proactive, words: dict[str, Any]) -> None:
    values: list[list[Sequence[object]]] = [
        [proactive.rules, proactive.normative_documents],
        [(proactive.licences,)],
        [(proactive.penalties,), (proactive.coercion,)],
        [(proactive.fees_10k_yuan,)],
    ]
    line = _FIRST_LINE
    for part, rows in zip(words["proactive"], values, strict=True):
        _text(sheet, line, 1, part["heading"], _BOLD, columns=4)
        _four(sheet, line + 1, part["columns"], _BOLD)
        for at, (label, numbers) in enumerate(zip(part["rows"], rows, strict=True), line + 2):
            _four(sheet, at, (label, *numbers), _PLAIN)
        line += 2 + len(rows)
    for column in range(1, 5):
        sheet.column_dimensions[get_column_letter(column)].width = 24


def _four(sheet: Worksheet, line: int, values: Sequence[object], font: Font) -> None:
    """A row of table 2: four cells, or two of which the second spans three columns."""
    first, *others = values
    _text(sheet, line, 1, str(first), font)
    span = 3 // len(others)
    for index, value in enumerate(others):
        if isinstance(value, str):
            _text(sheet, line, 2 + index * span, value, font, columns=span)
        else:
            _number(sheet, line, 2 + index * span, value, columns=span)


def _write_requests(sheet: Worksheet, figures: Figures, words: dict[str, Any]) -> None:
    _requests_head(sheet, words)
    for entry in words["rows"]:
        row = entry["row"]
        line = _request_line(row)
        _row_labels(sheet, line, entry, words["results_head"])
        for column, value in enumerate(figures.requests[row][:-1], start=_LABEL_COLUMNS + 1):
            letter = get_column_letter(column)
            results = f"{letter}{_request_line(RESULT_ROWS[0])}:{letter}{line - 1}"
            _number(sheet, line, column, f"=SUM({results})" if row == TOTAL_ROW else value)
        first, last = (get_column_letter(n) for n in (_LABEL_COLUMNS + 1, _SUM_COLUMN - 1))
        total = f"SUM({first}{line}:{last}{line})"
        _number(sheet, line, _SUM_COLUMN, f"={total}")
        _check(sheet, line, _SUM_COLUMN + 1, f"{get_column_letter(_SUM_COLUMN)}{line}={total}")
        sheet.row_dimensions[line].height = _LINE_HEIGHT * _lines_of(entry["label"], row)
    _identity_lines(sheet)
    for column, width in enumerate(_REQUEST_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _head_heights(sheet)
    sheet.freeze_panes = f"{get_column_letter(_LABEL_COLUMNS + 1)}{_FIRST_LINE + _HEAD_LINES}"
    sheet.print_title_rows = f"{_FIRST_LINE}:{_FIRST_LINE + _HEAD_LINES - 1}"


def _lines_of(label: str, row: int) -> int:
    """How many lines the label of a row of table 3 takes in the columns it spans."""
    leaf = RESULT_ROWS[0] <= row < TOTAL_ROW and not label.startswith("（")
    room = _LABEL_ROOM if leaf else _LABEL_ROOM + _GROUP_WIDTH
    return max(-(-_width_of(label) // room), 1)


def _head_heights(sheet: Worksheet) -> None:
    """Tables 3 and 4: no name of a column is cut off, in whatever program."""
    for line, height in enumerate(_HEAD_HEIGHTS, start=_FIRST_LINE):
        sheet.row_dimensions[line].height = height


def _request_line(row: int) -> int:
    """The line of the sheet on which row 1 to 25 of table 3 stands."""
    return _FIRST_LINE + _HEAD_LINES + row - 1


def _requests_head(sheet: Worksheet, words: dict[str, Any]) -> None:
    line, first = _FIRST_LINE, _LABEL_COLUMNS + 1
    person, *organisations, total = words["columns"]
    _text(sheet, line, 1, words["corner"], _PLAIN, rows=_HEAD_LINES, columns=_LABEL_COLUMNS)
    _text(sheet, line, first, words["columns_head"], _BOLD, columns=7)
    _text(sheet, line + 1, first, person, _BOLD, rows=2)
    _text(sheet, line + 1, first + 1, words["organisation_head"], _BOLD, columns=len(organisations))
    _text(sheet, line + 1, _SUM_COLUMN, total, _BOLD, rows=2)
    _text(sheet, line, _SUM_COLUMN + 1, _SUM_CHECK, _PLAIN, rows=_HEAD_LINES)
    for column, name in enumerate(organisations, start=first + 1):
        _text(sheet, line + 2, column, name, _BOLD)


def _row_labels(sheet: Worksheet, line: int, entry: dict[str, Any], results_head: str) -> None:
    row, label = entry["row"], entry["label"]
    if row not in range(RESULT_ROWS[0], TOTAL_ROW + 1):
        _text(sheet, line, 1, label, _PLAIN, _LEFT, columns=_LABEL_COLUMNS)
        return
    if row == RESULT_ROWS[0]:
        _text(sheet, line, 1, results_head, _PLAIN, rows=TOTAL_ROW - row + 1)
    if label.startswith("（"):
        _text(sheet, line, 2, label, _PLAIN, _LEFT, columns=2)
        return
    if "group" in entry:
        _text(sheet, line, 2, entry["group"], _PLAIN, rows=entry["group_rows"])
    _text(sheet, line, 3, label, _PLAIN, _LEFT)


def _identity_lines(sheet: Worksheet) -> None:
    """Under table 3: identities A and B of every column as formulas that say 正确 or 错误."""
    line = _request_line(ROWS[-1]) + 2
    first, last = _request_line(RESULT_ROWS[0]), _request_line(RESULT_ROWS[-1])
    one, two, done, out = (
        _request_line(row) for row in (RECEIVED_ROW, CARRIED_IN_ROW, TOTAL_ROW, CARRIED_OUT_ROW)
    )
    _text(sheet, line, 1, "核对：第一项＋第二项＝第三项总计＋第四项", _PLAIN, _LEFT, columns=3)
    _text(sheet, line + 1, 1, "核对：（七）总计＝各办理结果之和", _PLAIN, _LEFT, columns=3)
    for column in range(_LABEL_COLUMNS + 1, _SUM_COLUMN + 1):
        at = get_column_letter(column)
        _check(sheet, line, column, f"{at}{one}+{at}{two}={at}{done}+{at}{out}")
        _check(sheet, line + 1, column, f"{at}{done}=SUM({at}{first}:{at}{last})")


def _write_disputes(sheet: Worksheet, disputes: Disputes, words: dict[str, Any]) -> None:
    first, second = words["disputes"]["reconsideration"], words["disputes"]["litigation"]
    line = _FIRST_LINE
    _head_heights(sheet)
    sheet.row_dimensions[line + _HEAD_LINES].height = _HEADING_HEIGHT
    for column in range(1, 16):
        sheet.column_dimensions[get_column_letter(column)].width = _DISPUTE_WIDTH
    _text(sheet, line, 1, first["head"], _BOLD, columns=5)
    _text(sheet, line, 6, second["head"], _BOLD, columns=10)
    for column, name in enumerate(first["columns"], start=1):
        _text(sheet, line + 1, column, name, _BOLD, rows=2)
    for index, group in enumerate(second["groups"]):
        _text(sheet, line + 1, 6 + 5 * index, group, _BOLD, columns=5)
        for column, name in enumerate(second["columns"], start=6 + 5 * index):
            _text(sheet, line + 2, column, name, _BOLD)
    groups = (disputes.reconsideration, disputes.litigation_direct, disputes.litigation_after)
    for start, cells in zip((1, 6, 11), groups, strict=True):
        for column, value in enumerate(cells[:-1], start=start):
            _number(sheet, line + 3, column, value)
        ends = [get_column_letter(column) for column in (start, start + 3)]
        total = f"SUM({ends[0]}{line + 3}:{ends[1]}{line + 3})"
        adds_up = sum(cells[:-1]) == cells[-1]  # a wrong total stays visible beside its check
        _number(sheet, line + 3, start + 4, f"={total}" if adds_up else cells[-1])
        _text(sheet, line + 5, start, _DISPUTE_CHECK, _PLAIN, columns=4)
        _check(sheet, line + 5, start + 4, f"{get_column_letter(start + 4)}{line + 3}={total}")


def _write_previous(sheet: Worksheet, figures: Figures, words: dict[str, Any]) -> None:
    """Identities D and G, as far as last year's numbers are known: typed ones beside this year's,
    which are taken from the sheets of the tables.
    """
    for column, width in enumerate((34, 24, 24, 24, 16), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    line = _carried_lines(sheet, _FIRST_LINE, figures, words)
    _in_force_lines(sheet, line, figures, words)


def _carried_lines(sheet: Worksheet, line: int, figures: Figures, words: dict[str, Any]) -> int:
    """D for every column; the line below."""
    handed = figures.previous.requests.get(CARRIED_OUT_ROW)
    if handed is None:
        return line
    before, year = figures.year - 1, figures.year
    line = _previous_head(
        sheet, line, ("申请人", f"{before}年结转下年度", f"{year}年上年结转", "核对")
    )
    taken = _request_line(CARRIED_IN_ROW)
    for at, name in enumerate(words["requests"]["columns"]):
        letter = get_column_letter(_LABEL_COLUMNS + 1 + at)
        _text(sheet, line, 1, name, _PLAIN)
        _number(sheet, line, 2, handed[at])
        _number(sheet, line, 3, f"=申请处理!{letter}{taken}")
        _check(sheet, line, 4, f"B{line}=C{line}")
        line += 1
    return line + 1


def _in_force_lines(sheet: Worksheet, line: int, figures: Figures, words: dict[str, Any]) -> None:
    """G, as far as last year's 现行有效 is known."""
    rules = (figures.previous.rules, figures.previous.normative_documents)
    if not any(rules):
        return
    before, year = f"{figures.year - 1}年现行有效", f"{figures.year}年现行有效"
    heads = ("现行有效件数", before, "加本年制发减本年废止", year, "核对")
    line = _previous_head(sheet, line, heads)
    for at, (name, last) in enumerate(zip(words["proactive"][0]["rows"], rules, strict=True)):
        if last is None:
            continue
        row = _FIRST_LINE + 2 + at
        _text(sheet, line, 1, f"{name}现行有效", _PLAIN)
        _number(sheet, line, 2, last[2])
        _number(sheet, line, 3, f"=B{line}+主动公开!B{row}-主动公开!C{row}")
        _number(sheet, line, 4, f"=主动公开!D{row}")
        _check(sheet, line, 5, f"C{line}=D{line}")
        line += 1


def _previous_head(sheet: Worksheet, line: int, heads: Sequence[str]) -> int:
    for column, text in enumerate(heads, start=1):
        _text(sheet, line, column, text, _BOLD)
    return line + 1


def _width_of(text: str) -> int:
    """In characters: a Chinese one takes two."""
    return sum(2 if sign > "\u2e7f" else 1 for sign in text)


def _check(sheet: Worksheet, line: int, column: int, condition: str) -> None:
    _number(sheet, line, column, f'=IF({condition},"{RIGHT}","{WRONG}")')


def _text(
    sheet: Worksheet,
    line: int,
    column: int,
    text: str,
    font: Font,
    alignment: Alignment = _CENTRE,
    *,
    rows: int = 1,
    columns: int = 1,
    box: bool = True,
) -> None:
    cell = sheet.cell(line, column)
    assert isinstance(cell, Cell)
    put_text(cell, text)
    cell.font, cell.alignment = font, alignment
    if box:
        _frame(sheet, line, column, rows, columns)
    elif rows > 1:
        sheet.merge_cells(None, line, column, line + rows - 1, column)


def _number(sheet: Worksheet, line: int, column: int, value: object, *, columns: int = 1) -> None:
    """A number, or one of the formulas of this module."""
    cell = sheet.cell(line, column)
    assert isinstance(cell, Cell)
    cell.value = value  # type: ignore[assignment]  # int, Decimal or a formula of our own
    cell.font, cell.alignment = _PLAIN, _CENTRE
    _frame(sheet, line, column, 1, columns)


def _frame(sheet: Worksheet, line: int, column: int, rows: int, columns: int) -> None:
    for cells in sheet.iter_rows(line, line + rows - 1, column, column + columns - 1):
        for cell in cells:
            cell.border = _BOX
    if rows * columns > 1:
        sheet.merge_cells(
            start_row=line,
            start_column=column,
            end_row=line + rows - 1,
            end_column=column + columns - 1,
        )
