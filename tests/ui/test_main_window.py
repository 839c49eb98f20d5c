from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gongkai_desk import app
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import Problem
from gongkai_desk.services.desk import Desk, backups_of, create_desk, default_path, open_desk
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.first_start import FirstStart
from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.page import Page, PageSpec, Target
from gongkai_desk.ui.pictures import clipped_labels, grab, interpreting_labels
from gongkai_desk.ui.settings import Preferences, PreferencesStore
from gongkai_desk.ui.single_instance import SingleInstance
from gongkai_desk.ui.widgets.plain import PlainLabel
from tests.ui.scripted import ScriptedPrompts

HOSTILE = "<img src='//host/x.png'>海滨市文旅局"
CONTROL = Qt.KeyboardModifier.ControlModifier


class OnePage(Page):
    @property
    @override
    def title(self) -> str:
        return self.desk.office.get().name

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="rename",
                text="改名(&R)…",
                run=self.rename,
                shortcut="Ctrl+R",
                icon="edit",
                primary=True,
            ),
        )

    @override
    def refresh(self, changes: Changes | None) -> None:
        self.refreshed = [*getattr(self, "refreshed", []), changes]
        if self.layout() is None:
            self.name = PlainLabel("", self)
            QVBoxLayout(self).addWidget(self.name)
        self.name.setText(self.title)

    def rename(self) -> None:
        office = replace(self.desk.office.get(), name="新名称")
        self.operations.perform(lambda: self.desk.office.save(office), said="已改名")

    @override
    def go_to(self, target: Target) -> None:
        self.target = target


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with create_desk(tmp_path / "办公 文件.db", Office(name=HOSTILE)) as made:
        yield made


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, prompts: ScriptedPrompts, background: Background
) -> MainWindow:
    pages = [
        PageSpec(name="home", title="今日", icon="home", factory=OnePage),
        PageSpec(name="settings", title="设置", icon="settings", factory=OnePage),
    ]
    made = app.build_window(
        desk,
        prompts,
        PreferencesStore(),
        background=background,
        pages=pages,
        switch=lambda _path: True,
        create=lambda _path: True,
    )
    qtbot.addWidget(made)
    made.show_page("home")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.complete()
    return made


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None
    return found


def title(window: MainWindow) -> str:
    label = [each for each in window.findChildren(QLabel, "title") if each.isVisible()]
    return label[0].text()


def test_ctrl_and_a_number_build_a_page_on_first_show(window: MainWindow) -> None:
    assert window.findChild(QWidget, "settings-page") is None
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    page = window.findChild(QWidget, "settings-page")
    assert window.page is page
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.page is window.findChild(QWidget, "home-page")


def test_a_write_reaches_page_title_status_and_undo(window: MainWindow) -> None:
    assert not action(window, "undo").isEnabled()
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert title(window) == "新名称"
    assert window.windowTitle().startswith("新名称")
    assert window.statusBar().currentMessage() == "已改名"
    assert "单位信息修改" in action(window, "undo").text()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert title(window) == HOSTILE
    assert window.statusBar().currentMessage() == "已撤销：单位信息修改"
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert title(window) == "新名称"
    assert window.statusBar().currentMessage() == "已重做：单位信息修改"


def test_a_hidden_page_refreshes_once_when_it_is_shown_again(window: MainWindow) -> None:
    home = window.page
    assert isinstance(home, OnePage)
    window.show_page("settings")
    settings = window.page
    assert isinstance(settings, OnePage)
    settings.rename()
    assert home.refreshed == [None]
    window.show_page("home")
    assert home.refreshed == [None, None]


def test_the_holiday_banner_leads_to_the_settings_and_can_be_hidden(window: MainWindow) -> None:
    button = window.findChild(QPushButton, "paste-notice-button")
    assert button is not None
    button.click()
    page = window.page
    assert isinstance(page, OnePage)
    assert page.target == Target(page="settings", view="notice")
    bar = window.findChild(QWidget, "banner-holidays-2027")
    assert bar is not None
    close = bar.findChild(QWidget, "close")
    assert close is not None
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.banners.isVisible()


def test_nothing_is_clipped_and_nothing_interprets_data(window: MainWindow, tmp_path: Path) -> None:
    window.resize(1280, 800)
    assert clipped_labels(window) == []
    assert interpreting_labels(window) == []
    assert grab(window, tmp_path / "图" / "window.png").stat().st_size > 10_000


def test_the_checks_see_a_clipped_and_an_interpreting_label(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    label = QLabel("一二三四五六七八九十", widget)
    label.setFixedWidth(20)
    widget.show()
    assert clipped_labels(widget)
    assert interpreting_labels(widget)


def test_backup_runs_beside_the_window_and_reports(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    action(window, "backup").trigger()
    qtbot.waitUntil(lambda: "已备份" in window.statusBar().currentMessage())
    assert len(desk.maintenance.backups()) == 1


def test_first_start_asks_for_a_name_and_splits_the_aliases(qtbot: QtBot) -> None:
    made: list[Office] = []

    def make(office: Office) -> list[Problem]:
        made.append(office)
        return []

    dialog = FirstStart(make)
    qtbot.addWidget(dialog)
    dialog.show()
    begin = dialog.findChild(QPushButton, "begin")
    name, aliases = dialog.findChild(QLineEdit, "name"), dialog.findChild(QLineEdit, "aliases")
    assert begin is not None
    assert isinstance(name, QLineEdit)
    assert isinstance(aliases, QLineEdit)
    assert not begin.isEnabled()
    name.setText(" 海滨市文旅局 ")
    aliases.setText("文旅局、旅游局，文旅局")
    begin.click()
    assert [(o.name, o.aliases) for o in made] == [("海滨市文旅局", ("文旅局", "旅游局"))]
    assert not dialog.isVisible()


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "a.db"), SingleInstance(tmp_path / "a.db")
    other = SingleInstance(tmp_path / "b.db")
    assert first.first()
    assert other.first()
    with qtbot.waitSignal(first.raised):
        assert not second.first()
    first.release()
    assert second.first()
    for each in (second, other):
        each.release()


@pytest.mark.parametrize(
    ("environment", "platform", "module"),
    [
        ({}, "linux", None),
        ({"QT_IM_MODULE": "fcitx"}, "linux", "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "linux", "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "linux", "ibus"),
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "compose"}, "linux", None),
        ({"QT_IM_MODULE": "fcitx"}, "win32", None),
    ],
)
def test_input_methods(environment: dict[str, str], platform: str, module: str | None) -> None:
    assert app.input_module(environment, platform) == module


def test_the_last_file_is_opened_again_and_missed_when_it_is_gone(tmp_path: Path) -> None:
    assert app.chosen_path(Preferences()) == default_path()
    gone = tmp_path / "gone.db"
    assert app.chosen_path(Preferences(last_file=str(gone))) == gone


def test_a_file_that_is_gone_is_told_before_anything_else_is_offered(
    dressed: QApplication, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    program = app.Program(dressed, PreferencesStore(), prompts)
    prompts.answers.append(None)
    assert not program.start(tmp_path / "gone.db")
    assert [kind for kind, _title, _text in prompts.asked] == ["problems", "choose"]
    assert "gone.db" in prompts.asked[0][2]


def test_another_file_takes_the_windows_place_and_closing_gives_it_back(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [PageSpec(name="home", title="今日", icon="home", factory=OnePage)]
    monkeypatch.setattr(app, "page_specs", lambda _store: pages)
    paths = [tmp_path / "一.db", tmp_path / "二.db"]
    for path in paths:
        create_desk(path, Office(name=path.stem)).close()
    prompts, store = ScriptedPrompts(), PreferencesStore()
    program = app.Program(dressed, store, prompts)
    assert program.start(paths[0])
    first = program.window
    assert program.switch(paths[1])
    second = program.window
    assert first is not None
    assert second is not None
    assert not first.isVisible()
    assert second.windowTitle().startswith("二")
    assert store.value.last_file == str(paths[1])
    assert not program.switch(tmp_path / "none.db")
    assert prompts.asked[-1][0] == "problems"
    assert second.isVisible()
    with qtbot.waitSignal(second.closed):
        second.close()
    assert program.window is None
    for path in paths:
        open_desk(path).close()


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_damaged_office_file_is_restored_from_the_window(
    dressed: QApplication, tmp_path: Path, chosen: int
) -> None:
    path = tmp_path / "一.db"
    with create_desk(path, Office(name="云海区司法局")) as desk:
        kept = desk.maintenance.backup()
    path.write_bytes(path.read_bytes()[:4096] + b"\x07" * 60000)
    prompts = ScriptedPrompts()
    other = tmp_path / "另存.db"
    other.write_bytes(kept.read_bytes())
    backups = len(backups_of(path))
    prompts.answers = [0, chosen if chosen == 0 else backups, other][: 2 + chosen]
    program = app.Program(dressed, PreferencesStore(), prompts)
    assert program.start(path)
    assert program.desk is not None
    assert program.desk.office.get().name == "云海区司法局"
    assert len(backups_of(path)) == backups + 1
    program.close()


def test_a_broken_backup_is_explained_and_the_officer_asked_again(
    dressed: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "一.db"
    with create_desk(path, Office(name="云海区司法局")) as desk:
        kept = desk.maintenance.backup()
    path.write_bytes(path.read_bytes()[:4096] + b"\x07" * 60000)
    for _taken, file in backups_of(path):
        file.write_bytes(b"\0" * 5000)
    assert kept.stat().st_size == 5000
    prompts = ScriptedPrompts()
    prompts.answers = [0, 0, 0, None, None]
    program = app.Program(dressed, PreferencesStore(), prompts)
    assert not program.start(path)
    asked = [kind for kind, *_rest in prompts.asked]
    assert asked == ["problems", "choose", "choose", "problems", "choose", "choose", "choose"]
