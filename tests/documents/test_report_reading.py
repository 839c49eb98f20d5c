"""Published reports read back: our own four outputs, and files as other offices make them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.pdfgen.canvas import Canvas

from gongkai_desk import documents
from gongkai_desk.documents.fonts import Role, font_for
from gongkai_desk.documents.reading import report_pdf, safety
from gongkai_desk.documents.reading.formulas import value_of
from gongkai_desk.documents.reading.report_file import is_published_kind, pieces_of, read_pieces
from gongkai_desk.documents.report_grid import (
    Grid,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Disputes, Figures, Previous, Proactive, Texts
from gongkai_desk.domain.report_reading import Form, ReportReading, read_published
from gongkai_desk.domain.report_review import review_published
from tests.published_reports import TEXTS, old_page, web_page, word_file
from tests.reports import MATRIX, figures

WRITERS = {
    "docx": documents.report_docx.write_report,
    "html": documents.report_html.write_report,
    "xlsx": documents.report_xlsx.write_report,
    "pdf": documents.report_pdf.write_report,
}
FULL = figures(
    proactive=Proactive(
        rules=(1, 2, 3),
        normative_documents=(2, 1, 9),
        licences=12,
        penalties=3,
        coercion=7,
        fees_10k_yuan=Decimal("12.3456"),
    )
)


def reading(data: bytes | str, name: str = "报告.html") -> ReportReading:
    return read_published(pieces_of(data.encode() if isinstance(data, str) else data, name), name)


def same(read: ReportReading, wanted: Figures) -> bool:
    found = read.figures()
    assert found is not None
    assert found.requests == wanted.requests
    assert found.disputes == wanted.disputes
    assert found.proactive == wanted.proactive
    return (found.agency, found.year) == (wanted.agency, wanted.year)


def refused(data: bytes, name: str = "x") -> str:
    with pytest.raises(DomainError) as told:
        read_published(pieces_of(data, name), name)
    return told.value.problems[0].code


# our own outputs

AGENCIES = [
    "威宁市云海区司法局",
    "云海区人民政府",
    "威宁市经济技术开发区（高新区）管理委员会",
    "北岭自治区长河市达兰达斡尔族自治旗白石镇农业农村和生态环境保护综合行政执法局",
]
NUMBERS = st.one_of(st.just(0), st.integers(1, 9), st.integers(0, 9_999_999))
SENTENCES = st.sampled_from(
    [
        "全年通过政府网站主动公开信息320条，解读政策12件。",
        "收到申请后及时与申请人沟通，答复率100%。",
        "严格落实“三审三校”制度，按照《条例》要求审查。",
        "联系电话：0631-0000000，网址 www.example.gov.cn。",
        "一是内容不够丰富；二是形式单一。下一步将加强培训。",
        "开设专栏3个（含2个新建专栏）。",
    ]
)
PARAGRAPH = st.lists(SENTENCES, min_size=1, max_size=6).map("".join)
TEXT = st.one_of(st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n".join), st.just(""))
LONG = st.just("".join(f"第{number}项工作已经按时完成。" for number in range(230)))
"""One paragraph of some 3,000 characters."""


@st.composite
def reports(draw: st.DrawFn, *, long: bool = True) -> tuple[Figures, Texts]:
    matrix = {}
    for row in (*range(1, 24), 25):
        cells = draw(st.lists(NUMBERS, min_size=6, max_size=6))
        matrix[row] = (*cells, sum(cells))
    matrix[24] = tuple(sum(matrix[row][at] for row in range(3, 24)) for at in range(7))
    groups = [draw(st.lists(NUMBERS, min_size=4, max_size=4)) for _ in range(3)]
    fives = [(*group, sum(group)) for group in groups]
    triples = [tuple(draw(st.lists(NUMBERS, min_size=3, max_size=3))) for _ in range(2)]
    drawn = Figures(
        agency=draw(st.sampled_from(AGENCIES)),
        year=draw(st.integers(2021, 2030)),
        proactive=Proactive(
            rules=(triples[0][0], triples[0][1], triples[0][2]),
            normative_documents=(triples[1][0], triples[1][1], triples[1][2]),
            licences=draw(NUMBERS),
            penalties=draw(NUMBERS),
            coercion=draw(NUMBERS),
            fees_10k_yuan=Decimal(draw(NUMBERS)) / 10 ** draw(st.integers(0, 6)),
        ),
        requests=dict(sorted(matrix.items())),
        disputes=Disputes(
            reconsideration=fives[0], litigation_direct=fives[1], litigation_after=fives[2]
        ),
    )
    first, second, third, fourth, fifth = (draw(TEXT) for _ in range(5))
    texts = Texts(
        opening=draw(TEXT),
        overview=(first, second, third, fourth, fifth),
        problems=draw(st.one_of(TEXT, LONG) if long else TEXT),
        other=draw(TEXT),
    )
    last = Previous(requests={25: matrix[2]}, normative_documents=(1, 0, 3))
    return replace(drawn, previous=draw(st.sampled_from([Previous(), last]))), texts


def tight(texts: Texts) -> Texts:
    """Without blanks: a PDF does not tell whether there was one at the end of a line."""

    def bare(text: str) -> str:
        return re.sub(r"[ \t]", "", text)

    first, second, third, fourth, fifth = (bare(text) for text in texts.overview)
    return Texts(
        opening=bare(texts.opening),
        overview=(first, second, third, fourth, fifth),
        problems=bare(texts.problems),
        other=bare(texts.other),
    )


def read_back(kind: str, figures: Figures, texts: Texts, folder: Path, draft: bool) -> None:
    path = folder / f"报告.{kind}"
    WRITERS[kind](figures, texts, path, draft=draft)
    read = read_published(read_pieces(path), path.name)
    assert same(read, figures)
    assert read.form is Form.OF_2021
    assert read.problems == ()
    if kind == "pdf":
        assert tight(read.texts) == tight(texts)
    else:
        assert read.texts == texts


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), st.booleans(), st.sampled_from(["docx", "html", "xlsx"]))
def test_what_we_write_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    report: tuple[Figures, Texts],
    draft: bool,
    kind: str,
) -> None:
    read_back(kind, *report, tmp_path_factory.mktemp("r"), draft)


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],  # a PDF takes a second: one that fails is not made smaller
    suppress_health_check=[HealthCheck.too_slow],
)
@given(reports(long=False), st.booleans())
def test_our_pdf_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, report: tuple[Figures, Texts], draft: bool
) -> None:
    read_back("pdf", *report, tmp_path_factory.mktemp("r"), draft)


def test_a_small_amount_in_a_workbook_is_no_0(tmp_path: Path) -> None:
    tiny = replace(FULL, proactive=replace(FULL.proactive, fees_10k_yuan=Decimal("0.00001")))
    read_back("xlsx", tiny, TEXTS, tmp_path, False)


def test_a_workbook_with_a_wrong_total_shows_it(tmp_path: Path) -> None:
    wrong = replace(FULL, disputes=replace(FULL.disputes, reconsideration=(1, 1, 1, 1, 9)))
    path = tmp_path / "r.xlsx"
    WRITERS["xlsx"](wrong, TEXTS, path, draft=False)
    read = read_published(read_pieces(path), path.name)
    assert read.disputes["reconsideration"] == ("1", "1", "1", "1", "9")
    assert "F" in {finding.rule for finding in review_published(read)}


# as others make them


def test_a_page_pasted_from_word() -> None:
    read = reading(web_page(FULL))
    assert same(read, replace(FULL, proactive=replace(FULL.proactive)))
    assert read.texts == TEXTS
    assert read.problems == ()


@pytest.mark.parametrize(
    "frame",
    [
        "<table><tr><td>导航<br>首页</td><td>{}</td></tr></table>",
        "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
        "<nav>五、存在的主要问题及改进情况</nav><div><center>{}</center></div>",
    ],
)
def test_what_lays_out_a_page_does_not_matter(frame: str) -> None:
    read = reading(web_page(FULL, frame=frame))
    assert same(read, FULL)
    assert read.texts == TEXTS


def test_a_page_that_lost_its_merged_cells() -> None:
    assert same(reading(re.sub(r" rowspan=\d+ colspan='\d+'", "", web_page(FULL))), FULL)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_every_encoding(encoding: str) -> None:
    assert same(reading(web_page(FULL).encode(encoding)), FULL)


def widened(text: str) -> str:
    if not text.isdecimal():
        return text.replace("、行政机关", "，<br>行政机关").replace("（", "( ").replace(".", "．")
    return f"{int(text):,}".translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def test_names_and_numbers_however_they_are_typed() -> None:
    assert same(reading(web_page(FULL, cell=widened)), FULL)


@pytest.mark.parametrize(
    ("stroke", "code"),
    [
        ("/", "report-cell-stroke"),
        ("—", "report-cell-stroke"),
        ("－", "report-cell-stroke"),
        ("无", "report-cell-stroke"),
        ("", "report-cell-blank"),
        ("&nbsp;", "report-cell-blank"),
    ],
)
def test_strokes_and_blanks_are_0_with_a_warning_each(stroke: str, code: str) -> None:
    read = reading(web_page(FULL, cell=lambda text: stroke if text == "0" else text))
    assert same(read, FULL)
    zeros = sum(cell == 0 for row in FULL.requests.values() for cell in row)
    told = [finding for finding in read.problems if finding.place.table == 3]
    assert {finding.code for finding in told} == {code}
    assert len(told) == zeros
    assert {finding.severity.value for finding in told} == {"warning"}


def test_a_word_in_a_cell_is_an_error_of_that_cell() -> None:
    read = reading(web_page(FULL, cell=lambda text: "约十件" if text == "5345" else text))
    assert read.figures() is None
    (finding,) = (each for each in review_published(read) if each.rule == "E")
    assert (finding.where, finding.found) == ("table 3, row 3, 自然人", "约十件")


@pytest.mark.parametrize("merged", [True, False])
def test_a_word_file(tmp_path: Path, merged: bool) -> None:
    path = tmp_path / "报告.docx"
    word_file(FULL, path, merged=merged)
    read = read_published(read_pieces(path), path.name)
    assert same(read, FULL)
    assert read.texts == TEXTS


def test_a_table_split_over_pages_with_its_head_again() -> None:
    page = web_page(FULL)
    head = re.search(r"<tr><td rowspan=3 colspan='3'>.*?</tr><tr>.*?</tr><tr>.*?</tr>", page)
    assert head is not None
    rows = page.index("6.属于四类过程性信息")
    at = page.rindex("<tr>", 0, rows)
    split = f"{page[:at]}</table><p>— 3 —</p><table>{head[0]}{page[at:]}"
    split = re.sub(r" rowspan=(?:8|22)", "", split)
    assert same(reading(split), FULL)


def test_a_row_given_twice_is_told() -> None:
    page = web_page(FULL)
    start = page.index("<tr><td rowspan=1 colspan='3'><p class=MsoNormal><span>二、上年结转")
    row = page[start : page.index("</tr>", start) + 5]
    read = reading(page.replace(row, row + row.replace(">535<", ">536<")))
    assert [(each.code, each.where) for each in read.problems] == [
        ("report-row-twice", "table 3, row 2")
    ]


def test_a_row_with_a_name_of_its_own_is_told() -> None:
    read = reading(web_page(FULL).replace("2.重复申请", "2.多次来函"))
    codes = [(each.code, each.found) for each in review_published(read)]
    assert ("report-row-unnamed", "2.多次来函") in codes
    assert any(code == "report-row-missing" for code, _found in codes)


def test_the_form_of_2019_is_named_and_mapped_as_far_as_it_means_the_same() -> None:
    rows = dict(MATRIX)
    sums = zip(MATRIX[21], MATRIX[22], MATRIX[23], strict=True)
    rows[23] = tuple(sum(cells) for cells in sums)
    read = reading(old_page(rows))
    assert (read.form, read.agency, read.year) == (Form.OF_2019, "云海区司法局", 2020)
    assert read.row(23) == rows[23]
    assert read.row(21) == (0,) * 7
    assert read.row(25) == MATRIX[25]
    assert read.previous().normative_documents is None
    assert read.proactive["licences"] == ("345",)
    assert "normative_documents" not in read.proactive
    assert not {"A", "B", "C", "D", "G"} & {each.rule for each in review_published(read)}
    assert any(each.code == "report-old-form" for each in read.problems)


# PDF files of other programs


def pdf_lines(*lines: tuple[float, float, float, str]) -> list[object]:
    """What is read of a page with these lines: left, height, size, text."""
    made = io.BytesIO()
    canvas = Canvas(made, initialFontName=font_for("一", Role.SONG))
    for left, height, size, text in lines:
        canvas.setFont(font_for("一", Role.SONG), size)
        canvas.drawString(left, height, text)
    canvas.showPage()
    canvas.save()
    return list(report_pdf.read(made.getvalue(), "x.pdf"))


def test_figures_set_a_little_higher_belong_to_their_line() -> None:
    found = pdf_lines(
        (60, 800, 20, "云海区司法局"),
        (180, 804, 16, "2025"),
        (216, 800, 20, "年政府信息公开工作年度报告"),
        (60, 760, 12, "通过网站公开信息。" * 4),
    )
    assert found[0] == "云海区司法局2025年政府信息公开工作年度报告"


def test_headings_without_an_indent_stand_alone_and_the_page_number_is_none() -> None:
    full = "通过网站公开信息，并解读政策。"
    found = pdf_lines(
        (60, 800, 12, "一、总体情况"),
        (60, 780, 12, "（一）主动公开"),
        (60, 760, 12, full * 3),
        (60, 740, 12, "（二）依申请公开"),
        (60, 720, 12, full * 3),
        (60, 700, 12, "共3次。"),
        (280, 40, 12, "1 / 5"),
    )
    assert found == [
        "一、总体情况",
        "（一）主动公开",
        full * 3,
        "（二）依申请公开",
        full * 3 + "共3次。",
    ]


def test_a_heading_in_a_row_of_a_table_is_a_heading() -> None:
    page = re.sub(
        r"<p>(三、收到[^<]*)</p><table border=1><tbody>",
        r"<table border=1><tbody><tr><td colspan=10>\1</td></tr>",
        web_page(FULL),
    )
    read = reading(page)
    assert same(read, FULL)
    assert read.problems == ()


# what is none


def test_what_is_no_report_is_refused() -> None:
    page = "<html><p>关于放假的通知</p><table><tr><td>1</td><td>2</td></tr></table></html>"
    assert refused(page.encode()) == "report-file-no-report"
    assert refused("一、总体情况\n无".encode()) == "report-file-no-report"


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        ("便笺", "今天天气好", True),
        ("便笺.md5", "7c4a8d09", True),
        ("report", '\ufeff {"year": 2025}', False),
        ("report.json", "今天天气好", False),
        ("empty", "", False),
    ],
)
def test_a_note_is_no_json(tmp_path: Path, name: str, text: str, published: bool) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert is_published_kind(path) is published


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_a_broken_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"r.{kind}"
    WRITERS[kind](FULL, TEXTS, path, draft=False)
    data = path.read_bytes()
    assert refused(data[: len(data) // 2], path.name).startswith("file-")


def test_a_scanned_pdf_is_refused() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    assert refused(buffer.getvalue(), "扫描.pdf") == "file-scanned"


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.pdf"
    WRITERS["pdf"](FULL, TEXTS, path, draft=False)
    writer = pypdf.PdfWriter(clone_from=path)
    writer.encrypt("x", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert refused(buffer.getvalue(), "密.pdf") == "file-encrypted"


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "大.html"
    with path.open("wb") as file:
        file.truncate(200 * safety.MEGABYTE)
    with pytest.raises(DomainError) as told:
        read_pieces(path)
    assert told.value.problems[0].code == "file-too-large"


def test_a_zip_that_is_no_document_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "x")
    assert refused(buffer.getvalue(), "x.docx") == "file-unknown-kind"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>tdrable/ 一、总计其他12\"'=colspan&;!-", max_size=200))
def test_no_page_makes_the_reader_fail(rubbish: str) -> None:
    assert refused(f"<html><table>{rubbish}".encode()) in ("report-file-no-report", "file-empty")


def put_grid(sheet: Worksheet, grid: Grid, line: int) -> int:
    """The cells from `line` on, merged as the form is; returns the line after them."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(grid, line):
        column = 1
        for cell in row:
            while (number, column) in taken:
                column += 1
            value = int(cell.text) if cell.text.isdecimal() else cell.text
            sheet.cell(number, column, value)
            last = (number + cell.rows - 1, column + cell.columns - 1)
            if last != (number, column):
                sheet.merge_cells(
                    start_row=number, start_column=column, end_row=last[0], end_column=last[1]
                )
            taken |= {
                (down, right)
                for down in range(number, last[0] + 1)
                for right in range(column, last[1] + 1)
            }
            column += cell.columns
    return line + len(grid)


def test_a_workbook_with_everything_on_one_sheet(tmp_path: Path) -> None:
    one, two, three, four, five, six = form()["sections"]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    line = 1

    def lines(*texts: str) -> None:
        nonlocal line
        for text in texts:
            sheet.cell(line, 1, text)
            sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=10)
            line += 1

    lines(f"{FULL.agency}2025年政府信息公开工作年度报告", TEXTS.opening, one)
    for head, text in zip(form()["overview_subheadings"], TEXTS.overview, strict=True):
        lines(head, text)
    for head, grid in (
        (two, proactive_grid(FULL.proactive)),
        (three, requests_grid(FULL)),
        (four, disputes_grid(FULL.disputes)),
    ):
        lines(head)
        line = put_grid(sheet, grid, line)
    lines(five, TEXTS.problems, six, TEXTS.other)
    path = tmp_path / "报告.xlsx"
    book.save(path)
    read = read_published(read_pieces(path), path.name)
    assert same(read, FULL)
    assert read.texts == TEXTS
    assert read.problems == ()


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=SUM(A1:A3)", "6"),
        ("=SUM(A1:A2,A3)+1", "7"),
        ("=$A$1+A2-A3", "0"),
        ("=(A1+A3)", "4"),
        ("=sum(a1:b1)", "1"),
        ("=A5", "6"),
        ("=IF(A1>0,1,2)", None),
        ("=Sheet2!A1", None),
        ("=A6", None),
        ("=SUM(", None),
        ("=", None),
    ],
)
def test_formulas_nobody_has_worked_out_yet(formula: str, value: str | None) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for content in (1, 2, 3, "无", "=SUM(A1:A4)", "=A6"):
        sheet.append([content])
    worked_out = value_of(sheet, formula)
    assert (None if worked_out is None else format(worked_out, "f")) == value
