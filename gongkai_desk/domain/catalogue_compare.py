"""Two versions of a catalogue side by side, and which items of a file go on with which of ours."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.catalogue import CatalogueItem
from gongkai_desk.domain.ledger_sheet import key

ALIKE = 0.6
"""From this likeness on an item is offered as the same one, changed; the officer decides."""
_BY_PATH = 0.6
"""How much of the likeness is that of the path, when both have a content."""
BETWEEN_LEVELS = " / "
FIELDS = (
    "path", "content", "unit", "limit", "mode", "channels", "responsible", "basis", "level",
    "audience", "duration", "note",
)  # fmt: skip
"""The fields that are compared, in their order on paper."""
_UNTOLD = frozenset({"序号", "编号"})
"""Columns kept beside the fields that say nothing about an item."""


class ChangeKind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """`name` is one of FIELDS or a heading kept in `extra`; before and after as written, a Mode
    as itself.
    """

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """`before` is None for what is new, `after` for what is gone."""

    kind: ChangeKind
    before: CatalogueItem | None
    after: CatalogueItem | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def item(self) -> CatalogueItem:
        item = self.after if self.after is not None else self.before
        assert item is not None
        return item

    @property
    def id(self) -> str:
        return self.item.id


def compare(old: Sequence[CatalogueItem], new: Sequence[CatalogueItem]) -> list[ItemChange]:
    """What `new` does otherwise than `old`, in its order, what is gone last."""
    before = {item.lineage: item for item in old}
    after = {item.lineage: item for item in new}
    moved = _moved(
        [item.lineage for item in old if item.lineage in after],
        [item.lineage for item in new if item.lineage in before],
    )
    changes: list[ItemChange] = []
    for item in new:
        was = before.get(item.lineage)
        if was is None:
            changes.append(ItemChange(kind=ChangeKind.NEW, before=None, after=item))
            continue
        fields = tuple(field_changes(was, item))
        if fields or item.lineage in moved:
            kind = ChangeKind.CHANGED if fields else ChangeKind.MOVED
            changes.append(ItemChange(kind=kind, before=was, after=item, fields=fields))
    gone = (item for item in old if item.lineage not in after)
    changes.extend(ItemChange(kind=ChangeKind.GONE, before=item, after=None) for item in gone)
    return changes


def field_changes(before: CatalogueItem, after: CatalogueItem) -> Iterator[FieldChange]:
    for name in FIELDS:
        was, now = field_value(before, name), field_value(after, name)
        if was != now:
            yield FieldChange(name=name, before=was, after=now)
    for name in dict.fromkeys((*before.extra, *after.extra)):
        was, now = before.extra.get(name, ""), after.extra.get(name, "")
        if was != now and name not in _UNTOLD:
            yield FieldChange(name=name, before=was, after=now)


def field_value(item: CatalogueItem, name: str) -> object:
    """A field as it is compared and shown: text, or a Mode."""
    match name:
        case "path":
            return BETWEEN_LEVELS.join(item.path)
        case "limit":
            return item.limit.text
        case "channels":
            return "、".join(item.channels)
    return getattr(item, name)


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Those of `new` that must be lifted out so that the rest stands as in `old`: the fewest."""
    places = {lineage: place for place, lineage in enumerate(old)}
    order = [places[lineage] for lineage in new]
    tails: list[int] = []
    chain: list[int] = []
    for place in order:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        chain.append(at)
    kept: set[str] = set()
    wanted = len(tails) - 1
    for lineage, at in zip(reversed(new), reversed(chain), strict=True):
        if at == wanted:
            kept.add(lineage)
            wanted -= 1
    return set(new) - kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """`item` is the one of ours that an item of a file goes on with; `sure` when they are the
    same by their words and nothing is to be asked.
    """

    item: CatalogueItem
    sure: bool
    likeness: float = 1.0


def match(old: Sequence[CatalogueItem], new: Sequence[CatalogueItem]) -> dict[str, Match]:
    """For each of `new` (by id) that has one, its partner among `old`; nobody is used twice."""
    found: dict[str, Match] = {}
    left_old, left_new = list(old), list(new)
    for same in (_path_and_content, _path, _title_and_content):
        for one, partner in _pairs(left_old, left_new, same):
            found[one.id] = Match(item=partner, sure=True)
        used = {each.item.id for each in found.values()}
        left_old = [item for item in left_old if item.id not in used]
        left_new = [item for item in left_new if item.id not in found]
    found.update(_alike(left_old, left_new))
    return found


def _path_and_content(item: CatalogueItem) -> Hashable:
    return (*map(key, item.path), "|", key(item.content))


def _path(item: CatalogueItem) -> Hashable:
    return tuple(map(key, item.path))


def _title_and_content(item: CatalogueItem) -> Hashable:
    return (key(item.title), key(item.content)) if item.content else item.id


def _pairs(
    old: Sequence[CatalogueItem], new: Sequence[CatalogueItem], same: object
) -> Iterator[tuple[CatalogueItem, CatalogueItem]]:
    """Those that only one on each side can be; with all of it the same, in their order."""
    assert callable(same)
    by_old: dict[Hashable, list[CatalogueItem]] = defaultdict(list)
    by_new: dict[Hashable, list[CatalogueItem]] = defaultdict(list)
    for items, by in ((old, by_old), (new, by_new)):
        for item in items:
            by[same(item)].append(item)
    for what, ours in by_new.items():
        theirs = by_old.get(what, [])
        if len(ours) == len(theirs) == 1 or (theirs and same is _path_and_content):
            yield from zip(ours, theirs, strict=False)


def _alike(old: Sequence[CatalogueItem], new: Sequence[CatalogueItem]) -> Mapping[str, Match]:
    """Partners by likeness, the most alike first."""
    signs = {id(item): _signs(item) for item in (*old, *new)}
    scored = [
        (score, ours, theirs)
        for ours, one in enumerate(new)
        for theirs, other in enumerate(old)
        if (score := _likeness(signs[id(one)], signs[id(other)])) >= ALIKE
    ]
    scored.sort(key=lambda each: (-each[0], each[1], each[2]))
    found: dict[str, Match] = {}
    used: set[int] = set()
    for score, ours, theirs in scored:
        if new[ours].id not in found and theirs not in used:
            found[new[ours].id] = Match(item=old[theirs], sure=False, likeness=score)
            used.add(theirs)
    return found


_Signs = tuple[frozenset[str], frozenset[str]]


def _signs(item: CatalogueItem) -> _Signs:
    return _twos(key("".join(item.path))), _twos(key(item.content))


def _twos(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(len(text) - 1, 1))) - {""}


def _likeness(one: _Signs, other: _Signs) -> float:
    by_path = _dice(one[0], other[0])
    if not one[1] or not other[1] or _BY_PATH * by_path + 1 - _BY_PATH < ALIKE:
        return by_path if not one[1] or not other[1] else 0.0
    return _BY_PATH * by_path + (1 - _BY_PATH) * _dice(one[1], other[1])


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
