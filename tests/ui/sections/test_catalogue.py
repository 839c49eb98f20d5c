"""The catalogue in its section: imported, edited, compared, written, and what is due in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion
from gongkai_desk.domain.catalogue_headings import CatalogueField
from gongkai_desk.domain.catalogue_limits import read_limit
from gongkai_desk.domain.official_document import Attribute, ReviewOpinion
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.disclosure.catalogue.compare_dialog import CompareDialog
from gongkai_desk.ui.disclosure.catalogue.export_dialog import ExportDialog
from gongkai_desk.ui.disclosure.catalogue.import_dialog import CatalogueImportDialog
from gongkai_desk.ui.disclosure.catalogue.item_dialog import ItemDialog
from gongkai_desk.ui.disclosure.catalogue.publication_dialog import PublicationDialog
from gongkai_desk.ui.disclosure.catalogue.section import CatalogueSection
from gongkai_desk.ui.disclosure.catalogue.version_dialog import VersionDialog
from gongkai_desk.ui.page import Target
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown

BEGUN = dt.date(2026, 1, 1)
CSV = """公开类别,公开事项,公开方式,公开时限
机构职能,机构信息,网站、公示栏,每年3月底前
,领导信息,网站,看情况
"""


def enter(desk: Desk, *limits: str, title: str = "2026年版") -> CatalogueVersion:
    version = CatalogueVersion(id=title, title=title, number=0, made_on=BEGUN, in_force_on=BEGUN)
    desk.catalogue.new_version(version, None)
    for number, limit in enumerate(limits, 1):
        item = CatalogueItem(
            id=f"{title}{number}", version_id=title, lineage=f"l{number}", position=0,
            path=("综合", f"事项{number}"), limit=read_limit(limit), channels=("网站",),
        )  # fmt: skip
        desk.catalogue.add(item, None)
    return desk.catalogue.versions()[0]


def titles(section: CatalogueSection) -> list[str]:
    return [row.item.title for row in section.table.records.rows]


def test_a_file_is_looked_at_and_then_taken(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk, tmp_path: Path,
    prompts: ScriptedPrompts, qtbot: QtBot,
) -> None:  # fmt: skip
    section = shown(CatalogueSection)
    assert section.bar.isHidden()
    path = tmp_path / "目录.csv"
    path.write_text(CSV, "utf-8")
    prompts.answers = [path]
    section.moving_in()
    dialog = opened(CatalogueImportDialog)
    assert isinstance(dialog, CatalogueImportDialog)
    assert dialog.title_field.value() == "目录"
    assert {p.code for p in dialog.found.reading.doubts} == {
        "catalogue-way-is-channel", "catalogue-limit-unknown",
    }  # fmt: skip
    dialog.columns.choice(2).set_value(CatalogueField.NOTE.value)
    assert dialog.found.reading.items[0].note == "网站、公示栏"
    dialog.columns.choice(1).set_value("")
    dialog.columns.choice(0).set_value("")
    assert not dialog.import_button.isEnabled()
    dialog.columns.choice(0).set_value(CatalogueField.LEVEL_1.value)
    dialog.columns.choice(1).set_value(CatalogueField.LEVEL_2.value)
    dialog.title_field.setText("")
    assert not dialog.import_button.isEnabled()
    dialog.title_field.setText("2026年版")
    dialog.import_button.click()
    qtbot.waitUntil(lambda: titles(section) == ["机构信息", "领导信息"])
    (version,) = desk.catalogue.versions()
    assert (version.title, version.in_force_on) == ("2026年版", DAY)
    assert section.bar.choice.currentText() == "2026年版（现行）"


def test_a_file_that_is_no_catalogue_is_refused_in_words(
    shown: Shown[CatalogueSection], desk: Desk, tmp_path: Path, prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:  # fmt: skip
    section = shown(CatalogueSection)
    path = tmp_path / "通讯录.csv"
    path.write_text("姓名,电话\n某人,1\n", "utf-8")
    prompts.answers = [path]
    section.moving_in()
    qtbot.waitUntil(lambda: any(kind == "problems" for kind, _title, _text in prompts.asked))
    assert "通讯录.csv" in prompts.asked[-1][2]
    assert desk.catalogue.versions() == []


def test_the_officer_decides_what_goes_on(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk, tmp_path: Path,
    prompts: ScriptedPrompts, qtbot: QtBot,
) -> None:  # fmt: skip
    enter(desk, "长期")
    item = desk.catalogue.items("2026年版")[0]
    desk.catalogue.save(replace(item, path=("政府信息公开年度报告",)), DAY)
    section = shown(CatalogueSection)
    path = tmp_path / "新.csv"
    path.write_text("公开事项,公开时限\n政府信息公开工作年度报告,长期\n", "utf-8")
    prompts.answers = [path]
    section.moving_in()
    dialog = opened(CatalogueImportDialog)
    assert isinstance(dialog, CatalogueImportDialog)
    assert dialog.matches.rowCount() == 1
    assert dialog.found.matches["A2"].item.lineage == "l1"
    dialog.matches.choice(0).set_value("")
    assert "A2" not in dialog.found.matches
    assert dialog.matches.rowCount() == 1
    prompts.answers = [True]
    dialog.reject()
    assert prompts.asked[-1][0] == "ask"
    assert len(desk.catalogue.versions()) == 1


def test_what_is_late_and_coming_is_listed_where_today_leads(
    shown: Shown[CatalogueSection], desk: Desk
) -> None:
    enter(desk, "每年3月底前", "每年11月底前", "长期", "")
    section = shown(CatalogueSection)
    for view, expected in (
        ("late", ["事项1"]), ("due", ["事项2"]), ("no-limit", ["事项4"]), ("no-channel", []),
        ("all", ["事项1", "事项2", "事项3", "事项4"]),
    ):  # fmt: skip
        section.go_to(Target(page="disclosure", section="catalogue", view=view))
        assert titles(section) == expected
    for attention in desk.catalogue.attention(DAY):
        section.go_to(Target(page=attention.page, section=attention.section, view=attention.view))
        assert len(titles(section)) == attention.count


def test_a_publication_is_recorded_only_after_its_review(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk
) -> None:
    enter(desk, "每年3月底前")
    section = shown(CatalogueSection)
    section.record()
    dialog = opened(PublicationDialog)
    assert isinstance(dialog, PublicationDialog)
    assert not dialog.save_button.isEnabled()
    dialog.reviewed_by.setText("审核岗")
    dialog.reviewed_on.set_date(None)
    assert not dialog.save_button.isEnabled()
    dialog.reviewed_on.set_date(DAY)
    dialog.save_button.click()
    (row,) = section.table.records.rows
    assert row.due.date == dt.date(2027, 3, 31)
    assert row.record.last == DAY
    assert row.documents[0].lineage == "l1"


def test_what_may_not_be_published_is_kept_with_its_reason_and_waits_no_more(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk
) -> None:
    enter(desk, "7个工作日内")
    section = shown(CatalogueSection)
    section.record()
    dialog = opened(PublicationDialog)
    assert isinstance(dialog, PublicationDialog)
    dialog.reviewed_by.setText("审核岗")
    dialog.opinion.set_value(ReviewOpinion.MAY_NOT)
    assert dialog.published_on.isHidden()
    assert not dialog.save_button.isEnabled()
    told = dialog.findChild(QWidget, "basis-problem")
    assert isinstance(told, QWidget)
    assert told.isVisibleTo(dialog)
    dialog.basis.setPlainText("条例第十四条，涉及工作秘密")
    dialog.save_button.click()
    (row,) = section.table.records.rows
    (document,) = row.documents
    assert (document.attribute, document.published) == (Attribute.WITHHELD, ())
    assert (document.ground, document.limit_days) == ("条例第十四条，涉及工作秘密", 7)
    assert row.due.date is None


def test_an_item_is_added_changed_moved_removed_and_all_of_it_undone(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk, prompts: ScriptedPrompts
) -> None:
    enter(desk, "长期", "及时")
    section = shown(CatalogueSection)
    section.table.select(["2026年版1"])
    section.add()
    dialog = opened(ItemDialog)
    assert isinstance(dialog, ItemDialog)
    assert dialog.levels[0].value() == "综合"
    dialog.levels[1].setText("新事项")
    dialog.limit.setText("每月10日前")
    dialog.channels.setText("网站、公示栏")
    dialog.save_button.click()
    assert titles(section) == ["事项1", "新事项", "事项2"]
    added = section.current
    assert added is not None
    assert (added.item.title, added.item.channels) == ("新事项", ("网站", "公示栏"))
    assert added.item.limit.days == 10
    section.move_down()
    assert titles(section) == ["事项1", "事项2", "新事项"]
    section.edit()
    changing = opened(ItemDialog)
    assert isinstance(changing, ItemDialog)
    changing.levels[0].setText("")
    assert not changing.save_button.isEnabled()
    changing.levels[0].setText("业务")
    changing.save_button.click()
    assert section.card.title.text() == "业务 / 新事项"
    prompts.answers = [True]
    section.remove()
    assert titles(section) == ["事项1", "事项2"]
    for _step in range(4):
        desk.history.undo()
    section.refresh(None)
    assert titles(section) == ["事项1", "事项2"]


def test_columns_of_the_file_that_are_no_field_are_changed_too(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk
) -> None:
    enter(desk, "长期")
    item = desk.catalogue.items("2026年版")[0]
    kept = {"保存期": "十年\n另存", "公开渠道": "■网站 □公报", "序号": "1-1"}
    desk.catalogue.save(replace(item, extra=kept), DAY)
    section = shown(CatalogueSection)
    section.edit()
    dialog = opened(ItemDialog)
    assert isinstance(dialog, ItemDialog)
    assert list(dialog.extras) == ["保存期"]
    assert dialog.draft().extra == kept
    dialog.extras["保存期"].setPlainText("永久")
    dialog.save_button.click()
    (changed,) = desk.catalogue.items("2026年版")
    assert changed.extra == {**kept, "保存期": "永久"}


def test_a_new_version_begins_with_the_items_and_is_compared(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk
) -> None:
    enter(desk, "长期", "及时")
    section = shown(CatalogueSection)
    section.new_version()
    dialog = opened(VersionDialog)
    assert isinstance(dialog, VersionDialog)
    dialog.title_field.setText("2027年版")
    dialog.in_force_on.set_date(dt.date(2027, 1, 1))
    dialog.save_button.click()
    version = section.version
    assert version is not None
    assert version.title == "2027年版"
    assert titles(section) == ["事项1", "事项2"]
    first = section.table.records.rows[0].item
    desk.catalogue.save(replace(first, limit=read_limit("3个工作日内")), DAY)
    section.refresh(None)
    section.go_to(Target(page="disclosure", section="catalogue", view="changed"))
    assert titles(section) == ["事项1"]
    section.compare()
    compared = opened(CompareDialog)
    assert isinstance(compared, CompareDialog)
    assert compared.summary.text() == "修改 1 项"
    compared.old.set_value(compared.new.value())
    assert compared.table.records.rows == []
    compared.reject()
    section.go_to(Target(page="disclosure", section="catalogue", view="late"))
    assert section.version is not None
    assert section.version.title == "2026年版"


def test_a_version_is_removed_with_its_items(
    shown: Shown[CatalogueSection], desk: Desk, prompts: ScriptedPrompts
) -> None:
    enter(desk, "长期")
    section = shown(CatalogueSection)
    prompts.answers = [True]
    section.remove_version()
    assert desk.catalogue.versions() == []
    assert desk.catalogue.all(CatalogueItem) == []
    assert titles(section) == []


def test_a_version_is_written_as_asked(
    shown: Shown[CatalogueSection], opened: Opened[QDialog], desk: Desk, tmp_path: Path,
    prompts: ScriptedPrompts, qtbot: QtBot,
) -> None:  # fmt: skip
    enter(desk, "长期")
    section = shown(CatalogueSection)
    target = tmp_path / "目录"
    prompts.answers = [target]
    section.export()
    dialog = opened(ExportDialog)
    dialog.accept()
    written = tmp_path / "目录.xlsx"
    qtbot.waitUntil(written.exists)
    (item,) = desk.catalogue.open(written).read().items
    assert item.path == ("综合", "事项1")
