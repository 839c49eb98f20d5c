"""The archive in the window: one case, several, files, a year that is stopped."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.register.archive.dialog import ArchiveDialog
from gongkai_desk.ui.register.archive.lists import ArchiveListDialog, ArchiveView
from gongkai_desk.ui.register.page import RequestsPage
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def closed(add: Add, desk: Desk, page: RequestsPage) -> Request:
    request = add(number="2026-001", subject="经费决算")
    desk.register.close(request.id, outcome="OPEN", dated=dt.date(2026, 10, 15), on=DAY)
    page.refresh(None)
    page.show_case(request.id)
    return request


def action(page: RequestsPage, name: str) -> QAction:
    (found,) = page.findChildren(QAction, name)
    return found


def press(page: RequestsPage, name: str) -> None:
    assert action(page, name).isEnabled(), name
    action(page, name).trigger()


def opened(page: RequestsPage, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def test_a_case_is_archived_and_taken_back(page: RequestsPage, closed: Request, desk: Desk) -> None:
    assert not action(page, "unarchive-case").isEnabled()
    press(page, "archive-case")
    dialog = opened(page, ArchiveDialog)
    assert dialog.number.value() == "GK-2026-0001"
    assert dialog.effect.headline.text() == "2036年12月31日"
    dialog.years.set_value(30)
    assert dialog.effect.headline.text() == "2056年12月31日"
    dialog.number.clear()
    assert not dialog.save_button.isEnabled()
    QTest.keyClicks(dialog.number, "GK-7")
    dialog.save_button.click()
    request = case_of(desk, closed).request
    assert (request.archive_number, request.retention_years) == ("GK-7", 30)
    press(page, "unarchive-case")
    assert case_of(desk, closed).request.archived_on is None


def test_an_open_case_cannot_be_archived(page: RequestsPage, add: Add) -> None:
    add(number="2026-002")
    page.refresh(None)
    assert not action(page, "archive-case").isEnabled()
    assert action(page, "export-case-zip").isEnabled()


def test_the_lists_and_several_at_once(
    page: RequestsPage, closed: Request, desk: Desk, add: Add, prompts: ScriptedPrompts
) -> None:
    other = add(number="2026-002")
    desk.register.close(other.id, outcome="OPEN", dated=dt.date(2026, 11, 2), on=DAY)
    press(page, "archive-lists")
    dialog = opened(page, ArchiveListDialog)
    assert [case.request.number for case in dialog.table.records.rows] == ["2026-001", "2026-002"]
    dialog.table.selectAll()
    prompts.answers = [True]
    dialog.put_button.click()
    assert not dialog.table.records.rows
    dialog.view.set_value(ArchiveView.ARCHIVED)
    assert len(dialog.table.records.rows) == 2
    assert dialog.put_button.isHidden()
    dialog.view.set_value(ArchiveView.OVER)
    assert not dialog.table.records.rows
    assert not dialog.show_button.isEnabled()


@pytest.mark.parametrize("ending", ["zip", "pdf"])
def test_a_case_is_exported(
    page: RequestsPage,
    closed: Request,
    prompts: ScriptedPrompts,
    operations: Operations,
    tmp_path: Path,
    qtbot: QtBot,
    ending: str,
) -> None:
    said: list[str] = []
    operations.said.connect(said.append)
    prompts.answers = [tmp_path / "案卷"]
    press(page, f"export-case-{ending}")
    path = tmp_path / f"案卷.{ending}"
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [f"案卷已导出到 案卷.{ending}。"]
    assert path.stat().st_size
    assert prompts.asked[0][2] == f"2026-001 经费决算.{ending}"
    if ending == "zip":
        assert zipfile.is_zipfile(path)


def test_a_year_is_exported(
    page: RequestsPage,
    closed: Request,
    prompts: ScriptedPrompts,
    operations: Operations,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    said: list[str] = []
    operations.said.connect(said.append)
    prompts.answers = [0, tmp_path]
    press(page, "export-year")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    folder = tmp_path / "2026年度依申请公开案卷"
    assert said == [f"已将1件案卷导出到 {folder.name}。"]
    assert len(list(folder.iterdir())) == 3
