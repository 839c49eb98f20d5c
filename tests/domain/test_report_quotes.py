"""Usual wordings of numbers in a report's text: what agrees is left alone, what differs is told."""

from __future__ import annotations

import pytest

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.report import Disputes, Figures, Previous, Proactive, Texts
from gongkai_desk.domain.report_contradictions import (
    denied,
    fees_as_registered,
    fees_told_enough,
    fees_told_once,
    fees_untold,
    kind_of_agency,
    rules_of_a_department,
)
from gongkai_desk.domain.report_drafting import ProcessingFees
from gongkai_desk.domain.report_numerals import plain
from gongkai_desk.domain.report_quotes_context import quotes_in
from gongkai_desk.domain.report_similarity import compare, copied_from_last_year
from tests.reports import MATRIX, figures

FIGURES = figures(previous=Previous(requests={1: (*MATRIX[1][:6], 12000), 25: MATRIX[2]}))

OFFICIAL = (
    "依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），2025年发出信息处理费收费通知4件，"
    "收费总金额300元；申请人按通知缴费1件，实际收取100元。"
)
"""As the program drafts it."""

RIGHT = [
    ("全年共收到政府信息公开申请14069件，同比增长17.2%。", 2),
    ("收到申请14069件，较上年增加2069件。", 2),
    ("其中自然人申请13612件，占比96.8%，法人或其他组织457件，占3.2%。", 2),
    ("收到14629件（含上年结转560件）政府信息公开申请。", 1),
    ("办理政府信息公开申请14629件（其中含上年度结转560件）。", 2),
    ("共受理14069件政府信息公开申请。", 1),
    ("收到14069件申请。", 1),
    ("新收依申请公开14069件。", 1),
    ("2024年结转560件，结转2026年819件，结转至下一年度继续办理819件。", 3),
    ("新收申请14069件。其中，自然人提交13612件、商业企业252件、科研机构0件。", 4),
    ("办结13810件，其中自然人13364件。", 2),
    ("予以公开、部分公开、不予公开分别为5548件、2168件和730件。", 3),
    ("发生行政复议七百九十件，其中维持376件，纠正97件，尚未审结121件。", 4),
    ("行政诉讼212件，其中直接起诉56件，结果维持16件，复议后起诉156件，纠正1件。", 5),
    ("被申请行政复议和提起行政诉讼共1002件。", 1),
    ("重复申请148件，信访举报投诉类申请203件，本机关不掌握相关政府信息3222件。", 3),
    ("不予公开730件（其中属于国家秘密13件），占5.3%。", 3),
    ("每一件申请均认真办理，任何一件都不拖延。", 0),
    ("处理群众来信14件，培训2次。", 0),
]

WRONG = [
    ("收到14068件申请。", "table 3, row 1, 总计", 14069, 14068),
    ("收到申请一百件。", "table 3, row 1, 总计", 14069, 100),
    ("收到申请14069件（含上年结转560件）。", "table 3, 1+2, 总计", 14629, 14069),
    ("新收申请14069件，其中自然人13613件。", "table 3, row 1, 自然人", 13612, 13613),
    ("新收申请14069件，自然人13612件，占97.8%。", "table 3, row 1, 自然人", "96.8", "97.8"),
    ("收到申请14069件，同比增长16.2%。", "table 3, row 1, 总计", "17.2", "16.2"),
    ("收到申请14069件，同比下降17.2%。", "table 3, row 1, 总计", "-17.2", "17.2"),
    ("收到申请14069件，比上年减少20件。", "table 3, row 1, 总计", -2069, 20),
    ("予以公开、不予公开分别为5548件、731件。", "table 3, 不予公开, 总计", 730, 731),
    ("行政复议、行政诉讼均为0件。", "table 4, 行政复议, 总计", 790, 0),
    ("行政复议790件，其中维持375件。", "table 4, 复议, 结果维持", 376, 375),
    ("复议后起诉155件。", "table 4, 复议后起诉, 总计", 156, 155),
    ("重复申请149件。", "table 3, row 17, 总计", 148, 149),
    ("行政事业性收费5元。", "table 2, 行政事业性收费", "0", "5"),
]


@pytest.mark.parametrize(("text", "count"), RIGHT)
def test_what_agrees_is_recognised_and_left_alone(text: str, count: int) -> None:
    quoted = quotes_in(FIGURES, plain(text))
    assert [each for each in quoted if not each.right] == []
    assert len(quoted) >= count


@pytest.mark.parametrize(("text", "where", "expected", "found"), WRONG)
def test_what_differs_is_told_with_its_cell(
    text: str, where: str, expected: object, found: object
) -> None:
    wrong = [each for each in quotes_in(FIGURES, plain(text)) if not each.right]
    assert str(wrong[0].cell) == where
    assert str(wrong[0].shown) == str(expected)
    assert str(wrong[0].found) == str(found)


def written(text: str, other: str = "") -> Texts:
    return Texts(overview=("", text, "", "", ""), other=other)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("未发生因政府信息公开工作被申请行政复议的情况。", "table 4, 行政复议, 总计"),
        ("没有行政复议、行政诉讼案件。", "table 4, 行政复议, 总计"),
        ("全年无政府信息公开行政诉讼。", "table 4, 行政诉讼, 总计"),
        ("2025年，未收到政府信息公开申请。", "table 3, row 1, 总计"),
        ("收到的申请已全部办结，无结转下年度事项。", "table 3, row 25, 总计"),
        ("本年度未制发行政规范性文件。", "table 2, 行政规范性文件, 本年制发件数"),
        ("我局无行政许可、行政强制。", "table 2, 行政许可"),
        ("未作出行政处罚决定。", "table 2, 行政处罚"),
    ],
)
def test_what_the_text_denies_and_a_table_counts(text: str, cell: str) -> None:
    findings = list(denied(FIGURES, written(text)))
    assert cell in [str(finding.values["cell"]) for finding in findings]
    nothing = figures(
        requests=dict.fromkeys(MATRIX, (0,) * 7), disputes=Disputes(), proactive=Proactive()
    )
    assert list(denied(nothing, written(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "没有行政复议被纠正的案件。",
        "未经复议直接起诉56件。",
        "未收到申请人补正材料的，依法不再处理。",
        "按时办结率100%。",
        "承办建议提案12件，均已按时办结。",
        "未作出行政许可决定公示的不予受理。",
        "没有行政处罚信息逾期公示。",
    ],
)
def test_what_denies_something_else_is_left_alone(text: str) -> None:
    assert list(denied(FIGURES, written(text))) == []


def test_two_amounts_of_the_fee() -> None:
    texts = written("收取信息处理费1200元。", "本年收取信息处理费0.13万元。")
    (finding,) = fees_told_once(FIGURES, texts)
    assert (finding.where, finding.expected, finding.found) == ("part 6", "1200", "1300.00")
    assert list(fees_told_once(FIGURES, written("信息处理费共1,200元。", "信息处理费1200元"))) == []


def test_a_fee_denied_that_row_22_proves() -> None:
    (finding,) = fees_told_once(FIGURES, written("", "本年未产生信息处理费。"))
    assert (finding.code, finding.where) == ("report-fee-denied", "part 6")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("发出收费通知5件，缴费2件。", [(205, 5)]),
        ("发出收费通知204件，缴费2件。", [(205, 204)]),
        ("发出收费通知205件，缴费2件。", []),
        ("收取信息处理费0元。", []),
    ],
)
def test_fee_notices_cover_what_lapsed_and_what_was_paid(
    text: str, told: list[tuple[int, int]]
) -> None:
    findings = fees_told_enough(FIGURES, written("", text))
    assert [(each.expected, each.found) for each in findings] == told


def test_registered_fee_notices_want_a_sentence_in_part_six() -> None:
    fees = ProcessingFees(noticed=1)
    (finding,) = fees_untold(written("", "无其他事项。"), fees)
    assert (finding.code, finding.where) == ("report-fee-notices-untold", "part 6")
    assert list(fees_untold(written("", "信息处理费0元。"), fees)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("发出收费通知4件，按通知缴费1件，收取信息处理费100元。", []),
        ("发出收费通知5件，按通知缴费1件。", [(4, 5)]),
        ("发出收费通知4件，缴费2件。", [(1, 2)]),
        ("收取信息处理费90元。", [(100, 90)]),
        ("本年度未收取信息处理费。", [(100, 0)]),
        ("未收取复印费。本机关收到信息处理费100元。", []),
        (OFFICIAL, []),
        (OFFICIAL.replace("金额300", "金额30"), [(300, 30)]),
        (OFFICIAL.replace("取100", "取1000"), [(100, 1000)]),
        (OFFICIAL.replace("取100元", "取0.01万元"), []),
        ("实际收取停车费20元。", []),
    ],
)
def test_the_fee_as_the_register_has_it(text: str, wrong: list[tuple[int, int]]) -> None:
    fees = ProcessingFees(noticed=4, paid=1, amount=300, received=100)
    findings = fees_as_registered(written("", text), fees)
    assert [(each.expected, each.found) for each in findings] == wrong


def with_rules() -> Figures:
    return figures(proactive=Proactive(rules=(0, 0, 3)))


def test_rules_of_a_department() -> None:
    (finding,) = rules_of_a_department(with_rules(), OfficeKind.DEPARTMENT)
    assert (finding.where, finding.severity.value) == ("table 2, 规章", "warning")
    assert list(rules_of_a_department(with_rules(), OfficeKind.GOVERNMENT)) == []
    assert list(rules_of_a_department(figures(), OfficeKind.DEPARTMENT)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("威宁市人民政府", OfficeKind.GOVERNMENT),
        ("云海区青山街道人民政府", OfficeKind.GOVERNMENT),
        ("国家税务总局威宁市税务局", OfficeKind.GOVERNMENT),
        ("威宁市云海区司法局", OfficeKind.DEPARTMENT),
        ("威宁市人民政府办公室", OfficeKind.DEPARTMENT),
        ("", OfficeKind.DEPARTMENT),
    ],
)
def test_a_government_by_its_name(name: str, kind: OfficeKind) -> None:
    assert kind_of_agency(name) is kind


OLD = "一是政策解读形式比较单一，图解和视频解读占比不高。二是部分栏目更新不够及时，个别信息滞后。"
NEW = "三是2025年新设的专区与企业开办的实际需求仍有距离，检索不便。"


def test_a_sentence_of_last_year_with_other_numbers_is_the_same() -> None:
    before = "2024年，通过政府网站主动公开各类信息320条，同比增长3.5%。"
    now = "2025年，通过政府网站主动公开各类信息1,412条，同比增长13.1%。"
    (alike,) = compare(now, before)
    assert alike.ratio == 1.0
    assert compare(NEW, before)[0].same is False


def test_a_copied_part_is_told_and_a_new_one_is_not() -> None:
    before = Texts(overview=(OLD, OLD, "", "", ""), problems=OLD)
    now = Texts(overview=(OLD, NEW, "", "", ""), problems=NEW + OLD[:26])
    told = {finding.where: finding.values for finding in copied_from_last_year(now, before)}
    assert set(told) == {"part 1, （一）", "part 5"}
    assert (told["part 5"]["count"], told["part 5"]["total"]) == (1, 2)
    assert list(copied_from_last_year(Texts(problems=NEW), before)) == []


def test_the_key_of_a_finding_stays_while_it_says_the_same() -> None:
    def key(text: str) -> str:
        (finding,) = fees_as_registered(written("", text), ProcessingFees(noticed=4))
        return finding.key

    assert key("发出收费通知5件。") == key("共发出收费通知5件。")
    assert key("发出收费通知5件。") != key("发出收费通知6件。")
