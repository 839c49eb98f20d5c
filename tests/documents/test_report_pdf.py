from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader

from gongkai_desk.documents.report_grid import decimal_text
from gongkai_desk.documents.report_pdf import write_report
from gongkai_desk.documents.report_words import report_title
from gongkai_desk.domain.report import (
    NO_CASES,
    ROWS,
    Disputes,
    Figures,
    Proactive,
    Texts,
)
from gongkai_desk.resources import table

FORM = table("statutes", "report_form.toml")
PARAGRAPH = (
    "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，坚持“以公开为常态、不公开为例外”，"
    "全年主动公开政府信息12,345条。联系人：张镕、王䶮、李𬱖、赵𫖯、钱㛃、孙𠅤。"
)
LONG = "\n".join([PARAGRAPH * 3] * 3)
TEXTS = Texts(
    opening=LONG,
    overview=(LONG, PARAGRAPH, PARAGRAPH, PARAGRAPH, LONG),
    problems=f"（一）存在的主要问题\n{PARAGRAPH}\n（二）改进情况\n{PARAGRAPH}",
    other="1.收取信息处理费0元。\n2.<img src=x> & <b>原样</b> &amp;",
)


def figures(agency: str = "示例区数据局") -> Figures:
    """Every number differs, so that a cell in a wrong place is seen."""
    return Figures(
        agency=agency,
        year=2026,
        proactive=Proactive(
            rules=(1, 0, 12),
            normative_documents=(50, 227, 420),
            licences=1234,
            penalties=56,
            coercion=7,
            fees_10k_yuan=Decimal("59237.2449"),
        ),
        requests={row: tuple(row * 100 + column for column in range(7)) for row in ROWS},
        disputes=Disputes(
            reconsideration=(376, 97, 196, 121, 790),
            litigation_direct=(16, 1, 12, 27, 56),
            litigation_after=(74, 0, 30, 51, 155),
        ),
    )


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "年报.pdf"
    assert write_report(figures(), TEXTS, path, draft=True) == ()
    return path


def tables_of(path: Path) -> list[list[list[str]]]:
    with pdfplumber.open(path) as pdf:
        return [
            [["" if cell is None else cell.replace("\n", "") for cell in row] for row in found]
            for page in pdf.pages
            for found in page.extract_tables()
        ]


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_title_and_the_headings_stand_in_order(report: Path) -> None:
    flat = text_of(report).replace("\n", "")
    wanted = [
        "示例区数据局2026年政府信息公开工作年度报告",
        FORM["sections"][0],
        *FORM["overview_subheadings"],
        *FORM["sections"][1:],
    ]
    places = [flat.index(heading) for heading in wanted]
    assert places == sorted(places)


def test_table_2_holds_every_figure(report: Path) -> None:
    rows = tables_of(report)[0]
    filled = [[cell for cell in row if cell] for row in rows]
    assert filled == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "0", "12"],
        ["行政规范性文件", "50", "227", "420"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "1234"],
        ["第二十条第（六）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政处罚", "56"],
        ["行政强制", "7"],
        ["第二十条第（八）项"],
        ["信息内容", "本年收费金额（单位：万元）"],
        ["行政事业性收费", "59237.2449"],
    ]
    assert all(len(row) == 4 for row in rows)


def test_table_3_holds_every_figure_beside_its_label(report: Path) -> None:
    rows = tables_of(report)[1]
    assert all(len(row) == 10 for row in rows)
    head, body = rows[:3], rows[3:]
    assert head[0][0] == FORM["requests"]["corner"]
    assert head[0][3] == "申请人情况"
    assert (head[1][3], head[1][4], head[1][9]) == ("自然人", "法人或其他组织", "总计")
    assert head[2][4:9] == FORM["requests"]["columns"][1:6]
    entries = FORM["requests"]["rows"]
    assert len(body) == len(entries) == 25
    for entry, row in zip(entries, body, strict=True):
        labels = [cell for cell in row[:3] if cell]
        assert labels[-1] == entry["label"]
        assert row[3:] == [str(entry["row"] * 100 + column) for column in range(7)]
        if "group" in entry:
            assert row[1] == entry["group"]
    assert body[2][0] == FORM["requests"]["results_head"]


def test_table_4_holds_every_figure(report: Path) -> None:
    rows = tables_of(report)[2]
    assert [cell for cell in rows[0] if cell] == ["行政复议", "行政诉讼"]
    assert rows[1][:5] == FORM["disputes"]["reconsideration"]["columns"]
    assert [cell for cell in rows[1][5:] if cell] == ["未经复议直接起诉", "复议后起诉"]
    assert rows[2][5:] == 2 * FORM["disputes"]["litigation"]["columns"]
    assert rows[3] == [
        *("376", "97", "196", "121", "790"),
        *("16", "1", "12", "27", "56"),
        *("74", "0", "30", "51", "155"),
    ]


def test_a_row_nobody_counted_is_printed_as_noughts(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    nothing = Figures(
        agency="甲局", year=2026, proactive=Proactive(), requests={}, disputes=Disputes()
    )
    write_report(nothing, Texts(), path, draft=False)
    found = tables_of(path)
    assert [row[3:] for row in found[1][3:]] == [[str(n) for n in NO_CASES]] * 25
    assert found[2][3] == ["0"] * 15
    assert [row[-1] for row in found[0] if row[0] == "行政事业性收费"] in (["0"], [""])
    assert "草稿" not in text_of(path)


def test_empty_parts_are_headings_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    write_report(figures(), Texts(), path, draft=True)
    lines = [line.strip() for line in text_of(path).split("\n")]
    start = lines.index(FORM["sections"][0])
    wanted = [FORM["sections"][0], *FORM["overview_subheadings"]]
    assert lines[start : start + 6] == wanted


def test_page_numbers_stand_outside_and_the_draft_says_so(report: Path) -> None:
    with pdfplumber.open(report) as pdf:
        assert len(pdf.pages) >= 5
        for number, page in enumerate(pdf.pages, start=1):
            foot = page.crop((0, 752, page.width, page.height))
            assert foot.extract_text() == f"— {number} —"
            left = min(char["x0"] for char in foot.chars)
            assert (left > page.width / 2) == (number % 2 == 1)
            assert page.crop((0, 0, page.width, 105)).extract_text() == "草稿"


def test_all_text_stays_in_the_text_area(report: Path) -> None:
    with pdfplumber.open(report) as pdf:
        for page in pdf.pages:
            area = page.crop((0, 104, page.width, 743)).chars
            assert area
            assert min(char["x0"] for char in area) >= 79
            # the reader forgets the space after the last character before a change of typeface
            assert max(char["x1"] for char in area) <= 523


def test_names_and_marks_are_printed_as_they_were_typed(report: Path) -> None:
    flat = text_of(report).replace("\n", "")
    assert "张镕、王䶮、李𬱖、赵𫖯、钱㛃、孙𠅤" in flat
    assert "<img src=x> & <b>原样</b> &amp;" in flat


def test_no_heading_stands_last_on_a_page(tmp_path: Path) -> None:
    headings = {*FORM["sections"], *FORM["overview_subheadings"]}
    for lines in range(14, 22):
        path = tmp_path / f"{lines}.pdf"
        opening = "\n".join(["短句。"] * lines)
        texts = Texts(opening=opening, overview=("甲。", "乙。", "丙。", "丁。", "戊。"))
        write_report(figures(), texts, path, draft=False)
        for page in PdfReader(path).pages:
            body = [line.strip() for line in page.extract_text().split("\n") if line.strip()]
            last = [line for line in body if not re.fullmatch(r"— \d+ —", line)][-1]
            assert last not in headings or last == FORM["sections"][5]


def test_a_character_in_no_typeface_is_returned_and_named(tmp_path: Path) -> None:
    path = tmp_path / "missing.pdf"
    missing = write_report(figures(), Texts(other="字\U000323af。"), path, draft=False)
    assert missing == ("\U000323af",)
    flat = text_of(path).replace("\n", "")
    assert "字〓。" in flat
    assert "U+323AF" in flat


@pytest.mark.parametrize(
    "agency",
    [
        "甲局",
        "示例市示例区人民政府办公室",
        "示例省示例自治州示例自治县市场监督管理和知识产权综合服务局",
    ],
)
def test_a_title_of_any_length_is_whole(agency: str, tmp_path: Path) -> None:
    path = tmp_path / "title.pdf"
    write_report(figures(agency), Texts(), path, draft=False)
    lines = PdfReader(path).pages[0].extract_text().split("\n")
    wanted = report_title(figures(agency))
    assert any("".join(lines[:n]) == wanted for n in (1, 2, 3))


def test_amounts_keep_their_decimals() -> None:
    assert decimal_text(Decimal("59237.2449")) == "59237.2449"
    assert decimal_text(Decimal("1E+3")) == "1000"
    assert decimal_text(Decimal("12.50")) == "12.50"
    assert decimal_text(Decimal("0.00")) == "0"


def test_the_same_report_is_written_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(b"old")
    write_report(figures(), Texts(), path, draft=False)
    assert path.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [path]


def test_long_numbers_stay_on_one_line_and_no_heading_is_left_alone(tmp_path: Path) -> None:
    large = {row: tuple(1_234_560 + column for column in range(7)) for row in ROWS}
    fives = (1_234_567, 0, 1, 2, 1_234_570)
    given = replace(
        figures("北岭自治区长河市达兰达斡尔族自治旗白石镇农业农村综合行政执法局"),
        requests=large,
        disputes=Disputes(reconsideration=fives, litigation_direct=fives, litigation_after=fives),
    )
    path = tmp_path / "年报.pdf"
    write_report(given, TEXTS, path, draft=True)
    headings = {*FORM["sections"], *FORM["overview_subheadings"]}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            last = [line["text"].strip() for line in page.extract_text_lines()][-2:]
            assert not headings & set(last)
            for found in page.extract_tables():
                cells = [cell for row in found for cell in row if cell]
                assert not [cell for cell in cells if re.fullmatch(r"\d+\n\d+", cell)]
