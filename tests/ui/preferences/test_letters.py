"""The settings of letters: numbers, texts, templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.letters_section import LettersSection
from gongkai_desk.ui.preferences.wording_dialog import WordingDialog
from tests.builders import an_office
from tests.ui.scripted import ScriptedPrompts

YEAR = 2026


@pytest.fixture
def section(
    desk: Desk, operations: Operations, prompts: ScriptedPrompts, qtbot: QtBot
) -> Iterator[LettersSection]:
    desk.office.save(an_office(letterhead_code="云司"))
    made = LettersSection(desk, operations, prompts)
    qtbot.addWidget(made)
    made.refresh()
    made.resize(900, 800)
    made.show()
    yield made
    made.hide()


def click(section: LettersSection, name: str) -> None:
    button = section.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), name
    button.click()


def choose(section: LettersSection, code: str) -> None:
    section.refresh()
    section.table.select([code])


def test_a_pattern_shows_its_next_number_and_is_kept(section: LettersSection, desk: Desk) -> None:
    field = section.numbers.fields["reply"]
    assert field.example.text() == "下一个：云司公复〔2026〕1号"
    field.pattern.set_value("{代字}政公开〔{年}〕{序号}号")
    field.used.set_value(36)
    assert field.example.text() == "下一个：云司政公开〔2026〕37号"
    click(section, "save-letter-settings")
    wordings = desk.letters.wordings
    assert wordings.patterns()["reply"] == "{代字}政公开〔{年}〕{序号}号"
    assert wordings.used_before("reply", YEAR) == 36
    assert not section.numbers.save_button.isEnabled()


def test_a_pattern_that_cannot_number_is_not_kept(section: LettersSection) -> None:
    field = section.numbers.fields["reply"]
    field.pattern.set_value("公开〔{年}〕号")
    assert not section.numbers.save_button.isEnabled()
    assert field.example.text() == ""
    click(section, "revert-letter-settings")
    assert field.example.text() == "下一个：云司公复〔2026〕1号"


def test_what_is_being_typed_survives_a_refresh(section: LettersSection) -> None:
    section.numbers.letterhead.set_value("云海区司法局文件")
    section.refresh()
    assert section.numbers.letterhead.value() == "云海区司法局文件"
    assert section.numbers.state.text() == "尚未保存"


def test_a_text_is_changed_checked_and_taken_back(
    section: LettersSection, desk: Desk, prompts: ScriptedPrompts
) -> None:
    choose(section, "clarification")
    assert not section.reset_button.isEnabled()
    click(section, "edit-wording")
    dialog = next(one for one in section.findChildren(WordingDialog) if one.isVisible())
    dialog.text.set_value("请补正。")
    assert not dialog.save_button.isEnabled()
    dialog.text.set_value("请补正，期限{补正期限}：")
    dialog.text.moveCursor(dialog.text.textCursor().MoveOperation.End)
    names = [dialog.fields.item(row).text() for row in range(dialog.fields.count())]
    dialog.fields.setCurrentRow(names.index("{补正事项}"))
    put = dialog.findChild(QPushButton, "put-field")
    assert put is not None
    put.click()
    assert dialog.text.value() == "请补正，期限{补正期限}：{补正事项}"
    dialog.save_button.click()
    choose(section, "clarification")
    assert desk.letters.wordings.own_codes() == {"clarification"}
    prompts.answers = [True]
    click(section, "reset-wording")
    assert desk.letters.wordings.own_codes() == frozenset()


def test_a_remedy_text_can_be_changed_too(section: LettersSection, desk: Desk) -> None:
    choose(section, "remedy:either")
    assert not section.template_button.isEnabled()
    click(section, "edit-wording")
    dialog = next(one for one in section.findChildren(WordingDialog) if one.isVisible())
    dialog.text.set_value("可以向{复议机关}申请复议，或者向{法院}起诉。")
    dialog.save_button.click()
    assert desk.letters.wordings.remedy_texts().either.startswith("可以向")


def test_an_own_template_is_taken_in_or_refused_with_the_reason(
    section: LettersSection,
    desk: Desk,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    good, bad = tmp_path / "好.docx", tmp_path / "坏.docx"
    for path, text in ((good, "{{ 文号 }}{{ 申请人 }}"), (bad, "{{ 申请仁 }}")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(path))
    choose(section, "clarification")
    wordings = desk.letters.wordings
    prompts.answers = [bad]
    click(section, "set-template")
    qtbot.waitUntil(lambda: prompts.asked[-1][0] == "problems")
    assert "申请仁" in prompts.asked[-1][2]
    assert wordings.template("clarification") is None
    prompts.answers = [good]
    click(section, "set-template")
    qtbot.waitUntil(lambda: wordings.template("clarification") is not None)
    choose(section, "clarification")
    prompts.answers = [True]
    click(section, "remove-template")
    assert wordings.template("clarification") is None


def test_a_template_to_begin_with_is_written(
    section: LettersSection, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "样式.docx"
    prompts.answers = [path]
    click(section, "sample-template")
    qtbot.waitUntil(path.exists)
    desk.letters.wordings.set_template("receipt", path, dt.date(YEAR, 11, 20))
