"""The clause that names who must do a task: （牵头单位：…；责任单位：…；完成时限：…）.

A clause stands in brackets of any width, with labels, with verbs (牵头, 负责) or bare. Without
brackets it is a sentence of its own, or a line of its own that begins with a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai_desk.domain.plan_deadlines import is_deadline
from gongkai_desk.domain.plan_lines import compact, squeeze
from gongkai_desk.domain.plan_units import (
    CLOSE,
    OPEN,
    UNIT_END,
    Units,
    is_surely_unit,
    looks_like_unit,
    names_in,
    read_units,
    split,
    take_open_end,
    take_verb,
    without_order,
)

_LONGEST_CLAUSE = 3_000
_DEEPEST_BRACKETS = 5
_ROLES = "牵头|责任|配合|主办|承办|协办|参与|协同|督办|督导"
_TIMES = (
    "完成时限|完成时间|完成节点|时间节点|办理时限|时限要求|时间要求|时限|完成期限|进度安排|进度要求"
)
_WHO = r"单位|部门|科室|处室|处（科）室|科（处）室|股室|机构|分工|落实|主体"
_LABEL = re.compile(
    rf"(?:省级|市级|区级|县级|主要|具体|第一)?({_ROLES}|实施|落实|主责|主管|负责)"
    rf"(?:[及和、]?(?:配合|责任|落实))?(?:{_WHO})(?:及分工|及责任人|及(?:完成)?时[限间])?(?:（[^）：:]*）)?[：:]"
    rf"|({_TIMES})[：:]"
    rf"|[【\[［〔]({_ROLES})(?:{_WHO})[】\]］〕][：:]?|[【\[［〔]({_TIMES})[】\]］〕][：:]?"
)
_ROLE_ALONE = re.compile(rf"(?:^|(?<=[；;，,、]))({_ROLES}|落实)[：:]")
_PERSON = re.compile(
    r"(?:^|(?<=[；;，,、]))((?:责任|分管|牵头|包保|联系)领导|责任人|联[系络](?:人|员|电话)|负责人)[：:]([^；;，,]*)[；;，,]?"
)
_BARE = re.compile(
    rf"(?:(?:{_ROLES})(?:单位|部门|科室|主体)[：:]|(?:完成时限|完成时间)[：:]"
    rf"|[【\[［〔](?:(?:{_ROLES})(?:{_WHO})|{_TIMES})[】\]］〕][：:]?)"
    r"(?:[^。（(〔［\n]|[（(〔［][^）)〕］]*[）)〕］])*。?"
)
_BRACKETS = re.compile(r"[（(〔［]([^（）()〔〕［］]{3,60})[）)〕］]")
_FRAMED = re.compile(rf"[【\[［〔](?:(?:{_ROLES})(?:{_WHO})|{_TIMES})[】\]］〕]")
_SENTENCE = re.compile(r"[^。；;！？!\n]{3,300}[。；;]?")
_SENTENCE_END = "。；;！？!\n"
_PIECE_END = "。；;，,！？!\n"
_SEPARATORS = "，,；;"


@dataclass(frozen=True, slots=True)
class Clauses:
    """A task's text without its clauses, and what they said."""

    text: str
    units: Units
    deadline: str  # as written behind a label such as 完成时限： or behind the units, or ""
    clauses: tuple[str, ...]
    people: tuple[str, ...] = ()  # 责任领导：… inside a clause, as written


def joined(texts: Iterable[str]) -> str:
    """One text from the lines it was broken into, clauses on lines of their own set apart by
    line breaks. `take_clauses` takes these breaks out again.
    """
    whole, last, apart, depth = "", "", False, 0
    for piece in (squeeze(text.strip()) for text in texts):
        if depth <= 0 and is_clause_line(piece):
            whole, apart = f"{whole}\n", True
        elif apart and not _goes_on(last, piece):
            whole, apart = f"{whole}\n", False
        whole += piece
        depth += sum((mark in OPEN) - (mark in CLOSE) for mark in piece)
        last = piece
    return whole


def is_clause_line(text: str) -> bool:
    """Does a line begin with a label such as 责任单位："""
    return _LABEL.match(text) is not None


def _goes_on(last: str, following: str) -> bool:
    """Does the list of names at the end of a line go on in the next line?"""
    if last.endswith("。"):
        return False
    if last[-1] in "：:、，,；;" or following[0] in "、，,；;" or not UNIT_END.search(last):
        return not following.endswith("。")
    return all(UNIT_END.search(name) for name in names_in(following))


def take_clauses(text: str) -> Clauses:
    """Find every unit clause in a healed `text` and take it out.

    Units that end a longer sentence (…，由区司法局负责落实。) are read and left in their place.
    """
    units, at = Units(), 0
    deadlines: list[str] = []
    found: list[str] = []
    kept: list[str] = []
    for start, end in _spans(text):
        clause = text[start:end]
        said, deadline = read_clause(_inside(clause))
        units = units.joined(said)
        if deadline:
            deadlines.append(deadline)
        found.append(clause)
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    rest = "".join(kept).replace("\n", "")
    if units == Units():
        units, deadline = read_clause(_closing_words(rest))
        deadlines.append(deadline)
    stated = "，".join(dict.fromkeys(filter(None, deadlines)))
    people = tuple(
        match.group().strip("；;，,")
        for clause in found
        for match in _PERSON.finditer(_inside(clause))
    )
    return Clauses(rest, units, stated, tuple(found), people)


def ends_with_clause(text: str) -> bool:
    """Is the last thing in `text` a unit clause?"""
    spans = list(_spans(text))
    return bool(spans) and not text[spans[-1][1] :].strip("。；; \n")


def starts_with_clause(text: str) -> bool:
    return next(_spans(f"\n{text}"), (0, 0))[0] == 1


def has_clause(text: str) -> bool:
    return next(_spans(text), None) is not None


def units_left(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Brackets in a text that hold nothing but names of units, with these: 规划（区司法局）公开.

    One behind a unit belongs to its name.
    """
    found = []
    for match in _BRACKETS.finditer(text):
        named = UNIT_END.search(text[: match.start()][-4:]) is not None
        if not named and _is_bare(match.group(1)):
            found.append((match.group(), read_clause(match.group(1))[0].responsible))
    return found


def read_clause(content: str, *, lead: bool = False) -> tuple[Units, str]:
    """The units and the deadline a clause states; `lead` for a column of lead units."""
    content = _PERSON.sub("", compact(content))
    if not _LABEL.search(content):
        content = _ROLE_ALONE.sub(r"\1单位：", content)
    labels = list(_LABEL.finditer(content))
    first = labels[0].start() if labels else len(content)
    units, deadline = _names_and_deadline(content[:first], lead=lead)
    ends = [label.start() for label in labels[1:]] + [len(content)]
    for label, end in zip(labels, ends, strict=False):
        value = content[label.end() : end]
        role, time, framed_role, framed_time = label.groups()
        if time or framed_time:
            deadline = value.strip("；;，,。、")
        else:
            leads = (role or framed_role) in ("牵头", "主办", "主责")
            said, stated = _names_and_deadline(value, lead=leads)
            units, deadline = units.joined(said), deadline or stated
    return units, deadline


def _names_and_deadline(value: str, *, lead: bool) -> tuple[Units, str]:
    segments = split(value.strip("。"), _SEPARATORS)
    times = [segment for segment in segments if is_deadline(segment)]
    if not times:
        return read_units(value, lead=lead), ""
    names = "，".join(segment for segment in segments if segment not in times)
    return read_units(names, lead=lead), "，".join(times)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every clause, brackets included, in order."""
    at = 0
    while at < len(text):
        end = _span_at(text, at)
        if end > at:
            yield at, end
            at = end
        else:
            at += 1


def _span_at(text: str, at: int) -> int:
    """The end of the clause that starts at `at`; `at` itself when none does."""
    before = text[at - 1 : at]
    framed = text[at] in OPEN and _FRAMED.match(text, at) is not None
    if text[at] in OPEN and not framed:
        end = _closing(text, at)
        content = _inside(text[at:end])
        if content[:1] in OPEN or (text[end - 1] not in CLOSE and not _LABEL.search(content)):
            return at  # a bracket nobody closed needs a label to be a clause
        if _is_clause(content) or (_is_bare(content) and _closes_a_piece(text, at, end)):
            return end
        return at
    if before == "\n" and (framed or _LABEL.match(text, at)):
        stop = text.find("\n", at)
        return stop if stop >= 0 else len(text)
    if not before or before not in _SENTENCE_END + CLOSE:
        return at
    if bare := _BARE.match(text, at):
        return bare.end()
    sentence = _SENTENCE.match(text, at)
    return sentence.end() if sentence and _is_sentence_of_units(sentence.group()) else at


def _closing(text: str, start: int) -> int:
    """The place behind the bracket that closes the one at `start`; widths may differ.

    A bracket nobody closed ends with its sentence.
    """
    depth = 0
    for place in range(start, min(len(text), start + _LONGEST_CLAUSE)):
        if text[place] in OPEN:
            depth += 1
            if depth > _DEEPEST_BRACKETS:
                break
        elif text[place] in CLOSE:
            depth -= 1
            if not depth:
                return place + 1
    stop = text.find("。", start, start + _LONGEST_CLAUSE)
    return stop if stop >= 0 else min(len(text), start + _LONGEST_CLAUSE)


def _is_clause(content: str) -> bool:
    """Do labels or verbs say that the bracket with `content` names units?"""
    content = compact(content)
    if _LABEL.search(content):
        content = _PERSON.sub("", content)
    if _LABEL.match(content):
        return True
    if "。" in content:
        return False
    if _ROLE_ALONE.match(content):
        units, _deadline = read_clause(content)
        return all(map(looks_like_unit, units.lead + units.responsible))
    label = _LABEL.search(content)
    told = _told(content[: label.start()] if label else content)
    if not told or not take_verb(told[-1])[1]:
        return False
    names = _names(told)
    return bool(names) and all(UNIT_END.search(name) or name[0] == "各" for name in names)


def _is_bare(content: str) -> bool:
    """Is `content` nothing but certain names of units, perhaps with a deadline?"""
    names = _names(_told(content))
    return bool(names) and all(map(is_surely_unit, names))


def _is_sentence_of_units(sentence: str) -> bool:
    told = _told(sentence.rstrip("。；;"))
    return bool(told) and bool(take_verb(told[-1])[1]) and all(map(is_surely_unit, _names(told)))


def _told(content: str) -> list[str]:
    """The segments of a clause that are no deadline."""
    content = without_order(content)
    return [segment for segment in split(content, _SEPARATORS) if not is_deadline(segment)]


def _names(segments: Iterable[str]) -> list[str]:
    return [
        name for segment in segments for name in names_in(take_open_end(take_verb(segment)[0])[0])
    ]


def _closes_a_piece(text: str, start: int, end: int) -> bool:
    """Does the bracket close a piece of work, rather than explain the name before it?"""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in _PIECE_END:
        return True
    return (not after or after in _PIECE_END + "、") and not UNIT_END.search(text[:start][-4:])


def _closing_words(text: str) -> str:
    """The units that close the last sentence of `text`: …，由区司法局牵头落实。"""
    sentence = re.split(r"[。；;！？!]", text.rstrip("。；;！!"))[-1][-_LONGEST_CLAUSE:]
    _before, by, named = sentence.rpartition("由")
    if by and _is_sentence_of_units(named):
        return named
    segments = split(sentence, _SEPARATORS)
    closing = [segment for segment in segments[1:] if _is_sentence_of_units(segment)]
    return "，".join(closing) if closing and closing[-1] == segments[-1] else ""


def _inside(clause: str) -> str:
    if clause[0] in OPEN and not _FRAMED.match(clause):
        return clause[1:-1] if clause[-1] in CLOSE else clause[1:]
    return clause
