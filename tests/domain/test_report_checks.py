"""The identities of 国办公开办函〔2021〕30号 on a balanced report and on spoilt ones."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Previous
from gongkai_desk.domain.report_checks import check_document, check_figures
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_raw import document
from tests.reports import MATRIX, balanced, figures


def found(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {(finding.rule, finding.where) for finding in check_document(report)}


def only(report: dict[str, Any]) -> Finding:
    (finding,) = check_document(report)
    return finding


def test_a_balanced_report_has_no_findings() -> None:
    assert check_document(balanced()) == []


def test_figures_and_their_document_are_checked_alike() -> None:
    ours = figures(previous=Previous(requests={25: MATRIX[2]}, normative_documents=(1, 0, 7)))
    assert check_figures(ours) == check_document(document(ours))
    assert [finding.rule for finding in check_figures(ours)] == ["G"]


@pytest.mark.parametrize("row", range(1, 26))
@pytest.mark.parametrize("column", range(7))
@pytest.mark.parametrize("by", [1, -1])
def test_every_single_cell_change_is_found(row: int, column: int, by: int) -> None:
    report = balanced()
    report["requests"][str(row)][column] += by
    findings = check_document(report)
    assert any(finding.severity is Severity.ERROR for finding in findings)
    if MATRIX[row][column] + by >= 0:
        assert ("C", f"table 3, row {row}, 总计") in found(report)


def test_a_is_found_in_every_column_with_the_number_the_cell_should_have() -> None:
    for column, label in ((0, "自然人"), (5, "其他"), (6, "总计")):
        report = balanced()
        report["requests"]["24"][column] += 7
        finding = next(each for each in check_document(report) if each.rule == "A")
        assert finding.where == f"table 3, row 24, {label}"
        assert (finding.expected, finding.found) == (
            MATRIX[24][column],
            MATRIX[24][column] + 7,
        )


def test_a_compensated_change_still_breaks_one_identity() -> None:
    report = balanced()
    report["requests"]["3"][0] += 1  # moved from row 4 to row 3: only the rows notice
    report["requests"]["4"][0] -= 1
    assert found(report) == {("C", "table 3, row 3, 总计"), ("C", "table 3, row 4, 总计")}


def test_b_names_the_sum_of_the_results() -> None:
    report = balanced()
    report["requests"]["3"][0] += 5
    report["requests"]["3"][6] += 5
    rules = {(each.rule, each.where): each for each in check_document(report)}
    assert set(rules) == {("B", "table 3, row 24, 自然人"), ("B", "table 3, row 24, 总计")}
    assert rules["B", "table 3, row 24, 自然人"].expected == MATRIX[24][0] + 5


def test_d_compares_what_is_known_of_last_year() -> None:
    report = balanced()
    report["previous"] = {"requests": {"25": [536]}}
    finding = only(report)
    assert (finding.rule, finding.where) == ("D", "table 3, row 2, 自然人")
    assert (finding.expected, finding.found) == (536, 535)


@pytest.mark.parametrize("previous", [None, {}, {"requests": {}}, {"requests": {"25": None}}])
def test_without_last_year_nothing_is_compared(previous: object) -> None:
    report = balanced()
    report["previous"] = previous
    assert check_document(report) == []


@pytest.mark.parametrize(
    "previous",
    [7, [], {"requests": 3}, {"requests": {"25": "无"}}, {"requests": {"25": ["x"] * 7}}],
)
def test_an_unreadable_last_year_is_a_warning(previous: object) -> None:
    report = balanced()
    report["previous"] = previous
    findings = check_document(report)
    assert {finding.severity for finding in findings} == {Severity.WARNING}


@pytest.mark.parametrize("group", ["reconsideration", "litigation_direct", "litigation_after"])
def test_f_is_checked_in_each_group(group: str) -> None:
    report = balanced()
    report[group][4] += 1
    finding = only(report)
    assert (finding.rule, finding.found) == ("F", report[group][4])
    assert finding.where.startswith("table 4, 行政")


def test_g_is_a_warning() -> None:
    report = balanced()
    report["proactive"]["normative_documents"][2] = 10
    finding = only(report)
    assert (finding.rule, finding.severity) == ("G", Severity.WARNING)
    assert finding.where == "table 2, 行政规范性文件"
    assert (finding.expected, finding.found) == (9, 10)


@pytest.mark.parametrize("value", [None, "", "/", "无", "3", 3.0, 2.5, True, -1, 10**4000, [], {}])
def test_e_a_cell_that_is_no_whole_number_is_an_error_at_its_place(value: object) -> None:
    report = balanced()
    report["requests"]["18"][2] = value
    assert found(report) == {("E", "table 3, row 18, 科研机构")}


def test_one_bad_cell_hides_no_other_finding() -> None:
    report = balanced()
    report["requests"]["18"][2] = "/"
    report["requests"]["3"][0] += 1
    report["reconsideration"][0] = None
    report["litigation_after"][4] = 0
    assert found(report) == {
        ("E", "table 3, row 18, 科研机构"),
        ("E", "table 4, 行政复议, 结果维持"),
        ("B", "table 3, row 24, 自然人"),
        ("C", "table 3, row 3, 总计"),
        ("F", "table 4, 行政诉讼（复议后起诉）, 总计"),
    }


@pytest.mark.parametrize("amount", ["0", "12.3456", 0, 3, 59237.2449])
def test_fees_may_have_decimals(amount: object) -> None:
    report = balanced()
    report["proactive"]["fees_10k_yuan"] = amount
    assert check_document(report) == []


@pytest.mark.parametrize(
    "amount", ["", "/", "12,3", "1e3", "-1", -1, float("nan"), None, True, "١"]
)
def test_an_unreadable_fee_is_an_error(amount: object) -> None:
    report = balanced()
    report["proactive"]["fees_10k_yuan"] = amount
    assert found(report) == {("E", "table 2, 行政事业性收费")}


def test_the_other_cells_of_table_2_are_read_too() -> None:
    report = balanced()
    report["proactive"]["licences"] = "十二"
    report["proactive"]["rules"] = [0, 0]
    assert found(report) == {("E", "table 2, 行政许可"), ("E", "table 2, 规章")}


def test_missing_rows_and_tables_are_found() -> None:
    report = balanced()
    del report["requests"]["7"]
    del report["proactive"]
    report["litigation_direct"] = "none"
    places = {where for _rule, where in found(report)}
    assert {"table 3, row 7", "table 2", "table 4, 行政诉讼（未经复议直接起诉）"} <= places


@pytest.mark.parametrize("cells", [[1, 2, 3], [0] * 8, [], "0000000", {"0": 1}])
def test_a_row_with_the_wrong_number_of_cells_is_found(cells: object) -> None:
    report = balanced()
    report["requests"]["7"] = cells
    assert ("E", "table 3, row 7") in found(report)


@pytest.mark.parametrize("name", ["0", "26", "01", "总计", "", "１"])
def test_a_row_that_does_not_exist_is_found(name: str) -> None:
    report = balanced()
    report["requests"][name] = [0] * 7
    finding = only(report)
    assert (finding.rule, finding.found) == ("shape", name)


@pytest.mark.parametrize("requests", [None, [], "x", 5])
def test_requests_that_are_no_object_are_found(requests: object) -> None:
    report = balanced()
    report["requests"] = requests
    assert ("shape", "table 3") in found(report)


def test_rows_shifted_by_one_are_found() -> None:
    report = balanced()
    rows = [report["requests"][str(row)] for row in range(1, 26)]
    report["requests"] = {
        str(row): cells for row, cells in enumerate([rows[-1], *rows[:-1]], start=1)
    }
    assert {"A", "B", "D"} <= {rule for rule, _where in found(report)}


def test_columns_shifted_by_one_are_found() -> None:
    report = balanced()
    for cells in report["requests"].values():
        cells.insert(0, cells.pop())
    assert {"C", "D"} <= {rule for rule, _where in found(report)}


def test_integer_row_names_are_read() -> None:
    report = balanced()
    report["requests"] = {int(row): cells for row, cells in report["requests"].items()}
    assert check_document(report) == []


def test_an_amount_of_our_own_is_written_without_an_exponent() -> None:
    proactive = figures().proactive
    small = type(proactive)(fees_10k_yuan=Decimal("0.0000001"))
    report: Any = document(figures(proactive=small))
    assert report["proactive"]["fees_10k_yuan"] == "0.0000001"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(balanced())), json_values))
def test_nothing_in_a_file_makes_the_checks_fail(changes: dict[str, Any]) -> None:
    for finding in check_document(balanced() | changes):
        assert finding.code


@given(st.integers(1, 25), st.integers(0, 6), json_values)
def test_anything_in_one_cell_is_found_unless_it_is_the_number(
    row: int, column: int, value: Any
) -> None:
    report = balanced()
    same = type(value) is int and value == MATRIX[row][column]
    report["requests"][str(row)][column] = value
    assert (check_document(report) == []) == same
