from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot


def wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_a_field_only_when_it_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    combo, spin = QComboBox(), QSpinBox()
    combo.addItems(["一", "二", "三"])
    spin.setValue(5)
    layout = QVBoxLayout(window)
    layout.addWidget(combo)
    layout.addWidget(spin)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    spin.setFocus()
    wheel(combo)
    assert combo.currentIndex() == 0
    wheel(spin)
    assert spin.value() == 4
    combo.setFocus()
    wheel(combo)
    wheel(spin)
    assert combo.currentIndex() == 1
    assert spin.value() == 4


def test_the_wheel_brings_no_focus(qtbot: QtBot) -> None:
    """Qt itself focuses a field under the wheel, after which its value would change."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    fields: tuple[QWidget, ...] = (QComboBox(), QSpinBox())
    for field in fields:
        layout.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    assert [field.focusPolicy() for field in fields] == [Qt.FocusPolicy.StrongFocus] * 2


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
