from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import gongkai_desk.ui
from gongkai_desk.ui.guards import WheelGuard
from gongkai_desk.ui.widgets.drop_down import DropDown


def wheel(field: QWidget) -> None:
    """One notch down with the mouse over `field`, as it comes from the system."""
    window = field.window()
    over = field.mapTo(window, field.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(over), QPoint(0, -120))


def scrolled(qtbot: QtBot, *fields: QWidget) -> QScrollArea:
    """A page with these fields that is too long for its window."""
    area, page = QScrollArea(), QWidget()
    layout = QVBoxLayout(page)
    for field in (QLineEdit(), *fields):
        layout.addWidget(field)
    page.setFixedSize(300, 2000)
    area.setWidget(page)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


@pytest.mark.parametrize("editable", [False, True])
def test_the_wheel_over_a_list_without_the_focus_scrolls_the_page(
    qtbot: QtBot, editable: bool
) -> None:
    choice = DropDown()
    choice.setEditable(editable)
    choice.addItems(["一", "二", "三"])
    area = scrolled(qtbot, choice)
    area.ensureWidgetVisible(choice)
    before = area.verticalScrollBar().value()
    wheel(choice)
    assert choice.currentIndex() == 0
    assert not choice.hasFocus()  # by default Qt gives the wheel the focus
    assert area.verticalScrollBar().value() > before
    choice.setFocus()
    area.ensureWidgetVisible(choice)
    wheel(choice)
    assert choice.currentIndex() == 1


def test_a_dialog_of_qt_is_guarded_as_a_whole(qtbot: QtBot) -> None:
    choice, spin = QComboBox(), QSpinBox()
    choice.addItems(["一", "二", "三"])
    spin.setValue(5)
    area = scrolled(qtbot, choice, spin)
    WheelGuard(area)
    for field in (choice, spin):
        area.ensureWidgetVisible(field)
        before = area.verticalScrollBar().value()
        wheel(field)
        assert not field.hasFocus()
        assert area.verticalScrollBar().value() > before
    assert (choice.currentIndex(), spin.value()) == (0, 5)
    spin.setFocus()
    area.ensureWidgetVisible(spin)
    wheel(spin)
    assert spin.value() == 4


def test_the_fields_of_the_print_dialog_exist_from_the_start(qtbot: QtBot) -> None:
    """Or there would be nothing to guard when it has just been made."""
    dialog = QPrintDialog(QPrinter())
    qtbot.addWidget(dialog)
    WheelGuard(dialog)
    fields = dialog.findChildren(QAbstractSpinBox)
    assert fields
    assert {field.focusPolicy() for field in fields} == {Qt.FocusPolicy.StrongFocus}


def test_no_other_module_makes_a_field_that_minds_the_wheel() -> None:
    """What is not a `DropDown` would change under a wheel that is meant for the page."""
    ui = Path(gongkai_desk.ui.__file__).parent
    made = re.compile(r"\bQ(ComboBox|\w*SpinBox|\w*Slider|Dial|(Date|Time|DateTime)Edit)\(")
    derived = re.compile(r"class .*\bQ(ComboBox|\w*SpinBox|\w*Slider|Dial|\w*(Date|Time)Edit)\b")
    found = {
        str(path.relative_to(ui))
        for path in ui.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if made.search(line) or derived.search(line)
    }
    assert found == {"widgets/drop_down.py"}


def test_enter_and_esc_during_composition_belong_to_the_input_method(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line = QLineEdit()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    box.accepted.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.addWidget(line)
    layout.addWidget(box)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("ni", []))
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    done = QInputMethodEvent("", [])
    done.setCommitString("你")
    QApplication.sendEvent(line, done)
    assert line.text() == "你"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_what_was_composed_elsewhere_is_forgotten_with_the_focus(qtbot: QtBot) -> None:
    first, second = QLineEdit(), QLineEdit()
    entered: list[str] = []
    second.returnPressed.connect(lambda: entered.append("second"))
    page = scrolled(qtbot, first, second)
    first.setFocus()
    QApplication.sendEvent(first, QInputMethodEvent("ni", []))
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert entered == ["second"]
    assert page.isVisible()
