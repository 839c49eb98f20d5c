"""The overview, the 督办单 and 落实情况, read back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from gongkai_desk import i18n
from gongkai_desk.documents import overview_pdf, progress_docx, urging_docx, urging_pdf
from gongkai_desk.domain.plan import Deadline, DeadlineKind, Duty, DutyKind, Per, TaskStatus
from gongkai_desk.domain.task_overview import overview
from gongkai_desk.domain.urging import UrgingPaper
from gongkai_desk.services.overview_words import overview_paper
from tests.builders import a_plan, a_task

TODAY = dt.date(2026, 9, 15)
PLAN = a_plan()


def text_of(path: Path) -> tuple[str, int]:
    pages = PdfReader(path).pages
    return "".join("".join(page.extract_text().split()) for page in pages), len(pages)


def written(path: Path, count: int) -> tuple[str, int]:
    """The overview of so many tasks: a third late, a third to come, a third done."""
    tasks = [
        a_task(
            PLAN,
            position=number,
            title=f"第{number}项以高质量公开助推重点工作落实" * (1 + number % 3),
            path=(f"{number // 7}、以高质量公开助推第{number // 7}类重点工作落实",),
            responsible_units=("区发展改革局", "区财政局", "区司法局")[: 1 + number % 3],
            deadline=Deadline(
                kind=DeadlineKind.BY_DATE, date=dt.date(2026, (3, 11, 6)[number % 3], 20)
            ),
            status=TaskStatus.DONE if number % 3 == 2 else TaskStatus.OPEN,
            duties=(Duty(kind=DutyKind.OTHER, count=1, per=Per.YEAR, text=f"每年{number}次"),)
            if number % 4 == 0
            else (),
        )
        for number in range(count)
    ]
    found = overview(PLAN, tasks, lambda _duty, _tasks: [], TODAY)
    paper = overview_paper(found, "威宁市云海区司法局", only_ours=False)
    assert overview_pdf.write_overview(paper, path) == ()
    return text_of(path)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("count", [0, 5, 50, 300])
def test_the_overview_is_one_page(tmp_path: Path, count: int, language: str) -> None:
    i18n.use(language)
    _text, pages = written(tmp_path / "a.pdf", count)
    assert pages == 1


def test_the_overview_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    text, _pages = written(tmp_path / "a.pdf", 300)
    assert "2026年政务公开工作进展一览" in text
    assert "300" in text
    assert any(f"还有{100 - shown}项" in text for shown in range(3, 6))  # of 100 that are to come
    assert text.count("红灯") > 2
    few, _pages = written(tmp_path / "b.pdf", 5)
    assert "还有" not in few.replace("还剩", "")
    for number in (0, 3):  # every late one by its name, and how long
        assert f"第{number}项" in few
    assert "179天" in few


def a_paper(**values: object) -> UrgingPaper:
    given = {
        "title": "政务公开工作督办单",
        "number": "督〔2026〕3号",
        "addressee": "区教育局",
        "opening": "下列工作已过完成时限。\n请高度重视。",
        "head": ("序号", "督办事项", "办理情况"),
        "widths": (3, 12, 13),
        "rows": (("1", "抓好公开", ""), ("2", "抓好解读", "")),
        "slip": "督办回执",
        "answer": ("未按期完成的原因：", ""),
        "signed": "负责人：",
        "closing": ("联系电话：0631-0000000",),
        "signature": "威宁市云海区司法局",
        "dated": "2026年9月15日",
    }
    return UrgingPaper(**(given | values))  # type: ignore[arg-type]


def test_the_urging_letter(tmp_path: Path) -> None:
    assert urging_pdf.write_urging(a_paper(), tmp_path / "a.pdf") == ()
    text, pages = text_of(tmp_path / "a.pdf")
    assert pages == 1
    for word in (
        "督〔2026〕3号",
        "区教育局：",
        "请高度重视",
        "抓好公开",
        "办理情况",
        "威宁市云海区司法局",
    ):
        assert word in text
    urging_docx.write_urging(a_paper(), tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    table, answer = document.tables
    assert [row.cells[1].text for row in table.rows] == ["督办事项", "抓好公开", "抓好解读"]
    assert answer.cell(0, 0).text == "督办回执"
    words = [each.text for each in document.paragraphs]
    assert words[0] == "政务公开工作督办单"
    assert words[-3:] == ["威宁市云海区司法局", "2026年9月15日", ""]


def test_a_long_urging_letter_has_all_its_rows(tmp_path: Path) -> None:
    rows = tuple((str(number), f"第{number}项工作", "") for number in range(1, 41))
    urging_pdf.write_urging(a_paper(rows=rows), tmp_path / "a.pdf")
    text, pages = text_of(tmp_path / "a.pdf")
    assert pages > 2
    assert all(f"第{number}项工作" in text for number in range(1, 41))


def test_what_was_done_as_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    progress_docx.write_progress(
        "落实情况", [("一、甲", "第一段。\n第二段。"), ("", "其他。")], path
    )
    document = docx.Document(str(path))
    assert [(p.text, p.style.name) for p in document.paragraphs if p.text and p.style] == [
        ("落实情况", "公文标题"),
        ("一、甲", "公文一级标题"),
        ("第一段。", "公文正文"),
        ("第二段。", "公文正文"),
        ("其他。", "公文正文"),
    ]
