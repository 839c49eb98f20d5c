from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.one_at_a_time import when_free


def test_with_nothing_open_it_happens_at_once(qtbot: QtBot) -> None:
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    when_free(owner, lambda: done.append(1))
    assert done == [1]


def test_it_waits_for_a_dialog_and_the_one_after_it(qtbot: QtBot) -> None:
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    first, second = QDialog(owner), QDialog(owner)
    first.accepted.connect(second.open)
    first.open()
    when_free(owner, lambda: done.append(1))
    assert not done
    first.accept()
    passed: list[bool] = []
    QTimer.singleShot(20, owner, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))
    assert second.isVisible()
    assert not done
    second.reject()
    qtbot.waitUntil(lambda: done == [1])
