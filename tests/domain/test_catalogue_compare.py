"""Two versions compared, and items of a file matched with ours."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.catalogue import CatalogueItem, Mode
from gongkai_desk.domain.catalogue_compare import ChangeKind, compare, match
from gongkai_desk.domain.catalogue_limits import read_limit


def item(name: str, position: int = 1, content: str = "", lineage: str = "") -> CatalogueItem:
    return CatalogueItem(
        id=f"{name}-{position}", version_id="v", lineage=lineage or name, position=position,
        path=("大类", name), content=content,
    )  # fmt: skip


def kinds(old: list[CatalogueItem], new: list[CatalogueItem]) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.item.title) for change in compare(old, new)]


def test_new_gone_and_changed_field_by_field() -> None:
    old = [item("甲"), item("乙"), item("丙")]
    changed = replace(
        old[1], limit=read_limit("3个工作日内"), mode=Mode.BOTH, channels=("网站",),
        path=("大类", "乙改"), extra={"保存": "永久", "序号": "9"},
    )  # fmt: skip
    new = [old[0], changed, item("丁")]
    assert kinds(old, new) == [
        (ChangeKind.CHANGED, "乙改"), (ChangeKind.NEW, "丁"), (ChangeKind.GONE, "丙"),
    ]  # fmt: skip
    fields = {one.name: (one.before, one.after) for one in compare(old, new)[0].fields}
    assert fields == {
        "path": ("大类 / 乙", "大类 / 乙改"), "limit": ("", "3个工作日内"),
        "channels": ("", "网站"),
        "mode": (Mode.PROACTIVE, Mode.BOTH), "保存": ("", "永久"),
    }  # fmt: skip


def test_the_fewest_that_changed_their_place_are_moved() -> None:
    old = [item("甲"), item("乙"), item("丙"), item("丁")]
    assert kinds(old, [old[3], old[0], old[1], old[2]]) == [(ChangeKind.MOVED, "丁")]
    assert kinds(old, [old[0], item("新"), old[1], old[2], old[3]]) == [(ChangeKind.NEW, "新")]


@given(st.permutations(range(6)))
@settings(max_examples=50, deadline=None)
def test_the_unmoved_stand_in_their_old_order(order: list[int]) -> None:
    old = [item(str(n)) for n in range(6)]
    moved = {change.item.title for change in compare(old, [old[n] for n in order])}
    stayed = [n for n in order if str(n) not in moved]
    assert stayed == sorted(stayed)
    assert not moved or order != sorted(order)


def test_the_same_by_path_and_content_or_by_path_is_sure() -> None:
    old = [item("机构职能", 1, "职能"), item("领导信息", 2, "姓名")]
    new = [item("机构职能", 3, "职能"), item("领导信息", 4, "姓名、分工、照片")]
    found = match(old, new)
    assert {key: (one.item.id, one.sure) for key, one in found.items()} == {
        "机构职能-3": ("机构职能-1", True), "领导信息-4": ("领导信息-2", True),
    }  # fmt: skip


def test_what_is_only_alike_is_asked() -> None:
    old = [item("政府信息公开年度报告", 1), item("财政预算", 2)]
    new = [item("政府信息公开工作年度报告", 3), item("行政处罚", 4)]
    found = match(old, new)
    assert set(found) == {"政府信息公开工作年度报告-3"}
    assert not found["政府信息公开工作年度报告-3"].sure


def test_items_of_one_path_are_told_apart_by_their_content() -> None:
    old = [item("甲", 1, "名称"), item("甲", 2, "地址")]
    new = [item("甲", 3, "地址"), item("甲", 4, "名称")]
    found = match(old, new)
    assert (found["甲-3"].item.id, found["甲-4"].item.id) == ("甲-2", "甲-1")


def test_nobody_is_used_twice() -> None:
    old = [item("甲", 1, "名称")]
    new = [item("甲", 2, "名称"), item("甲", 3, "名称")]
    assert len(match(old, new)) == 1
