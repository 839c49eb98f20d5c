"""Title, issuer, document number and year of a work plan, from the lines around its tasks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai_desk.domain.plan_clauses import ends_with_clause
from gongkai_desk.domain.plan_lines import Line, compact

_KIND = (
    "要点|责任分工|任务分工|分工方案|分工|工作方案|实施方案|方案|工作计划|计划|工作安排|安排|"
    "任务清单|清单|台账|配档表|分解表|分工表|工作任务|重点工作|重点任务"
)
_TITLE = re.compile(rf"[^，。；：、《》〈〉（）()〔〕]{{2,60}}(?:{_KIND})")
_ANNOUNCED = re.compile(rf"关于(?:印发|做好|转发)《?([^，。；《》]{{2,60}}?(?:{_KIND}))》?的通知")
_QUOTED = re.compile(rf"《([^《》]{{2,60}}?(?:{_KIND}))》")
_STATE = re.compile(r"[（(](?:[^（）()]{0,6}稿|试行|草案|修订版?)[)）]$")
_SUBJECT = re.compile(r"政务公开|政府信息公开|信息公开")
_OF_A_NOTICE = re.compile(r"印发|转发|根据|按照|贯彻落实")
_GOES_ON = re.compile(r"的?通知|》|的要求")
_YEAR = re.compile(r"(20\d\d)年")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[（(【]\d{4}[〕\]）)】]第?\d{1,4}号")
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,30}(?:政府|办公室|办公厅|局|委员会|委|厅|部|中心|领导小组|管委|管委会)"
)
_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
_ISSUED = re.compile(r"([\u4e00-\u9fff]{4,30}?)(20\d\d)年\d{1,2}月\d{1,2}日印发")
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines say about the plan; empty or None what they do not say."""

    title: str = ""
    issuer: str = ""
    document_number: str = ""
    year: int | None = None


def body_start(lines: Sequence[Line], stop: int) -> int:
    """The place of the line behind the plan's own title, looking at lines before `stop`; 0 if none.

    A covering notice has numbered paragraphs of its own: they stand before that title.
    """
    found = _own_title(lines, stop)
    return found[1] if found else 0


def read_heading(lines: Sequence[Line], stop: int) -> Heading:
    """Read the heading from all `lines`, the tasks beginning at `stop`."""
    front = lines[:stop]
    texts = [compact(line.text) for line in front]
    own = _own_title(lines, stop)
    whole = "".join(texts)
    announced = _ANNOUNCED.search(whole) or _QUOTED.search(whole)
    title = own[0] if own else (announced.group(1) if announced else _other_title(front))
    number = next((text for text in texts if _NUMBER.fullmatch(text)), "")
    tail = [compact(line.text) for line in lines[stop:]]
    return Heading(title, _issuer(texts, tail), number, _year(title, number, texts, tail))


def _own_title(lines: Sequence[Line], stop: int) -> tuple[str, int] | None:
    """The last title that stands alone before `stop` and the place behind it."""
    texts = [compact(line.text) for line in lines[: stop + 1]]
    heads = {text for text, times in Counter(texts).items() if times > 2 and is_title(text)}
    if heads:  # printed over every page
        first = min(texts.index(text) for text in heads)
        return texts[first], first + 1
    for last in range(min(stop, len(texts)), 0, -1):
        candidates = [
            "".join(texts[first:last])
            for first in range(last - 1, max(last - 1 - _TITLE_LINES, -1), -1)
        ]
        titles = [text for text in candidates if is_title(text)]
        if titles and not (texts[last:] and _GOES_ON.match(texts[last])):
            dated = [title for title in titles if _YEAR.search(title)]
            above = _own_title(lines, last - 1) if _has_tasks(lines[:last]) else None
            return above or ((dated or titles)[0], last)
    return None


def _has_tasks(lines: Sequence[Line]) -> bool:
    """Do lines above a title name units? Then they are a plan of their own, no covering notice."""
    return any(ends_with_clause(line.text) for line in lines)


def _other_title(front: Sequence[Line]) -> str:
    """A title that names its year and no subject: 云海区2026年重点工作任务分解表."""
    texts = [compact(line.text) for line in front]
    named = [text for text in texts if _TITLE.fullmatch(text) and _YEAR.search(text)]
    return next((text for text in named if not _OF_A_NOTICE.search(text)), "")


def is_title(text: str) -> bool:
    """Is `text`, without blanks, the title of a plan? 要点（征求意见稿） is one, too."""
    text = _STATE.sub("", text)
    return (
        _TITLE.fullmatch(text) is not None
        and _SUBJECT.search(text) is not None
        and _OF_A_NOTICE.search(text) is None
    )


def _issuer(texts: Sequence[str], tail: Sequence[str]) -> str:
    for place, text in enumerate(texts):
        before, found, _after = text.partition("关于印发")
        if not found:
            continue
        name = before or (texts[place - 1] if place else "")
        if _ISSUER.fullmatch(name):
            return name
    for named in (texts, tail):
        for name, date in pairwise(named):
            if _DATE.fullmatch(date) and _ISSUER.fullmatch(name):
                return name
    issued = [match.group(1) for text in tail if (match := _ISSUED.fullmatch(text))]
    return issued[0] if issued else ""


def _year(title: str, number: str, texts: Sequence[str], tail: Sequence[str]) -> int | None:
    """The year of the title, else that of the number, else that of the signature."""
    if match := _YEAR.search(title) or re.search(r"(20\d\d)", number):
        return int(match.group(1))
    dates = [text for text in [*texts, *tail] if _DATE.fullmatch(text)]
    return int(dates[0][:4]) if dates else None
