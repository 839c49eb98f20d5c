"""材料 and 往来 on the register's page: what is added, shown, answered, reminded of and removed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case_file import (
    ContactEntry,
    Errand,
    ErrandKind,
    SearchRecord,
    Stage,
    StageMark,
)
from gongkai_desk.domain.reminders import Side
from gongkai_desk.domain.request import Publish, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.pictures import clipped_labels, interpreting_labels
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.records.add_files import AddFilesDialog
from gongkai_desk.ui.register.records.dealings import DealingsTab
from gongkai_desk.ui.register.records.dialogs import (
    ContactDialog,
    ErrandDialog,
    SearchDialog,
    StageDialog,
)
from gongkai_desk.ui.register.records.materials import MaterialsTab
from gongkai_desk.ui.register.records.publication import (
    PublicationDialog,
    UndecidedDialog,
    ask_publication,
)
from gongkai_desk.ui.register.records.stage_line import StageLine
from gongkai_desk.ui.reminders.dialog import ReminderDialog
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
RECEIVED = dt.date(2026, 10, 26)


@pytest.fixture
def request_(add: Add, page: RequestsPage) -> Request:
    made = add(
        number="2026-001",
        subject="法律援助 <b>经费</b>",
        handler="<i>基层科</i>",
        submitted=RECEIVED,
        arrived=RECEIVED,
        received=RECEIVED,
    )
    page.refresh(None)
    page.show_case(made.id)
    return made


@pytest.fixture
def materials(page: RequestsPage, request_: Request) -> MaterialsTab:
    page.detail.open_tab("materials")
    tab: MaterialsTab | None = page.findChild(MaterialsTab, "materials")
    assert tab is not None
    return tab


@pytest.fixture
def dealings(page: RequestsPage, request_: Request) -> DealingsTab:
    page.detail.open_tab("dealings")
    tab: DealingsTab | None = page.findChild(DealingsTab, "dealings")
    assert tab is not None
    return tab


def opened(page: RequestsPage, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def press(page: RequestsPage, name: str) -> None:
    button = page.findChild(QPushButton, f"{name}-button")
    assert button is not None
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save(dialog: QDialog) -> None:
    button = dialog.findChild(QPushButton, "save")
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def a_file(folder: Path, name: str, text: str = "内容") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


# files


def test_files_are_added_by_the_button_and_shown(
    page: RequestsPage,
    materials: MaterialsTab,
    desk: Desk,
    request_: Request,
    prompts: ScriptedPrompts,
    tmp_path: Path,
) -> None:
    prompts.answers.append([a_file(tmp_path, "签到表 <b>.txt")])
    press(page, "add-case-files")
    dialog = opened(page, AddFilesDialog)
    assert not dialog.save_button.isEnabled()
    QTest.mouseClick(dialog.files.add_button, Qt.MouseButton.LeftButton)
    save(dialog)
    (material,) = desk.case_file.materials(request_.id)
    assert (material.attachment.name, material.attachment.added_on) == ("签到表 <b>.txt", DAY)
    assert material.owner == request_
    assert len(materials.files.table.records.rows) == 1
    tabs = [page.detail.bar.tabText(number) for number in range(page.detail.bar.count())]
    assert "材料  1" in tabs
    assert interpreting_labels(page) == []


def test_dropped_files_open_the_dialog_and_may_belong_to_a_search(
    page: RequestsPage, materials: MaterialsTab, desk: Desk, request_: Request, tmp_path: Path
) -> None:
    search = SearchRecord(
        id="s", request_id=request_.id, date=DAY, place="档案室", method="文号", by="何立"
    )
    desk.case_file.save(search, DAY)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, name))) for name in ("一.pdf", "二.pdf")])
    materials.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    dialog = opened(page, AddFilesDialog)
    assert [path.name for path in dialog.files.value()] == ["一.pdf", "二.pdf"]
    dialog.owner.setCurrentIndex(dialog.owner.findText("检索：档案室", Qt.MatchFlag.MatchContains))
    save(dialog)
    assert {one.owner for one in desk.case_file.materials(request_.id)} == {search}


def test_a_program_is_refused_in_the_dialog_and_nothing_is_lost(
    page: RequestsPage, materials: MaterialsTab, desk: Desk, request_: Request, tmp_path: Path
) -> None:
    good, bad = a_file(tmp_path, "说明.txt"), a_file(tmp_path, "安装.exe")
    materials.add_files([good, bad])
    dialog = opened(page, AddFilesDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert not desk.case_file.materials(request_.id)
    dialog.files.list.setCurrentRow(1)
    QTest.mouseClick(dialog.files.drop_button, Qt.MouseButton.LeftButton)
    save(dialog)
    assert len(desk.case_file.materials(request_.id)) == 1


def test_the_newest_scan_is_one_key_away(
    page: RequestsPage, materials: MaterialsTab, desk: Desk, request_: Request, tmp_path: Path
) -> None:
    scans = tmp_path / "扫描"
    scans.mkdir()
    a_file(scans, "扫描0001.pdf")
    settings = desk.register_settings.get()
    desk.register_settings.save(type(settings)(scan_folder=str(scans)))
    materials.add_files()
    dialog = opened(page, AddFilesDialog)
    assert dialog.scans.list.count() == 1
    QTest.keyClick(dialog.scans.list, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Enter took the scan and pressed nothing else
    assert [path.name for path in dialog.files.value()] == ["扫描0001.pdf"]


def test_without_a_scan_folder_the_dialog_says_where_to_name_one(
    page: RequestsPage, materials: MaterialsTab
) -> None:
    materials.add_files()
    dialog = opened(page, AddFilesDialog)
    assert "设置—登记簿" in dialog.scans.words.text()
    assert clipped_labels(dialog) == []


def test_a_file_is_opened_saved_and_removed(
    page: RequestsPage,
    materials: MaterialsTab,
    desk: Desk,
    request_: Request,
    prompts: ScriptedPrompts,
    tmp_path: Path,
) -> None:
    desk.case_file.attach(request_.id, [a_file(tmp_path, "意见.txt", "同意")], DAY)
    page.refresh(None)
    materials.files.table.selectRow(0)
    seen: list[str] = []

    def show(path: Path) -> bool:
        seen.append(path.read_text("utf-8"))
        return True

    materials.kept.open_file = show
    press(page, "open-case-file")
    assert seen == ["同意"]
    prompts.answers += [tmp_path / "拷贝.txt", True]
    press(page, "save-case-file")
    assert (tmp_path / "拷贝.txt").read_text("utf-8") == "同意"
    materials.files.actions_of["remove-case-file"].trigger()
    assert not desk.case_file.materials(request_.id)
    page.operations.undo()
    assert len(desk.case_file.materials(request_.id)) == 1


# searches


def test_a_search_is_recorded_corrected_and_removed(
    page: RequestsPage,
    materials: MaterialsTab,
    desk: Desk,
    request_: Request,
    prompts: ScriptedPrompts,
) -> None:
    press(page, "add-search")
    dialog = opened(page, SearchDialog)
    assert not dialog.save_button.isEnabled()
    dialog.place.set_value("档案室")
    dialog.by.set_value("何立")
    assert dialog.save_button.isEnabled()
    dialog.found.setChecked(True)
    assert not dialog.save_button.isEnabled()  # say what was found
    dialog.outcome.setPlainText("决算表一份")
    save(dialog)
    (search,) = desk.case_file.of(SearchRecord, request_.id)
    assert (search.place, search.by, search.found, search.date) == ("档案室", "何立", True, DAY)
    materials.searches.table.selectRow(0)
    press(page, "edit-search")
    again = opened(page, SearchDialog)
    assert again.outcome.value() == "决算表一份"
    again.place.set_value("公文系统")
    save(again)
    assert [one.place for one in desk.case_file.of(SearchRecord, request_.id)] == ["公文系统"]
    materials.searches.table.selectRow(0)
    prompts.answers.append(True)
    materials.searches.actions_of["remove-search"].trigger()
    assert not desk.case_file.of(SearchRecord, request_.id)


def test_the_searches_are_shown_as_they_will_be_printed(
    page: RequestsPage, materials: MaterialsTab, desk: Desk, request_: Request, qtbot: QtBot
) -> None:
    assert not materials.searches.actions_of["print-searches"].isEnabled()
    search = SearchRecord(
        id="s", request_id=request_.id, date=DAY, place="档案室", method="文号", by="何立"
    )
    page.operations.perform(lambda: desk.case_file.save(search, DAY))
    page.refresh(None)
    press(page, "print-searches")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(PreviewDialog)))
    opened(page, PreviewDialog).done(0)


# contacts, errands, stages


def test_a_contact_is_recorded_with_the_last_person_offered(
    page: RequestsPage, dealings: DealingsTab, desk: Desk, request_: Request
) -> None:
    press(page, "add-contact")
    dialog = opened(page, ContactDialog)
    assert dialog.with_whom.value() == "林知远"
    dialog.time.set_value("10点")
    dialog.by.set_value("何立")
    dialog.reached.setChecked(False)
    assert not dialog.save_button.isEnabled()
    assert "10:20" in dialog.form.field("time").accessibleDescription()
    dialog.time.set_value("10:20")
    save(dialog)
    (contact,) = desk.case_file.of(ContactEntry, request_.id)
    assert (contact.reached, contact.time) == (False, "10:20")
    press(page, "add-contact")
    assert opened(page, ContactDialog).by.value() == "何立"


def test_an_errand_is_asked_reminded_of_and_answered(
    page: RequestsPage, dealings: DealingsTab, desk: Desk, request_: Request
) -> None:
    press(page, "add-errand")
    dialog = opened(page, ErrandDialog)
    assert dialog.unit.value() == "<i>基层科</i>"
    assert dialog.due.date() == desk.holidays.calendar().add(DAY, 5)
    save(dialog)
    dealings.errands.table.selectRow(0)
    press(page, "remind-errand")
    (errand,) = desk.case_file.of(Errand, request_.id)
    assert errand.reminded_on == (DAY,)
    words = QGuiApplication.clipboard().text()
    assert "2026-001" in words
    assert "林知远" not in words
    dealings.errands.table.selectRow(0)
    press(page, "answer-errand")
    answer = opened(page, ErrandDialog)
    assert answer.answered.date() == DAY
    assert not answer.save_button.isEnabled()
    answer.answer.setPlainText("可以公开")
    save(answer)
    (answered,) = desk.case_file.of(Errand, request_.id)
    assert (answered.answered_on, answered.answer) == (DAY, "可以公开")
    assert answered.reminded_on == (DAY,)
    assert not dealings.errands.actions_of["remind-errand"].isEnabled()
    assert interpreting_labels(page) == []


def test_the_stage_line_follows_errands_and_marks(
    page: RequestsPage,
    dealings: DealingsTab,
    desk: Desk,
    request_: Request,
    prompts: ScriptedPrompts,
) -> None:
    line = page.findChild(StageLine, "stage-line")
    assert line is not None
    assert "审核 10-29前 逾时限" in line.text
    press(page, "mark-stage")
    dialog = opened(page, StageDialog)
    assert dialog.stage.value() is Stage.REVIEWED
    dialog.date.set_date(dt.date(2026, 10, 28))
    save(dialog)
    assert "审核 10-28；" in line.text
    (mark,) = desk.case_file.of(StageMark, request_.id)
    prompts.answers.append(0)
    press(page, "unmark-stage")
    assert not desk.case_file.of(StageMark, request_.id)
    assert "审核 10-29前" in line.text
    errand = Errand(
        id="e",
        request_id=request_.id,
        kind=ErrandKind.HANDLING,
        unit="基层科",
        asked_on=dt.date(2026, 10, 27),
        due_on=DAY,
    )
    page.operations.perform(lambda: desk.case_file.save(errand, DAY))
    page.refresh(None)
    assert "审核 10-27；" in line.text
    assert mark.stage is Stage.REVIEWED


def test_answering_is_no_stage_a_hand_may_mark(
    page: RequestsPage, dealings: DealingsTab, desk: Desk
) -> None:
    press(page, "mark-stage")
    dialog = opened(page, StageDialog)
    words = [dialog.stage.itemText(row) for row in range(dialog.stage.count())]
    assert words == ["审核", "办理"]


# reminders and publication


def test_a_reminder_leads_to_its_case(
    page: RequestsPage, request_: Request, add: Add, qtbot: QtBot
) -> None:
    late = add(number="2026-002", received=dt.date(2026, 9, 18))
    page.refresh(None)
    page.show_case(request_.id)
    action = page.findChild(QAction, "show-reminders")
    assert action is not None
    action.trigger()
    dialog = opened(page, ReminderDialog)
    ours = dialog.panes[Side.OURS].table
    first = ours.records.rows[0]
    assert first.request_id == late.id
    ours.selectRow(0)
    QTest.keyClick(ours, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert page.deeds.case is not None
    assert page.deeds.case.request.id == late.id


def test_publication_is_asked_for_and_decided(
    page: RequestsPage, desk: Desk, request_: Request
) -> None:
    assert ask_publication(page.context, case_of(desk, request_)) is None
    desk.register.close(request_.id, outcome="OPEN", on=DAY, dated=DAY)
    dialog = ask_publication(page.context, case_of(desk, request_))
    assert isinstance(dialog, PublicationDialog)
    dialog.choice.set_value(Publish.YES)
    assert not dialog.save_button.isEnabled()
    dialog.reason.setPlainText("多次申请")
    dialog.by.set_value("周文静")
    dialog.place.set_value("局网站“工作动态”栏")
    save(dialog)
    publication = desk.register.get(request_.id, DAY).request.publication
    assert publication is not None
    assert (publication.choice, publication.decided_on) == (Publish.YES, DAY)
    assert publication.place == "局网站“工作动态”栏"
    assert ask_publication(page.context, case_of(desk, request_)) is None


def test_a_case_that_ends_by_giving_something_asks_at_once(
    page: RequestsPage, desk: Desk, request_: Request, qtbot: QtBot
) -> None:
    page.deeds.disclosed = lambda case, _event: ask_publication(page.context, case)
    action = page.findChild(QAction, "close-request")
    assert action is not None
    action.trigger()
    closing = opened(page, ClosingDialog)
    closing.outcome.set_value("OPEN")
    save(closing)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(PublicationDialog)))
    dialog = opened(page, PublicationDialog)
    assert dialog.choice.value() is Publish.UNDECIDED
    dialog.reject()
    assert [case.request.id for case in desk.publication.undecided(DAY)] == [request_.id]


def test_the_lists_of_what_is_undecided_follow_decisions(
    page: RequestsPage, desk: Desk, add: Add, qtbot: QtBot
) -> None:
    made = [add(number=f"2026-01{n}", subject="路灯维护清单", received=RECEIVED) for n in range(3)]
    desk.register.close(made[0].id, outcome="OPEN", on=DAY, dated=DAY)
    page.refresh(None)
    action = page.findChild(QAction, "undecided-publications")
    assert action is not None
    action.trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(UndecidedDialog)))
    dialog = opened(page, UndecidedDialog)
    assert len(dialog.cases.table.records.rows) == 1
    (often,) = dialog.often.table.records.rows
    assert often.times == 3
    dialog.often.table.selectRow(0)
    dialog.often.actions_of["decide-often"].trigger()
    decision = opened(page, PublicationDialog)
    decision.choice.set_value(Publish.YES)
    decision.reason.setPlainText("三件申请")
    decision.by.set_value("周文静")
    save(decision)
    assert not dialog.cases.table.records.rows
    assert not dialog.often.table.records.rows
    assert all(desk.register.get(one.id, DAY).request.publication for one in made)
    assert clipped_labels(dialog) == []
