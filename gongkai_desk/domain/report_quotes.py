"""The numbers that a report's text quotes from its tables, and the cells they must equal.

A text is first made plain: digits of one width, no blanks, 三件 as 3件. Each pattern is a usual
wording. A number that several wordings claim is right when it is right for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from gongkai_desk.domain.patterns import LazyPattern
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    RECEIVED_ROW,
    RESULT_GROUPS,
    TOTAL_ROW,
    Figures,
)
from gongkai_desk.domain.report_finding import Place, proactive_cell, request_cell

Number: TypeAlias = int | Decimal
Value: TypeAlias = Callable[[Figures], Number | None]

SUM = len(COLUMN_LABELS) - 1
UNIT = "(?:件次|件|宗|份|起|条|例)"
DIGITS = r"(?P<number>[0-9][0-9,]*)"
COUNT = DIGITS + UNIT
_DECISIONS = r"(?P<number>[0-9][0-9,]*)(?:件|项|宗|起|个|份)"
_GAP = r"(?P<gap>[^，。；：、,;\s0-9（）()]{0,14}?)"
_YEAR_BEFORE = "(?:上年度?|上一年度?|去年|上一?个年度)"
_WITH_CARRIED = rf"[（(，,]?(?:其中)?[，,]?(?:含|包括|包含)(?:有)?{_YEAR_BEFORE}"
_OTHER_MATTERS = (
    *(
        "结转",
        "复议",
        "诉讼",
        "举报",
        "自然人",
        "法人",
        "组织",
        "企业",
        "机构",
        "其中",
        "每",
        "任何",
    ),
    "占",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A number in a text: where it stands, the cell it speaks of, what it should be.

    `decimals` is set for a percentage: it is right when it is `expected` rounded so. `shared`
    tells that one number speaks of several cells at once (均为0件), and must be right for all.
    """

    at: int
    cell: Place
    expected: Number
    found: Number
    decimals: int | None = None
    shared: bool = False

    @property
    def right(self) -> bool:
        if self.decimals is None:
            return self.expected == self.found
        half = Decimal(1).scaleb(-self.decimals) / 2
        return abs(Decimal(self.expected) - Decimal(self.found)) <= half

    @property
    def shown(self) -> Number:
        """What should stand there: a percentage with as many decimals as the text has."""
        if self.decimals is None:
            return self.expected
        return Decimal(self.expected).quantize(Decimal(1).scaleb(-self.decimals))


@dataclass(frozen=True, slots=True)
class Quote:
    """A wording: `pattern` has a group ``number`` and may have a ``gap``, in which none of the
    words of `unlike` may stand (they make it another number).
    """

    pattern: LazyPattern
    cell: Place
    value: Value
    unlike: tuple[str, ...] = ()


def total(row: int) -> Callable[[Figures], int]:
    """The value of 总计 of a row of table 3."""
    return lambda figures: figures.requests[row][SUM]


def group_total(name: str) -> Callable[[Figures], int]:
    """The sum of a group of results."""
    return lambda figures: sum(figures.requests[row][SUM] for row in RESULT_GROUPS[name])


def dispute_total(*groups: str, column: int = -1) -> Callable[[Figures], int]:
    """The sum of a column of table 4 over groups."""
    return lambda figures: sum(getattr(figures.disputes, group)[column] for group in groups)


def _row(pattern: str, row: int) -> Quote:
    whole = LazyPattern(pattern + _GAP + COUNT + f"(?!{_WITH_CARRIED})")
    return Quote(whole, request_cell(row, SUM), total(row), _OTHER_MATTERS)


def _with_carried(verb: str) -> Quote:
    return Quote(
        LazyPattern(verb + _GAP + COUNT + f"(?={_WITH_CARRIED})"),
        Place(table=3, row="1+2", column=COLUMN_LABELS[SUM]),
        lambda figures: total(RECEIVED_ROW)(figures) + total(CARRIED_IN_ROW)(figures),
        _OTHER_MATTERS,
    )


def _count_first(verb: str) -> Quote:
    noun = "(?=(?:的)?(?:政府)?(?:信息公开|依申请)[^，。；]{0,8}|(?:的)?申请)"
    pattern = rf"{verb}(?:各类|各种)?{COUNT}{noun}(?!{_WITH_CARRIED})"
    return Quote(LazyPattern(pattern), request_cell(RECEIVED_ROW, SUM), total(RECEIVED_ROW))


GROUP_WORDS = {
    "(?<!不)予以公开": "open",
    "部分公开": "partial",
    "不予公开": "refused",
    "无法提供": "unavailable",
    "不予处理": "unprocessed",
    "其他处理": "other",
}


def group_cell(words: str, name: str) -> Place:
    """The place of a group of results: its row, or its name when it has several."""
    rows = RESULT_GROUPS[name]
    row = rows[0] if len(rows) == 1 else words.rpartition(")")[2]
    return Place(table=3, row=row, column=COLUMN_LABELS[SUM])


def _group(words: str, name: str) -> Quote:
    between = "(?:的|类)?(?:申请|决定|答复|情形)?(?:有|共计|共|为)?"
    pattern = LazyPattern(words + between + COUNT)
    return Quote(pattern, group_cell(words, name), group_total(name))


ROW_WORDS = {
    5: "国家秘密",
    6: "法律、?行政法规禁止公开",
    7: "三安全一稳定”?",
    8: "第三方合法权益",
    9: "内部事务信息",
    10: "过程性信息",
    11: "行政执法案卷",
    12: "行政查询事项",
    13: "不掌握(?:相关)?(?:政府)?信息",
    14: "(?:需要|需)?另行制作",
    15: "补正后(?:申请内容)?仍不明确",
    16: "信访、?举报、?投诉类?",
    17: "重复申请",
    18: "公开出版物",
    19: "大量反复申请",
    20: "重新出具已获取信息",
    21: "逾期不补正",
    22: "逾期未(?:按收费通知要求)?缴纳?费用?",
}


def _leaf(row: int, words: str) -> Quote:
    between = "(?:的|类)?(?:申请|信息|情形)?(?:有|共计|共|为)?"
    return Quote(LazyPattern(words + between + COUNT), request_cell(row, SUM), total(row))


_SUITS = ("litigation_direct", "litigation_after")
DISPUTES_CELL = Place(table=4, row="行政复议", column="总计")
SUITS_CELL = Place(table=4, row="行政诉讼", column="总计")
_ABOUT_DISPUTES = "(?:案件|申请|案)?(?:共计|共|合计|为)?(?:发生|收到)?"


def _disputes(pattern: str, cell: Place, *groups: str) -> Quote:
    return Quote(LazyPattern(pattern + _ABOUT_DISPUTES + COUNT), cell, dispute_total(*groups))


def _decisions(words: str, name: str) -> Quote:
    return Quote(
        LazyPattern(rf"{words}(?:处理)?(?:决定)?(?:案件)?(?:共)?{_DECISIONS}"),
        proactive_cell(name),
        lambda figures: int(getattr(figures.proactive, name)),
    )


def _documents(verb: str, words: str, name: str, column: int) -> Quote:
    return Quote(
        LazyPattern(rf"{verb}{words}(?:共)?{COUNT}"),
        proactive_cell(name, column),
        lambda figures: int(getattr(figures.proactive, name)[column]),
    )


def _charges(unit: str, scale: int) -> Quote:
    amount = r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)"
    return Quote(
        LazyPattern(rf"行政事业性收费(?:金额)?(?:为|共计|共)?{amount}{unit}"),
        proactive_cell("fees_10k_yuan"),
        lambda figures: figures.proactive.fees_10k_yuan * scale,
    )


_TAKEN = "(?:收到|受理|新收到?|接收)"
QUOTES: tuple[Quote, ...] = (
    _row("新收", RECEIVED_ROW),
    _row("收到(?=[^，。；0-9]*申请)", RECEIVED_ROW),
    _row("受理", RECEIVED_ROW),
    _count_first(_TAKEN),
    *(_with_carried(verb) for verb in ("新收", "收到(?=[^，。；0-9]*申请)", "受理", "办理")),
    _row(f"(?:{_YEAR_BEFORE}|[0-9]{{4}}年度?)结转(?![至到]?(?:下|次|明|[0-9]{{4}}年))", 2),
    _row(f"(?<!下年度)(?<!下年)结转(?:自)?{_YEAR_BEFORE}", CARRIED_IN_ROW),
    _row("结转(?:至|到)?(?:下一?年度?|次年度?|明年|[0-9]{4}年度?)", CARRIED_OUT_ROW),
    _row("办结", TOTAL_ROW),
    *(_group(words, name) for words, name in GROUP_WORDS.items()),
    *(_leaf(row, words) for row, words in ROW_WORDS.items()),
    _disputes("(?<!经)复议", DISPUTES_CELL, "reconsideration"),
    _disputes("(?<!复议[、和及与])(?<!复议、行政)(?:行政)?诉讼", SUITS_CELL, *_SUITS),
    _disputes(
        "复议(?:案件)?[、和及与](?:被)?(?:提起)?(?:行政)?诉讼",
        Place(table=4, column="总计"),
        "reconsideration",
        *_SUITS,
    ),
    _disputes("直接起诉", Place(table=4, row="未经复议直接起诉", column="总计"), _SUITS[0]),
    _disputes(
        "复议后(?:再)?(?:起诉|提起诉讼)", Place(table=4, row="复议后起诉", column="总计"), _SUITS[1]
    ),
    _decisions("行政许可", "licences"),
    _decisions("行政处罚", "penalties"),
    _decisions("行政强制", "coercion"),
    _documents("(?:制发|制定|印发|出台)", "(?:行政)?规范性文件", "normative_documents", 0),
    _documents("废止", "(?:行政)?规范性文件", "normative_documents", 1),
    _documents("现行有效", "的?(?:行政)?规范性文件", "normative_documents", 2),
    _documents("(?:制发|制定|出台)", "规章", "rules", 0),
    _documents("废止", "规章", "rules", 1),
    _documents("现行有效", "的?规章", "rules", 2),
    _charges("万元", 1),
    _charges("元", 10_000),
)

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_BLANKS = LazyPattern(r"[ \t\u3000\u00a0]")
_WRITTEN_OUT = LazyPattern(
    rf"(?<![每第另何同上下])[一二两三四五六七八九十百千零〇]{{1,7}}(?={UNIT})"
)
_NUMERALS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def plain(text: str) -> str:
    """The text as the patterns read it."""
    return _WRITTEN_OUT.sub(_digits, _BLANKS.sub("", text.translate(_FULL_WIDTH)))


def _digits(match: re.Match[str]) -> str:
    whole, last = 0, 0
    for character in match[0]:
        if character in _PLACES:
            whole += (last or 1) * _PLACES[character]
            last = 0
        else:
            last = _NUMERALS[character]
    return str(whole + last)


def number_of(text: str) -> Number:
    """A number as written, thousands separators left out."""
    number = Decimal(text.replace(",", "").rstrip("."))
    return int(number) if number == number.to_integral_value() else number


def simple_quotes(figures: Figures, text: str) -> Iterator[Quoted]:
    """The quotes of `text`, which is plain, that tell their cell by themselves."""
    for quote in QUOTES:
        for match in quote.pattern.finditer(text):
            gap = match.groupdict().get("gap") or ""
            expected = quote.value(figures)
            if expected is not None and not any(word in gap for word in quote.unlike):
                yield Quoted(
                    at=match.start("number"),
                    cell=quote.cell,
                    expected=expected,
                    found=number_of(match["number"]),
                )
