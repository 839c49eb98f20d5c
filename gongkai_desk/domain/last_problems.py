"""The problems that last year's part five named, and what became of them in this year's.

Part five is split as it is written: under a heading 存在的问题, as numbered items, 一是二是, or as
sentences after 存在以下问题：. A text that is built otherwise stays one item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Became, LastProblem, Texts
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.domain.report_text import SAYS_NOTHING
from gongkai_desk.domain.sub_headings import numeral, unnumbered

_NUMERAL = "[一二三四五六七八九十]"
_AMISS = "问题|不足|困难|短板|差距"
_MENDING = (
    "改进|整改|措施|打算|下一步|下步|对策|努力方向|工作思路|工作计划|改善|今后|工作安排|下一阶段"
)
_LACKS = "不|未|缺|弱|滞后|有待|欠"
_BLANKS = r"[ \t\u3000]{0,8}"
_HEAD = re.compile(
    rf"^{_BLANKS}(?:[（(]{_NUMERAL}+[）)]、?|{_NUMERAL}+[、.．]|[0-9]{{1,2}}[.．、])?"
    rf"{_BLANKS}(?P<title>[^。；：:\n]{{2,25}}?){_BLANKS}[。：:]?{_BLANKS}$",
    re.MULTILINE,
)
_AHEAD = (
    r"下一步|下步|下一阶段|下阶段|今后|接下来|新的一年|上一?年度?(?:存在|指出|报告|年报)"
    r"|20[0-9]{2}年[，,]?(?:我|本|将|全|要|继续|区|市|县)"
    r"|(?:我(?:们|局|市|区|县|委|办|镇|机关|单位|街道)|本(?:机关|局|单位))[^。；;\n]{0,12}(?:将|要)"
    r"|(?:针对|对于?|围绕)(?:上述|以上|这些|此类|存在)|为此|对此"
    r"|(?:主要|具体)?(?:改进|整改)(?:情况|措施|方向|打算|工作|[：:])"
)
_MEASURES = re.compile(
    rf"(?:(?<=[。；;！\n])|^)[ \t\u3000]*(?:[（(]?[二三四五][）)、][ \t\u3000]*)?(?={_AHEAD})"
)
_LEAD = re.compile(
    rf"(?:(?:{_AMISS})(?:主要)?(?:有|是|如下|包括|表现在|为)?(?:以下)?(?:几|两|三|四)?(?:个)?(?:方面)?"
    r"|(?:主要)?(?:有|是|如下|包括|表现在)(?:以下)?(?:几|两|三|四)?(?:个)?(?:点|方面))"
    r"[：:。][ \t\u3000\n]*"
)
_START = r"(?:(?<=[\n。；;：:])|^)[ \t\u3000]*"
_ENUMERATORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?<=[\n。])|^)[ \t\u3000]*[（(]{_NUMERAL}+[）)]",
        rf"{_START}{_NUMERAL}+、",
        r"(?:(?<=[\n。；;：:，,])|^)[ \t\u3000]*(?:[（(]\d{1,2}[）)]|\d{1,2}(?:[、．]|\.(?!\d)))",
        r"[①②③④⑤⑥⑦⑧⑨⑩]",
        rf"(?:(?<=[\n。；;：:，,、])|^)[ \t\u3000]*{_NUMERAL}是(?!否)",
        rf"{_START}(?:第{_NUMERAL}[，,、：:]|(?:首先|其次|再次|再者|此外|最后)[，,])",
        rf"(?:(?<=[\n。；;：:，,])|^)[ \t\u3000]*(?:{_NUMERAL}则|另?{_NUMERAL}方面)[，,]?",
    )
)
_ORDER = {
    **{numeral(number): number for number in range(1, 30)},
    **{circled: number for number, circled in enumerate("①②③④⑤⑥⑦⑧⑨⑩", 1)},
    "首先": 1,
    "其次": 2,
    "再次": 3,
    "再者": 4,
    "此外": 5,
    "最后": 6,
    "另一": 2,
}
_NUMBER = re.compile(rf"[0-9]+|首先|其次|再次|再者|此外|最后|另一|{_NUMERAL}+|[①②③④⑤⑥⑦⑧⑨⑩]")
_SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]*")
_PARAGRAPH = re.compile(r"[^\n]+\n*")
_ENDS = " \t\u3000\n。；;，,、：:"
_BEFORE_WORDS = re.compile(
    rf"^[ \t\u3000]*(?:[（(](?:{_NUMERAL}+|[0-9]{{1,2}})[）)]、?|{_NUMERAL}+、|[0-9]{{1,2}}[.．、]"
    rf"|[①②③④⑤⑥⑦⑧⑨⑩]|{_NUMERAL}是|第{_NUMERAL}[，,、：:]|(?:首先|其次|再次|再者|此外|最后)[，,]"
    rf"|(?:{_NUMERAL}则|另?{_NUMERAL}方面)[，,]?)[ \t\u3000]*"
)
_CLAUSE = re.compile(r"[，。；：,;:！？!?\n]")
_LONGEST_NAME, _SHORTEST_NAME = 24, 4
_LAST_YEAR = (
    "(?:上一?年度?|去年|{year}年度?)(?:[^。；\n]{{0,40}})(?:" + _AMISS + "|整改|年报指出|报告指出)"
)


@dataclass(frozen=True, slots=True)
class Split:
    """A text as `before` + `items` + `after`, to the letter: what leads to the problems, each
    problem, and what was said to be done about them.
    """

    before: str
    items: tuple[str, ...]
    after: str


def split(text: str) -> Split:
    """The problems in a part five. Nothing is lost, and a text with words has an item."""
    start, end = _zone(text)
    zone = text[start:end]
    if not zone.strip():
        return Split("", (text,), "") if text.strip() else Split(text, (), "")
    cut = _first_measure(zone, 0)
    begins = _numbered_items(zone, cut)
    if begins:
        cut = _first_measure(zone, begins[-1] + 1)
    else:
        begins = _plain_items(zone[:cut], headed=start > 0)
    zone = zone[:cut]
    items = tuple(zone[here:there] for here, there in pairwise((*begins, len(zone))))
    return Split(text[:start] + zone[: begins[0]], items, text[start + len(zone) :])


def problems_in(text: str) -> tuple[str, ...]:
    """The problems of a part five in their words, without the numbers before them; none where it
    says that there are none.
    """
    said = (_said(item) for item in split(text).items)
    return tuple(each for each in said if each and not SAYS_NOTHING.fullmatch(each))


def _said(item: str) -> str:
    """An item without its number; a heading and its text are joined to one paragraph."""
    words = _BEFORE_WORDS.sub("", item.strip(), count=1)
    return "\n".join(line.strip(" \t\u3000") for line in words.split("\n") if line.strip()).rstrip(
        _ENDS
    )


def _zone(text: str) -> tuple[int, int]:
    """From where to where the problems are told, by the headings; everything without headings."""
    start, end = 0, len(text)
    for match in _HEAD.finditer(text):
        title = match["title"]
        mends, amiss = re.search(_MENDING, title), re.search(_AMISS, title)
        if mends and re.search(_LACKS, title):
            continue  # 整改不够到位 is a problem itself
        if amiss and not mends and start == 0 and _names_part(title):
            start = match.end()
        elif mends and match.start() >= start and text[start : match.start()].strip():
            end = match.start()
            break
    return start, end


def _names_part(title: str) -> bool:
    """Whether a heading announces the problems and is none itself, such as 公开不及时的问题."""
    return bool(re.search("存在|主要|突出|面临|当前|目前", title)) or len(unnumbered(title)) <= 4


def _first_measure(zone: str, after: int) -> int:
    """Where words on what is done about it begin, behind `after` and behind some words; the end of
    the zone when there are none.
    """
    found = (match.start() for match in _MEASURES.finditer(zone))
    return next((at for at in found if at >= after and zone[:at].strip()), len(zone))


def _numbered_items(zone: str, cut: int) -> list[int]:
    """Where the items begin: of the way of numbering that starts first, before the measures do.
    A number that starts again belongs to the measures. Nothing when there are not two.
    """
    best: list[int] = []
    for pattern in _ENUMERATORS:
        run: list[int] = []
        last = 0
        for match in pattern.finditer(zone):
            number = _order(match[0])
            if number <= last or (not run and match.start() >= cut):
                break
            run.append(match.start())
            last = number
        if len(run) > 1 and (not best or run[0] < best[0]):
            best = run
    return best


def _order(sign: str) -> int:
    found = _NUMBER.search(sign)
    assert found is not None, "every way of numbering has a number"
    return _ORDER.get(found[0]) or int(found[0] if found[0].isdecimal() else 0)


def _plain_items(zone: str, *, headed: bool) -> list[int]:
    """Where problems without numbers begin: the paragraphs below a heading, else its sentences;
    the sentences after 存在以下问题：; else the one text.
    """
    first = len(zone) - len(zone.lstrip())
    lead = None if headed else _LEAD.search(zone)
    if not headed and lead is None:
        return [first]
    start = lead.end() if lead else 0
    begins = _places(_PARAGRAPH, zone, start) if headed else []
    if len(begins) < 2:
        begins = _places(_SENTENCE, zone, start)
    return begins if len(begins) > 1 else [first]


def _places(pattern: re.Pattern[str], zone: str, start: int) -> list[int]:
    return [m.start() for m in pattern.finditer(zone, start) if m[0].strip(_ENDS)]


def name_of(problem: str) -> str:
    """A problem in a few words: its first clause."""
    text = problem.strip(_ENDS)
    for match in _CLAUSE.finditer(text):
        if match.start() >= _SHORTEST_NAME:
            text = text[: match.start()]
            break
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"


def taken_up(kept: Sequence[LastProblem], found: Sequence[str]) -> tuple[LastProblem, ...]:
    """The problems found in last year's text with what was said of them already; what was said of
    others stays at the end.
    """
    known = {each.text: each for each in kept}
    taken = [known.pop(text, LastProblem(text=text)) for text in dict.fromkeys(found)]
    return (*taken, *(each for each in known.values() if each.became or each.words.strip()))


def composed(problem: LastProblem, wordings: Mapping[str, str]) -> str:
    """The sentence for this year's part five; "" while nothing is said of the problem."""
    if problem.became is None:
        return ""
    head = wordings["head"].format(problem=name_of(problem.text))
    said = problem.words.strip(_ENDS)
    return head + wordings[problem.became.value] + (f"：{said}。" if said else "。")


def with_last_problems(
    text: str, problems: Sequence[LastProblem], wordings: Mapping[str, str]
) -> str:
    """`text` with a paragraph for each problem something is said of: in place of the one put in
    before, else behind the last of them, else at the end. Nothing else is touched.
    """
    lines = text.rstrip().split("\n") if text.strip() else []
    after = len(lines)
    for problem in problems:
        told = composed(problem, wordings)
        if not told:
            continue
        head = wordings["head"].format(problem=name_of(problem.text))
        at = next((n for n, line in enumerate(lines) if line.strip().startswith(head)), None)
        if at is None:
            lines.insert(after, told)
            after += 1
        else:
            lines[at] = told
            after = at + 1
    return "\n".join(lines)


def last_problems_told(
    texts: Texts, before: Texts, problems: Sequence[LastProblem], year: int
) -> Iterator[Finding]:
    """Part five tells what became of last year's problems (存在的主要问题及改进情况): one of them
    is answered in the list, or named in the text, or the text speaks of last year's.
    """
    found = problems_in(before.problems)
    if not found or not texts.problems.strip() or any(each.became for each in problems):
        return
    written = "".join(texts.problems.split())
    named = any("".join(name_of(each).rstrip("…").split()) in written for each in found)
    if named or re.search(_LAST_YEAR.format(year=year - 1), written):
        return
    yield Finding(
        place=Place(part=5),
        rule="text",
        code="report-last-problems-untold",
        severity=Severity.WARNING,
        found=len(found),
        values={"count": len(found), "year": year - 1, "example": name_of(found[0])},
    )


def answered(problem: LastProblem, became: Became | None, words: str) -> LastProblem:
    """The problem with what became of it."""
    return replace(problem, became=became, words=words)
