from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.plan import (
    Deadline,
    DeadlineKind,
    SectionText,
    Task,
    TaskReminder,
    TaskStatus,
)
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.schedule import USUAL, ScheduleColumn, Scope, ScopeKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.urging import UrgingDraft
from tests.plans import SMALL

TODAY = dt.date(2026, 9, 15)
OF = ScheduleColumn


@pytest.fixture
def tasks(desk: Desk) -> list[Task]:
    """Three tasks: 抓好公开 (ours, the year's end), 抓好解读 (ours), 抓好培训 (not ours, late)."""
    desk.tasks.commit(desk.tasks.read_text(SMALL), TODAY)
    (plan,) = desk.tasks.plans()
    last = desk.tasks.tasks(plan.id)[2]
    past = Deadline(kind=DeadlineKind.BY_DATE, date=dt.date(2026, 6, 30), text="6月底前")
    desk.tasks.save(replace(last, deadline=past))
    return desk.tasks.tasks(plan.id)


def text_of(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def titles(found: list[Task]) -> list[str]:
    return [task.title for task in found]


def test_whose_tasks(desk: Desk, tasks: list[Task]) -> None:
    plan, views = tasks[0].plan_id, desk.task_views
    for scope, expected in (
        (Scope(), ["抓好公开", "抓好解读", "抓好培训"]),
        (Scope(kind=ScopeKind.OURS), ["抓好公开", "抓好解读"]),
        (Scope(kind=ScopeKind.LATE), ["抓好培训"]),
        (Scope(kind=ScopeKind.LATE, only_ours=True), []),
        (Scope(kind=ScopeKind.UNIT, unit="区财政局"), ["抓好公开", "抓好解读"]),
        (Scope(kind=ScopeKind.UNIT, unit="区政府办公室"), ["抓好解读"]),
    ):
        assert titles(views.chosen(plan, scope, TODAY)) == expected
    assert [
        (one.unit, one.total, one.late, one.collective) for one in views.units(plan, TODAY)
    ] == [
        ("区司法局", 2, 0, False),
        ("区财政局", 2, 0, False),
        ("区政府办公室", 1, 0, False),
        ("区政府各部门、单位", 1, 0, True),
        ("各街道办事处", 1, 1, True),
    ]


def test_the_schedule_in_three_formats(desk: Desk, tasks: list[Task], tmp_path: Path) -> None:
    first = tasks[0]
    desk.tasks.save(replace(first, owner="张三", proof="截图", result="已公开", note="按月更新"))
    plan = first.plan_id
    for name in ("a.xlsx", "a.docx", "a.pdf"):
        desk.task_views.export(plan, Scope(), TODAY, tmp_path / name)
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet["A1"].value == "2026年云海区政务公开工作要点配档表"
    assert [cell.value for cell in sheet[3]] == [
        "序号", "工作任务", "公开事项（标题）", "具体内容", "牵头单位", "责任单位", "责任人",
        "完成时限", "频次要求", "佐证材料", "落实情况", "备注",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[4]][4:] == [
        None, "区司法局、区财政局", "张三", "年底前", None, "截图", "已公开", "按月更新",
    ]  # fmt: skip
    (table,) = docx.Document(str(tmp_path / "a.docx")).tables
    assert [row.cells[2].text for row in table.rows[1:]] == titles(tasks)
    assert all(title in text_of(tmp_path / "a.pdf") for title in titles(tasks))
    with pytest.raises(DomainError, match="schedule-format"):
        desk.task_views.export(plan, Scope(), TODAY, tmp_path / "a.doc")
    with pytest.raises(DomainError, match="file-not-written"):
        desk.task_views.export(plan, Scope(), TODAY, tmp_path / "没有" / "a.xlsx")


def test_the_office_chooses_its_columns_and_headings(desk: Desk, tasks: list[Task]) -> None:
    views = desk.task_views
    assert views.printed() == USUAL
    every = views.columns()
    assert len(every) == len(ScheduleColumn)
    renamed = [replace(one, heading="公开事项") if one.column is OF.TITLE else one for one in every]
    printed = [one for one in renamed if one.column in (OF.TITLE, OF.RECORDS, OF.NUMBER)]
    printed.reverse()
    views.keep_columns(printed, renamed)
    assert views.printed() == (OF.RECORDS, OF.TITLE, OF.NUMBER)
    assert desk.disclosure_settings.get().schedule_headings == {"title": "公开事项"}
    desk.tasks.add_record(tasks[0].id, TODAY, "已公开")
    sheet = views.schedule(tasks[0].plan_id, Scope(kind=ScopeKind.OURS), TODAY)
    assert [one.heading for one in sheet.columns] == ["工作记录", "公开事项", "序号"]
    assert sheet.rows == [("2026-09-15 已公开", "抓好公开", "1"), ("", "抓好解读", "2")]
    desk.history.undo()
    with pytest.raises(DomainError, match="schedule-without-columns"):
        views.schedule(tasks[0].plan_id, Scope(), TODAY, [])


def test_one_units_sheet(desk: Desk, tasks: list[Task], tmp_path: Path) -> None:
    sheet = desk.task_views.unit_sheet(tasks[0].plan_id, "区财政局", TODAY)
    assert sheet.title == "区财政局政务公开工作任务单"
    assert len(sheet.rows) == 2
    for name in ("a.pdf", "a.docx"):
        desk.task_views.write(sheet, tmp_path / name)
    assert "区财政局政务公开工作任务单" in text_of(tmp_path / "a.pdf")


def test_the_overview_counts_what_was_recorded(
    desk: Desk, tasks: list[Task], tmp_path: Path
) -> None:
    plan = tasks[0].plan_id
    (duty,) = desk.task_views.overview(plan, TODAY, only_ours=False).duties
    assert not duty.progress.met
    training = Activity(
        id="a", kind=ActivityKind.TRAINING, date=dt.date(2026, 4, 1), title="业务培训"
    )
    desk.activities.save(training, TODAY)
    (duty,) = desk.task_views.overview(plan, TODAY, only_ours=False).duties
    assert duty.progress.met
    assert desk.task_views.overview(plan, TODAY, only_ours=True).total.total == 2
    assert desk.task_views.write_overview(plan, TODAY, tmp_path / "a.pdf", only_ours=False) == ()
    text = text_of(tmp_path / "a.pdf")
    assert "2026年政务公开工作进展一览" in text
    assert "抓好培训" in text
    assert "1/1" in text


def test_a_urging_is_one_write_that_can_be_undone(
    desk: Desk, tasks: list[Task], tmp_path: Path
) -> None:
    plan = tasks[0].plan_id
    urged = tuple(desk.urging.units(plan, TODAY))
    assert [(each.unit, len(each.late)) for each in urged] == [("各街道办事处", 1)]
    assert desk.urging.units(plan, TODAY, only_ours=True) == []
    due = desk.urging.answer_by(TODAY)
    draft = UrgingDraft(plan_id=plan, urged=urged, due=due, words="请抓紧。")
    (paper,) = desk.urging.papers(draft, TODAY)
    assert paper.addressee == "各街道办事处"
    assert paper.rows == (("1", "抓好培训", "6月底前", "逾期77天", ""),)
    assert "2026年9月21日前" in paper.opening.split("\n")[0]
    for name in ("a.pdf", "a.docx"):
        desk.urging.write(paper, tmp_path / name)
    assert "督办回执" in text_of(tmp_path / "a.pdf")
    changes = desk.urging.issue(draft, TODAY)
    assert len(changes.edits) == 1
    reminded = desk.urging.last_reminded(tasks[2].id)
    assert isinstance(reminded, TaskReminder)
    assert (reminded.unit, reminded.date, reminded.due) == ("各街道办事处", TODAY, due)
    desk.history.undo()
    assert desk.urging.last_reminded(tasks[2].id) is None


def test_one_paper_for_all_names_the_units(desk: Desk, tasks: list[Task]) -> None:
    past = replace(tasks[2].deadline, date=dt.date(2026, 9, 1), text="")
    desk.tasks.save(replace(tasks[0], deadline=past))
    plan = tasks[0].plan_id
    urged = tuple(desk.urging.units(plan, TODAY))
    draft = UrgingDraft(plan_id=plan, urged=urged, due=TODAY, together=True)
    (paper,) = desk.urging.papers(draft, TODAY)
    assert paper.addressee == "各街道办事处、区财政局"
    assert [row[:4] for row in paper.rows] == [
        ("1", "抓好培训", "各街道办事处", "6月底前"),
        ("2", "抓好公开", "区财政局", "2026-09-01"),
    ]
    assert len(desk.urging.papers(replace(draft, together=False), TODAY)) == 2


@pytest.mark.parametrize(
    ("due", "code"),
    [(None, "urging-without-date"), (dt.date(2026, 9, 14), "urging-date-past")],
)
def test_a_urging_without_units_or_with_a_wrong_date(
    desk: Desk, tasks: list[Task], due: dt.date | None, code: str
) -> None:
    draft = UrgingDraft(plan_id=tasks[0].plan_id, urged=(), due=due)
    assert [one.code for one in desk.urging.check(draft, TODAY)] == ["urging-nobody", code]
    with pytest.raises(DomainError):
        desk.urging.issue(draft, TODAY)


def test_texts_of_the_sections(desk: Desk, tasks: list[Task], tmp_path: Path) -> None:
    plan, texts = tasks[0].plan_id, desk.section_texts
    desk.tasks.set_status(tasks[0].id, TaskStatus.DONE, TODAY)
    (only,) = texts.drafts(plan)  # 抓好培训 is not ours: its section is not asked for
    assert only.drafted == "共2项任务，已完成1项。"
    texts.save(plan, {"一、抓好重点": " 已落实。 "}, TODAY)
    (only,) = texts.drafts(plan)
    assert only.kept is not None
    assert (only.kept.text, only.kept.saved_on) == ("已落实。", TODAY)
    texts.export(plan, {"一、抓好重点": "已落实。", "二、空": " "}, tmp_path / "a.docx")
    paragraphs = docx.Document(str(tmp_path / "a.docx")).paragraphs
    words = [p.text.replace("\n", "") for p in paragraphs if p.text]
    assert words == ["《2026年云海区政务公开工作要点》落实情况", "一、抓好重点", "已落实。"]
    texts.save(plan, {"一、抓好重点": ""}, TODAY)
    assert texts.kept(plan) == []
    desk.history.undo()
    assert len(texts.kept(plan)) == 1


def test_the_texts_go_with_their_plan(desk: Desk, tasks: list[Task]) -> None:
    plan = tasks[0].plan_id
    desk.section_texts.save(plan, {"一、抓好重点": "已落实。"}, TODAY)
    changes = desk.tasks.remove_plan(plan)
    assert changes.touches(SectionText)
    assert desk.section_texts.kept(plan) == []
