"""What the program tells a letter: dates, periods, sums, searches, and nothing it does not know."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    Dispute,
    DisputeKind,
    FeeBasis,
    FeeNotice,
    Opinion,
    PartyKind,
    SearchRecord,
)
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.fee import by_items, by_pages
from gongkai_desk.domain.letter_facts import LetterFacts, ground_of
from gongkai_desk.domain.letter_fee import fee_parts, fee_scale
from gongkai_desk.domain.letter_values import NAMES, OFFICE_NAMES, contact_of, values_of
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.outcome import Outcome, Remedy
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import (
    ApplicantKind,
    Channel,
    EventKind,
    Request,
    RequestEvent,
    RequestPart,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import clock_events
from tests.builders import a_request, an_applicant, an_event, an_office

TODAY = dt.date(2026, 11, 25)
CALENDAR = WorkCalendar(())


def the_outcome(code: str, remedy: Remedy, **values: Any) -> Outcome:
    return Outcome(
        code=code,
        label=values.pop("label", "予以公开"),
        article=values.pop("article", "第三十六条第（二）项"),
        row=3,
        remedy=remedy,
        document="",
        needs_reasons=values.pop("needs_reasons", False),
        **values,
    )


OUTCOMES = {
    "OPEN": the_outcome("OPEN", Remedy.EITHER),
    "D4": the_outcome(
        "D4",
        Remedy.RECONSIDERATION_FIRST,
        label="不予公开：保护第三方合法权益",
        article="第十五条",
        needs_reasons=True,
        finding="公开会对第三方合法权益造成损害",
    ),
    "N2": the_outcome("N2", Remedy.EITHER, label="不予处理：重复申请", needs_reasons=True),
}


def a_case(request: Request, *events: RequestEvent) -> Case:
    clock = None
    if request.received is not None:
        clock = run(request.received, clock_events(events), CALENDAR, TODAY)
    return Case(request=request, events=events, clock=clock)


def the_facts(request: Request | None = None, *events: RequestEvent, **values: Any) -> LetterFacts:
    return LetterFacts(
        office=values.pop("office", an_office()),
        case=a_case(request or a_request(), *events),
        today=TODAY,
        outcomes=OUTCOMES,
        **values,
    )


def a_party(**values: Any) -> ConsultedParty:
    party = ConsultedParty(
        id="p",
        request_id="r",
        name="A",
        kind=PartyKind.THIRD_PARTY,
        party="同济律师事务所",
        about="补贴发放明细",
    )
    return replace(party, **values)


def a_notice(basis: FeeBasis, count: int, before: int = 0) -> FeeNotice:
    return FeeNotice(
        id="f", request_id="r", event_id="e", basis=basis, count=count, before=before, amount=380
    )


def test_every_name_has_a_value_even_when_nothing_is_known() -> None:
    bare = a_request(received=None, submitted=None, arrived=None, channel=Channel.UNSPECIFIED)
    values = values_of(the_facts(bare, office=Office(name="")))
    assert set(values) == NAMES
    assert all(isinstance(value, str) for value in values.values())
    known = {name for name, value in values.items() if value}
    assert known == {"登记编号", "申请人", "称呼", "申请人类别", "申请事项", "申请内容", "今日"}


def test_what_an_office_fills_in_once() -> None:
    office = an_office(phone="1", address="中心路6号", court="某法院", letterhead_code="云司")
    values = values_of(the_facts(office=office))
    assert {values[name] for name in ("联系电话", "机关地址", "法院", "代字")} == {
        "1",
        "中心路6号",
        "某法院",
        "云司",
    }
    assert OFFICE_NAMES < NAMES


def test_the_contact_line_is_the_offices_own_or_address_and_phone() -> None:
    office = an_office(phone="1", address="中心路6号")
    assert contact_of(office, RegisterSettings()) == "地址：中心路6号，联系电话：1"
    assert contact_of(an_office(phone="1"), RegisterSettings()) == "联系电话：1"
    assert contact_of(office, RegisterSettings(contact_line="找陈岚")) == "找陈岚"
    assert contact_of(an_office(), RegisterSettings()) == ""


@pytest.mark.parametrize(
    ("kind", "others", "word"),
    [
        (ApplicantKind.NATURAL_PERSON, 0, "您"),
        (None, 0, "您"),
        (ApplicantKind.BUSINESS, 0, "贵单位"),
        (ApplicantKind.NATURAL_PERSON, 1, "你们"),
    ],
)
def test_how_the_applicant_is_spoken_to(kind: ApplicantKind | None, others: int, word: str) -> None:
    request = a_request(
        applicant=an_applicant(kind=kind),
        co_applicants=tuple(an_applicant(name="顾青") for _ in range(others)),
    )
    values = values_of(the_facts(request))
    assert values["称呼"] == word
    assert values["申请人"] == "、".join(["林知远", *["顾青"] * others])


def test_what_is_asked_for_is_one_line() -> None:
    request = a_request(description="1. 决算表\n2. 发放明细。")
    assert values_of(the_facts(request))["申请内容"] == "1. 决算表；2. 发放明细"
    assert values_of(the_facts(a_request(subject="决算。")))["申请内容"] == "决算"


def test_an_identity_number_that_is_not_known_has_no_kind() -> None:
    values = values_of(the_facts())
    assert (values["证件类型"], values["证件号码"]) == ("", "")


class TestExtension:
    def test_recorded_or_about_to_be_it_says_the_same(self) -> None:
        request = a_request(received=dt.date(2026, 3, 2))
        extended = an_event(
            request, kind=EventKind.EXTENDED, date=dt.date(2026, 3, 20), argument="10"
        )
        recorded = values_of(the_facts(request, extended))
        about_to = values_of(the_facts(request, event=extended))
        names = ("原答复期限", "延长工作日数", "延长后期限")
        told = {name: recorded[name] for name in names}
        assert told == {name: about_to[name] for name in names}
        assert told["延长工作日数"] == "10"
        clock = run(dt.date(2026, 3, 2), [], CALENDAR, TODAY)
        assert clock.due is not None
        later = CALENDAR.add(clock.due, 10)
        assert told["原答复期限"] == f"{clock.due.year}年{clock.due.month}月{clock.due.day}日"
        assert told["延长后期限"] == f"{later.year}年{later.month}月{later.day}日"

    @pytest.mark.parametrize("argument", ["", "21", "十"])
    def test_one_that_cannot_be_has_no_new_date(self, argument: str) -> None:
        request = a_request()
        event = an_event(request, kind=EventKind.EXTENDED, argument=argument)
        values = values_of(the_facts(request, event=event))
        assert values["延长后期限"] == ""
        assert values["原答复期限"] != ""

    def test_a_voided_one_is_none(self) -> None:
        request = a_request()
        event = an_event(
            request, kind=EventKind.EXTENDED, argument="5", voided_on=TODAY, voided_because="误"
        )
        case = replace(a_case(request), events=(event,))
        values = values_of(replace(the_facts(request), case=case))
        assert values["延长工作日数"] == values["延长后期限"] == ""


def test_the_delayed_date() -> None:
    request = a_request()
    event = an_event(request, kind=EventKind.DELAYED, argument="2027-01-15")
    assert values_of(the_facts(request, event))["延迟答复期限"] == "2027年1月15日"
    unread = replace(event, argument="明年")
    assert values_of(the_facts(request, event=unread))["延迟答复期限"] == ""


def test_only_the_partys_own_consultation_counts() -> None:
    request = a_request()
    sent = [
        an_event(
            request, kind=EventKind.CONSULTATION_SENT, date=dt.date(2026, 9, day), argument=name
        )
        for day, name in ((22, "A"), (24, "B"))
    ]
    values = values_of(the_facts(request, *sent, party=a_party()))
    assert values["征求意见日期"] == "2026年9月22日"
    assert values["征求意见对象"] == "同济律师事务所"
    assert values["征求意见期限"] != ""
    assert values_of(the_facts(request, *sent))["征求意见日期"] == "2026年9月24日"


def test_the_applicant_is_told_the_opinion_but_not_who_gave_it() -> None:
    request = a_request()
    sent = an_event(request, kind=EventKind.CONSULTATION_SENT, argument="A")
    party = a_party(opinion=Opinion.REFUSE, opinion_reason="涉及隐私。")
    values = values_of(the_facts(request, sent, party=party))
    assert values["征求意见情况"] == (
        "本机关于2026年9月21日依法书面征求第三方意见，第三方不同意公开"
    )
    assert values["第三方意见"] == "不同意公开，理由为：涉及隐私"
    pending = values_of(the_facts(request, sent, party=a_party()))
    assert pending["征求意见情况"] == pending["第三方意见"] == ""


class TestFee:
    @pytest.mark.parametrize(
        ("notice", "told"),
        [
            (
                a_notice(FeeBasis.PAGES, 68),
                "本件申请共68页，其中第31页至第68页共38页，每页10元，计380元",
            ),
            (a_notice(FeeBasis.PAGES, 30), "本件申请共30页"),
            (
                a_notice(FeeBasis.PAGES, 201),
                (
                    "本件申请共201页，其中第31页至第100页共70页，每页10元，计700元；"
                    "第101页至第200页共100页，每页20元，计2000元；第201页共1页，每页40元，计40元"
                ),
            ),
            (
                a_notice(FeeBasis.ITEMS, 2, before=29),
                (
                    "本件申请计2件，本自然月内此前已累计申请29件，累计31件，"
                    "其中第30件共1件，每件100元，计100元；第31件共1件，每件200元，计200元"
                ),
            ),
        ],
    )
    def test_the_arithmetic_is_told(self, notice: FeeNotice, told: str) -> None:
        assert fee_parts(notice) == told

    @given(st.sampled_from(FeeBasis), st.integers(0, 400), st.integers(0, 120))
    def test_the_parts_told_add_up(self, basis: FeeBasis, count: int, before: int) -> None:
        told = fee_parts(a_notice(basis, count, before))
        parts = [int(sum_told) for sum_told in re.findall(r"，计(\d+)元", told)]
        if basis is FeeBasis.PAGES:
            expected = by_pages(count).total
        else:
            expected = by_items(before + count).total - by_items(before).total
        assert sum(parts) == expected

    def test_the_scales_are_those_of_the_rules(self) -> None:
        assert fee_scale(FeeBasis.ITEMS) == (
            "按件计收，同一申请人一个自然月内累计申请10件以下（含10件）的不收费；"
            "11—30件（含30件）的部分，每件100元；31件以上的部分，以10件为一档，"
            "每增加一档，收费标准提高100元/件"
        )
        assert fee_scale(FeeBasis.PAGES) == (
            "按量计收，30页以下（含30页）的不收费；31—100页（含100页）的部分，每页10元；"
            "101—200页（含200页）的部分，每页20元；201页以上的部分，每页40元"
        )

    def test_sum_and_way_of_payment(self) -> None:
        request = a_request()
        noticed = an_event(request, kind=EventKind.FEE_NOTICED)
        settings = RegisterSettings(payment_way="到银行柜台缴纳")
        notice = a_notice(FeeBasis.PAGES, 68)
        values = values_of(the_facts(request, noticed, fee=notice, settings=settings))
        assert (values["收费金额"], values["收费金额大写"]) == ("380", "叁佰捌拾元整")
        assert values["缴纳方式"] == "到银行柜台缴纳"
        assert values["收费通知日期"] == "2026年9月21日"
        own = replace(notice, payment_way="扫码缴纳")
        assert values_of(the_facts(request, fee=own, settings=settings))["缴纳方式"] == "扫码缴纳"


def test_searches_are_told_by_date() -> None:
    later = SearchRecord(
        id="2", request_id="r", date=dt.date(2026, 9, 24), place="公文系统", result="没有。"
    )
    earlier = SearchRecord(
        id="1",
        request_id="r",
        date=dt.date(2026, 9, 22),
        place="档案室",
        method="查阅目录",
        by="陈岚",
    )
    assert values_of(the_facts(searches=(later, earlier)))["检索情况"] == (
        "2026年9月22日在档案室检索（检索方式：查阅目录，检索人：陈岚），"
        "没有检索到所申请公开的信息；2026年9月24日在公文系统检索，没有"
    )


class TestGround:
    @pytest.mark.parametrize(
        ("withheld", "parts", "ground"),
        [
            ("", (), None),
            ("D4", (), Remedy.RECONSIDERATION_FIRST),
            ("N2", (), Remedy.EITHER),
            ("", ("OPEN", "N2"), Remedy.EITHER),
            ("", ("OPEN", "D4"), Remedy.RECONSIDERATION_FIRST),
            ("N2", ("D4",), Remedy.RECONSIDERATION_FIRST),
        ],
    )
    def test_the_strictest_part_rules(
        self, withheld: str, parts: tuple[str, ...], ground: Remedy | None
    ) -> None:
        request = a_request(
            withheld_ground=withheld,
            parts=tuple(RequestPart(text="甲", outcome=code) for code in parts),
        )
        assert ground_of(the_facts(request)) is ground

    def test_the_finding_is_the_articles_or_the_labels(self) -> None:
        told = values_of(the_facts(a_request(withheld_ground="D4")))
        assert told["不予公开情形"] == "公开会对第三方合法权益造成损害"
        assert told["不予公开依据"] == "第十五条"
        assert values_of(the_facts(a_request(withheld_ground="N2")))["不予公开情形"] == "重复申请"


class TestParts:
    PARTS = (
        RequestPart(text="决算表。", outcome="OPEN"),
        RequestPart(text="发放明细", outcome="D4", reason="损害隐私。"),
    )

    def test_each_content_has_its_answer(self) -> None:
        values = values_of(the_facts(a_request(parts=self.PARTS)))
        law = "《中华人民共和国政府信息公开条例》"
        assert values["分项答复"] == (
            f"一、关于“决算表”：依据{law}第三十六条第（二）项，予以公开。\n"
            f"二、关于“发放明细”：该内容公开会对第三方合法权益造成损害，依据{law}第十五条，"
            "不予公开。理由：损害隐私。"
        )
        assert (values["公开部分"], values["不予公开部分"]) == ("决算表", "发放明细")

    @pytest.mark.parametrize("change", [{"outcome": ""}, {"reason": " "}])
    def test_nothing_is_told_before_all_is_decided(self, change: dict[str, str]) -> None:
        parts = (self.PARTS[0], replace(self.PARTS[1], **change))
        assert values_of(the_facts(a_request(parts=parts)))["分项答复"] == ""


def test_a_new_answer_names_the_decision_that_ordered_it() -> None:
    request = a_request()
    dispute = Dispute(
        id="d",
        request_id=request.id,
        kind=DisputeKind.RECONSIDERATION,
        authority="云海区人民政府",
        received_on=dt.date(2026, 10, 8),
        decision_number="云政复决字〔2026〕3号",
    )
    ordered = an_event(request, kind=EventKind.REDECISION_ORDERED, date=dt.date(2026, 11, 2))
    replied = an_event(request, kind=EventKind.REPLIED, date=dt.date(2026, 10, 1))
    told = values_of(the_facts(request, replied, ordered, dispute=dispute))["重新答复依据"]
    assert told == "云海区人民政府作出的行政复议决定（云政复决字〔2026〕3号）"
    assert values_of(the_facts(request, replied, dispute=dispute))["重新答复依据"] == ""


def test_an_earlier_answer_and_the_case_that_goes_on() -> None:
    before = a_request(number="2026-009", reply_number="云司公复〔2026〕7号")
    answered = a_case(before, an_event(before, kind=EventKind.REPLIED, date=dt.date(2026, 10, 1)))
    values = values_of(the_facts(earlier=answered, target=a_case(a_request(number="2026-015"))))
    assert values["原答复日期"] == "2026年10月1日"
    assert values["原答复文号"] == "云司公复〔2026〕7号"
    assert values["并入编号"] == "2026-015"


def test_how_it_was_served() -> None:
    service = Service(way=ServiceWay.MAIL, posted_on=dt.date(2026, 10, 9), mail_number="EM1")
    values = values_of(the_facts(a_request(service=service)))
    told = [values[name] for name in ("送达方式", "交邮日期", "邮件号", "签收日期")]
    assert told == ["邮寄送达", "2026年10月9日", "EM1", ""]
