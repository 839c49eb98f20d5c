"""The numbers that a report's text quotes from its tables, and the cells they must equal.

The texts are plain (`report_numerals`). Each pattern is a usual wording. A number that several
wordings claim is right when it is right for one of them.
"""

from __future__ import annotations

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
from gongkai_desk.domain.report_numerals import UNIT, Number, number_of
from gongkai_desk.domain.report_quotes_setting import Setting, elsewhere

Value: TypeAlias = Callable[[Figures], Number | None]

SUM = len(COLUMN_LABELS) - 1
DIGITS = r"(?P<number>[0-9][0-9,]*)"
COUNT = DIGITS + UNIT
_DECISIONS = r"(?P<number>[0-9][0-9,]*)(?:件|项|宗|起|个|份|次)"
_PAPERS = DIGITS + "(?:件|份|部|个|项)"
_GAP = r"(?P<gap>[^，。；：、,;\s0-9（）()]{0,14}?)(?:[（(][^（）()0-9]{0,12}[）)])?"
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
    *("占", "补正", "约", "近", "超", "逾", "不足"),
    *("网上", "网络", "网站", "在线", "平台", "信函", "邮寄", "邮件", "当面", "现场", "窗口"),
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
    words of `unlike` may stand (they make it another number); `setting` tells which words before
    it make it another matter.
    """

    pattern: LazyPattern
    cell: Place
    value: Value
    unlike: tuple[str, ...] = ()
    setting: Setting = Setting.RESULTS


def total(row: int) -> Callable[[Figures], int]:
    """The value of 总计 of a row of table 3."""
    return lambda figures: figures.requests[row][SUM]


def group_total(name: str) -> Callable[[Figures], int]:
    """The sum of a group of results."""
    return lambda figures: sum(figures.requests[row][SUM] for row in RESULT_GROUPS[name])


def dispute_total(*groups: str, column: int = -1) -> Callable[[Figures], int]:
    """The sum of a column of table 4 over groups."""
    return lambda figures: sum(getattr(figures.disputes, group)[column] for group in groups)


_BODIES = (
    "(?:(?:公民|自然人)(?:、|和|及)法人(?:、|和|或者?|及|与)(?:其他|其它|非法人)组织"
    "(?:的|提出的?|提交的?)?)?"
)


def _row(pattern: str, row: int, setting: Setting = Setting.REQUESTS) -> Quote:
    whole = LazyPattern(pattern + _BODIES + _GAP + COUNT + f"(?!{_WITH_CARRIED})")
    return Quote(whole, request_cell(row, SUM), total(row), _OTHER_MATTERS, setting)


def _first(after: str, row: int, setting: Setting = Setting.CARRIED) -> Quote:
    """The number stands before the words: 3件结转下年度."""
    pattern = rf"(?<![0-9.,]){COUNT}(?:的)?(?:政府信息公开)?(?:申请)?{after}"
    return Quote(LazyPattern(pattern), request_cell(row, SUM), total(row), setting=setting)


def _with_carried(verb: str) -> Quote:
    return Quote(
        LazyPattern(verb + _BODIES + _GAP + COUNT + f"(?={_WITH_CARRIED})"),
        Place(table=3, row="1+2", column=COLUMN_LABELS[SUM]),
        lambda figures: total(RECEIVED_ROW)(figures) + total(CARRIED_IN_ROW)(figures),
        _OTHER_MATTERS,
        Setting.REQUESTS,
    )


def _count_first(verb: str) -> Quote:
    noun = "(?=(?:的)?(?:政府)?(?:信息公开|依申请)[^，。；]{0,8}|(?:的)?申请)"
    pattern = rf"{verb}(?:各类|各种)?{COUNT}{noun}(?!{_WITH_CARRIED})"
    return Quote(
        LazyPattern(pattern),
        request_cell(RECEIVED_ROW, SUM),
        total(RECEIVED_ROW),
        setting=Setting.REQUESTS,
    )


GROUP_WORDS = {
    "(?:(?<!不)予以公开|全部公开)": "open",
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


def _group(words: str, name: str) -> Iterator[Quote]:
    between = "(?:的|类)?(?:申请|决定|答复|情形)?(?:的)?(?:申请)?(?:有|共计|共|为)?"
    for pattern in (
        words + between + COUNT,
        rf"(?<=[，。；：、有中]){COUNT}(?:申请)?(?:依法)?(?:决定)?{words}(?![0-9])",
        rf"^{COUNT}(?:申请)?(?:依法)?(?:决定)?{words}(?![0-9])",
    ):
        yield Quote(LazyPattern(pattern), group_cell(words, name), group_total(name))


_NO_LONGER = "(?:、?行政机关不再处理其政府信息公开申请)?"
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
    21: f"(?:逾期不补正|逾期未补正|未按期补正){_NO_LONGER}",
    22: "(?:逾期|未按期|未按通知)未?(?:按收费通知要求)?缴纳?费用?" + _NO_LONGER,
}


def _leaf(row: int, words: str) -> Iterator[Quote]:
    refused = "(?:而)?(?:不予公开|无法提供|不予处理|不再处理)?"
    between = f"(?:的|类)?(?:申请|信息|情形)?{refused}(?:的)?(?:有|共计|共|为)?"
    for pattern in (
        words + between + COUNT,
        rf"(?<![0-9.,]){COUNT}(?:申请)?(?:因|为|属于|属|系){words}",
    ):
        yield Quote(LazyPattern(pattern), request_cell(row, SUM), total(row))


_SUITS = ("litigation_direct", "litigation_after")
DISPUTES_CELL = Place(table=4, row="行政复议", column="总计")
SUITS_CELL = Place(table=4, row="行政诉讼", column="总计")
_ABOUT_DISPUTES = "(?:案件|申请|案)?(?:总?数量?|总数|件数|总量)?(?:共计|共|合计|为)?(?:发生|收到)?"
_RESULT_FOLLOWS = "(?![^，。；]{0,8}(?:维持|纠正|撤销|变更|审结|审理|驳回))"


def _disputes(pattern: str, cell: Place, *groups: str) -> Quote:
    return Quote(
        LazyPattern(pattern + _ABOUT_DISPUTES + COUNT),
        cell,
        dispute_total(*groups),
        setting=Setting.DISPUTES,
    )


def _disputes_first(words: str, cell: Place, *groups: str) -> Quote:
    between = "(?:的)?(?:政府信息公开)?(?:类)?(?:行政)?"
    return Quote(
        LazyPattern(rf"(?<![0-9.,]){COUNT}{between}{words}(?![0-9、]){_RESULT_FOLLOWS}"),
        cell,
        dispute_total(*groups),
        setting=Setting.DISPUTES,
    )


def _decisions(words: str, name: str) -> Quote:
    between = "(?:事项办理)?(?:处理)?(?:决定)?(?:案件)?(?:总?数量?|总数|件数)?(?:共计|共|为)?"
    return Quote(
        LazyPattern(rf"{words}{between}{_DECISIONS}"),
        proactive_cell(name),
        lambda figures: int(getattr(figures.proactive, name)),
        setting=Setting.DECISIONS,
    )


def _documents(verb: str, words: str, other: str, name: str, column: int) -> Iterator[Quote]:
    """制发规范性文件2件, 制发2件规范性文件, 规范性文件制发2件、废止1件."""
    shown = "(?:的)?(?:总?数)?(?:共计|共|为)?"
    for pattern in (
        rf"{verb}{words}{shown}{_PAPERS}",
        rf"{verb}{_PAPERS}{words}",
        rf"{verb}的?规章[0-9]+件[、，和及]{words}{shown}{_PAPERS}",
        rf"{verb}[^。；\n]{{0,24}}?其中[，,]?{words}{shown}{_PAPERS}",
        rf"{words}[^。；\n{other}]{{0,24}}?{verb}{shown}{_PAPERS}",
    ):
        yield Quote(
            LazyPattern(pattern),
            proactive_cell(name, column),
            lambda figures: int(getattr(figures.proactive, name)[column]),
        )


def _whole(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else number


def _charges(unit: str, value: Callable[[Decimal], Number]) -> Quote:
    amount = r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)"
    between = "(?:金额|总额|总金额|收入)?(?:为|共计|共|合计|达)?(?:人民币)?"
    return Quote(
        LazyPattern(rf"行政事业性收费{between}{amount}{unit}"),
        proactive_cell("fees_10k_yuan"),
        lambda figures: value(figures.proactive.fees_10k_yuan),
        setting=Setting.DECISIONS,
    )


_TAKEN = "(?:收到|受理|新收到?|接收|接到)"
_TAKEN_ASKED = "(?:收到|接到|接收)(?=[^。；0-9]{0,60}(?:申请|依申请公开|信息公开))"
_NEXT_YEAR = "(?:至|到)?(?:下一?年度?|次年度?|明年|[0-9]{4}年度?)"
_DONE = "(?<!未)(?<!应)(?:办结(?!率)|办理完毕|办理完结|办毕)"
_MADE = "(?:制发|制定(?:并(?:公开|发布|印发))?|印发|出台)"
_ABOLISHED = "废止(?:(?:和|及|或|、)?(?:宣布)?失效)?"
_DOCUMENTS, _RULES = "的?(?:行政)?规范性文件", "的?规章"
QUOTES: tuple[Quote, ...] = (
    _row("新收", RECEIVED_ROW),
    _row(_TAKEN_ASKED, RECEIVED_ROW),
    _row("受理", RECEIVED_ROW),
    _row(
        "(?:信息公开申请|依申请公开(?:申请)?)(?:受理|收到)?(?:总?数?量|总数|件数)(?=为|达|共|[0-9])",
        RECEIVED_ROW,
    ),
    _count_first(_TAKEN),
    *(_with_carried(verb) for verb in ("新收", _TAKEN_ASKED, "受理", "办理")),
    _row(
        f"(?:{_YEAR_BEFORE}|[0-9]{{4}}年度?)结转(?![至到]?(?:下|次|明|[0-9]{{4}}年))",
        CARRIED_IN_ROW,
        Setting.CARRIED,
    ),
    _row(f"(?<!下年度)(?<!下年)结转(?:自)?{_YEAR_BEFORE}", CARRIED_IN_ROW, Setting.CARRIED),
    _first(f"(?:为|系|属|属于)?{_YEAR_BEFORE}结转", CARRIED_IN_ROW),
    _row(f"(?:结转|转入|转至){_NEXT_YEAR}", CARRIED_OUT_ROW, Setting.CARRIED),
    _first(f"(?:结转|转入|转至|延续){_NEXT_YEAR}", CARRIED_OUT_ROW),
    _row("(?:尚未|未)办结", CARRIED_OUT_ROW),
    _row(_DONE, TOTAL_ROW),
    _row("(?:本年度?)?办理结果(?=总计|合计|共|为|[0-9])", TOTAL_ROW),
    _row("答复(?=[^，。；0-9]{0,40}申请)", TOTAL_ROW),
    *(quote for row, words in ROW_WORDS.items() for quote in _leaf(row, words)),
    *(quote for words, name in GROUP_WORDS.items() for quote in _group(words, name)),
    _disputes("(?<!经)复议", DISPUTES_CELL, "reconsideration"),
    _disputes("(?<!复议[、和及与])(?<!复议、行政)(?:行政)?(?:诉讼|应诉)", SUITS_CELL, *_SUITS),
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
    _disputes_first("复议(?!后)(?:案件|申请|案)?", DISPUTES_CELL, "reconsideration"),
    _disputes_first("(?:诉讼|应诉)(?:案件|案)?", SUITS_CELL, *_SUITS),
    _decisions("(?<!不予)行政许可", "licences"),
    _decisions("(?<!不予)行政处罚", "penalties"),
    _decisions("行政强制", "coercion"),
    *_documents(_MADE, _DOCUMENTS, "章", "normative_documents", 0),
    *_documents(_ABOLISHED, _DOCUMENTS, "章", "normative_documents", 1),
    *_documents("现行有效", _DOCUMENTS, "章", "normative_documents", 2),
    *_documents(_MADE, _RULES, "范", "rules", 0),
    *_documents(_ABOLISHED, _RULES, "范", "rules", 1),
    *_documents("现行有效", _RULES, "范", "rules", 2),
    _charges("万元", lambda amount: amount),
    _charges("元", lambda amount: _whole(amount * 10_000)),
)


def simple_quotes(figures: Figures, text: str) -> Iterator[Quoted]:
    """The quotes of `text`, which is plain, that tell their cell by themselves."""
    for quote in QUOTES:
        for match in quote.pattern.finditer(text):
            gap = match.groupdict().get("gap") or ""
            expected = quote.value(figures)
            if expected is None or any(word in gap for word in quote.unlike):
                continue
            at = match.start(), match.start("number")
            if not elsewhere(text, *at, quote.setting, figures.year):
                yield Quoted(
                    at=match.start("number"),
                    cell=quote.cell,
                    expected=expected,
                    found=number_of(match["number"]),
                )
