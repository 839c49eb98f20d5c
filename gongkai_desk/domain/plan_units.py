"""The clause that names who must do a task: （牵头单位：…；责任单位：…）.

A clause stands in brackets of any width, with labels or with verbs (牵头, 负责), or without
brackets after the last sentence. Names are taken as written, with a shared prefix written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai_desk.domain.plan_lines import compact

OPEN, CLOSE = "（(〔【[", "）)〕】]"

_LONGEST_CLAUSE = 3_000
_DEEPEST_BRACKETS = 5
_UNIT_WORDS = "单位|部门|科室|处室|机构|分工|落实"
_LABEL = re.compile(
    r"(?:市级|区级|县级)?(牵头|责任|配合|主办|承办|协办|参与|实施|落实|主责|主管|负责)"
    rf"(?:及?(?:配合|责任|落实))?(?:{_UNIT_WORDS})(?:及分工)?[：:]"
    r"|(完成时限|完成时间|办理时限|时限要求|时间要求|时限|完成期限|进度安排)[：:]"
)
_BARE = re.compile(
    r"(?<=[。；！？）)〕])(?:牵头|责任|配合|主办|承办|协办|参与)(?:单位|部门|科室)[：:]"
    r"(?:[^。（(〔]|[（(〔][^）)〕]*[）)〕])*。?"
)
_VERB = re.compile(
    r"(牵头落实|牵头负责|牵头组织|牵头|按职责分工负责|按职责负责|分别负责|负责落实|"
    r"共同负责|负责|配合落实|配合|落实|参与)$"
)
_VERB_IN_LIST = re.compile(r"(牵头落实|牵头负责|牵头|负责落实|负责|配合)、")
_OPEN_END = re.compile(
    r"等(?:各?(?:有关|相关)|各)?(?:部门|单位|职能部门)?(?:、|和|及)?(?:各?(?:有关|相关))?(?:部门|单位)?$"
)
_UNIT_END = re.compile(
    r"(局|办|委|室|厅|院|会|部|队|中心|部门|单位|管委|政府|办事处|公司|社|所|站|校|银行|集团|机构|）|\))$"
)
_OWN_PREFIX = re.compile(
    r"^(省|市(?!场|容|民(?!政)|政(?!府|协|务|法))|区(?!域|划|块)|县(?!域)|旗|州)"
)
_REGION = re.compile(r"^[\u4e00-\u9fff]{2,6}?(省|市|区|县|旗)")
_COLLECTIVE = re.compile(r"^(各|全|有关|相关|其他|其它|国家|中央|驻|重大|承办|本)")
_NAMED_AGENCY = re.compile(r"(局|办公室|办|委|委员会|部|厅|法院|检察院|会|队|中心|档案馆|图书馆)$")
_PARTY = re.compile(
    r"^(组织部|宣传部|统战部|政法委|编办|网信办|巡察办|老干部局|社会工作部|改革办|机要局|保密局)$"
)
_PEERS = re.compile(
    r"^(各?(?:有关|相关|直属)?(?:单位|机构|事业单位|企事业单位|直属机构|直属单位))$"
)
_ZONES = re.compile(
    r"^(国家级)?(经济|高新)?(技术)?(开发区|功能区|园区|综保区)(管委(会)?)?$"
    r"|^(乡镇|镇|街道|街道办事处|街道办|镇政府|镇人民政府|乡镇人民政府)$"
)


@dataclass(frozen=True, slots=True)
class Units:
    """Who must do a task. `open` when the source ends its list with 等."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    open: bool = False

    def joined(self, other: Units) -> Units:
        """Both, in order and without repeats."""
        return Units(
            tuple(dict.fromkeys(self.lead + other.lead)),
            tuple(dict.fromkeys(self.responsible + other.responsible)),
            self.open or other.open,
        )


@dataclass(frozen=True, slots=True)
class Clauses:
    """A task's text without its clauses, and what they said."""

    text: str
    units: Units
    deadline: str  # as written behind a label such as 完成时限：, or ""
    clauses: tuple[str, ...]


def take_clauses(text: str) -> Clauses:
    """Find every unit clause in a healed `text` and take it out."""
    units, deadlines, found, kept, at = Units(), [], [], [], 0
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
    return Clauses("".join(kept), units, "，".join(dict.fromkeys(deadlines)), tuple(found))


def ends_with_clause(text: str) -> bool:
    """Is the last thing in `text` a unit clause?"""
    spans = list(_spans(text))
    return bool(spans) and not text[spans[-1][1] :].strip("。；; ")


def has_clause(text: str) -> bool:
    return next(_spans(text), None) is not None


def read_clause(content: str, *, lead: bool = False) -> tuple[Units, str]:
    """The units and the deadline a clause states; `lead` for a column of lead units."""
    content = compact(content)
    labels = list(_LABEL.finditer(content))
    if not labels:
        return read_units(content, lead=lead), ""
    units, deadline = Units(), ""
    if labels[0].start():
        units = read_units(content[: labels[0].start()], lead=lead)
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        value = content[label.end() : following.start() if following else len(content)]
        if label.group(2):
            deadline = value.strip("；;，,。、")
        else:
            leads = label.group(1) in ("牵头", "主办", "主责")
            units = units.joined(read_units(value, lead=leads))
    return units, deadline


def read_units(value: str, *, lead: bool = False) -> Units:
    """Split a list of names; a verb behind names decides over `lead`."""
    units = Units()
    waiting: list[str] = []
    prefix = ""
    listed = _VERB_IN_LIST.sub(r"\1，", compact(value).strip("；;，,。、"))
    for segment in _split(listed, "，,；;"):
        names, verb = _without_verb(segment)
        names, ended_open = _without_open_end(names)
        written, prefix = _written_out(_names(names), prefix)
        waiting.extend(written)
        if verb:
            units = units.joined(_as_units(waiting, lead="牵头" in verb, ends_open=ended_open))
            waiting = []
        elif ended_open:
            units = units.joined(Units(open=True))
    return units.joined(_as_units(waiting, lead=lead, ends_open=False))


def _as_units(names: list[str], *, lead: bool, ends_open: bool) -> Units:
    kept = tuple(dict.fromkeys(name for name in names if name))
    return Units(kept if lead else (), () if lead else kept, ends_open)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every clause, brackets included, in order."""
    at = 0
    while at < len(text):
        bare = _BARE.match(text, at)
        if bare:
            yield bare.span()
            at = bare.end()
        elif text[at] in OPEN and _is_clause(_inside(text[at : (end := _closing(text, at))])):
            yield at, end
            at = end
        else:
            at += 1


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
    if _LABEL.match(content):
        return True
    if "。" in content or not _VERB.search(content):
        return False
    names = [
        name
        for segment in _split(content, "，,；;")
        for name in _names(_without_open_end(_without_verb(segment)[0])[0])
    ]
    return bool(names) and all(_UNIT_END.search(name) for name in names)


def _inside(clause: str) -> str:
    if clause[0] in OPEN:
        return clause[1:-1] if clause[-1] in CLOSE else clause[1:]
    return clause


def _without_verb(segment: str) -> tuple[str, str]:
    match = _VERB.search(segment)
    if match is None:
        return segment, ""
    names = segment[: match.start()].removeprefix("由")
    return names, match.group(1)


def _without_open_end(names: str) -> tuple[str, bool]:
    match = _OPEN_END.search(names)
    if match is None or not match.start():
        return names, False
    return names[: match.start()].rstrip("、"), True


def _split(text: str, separators: str) -> list[str]:
    """Split at `separators` that stand outside brackets."""
    parts, depth, current = [], 0, ""
    for character in text:
        depth += (character in OPEN) - (character in CLOSE)
        if character in separators and depth <= 0:
            parts.append(current)
            current = ""
        else:
            current += character
    return [part for part in [*parts, current] if part]


def _names(text: str) -> list[str]:
    """The names between 、, collective forms such as 区政府各部门、单位 kept whole."""
    names: list[str] = []
    for part in _split(text, "、"):
        if names and _belongs_to(names[-1], part):
            names[-1] += "、" + part
        else:
            names.append(part)
    return names


def _belongs_to(previous: str, part: str) -> bool:
    if _PEERS.match(part):
        return previous.endswith("部门")
    head = previous.split("、")[0]
    collective = head.startswith("各") and re.search(r"政府|街道|镇", head) is not None
    return collective and _ZONES.match(part) is not None


def _written_out(names: Iterable[str], prefix: str) -> tuple[list[str], str]:
    """Give every bare name the prefix of the name before it; answers the last prefix too."""
    written = []
    for name in names:
        own = _OWN_PREFIX.match(name)
        if own:
            prefix = own.group(1) + ("委" if _is_party(name) else "")
            written.append(name)
        elif prefix and _is_bare(name):
            level = prefix if _PARTY.match(name) else prefix[0]
            written.append(level + name)
        else:
            written.append(name)
    return written, prefix


def _is_party(name: str) -> bool:
    return name[1:2] == "委" and _PARTY.match(name[2:]) is not None


def _is_bare(name: str) -> bool:
    return (
        _NAMED_AGENCY.search(name.split("（")[0]) is not None
        and not _COLLECTIVE.match(name)
        and not _REGION.match(name)
    )
