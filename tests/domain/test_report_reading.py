"""Pieces of a published report: parts, titles, cells, and rubbish that must not break anything."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS
from gongkai_desk.domain.report_cells import read_cell
from gongkai_desk.domain.report_labels import PROACTIVE_NAMES, ROW_NAMES, row_of
from gongkai_desk.domain.report_parts import find_parts
from gongkai_desk.domain.report_pieces import Piece, Spanned, Table, spread
from gongkai_desk.domain.report_reading import read_document, read_published
from gongkai_desk.domain.report_review import review_published
from gongkai_desk.resources import table
from tests.reports import balanced

ENTRIES = table("statutes", "report_form.toml")["requests"]["rows"]


@pytest.mark.parametrize(
    ("text", "number", "blank"),
    [
        ("12", 12, False),
        (" １２ ", 12, False),
        ("1,234", 1234, False),
        ("1，234，567", 1234567, False),
        ("12件", 12, False),
        ("12.0", 12, False),
        ("59237.2449", Decimal("59237.2449"), False),
        ("", 0, True),
        ("\u3000", 0, True),
        ("/", 0, True),
        ("／", 0, True),
        ("-", 0, True),
        ("——", 0, True),
        ("无", 0, True),
        ("-1", None, False),
        ("1,23", None, False),
        ("约12", None, False),
        ("一", None, False),
    ],
)
def test_what_a_cell_means(text: str, number: object, blank: bool) -> None:
    cell = read_cell(text)
    assert (cell.number, cell.blank) == (number, blank)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["row"]))
@pytest.mark.parametrize(
    "change",
    [
        lambda label: label,
        lambda label: label.replace("（", "(").replace("）", ")").replace("、", "，"),
        lambda label: "\n".join(label),
        lambda label: label.replace(".", "．").replace("“", '"').replace("”", '"'),
        lambda label: f"　{label}　",
    ],
)
def test_every_row_is_known_by_its_name(entry: dict[str, object], change: object) -> None:
    assert callable(change)
    assert row_of(change(entry["label"])) == entry["row"]


@pytest.mark.parametrize(
    "text",
    ["（三）不予公开", "（六）其他处理", "三、本年度办理结果", "12", "", "自然人", "其他组织"],
)
def test_what_names_no_row(text: str) -> None:
    assert row_of(text) is None


def test_a_slip_of_the_pen_in_a_long_name() -> None:
    assert row_of("3.补正后申请内容任不明确") == 15
    assert row_of("1.信访投诉举报类申请") == 16


def test_merged_cells_stand_in_every_place() -> None:
    rows = [[Spanned("a", rows=2), Spanned("b", columns=2)], [Spanned("c"), Spanned("d")]]
    assert spread(rows) == Table((("a", "b", "b"), ("a", "c", "d")))


@pytest.mark.parametrize(
    ("lines", "agency", "year"),
    [
        (["威海市科技局2025年政府信息公开工作年度报告"], "威海市科技局", 2025),
        (["云海区司法局", "2025年度政府信息公开年度报告"], "云海区司法局", 2025),
        (["2025年云海区司法局政府信息公开工作年度报告"], "云海区司法局", 2025),
        (["云海区司法局二〇二五年政府信息公开工作年度报告"], "云海区司法局", 2025),
        (["云海区司法局2025年政府信息公开工作年度报告（草稿）"], "云海区司法局", 2025),
        (["本报告统计期限从2024年1月1日起"], "", 2024),
    ],
)
def test_the_title(lines: list[str], agency: str, year: int) -> None:
    found = find_parts([*lines, "一、总体情况"])
    assert (found.agency, found.year) == (agency, year)


def test_headings_and_texts_in_one_line_or_two() -> None:
    lines = [
        "一、总体情况",
        "2025年工作平稳。",
        "（一）主动公开情况。公开320条。",
        "（二）依申请公开：收到3件。",
        "（三）政府信息管理",
        "落实审核制度。",
        "（四）平台建设 优化专栏。",
        "二、主动公开政府信息情况",
        "五、存在的主要问题及改进情况",
        "（一）主动公开不够及时。",
        "六、其他需要报告的事项",
        "无。",
        "主办单位：办公室",
    ]
    found = find_parts(lines)
    assert found.texts.opening == "2025年工作平稳。"
    assert found.texts.overview == (
        "公开320条。",
        "收到3件。",
        "落实审核制度。",
        "优化专栏。",
        "",
    )
    assert found.texts.problems == "（一）主动公开不够及时。"
    assert found.texts.other == "无。"
    assert (found.parts, found.subs) == ({1, 2, 5, 6}, {0, 1, 2, 3})


def test_a_part_one_without_sub_headings_is_one_text() -> None:
    found = find_parts(["开头。", "一、总体情况", "全年平稳。", "五、存在的问题", "有。"])
    assert found.texts.overview[0] == "开头。\n全年平稳。"
    assert not found.subs


WORDS = st.sampled_from(
    [
        *ROW_NAMES,
        *PROACTIVE_NAMES,
        *COLUMN_LABELS,
        *DISPUTE_LABELS,
        *("行政复议", "行政诉讼", "复议后起诉", "信息内容", "其他处理", "本年新制作数量"),
        *("0", "7", "", "/", "约十件", "-1", "一、总体情况", "（一）主动公开", "六、其他"),
    ]
)
TABLES = st.lists(st.lists(WORDS, max_size=12).map(tuple), max_size=30).map(
    lambda rows: Table(tuple(rows))
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, TABLES), max_size=6))
def test_no_pieces_make_reading_or_checking_fail(pieces: list[Piece]) -> None:
    whole = [
        Table(tuple((name, *"1234567") for name in ROW_NAMES if name != "合计")),
        *pieces,
    ]
    reading = read_published(whole, "x")
    assert reading.document()["requests"]
    assert reading.previous().requests
    assert review_published(reading)


def test_pieces_without_the_rows_of_table_3_are_no_report() -> None:
    with pytest.raises(DomainError) as told:
        read_published(["一、总体情况", Table((("重复申请", *"1234567"),))], "x")
    assert told.value.problems[0].values["rows"] == 1


@pytest.mark.parametrize(
    "spoil",
    [
        {"requests": None},
        {"requests": {"1": 7, "2": {"a": 1}, "3": None}},
        {"proactive": []},
        {"reconsideration": {}},
        {"year": True, "agency": 3},
    ],
)
def test_any_json_can_be_read(spoil: dict[str, object]) -> None:
    reading = read_document(balanced() | spoil, "x")
    reading.document()
    reading.previous()
    assert review_published(reading) is not None
