"""What is found in pasted requests: a table of texts, and that nothing is ever invented."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain import intake_labels as labels
from gongkai_desk.domain.intake_flat import MOST, FoldedText, same_text
from gongkai_desk.domain.intake_proposal import Certainty, Proposal
from gongkai_desk.domain.intake_text import proposals
from gongkai_desk.domain.intake_values import (
    carrier_of,
    date_of,
    delivery_of,
    identity_kind_of,
    is_name,
    kind_of,
)
from gongkai_desk.domain.request import ApplicantKind, CarrierForm, Delivery, IdentityKind
from tests.intake_texts import TEXTS, Pasted


def of(found: list[Proposal], field: str) -> list[str]:
    return [one.value for one in found if one.field == field]


@pytest.mark.parametrize("pasted", TEXTS, ids=[each.name for each in TEXTS])
def test_what_a_pasted_text_tells(pasted: Pasted) -> None:
    found = proposals(pasted.text)
    best = {one.field: one.value for one in reversed(found)}
    assert {field: best.get(field) for field in pasted.first} == pasted.first
    assert not [field for field in pasted.without if field in best]
    assert tuple(of(found, labels.CO_APPLICANT)) == pasted.others


@pytest.mark.parametrize("pasted", TEXTS, ids=[each.name for each in TEXTS])
def test_places_and_snippets_lead_to_the_pasted_text(pasted: Pasted) -> None:
    for one in proposals(pasted.text):
        assert same_text(pasted.text[one.start : one.end]) == same_text(one.value)
        assert same_text(one.snippet) in same_text(pasted.text)


def test_the_phrases_of_the_invariant_hold_for_every_line_end() -> None:
    for end in ("\r\n", "\r", "\u2028", "\n\n"):
        text = end.join(("申请人：林知远", "电话：13800000001"))
        assert of(proposals(text), labels.NAME) == ["林知远"], repr(end)
        assert of(proposals(text), labels.PHONE) == ["13800000001"], repr(end)


def test_a_number_that_fails_its_check_is_less_certain() -> None:
    (sound,) = (p for p in proposals("身份证号：11010519491231002X") if p.field == labels.IDENTITY)
    (odd,) = (p for p in proposals("身份证号：110105194912310021") if p.field == labels.IDENTITY)
    assert (sound.certainty, odd.certainty) == (Certainty.SURE, Certainty.LIKELY)
    assert of(proposals("流水里的110105194912310021"), labels.IDENTITY) == []


def test_a_field_has_at_most_three_proposals_and_no_value_twice() -> None:
    text = "\n".join(f"电话：1380000000{number}" for number in (1, 1, 2, 3, 4, 5))
    assert of(proposals(text), labels.PHONE) == ["13800000001", "13800000002", "13800000003"]


def test_a_very_long_text_is_read_as_far_as_anybody_writes() -> None:
    assert proposals("。" * MOST + "申请人：林知远") == []
    assert len(FoldedText("字" * (MOST + 5)).text) == MOST


FRAGMENTS = st.sampled_from(
    [
        *(
            "申请人：",
            "姓 名",
            "证件号码",
            "身份证号：",
            "公民",
            "法人或者其他组织",
            "代理人信息",
            "名称",
        ),
        *("林知远", "李𬱖", "云海测绘有限公司", "１３８００００００１", "13800000001", "a@b.cn"),
        *("11010519491231002X", "91350100M000100Y43", "2026年11月18日", "二〇二六年一月一日"),
        *(
            "所需信息的内容描述",
            "申请贵局公开以下信息：",
            "1. 财政决算；",
            "获取方式：",
            "☑邮寄 □传真",
        ),
        *(
            "\t",
            "\n",
            "\r\n",
            "|",
            "：",
            "  ",
            "（",
            "√",
            "此致\n敬礼\n",
            "From: ",
            "<x@y.cn>",
            "主题：",
        ),
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(FRAGMENTS, max_size=40).map("".join)))
def test_nothing_is_invented_and_nothing_raises(text: str) -> None:
    whole = same_text(text)
    for one in proposals(text):
        assert one.value.strip()
        assert same_text(one.value) in whole
        assert 0 <= one.start < one.end <= len(text)
        assert one.field in labels.ORDER


@given(st.text(max_size=60))
def test_readers_of_values_take_anything(text: str) -> None:
    for read in (date_of, delivery_of, carrier_of, kind_of, identity_kind_of, is_name):
        read(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年11月18日", dt.date(2026, 11, 18)),
        ("2026.3.5", dt.date(2026, 3, 5)),
        ("二○二六年十一月三十日", dt.date(2026, 11, 30)),
        ("二〇二六年一月二十日", dt.date(2026, 1, 20)),
        ("Wed, 18 Nov 2026 09:12", dt.date(2026, 11, 18)),
        ("2026年2月30日", None),
        ("1026年1月1日", None),
    ],
)
def test_dates(text: str, day: dt.date | None) -> None:
    assert date_of(text) == day


def test_words_of_forms_are_understood() -> None:
    assert kind_of("海天律师事务所") is ApplicantKind.LEGAL_SERVICE
    assert kind_of("示例会计师事务所") is ApplicantKind.BUSINESS
    assert kind_of("柳林村村民委员会") is ApplicantKind.OTHER
    assert kind_of("示例大学") is ApplicantKind.RESEARCH
    assert kind_of("示例慈善基金会") is ApplicantKind.PUBLIC_INTEREST
    assert kind_of("林知远") is None
    assert delivery_of("电子邮件") is Delivery.EMAIL
    assert delivery_of("快递") is Delivery.MAIL
    assert delivery_of("不知道") is None
    assert carrier_of("光盘") is CarrierForm.ELECTRONIC
    assert identity_kind_of("营业执照") is IdentityKind.CREDIT_CODE
    assert identity_kind_of("普通护照") is IdentityKind.PASSPORT
