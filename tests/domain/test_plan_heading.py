from __future__ import annotations

import pytest

from gongkai_desk.domain.plan import WorkPlan
from tests.plans import reading

BODY = "\n一、重点\n（一）抓好公开。围绕重点。（责任单位：区司法局）"


def plan(front: str) -> WorkPlan:
    return reading(front + BODY).plan


@pytest.mark.parametrize(
    "front",
    [
        "2026 年云海区政务公开工作要点",
        "# 2026年云海区\n**政务公开工作要点**",
        "云海区人民政府办公室关于印发《2026年云海区政务公开工作要点》的通知\n各部门：",
        "云海区人民政府办公室\n关于印发2026年云海区政务公开\n工作要点的通知\n各部门：",
        "云海区人民政府办公室关于印发\n2026年云海区政务公开工作要点\n的通知\n各部门：",
        "2026年云海区政务公开工作要点\n根据省政府关于印发\n2026年全省政务公开工作要点\n的通知要求，制定本要点。",
    ],
)
def test_the_title_wherever_it_stands(front: str) -> None:
    assert plan(front).title == "2026年云海区政务公开工作要点"
    assert plan(front).year == 2026


@pytest.mark.parametrize(
    "front",
    [
        "云海区人民政府办公室关于印发2026年政务公开工作要点的通知",
        "云海区人民政府办公室\n关于印发2026年政务公开工作要点的通知",
        "请认真贯彻执行。\n云海区人民政府办公室\n2026年3月5日\n2026年政务公开工作要点",
    ],
)
def test_the_issuer_wherever_it_stands(front: str) -> None:
    assert plan(front).issuer == "云海区人民政府办公室"


def test_only_a_number_on_its_own_line_is_the_documents() -> None:
    assert (
        plan("云政办发〔2026〕3号\n2026年政务公开工作要点").document_number == "云政办发〔2026〕3号"
    )
    quoted = "2026年政务公开工作要点\n按照《通知》（鲁政办发〔2026〕5号）要求，制定本要点。"
    assert plan(quoted).document_number == ""


def test_number_or_signature_give_the_year_when_the_title_does_not() -> None:
    assert plan("云政办发〔2026〕3号\n政务公开工作要点").year == 2026
    assert plan("云海区司法局\n2025年4月1日\n政务公开工作要点").year == 2025


def test_without_a_title_the_files_name_is_taken() -> None:
    assert reading(BODY, year=2026).plan.title == "样本"


def test_a_draft_says_so_behind_its_title() -> None:
    assert plan("2026年云海区政务公开工作要点（征求意见稿）").title.endswith("要点（征求意见稿）")


def test_a_title_may_name_its_year_and_no_subject() -> None:
    named = plan("云海区2026年重点工作任务分解表")
    assert (named.title, named.year) == ("云海区2026年重点工作任务分解表", 2026)


def test_a_title_over_every_page_begins_the_plan_once() -> None:
    head = "2026年云海区政务公开工作要点"
    read = reading(
        f"{head}\n一、重点\n（一）抓好公开。围绕\n{head}\n重点。\n二、基础\n{head}\n（一）抓好培训。开展培训。"
    )
    assert [task.text for task in read.tasks] == ["抓好公开。围绕重点。", "抓好培训。开展培训。"]
