"""Where a report contradicts itself in words: a text that denies what a table counts, fees told
in two ways, 规章 of a department that may make none.

Everything here is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.patterns import LazyPattern
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    RECEIVED_ROW,
    Figures,
    Texts,
)
from gongkai_desk.domain.report_drafting import ProcessingFees
from gongkai_desk.domain.report_finding import Finding, Place, proactive_cell, request_cell
from gongkai_desk.domain.report_numerals import number_of, plain
from gongkai_desk.domain.report_quotes import (
    COUNT,
    DISPUTES_CELL,
    SUITS_CELL,
    SUM,
    Value,
    dispute_total,
    total,
)
from gongkai_desk.domain.report_quotes_setting import about_others, about_requests
from gongkai_desk.domain.report_text import written_parts

FEE_ROW = 22
_NOT = "(?:没有|无|未(?:发生|产生|出现|收到|引发|涉及|被))"
_NOT_OF_A_KIND = "(?!后|人|[^，。；]{0,8}(?:纠正|维持|撤销|败诉|变更|违法))"


@dataclass(frozen=True, slots=True)
class _Denial:
    """`asked`: only where the requests for information are spoken of."""

    pattern: LazyPattern
    cell: Place
    value: Value
    asked: bool = False


def _proactive(name: str, column: int | None = None) -> Value:
    def value(figures: Figures) -> int | Decimal:
        cell = getattr(figures.proactive, name)
        number: int | Decimal = cell if column is None else cell[column]
        return number

    return value


def _undecided(words: str, name: str) -> _Denial:
    return _Denial(
        LazyPattern(
            rf"(?:没有|未|无)(?:作出|做出|办理|发生|实施|产生)?[^，。；0-9]{{0,4}}?{words}(?:处理)?(?:决定)?"
            "(?=[，。；、]|的?情况|$)"
        ),
        proactive_cell(name),
        _proactive(name),
    )


_DENIALS = (
    _Denial(
        LazyPattern(rf"{_NOT}[^，。；0-9]{{0,22}}?复议{_NOT_OF_A_KIND}"),
        DISPUTES_CELL,
        dispute_total("reconsideration"),
    ),
    _Denial(
        LazyPattern(rf"{_NOT}[^，。；0-9]{{0,28}}?诉讼{_NOT_OF_A_KIND}"),
        SUITS_CELL,
        dispute_total("litigation_direct", "litigation_after"),
    ),
    _Denial(
        LazyPattern("(?:没有|未)收到[^，。；0-9补]{0,18}?(?:依申请公开|信息公开申请)(?!人)"),
        request_cell(RECEIVED_ROW, SUM),
        total(RECEIVED_ROW),
    ),
    _Denial(
        LazyPattern("无上一?年度?结转|上一?年度?无结转"),
        request_cell(CARRIED_IN_ROW, SUM),
        total(CARRIED_IN_ROW),
    ),
    _Denial(
        LazyPattern(
            "无(?:需)?结转(?:至|到)?(?:下|次|明)"
            "|(?:全部|均已|已全部)(?:按时|按期|依法|如期)?办结(?!率)(?![0-9])"
        ),
        request_cell(CARRIED_OUT_ROW, SUM),
        total(CARRIED_OUT_ROW),
        asked=True,
    ),
    _Denial(
        LazyPattern(
            "(?:没有|未|无)(?:制发|制定|印发|出台)(?:新的?)?(?:行政)?规范性文件(?=[，。；、]|的?情况|$)"
        ),
        proactive_cell("normative_documents", 0),
        _proactive("normative_documents", 0),
    ),
    _undecided("行政许可", "licences"),
    _undecided("行政处罚", "penalties"),
    _undecided("行政强制", "coercion"),
    _Denial(
        LazyPattern("(?:没有|未|无)(?:收取|产生)?(?:任何)?行政事业性收费(?=[，。；、]|的?情况|$)"),
        proactive_cell("fees_10k_yuan"),
        _proactive("fees_10k_yuan"),
    ),
)

_FEE_AMOUNT = LazyPattern(
    r"信息处理费(?:用)?(?:[^，。；0-9元]{0,10})(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>万?元)"
)
_NO_FEE_NOTICE = LazyPattern(
    "(?:没有|未|无)(?:发出|产生|发生|涉及)[^，。；0-9]{0,10}(?:收费通知|信息处理费)"
)
_YUAN = r"(?:为|共|共计|合计|计)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>万?元)"
_FEE_SUMS = (
    (LazyPattern(rf"(?:收费)?(?:总金额|总额){_YUAN}"), "amount"),
    (LazyPattern(rf"(?:实际|实)(?:收取?|收到|缴纳?)(?:金额|费用)?{_YUAN}"), "received"),
)
_NO_FEE_RECEIVED = LazyPattern(
    "(?:没有|未|无)(?:实际)?(?:收取|收到|收)(?:过|任何)?[^，。；0-9]{0,8}?信息处理费"
)


def denied(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: what the text says there was none of, a table counts."""
    for place, text in _parts(texts):
        written = plain(text)
        for denial in _DENIALS:
            count = denial.value(figures)
            match = _denies(denial, written) if count else None
            if match is not None:
                yield _warning(
                    "report-text-denies",
                    place,
                    "H",
                    expected=count,
                    words=match[0],
                    cell=denial.cell,
                    count=count,
                )


def _denies(denial: _Denial, written: str) -> re.Match[str] | None:
    for match in denial.pattern.finditer(written):
        sentence = written[: match.end()].rpartition("\n")[2].rpartition("。")[2]
        if not denial.asked or about_requests(sentence) or not about_others(sentence):
            return match
    return None


def fees_told_once(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: every amount of 信息处理费 in the text is the same; none is denied that row 22 proves."""
    amounts: dict[Decimal, Place] = {}
    for place, text in _parts(texts):
        written = plain(text)
        for amount in _amounts(written):
            amounts.setdefault(Decimal(amount), place)
        lapsed = figures.requests[FEE_ROW][SUM]
        if lapsed and _NO_FEE_NOTICE.search(written):
            yield _warning("report-fee-denied", place, "H", count=lapsed)
    if len(amounts) > 1:
        first, second, *_others = amounts
        yield _warning(
            "report-fee-two-amounts",
            amounts[second],
            "H",
            expected=format(first, "f"),
            found=format(second, "f"),
            first=format(first, "f"),
            second=format(second, "f"),
        )


_FEE_COUNTS = (
    (LazyPattern(rf"收费通知书?(?:共)?{COUNT}"), "noticed"),
    (LazyPattern(rf"(?:缴费|缴纳费用|缴纳信息处理费)(?:共)?{COUNT}"), "paid"),
)


def fees_told_enough(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: the fee notices the text tells are at least those that row 22 and the payments need."""
    lapsed = figures.requests[FEE_ROW][SUM]
    for place, text in _parts(texts):
        written = plain(text)
        told = {
            name: int(number_of(match["number"]))
            for pattern, name in _FEE_COUNTS
            for match in pattern.finditer(written)
        }
        needed = lapsed + told.get("paid", 0)
        if lapsed and "noticed" in told and told["noticed"] < needed:
            yield _warning(
                "report-fee-notices-few",
                place,
                "H",
                expected=needed,
                found=told["noticed"],
                notices=told["noticed"],
                paid=told.get("paid", 0),
                lapsed=lapsed,
            )


def fees_untold(texts: Texts, fees: ProcessingFees) -> Iterator[Finding]:
    """H: when the register holds fee notices, part six speaks of 信息处理费."""
    if fees.noticed and texts.other.strip() and "信息处理费" not in texts.other:
        yield _warning("report-fee-notices-untold", Place(part=6), "H", count=fees.noticed)


def fees_as_registered(texts: Texts, fees: ProcessingFees) -> Iterator[Finding]:
    """H: notices, payments and yuan of 信息处理费 in the text equal what the register holds."""
    for place, text in _parts(texts):
        written = plain(text)
        quoted = [
            (getattr(fees, name), number_of(match["number"]))
            for pattern, name in _FEE_COUNTS
            for match in pattern.finditer(written)
        ]
        if fees.noticed and fees.received is not None:
            quoted += [(fees.received, found) for found in _amounts(written)]
        quoted += _fee_sums(written, fees)
        for expected, found in quoted:
            if expected != found:
                yield _warning(
                    "report-fee-not-registered",
                    place,
                    "H",
                    expected=expected,
                    found=found if isinstance(found, int) else format(found, "f"),
                    told=found,
                    known=expected,
                )


def _fee_sums(written: str, fees: ProcessingFees) -> Iterator[tuple[int, int | Decimal]]:
    """What was asked for and what was received in yuan, registered and told, in the sentences
    that speak of the fee; none told as received is 0.
    """
    for sentence in re.split("[。\n]", written):
        if not fees.noticed or "信息处理费" not in sentence:
            continue
        for pattern, name in _FEE_SUMS:
            known = getattr(fees, name)
            if known is not None:
                yield from ((known, _yuan(match)) for match in pattern.finditer(sentence))
        if fees.received and _NO_FEE_RECEIVED.search(sentence):
            yield fees.received, 0


def _yuan(match: re.Match[str]) -> int | Decimal:
    return number_of(match["number"]) * (10_000 if match["unit"] == "万元" else 1)


def _amounts(written: str) -> list[int | Decimal]:
    return [_yuan(match) for match in _FEE_AMOUNT.finditer(written)]


def rules_of_a_department(figures: Figures, kind: OfficeKind) -> Iterator[Finding]:
    """A department without the power to make 规章 writes 0 (only governments and some ministries
    have it).
    """
    if kind is OfficeKind.DEPARTMENT and any(figures.proactive.rules):
        yield _warning(
            "report-rules-of-department",
            proactive_cell("rules"),
            "G",
            expected=0,
            found=max(figures.proactive.rules),
            found_rules="、".join(str(number) for number in figures.proactive.rules),
        )


_MAY_MAKE_RULES = LazyPattern(
    r"(?:省|自治区|市|区|县|旗|州|盟|镇|乡|街道)?人民政府(?!办公)|^国家|^国务院|^中国|^中华人民共和国"
)


def kind_of_agency(name: str) -> OfficeKind:
    """Whether a report's agency, by its name, is a government or a department of one."""
    found = _MAY_MAKE_RULES.search(name)
    whole = found is not None and (found.start() == 0 or found.end() == len(name))
    return OfficeKind.GOVERNMENT if whole else OfficeKind.DEPARTMENT


def _parts(texts: Texts) -> tuple[tuple[Place, str], ...]:
    return (*written_parts(texts), (Place(part=5), texts.problems))


def _warning(
    code: str,
    place: Place,
    rule: str,
    *,
    expected: object = None,
    found: object = None,
    **values: object,
) -> Finding:
    return Finding(
        place=place,
        rule=rule,
        code=code,
        severity=Severity.WARNING,
        expected=expected,
        found=found,
        values=values,
    )
