"""What a government's report tells besides, and a department's does not."""

from __future__ import annotations

import pytest

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_government import supervision_of_a_government

DEPARTMENT, GOVERNMENT = OfficeKind.DEPARTMENT, OfficeKind.GOVERNMENT


@pytest.mark.parametrize(
    ("text", "kind", "missing"),
    [
        ("组织培训1次。", GOVERNMENT, ["工作考核", "社会评议", "责任追究"]),
        ("组织培训1次。", DEPARTMENT, []),
        ("", GOVERNMENT, []),
        ("纳入年度考核，开展社会评议，未发生责任追究情形。", GOVERNMENT, []),
        (
            "1.工作考核情况\n优秀。\n2.社会评议情况\n3.责任追究结果情况",
            GOVERNMENT,
            ["社会评议", "责任追究"],
        ),
        ("政务公开考评居前，无追责情形。", GOVERNMENT, ["社会评议"]),
        ("开展满意度测评；对2人问责。", GOVERNMENT, ["工作考核"]),
    ],
)
def test_the_three_matters_of_a_government(text: str, kind: OfficeKind, missing: list[str]) -> None:
    texts = Texts(overview=("甲", "乙", "丙", "丁", text))
    found = list(supervision_of_a_government(texts, kind))
    assert [each.values["matter"] for each in found] == missing
    assert {each.where for each in found} <= {"part 1, （五）"}
