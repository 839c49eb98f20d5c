"""What waits until the window is seen is done then, in its order, and once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.steps import Steps


def test_the_window_comes_first(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[str]()
    qtbot.addWidget(widget)
    steps = Steps(widget)
    steps.add(lambda: done.append("a"), lambda: done.append("b"))
    qtbot.wait(1)
    assert not done
    with qtbot.waitSignal(steps.ended):
        widget.show()
        assert not done
    assert done == ["a", "b"]
    assert not steps.waiting
    with qtbot.waitSignal(steps.ended):  # it was seen: what comes later waits no more
        steps.add(lambda: done.append("c"))
    assert done == ["a", "b", "c"]


def test_who_cannot_wait_finishes_it_and_nothing_is_done_twice(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[str]()
    qtbot.addWidget(widget)
    steps = Steps(widget)
    steps.add(lambda: done.append("a"))
    steps.finish()
    steps.add(lambda: done.append("b"))
    steps.drop()
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.wait(1)
    assert done == ["a"]


def test_nothing_is_done_while_it_is_hidden(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[str]()
    qtbot.addWidget(widget)
    steps = Steps(widget)
    steps.add(lambda: done.append("a"), widget.hide, lambda: done.append("b"))
    widget.show()
    qtbot.waitUntil(widget.isHidden)
    qtbot.wait(1)
    assert done == ["a"]
    with qtbot.waitSignal(steps.ended):
        widget.show()
    assert done == ["a", "b"]
