"""The lines of a document: furniture taken off, breaks healed, numbering marks recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.blocks import Block, Paragraph

_HEADING_MARK = re.compile(r"^#{1,6}(?=\s|\*|[（(一二三四五六七八九十])\s*")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")
_PAGE_NUMBER = re.compile(
    r"[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d+\s*页(\s*[,，/]?\s*共\s*\d+\s*页)?"
    r"|\d{1,3}\s*/\s*\d{1,3}|[·•~～]\s*\d{1,3}\s*[·•~～]|[Pp](?:age|\.)\s*\d{1,3}"
)
_BARE_PAGE_NUMBER = re.compile(r"\d{1,3}")
_WORD = (
    r"打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)|收藏(?:本页)?|纠错"
    r"|上一[篇条页]|下一[篇条页]|分享|首页"
)
_NAVIGATION = re.compile(
    rf"(?:(?:[【\[［（(]\s*)?(?:{_WORD})(?:\s*[】\]］）)])?[\s|｜/·:：]*)+|扫一扫.{{0,20}}"
    r"|(?:上一[篇条页]|下一[篇条页]|分享到|字[体号]|浏览次数|阅读次数|点击数|访问量|当前位置|您的位置"
    r"|您现在的位置|责任编辑)[:：].*"
    r"|(?:首页|网站首页)\s*[>》›＞].*|版权所有.*|.*ICP备.*|.*公网安备.*|网站(?:地图|标识码.*)|技术支持[:：].*"
)
_CONTENTS = re.compile(r"目\s*录|.{2,60}?(?:…+|\.{3,}|·{3,}|\s-{3,})\s*\d{1,3}")
_FOOT = re.compile(r"版权所有.*|.*ICP备.*|.*公网安备.*|网站(?:地图|标识码.*)")
_BESIDE_FOOT = re.compile(
    r"(?:(?:主办|承办|协办)(?:单位)?|技术支持|地址|邮编|(?:联系)?电话|网站标识码|版权)[:：].*|联系我们.*"
)
_RUNNING_HEAD = re.compile(r"[^，。；：、]{4,40}(?:文件|公报|要点|分工|方案|清单|台账|配档表|计划)")
_LONGEST_NAVIGATION = 120
_BLANKS = re.compile(r"\s+")
_PART = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章|篇)(?:[\s:：、].{0,30}|.{0,20})")
_SIGNS = {  # a numeral and its bracket or stop in one character
    **{chr(0x3220 + n): (2, n + 1) for n in range(10)},  # ㈠
    **{chr(0x2488 + n): (3, n + 1) for n in range(20)},  # ⒈
    **{chr(0x2474 + n): (4, n + 1) for n in range(20)},  # ⑴
    **{chr(0x2460 + n): (5, n + 1) for n in range(20)},  # ①
}
_ARTICLE = re.compile(r"^第([一二三四五六七八九十]{1,3})条\s*")
_DECIMAL = re.compile(r"^(\d{1,2}[.．](\d{1,2}))(?![\d.．万亿倍％%])\s*[、]?\s*")
_HALF_BRACKET = re.compile(r"^(\d{1,2})\s*[)）]\s*")
_MARKS = (
    re.compile(r"^([一二三四五六七八九十]{1,3})\s*[、．.]\s*"),
    re.compile(r"^[（(]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*、?"),
    re.compile(r"^(\d{1,2})\s*(?:[．、]|\.(?!\d))\s*"),
    re.compile(r"^[（(]\s*(\d{1,2})\s*[)）]\s*"),
)
_TERMINATED = re.compile(r"(?:[。；！？…：:;）)〕\]】］”!?]|(?<=[\u4e00-\u9fff])[.．])$")
_LEANS_ON_NEXT = re.compile(r"[，、第及和与或按照据（(〔“《]$")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_LONG_LINE = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something, without the blanks and marks around it."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering mark that opens a line: `level` 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）.

    Level 5 is ①, level 0 a part (第一部分) that holds several 一、; 第一条 is a point.
    """

    level: int
    ordinal: int
    printed: str
    length: int  # of the mark in the line


def clean(text: str) -> str:
    """A line without its outer blanks and markdown's heading and emphasis marks."""
    stripped = _HEADING_MARK.sub("", text.strip())
    return _EMPHASIS.sub(r"\1", stripped).strip()


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    """Every line that is not blank; a table row counts as one line."""
    lines = []
    for block in blocks:
        text = (
            block.text
            if isinstance(block, Paragraph)
            else " ".join(cell for cell in block.cells if cell)
        )
        if cleaned := clean(text):
            lines.append(Line(cleaned, block.line))
    return lines


def furniture(lines: Sequence[Line]) -> list[Line]:
    """Page numbers and the navigation words of a web page.

    A number alone on its line is a page's when all such numbers count up one by one; a title that
    stands alone and comes again is printed over every page.
    """
    bare = [line for line in lines if _BARE_PAGE_NUMBER.fullmatch(line.text)]
    counted = [int(line.text) for line in bare]
    counts_up = len(bare) > 1 and counted == list(range(counted[0], counted[0] + len(bare)))
    numbers = {line.number for line in bare} if counts_up else set()
    numbers |= _running_heads(lines) | _foot(lines)
    return [line for line in lines if line.number in numbers or _is_furniture(line.text)]


def _foot(lines: Sequence[Line]) -> set[int]:
    """The address lines of a web page's foot; alone, 主办单位： would name who must do a task."""
    found: set[int] = set()
    for way in (lines, lines[::-1]):
        inside = False
        for line in way:
            beside = inside and _BESIDE_FOOT.fullmatch(line.text) is not None
            inside = beside or _FOOT.fullmatch(line.text) is not None
            found |= {line.number} if beside else set()
    return found


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """The lines that repeat a title word for word, from its third time on; …文件 from its second.

    A title comes twice in a document that sends it along with a covering notice.
    """
    seen: dict[str, list[int]] = {}
    for line in lines:
        if _RUNNING_HEAD.fullmatch(line.text):
            seen.setdefault(compact(line.text), []).append(line.number)
    return {
        number
        for text, numbers in seen.items()
        for number in numbers[1 if text.endswith(("文件", "公报")) else 2 :]
    }


def _is_furniture(text: str) -> bool:
    if len(text) > _LONGEST_NAVIGATION:
        return False
    return any(pattern.fullmatch(text) for pattern in (_PAGE_NUMBER, _NAVIGATION, _CONTENTS))


def squeeze(text: str) -> str:
    """`text` without blanks, except one between two ASCII characters that had any."""

    def keep(match: re.Match[str]) -> str:
        before = text[max(match.start() - 1, 0) : match.start()]
        after = text[match.end() : match.end() + 1]
        return " " if before.isascii() and after.isascii() and before and after else ""

    return _BLANKS.sub(keep, text)


def compact(text: str) -> str:
    return _BLANKS.sub("", text)


def heal(texts: Iterable[str]) -> str:
    """One text from the lines it was broken into: nothing is put in their place."""
    return "".join(squeeze(text.strip()) for text in texts)


def ordinal(numeral: str) -> int:
    """The value of 一 … 九十九 or of digits."""
    if numeral.isdigit():
        return int(numeral)
    tens, found, units = numeral.rpartition("十")
    if not found:
        return _DIGITS.get(numeral, 0)
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + _DIGITS.get(units, 0)


def mark_of(text: str) -> Mark | None:
    """The numbering mark that opens `text`; brackets are given full width."""
    for level, pattern in enumerate(_MARKS, 1):
        if match := pattern.match(text):
            numeral = match.group(1)
            printed = f"（{numeral}）" if level in (2, 4) else numeral
            return Mark(level, ordinal(numeral), printed, match.end())
    return _rare_mark(text)


def _rare_mark(text: str) -> Mark | None:
    if text[:1] in _SIGNS:
        level, value = _SIGNS[text[0]]
        return Mark(level, value, text[0], len(text) - len(text[1:].lstrip(" \t\u3000、")))
    if match := _ARTICLE.match(text):
        return Mark(3, ordinal(match.group(1)), match.group().strip(), match.end())
    if match := _DECIMAL.match(text):
        return Mark(4, int(match.group(2)), match.group(1), match.end())
    if match := _HALF_BRACKET.match(text):
        return Mark(4, int(match.group(1)), f"{match.group(1)}）", match.end())
    return None


def is_part(text: str) -> bool:
    """Is the line the heading of a part (第一部分 …) above the numbered sections?"""
    return _PART.fullmatch(text) is not None and "。" not in text


def terminated(text: str) -> bool:
    """Does `text` end like a sentence, a clause in brackets or a heading's quotation?"""
    return _TERMINATED.search(text) is not None


def leans_on_next(text: str) -> bool:
    """Does `text` end in the middle of a phrase, so that what follows cannot be a new item?"""
    return _LEANS_ON_NEXT.search(text) is not None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document's lines are set: `broken` when a line is not a paragraph."""

    broken: bool
    width: int

    def ended(self, line: Line) -> bool:
        """May a new paragraph follow `line`?"""
        if leans_on_next(line.text):
            return False
        return not self.broken or terminated(line.text) or len(line.text) < self.width * 0.85


def setting(lines: Sequence[Line]) -> Setting:
    """A document is broken into lines when most of its long lines stop inside a sentence."""
    long_lines = [line for line in lines if len(line.text) >= _LONG_LINE]
    if not long_lines:
        return Setting(broken=False, width=0)
    cut = sum(not terminated(line.text) for line in long_lines)
    lengths = sorted(len(line.text) for line in long_lines)
    return Setting(broken=cut * 5 > len(long_lines) * 2, width=lengths[len(lengths) // 2])
