"""Several things chosen from a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.ui.widgets.pick_field import Pick, PickField
from gongkai_desk.ui.widgets.plain import PlainLabel

OFFER = (
    Pick(id="a", name="加强培训", note="每年至少1次"),
    Pick(id="b", name="更新目录"),
    Pick(id="c", name="<b>列席</b>"),
)


@pytest.fixture
def field(qtbot: QtBot) -> PickField:
    made = PickField("任务", "还没有任务。", lambda: OFFER, ("b", "gone"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_ticked_lines_become_the_value_and_unseen_ones_stay(field: PickField) -> None:
    dialog = field.open()
    assert dialog.value() == ("b",)
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    assert field.value() == ("gone", "a", "b")


def test_cancel_changes_nothing(field: PickField) -> None:
    dialog = field.open()
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.reject()
    assert field.value() == ("b", "gone")


def test_the_search_hides_lines_and_keeps_their_ticks(field: PickField) -> None:
    dialog = field.open()
    dialog.search.setText("每年")
    hidden = [dialog.list.item(row).isHidden() for row in range(3)]
    assert hidden == [False, True, True]
    assert dialog.value() == ("b",)
    dialog.reject()


def test_a_line_is_taken_out_by_its_cross(field: PickField, qtbot: QtBot) -> None:
    (cross,) = (
        one for one in field.findChildren(QPushButton) if "更新目录" in one.accessibleName()
    )
    with qtbot.waitSignal(field.changed):
        cross.click()
    assert field.value() == ("gone",)


@pytest.fixture
def bare(qtbot: QtBot) -> PickField:
    """One that nothing is offered to; it must outlive the test that closes its dialog."""
    made = PickField("任务", "还没有任务。", tuple)
    qtbot.addWidget(made)
    made.show()
    return made


def test_where_nothing_is_offered_it_says_so(bare: PickField) -> None:
    dialog = bare.open()
    texts = [one.text() for one in dialog.findChildren(PlainLabel) if one.isVisibleTo(dialog)]
    assert texts == ["还没有任务。"]
    dialog.reject()
    assert bare.value() == ()
