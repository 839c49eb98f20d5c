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
    "(?P<number>20[0-9]{2})年(?!度?结转)|(?P<before>去年|上一?年度?(?!结转)|往年|历年|(?<!今年)(?<!本年)(?<!年初)以来)"
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
_ALL_CHANNELS = LazyPattern("等(?:各种|各类|多种|不同)?(?:渠道|方式|途径|形式)")
_OTHER_TOPIC = LazyPattern(
    "(?:登记|低保|救助|资格|援助|证照|执照|补贴|补助|项目|认定|复核|仲裁|工伤|保险|住房|许可|审批"
    "|复议|贷款|补正|注册|备案|入学|加装|公证|赔偿)(?:的)?申请|依申请(?:类)?(?:政务服务)?事项"
    "|热线|12345|工单|建议|提案|信访|留言|来信|来访|来电|来函|咨询|诉求|投诉|举报|许可|处罚|纠错|找错"
    "|公证|调解|法律援助(?:申请)?|备案"
)
_REQUEST_TOPIC = LazyPattern("申请(?!人)|依申请|信息公开")
_FILLER = LazyPattern(
    "共计|合计|总计|累计|数量|总数|总量|件数|各类|各种|本年度?|全年|全部|完毕|完结|率|[共计了的新到为达数至已均]"
)
_OF_OTHERS = LazyPattern("(?:办理|审理|审结|受理|办结|裁决)[^，。；]{0,12}$")
_ABOUT_DISCLOSURE = LazyPattern("信息公开|被申请|被提起|被诉|因|政务公开")
_NOT_DECIDED = LazyPattern(
    "取消|下放|承接|减少|精简|梳理|划转|委托|清单|压减|不予$|免予$|线索|减免|免征|降低|清退|停征"
)
_ITEM = LazyPattern("事项[^、]*$")


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
        one = _ONE_CHANNEL.search(clause) and not _ALL_CHANNELS.search(clause)
        return bool(one) or _other_topic(sentence, text[start:number])
    if setting is Setting.DISPUTES:
        others = _OF_OTHERS.search(sentence)
        return others is not None and not _ABOUT_DISCLOSURE.search(sentence + text[start:number])
    undecided = _NOT_DECIDED.search(clause) or _ITEM.search(clause)
    return setting is Setting.DECISIONS and undecided is not None


def about_requests(sentence: str) -> bool:
    """Whether the requests for information are what was last spoken of, and nothing else."""
    last = _end(_REQUEST_TOPIC, sentence)
    return last > _end(_OTHER_TOPIC, sentence)


def about_others(sentence: str) -> bool:
    """Whether something else than the requests was last spoken of."""
    last = _end(_OTHER_TOPIC, sentence)
    return last >= 0 and last >= _end(_REQUEST_TOPIC, sentence)


def _other_topic(sentence: str, wording: str) -> bool:
    """`wording` is the verb with what stands between it and the number: its own noun decides,
    without one what was spoken of before.
    """
    noun = _FILLER.sub("", _VERB.sub("", wording))
    if noun and _end(_REQUEST_TOPIC, noun) < 0:
        return not noun.startswith(_BRACKETS)
    return about_others(sentence + wording)


_VERB = LazyPattern(
    "^(?:本年度?)?(?:新收到?|收到|接收|接到|受理|尚未办结|未办结|办结|办理完毕|办理完结|办毕|答复|办理结果|办理)"
)
_BRACKETS = ("（", "(")


def _end(pattern: LazyPattern, text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


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
