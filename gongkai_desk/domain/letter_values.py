"""What the program can tell a letter of its case, under the Chinese names letters use.

`VALUES` is the list of all names: a field of a letter that the program fills in is one of them.
A value that is not known is "", which keeps a letter that needs it from being made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType

from gongkai_desk.domain.case_file import (
    DisputeKind,
    SearchRecord,
)
from gongkai_desk.domain.clock import Clock, run
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.letter_facts import LetterFacts, ground_of
from gongkai_desk.domain.letter_fee import fee_parts, fee_scale
from gongkai_desk.domain.letter_words import (
    APPLICANT_KINDS,
    CARRIERS,
    CHANNELS,
    DELIVERIES,
    IDENTITY_KINDS,
    OPINIONS,
    SERVICE_WAYS,
    capital_yuan,
    chinese_date,
    chinese_number,
    listed,
    one_line,
)
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import ApplicantKind, EventKind, RequestEvent
from gongkai_desk.domain.request_steps import clock_events

__all__ = ["NAMES", "OFFICE_NAMES", "VALUES", "LetterFacts", "contact_of", "ground_of", "values_of"]


def values_of(facts: LetterFacts) -> dict[str, str]:
    """Every value the program knows, by its name; "" for what is not known."""
    return {name: get(facts) for name, get in VALUES.items()}


def contact_of(office: Office, settings: RegisterSettings) -> str:
    """The line that tells how to reach us: the office's own, or address and phone."""
    if settings.contact_line.strip():
        return settings.contact_line.strip()
    told = (("地址：", office.address), ("联系电话：", office.phone))
    return "，".join(f"{name}{value}" for name, value in told if value)


def _salutation(facts: LetterFacts) -> str:
    if facts.request.co_applicants:
        return "你们"
    natural = facts.applicant.kind in (None, ApplicantKind.NATURAL_PERSON)
    return "您" if natural else "贵单位"


def _content(facts: LetterFacts) -> str:
    return one_line(facts.request.description or facts.request.subject)


def _event_date(kind: EventKind) -> Callable[[LetterFacts], str]:
    def written(facts: LetterFacts) -> str:
        event = facts.last(kind)
        return chinese_date(event.date if event else None)

    return written


def _party(name: str) -> Callable[[LetterFacts], str]:
    return lambda facts: one_line(str(getattr(facts.party, name))) if facts.party else ""


def _clock_before(facts: LetterFacts, event: RequestEvent | None) -> Clock | None:
    """The clock without `event`, as it stood on its day."""
    clock = facts.case.clock
    if event is None or clock is None:
        return clock
    others = [one for one in facts.events if one.id != event.id]
    return run(clock.received, clock_events(others), clock.calendar, event.date)


def _due_before(facts: LetterFacts) -> str:
    clock = _clock_before(facts, facts.last(EventKind.EXTENDED))
    return chinese_date(clock.due if clock else None)


def _due_after(facts: LetterFacts) -> str:
    event, clock = facts.last(EventKind.EXTENDED), facts.case.clock
    if event is None or clock is None:
        return ""
    try:
        after = run(clock.received, clock_events(facts.events), clock.calendar, event.date)
    except DomainError:  # an extension that cannot be: the dialog says so
        return ""
    return chinese_date(after.due)


def _argument_date(kind: EventKind) -> Callable[[LetterFacts], str]:
    def written(facts: LetterFacts) -> str:
        event = facts.last(kind)
        try:
            return chinese_date(dt.date.fromisoformat(event.argument)) if event else ""
        except ValueError:
            return ""

    return written


def _payment_due(facts: LetterFacts) -> str:
    event, clock = facts.last(EventKind.FEE_NOTICED), facts.case.clock
    if event is None or clock is None:
        return ""
    return chinese_date(clock.calendar.add(event.date, PERIODS.payment))


def _consultation_due(facts: LetterFacts) -> str:
    sent, clock = facts.last(EventKind.CONSULTATION_SENT), facts.case.clock
    begin = facts.last(EventKind.CONSULTATION_DELIVERED) or sent
    if begin is None or clock is None:
        return ""
    return chinese_date(clock.calendar.add(begin.date, PERIODS.consultation))


def _searches(facts: LetterFacts) -> str:
    return "；".join(_search(one) for one in sorted(facts.searches, key=lambda one: one.date))


def _search(one: SearchRecord) -> str:
    details = "，".join(
        f"{name}{one_line(value)}"
        for name, value in (("检索方式：", one.method), ("检索人：", one.by))
        if value.strip()
    )
    result = one_line(one.result) or (
        "检索到相关信息" if one.found else "没有检索到所申请公开的信息"
    )
    how = f"（{details}）" if details else ""
    return f"{chinese_date(one.date)}在{one_line(one.place)}检索{how}，{result}"


def _parts(open_ones: bool) -> Callable[[LetterFacts], str]:
    def written(facts: LetterFacts) -> str:
        return "；".join(
            one_line(part.text)
            for part in facts.request.parts
            if part.outcome and part.outcome.startswith("OPEN") == open_ones
        )

    return written


def _answer_by_parts(facts: LetterFacts) -> str:
    """One line for each content: how it is answered, on which article, and why.

    "" as long as one content has no outcome, or no reason although its answer must give one.
    """
    lines = []
    for number, part in enumerate(facts.request.parts, start=1):
        outcome = facts.outcomes.get(part.outcome)
        if outcome is None or (outcome.needs_reasons and not part.reason.strip()):
            return ""
        about = f"{chinese_number(number)}、关于“{one_line(part.text)}”"
        lines.append(f"{about}：{_answer(outcome, one_line(part.reason))}")
    return "\n".join(lines)


def _answer(outcome: Outcome, reason: str) -> str:
    answer = outcome.label.partition("：")[0] if outcome.finding else outcome.label
    finding = f"该内容{outcome.finding}，" if outcome.finding else ""
    basis = f"依据《中华人民共和国政府信息公开条例》{outcome.article}，" if outcome.article else ""
    why = "理由：" if outcome.needs_reasons else ""
    return f"{finding}{basis}{answer}。" + (f"{why}{reason}。" if reason else "")


def _consultation_told(facts: LetterFacts) -> str:
    """What was asked and answered, without naming the third party."""
    sent, answer = facts.last(EventKind.CONSULTATION_SENT), _opinion(facts)
    if sent is None or not answer:
        return ""
    return f"本机关于{chinese_date(sent.date)}依法书面征求第三方意见，第三方{answer}"


def _opinion(facts: LetterFacts) -> str:
    return OPINIONS[facts.party.opinion] if facts.party else ""


def _opinion_told(facts: LetterFacts) -> str:
    reason = one_line(facts.party.opinion_reason) if facts.party else ""
    return "，理由为：".join(word for word in (_opinion(facts), reason) if word)


def _confirmation(facts: LetterFacts) -> str:
    request = facts.request
    return "，".join(word for word in (request.confirmed_by, request.confirmed_how) if word.strip())


def _redecision(facts: LetterFacts) -> str:
    """The decision that ordered a new answer: 某政府行政复议决定（文号）."""
    dispute = facts.dispute
    if dispute is None or facts.last(EventKind.REDECISION_ORDERED) is None:
        return ""
    suit = dispute.kind is DisputeKind.LITIGATION
    number = f"（{dispute.decision_number}）" if dispute.decision_number else ""
    return f"{dispute.authority}作出的{'行政判决' if suit else '行政复议决定'}{number}"


def _finding(facts: LetterFacts) -> str:
    ground = facts.ground
    return "" if ground is None else ground.finding or ground.label.partition("：")[2]


def _mapped(get: Callable[[LetterFacts], object]) -> Callable[[LetterFacts], str]:
    """A value that may be None, a date or a text, as a letter shows it."""

    def written(facts: LetterFacts) -> str:
        value = get(facts)
        if isinstance(value, dt.date):
            return chinese_date(value)
        return "" if value is None else str(value).strip()

    return written


_OFFICE: Mapping[str, Callable[[LetterFacts], str]] = {
    "机关名称": lambda facts: facts.office.name,
    "机关简称": lambda facts: facts.office.short_name or facts.office.name,
    "机关地址": lambda facts: facts.office.address,
    "联系电话": lambda facts: facts.office.phone,
    "联系方式": lambda facts: contact_of(facts.office, facts.settings),
    "网站": lambda facts: facts.office.website,
    "复议机关": lambda facts: facts.office.reconsideration_authority,
    "法院": lambda facts: facts.office.court,
    "代字": lambda facts: facts.office.letterhead_code,
}

_REQUEST: Mapping[str, Callable[[LetterFacts], str]] = {
    "登记编号": lambda facts: facts.request.number,
    "平台编号": lambda facts: facts.request.platform_number,
    "申请人": lambda facts: listed(one.name for one in facts.request.applicants),
    "称呼": _salutation,
    "申请人类别": _mapped(lambda f: f.applicant.kind and APPLICANT_KINDS[f.applicant.kind]),
    "证件类型": lambda facts: (
        IDENTITY_KINDS[facts.applicant.identity_kind] if facts.applicant.identity_number else ""
    ),
    "证件号码": lambda facts: facts.applicant.identity_number,
    "申请人电话": lambda facts: facts.applicant.phone,
    "申请人邮箱": lambda facts: facts.applicant.email,
    "申请人地址": lambda facts: facts.applicant.address,
    "邮政编码": lambda facts: facts.applicant.postcode,
    "法定代表人": lambda facts: facts.applicant.legal_representative,
    "联系人": lambda facts: facts.applicant.contact_person,
    "代理人": lambda facts: facts.applicant.agent_name,
    "代理人证件号码": lambda facts: facts.applicant.agent_identity_number,
    "代理权限": lambda facts: facts.applicant.agent_authority,
    "共同申请人": lambda facts: listed(one.name for one in facts.request.co_applicants),
    "生僻字说明": lambda facts: facts.applicant.rare_characters,
    "申请方式": lambda facts: CHANNELS[facts.request.channel],
    "提交日期": _mapped(lambda facts: facts.request.submitted),
    "到达日期": _mapped(lambda facts: facts.request.arrived),
    "收到日期": _mapped(lambda facts: facts.request.received),
    "确认情况": _confirmation,
    "申请事项": lambda facts: one_line(facts.request.subject),
    "申请内容": _content,
    "申请用途": lambda facts: one_line(facts.request.purpose),
    "信息形式": lambda facts: CARRIERS[facts.request.carrier],
    "获取方式": lambda facts: DELIVERIES[facts.request.delivery],
    "承办科室": lambda facts: facts.request.handler,
}

_COURSE: Mapping[str, Callable[[LetterFacts], str]] = {
    "答复期限": _mapped(lambda facts: facts.case.due),
    "补正告知期限": _mapped(lambda f: f.case.clock and f.case.clock.clarification_due),
    "补正通知日期": _event_date(EventKind.CLARIFICATION_REQUESTED),
    "补正收到日期": _event_date(EventKind.CLARIFICATION_RECEIVED),
    "说明理由通知日期": _event_date(EventKind.REASONS_REQUESTED),
    "说明理由日期": _event_date(EventKind.REASONS_RECEIVED),
    "原答复期限": _due_before,
    "延长工作日数": _mapped(lambda f: getattr(f.last(EventKind.EXTENDED), "argument", None)),
    "延长后期限": _due_after,
    "延迟答复期限": _argument_date(EventKind.DELAYED),
    "征求意见对象": _party("party"),
    "征求意见信息": _party("about"),
    "征求意见日期": _event_date(EventKind.CONSULTATION_SENT),
    "征求意见送达日期": _event_date(EventKind.CONSULTATION_DELIVERED),
    "征求意见期限": _consultation_due,
    "意见反馈日期": _event_date(EventKind.CONSULTATION_ANSWERED),
    "第三方意见": _opinion_told,
    "征求意见情况": _consultation_told,
    "公开理由": _party("override_reason"),
    "收费标准": lambda facts: fee_scale(facts.fee.basis) if facts.fee else "",
    "收费明细": lambda facts: fee_parts(facts.fee) if facts.fee else "",
    "收费金额": _mapped(lambda facts: facts.fee and facts.fee.amount),
    "收费金额大写": lambda facts: capital_yuan(facts.fee.amount) if facts.fee else "",
    "缴纳方式": lambda facts: (facts.fee and facts.fee.payment_way) or facts.settings.payment_way,
    "收费通知日期": _event_date(EventKind.FEE_NOTICED),
    "缴费期限": _payment_due,
    "缴费日期": _event_date(EventKind.FEE_PAID),
    "票据号": lambda facts: facts.fee.receipt_number if facts.fee else "",
    "检索情况": _searches,
    "协办单位": lambda facts: facts.errand.unit if facts.errand else "",
    "协办事项": lambda facts: one_line(facts.errand.matter) if facts.errand else "",
    "协办期限": _mapped(lambda facts: facts.errand and facts.errand.due_on),
    "撤回日期": _event_date(EventKind.WITHDRAWN),
    "并入编号": lambda facts: facts.target.request.number if facts.target else "",
}

_ANSWER: Mapping[str, Callable[[LetterFacts], str]] = {
    "办理结果": lambda facts: facts.case.outcome.label if facts.case.outcome else "",
    "依据条款": lambda facts: facts.case.outcome.article if facts.case.outcome else "",
    "办理理由": lambda facts: facts.request.outcome_reason.strip(),
    "不予公开情形": _finding,
    "不予公开依据": lambda facts: facts.ground.article if facts.ground else "",
    "公开部分": _parts(open_ones=True),
    "不予公开部分": _parts(open_ones=False),
    "分项答复": _answer_by_parts,
    "答复文号": lambda facts: facts.request.reply_number,
    "答复日期": _mapped(lambda facts: facts.case.closed_on),
    "原登记编号": lambda facts: facts.earlier.request.number if facts.earlier else "",
    "原答复日期": _mapped(lambda facts: facts.earlier and facts.earlier.closed_on),
    "原答复文号": lambda facts: facts.earlier.request.reply_number if facts.earlier else "",
    "送达方式": _mapped(lambda f: f.request.service and SERVICE_WAYS[f.request.service.way]),
    "交邮日期": _mapped(lambda facts: facts.request.service and facts.request.service.posted_on),
    "邮件号": _mapped(lambda facts: facts.request.service and facts.request.service.mail_number),
    "签收日期": _mapped(lambda facts: facts.request.service and facts.request.service.signed_on),
    "签收人": _mapped(lambda facts: facts.request.service and facts.request.service.signed_by),
    "重新答复依据": _redecision,
    "今日": _mapped(lambda facts: facts.today),
}

VALUES: Mapping[str, Callable[[LetterFacts], str]] = MappingProxyType(
    {**_OFFICE, **_REQUEST, **_COURSE, **_ANSWER}
)
NAMES = frozenset(VALUES)
OFFICE_NAMES = frozenset(_OFFICE)
"""What is missing of these is filled in on the page of the office, once for all letters."""
