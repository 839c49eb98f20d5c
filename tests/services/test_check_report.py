"""The check report says what was checked, found and answered; for files of others, too."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from gongkai_desk.domain.check_sheet import CheckTable
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Override, Previous, Proactive, Texts
from gongkai_desk.domain.report_answers import needs_answer, with_answer
from gongkai_desk.services.check_report import (
    foreign_sheet,
    read_foreign,
    with_year_before,
    write_foreign,
)
from gongkai_desk.services.desk import Desk
from tests.published_reports import web_page
from tests.reports import MATRIX, figures

TODAY = dt.date(2026, 11, 20)
TEXTS = Texts(
    opening="本报告根据《条例》编制。",
    overview=("公开及时。", "收到申请14068件。", "管理有序。", "平台完善。", "监督到位。"),
    problems="主要问题是解读形式单一，已增加图解。",
    other="收取信息处理费0元。",
)


def words(path: Path) -> str:
    pages = "".join(page.extract_text() for page in PdfReader(path).pages)
    return "".join(pages.split())


def tables(parts: object) -> dict[str, CheckTable]:
    assert isinstance(parts, tuple)
    return {part.heading[2:]: part for part in parts if isinstance(part, CheckTable)}


def test_our_own_report(desk: Desk, tmp_path: Path) -> None:
    draft = replace(
        desk.reporting.draft(2025),
        proactive=Proactive(normative_documents=(1, 0, 5)),
        previous=Previous(normative_documents=(0, 0, 3)),
        overrides=(
            Override(
                table=3, row="5", column=0, number=2, counted=0, reason="登记待更正", made_on=TODAY
            ),
        ),
    )
    findings = desk.reporting.report(draft).findings
    warning = next(one for one in findings if one.code == "report-in-force" and needs_answer(one))
    draft = replace(draft, answers=with_answer((), warning, "承接改革前文件", "", TODAY))
    found = tables(desk.check_report.sheet(draft, TODAY).parts)
    results = {row[0][0]: row[1:] for row in found["勾稽关系核验结果"].rows}
    assert results["A"] == ("×", "√", "√", "√", "√", "√", "×")
    assert results["D"] == ("—",) * 7
    assert results["G"] == ("×  行政规范性文件",)
    told = {row[-2]: row[-1] for row in found["核验发现的问题"].rows}
    assert [said for said in told.values() if "承接改革前文件" in said] != []
    assert found["手工改写的数字"].rows[0][1:4] == ("0", "2", "登记待更正")
    path = tmp_path / "核验.pdf"
    assert desk.check_report.write(draft, path, TODAY) == ()
    text = words(path)
    for told_in in ("2025年政府信息公开工作年度报告核验报告", "暂不能发布", "填报人", "登记待更正"):
        assert told_in in text


def published(tmp_path: Path, year: int, name: str, texts: Texts = TEXTS) -> Path:
    path = tmp_path / name
    path.write_text(web_page(figures(year=year), texts), encoding="utf-8")
    return path


def test_a_report_from_a_file_and_the_year_before(tmp_path: Path) -> None:
    report = read_foreign(published(tmp_path, 2025, "云海.html"))
    assert [one.code for one in report.findings] == ["report-misquoted"]
    assert report.findings[0].values["words"] == "收到申请14068件"
    both = with_year_before(report, published(tmp_path, 2024, "去年.html"))
    carried = [one for one in both.findings if one.rule == "D"]
    assert [one.expected for one in carried] == [
        MATRIX[25][column] for column in range(7) if MATRIX[25][column] != MATRIX[2][column]
    ]
    assert any(one.code == "report-text-copied" for one in both.findings)
    found = tables(foreign_sheet(both, TODAY).parts)
    assert found["比对D、G所用的上年数据"].rows[0][1:] == tuple(map(str, MATRIX[25]))
    path = tmp_path / "核验.pdf"
    write_foreign(both, path, TODAY)
    assert "数据来源：去年.html" in words(path)


def test_a_report_of_another_year_is_not_the_year_before(tmp_path: Path) -> None:
    report = read_foreign(published(tmp_path, 2025, "云海.html"))
    with pytest.raises(DomainError) as refused:
        with_year_before(report, published(tmp_path, 2023, "前年.html"))
    assert refused.value.problems[0].code == "report-previous-other-year"
