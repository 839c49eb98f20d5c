from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.theme import Tone


@dataclass(frozen=True)
class Thing:
    id: str
    name: str
    due: dt.date | None


A = Thing("a", "甲", dt.date(2026, 3, 1))
B = Thing("b", "乙<img src=x>", None)
C = Thing("c", "丙", dt.date(2025, 12, 31))
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(dressed: object) -> RecordTableModel[Thing]:
    made = RecordTableModel(
        [
            Column[Thing](name="name", title="名称", text=lambda t: t.name, icon=lambda _: "info"),
            Column[Thing](
                name="due",
                title="期限",
                text=lambda t: str(t.due or ""),
                sort_key=lambda t: t.due,
                right=True,
                tone=lambda t: None if t.due else Tone.BAD,
            ),
        ]
    )
    made.set_rows([A, B, C])
    return made


def test_the_model_is_a_sound_qt_model(
    model: RecordTableModel[Thing], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_sorting_by_the_key_puts_the_unknown_last_both_ways(
    model: RecordTableModel[Thing],
) -> None:
    model.sort(1, UP)
    assert list(model.rows) == [C, A, B]
    model.sort(1, DOWN)
    assert list(model.rows) == [A, C, B]


def test_the_order_stays_when_rows_are_replaced(model: RecordTableModel[Thing]) -> None:
    model.sort(1, UP)
    model.set_rows([A, C])
    assert list(model.rows) == [C, A]
    model.sort(-1)
    model.set_rows([A, C])
    assert list(model.rows) == [A, C]


def test_persistent_indexes_follow_their_record(model: RecordTableModel[Thing]) -> None:
    kept = QPersistentModelIndex(model.index(0, 1))
    model.sort(1, UP)
    assert model.record(kept) is A
    assert kept.row() == model.row_of("a") == 1
    assert model.row_of("z") is None


def test_tooltips_never_interpret_what_they_show(model: RecordTableModel[Thing]) -> None:
    tip = model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img src=x&gt;" in tip


def test_the_clipboard_gets_titles_and_tabs(model: RecordTableModel[Thing]) -> None:
    assert model.as_text([0]) == "名称\t期限\n甲\t2026-03-01"


def test_several_columns_sort_within_one_another(model: RecordTableModel[Thing]) -> None:
    first, last = Thing("d", "甲", dt.date(2025, 1, 1)), Thing("e", "甲", None)
    model.set_rows([last, B, A, C, first])
    model.sort_by([("name", False), ("due", True)])
    assert [row.name for row in model.rows] == sorted(row.name for row in model.rows)
    assert [row.id for row in model.rows if row.name == "甲"] == ["a", "d", "e"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "1↑ 名称"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "2↓ 期限"
    model.sort_by([("due", False), ("gone", True)])
    assert model.sort_keys == (("due", False),)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "期限"


def test_a_filtered_column_is_marked(model: RecordTableModel[Thing]) -> None:
    icon = Qt.ItemDataRole.DecorationRole
    assert model.headerData(1, Qt.Orientation.Horizontal, icon) is None
    model.mark_filtered(["due"])
    assert not model.headerData(1, Qt.Orientation.Horizontal, icon).isNull()
    assert model.headerData(0, Qt.Orientation.Horizontal, icon) is None
    assert model.column("due") is model.columns[1]
    assert model.number_of("gone") == -1


def test_nothing_is_asked_of_rows_that_are_not_in_sight(dressed: object) -> None:
    asked: list[str] = []

    def text(thing: Thing) -> str:
        asked.append(thing.id)
        return thing.name

    many = [Thing(str(n), "名", None) for n in range(1000)]
    model = RecordTableModel([Column[Thing](name="name", title="名称", text=text)])
    model.set_rows(many)
    assert not asked
    model.data(model.index(500, 0))
    assert asked == ["500"]
