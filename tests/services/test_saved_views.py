from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.register_settings import SavedView
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import sentence

LATE = SavedView(
    id="a",
    name=" 逾期的 ",
    view="overdue",
    text="征收",
    year=2026,
    filters={"channel": "|email", "received": "2026-01-01.."},
    sort=("-due", "number"),
    columns=("number", "due"),
)


def refused(desk: Desk, view: SavedView) -> str:
    with pytest.raises(DomainError) as refusal:
        desk.saved_views.save(view)
    return sentence(refusal.value.problems[0])


def test_views_are_kept_in_the_order_of_their_making(desk: Desk) -> None:
    desk.saved_views.save(LATE)
    desk.saved_views.save(SavedView(id="b", name="今年"))
    first, second = desk.saved_views.all()
    assert first == replace(LATE, name="逾期的", position=1)
    assert (second.name, second.position) == ("今年", 2)
    desk.saved_views.rename("a", "旧案")
    assert [one.name for one in desk.saved_views.all()] == ["旧案", "今年"]
    desk.saved_views.remove("a")
    assert [one.name for one in desk.saved_views.all()] == ["今年"]
    desk.history.undo()
    assert [one.name for one in desk.saved_views.all()] == ["旧案", "今年"]


def test_a_name_is_needed_and_only_once(desk: Desk) -> None:
    desk.saved_views.save(LATE)
    assert refused(desk, replace(LATE, id="b")) == "已有名为“逾期的”的视图，请换一个名称。"
    assert refused(desk, replace(LATE, name="  ")) == "视图需要一个名称。"
    desk.saved_views.save(replace(LATE, text="拆迁"))
    assert [one.text for one in desk.saved_views.all()] == ["拆迁"]
