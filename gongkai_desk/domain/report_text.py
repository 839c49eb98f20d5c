"""The written parts of a report against its tables: quoted numbers (H), length, missing parts.

Everything here is a warning. A report with a missing part is not printed as final.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    RECEIVED_ROW,
    RESULT_GROUPS,
    TOTAL_ROW,
    Figures,
    Texts,
)
from gongkai_desk.domain.report_finding import (
    Finding,
    Place,
    has_errors,
    proactive_cell,
    request_cell,
)

LONGEST_OVERVIEW = 1000
"""Characters of part one: 原则上不超过一千字."""

FEE_NOTICE_ROW = 22
_SUM = 6
_OVERVIEW_ROWS = ("（一）", "（二）", "（三）", "（四）", "（五）")
_SAYS_NOTHING = frozenset({"无", "暂无", "没有", "略", "不存在"})
_MISSING = frozenset({"report-opening-missing", "report-part-missing", "report-part-five-empty"})

_GAP = r"(?P<gap>[^，。；：、,;\s0-9（）()]{0,14}?)"
_COUNT = r"(?P<number>[0-9][0-9,]*)件"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")


@dataclass(frozen=True, slots=True)
class Quote:
    """A way a text quotes a cell: `pattern` has a group ``number`` and may have a ``gap``, in
    which none of the words of `unlike` may stand (they make it another number).
    """

    pattern: re.Pattern[str]
    cell: Place
    value: Callable[[Figures], int | Decimal]
    unlike: tuple[str, ...] = ()


_OTHER_MATTERS = ("结转", "复议", "诉讼", "举报", "自然人", "法人", "组织", "企业", "机构", "其中")


def _total(row: int) -> Callable[[Figures], int]:
    return lambda figures: figures.requests[row][_SUM]


def _row(pattern: str, row: int) -> Quote:
    return Quote(
        re.compile(pattern + _GAP + _COUNT), request_cell(row, _SUM), _total(row), _OTHER_MATTERS
    )


def _group(words: str, name: str) -> Quote:
    rows = RESULT_GROUPS[name]
    return Quote(
        re.compile(rf"{words}的?(?:有|共)?{_COUNT}"),
        Place(table=3, row=rows[0] if len(rows) == 1 else words, column=COLUMN_LABELS[_SUM]),
        lambda figures: sum(figures.requests[row][_SUM] for row in rows),
    )


def _disputes(pattern: str, place: Place, *groups: str) -> Quote:
    return Quote(
        re.compile(pattern + r"(?:案件|申请)?(?:共)?" + _COUNT),
        place,
        lambda figures: sum(getattr(figures.disputes, group)[-1] for group in groups),
    )


def _decisions(words: str, name: str) -> Quote:
    return Quote(
        re.compile(rf"{words}(?:处理)?(?:决定)?(?:案件)?(?:共)?{_COUNT}"),
        proactive_cell(name),
        lambda figures: int(getattr(figures.proactive, name)),
    )


def _documents(verb: str, words: str, name: str, column: int) -> Quote:
    return Quote(
        re.compile(rf"{verb}{words}(?:共)?{_COUNT}"),
        proactive_cell(name, column),
        lambda figures: int(getattr(figures.proactive, name)[column]),
    )


QUOTES: tuple[Quote, ...] = (
    _row("新收", RECEIVED_ROW),
    _row("收到(?=[^，。；0-9]*申请)", RECEIVED_ROW),
    _row("受理", RECEIVED_ROW),
    _row("(?:上年|上年度|上一年|上一年度|去年)结转", CARRIED_IN_ROW),
    _row("结转(?:至|到)?(?:下年|下年度|下一年|下一年度|次年|明年)", CARRIED_OUT_ROW),
    _row("办结", TOTAL_ROW),
    _group("(?<!不)予以公开", "open"),
    _group("部分公开", "partial"),
    _group("不予公开", "refused"),
    _group("无法提供", "unavailable"),
    _group("不予处理", "unprocessed"),
    _group("其他处理", "other"),
    _disputes("行政复议", Place(table=4, row="行政复议", column="总计"), "reconsideration"),
    _disputes(
        "行政诉讼",
        Place(table=4, row="行政诉讼", column="总计"),
        "litigation_direct",
        "litigation_after",
    ),
    _decisions("行政许可", "licences"),
    _decisions("行政处罚", "penalties"),
    _decisions("行政强制", "coercion"),
    _documents("(?:制发|制定|印发)", "(?:行政)?规范性文件", "normative_documents", 0),
    _documents("废止", "(?:行政)?规范性文件", "normative_documents", 1),
    _documents("现行有效", "的?(?:行政)?规范性文件", "normative_documents", 2),
    _documents("(?:制发|制定)", "规章", "rules", 0),
    _documents("废止", "规章", "rules", 1),
    _documents("现行有效", "的?规章", "rules", 2),
    Quote(
        re.compile(r"行政事业性收费(?:金额|共|共计)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)万元"),
        proactive_cell("fees_10k_yuan"),
        lambda figures: figures.proactive.fees_10k_yuan,
    ),
)

TextCheck: TypeAlias = Callable[[Figures, Texts], Iterator[Finding]]


def quoted_numbers(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: a number quoted in part one or six equals its cell."""
    for part, text in ((1, "\n".join((texts.opening, *texts.overview))), (6, texts.other)):
        written = re.sub(r"[ \t　]", "", text.translate(_FULL_WIDTH))
        for quote in QUOTES:
            expected = quote.value(figures)
            for found in _numbers(quote, written):
                if found != expected:
                    yield _misquoted(Place(part=part), quote.cell, expected, found)


def processing_fee_told(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: when requests ended because a fee was not paid (row 22), part six speaks of the fee."""
    lapsed = figures.requests[FEE_NOTICE_ROW][_SUM]
    if lapsed and texts.other.strip() and "信息处理费" not in texts.other:
        yield _text_finding("report-fee-not-told", Place(part=6), rule="H", count=lapsed)


def parts_written(_figures: Figures, texts: Texts) -> Iterator[Finding]:
    """Every part has a text, and part five more than 无 (条例 第五十条（四）)."""
    if not texts.opening.strip():
        yield _text_finding("report-opening-missing", Place(part=1))
    for row, text in zip(_OVERVIEW_ROWS, texts.overview, strict=True):
        if not text.strip():
            yield _text_finding("report-part-missing", Place(part=1, row=row))
    if not _meaningful(texts.problems):
        yield _text_finding("report-part-five-empty", Place(part=5))
    if not texts.other.strip():
        yield _text_finding("report-part-missing", Place(part=6))


def overview_short(_figures: Figures, texts: Texts) -> Iterator[Finding]:
    """Part one stays within a thousand characters."""
    length = sum(len("".join(text.split())) for text in texts.overview)
    if length > LONGEST_OVERVIEW:
        yield _text_finding(
            "report-overview-long", Place(part=1), length=length, longest=LONGEST_OVERVIEW
        )


TEXT_CHECKS: tuple[TextCheck, ...] = (
    quoted_numbers,
    processing_fee_told,
    parts_written,
    overview_short,
)


def check_texts(figures: Figures, texts: Texts) -> list[Finding]:
    """Everything the written parts leave to be said, in the order of `TEXT_CHECKS`."""
    return [finding for each in TEXT_CHECKS for finding in each(figures, texts)]


def printable_as_final(findings: Iterable[Finding]) -> bool:
    """Whether nothing stands against printing without the mark of a draft."""
    found = list(findings)
    return not has_errors(found) and not any(finding.code in _MISSING for finding in found)


def _numbers(quote: Quote, text: str) -> Iterator[int | Decimal]:
    for match in quote.pattern.finditer(text):
        gap = match.groupdict().get("gap") or ""
        if not any(word in gap for word in quote.unlike):
            number = Decimal(match["number"].replace(",", ""))
            yield int(number) if number == number.to_integral_value() else number


def _meaningful(text: str) -> bool:
    core = re.sub(r"[\s。，、；：.,;:!！]", "", text)
    return bool(core) and core not in _SAYS_NOTHING


def _misquoted(part: Place, cell: Place, expected: int | Decimal, found: int | Decimal) -> Finding:
    return Finding(
        place=part,
        rule="H",
        code="report-misquoted",
        severity=Severity.WARNING,
        expected=_json_number(expected),
        found=_json_number(found),
        values={"cell": cell, "expected": expected, "found": found},
    )


def _json_number(number: int | Decimal) -> int | str:
    return number if isinstance(number, int) else format(number, "f")


def _text_finding(code: str, place: Place, rule: str = "text", **values: object) -> Finding:
    return Finding(place=place, rule=rule, code=code, severity=Severity.WARNING, values=values)
