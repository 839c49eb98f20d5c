"""Whether a number in a report's text speaks of something the tables do not count: another year,
a part of the year, one channel only, hot-line calls, the disputes an office decides for others.
"""

from __future__ import annotations

from enum import StrEnum

from gongkai_desk.domain.patterns import LazyPattern


class Setting(StrEnum):
    """What a wording is about; each has words that make it another matter."""

    REQUESTS = "requests"
    RESULTS = "results"
    DISPUTES = "disputes"
    DECISIONS = "decisions"
    CARRIED = "carried"  # names its year itself


_CLAUSE = LazyPattern(r"[^，。；;：！？\n（）()]*$")
_SENTENCE = LazyPattern(r"[^。；;！？\n]*$")
_YEAR = LazyPattern(
    "(?P<number>20[0-9]{2})年(?!度?结转)|(?P<before>去年|上一?年度?(?!结转)|往年|历年|以来)"
)
_COMPARED = ("较", "比", "与", "同", "和")
_COMPARED_AFTER = ("相比", "同期", "同比")
_PART_OF_YEAR = LazyPattern(
    "季度|半年|(?<![0-9])(?:[1-9]|1[01])月(?:底|末|份)|近[0-9一二三四五两]年|过去"
)
_ONE_CHANNEL = LazyPattern(
    "网上|网络|网站|在线|平台|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|微信|短信"
    "|本级|镇街|街道|乡镇|下属|所属|抽查|检查|评查|抽取|随机|每"
)
_OTHER_TOPIC = LazyPattern(
    "热线|12345|工单|建议|提案|信访|留言|来信|来访|来电|来函|咨询|诉求|投诉|举报|许可|处罚|纠错|找错"
    "|公证|调解|法律援助|备案"
)
_REQUEST_TOPIC = LazyPattern("申请(?!人)|依申请|信息公开")
_OF_OTHERS = LazyPattern("(?:办理|审理|审结|受理|办结|裁决)[^，。；]{0,12}$")
_ABOUT_DISCLOSURE = LazyPattern("信息公开|被申请|被提起|被诉|因|政务公开")
_NOT_DECIDED = LazyPattern(
    "取消|下放|承接|减少|精简|梳理|划转|委托|清单|压减|事项|不予$|免予$|线索"
)


def elsewhere(text: str, start: int, number: int, setting: Setting, year: int) -> bool:
    """Whether the number at `number`, whose wording begins at `start` of a plain text, is none of
    the tables of the report of `year`.
    """
    sentence = _last(_SENTENCE, text, start)
    if setting is Setting.CARRIED:
        return False
    if _other_time(sentence, year):
        return True
    clause = _last(_CLAUSE, text, start)
    if setting is Setting.REQUESTS:
        told = clause + text[start:number]
        return bool(_ONE_CHANNEL.search(clause)) or _other_topic(
            sentence + text[start:number], told
        )
    if setting is Setting.DISPUTES:
        others = _OF_OTHERS.search(sentence)
        return others is not None and not _ABOUT_DISCLOSURE.search(sentence + text[start:number])
    return setting is Setting.DECISIONS and bool(_NOT_DECIDED.search(clause))


def about_requests(sentence: str) -> bool:
    """Whether the requests for information are what was last spoken of, and nothing else."""
    last = _position(_REQUEST_TOPIC, sentence)
    return last >= 0 and last > _position(_OTHER_TOPIC, sentence)


def about_others(sentence: str) -> bool:
    """Whether something else than the requests was last spoken of."""
    return _position(_OTHER_TOPIC, sentence) > _position(_REQUEST_TOPIC, sentence)


def _other_topic(sentence: str, clause: str) -> bool:
    return about_others(clause) or about_others(sentence)


def _position(pattern: LazyPattern, text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _last(pattern: LazyPattern, text: str, end: int) -> str:
    found = pattern.search(text[max(0, end - _FAR) : end])
    return found[0] if found else ""


_FAR = 160
"""Characters looked back: no sentence that can be read is longer."""


def _other_time(sentence: str, year: int) -> bool:
    """Whether the last time named is another year or a part of one; one compared with is not."""
    if _PART_OF_YEAR.search(sentence):
        return True
    named = [
        match
        for match in _YEAR.finditer(sentence)
        if not sentence[: match.start()].endswith(_COMPARED)
        and not sentence[match.end() :].lstrip("度").startswith(_COMPARED_AFTER)
    ]
    if not named:
        return False
    last = named[-1]
    return last["before"] is not None or int(last["number"]) != year
