"""The columns a catalogue may have, and how they are found by their headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain.catalogue import Mode
from gongkai_desk.domain.ledger_sheet import key, key_without_brackets, letters


class CatalogueField(StrEnum):
    """What a column says."""

    SEQUENCE = "sequence"
    LEVEL_1 = "level_1"
    LEVEL_2 = "level_2"
    LEVEL_3 = "level_3"
    UNIT = "unit"
    CONTENT = "content"
    BASIS = "basis"
    LIMIT = "limit"
    MODE = "mode"
    CHANNELS = "channels"
    RESPONSIBLE = "responsible"
    LEVEL = "level"
    AUDIENCE = "audience"
    DURATION = "duration"
    NOTE = "note"


LEVELS = (CatalogueField.LEVEL_1, CatalogueField.LEVEL_2, CatalogueField.LEVEL_3)
OPTIONAL = frozenset(
    {
        CatalogueField.MODE,
        CatalogueField.CHANNELS,
        CatalogueField.AUDIENCE,
        CatalogueField.LEVEL,
    }
)
"""May be a group of columns, one for each choice, with ticks below."""

_ITEM = "item"
_NUMBERS = {"一": 0, "1": 0, "大": 0, "二": 1, "2": 1, "中": 1, "三": 2, "3": 2}
_NUMBERED = re.compile(r"([一二三123])级|^level([123])$|^([大中])类$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueWords:
    """The words of catalogues, from resources/catalogue: names of columns by field (`item` for
    the levels), words that a heading may contain, what stands in cells. All as `key` makes them,
    save `note_starts`.
    """

    names: Mapping[str, Mapping[str, int]]
    contains: Mapping[str, Sequence[str]]
    modes: Mapping[str, Mode]
    yes: frozenset[str]
    no: frozenset[str]
    options: Mapping[str, frozenset[str]]
    note_starts: tuple[str, ...]

    def field_of(self, heading: str, *, exact: bool = False) -> str:
        """The field a heading names, "" for none; `exact` leaves out what only contains it."""
        for name in (key(heading), key_without_brackets(heading)):
            ranked = [(ranks[name], field) for field, ranks in self.names.items() if name in ranks]
            if name and ranked:
                return min(ranked)[1]
        if exact:
            return ""
        plain = key(heading)
        return next(
            (f for f, words in self.contains.items() if any(word in plain for word in words)), ""
        )

    def rank(self, field: str, heading: str) -> int:
        """How telling a heading is for a field: 0 the most; those that only contain a word last."""
        ranks = self.names.get(field, {})
        return ranks.get(key(heading), ranks.get(key_without_brackets(heading), len(ranks)))

    def is_option(self, heading: str) -> bool:
        """Whether a heading is one of the choices below another, such as 网站 below 公开渠道."""
        plain = key(heading)
        levels = self.names.get(_ITEM, {})
        numbered = plain in levels and _NUMBERED.search(plain) is not None
        return numbered or any(plain in known for known in self.options.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueColumn:
    """One column, counted from 0. `group` is the heading over its own. `field` None: kept as it
    is under its own heading. `option`: a tick below chooses what `heading` names.
    """

    index: int
    heading: str
    group: str = ""
    field: CatalogueField | None = None
    option: bool = False
    samples: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        return letters(self.index)

    @property
    def title(self) -> str:
        """The heading after that of its group; the letters of the column when it has none."""
        return " ".join(part for part in (self.group, self.heading) if part) or self.letters


def assign(
    titles: Sequence[tuple[str, str]],
    words: CatalogueWords,
    values: Callable[[int], Sequence[str]],
) -> list[CatalogueColumn]:
    """The columns of these (group, heading) pairs; ("", "") is none. `values` gives the texts
    below a column: they decide what 公开方式 means.
    """
    columns = []
    for index, (group, heading) in enumerate(titles):
        if group or heading:
            field, option = _field(group, heading, words)
            if field == CatalogueField.MODE and not option:
                field = mode_or_channels(values(index), words)
            columns.append((index, group, heading, field, option))
    if not any(field == _ITEM for _i, _g, _h, field, _o in columns):
        columns = [
            (i, g, h, _ITEM if field == CatalogueField.CONTENT else field, option)
            for i, g, h, field, option in columns
        ]
    return _numbered(_once(columns, words))


_Found = tuple[int, str, str, str, bool]


def _field(group: str, heading: str, words: CatalogueWords) -> tuple[str, bool]:
    """The field ("" for none) of a column and whether it is one choice of several."""
    over = words.field_of(group) if group else ""
    if over == _ITEM:
        return _ITEM, False
    if over in OPTIONAL:
        if not heading:
            return "", False
        plain = key(heading)
        if over == CatalogueField.MODE and plain not in words.modes:
            return CatalogueField.CHANNELS.value, True
        return over, True
    own = words.field_of(heading)
    return own or over, False


def mode_or_channels(values: Sequence[str], words: CatalogueWords) -> str:
    """What 公开方式 means: 主动 or 依申请 when most cells say so, else the channel."""
    filled = [key(value) for value in values if value]
    modes = sum(value in words.modes for value in filled)
    return (CatalogueField.CHANNELS if 2 * modes < len(filled) else CatalogueField.MODE).value


def _once(columns: list[_Found], words: CatalogueWords) -> list[_Found]:
    """The same with every plain field in one column only: that of the most telling heading. A
    second 公开主体 (责任主体) is the 责任, a second 公开方式 the channel.
    """
    instead = {"unit": "responsible", "mode": "channels"}
    taken: set[str] = set()
    kept: list[_Found] = []
    for index, group, heading, field, option in sorted(
        columns, key=lambda one: (words.rank(one[3], one[2]), one[0])
    ):
        own = field
        if field and field != _ITEM and not option:
            if own in taken:
                own = instead.get(own, "")
            own = "" if own in taken else own
            taken.add(own)
        kept.append((index, group, heading, own, option))
    return sorted(kept)


def _numbered(columns: list[_Found]) -> list[CatalogueColumn]:
    """The levels of 公开事项 by their numbers or their order; a fourth one is none."""
    made, at = [], 0
    for index, group, heading, field, option in columns:
        known: CatalogueField | None = None
        if field == _ITEM:
            said = _NUMBERED.search(key(heading))
            if said is not None:
                sign = next(part for part in said.groups() if part)
                at = max(at, _NUMBERS[sign])
            known = LEVELS[at] if at < len(LEVELS) else None
            at += 1
        elif field:
            known = CatalogueField(field)
        made.append(
            CatalogueColumn(index=index, heading=heading, group=group, field=known, option=option)
        )
    return _from_the_first(made)


def _from_the_first(columns: list[CatalogueColumn]) -> list[CatalogueColumn]:
    """二级 without 一级 is the first level of this table."""
    present = sorted({c.field for c in columns if c.field in LEVELS}, key=LEVELS.index)
    moved = {field: LEVELS[place] for place, field in enumerate(present)}
    return [replace(c, field=moved.get(c.field, c.field)) if c.field else c for c in columns]
