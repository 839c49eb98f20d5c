"""How often something must happen: 每年至少组织1次集中学习培训, 季度检查.

不少于30日 is a length, 占比不低于30% a share: only a frequency word makes a duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai_desk.domain.plan import Duty, DutyKind, Per
from gongkai_desk.domain.plan_lines import compact, ordinal

_PER = {
    "每半年": Per.HALF_YEAR,
    "半年": Per.HALF_YEAR,
    "每季度": Per.QUARTER,
    "每个季度": Per.QUARTER,
    "季度": Per.QUARTER,
    "每月": Per.MONTH,
    "每个月": Per.MONTH,
    "月度": Per.MONTH,
    "每年度": Per.YEAR,
    "每年": Per.YEAR,
    "年内": Per.YEAR,
    "全年": Per.YEAR,
    "年度": Per.YEAR,
}
_OFTEN = re.compile(r"每半年|每个?季度|每个?月|每年度?|年内|全年")
_COUNT = re.compile(r"(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:次|场次?|期|轮|批|篇|堂)")
_ACT = re.compile(
    r"^(?:至少|要|应|须|需|原则上|定期|不少于|集中)*(?:开展|组织|举办|召开|通报|检查|听取|邀请|巡查|抽查|调度)"
)
_BARE_COUNT = re.compile(
    r"^(?:至少|不少于|不低于|不得少于|要|应|须)*(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:次|场次?|期|轮|批|篇|堂)(?:以上)?$"
)
_ROUTINE = re.compile(r"(季度|月度|半年)(?:检查|抽查|巡查|普查|通报)")
_ONCE = re.compile(
    r"至少(?:开展|组织|举办|召开)(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:次|场次?|期)"
)
_KINDS = (
    (re.compile(r"列席"), DutyKind.MEETING_SEATS),
    (re.compile(r"政策.{0,6}(评价|评估)|(评价|评估).{0,4}政策"), DutyKind.POLICY_EVALUATION),
    (re.compile(r"听取.*汇报|汇报"), DutyKind.LEADER_BRIEFING),
    (re.compile(r"开放(日|月|周|活动)|政府开放"), DutyKind.OPEN_DAY),
    (re.compile(r"培训|学习|授课|轮训"), DutyKind.TRAINING),
    (re.compile(r"检查|抽查|巡查|普查|督查|抽检"), DutyKind.INSPECTION),
)
_SENTENCE = re.compile(r"[^。；;！？]+")
_OUTER_BREAK = "，,：:"
_OPEN, _CLOSE = "（(〔“《", "）)〕”》"


def duties_in(text: str) -> tuple[Duty, ...]:
    """Every duty `text` states, in order. A repeated frequency without a verb of its own
    (各区市每季度1次) orders what the clause before it ordered.
    """
    found: list[Duty] = []
    for sentence in _SENTENCE.findall(compact(text)):
        kind = None
        for clause in _clauses(sentence):
            for duty in _of_clause(clause, sentence, kind):
                kind = duty.kind
                found.append(duty)
    return tuple(dict.fromkeys(found))


def _clauses(sentence: str) -> Iterator[str]:
    """The parts between commas that stand outside brackets and quotation marks."""
    depth, current = 0, ""
    for character in sentence:
        depth += (character in _OPEN) - (character in _CLOSE)
        if character in _OUTER_BREAK and depth <= 0:
            yield current
            current = ""
        else:
            current += character
    yield current


def _of_clause(clause: str, sentence: str, before: DutyKind | None) -> Iterator[Duty]:
    if often := _OFTEN.search(clause):
        phrase = clause[often.start() :]
        rest = clause[often.end() :]
        count = _COUNT.search(rest)
        if count or (_ACT.match(rest) and often.group() not in ("年内", "全年")):
            bare = _BARE_COUNT.match(rest) is not None
            kind = _kind(phrase) or before or _kind(clause) or _kind(sentence)
            yield Duty(
                kind=kind or DutyKind.OTHER,
                count=_value(count.group(1)) if count else 1,
                per=_PER[often.group()],
                text=clause if bare else phrase,
            )
    elif once := _ONCE.search(clause):
        yield Duty(
            kind=_kind(clause) or DutyKind.OTHER,
            count=_value(once.group(1)),
            per=Per.ONCE,
            text=clause[once.start() :],
        )
    elif routine := _ROUTINE.search(clause):
        yield Duty(
            kind=_kind(routine.group()) or DutyKind.OTHER,
            count=1,
            per=_PER[routine.group(1)],
            text=routine.group(),
        )


def _kind(text: str) -> DutyKind | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(text)), None)


def _value(numeral: str) -> int:
    return ordinal(numeral.replace("两", "二"))
