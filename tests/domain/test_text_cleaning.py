"""Cleaning a text takes out what is invisible and mends punctuation; every word stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.text_cleaning import cleaned, visible

_BROKEN = st.text(
    st.sampled_from(
        "公开申请（）〔〕，。,.;:?!()0129aA%@/ \t\n\r\u3000\u00a0\u00ad\u200b\ufeff\u2028"
    )
)
_SAME = str.maketrans({"，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")",
                       "。": "."})  # fmt: skip


def ink(text: str) -> str:
    """What is seen of a text, full-width punctuation or half-width."""
    return "".join(visible(text).split()).translate(_SAME)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("　　一是公开。", "一是公开。"),
        ("\u00a0\t甲\u00a0乙  丙 ", "甲 乙 丙"),
        ("政务\u00ad公\u200b开\ufeff", "政务公开"),
        ("甲\r\n\r\n\r\n\n乙\u2028丙", "甲\n\n乙\n丙"),
        ("一是公开不够,解读不够;二是(部分)慢.", "一是公开不够，解读不够；二是（部分）慢。"),
        ("收到3,000件,占12.5%,其中9:30前2件", "收到3,000件，占12.5%，其中9:30前2件"),
        ("国办公开办函〔2021〕30号,(2021)", "国办公开办函〔2021〕30号,(2021)"),
        ("见http://a.cn/公开,目录.html 与甲@b.cn", "见http://a.cn/公开,目录.html 与甲@b.cn"),
        ("附件:1.甲", "附件：1.甲"),
        ("是吗?是!", "是吗？是！"),
        ("v1.2,ok", "v1.2,ok"),
        ("\n\n甲\n\n", "甲"),
        ("", ""),
    ],
)
def test_cleaned(text: str, found: str) -> None:
    assert cleaned(text) == found


def test_pasted_text_only_loses_what_cannot_be_seen() -> None:
    assert visible("　　甲,\u200b\t乙\r\n\n\n\u00ad") == "　　甲, 乙\n\n\n"


@settings(max_examples=200)
@given(_BROKEN)
def test_cleaning_keeps_what_is_seen_and_is_done_once(text: str) -> None:
    once = cleaned(text)
    assert ink(once) == ink(text)
    assert cleaned(once) == once
