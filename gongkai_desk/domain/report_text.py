"""The written parts of a report against its tables: quoted numbers (H), length, missing parts.

Everything here is a warning. A report with a missing part is not printed as final.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import (
    Figures,
    Texts,
)
from gongkai_desk.domain.report_finding import (
    Finding,
    Place,
    has_errors,
)
from gongkai_desk.domain.report_numerals import plain
from gongkai_desk.domain.report_quotes import SUM, Quoted
from gongkai_desk.domain.report_quotes_context import quotes_in
from gongkai_desk.domain.sub_headings import blank_titles

LONGEST_OVERVIEW = 1000
"""Characters of part one: 原则上不超过一千字."""

FEE_NOTICE_ROW = 22
_OVERVIEW_ROWS = ("（一）", "（二）", "（三）", "（四）", "（五）")
SAYS_NOTHING = re.compile(
    "(?:无|暂无|没有|略|不存在|不涉及|无此类情况|无相关情况|无此项内容|同上年?|见附件"
    "|(?:我局|本机关|本单位|本行政机关|本年度|目前|20[0-9]{2}年)*"
    "(?:无|暂无|没有|不存在|未发现|暂未发现)(?:明显|突出|主要|相关)?(?:的)?"
    "(?:问题|不足|情况)?(?:及改进情况|和改进情况|需要改进)?)"
)
_MISSING = frozenset({"report-opening-missing", "report-part-missing", "report-part-five-empty"})

TextCheck: TypeAlias = Callable[[Figures, Texts], Iterator[Finding]]


def quoted_numbers(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: a number quoted in part one or six equals its cell."""
    for place, text in written_parts(texts):
        written = plain(text)
        for quoted in quotes_in(figures, written):
            if not quoted.right:
                yield _misquoted(place, quoted, around(written, quoted.at))


def written_parts(texts: Texts) -> tuple[tuple[Place, str], ...]:
    """The texts in which numbers of the tables are quoted, each with its place. A part one without
    sub-headings is one text.
    """
    first, *others = texts.overview
    if not any(others):
        overview: tuple[tuple[Place, str], ...] = ((Place(part=1), f"{texts.opening}\n{first}"),)
    else:
        overview = (
            (Place(part=1), texts.opening),
            *(
                (Place(part=1, row=row), text)
                for row, text in zip(_OVERVIEW_ROWS, texts.overview, strict=True)
            ),
        )
    return (*overview, (Place(part=6), texts.other))


def processing_fee_told(figures: Figures, texts: Texts) -> Iterator[Finding]:
    """H: when requests ended because a fee was not paid (row 22), part six speaks of the fee."""
    lapsed = figures.requests[FEE_NOTICE_ROW][SUM]
    if lapsed and texts.other.strip() and "信息处理费" not in texts.other:
        yield _text_finding("report-fee-not-told", Place(part=6), rule="H", count=lapsed)


def parts_written(_figures: Figures, texts: Texts) -> Iterator[Finding]:
    """Every part has a text, and part five more than 无 (条例 第五十条（四）)."""
    if not texts.opening.strip():
        yield _text_finding("report-opening-missing", Place(part=1))
    for row, text in zip(_OVERVIEW_ROWS, texts.overview, strict=True):
        if not text.strip():
            yield _text_finding("report-part-missing", Place(part=1, row=row))
    written = [line for line in texts.problems.splitlines() if line.strip()]
    if not written or not all(map(_meaningful, written)):  # 无。 is no problem, whatever follows
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


def matters_written(_figures: Figures, texts: Texts) -> Iterator[Finding]:
    """Every sub-heading of part six has a text below it."""
    for title in blank_titles(texts.other):
        yield _text_finding("report-heading-blank", Place(part=6), title=title)


TEXT_CHECKS: tuple[TextCheck, ...] = (
    quoted_numbers,
    processing_fee_told,
    parts_written,
    overview_short,
    matters_written,
)


def check_texts(figures: Figures, texts: Texts) -> list[Finding]:
    """Everything the written parts leave to be said, in the order of `TEXT_CHECKS`."""
    return [finding for each in TEXT_CHECKS for finding in each(figures, texts)]


def printable_as_final(findings: Iterable[Finding]) -> bool:
    """Whether nothing stands against printing without the mark of a draft."""
    found = list(findings)
    return not has_errors(found) and not any(stands_for_missing(finding) for finding in found)


def stands_for_missing(finding: Finding) -> bool:
    """Whether the finding says that a part of the report is missing."""
    return finding.code in _MISSING


def _meaningful(text: str) -> bool:
    """Whether one of its sentences says more than a heading and 无."""
    return any(_says_something(each) for each in _ENDS.split(text))


def _says_something(sentence: str) -> bool:
    said = _HEADED.sub("", "".join(sentence.split()), count=1)
    core = re.sub(r"[，、：.,:]", "", said)
    return bool(core) and SAYS_NOTHING.fullmatch(core) is None


_ENDS = re.compile(r"[。；;！!\n]")
_HEADED = re.compile(
    r"^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]、?)?"
    r"(?:(?:存在的?|工作中的?)?(?:主要|突出)?(?:问题|不足|困难)(?:(?:及|和|与)?(?:改进(?:情况|措施)?|原因))?"
    r"|(?:下一步)?(?:改进|整改)(?:情况|措施|打算|方向))?(?=[：:]|无|暂无|没有|$)"
)


def around(text: str, at: int) -> str:
    """The words about the number that begins at `at`: its clause, shortened before it."""
    before = _CLAUSE_BEFORE.search(text[max(0, at - _FAR) : at])
    after = _CLAUSE_AFTER.match(text, at)
    words = before[0] if before else ""
    start = f"…{words[-_BEFORE:]}" if len(words) > _BEFORE else words
    return start + (after[0] if after else "")


_FAR, _BEFORE = 80, 14
_CLAUSE_BEFORE = re.compile(r"[^，。；：、！？\n]*$")
_CLAUSE_AFTER = re.compile(r"[0-9][0-9,.]*[^，。；：、！？\n0-9]{0,8}")


def _misquoted(part: Place, quoted: Quoted, words: str) -> Finding:
    sign = "" if quoted.decimals is None else "%"
    return Finding(
        place=part,
        rule="H",
        code="report-misquoted",
        severity=Severity.WARNING,
        expected=_json_number(quoted.shown),
        found=_json_number(quoted.found),
        values={"cell": quoted.cell, "expected": f"{quoted.shown}{sign}", "words": words},
    )


def _json_number(number: int | Decimal) -> int | str:
    return number if isinstance(number, int) else format(number, "f")


def _text_finding(code: str, place: Place, rule: str = "text", **values: object) -> Finding:
    return Finding(place=place, rule=rule, code=code, severity=Severity.WARNING, values=values)
