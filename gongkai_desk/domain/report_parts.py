"""The written parts of a published report: title, opening, the six parts and their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gongkai_desk.domain.report import Texts

PART_WORDS = ("总体情况", "主动公开", "申请", "行政复议", "存在", "其他")
"""A word that the heading of each of the six parts must have."""
SUB_WORDS = ("主动公开", "依申请公开", "信息管理", "平台建设", "监督保障")
"""A word that each of the five sub-headings of part one must have."""

_TABLE_HEADINGS = {
    2: ("主动公开政府信息情况",),
    3: ("收到和处理政府信息公开申请情况",),
    4: (
        "政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ),
}
_PART = re.compile(r"(?P<number>[一二三四五六])\s*[、.．,，]\s*(?P<rest>\S.{0,40})")
_NUMBERED = re.compile(r"[一二三四五六]、")
_SUB = re.compile(r"[（(]\s*(?P<number>[一二三四五六七八九])\s*[）)]\s*、?(?P<rest>.*)", re.DOTALL)
_HEAD_ENDS = re.compile(r"[。：:；，,\s]")
_TITLE = re.compile(
    r"(?P<before>[^，。；：\s]{0,70}?)(?P<year>20[0-9]{2}|二[〇零○Ｏ]二[〇零○一二三四五六七八九])年度?"
    r"(?P<after>[^，。；：\s]{0,70}?)政府信息公开(?:工作)?年度?报告"
)
_PERIOD = re.compile(r"(?:从|自)?(20[0-9]{2})年1月1日")
_FURNITURE = re.compile(
    r"(?:发布(?:日期|时间)|来源|信息来源|浏览(?:次数|量)?|字[号体]|索引号|发文日期|成文日期|打印|公开日期"
    r"|责任编辑|主办单位|主办|承办|版权所有|网站标识码|上一篇|下一篇|分享到|扫一扫|附件|视力保护色|首页"
    r"|当前位置|您的位置|【|\[)[^。]*|.*(?:ICP备|公网安备).*|草\s*稿|关闭窗口"
    r"|[-—–－\s]*[0-9]{0,3}[-—–－\s]*|Sheet\s?[0-9]+:.*|注：字库中没有下列代码的字.*"
)
_DIGITS = {
    **{digit: str(value) for value, digit in enumerate("零一二三四五六七八九")},
    "〇": "0",
    "○": "0",
    "Ｏ": "0",
}
_LONGEST_SUB_HEAD = 24
_USUAL_LINES, _MOST_LINES, _FULL_LINE = 3, 5, 8  # of a title
_SHORT_WORD = 4  # a word of the page around the title is no part of the agency's name


@dataclass(slots=True)
class FoundParts:
    """What the lines of a report told. `parts` and `subs` are the headings found, by number."""

    agency: str = ""
    year: int | None = None
    texts: Texts = field(default_factory=Texts)
    parts: set[int] = field(default_factory=set)
    subs: set[int] = field(default_factory=set)


def find_parts(lines: Iterable[str]) -> FoundParts:
    """Sort the lines into the parts they stand under; nothing in them can make this fail."""
    cleaned = [text for line in lines if (text := _clean(line))]
    found = FoundParts()
    start = _title(found, cleaned)
    opening: list[str] = []
    overview: list[list[str]] = [[] for _ in SUB_WORDS]
    others: dict[int, list[str]] = {5: [], 6: []}
    part, sub = 0, -1
    for line in cleaned[start:]:
        number = _part_of(line, part)
        if number:
            part, sub = number, -1
            found.parts.add(number)
            continue
        if part == 1:
            named = _sub_of(line, sub)
            if named is not None:
                sub, line = named
                found.subs.add(sub)
                if not line:
                    continue
            (overview[sub] if sub >= 0 else opening).append(line)
        elif part == 0:
            opening.append(line)
        elif part in others:
            others[part].append(line)
    found.texts = _texts(found, opening, overview, others)
    if found.year is None:
        period = _PERIOD.search("".join("".join(cleaned).split()))
        found.year = int(period[1]) if period else None
    return found


def _texts(
    found: FoundParts,
    opening: list[str],
    overview: Sequence[list[str]],
    others: dict[int, list[str]],
) -> Texts:
    """Part one without any sub-heading is one text: it is kept as the first of the five."""
    if found.parts and not found.subs and opening:
        overview[0].extend(opening)
        opening = []
    first, second, third, fourth, fifth = ("\n".join(lines) for lines in overview)
    return Texts(
        opening="\n".join(opening),
        overview=(first, second, third, fourth, fifth),
        problems="\n".join(others[5]),
        other="\n".join(others[6]),
    )


def _clean(line: str) -> str:
    text = line.replace("\u200b", "").replace("\ufeff", "").strip(" \t\r\n\u3000\u00a0")
    text = text.removesuffix("（草稿）")
    return "" if _FURNITURE.fullmatch(text) else text


def _title(found: FoundParts, lines: Sequence[str]) -> int:
    """Find agency and year before part one; returns where the text begins."""
    start = 0
    for place in range(len(lines)):
        if _part_of(lines[place], 0) == 1:
            break
        for count in range(1, _MOST_LINES + 1):
            if count > _USUAL_LINES and any(
                len(line) < _FULL_LINE for line in lines[place : place + count - 1]
            ):
                break  # only a long name fills so many lines
            joined = "".join("".join(lines[place : place + count]).split())
            title = _TITLE.fullmatch(joined)
            name = (title["before"] or title["after"]) if title else ""
            new = place >= start or (
                place + count == start and len(lines[place - 1]) <= _SHORT_WORD
            )
            if title and new and (name or not found.agency) and not _NUMBERED.match(name):
                found.agency, found.year = name, _year(title["year"])
                start = place + count
                break
    if not found.agency:
        for line in lines[:12]:
            title = _TITLE.search("".join(line.split()))
            if title and (title["before"] or title["after"]):
                found.agency, found.year = title["before"] or title["after"], _year(title["year"])
                break
    return start


def _year(text: str) -> int:
    return int("".join(_DIGITS.get(digit, digit) for digit in text))


def _part_of(line: str, present: int) -> int:
    """The part whose heading `line` is; headings come in order. 0 for none."""
    match = _PART.fullmatch(line)
    if match is None or "。" in line.rstrip("。"):
        return 0
    number = "一二三四五六".index(match["number"]) + 1
    if number > present:
        return number if PART_WORDS[number - 1] in match["rest"] else 0
    # A workbook has its tables on sheets after the texts: parts two to four come once more.
    return number if match["rest"].strip() in _TABLE_HEADINGS.get(number, ()) else 0


def _sub_of(line: str, present: int) -> tuple[int, str] | None:
    """The sub-part of part one that `line` opens and the text that goes on in the same line."""
    match = _SUB.fullmatch(line)
    if match is None:
        return None
    rest = match["rest"].strip()
    end = _HEAD_ENDS.search(rest)
    head = rest[: end.start()] if end else rest
    if len(head) > _LONGEST_SUB_HEAD:
        return None
    for number, word in enumerate(SUB_WORDS):
        if word in head and number > present and not (number == 0 and "依申请" in head):
            return number, rest[end.end() :].strip() if end else ""
    return None
