from __future__ import annotations

import pytest

from gongkai_desk.domain.plan import Duty, DutyKind, Per
from gongkai_desk.domain.plan_duties import duties_in


@pytest.mark.parametrize(
    ("text", "kind", "count", "per", "words"),
    [
        (
            "各单位每年至少组织1次集中学习培训，把规章纳入",
            DutyKind.TRAINING,
            1,
            Per.YEAR,
            "每年至少组织1次集中学习培训",
        ),
        (
            "主要负责同志每年至少听取 1 次政务公开工作汇报。",
            DutyKind.LEADER_BRIEFING,
            1,
            Per.YEAR,
            "每年至少听取1次政务公开工作汇报",
        ),
        (
            "年内至少组织 2 次政务公开培训",
            DutyKind.TRAINING,
            2,
            Per.YEAR,
            "年内至少组织2次政务公开培训",
        ),
        ("每半年邀请公众代表列席会议两次", DutyKind.MEETING_SEATS, 2, Per.HALF_YEAR, None),
        ("每季度举办一次政府开放日", DutyKind.OPEN_DAY, 1, Per.QUARTER, None),
        ("每月通报办理情况", DutyKind.OTHER, 1, Per.MONTH, None),
        ("强化日常监管和季度检查", DutyKind.INSPECTION, 1, Per.QUARTER, "季度检查"),
        ("至少举办3次专题培训", DutyKind.TRAINING, 3, Per.ONCE, "至少举办3次专题培训"),
    ],
)
def test_a_frequency_is_a_duty(
    text: str, kind: DutyKind, count: int, per: Per, words: str | None
) -> None:
    assert duties_in(text) == (Duty(kind=kind, count=count, per=per, text=words or text),)


@pytest.mark.parametrize(
    "text",
    [
        "征求意见一般不少于30日",
        "占比不低于30%",
        "每年1月31日前公布年度报告",
        "常态化开展",
        "一次推送、同步入库",
    ],
)
def test_what_is_no_duty(text: str) -> None:
    assert duties_in(text) == ()


def test_others_with_another_frequency_are_a_duty_of_their_own() -> None:
    text = "部门每半年至少邀请公众代表列席重要会议1次，各区市每季度1次"
    assert [(duty.kind, duty.per, duty.text) for duty in duties_in(text)] == [
        (DutyKind.MEETING_SEATS, Per.HALF_YEAR, "每半年至少邀请公众代表列席重要会议1次"),
        (DutyKind.MEETING_SEATS, Per.QUARTER, "各区市每季度1次"),
    ]
