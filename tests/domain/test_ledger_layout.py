"""Where the headings of a ledger stand, whatever stands above, between and below them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk import i18n
from gongkai_desk.domain.ledger_fields import HeadingFinder, LedgerField
from gongkai_desk.domain.ledger_layout import LedgerLayout, find_layout, request_rows
from gongkai_desk.domain.ledger_sheet import LedgerSheet, Span, Value, address, cell_text, letters
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.ledger_words import heading_finder, ledger_words
from gongkai_desk.texts import label

F = LedgerField
HEAD: Sequence[Value] = ("编号", "收到日期", "申请人", "申请内容")
ROW: Sequence[Value] = ("2025-001", "2025-03-05", "林知远", "财政预算")


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    before = i18n.language()
    i18n.use("zh_CN")
    yield
    i18n.use(before)


def a_sheet(*rows: Sequence[Value], merged: tuple[Span, ...] = ()) -> LedgerSheet:
    return LedgerSheet(name="台账", rows=rows, merged=merged)


def layout_of(sheet: LedgerSheet, **own: str) -> LedgerLayout:
    return find_layout(sheet, heading_finder(own))


def fields_of(sheet: LedgerSheet) -> dict[str, LedgerField | None]:
    return {column.title: column.field for column in layout_of(sheet).columns}


def rows_of(sheet: LedgerSheet) -> list[int]:
    found = request_rows(sheet, layout_of(sheet), ledger_words().foot)
    return [number for number, _row in found.requests]


def test_a_plain_heading() -> None:
    layout = layout_of(a_sheet(HEAD, ROW))
    assert layout.head == 0
    assert [column.field for column in layout.columns] == [
        F.NUMBER,
        F.RECEIVED,
        F.APPLICANT,
        F.SUBJECT,
    ]
    assert layout.columns[2].samples == ("林知远",)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("收件号", F.NUMBER),
        ("流水号", F.NUMBER),
        ("登 记 号", F.NUMBER),
        ("受理日期", F.RECEIVED),
        ("签收日期", F.RECEIVED),
        ("收到\n日期", F.RECEIVED),
        ("收到日期（年月日）", F.RECEIVED),
        ("姓名／名称", F.APPLICANT),
        ("申请人类别", F.APPLICANT_KIND),
        ("证件类型", F.IDENTITY_KIND),
        ("身份证号", F.IDENTITY_NUMBER),
        ("统一社会信用代码", F.IDENTITY_NUMBER),
        ("证件号码(身份证)", F.IDENTITY_NUMBER),
        ("手机", F.PHONE),
        ("Ｅｍａｉｌ", F.EMAIL),
        ("通讯地址", F.ADDRESS),
        ("邮编", F.POSTCODE),
        ("用途", F.PURPOSE),
        ("申请渠道", F.CHANNEL),
        ("来源", F.CHANNEL),
        ("获取方式", F.DELIVERY),
        ("载体形式", F.CARRIER),
        ("责任科室", F.HANDLER),
        ("答复类型", F.OUTCOME),
        ("办理结果", F.OUTCOME),
        ("办结日期", F.CLOSED_ON),
        ("答复日期", F.CLOSED_ON),
        ("答复书文号", F.REPLY_NUMBER),
        ("是否延期", F.EXTENDED),
        ("延期天数", F.EXTENSION_DAYS),
        ("送达方式", F.SERVICE_WAY),
        ("邮件号", F.MAIL_NUMBER),
        ("补正日期", F.CLARIFICATION_REQUESTED),
        ("平台编号", F.PLATFORM_NUMBER),
        ("备注：", F.NOTE),
        ("标签", F.TAGS),
        ("答复期限", F.DUE),
        ("序号", F.SEQUENCE),
        ("领导批示", None),
    ],
)
def test_synonyms(heading: str, field: LedgerField | None) -> None:
    """Beside two columns that are known anyway."""
    sheet = a_sheet(("申请人姓名", "申请事项", heading), ("林知远", "预算", "x"))
    titles = [column.field for column in layout_of(sheet).columns]
    if field in (F.APPLICANT, F.SUBJECT):
        assert F.APPLICANT in titles
    else:
        assert titles[2] is field


def test_our_own_names_are_understood() -> None:
    exported = [one for one in F if one is not F.CONTACT]
    sheet = a_sheet([label(field) for field in exported], ["x"] * len(exported))
    assert [column.field for column in layout_of(sheet).columns] == exported


def test_the_better_column_wins_and_the_other_finds_its_place() -> None:
    sheet = a_sheet(
        ("收件日期", "收到申请日期", "申请日期", "申请人", "办理结果", "答复类型"), ("",) * 6
    )
    assert list(fields_of(sheet).values()) == [
        F.ARRIVED,
        F.RECEIVED,
        F.SUBMITTED,
        F.APPLICANT,
        F.RESULT,
        F.OUTCOME,
    ]


def test_titles_and_blank_rows_above() -> None:
    title = ("威宁市云海区司法局政府信息公开申请登记簿", "", "", "")
    sheet = a_sheet(title, ("", "", "", ""), ("填报单位：区司法局", "", "2025年", ""), HEAD, ROW)
    assert layout_of(sheet).head == 3
    assert rows_of(sheet) == [4]


def test_two_rows_of_headings() -> None:
    sheet = a_sheet(
        ("序号", "申请人信息", "", "", "申请内容", "办理情况", ""),
        ("", "姓名", "证件号码", "联系电话", "", "答复类型", "答复日期"),
        (1, "林知远", "", "", "预算", "予以公开", "2025-03-20"),
        merged=((0, 1, 0, 3), (0, 5, 0, 6), (0, 0, 1, 0), (0, 4, 1, 4)),
    )
    assert layout_of(sheet).head == 1
    assert fields_of(sheet) == {
        "序号": F.SEQUENCE,
        "申请人信息 姓名": F.APPLICANT,
        "申请人信息 证件号码": F.IDENTITY_NUMBER,
        "申请人信息 联系电话": F.PHONE,
        "申请内容": F.SUBJECT,
        "办理情况 答复类型": F.OUTCOME,
        "办理情况 答复日期": F.CLOSED_ON,
    }
    assert rows_of(sheet) == [2]


def test_groups_tell_columns_of_one_name_apart() -> None:
    sheet = a_sheet(
        ("编号", "申请人", "", "代理人", "", "申请内容"),
        ("", "姓名", "电话", "姓名", "电话", ""),
        ROW,
    )
    fields = fields_of(sheet)
    assert fields["申请人 姓名"] is F.APPLICANT
    assert fields["代理人 姓名"] is F.AGENT_NAME


def test_persons_and_organisations_may_have_columns_of_their_own() -> None:
    sheet = a_sheet(
        ("编号", "公民", "", "法人或其他组织", "", "申请内容"),
        ("", "姓名", "证件号码", "名称", "统一社会信用代码", ""),
        ("1", "林知远", "", "", "", "预算"),
    )
    layout = layout_of(sheet)
    assert layout.having(F.APPLICANT) == (1, 3)
    assert layout.having(F.IDENTITY_NUMBER) == (2, 4)


def test_repeated_headings_blanks_totals_and_signatures_are_no_requests() -> None:
    sheet = a_sheet(
        HEAD,
        ROW,
        ("", "  ", None, ""),
        HEAD,
        ("2025-002", "2025-03-06", "周亦安", "预算"),
        ("合计", "", "2件", ""),
        ("填表人：陈科员", "", "审核人：", ""),
        ("备注：本表每月更新", "", "", ""),
    )
    assert rows_of(sheet) == [1, 4]


def test_a_row_with_a_number_alone_is_named_as_left_out() -> None:
    sheet = a_sheet(HEAD, ROW, ("2025-002", "", "", ""))
    found = request_rows(sheet, layout_of(sheet), ledger_words().foot)
    assert found.skipped == (2,)


def test_cells_merged_downwards_count_for_every_row() -> None:
    sheet = a_sheet(
        ("编号", "收到日期", "申请人", "申请内容", "承办科室"),
        ("1", "2025-03-05", "林知远", "预算", "法规科"),
        ("2", "", "周亦安", "决算", ""),
        merged=((1, 1, 2, 1), (1, 4, 2, 4)),
    )
    found = request_rows(sheet, layout_of(sheet), ledger_words().foot)
    assert list(found.requests[1][1]) == ["2", "2025-03-05", "周亦安", "决算", "法规科"]


@pytest.mark.parametrize(
    "rows",
    [
        (("甲", "乙"), ("1", "2")),
        (("序号", "状态"), ("1", "2")),
        (("申请人",), ("林知远",)),
        (("2025-001", "林知远"),),
    ],
)
def test_no_heading_is_refused(rows: tuple[Sequence[Value], ...]) -> None:
    with pytest.raises(DomainError, match="ledger-no-heading"):
        layout_of(a_sheet(*rows))


def test_the_offices_own_headings_go_first() -> None:
    sheet = a_sheet(("案号", "来件人", "要什么", "编号"), ROW)
    own = {"number": "案号", "applicant": "来件人", "subject": "要什么"}
    fields = [column.field for column in layout_of(sheet, **own).columns]
    assert fields == [F.NUMBER, F.APPLICANT, F.SUBJECT, None]


def test_a_field_has_one_column_after_a_choice() -> None:
    layout = layout_of(a_sheet((*HEAD, "其他日期"), ROW)).assigned(4, F.RECEIVED)
    assert layout.having(F.RECEIVED) == (4,)
    assert layout.assigned(4, None).having(F.RECEIVED) == ()


_TITLE = st.sampled_from(["", "登记簿", "2025年度", "单位：司法局", None])
_KNOWN = {
    "编号": F.NUMBER,
    "收到日期": F.RECEIVED,
    "申请人": F.APPLICANT,
    "申请内容": F.SUBJECT,
    "联系电话": F.PHONE,
    "申请方式": F.CHANNEL,
    "备注": F.NOTE,
    "办理结果": F.OUTCOME,
}


@given(
    order=st.permutations(list(_KNOWN)),
    above=st.lists(_TITLE, max_size=6),
    blanks=st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_the_heading_is_found_anywhere(
    order: list[str], above: list[str | None], blanks: list[bool]
) -> None:
    """In any order of the columns, with empty columns between them and titles above."""
    i18n.use("zh_CN")
    heading: list[Value] = []
    for name, blank in zip(order, blanks, strict=True):
        heading += ["", name] if blank else [name]
    told: dict[Value, Value] = {"编号": "2025-001", "收到日期": dt.date(2025, 3, 5), "": ""}
    row = [told.get(name, "某某") for name in heading]
    titles = [[title, *([""] * (len(heading) - 1))] for title in above]
    sheet = a_sheet(*titles, heading, row)
    layout = layout_of(sheet)
    assert layout.head == len(above)
    assert {column.heading: column.field for column in layout.columns} == _KNOWN
    assert rows_of(sheet) == [len(above) + 1]


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_addresses_are_those_of_a_spreadsheet(row: int, column: int) -> None:
    name = letters(column)
    number = 0
    for sign in name:
        number = number * 26 + ord(sign) - ord("A") + 1
    assert number == column + 1
    assert address(row, column) == f"{name}{row + 1}"


@pytest.mark.parametrize(
    ("value", "text"),
    [(13000000000.0, "13000000000"), (2026, "2026"), (1.5, "1.5"), (None, ""), (" a\r\nb ", "a\nb"),
     (dt.date(2025, 3, 5), "2025-03-05"), (dt.time(9, 5), "09:05")],
)  # fmt: skip
def test_cells_as_text(value: Value, text: str) -> None:
    assert cell_text(value) == text


def test_a_finder_without_headings_knows_nothing() -> None:
    assert HeadingFinder({}, {}).assign([("", "申请人")]) == [None]
