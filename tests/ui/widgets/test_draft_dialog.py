from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog, keep_on_screen
from gongkai_desk.ui.widgets.fields import LongTextField, NumberField, TextField
from gongkai_desk.ui.widgets.form import ProblemLine
from tests.ui.scripted import ScriptedPrompts


class NameDialog(DraftDialog[str]):
    def __init__(self, answers: list[tuple[Problem, ...]], prompts: ScriptedPrompts) -> None:
        self.submitted: list[str] = []
        super().__init__("名称", lambda draft: self._take(draft, answers), prompts)
        self.name = TextField()
        self.form.add("name", "名称", self.name, mandatory=True)
        self.form.add("on", "日期", DateField())
        self.form.add("count", "份数", NumberField(most=9))
        self.ready()

    def _take(self, draft: str, answers: list[tuple[Problem, ...]]) -> tuple[Problem, ...]:
        self.submitted.append(draft)
        return answers.pop(0)

    @override
    def draft(self) -> str:
        return self.name.value()

    @override
    def check(self, draft: str) -> Iterable[Problem]:
        return () if draft else (Problem("field-missing", "name"),)


def shown(dialog: NameDialog, field: str) -> str:
    line = dialog.findChild(ProblemLine, f"{field}-problem")
    assert line is not None
    return line.text if not line.isHidden() else ""


def test_save_waits_until_nothing_is_wrong(qtbot: QtBot) -> None:
    dialog = NameDialog([()], ScriptedPrompts())
    qtbot.addWidget(dialog)
    assert not dialog.save_button.isEnabled()
    assert shown(dialog, "name") == ""
    dialog.name.setText("甲")
    assert dialog.save_button.isEnabled()
    number = dialog.form.field("count")
    QTest.keyClicks(number, "12")
    assert not dialog.save_button.isEnabled()
    assert "0 至 9" in shown(dialog, "count")
    QTest.keyClick(number, Qt.Key.Key_Backspace)
    dialog.name.setText("")
    assert shown(dialog, "name") == "此项必填。"
    dialog.accept()
    assert dialog.submitted == []


def test_what_the_service_refuses_goes_to_the_field_and_the_dialog_stays(qtbot: QtBot) -> None:
    dialog = NameDialog([(Problem("field-missing", "on"),), ()], ScriptedPrompts())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("甲")
    dialog.accept()
    assert dialog.isVisible()
    assert shown(dialog, "on") == "此项必填。"
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.submitted == ["甲", "甲"]


def test_esc_asks_before_it_throws_input_away(qtbot: QtBot) -> None:
    prompts = ScriptedPrompts(False, True)
    dialog = NameDialog([], prompts)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("甲")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert [kind for kind, _title, _text in prompts.asked] == ["ask", "ask"]


def test_ctrl_enter_saves_from_everywhere_when_nothing_is_wrong(qtbot: QtBot) -> None:
    dialog = NameDialog([()], ScriptedPrompts())
    notes = LongTextField()
    dialog.form.add("notes", "备注", notes)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    notes.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(notes, Qt.Key.Key_Return, control)
    assert dialog.submitted == []
    dialog.name.setText("甲")
    QTest.keyClick(notes, Qt.Key.Key_Return, control)
    assert dialog.submitted == ["甲"]
    assert notes.value() == ""


def test_a_dialog_that_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    dialog = NameDialog([], ScriptedPrompts())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    room = dialog.screen().availableGeometry()
    dialog.move(room.right() - 40, room.bottom() - 40)
    keep_on_screen(dialog)
    assert room.contains(dialog.frameGeometry())
    dialog.resize(dialog.width(), room.height() + 100)
    keep_on_screen(dialog)
    assert dialog.y() == room.top()


def test_tab_comes_to_save_before_cancel(qtbot: QtBot) -> None:
    dialog = NameDialog([()], ScriptedPrompts())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.name.setText("甲")
    dialog.form.field("count").setFocus()
    order = []
    for _step in range(2):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        order.append(dialog.focusWidget())
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    assert order == [dialog.save_button, cancel]
    dialog.accept()


def test_what_no_field_is_to_blame_for_is_told_in_a_window_of_its_own(qtbot: QtBot) -> None:
    prompts = ScriptedPrompts()
    dialog = NameDialog(
        [(Problem("field-missing", "on"),), (Problem("field-missing"),), ()], prompts
    )
    qtbot.addWidget(dialog)
    dialog.name.setText("甲")
    dialog.accept()
    assert prompts.asked == []
    dialog.accept()
    assert [kind for kind, *_rest in prompts.asked] == ["problems"]
    dialog.accept()
