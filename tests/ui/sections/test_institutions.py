"""The institutions supervised: entered, changed, found, removed, with files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pytestqt.qtbot import QtBot

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.activities.institutions.dialog import InstitutionDialog
from gongkai_desk.ui.activities.institutions.section import InstitutionSection
from gongkai_desk.ui.page import Target
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown


def enter(desk: Desk, name: str, sector: str = "供水") -> Institution:
    institution = Institution(id=name, name=name, sector=sector)
    desk.activities.save(institution, DAY)
    return institution


def test_an_institution_is_entered_from_nothing(
    shown: Shown[InstitutionSection], opened: Opened[InstitutionDialog], desk: Desk
) -> None:
    section = shown(InstitutionSection)
    assert section.table.records.rows == []
    section.add()
    dialog = opened(InstitutionDialog)
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("示例市图书馆")
    dialog.sector.setText("公共文化")
    dialog.save_button.click()
    (kept,) = desk.activities.institutions()
    assert (kept.name, kept.sector) == ("示例市图书馆", "公共文化")
    assert section.card.title.text() == "示例市图书馆"


def test_a_catalogue_of_tomorrow_is_refused_at_its_field(
    shown: Shown[InstitutionSection], opened: Opened[InstitutionDialog], desk: Desk
) -> None:
    section = shown(InstitutionSection)
    section.add()
    dialog = opened(InstitutionDialog)
    dialog.name.setText("示例市图书馆")
    dialog.catalogue_on.line.setText("2026-11-21")
    assert not dialog.save_button.isEnabled()
    assert desk.activities.institutions() == []
    dialog.done(0)


def test_search_and_views_narrow_the_list(shown: Shown[InstitutionSection], desk: Desk) -> None:
    enter(desk, "示例市自来水公司")
    enter(desk, "示例市图书馆", "公共文化")
    section = shown(InstitutionSection)
    section.search.setText("文化")
    assert [row.name for row in section.table.records.rows] == ["示例市图书馆"]
    section.go_to(Target(page="activities", view="without-catalogue"))
    assert len(section.table.records.rows) == 2


def test_removing_takes_the_files_along_and_is_undone(
    shown: Shown[InstitutionSection], desk: Desk, prompts: ScriptedPrompts, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    enter(desk, "示例市图书馆")
    section = shown(InstitutionSection)
    paper = tmp_path / "目录.txt"
    paper.write_text("目录")
    section.attach([paper])
    assert [one.name for one in desk.activities.files("示例市图书馆")] == ["目录.txt"]
    prompts.answers = [True]
    section.remove()
    assert desk.activities.institutions() == []
    assert desk.activities.files("示例市图书馆") == []
    section.operations.undo()
    assert len(desk.activities.files("示例市图书馆")) == 1


def test_supervision_is_told_of_the_institution_and_begun_from_it(
    shown: Shown[InstitutionSection], desk: Desk
) -> None:
    enter(desk, "示例市图书馆")
    enter(desk, "示例市自来水公司")
    visit = Activity(
        id="v", kind=ActivityKind.SUPERVISION, date=dt.date(2026, 9, 2), title="网上检查",
        details={"problems": "3", "mended": "1", "list": "三处"}, institution_ids=("示例市图书馆",),
    )  # fmt: skip
    desk.activities.save(visit, DAY)
    section = shown(InstitutionSection)
    section.go_to(Target(page="activities", view="not-supervised"))
    assert [row.name for row in section.table.records.rows] == ["示例市自来水公司"]
    section.go_to(Target(page="activities", view="unmended"))
    (row,) = section.table.records.rows
    assert "2026-09-02  网上检查" in section.searched(row)
    left: list[Target] = []
    section.leave.connect(left.append)
    section.supervise()
    (target,) = left
    assert (target.section, target.view) == ("activities", "new:supervision::示例市图书馆")
