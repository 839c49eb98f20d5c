"""The manual: complete, searchable, and it loads nothing from anywhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gongkai_desk import i18n
from gongkai_desk.ui.help.menu import Help
from gongkai_desk.ui.help.viewer import HelpDialog, manual


@pytest.fixture
def dialog(qtbot: QtBot) -> HelpDialog:
    made = HelpDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def titles(dialog: HelpDialog) -> list[str]:
    rows = (dialog.contents.item(row) for row in range(dialog.contents.count()))
    return [item.text().strip() for item in rows]


def test_the_contents_are_the_headings(dialog: HelpDialog) -> None:
    headings = re.findall(r"^#{1,2} (.+)$", manual("zh_CN"), re.MULTILINE)
    assert titles(dialog) == headings


def test_search_narrows_the_contents_and_shows_the_place(dialog: HelpDialog) -> None:
    dialog.search.insert("补班日")
    assert titles(dialog)
    assert len(titles(dialog)) < len(dialog.chapters)
    assert dialog.text.textCursor().selectedText() == "补班日"


def test_a_search_without_result_says_so(dialog: HelpDialog) -> None:
    dialog.search.insert("没有这样的词")
    assert not titles(dialog)
    assert dialog.nothing.isVisible()
    dialog.search.clear()
    assert titles(dialog)
    assert not dialog.nothing.isVisible()


def test_choosing_a_heading_shows_it(dialog: HelpDialog) -> None:
    dialog.contents.setFocus()
    dialog.contents.setCurrentRow(0)
    for _step in range(3):
        QTest.keyClick(dialog.contents, Qt.Key.Key_Down)
    assert dialog.text.textCursor().block().text() == titles(dialog)[3]


def test_nothing_is_loaded(dialog: HelpDialog) -> None:
    assert dialog.text.loadResource(2, QUrl("https://example.invalid/x.png")) is None
    assert not dialog.text.openLinks()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_manual_is_there_in_every_language(language: str) -> None:
    text = manual(language)
    assert text.count("\n## ") >= 10
    assert "http" not in text


def test_the_manual_is_opened_once(qtbot: QtBot) -> None:
    desk = Help()
    desk.show()
    first = desk.dialog
    desk.show()
    assert desk.dialog is first
    desk.close()
    assert desk.dialog is None
