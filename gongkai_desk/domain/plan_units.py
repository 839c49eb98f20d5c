"""The names of those who must do a task: 区发展改革局、教育体育局，区政府各部门、单位.

Names are taken as written, with a shared prefix written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai_desk.domain.plan_lines import compact

OPEN, CLOSE = "（(〔【[［", "）)〕】]］"

_VERB = re.compile(
    r"(牵头落实|牵头负责|牵头组织|牵头|按照?(?:各自)?职责(?:分工)?(?:负责|抓好落实|落实)|分别负责|负责落实|"
    r"共同负责|负责|配合落实|配合|落实|参与)$"
)
_VERB_IN_LIST = re.compile(r"(牵头落实|牵头负责|牵头|负责落实|负责|配合)、")
_LEADS = re.compile(r"[（(]牵头(?:单位|部门)?[)）]$")
_FIRST_LEADS = re.compile(
    r"[，,；;]?(?:排名?|列)(?:在)?(?:第一|首位)(?:位)?的?(?:单位|部门)?为牵头(?:单位|部门)?(?:[，,]下同)?"
)
_OPEN_END = re.compile(
    r"等(?:各?(?:有关|相关)|各)?(?:部门|单位|职能部门)?(?:、|和|及)?(?:各?(?:有关|相关))?(?:部门|单位)?$"
)
UNIT_END = re.compile(
    r"(局|办|委|室|厅|院|会|部|队|中心|部门|单位|管委|政府|办事处|公司|社|所|站|校|银行|集团|机构|街道|镇|乡|处|科|馆|开发区|园区|）|\))$"
)
_OWN_PREFIX = re.compile(
    r"^(省|市(?!场|容|民(?!政)|政(?!府|协|务|法))|区(?!域|划|块)|县(?!域)|旗|州)"
)
_REGION = re.compile(r"^[\u4e00-\u9fff]{2,6}?(省|市|区|县|旗)")
_COLLECTIVE = re.compile(r"^(各|全|有关|相关|其他|其它|国家|中央|驻|重大|承办|本)")
_NAMED_AGENCY = re.compile(r"(局|办公室|办|委|委员会|部|厅|法院|检察院|会|队|中心|档案馆|图书馆)$")
_SURE_END = re.compile(
    r"(局|委|委员会|办|办公室|部门|单位|街道|街道办|办事处|政府|管委|管委会|中心|部|厅|院|会|队|镇|乡|公司|所|站)$"
)
_SURE_ALONE = re.compile(r"(局|委|委员会|办公室|网信办|编办|政府办|街道办|街道办事处)$")
_LOOKS_LIKE = re.compile(
    r"(街|区|县|市|旗|村|组|股|行|台|网|报|厂|业|店|园|会|方|专班|人员|学校|医院|媒体|主体|者|机关|领导|科室|处室)$"
)
_SAYS_MORE = re.compile(
    r"^(含|不含|如|例如|即|指|见|包括|以下|简称|原|涉及|要求|明确|确定|加强|强化|压实|落实|推动|督促|指导|联合|会同)"
)
_JOINT = re.compile(r"(?<=[局办委室处部院会队心厅])(?:以及|[和及与])?(?=[区市县旗州省各])")
_NEXT_NAME = re.compile(
    r"(?:区(?![域划块分])|县(?!域)|旗|州|省|市(?![场容]|民(?!政)|[东西南北中]?区?分局))"
    r"[\u4e00-\u9fff]{1,18}?(?:局|办公室|办|委|部|厅|院|会|队|中心|部门|单位|政府)(?:（[^）]*）)?"
    r"(?=$|以及|[和及与区市县旗州省各、，,；;])"
    r"|各(?:有关)?(?:镇|街道|乡|区|县|市)"
)
_SHORTEST_NAME = 3
_LONGEST_NAME = 24
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


def read_units(value: str, *, lead: bool = False) -> Units:
    """Split a list of names; a verb behind names decides over `lead`."""
    units = Units()
    waiting: list[str] = []
    prefix = ""
    listed = _VERB_IN_LIST.sub(r"\1，", compact(value).strip("；;，,。、"))
    first_leads = _FIRST_LEADS.search(listed) is not None
    for segment in split(_FIRST_LEADS.sub("", listed), "，,；;"):
        names, verb = take_verb(segment)
        names, ended_open = take_open_end(names)
        written, prefix = _written_out(names_in(names), prefix)
        waiting.extend(written)
        if verb:
            units = units.joined(_as_units(waiting, lead="牵头" in verb, ends_open=ended_open))
            waiting = []
        elif ended_open:
            units = units.joined(Units(open=True))
    units = units.joined(_as_units(waiting, lead=lead, ends_open=False))
    if first_leads and not units.lead:
        return Units(units.responsible[:1], units.responsible[1:], units.open)
    return units


def _as_units(names: list[str], *, lead: bool, ends_open: bool) -> Units:
    kept = tuple(dict.fromkeys(name for name in names if name))
    leading = tuple(name for name in kept if lead or _LEADS.search(name))
    others = tuple(name for name in kept if name not in leading)
    return Units(tuple(_LEADS.sub("", name) for name in leading), others, ends_open)


def without_order(content: str) -> str:
    """A clause without its words about who leads: 列首位的为牵头单位."""
    return _FIRST_LEADS.sub("", content)


def take_verb(segment: str) -> tuple[str, str]:
    match = _VERB.search(segment)
    if match is None:
        return segment, ""
    names = segment[: match.start()].removeprefix("由")
    return names, match.group(1)


def take_open_end(names: str) -> tuple[str, bool]:
    match = _OPEN_END.search(names)
    if match is None or not match.start():
        return names, False
    return names[: match.start()].rstrip("、"), True


def split(text: str, separators: str) -> list[str]:
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


def names_in(text: str) -> list[str]:
    """The names between 、, collective forms such as 区政府各部门、单位 kept whole."""
    names: list[str] = []
    for part in _apart(split(text, "、/／")):
        if names and _belongs_to(names[-1], part):
            names[-1] += "、" + part
        else:
            names.append(part)
    return names


def _apart(parts: Iterable[str]) -> list[str]:
    """Names that only a blank or a word set apart: 区司法局 区财政局, 区司法局和区财政局.

    Blanks are gone from the text by now: a new name shows by its prefix.
    """
    found: list[str] = []
    for part in parts:
        at = 0
        for join in _JOINT.finditer(part):
            before, after = part[at : join.start()], part[join.end() :]
            if len(before) >= _SHORTEST_NAME and _NEXT_NAME.match(after):
                found.append(before)
                at = join.end()
        found.append(part[at:])
    return found


def listed(value: str) -> str:
    """A cell's lines or words as a list, where each is a whole name: 区司法局⏎财政局."""
    whole = ""
    for piece in value.split():
        before = split(whole, "、，,；;：:") if whole[-1:] not in "、，,；;：:" else []
        after = split(piece, "、，,；;") if piece[0] not in "、，,；;" else []
        apart = before and after and _is_whole(before[-1]) and _is_whole(after[0])
        whole += ("、" if apart else "") + piece
    return whole


def _is_whole(name: str) -> bool:
    return len(name) >= _SHORTEST_NAME and _NAMED_AGENCY.search(name) is not None


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


def looks_like_unit(name: str) -> bool:
    """May `name`, said in a place where units are named, be one?"""
    named = UNIT_END.search(name) or _LOOKS_LIKE.search(name)
    if name[:1] in "★☆▲△*＊":
        return False  # nobody knows what the sign says of the unit
    return named is not None and len(name) <= _LONGEST_NAME * 2


def is_surely_unit(name: str) -> bool:
    """Can `name`, without a label or a verb to say so, be nothing else than a unit?"""
    head = re.split(r"[（(]", name, maxsplit=1)[0]
    if not _SHORTEST_NAME <= len(head) <= _LONGEST_NAME or _SAYS_MORE.match(head) or "由" in head:
        return False
    placed = any(pattern.match(head) for pattern in (_OWN_PREFIX, _REGION, _COLLECTIVE))
    return bool(_SURE_END.search(head) if placed else _SURE_ALONE.search(head))
