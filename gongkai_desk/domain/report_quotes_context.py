"""Numbers of a text whose cell is told by what stands before them: 其中, 占, 同比, 分别为."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gongkai_desk.domain.patterns import LazyPattern
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    DISPUTE_LABELS,
    RECEIVED_ROW,
    TOTAL_ROW,
    Figures,
)
from gongkai_desk.domain.report_finding import Place, request_cell
from gongkai_desk.domain.report_numerals import UNIT, Number, number_of
from gongkai_desk.domain.report_quotes import (
    COUNT,
    DISPUTES_CELL,
    GROUP_WORDS,
    ROW_WORDS,
    SUITS_CELL,
    SUM,
    Quoted,
    Value,
    dispute_total,
    group_cell,
    group_total,
    simple_quotes,
    total,
)
from gongkai_desk.domain.report_quotes_setting import Setting, about_requests, elsewhere

_PARAGRAPH = LazyPattern(r"[^\n]+")
_SENTENCE = LazyPattern(r"[^。；;！？\n]+")
_ROW_VERBS = LazyPattern(
    r"(?P<carried_in>(?:上年度?|上一年度?|去年)结转)|(?P<carried_out>结转(?:至|到)?(?:下|次|明|[0-9]{4}年))"
    r"|(?P<received>新收|收到|受理|接收|新收申请中)|(?P<done>办结|办理结果)"
)
_VERB_ROWS = {
    "carried_in": CARRIED_IN_ROW,
    "carried_out": CARRIED_OUT_ROW,
    "received": RECEIVED_ROW,
    "done": TOTAL_ROW,
}
_APPLICANTS = LazyPattern(
    "(?P<name>自然人(?!、|和法|及法)|(?<!公民、)(?<!自然人、)(?<!自然人和)法人(?:或者|[或和及、与])其他组织|法人(?!或|和|及|、|与)|商业企业|科研机构|社会公益组织|法律服务机构)"
    f"(?:的)?(?:提出|提交|递交)?(?:的)?(?:申请)?(?:有|共|为)?(?={COUNT})"
)
_SUITS = ("litigation_direct", "litigation_after")
_DISPUTE_WORDS = LazyPattern(
    "(?P<all>复议(?:案件)?[、和及与](?:被)?(?:提起)?(?:行政)?诉讼)"
    "|(?P<litigation_direct>直接起诉)|(?P<litigation_after>复议后(?:起诉|提起诉讼))|(?P<suits>诉讼)"
    "|(?P<reconsideration>复议)"
)
_RESULT_NAMES = {
    "维持": "结果维持",
    "纠正": "结果纠正",
    "其他结果": "其他结果",
    "尚未审结": "尚未审结",
    "未审结": "尚未审结",
    "正在审理": "尚未审结",
}
_NAMED = f"(?P<name>{'|'.join(_RESULT_NAMES)})"
_RESULTS = (
    LazyPattern(
        f"{_NAMED}(?:的)?(?:原?(?:具体)?行政行为|原?决定)?(?:的)?(?:案件)?(?:有|共|为)?{COUNT}"
    ),
    LazyPattern(
        rf"(?<![0-9.,]){COUNT}(?:结果|被|予以|依法)?{_NAMED}(?!(?:的|案件|有|共|为)*[0-9])"
    ),
)
_DONE_RATE = LazyPattern(
    "(?<!按时)(?<!按期)(?<!限时)(?<!如期)(?<!依法)(?<!及时)(?<!时限)办结率"
    r"(?:为|达到|达|均为|保持)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,4})?)%"
)
_SHARE = LazyPattern(
    r"占(?:比|总数|总量|申请总[数量]|新收[^，。；0-9]{0,12}|[^，。；0-9]{0,14})?(?:的)?(?:比例|比重)?"
    r"(?:约为|约|为|达到|达)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,4})?)%"
)
_SHARE_BEFORE = 40
_GROWTH = LazyPattern(
    r"(?:同比|较上年度?(?:同期)?|比上年度?|与上年度?相比|较去年(?:同期)?|比去年)[，,]?(?:的)?"
    rf"(?P<way>增长|增加|上升|增|下降|减少|降低|减)了?(?:约)?"
    rf"(?:(?P<percent>[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?)%|(?P<count>[0-9][0-9,]*){UNIT})"
)
_UP = frozenset({"增长", "增加", "上升", "增"})
_HUNDRED = Decimal(100)
_GROUPS_OF = {"suits": _SUITS, "all": ("reconsideration", *_SUITS)}


@dataclass(frozen=True, slots=True)
class _Name:
    """Something a list or a share may name: its cell, its value, and of what it may be a share."""

    pattern: str
    cell: Place
    value: Value
    wholes: tuple[Value, ...] = ()


def _there(figures: Figures) -> int:
    """All that was in the office's hands: new and carried over."""
    return total(RECEIVED_ROW)(figures) + total(CARRIED_IN_ROW)(figures)


_OF_RESULTS: tuple[Value, ...] = (total(TOTAL_ROW), total(RECEIVED_ROW), _there)


def _column(name: str) -> tuple[str, range]:
    if name.startswith("法人"):
        return "法人或其他组织", range(1, SUM)
    column = COLUMN_LABELS.index(name)
    return name, range(column, column + 1)


def _applicant_value(row: int, columns: range) -> Callable[[Figures], int]:
    return lambda figures: sum(figures.requests[row][column] for column in columns)


def _applicant(pattern: str) -> _Name:
    name, columns = _column(pattern if pattern in COLUMN_LABELS else "法人")
    return _Name(
        pattern,
        Place(table=3, row=RECEIVED_ROW, column=name),
        _applicant_value(RECEIVED_ROW, columns),
        (total(RECEIVED_ROW),),
    )


_NAMES: tuple[_Name, ...] = (
    *(
        _applicant(name)
        for name in (
            "自然人",
            "法人[或和及、与]其他组织",
            *COLUMN_LABELS[1:5],
        )
    ),
    *(
        _Name(words, group_cell(words, name), group_total(name), _OF_RESULTS)
        for words, name in GROUP_WORDS.items()
    ),
    *(
        _Name(words, request_cell(row, SUM), total(row), _OF_RESULTS)
        for row, words in ROW_WORDS.items()
    ),
    _Name("(?:行政)?复议(?!后)", DISPUTES_CELL, dispute_total("reconsideration")),
    _Name("(?:行政)?诉讼", SUITS_CELL, dispute_total(*_SUITS)),
)
_ANY_NAME = LazyPattern("|".join(f"(?P<n{at}>{name.pattern})" for at, name in enumerate(_NAMES)))
_EACH = "|".join(name.pattern for name in _NAMES)
_LIST = LazyPattern(
    rf"(?P<names>(?:(?:{_EACH})[^，。；0-9]{{0,4}}?[、和及与，]?){{2,8}})"
    rf"(?P<way>分别为|分别是|分别有|分别|均为|都是|各为|各)(?P<numbers>[0-9][0-9,]*{UNIT}?"
    rf"(?:[、，和及与]+[0-9][0-9]*{UNIT}?)*)"
)
_WAY = LazyPattern("分别|均为|都是|各为|各(?=[0-9])")
_LIST_BEFORE, _LIST_LONG = 90, 80
_ONE_NUMBER = LazyPattern(r"[0-9]+")


def quotes_in(figures: Figures, text: str) -> list[Quoted]:
    """Every quote of a plain text, wrong or right, in reading order, one for each number and
    cell; what several wordings claim is right when it is right for one of them.
    """
    best: dict[tuple[int, str], Quoted] = {}
    for quoted in _all(figures, text):
        key = (quoted.at, str(quoted.cell) if quoted.shared else "")
        if key not in best or (quoted.right and not best[key].right):
            best[key] = quoted
    shared = {at for at, cell in best if cell}
    return [best[key] for key in sorted(best) if key[1] or key[0] not in shared]


def _all(figures: Figures, text: str) -> Iterator[Quoted]:
    yield from simple_quotes(figures, text)
    for paragraph in _PARAGRAPH.finditer(text):
        for quoted in _applicants(figures, paragraph[0]):
            yield replace(quoted, at=quoted.at + paragraph.start())
    for sentence in _SENTENCE.finditer(text):
        for each in (_dispute_results, _shares, _done_rate, _growth, _lists):
            for quoted in each(figures, sentence[0]):
                yield replace(quoted, at=quoted.at + sentence.start())


def _applicants(figures: Figures, sentence: str) -> Iterator[Quoted]:
    """自然人…件 belongs to the row whose verb stands last before it."""
    for match in _APPLICANTS.finditer(sentence):
        row = _last_row(sentence[: match.start()])
        if row is None:
            continue
        name, columns = _column(match["name"])
        yield Quoted(
            at=match.start("number"),
            cell=Place(table=3, row=row, column=name),
            expected=_applicant_value(row, columns)(figures),
            found=number_of(match["number"]),
        )


def _last_row(before: str) -> int | None:
    verbs = list(_ROW_VERBS.finditer(before))
    return _VERB_ROWS[verbs[-1].lastgroup or ""] if verbs else None


def _dispute_results(figures: Figures, sentence: str) -> Iterator[Quoted]:
    for match in (found for pattern in _RESULTS for found in pattern.finditer(sentence)):
        words = list(_DISPUTE_WORDS.finditer(sentence, 0, match.start()))
        if not words or elsewhere(
            sentence, words[-1].start(), match.start(), Setting.DISPUTES, figures.year
        ):
            continue
        label = _RESULT_NAMES[match["name"]]
        groups = _GROUPS_OF.get(words[-1].lastgroup or "", (words[-1].lastgroup or "",))
        yield Quoted(
            at=match.start("number"),
            cell=Place(table=4, row=words[-1][0], column=label),
            expected=dispute_total(*groups, column=DISPUTE_LABELS.index(label))(figures),
            found=number_of(match["number"]),
        )


def _done_rate(figures: Figures, sentence: str) -> Iterator[Quoted]:
    """办结率 of the requests: row 24 of all there were; 按时办结率 is another matter."""
    there = _there(figures)
    for match in _DONE_RATE.finditer(sentence):
        if there and about_requests(sentence[: match.start()]):
            rate = _HUNDRED * total(TOTAL_ROW)(figures) / there
            yield _percentage(match, "number", request_cell(TOTAL_ROW, SUM), rate)


def _shares(figures: Figures, sentence: str) -> Iterator[Quoted]:
    """占…% speaks of something named before it, mostly of what was named last."""
    for match in _SHARE.finditer(sentence):
        begin = max(0, match.start() - _SHARE_BEFORE)
        for named in reversed(list(_ANY_NAME.finditer(sentence, begin, match.start()))):
            name = _NAMES[int((named.lastgroup or "n0")[1:])]
            part = name.value(figures)
            for whole in (each(figures) for each in name.wholes):
                if part is not None and whole:
                    yield _percentage(match, "number", name.cell, _HUNDRED * part / whole)


def _growth(figures: Figures, sentence: str) -> Iterator[Quoted]:
    """同比增长…% and 较上年增加…件 of what was received or done, when last year is known."""
    for match in _GROWTH.finditer(sentence):
        row = _last_row(sentence[: match.start()])
        before_row = figures.previous.requests.get(row or 0)
        if row is None or not before_row:
            continue
        now, before = figures.requests[row][SUM], before_row[-1]
        change = now - before if match["way"] in _UP else before - now
        cell = request_cell(row, SUM)
        if match["count"]:
            yield Quoted(
                at=match.start("count"),
                cell=cell,
                expected=change,
                found=number_of(match["count"]),
            )
        elif before:
            yield _percentage(match, "percent", cell, _HUNDRED * change / before)


def _percentage(match: re.Match[str], group: str, cell: Place, expected: Decimal) -> Quoted:
    decimals = len(match[group].partition(".")[2])
    return Quoted(
        at=match.start(group),
        cell=cell,
        expected=expected,
        found=Decimal(match[group]),
        decimals=decimals,
    )


def _list_matches(sentence: str) -> Iterator[re.Match[str]]:
    """The lists around their 分别 or 均为; only so far back as a list is long."""
    begin = 0
    for way in _WAY.finditer(sentence):
        match = _LIST.search(
            sentence, max(begin, way.start() - _LIST_BEFORE), way.end() + _LIST_LONG
        )
        if match is not None:
            yield match
            begin = match.end()


def _lists(figures: Figures, sentence: str) -> Iterator[Quoted]:
    """予以公开、部分公开分别为5件、3件: name by name; 均为0件: all the same."""
    for match in _list_matches(sentence):
        names = [
            _NAMES[int((each.lastgroup or "n0")[1:])]
            for each in _ANY_NAME.finditer(sentence, match.start("names"), match.end("names"))
        ]
        numbers = list(_ONE_NUMBER.finditer(sentence, match.start("numbers"), match.end("numbers")))
        shared = not match["way"].startswith("分别")
        if shared:
            numbers = numbers[:1] * len(names)
        if len(numbers) != len(names):
            continue
        for name, number in zip(names, numbers, strict=True):
            expected: Number | None = name.value(figures)
            if expected is not None:
                yield Quoted(
                    at=number.start(),
                    cell=name.cell,
                    expected=expected,
                    found=number_of(number[0]),
                    shared=shared,
                )
