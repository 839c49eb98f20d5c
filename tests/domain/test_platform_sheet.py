"""Reading a list of platforms: whatever stands in the cells, nothing breaks and no name is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.ledger_sheet import LedgerSheet, Value, cell_text, key
from gongkai_desk.domain.platform import PlatformKind
from gongkai_desk.domain.platform_sheet import SheetWords, platforms_of, read_platforms
from gongkai_desk.domain.problems import DomainError

WORDS = SheetWords(
    headings={
        "name": ["名称"], "kind": ["类型"], "site": ["所属网站"], "address": ["网址"],
        "operator": ["主办单位"], "person": ["责任人"], "filing_number": ["备案号"],
        "filed_on": ["备案日期"], "opened_on": ["开通日期"], "note": ["备注"],
    },
    kinds=[("zone", ["专区"]), ("column", ["栏目"]), ("website", ["网站"])],
    categories=[("news", ["动态"])],
    other_category="other",
)  # fmt: skip
HEAD: tuple[Value, ...] = ("名称", "类型", "所属网站", "备案日期", "备注")
CELL = (
    st.none()
    | st.text(max_size=8)
    | st.floats(allow_nan=False)
    | st.integers(-(10**6), 10**6)
    | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
    | st.booleans()
)


@settings(max_examples=30)
@given(st.lists(st.lists(CELL, min_size=5, max_size=5), max_size=6))
def test_every_name_becomes_a_platform_whatever_stands_beside_it(rows: list[list[Value]]) -> None:
    sheet = LedgerSheet(name="表", rows=[("清单",), HEAD, *rows])
    reading = read_platforms([sheet], WORDS, [])
    wanted = [" ".join(cell_text(row[0]).split()) for row in rows]
    found = [row.platform.name for row in reading.rows]
    assert found == [name for name in wanted if name and key(name) != "名称"]
    kept = platforms_of(reading, PlatformKind.ZONE, WORDS, [])
    assert len(kept) == sum(not row.known for row in reading.rows)


@pytest.mark.parametrize(
    ("name", "kind", "meant"),
    [
        ("区图书馆政务公开专区", "", PlatformKind.ZONE),
        ("工作动态", "网站栏目", PlatformKind.COLUMN),  # the first word that fits
        ("区局网站", None, PlatformKind.WEBSITE),
        ("甲", "乙", None),
    ],
)
def test_the_kind_is_told_by_its_column_or_by_the_name(
    name: str, kind: str | None, meant: PlatformKind | None
) -> None:
    sheet = LedgerSheet(name="表", rows=[HEAD, (name, kind, None, None, None)])
    (row,) = read_platforms([sheet], WORDS, []).rows
    assert row.kind is meant
    assert row.place == "表 2"


def test_headings_are_needed() -> None:
    with pytest.raises(DomainError):
        read_platforms([LedgerSheet(name="表", rows=[("名称", "别的"), ("甲", "乙")])], WORDS, [])
