"""Last year's part five split into its problems, and the sentences on what became of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.last_problems import (
    composed,
    last_problems_told,
    name_of,
    problems_in,
    split,
    taken_up,
    with_last_problems,
)
from gongkai_desk.domain.report import Became, LastProblem, Texts
from gongkai_desk.domain.report_similarity import copied_from_last_year
from gongkai_desk.resources import table

WORDINGS = table("statutes", "report_texts.toml")["last_problems"]
BEFORE = Texts(problems="一是解读形式单一，以文字为主；二是业务培训少。下一步，加强培训。")

FOUND = [
    # 一是二是
    ("存在的主要问题：一是解读单一，图解少；二是反馈慢。\n改进情况：一是多图解；二是定时限。",
     ["解读单一，图解少", "反馈慢"]),
    ("还有不足，主要表现在：一是意识不强，二是质量不高。2025年，我局将改进：一是甲；二是乙。",
     ["意识不强", "质量不高"]),
    ("一是解读少。二是人员少。今后将从以下方面改进：一是甲。二是乙。", ["解读少", "人员少"]),
    # numbered items
    ("（一）存在的问题\n1.解读单一。以文字为主。\n2.队伍不稳。\n（二）改进措施\n1.加强。\n2.培训。",
     ["解读单一。以文字为主", "队伍不稳"]),
    ("一、存在的主要问题\n（一）意识不高。\n（二）内容不全。\n二、改进情况\n学习。",
     ["意识不高", "内容不全"]),
    ("问题主要有以下几个方面：\n1.公开不及时；\n2.内容不全面。\n针对以上问题：\n1.建制度。",
     ["公开不及时", "内容不全面"]),
    ("存在的问题和不足：（1）目录更新慢；（2）培训少。改进情况：（1）更新；（2）培训2次。",
     ["目录更新慢", "培训少"]),
    ("1、更新不及时，2、解读不足。", ["更新不及时", "解读不足"]),
    ("①人员流动大；②业务不熟。", ["人员流动大", "业务不熟"]),
    ("第一，公开不主动。第二，解读不丰富。为此，我们将加强学习。", ["公开不主动", "解读不丰富"]),
    ("一方面，公开内容不全；另一方面，人员不足。", ["公开内容不全", "人员不足"]),
    ("存在的主要问题及改进情况：\n一、深度不够。二、形式不多。", ["深度不够", "形式不多"]),
    # each with its remedy
    ("（一）解读单一。改进措施：多用图解。\n（二）不及时。改进措施：建台账。\n（三）培训不够。",
     ["解读单一。改进措施：多用图解", "不及时。改进措施：建台账", "培训不够"]),
    ("（一）整改不到位。\n（二）公开不够。\n（三）改进措施\n一是抓。",
     ["整改不到位", "公开不够"]),
    # sentences after 存在的问题
    ("仍存在以下问题：解读单一；平台不完善；力量薄弱。下一步，我局将加强培训。",
     ["解读单一", "平台不完善", "力量薄弱"]),
    ("存在问题\n更新不及时。\n解读不多。\n改进措施\n加强更新。", ["更新不及时", "解读不多"]),
    ("存在的问题。解读质量有待提高。回应不够主动。改进措施。一是加强学习。",
     ["解读质量有待提高", "回应不够主动"]),
    ("工作还有不足。一是意识不强,部分单位不主动。二是宣传不够。\n2009年,我市将努力。\n一是抓认识。\n二是抓宣传。",
     ["意识不强,部分单位不主动", "宣传不够"]),
    ("还存在一些不足:一是渠道少;二是内容少。为此,我们将改进。\n(一)抓制度。\n(二)抓队伍。",
     ["渠道少", "内容少"]),
    # one item
    ("主要存在公开不及时等问题。我们在今年的工作中,将进一步改进。", ["主要存在公开不及时等问题"]),
    ("一是数字化转型有待加强。", ["数字化转型有待加强"]),
    ("存在解读单一、力量薄弱等问题。下一步：一是多解读；二是配人员。",
     ["存在解读单一、力量薄弱等问题"]),
    ("主要问题是解读形式单一，已增加图解。", ["主要问题是解读形式单一，已增加图解"]),
    ("无", []), ("无。", []), ("", []), (" \n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_problems_of_a_part_five(text: str, found: list[str]) -> None:
    assert list(problems_in(text)) == found


def test_a_run_of_blanks_takes_no_time() -> None:
    text = "一是甲" + " " * 20_000 + "乙。" + "（" * 20_000
    assert "".join(split(text).items) == text


_PIECES = st.lists(
    st.sampled_from(
        ["一是", "二是", "（一）", "（二）", "1.", "2、", "①", "第一，", "另一方面，", "存在的问题",
         "改进措施", "下一步", "解读单一", "不足", "：", "。", "；", "\n", " ", "　", "其次，"]
    ),
    max_size=24,
)  # fmt: skip


@settings(max_examples=200)
@given(_PIECES)
def test_splitting_loses_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = split(text)
    assert found.before + "".join(found.items) + found.after == text
    assert bool(found.items) is bool(text.strip())


@pytest.mark.parametrize(
    ("problem", "name"),
    [
        ("解读形式单一，以文字为主。", "解读形式单一"),
        ("不足，人少。", "不足，人少"),
        ("很" * 40, "很" * 23 + "…"),
        ("培训少", "培训少"),
    ],
)
def test_the_name_of_a_problem_is_its_first_clause(problem: str, name: str) -> None:
    assert name_of(problem) == name


def test_what_was_said_stays_with_its_problem() -> None:
    kept = (
        LastProblem(text="乙", became=Became.MENDED),
        LastProblem(text="别的", became=Became.NOT_YET),
        LastProblem(text="未答"),
    )
    found = taken_up(kept, ("甲", "乙", "甲"))
    assert [each.text for each in found] == ["甲", "乙", "别的"]
    assert found[1].became is Became.MENDED


def test_the_sentences_go_into_the_text_once() -> None:
    one = LastProblem(
        text="解读形式单一，以文字为主", became=Became.GOING_ON, words="已发图解3篇。"
    )
    two = LastProblem(text="业务培训少", became=Became.MENDED)
    silent = LastProblem(text="未答")
    text = with_last_problems("本年问题。", (one, silent, two), WORDINGS)
    assert text == (
        "本年问题。\n上年度存在的“解读形式单一”问题正在整改：已发图解3篇。\n"
        "上年度存在的“业务培训少”问题已整改。"
    )
    assert with_last_problems(text, (one, silent, two), WORDINGS) == text
    changed = with_last_problems(text, (replace(one, became=Became.MENDED), two), WORDINGS)
    assert changed == text.replace("正在整改", "已整改")
    assert composed(silent, WORDINGS) == ""


def test_the_sentences_are_no_copies_of_last_years() -> None:
    every = [LastProblem(text=each, became=Became.MENDED) for each in problems_in(BEFORE.problems)]
    texts = Texts(problems=with_last_problems("", every, WORDINGS))
    assert list(copied_from_last_year(texts, BEFORE)) == []


@pytest.mark.parametrize(
    ("problems", "kept", "told"),
    [
        ("本年问题是人手少。", (), False),
        ("本年问题是人手少。", (LastProblem(text="x", became=Became.NOT_YET),), True),
        ("解读形式单一的情况好转。", (), True),
        ("上年度指出的两个问题均已整改。", (), True),
        ("2024年存在的问题已解决。", (), True),
        ("去年收到申请3件。问题是人手少。", (), False),
        ("", (), True),
    ],
)
def test_silence_on_last_years_problems_is_a_warning(
    problems: str, kept: tuple[LastProblem, ...], told: bool
) -> None:
    found = list(last_problems_told(Texts(problems=problems), BEFORE, kept, 2025))
    assert [each.code for each in found] == ([] if told else ["report-last-problems-untold"])
    assert list(last_problems_told(Texts(problems="人手少。"), Texts(), (), 2025)) == []
