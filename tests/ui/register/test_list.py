"""Finding and listing in the register: search, filters, columns, saved views, the large case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case_file import ContactEntry, Stage, StageMark
from gongkai_desk.domain.request import ApplicantKind, Channel, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.models.column_filter import ChoiceFilter
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.register import privacy
from gongkai_desk.ui.register.column_filter_dialog import ColumnFilterDialog
from gongkai_desk.ui.register.filters import View
from gongkai_desk.ui.register.listing import listing
from gongkai_desk.ui.register.moving.export_dialog import LedgerExportDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.widgets.column_chooser import Arrangement, ColumnChooser
from gongkai_desk.ui.widgets.date_field import DateField
from tests.builders import an_applicant
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
W = TypeVar("W", bound=QObject)


def shown(page: RequestsPage) -> list[str]:
    return sorted(case.request.number for case in page.table.records.rows)


def press(page: RequestsPage, name: str) -> None:
    action = page.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def opened(page: RequestsPage, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def found(holder: QWidget, kind: type[W], name: str) -> W:
    widget = holder.findChild(kind, name)
    assert widget is not None, name
    return widget


def cell(page: RequestsPage, row: int, column: str) -> str:
    index = page.table.records.index(row, page.table.records.number_of(column))
    return str(page.table.records.data(index))


@pytest.fixture
def many(add: Add, desk: Desk, page: RequestsPage) -> dict[str, Request]:
    """Five of this year, one closed, one of last year closed, one that waits for its receipt."""
    made: dict[str, Request] = {}
    for number, name, channel, day, tags in (
        ("2026-001", "单雄飞", Channel.EMAIL, dt.date(2026, 11, 2), ("征地拆迁",)),
        ("2026-002", "曾小满", Channel.ONLINE, dt.date(2026, 11, 9), ()),
        ("2026-003", "林知远", Channel.IN_PERSON, dt.date(2026, 11, 9), ("征地拆迁", "物业管理")),
        ("2026-004", "华彩广告有限公司", Channel.EMAIL, dt.date(2026, 10, 20), ()),
        ("2025-009", "严谨", Channel.IN_PERSON, dt.date(2025, 9, 8), ()),
    ):
        kind = ApplicantKind.BUSINESS if "公司" in name else ApplicantKind.NATURAL_PERSON
        made[number] = add(
            number=number,
            applicant=an_applicant(name=name, kind=kind, phone="13805321234"),
            channel=channel,
            submitted=day,
            arrived=day,
            received=day,
            confirmed_by="登记岗",
            confirmed_how="电话",
            tags=tags,
            subject=f"{name}要的信息",
        )
    made["2026-005"] = add(
        number="2026-005",
        channel=Channel.PLAIN_MAIL,
        submitted=None,
        arrived=dt.date(2026, 11, 19),
        received=None,
        subject="待确认的信函",
    )
    for number, closed in (("2026-004", dt.date(2026, 11, 5)), ("2025-009", dt.date(2025, 9, 20))):
        desk.register.close(made[number].id, outcome="OPEN", on=DAY, dated=closed)
    page.refresh(None)
    return made


@pytest.fixture(autouse=True)
def _nothing_hidden() -> Iterator[None]:
    yield
    privacy.hide(False)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("shan", ["2026-001"]),
        ("dxf", ["2026-001"]),
        ("zengxiaoman", ["2026-002"]),
        ("138-0532", ["2026-001", "2026-002", "2026-003"]),
        ("征地 林", ["2026-003"]),
        ("林 曾", []),
    ],
)
def test_typing_finds_anything_in_the_case(
    page: RequestsPage, many: dict[str, Request], typed: str, numbers: list[str]
) -> None:
    page.filters.search.setText(typed)
    assert shown(page) == numbers


def test_what_a_search_finds_elsewhere_is_one_click_away(
    page: RequestsPage, many: dict[str, Request]
) -> None:
    page.filters.choose(View.WAITING, text="严谨")
    assert shown(page) == []
    button = page.findChild(QPushButton, "empty-everywhere-button")
    assert button is not None
    assert button.isVisible()
    button.click()
    assert page.filters.view is View.ALL
    assert shown(page) == ["2025-009"]
    assert not found(page, QPushButton, "empty-everywhere-button").isVisible()


def test_an_empty_register_says_so(page: RequestsPage) -> None:
    page.refresh(None)
    words = [label.text() for label in page.table.findChildren(QPushButton) if label.isVisible()]
    assert words == ["登记申请…"]


def test_counts_are_right_with_and_without_the_closed_cases_in_memory(
    page: RequestsPage, many: dict[str, Request], desk: Desk
) -> None:
    def counts() -> dict[str, int]:
        light = listing(desk.register, page.filters.query(), View.OPEN, (), DAY)
        return {view.value: number for view, number in light.counts.items()}

    def filled() -> bool:
        return desk.register._book.filled

    assert not filled()
    light = counts()
    assert (light["open"], light["closed"], light["all"]) == (4, 2, 6)
    page.filters.choose(View.ALL)
    assert filled()
    assert counts() == light
    page.filters.choose(View.OPEN, text="2026")
    assert (counts()["open"], counts()["closed"], counts()["all"]) == (4, 1, 5)


def test_only_who_was_tried_in_vain_stands_under_not_reached(
    page: RequestsPage, many: dict[str, Request], desk: Desk, operations: Operations
) -> None:
    button = page.findChild(QToolButton, "view-unreachable")
    assert button is not None
    assert button.isHidden()
    entry = ContactEntry(id="c", request_id=many["2026-005"].id, date=DAY, reached=False)
    operations.perform(lambda: desk.case_file.put(entry))
    assert button.isVisible()
    button.click()
    assert shown(page) == ["2026-005"]


def test_a_choice_of_channels(page: RequestsPage, many: dict[str, Request]) -> None:
    page.filters.choose(View.ALL)
    page.table.filter_wanted.emit("channel")
    dialog = opened(page, ColumnFilterDialog)
    values = dialog.findChild(QListWidget, "values")
    assert values is not None
    texts = [values.item(row).text() for row in range(values.count())]
    assert texts == ["平常信函（1）", "当面提交（2）", "电子邮件（2）", "网上申请（1）"]
    for row in (2, 3):
        values.item(row).setCheckState(Qt.CheckState.Checked)
    found(dialog, QPushButton, "apply").click()
    assert shown(page) == ["2026-001", "2026-002", "2026-004"]
    chip = page.findChild(QToolButton, "filter-channel")
    assert chip is not None
    assert chip.text() == "申请方式：电子邮件、网上申请"
    assert page.table.records.filtered == {"channel"}
    closed = found(page, QToolButton, "view-closed")
    assert closed.text().endswith("  1")
    chip.click()
    assert len(shown(page)) == 6


def test_tags_status_and_an_empty_value(page: RequestsPage, many: dict[str, Request]) -> None:
    page.filters.choose(View.ALL)
    page.filters.filter_column("tags", "|物业管理")
    assert shown(page) == ["2026-003"]
    page.filters.filter_column("tags", "|")
    assert shown(page) == ["2025-009", "2026-002", "2026-004", "2026-005"]
    page.filters.filter_column("status", "|closed")
    assert shown(page) == ["2025-009", "2026-004"]
    page.filters.filter_column("outcome", "|OPEN")
    assert shown(page) == ["2025-009", "2026-004"]
    found(page, QToolButton, "filter-none").click()
    assert len(shown(page)) == 6


def test_days_from_to(page: RequestsPage, many: dict[str, Request]) -> None:
    page.filters.choose(View.ALL)
    page.table.filter_wanted.emit("received")
    dialog = opened(page, ColumnFilterDialog)
    first, last = (
        found(found(dialog, DateField, end), QLineEdit, "date") for end in ("from", "to")
    )
    first.setText("2026-10-20")
    last.setText("nonsense")
    found(dialog, QPushButton, "apply").click()
    assert dialog.isVisible()  # what cannot be read is not applied
    last.setText("2026-11-02")
    found(dialog, QPushButton, "apply").click()
    assert shown(page) == ["2026-001", "2026-004"]
    page.table.filter_wanted.emit("received")
    again = opened(page, ColumnFilterDialog)
    assert again.value == "2026-10-20..2026-11-02"
    found(again, QPushButton, "clear").click()
    assert len(shown(page)) == 6


def test_a_part_of_the_text(page: RequestsPage, many: dict[str, Request]) -> None:
    press(page, "filter-list")
    menu = next(one for one in page.findChildren(QMenu, "filter-menu") if one.isVisible())
    action = menu.findChild(QAction, "filter-by-applicant")
    assert action is not None
    action.trigger()
    menu.close()
    dialog = opened(page, ColumnFilterDialog)
    line = dialog.findChild(QLineEdit, "part")
    assert line is not None
    line.setText("小满")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown(page) == ["2026-002"]


def test_the_export_holds_what_filters_leave(
    page: RequestsPage,
    many: dict[str, Request],
    prompts: ScriptedPrompts,
    operations: Operations,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page.filters.choose(View.ALL)
    page.filters.filter_column("channel", "|online")
    prompts.answers = [tmp_path / "登记表"]
    press(page, "export-register")
    dialog = opened(page, LedgerExportDialog)
    with qtbot.waitSignal(operations.said):
        dialog.save_button.click()
    sheet = openpyxl.load_workbook(tmp_path / "登记表.xlsx").active
    assert sheet is not None
    cells = {str(one) for row in sheet.iter_rows(values_only=True) for one in row}
    assert "2026-002" in cells
    assert "2026-001" not in cells


def test_a_view_is_saved_chosen_changed_and_removed(
    page: RequestsPage, many: dict[str, Request], desk: Desk, prompts: ScriptedPrompts
) -> None:
    page.filters.choose(View.ALL, text="信息", year=2026, filters={"channel": "|email"})
    page.table.arrange(Arrangement(columns=("received", "number", "tags")))
    page.table.sort_by([("received", False)])
    prompts.answers = ["邮件申请"]
    press(page, "save-view")
    assert page.views.button.text() == "邮件申请"
    page.filters.choose(View.OPEN)
    page.table.arrange(page.table.usual)
    page.table.sort_by([])
    page.views.fill()
    (entry,) = [one for one in page.views.menu.actions() if one.text() == "邮件申请"]
    entry.trigger()
    assert shown(page) == ["2026-001", "2026-004"]
    assert page.filters.search.text() == "信息"
    assert page.filters.year.value() == 2026
    assert page.table.arrangement.columns == ("received", "number", "tags")
    assert page.table.sort_names() == ("received",)
    page.views.fill()
    assert not found(page, QAction, "update-view").isEnabled()
    page.filters.filter_column("channel", "")
    page.views.fill()
    press(page, "update-view")
    assert desk.saved_views.all()[0].filters == {}
    prompts.answers = ["全部来件"]
    press(page, "rename-view")
    assert page.views.button.text() == "全部来件"
    press(page, "remove-view")
    assert desk.saved_views.all() == []
    assert page.views.button.text() == "视图"


def test_a_name_that_is_taken_is_refused_in_words(
    page: RequestsPage, desk: Desk, prompts: ScriptedPrompts
) -> None:
    for _time in range(2):
        prompts.answers = ["今年"]
        press(page, "save-view")
    assert prompts.asked[-1][0] == "problems"
    assert len(desk.saved_views.all()) == 1


def test_other_columns(page: RequestsPage, many: dict[str, Request]) -> None:
    press(page, "choose-columns")
    dialog = opened(page, ColumnChooser)
    for name in ("tags", "phone", "closed_on", "days_used"):
        dialog.check(name, True)
    dialog.accept()
    page.filters.choose(View.ALL)
    page.table.sort_by([("number", False)])
    assert cell(page, 0, "closed_on") == "2025-09-20"
    assert cell(page, 3, "tags") == "征地拆迁 物业管理"
    assert cell(page, 3, "phone") == "13805321234"
    assert cell(page, 3, "days_used") == "9"
    assert cell(page, 5, "days_used") == ""
    assert "tags" in page.table.arrangement.columns


def test_ctrl_l_hides_names_in_list_and_case_file(
    page: RequestsPage, many: dict[str, Request]
) -> None:
    page.show_case(many["2026-001"].id)
    press(page, "hide-personal")
    row = page.table.currentIndex().row()
    assert cell(page, row, "applicant") == "单**"
    assert cell(page, row, "phone") == "138****34"
    assert page.filters.private.isVisible()
    told = [label.text() for label in page.detail.facts.findChildren(type(page.filters.told))]
    assert "138****34" in told
    assert "单**，自然人" in told
    page.filters.choose(View.ALL)
    page.table.sort_by([("number", True)])
    assert cell(page, 1, "applicant") == "华彩广告有限公司"
    press(page, "hide-personal")
    assert not page.filters.private.isVisible()
    assert cell(page, 4, "applicant") == "单雄飞"


def test_the_case_file_large_and_back(
    page: RequestsPage, many: dict[str, Request], qtbot: QtBot
) -> None:
    page.show_case(many["2026-001"].id)
    before = page.detail.height()
    press(page, "large-case")
    assert not page.table.isVisible()
    assert not page.filters.isVisible()
    qtbot.waitUntil(lambda: page.detail.height() > before)
    number = page.detail.number.text()
    assert number == "2026-001"
    press(page, "next-case")
    assert page.detail.number.text() != number
    press(page, "previous-case")
    assert page.detail.number.text() == number
    press(page, "large-case")
    assert page.table.isVisible()
    press(page, "large-case")
    press(page, "find-request")  # the search brings the list back
    assert page.filters.isVisible()


def test_no_step_beyond_the_ends(page: RequestsPage, many: dict[str, Request]) -> None:
    page.table.select([page.table.records.identity(0)])
    assert not page.may_step(-1)
    page.step(-1)
    assert page.table.currentIndex().row() == 0
    page.table.select([page.table.records.identity(len(page.table.records.rows) - 1)])
    assert not page.may_step(1)


def test_the_stage_is_a_column(many: dict[str, Request], page: RequestsPage, desk: Desk) -> None:
    page.filters.choose(View.ALL)
    rows = {case.request.number: n for n, case in enumerate(page.table.records.rows)}
    assert cell(page, rows["2026-004"], "stage") == "答复"
    assert cell(page, rows["2026-001"], "stage") == "登记"
    mark = StageMark(id="m", request_id=many["2026-001"].id, stage=Stage.REVIEWED, date=DAY)
    desk.case_file.save(mark, DAY)
    assert cell(page, rows["2026-001"], "stage") == "审核"
    desk.history.undo()
    assert cell(page, rows["2026-001"], "stage") == "登记"
    stage = page.table.records.column("stage")
    assert stage is not None
    assert not stage.shown
    assert isinstance(stage.filter, ChoiceFilter)
    takes = stage.filter.takes("|replied")
    closed = {"2026-004", "2025-009"}
    assert {row.request.number for row in page.table.records.rows if takes(row)} == closed
