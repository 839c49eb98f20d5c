"""A made-up case for every kind of letter, and what its officer would type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    Errand,
    ErrandKind,
    FeeBasis,
    FeeNotice,
    Opinion,
    PartyKind,
    SearchRecord,
)
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.letter import LetterKind, LetterPaper
from gongkai_desk.domain.letter_text import compose, first_values
from gongkai_desk.domain.letter_values import LetterFacts, ground_of, values_of
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.request import (
    Delivery,
    EventKind,
    Request,
    RequestEvent,
    RequestPart,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.services.letter_kinds import letter_kinds, remedies
from gongkai_desk.services.outcomes import outcomes
from tests.builders import a_request, an_event, an_office

TODAY = dt.date(2026, 11, 25)
GOLDEN = Path(__file__).parent / "services" / "letters"

EVENTS: Mapping[EventKind, tuple[dt.date, str]] = {
    EventKind.CLARIFICATION_REQUESTED: (dt.date(2026, 9, 22), ""),
    EventKind.CLARIFICATION_RECEIVED: (dt.date(2026, 9, 28), ""),
    EventKind.CLARIFICATION_LAPSED: (dt.date(2026, 10, 26), ""),
    EventKind.CONSULTATION_SENT: (dt.date(2026, 9, 24), "A"),
    EventKind.CONSULTATION_ANSWERED: (dt.date(2026, 10, 12), "A"),
    EventKind.EXTENDED: (dt.date(2026, 10, 20), "10"),
    EventKind.DELAYED: (dt.date(2026, 10, 20), "2027-01-15"),
    EventKind.FEE_NOTICED: (dt.date(2026, 9, 25), ""),
    EventKind.FEE_LAPSED: (dt.date(2026, 11, 2), ""),
    EventKind.REASONS_REQUESTED: (dt.date(2026, 9, 23), ""),
    EventKind.WITHDRAWN: (dt.date(2026, 10, 9), ""),
    EventKind.MERGED: (dt.date(2026, 9, 23), ""),
}

REASONS: Mapping[str, str] = {
    "refused-secret": "该信息所在文件已由定密机关依法定密，密级为秘密，尚未解密",
    "refused-forbidden": "该信息属于统计调查中获得的能够识别单个统计调查对象身份的资料",
    "refused-safety": "该信息载有看押场所的警力部署，公开后可能危及公共安全",
    "refused-third-party": "该信息载有受援人的家庭经济状况，公开会损害受援人的个人隐私。",
    "refused-internal": "该信息是本机关科室之间流转法律援助案件的内部流程，不对外产生约束力",
    "refused-process": "该信息是本机关就补贴标准向区政府所作的请示，尚未形成最终决定",
    "refused-enforcement": "该信息是案件调查中形成的询问笔录",
    "not-existing": "本机关2025年未单独编制该项决算",
    "not-ours": "该信息由云海区财政局制作，应当由制作该信息的行政机关负责公开",
    "excessive": "46件申请内容相近，没有说明所需信息的用途和提出多次申请的必要",
    "correction-refused": "档案记载与身份证件一致",
}

HAPPENED: Mapping[str, tuple[EventKind, ...]] = {
    "clarification": (EventKind.CLARIFICATION_REQUESTED,),
    "reasons-request": (EventKind.REASONS_REQUESTED,),
    "extension": (EventKind.EXTENDED,),
    "delay": (EventKind.REASONS_REQUESTED, EventKind.DELAYED),
    "third-party": (EventKind.CONSULTATION_SENT,),
    "joint-maker": (EventKind.CONSULTATION_SENT,),
    "other-agency": (EventKind.CONSULTATION_SENT,),
    "consultation-notice": (EventKind.CONSULTATION_SENT,),
    "refused-third-party": (EventKind.CONSULTATION_SENT, EventKind.CONSULTATION_ANSWERED),
    "third-party-decision": (EventKind.CONSULTATION_SENT, EventKind.CONSULTATION_ANSWERED),
    "fee-notice": (EventKind.FEE_NOTICED,),
    "unclear": (EventKind.CLARIFICATION_REQUESTED, EventKind.CLARIFICATION_RECEIVED),
    "lapsed-clarification": (
        EventKind.CLARIFICATION_REQUESTED,
        EventKind.CLARIFICATION_LAPSED,
    ),
    "lapsed-fee": (EventKind.FEE_NOTICED, EventKind.FEE_LAPSED),
    "ended": (EventKind.WITHDRAWN,),
    "merged": (EventKind.MERGED,),
}
"""Which events a case has by the time its letter of this kind is made."""

TYPED: Mapping[str, str] = {
    "补正事项": "一、请写明所需经费决算的单位名称；\n二、请写明“经费”是指预算数还是决算数。",
    "补正届满日期": "2026年10月21日",
    "数量频次情况": "您自2026年8月1日至9月18日共提出政府信息公开申请46件，其中31件内容相近",
    "说明理由情况": "您于2026年9月30日回复称“需要就申请”，没有说明具体理由",
    "延期理由": "所涉档案数量较大，需要逐卷核对",
    "延迟理由": "46件申请所涉信息分散在3个年度的案卷中",
    "征求意见事由": "该信息由贵机关提供基础数据",
    "协办事项": "一、查找2025年度法律援助案件补贴发放台账；\n二、提出是否公开的意见。",
    "缴纳方式": "持本通知书到云海区财政局非税收入专柜缴款，缴款码37100026110001",
    "公开信息": "《2025年度法律援助经费决算表》1份，共4页。",
    "提供方式": "邮寄",
    "公开途径": "云海区司法局网站（www.yunhai.example）“财政资金”栏目，2026年3月18日发布。",
    "公开内容": "2025年度法律援助经费决算总额和分项金额",
    "不予公开内容": "受援人姓名、住址和身份证号码",
    "理由": "该信息公开后会使受援人的个人隐私受到损害。",
    "禁止公开的规定": "《中华人民共和国统计法》第十一条",
    "执法案卷": "2025年第17号行政处罚案卷",
    "特别规定": "《不动产登记暂行条例》",
    "查询途径": "云海区不动产登记中心查询窗口，地址：云海区海滨路8号，电话：0000-5550111。",
    "负责公开机关": "云海区财政局",
    "负责公开机关联系方式": "云海区海滨路1号，电话0000-5550122",
    "现有信息情况": "本机关保存有2023年至2025年逐案补贴发放单共1260份",
    "需要加工的内容": "须从发放单中逐份摘录并按律师事务所、按月汇总",
    "不明确之处": "补正材料仍未写明所需信息的年度和名称",
    "反映事项": "投诉法律援助中心工作人员的服务态度",
    "反映渠道": "云海区司法局信访室，地址：云海区中心路6号，电话：0000-5550133",
    "公开出版物": "《云海区人民政府公报》2025年第3期",
    "已获取信息": "《2025年度法律援助经费决算表》，本机关已于2026年8月3日邮寄提供",
    "更正结果": "将“法律援助申请人”栏的姓名更正为林知远，自2026年11月20日起生效",
    "转送机关": "云海区公安局",
    "转送机关联系方式": "0000-5550144（云海区公安局办公室）",
    "公开理由": "所涉资金为财政资金，不公开可能对公共利益造成重大影响",
    "送达文书": "《政府信息公开告知书》（云司公复〔2026〕12号）",
}
"""What an officer types where the register knows nothing."""


def full_office(**values: Any) -> Office:
    return an_office(
        address="云海区中心路6号",
        phone="0000-5550100",
        reconsideration_authority="威宁市云海区人民政府",
        court="威宁市云海区人民法院",
        letterhead_code="云司",
        **values,
    )


def facts_for(kind: LetterKind, **values: Any) -> LetterFacts:
    """A case as it stands when a letter of this kind is made."""
    request = a_request(
        number="2026-018",
        description="2025年度法律援助经费决算，以及案件补贴的发放明细。",
        delivery=Delivery.MAIL,
        outcome=kind.outcomes[0] if kind.outcomes else "",
        withheld_ground="D4" if kind.outcomes == ("PARTIAL",) else "",
        parts=PARTS if kind.code == "by-parts" else (),
        service=Service(way=ServiceWay.MAIL, posted_on=TODAY, mail_number="EM100200300CS"),
    )
    request = replace(request, **values)
    events = [_event(request, one) for one in HAPPENED.get(kind.code, ())]
    return LetterFacts(
        office=full_office(),
        case=case_of(request, events),
        today=TODAY,
        outcomes=outcomes(),
        party=a_party(request.id),
        fee=a_fee(request.id),
        searches=searches(request.id),
        errand=_errand(request.id),
        earlier=_earlier(),
        target=case_of(a_request(number="2026-015"), ()),
    )


def case_of(request: Request, events: Iterable[RequestEvent]) -> Case:
    kept = tuple(events)
    assert request.received is not None
    clock = run(request.received, clock_events(kept), bundled_calendar(), TODAY)
    return Case(request=request, events=kept, clock=clock, outcome=outcomes().get(request.outcome))


def values_for(kind: LetterKind, facts: LetterFacts) -> dict[str, str]:
    """The known values with what is first put into the fields, and what the officer types."""
    known = values_of(facts)
    first = first_values(kind, known)
    texts = {**TYPED, "理由": REASONS.get(kind.code, TYPED["理由"])}
    typed = {name: texts[name] for name, value in first.items() if not value and name in texts}
    return {**known, **first, **typed}


def paper_for(kind: LetterKind, facts: LetterFacts | None = None) -> LetterPaper:
    told = facts or facts_for(kind)
    return compose(
        kind,
        values_for(kind, told),
        remedies(),
        ground=ground_of(told),
        number="云司公复〔2026〕12号" if kind.family else "",
        dated=TODAY,
    )


PARTS = (
    RequestPart(text="2025年度法律援助经费决算", outcome="OPEN"),
    RequestPart(
        text="案件补贴发放明细中的受援人信息",
        outcome="D4",
        reason="公开会损害受援人的个人隐私，受援人不同意公开",
    ),
    RequestPart(
        text="2024年度律师考核结果汇总表", outcome="U1a", reason="该项考核自2025年起才开展"
    ),
)


def a_party(request_id: str) -> ConsultedParty:
    return ConsultedParty(
        id=new_id(),
        request_id=request_id,
        name="A",
        kind=PartyKind.THIRD_PARTY,
        party="云海区同济律师事务所",
        about="2025年度法律援助案件补贴发放明细",
        opinion=Opinion.REFUSE,
        opinion_reason="涉及受援人个人隐私",
    )


def a_fee(request_id: str) -> FeeNotice:
    return FeeNotice(
        id=new_id(),
        request_id=request_id,
        event_id="",
        basis=FeeBasis.PAGES,
        count=68,
        amount=380,
    )


def searches(request_id: str) -> tuple[SearchRecord, ...]:
    return (
        SearchRecord(
            id=new_id(),
            request_id=request_id,
            date=dt.date(2026, 9, 22),
            place="局综合档案室",
            method="以“法律援助”“决算”为关键词查阅2024—2026年案卷目录",
            by="陈岚",
        ),
        SearchRecord(
            id=new_id(),
            request_id=request_id,
            date=dt.date(2026, 9, 24),
            place="公文处理系统",
            method="全文检索",
            by="陈岚、周牧",
            result="没有相关文件。",
        ),
    )


def _errand(request_id: str) -> Errand:
    return Errand(
        id=new_id(),
        request_id=request_id,
        kind=ErrandKind.ASSISTANCE,
        unit="云海区法律援助中心",
        asked_on=dt.date(2026, 9, 22),
        due_on=dt.date(2026, 9, 30),
    )


def _earlier() -> Case:
    request = a_request(
        number="2026-009",
        reply_number="云司公复〔2026〕7号",
        received=dt.date(2026, 7, 6),
        outcome="OPEN",
    )
    replied = an_event(request, kind=EventKind.REPLIED, date=dt.date(2026, 7, 24))
    return case_of(request, (replied,))


def _event(request: Request, kind: EventKind) -> RequestEvent:
    date, argument = EVENTS[kind]
    return an_event(request, kind=kind, date=date, argument=argument)


def written(paper: LetterPaper) -> str:
    """A paper as plain text, for comparing and reading."""
    lines = [paper.number, paper.title, paper.addressee, *paper.paragraphs]
    lines += [paper.contact, paper.signature, paper.dated]
    if paper.slip:
        lines += ["- - - - -", *paper.slip]
    return "\n".join(line for line in lines if line) + "\n"


def renew_golden_texts() -> None:
    """Write every letter anew; read the difference before keeping it."""
    GOLDEN.mkdir(exist_ok=True)
    for kind in letter_kinds().values():
        (GOLDEN / f"{kind.code}.txt").write_text(written(paper_for(kind)), "utf-8")


if __name__ == "__main__":  # python -m tests.letters
    renew_golden_texts()
