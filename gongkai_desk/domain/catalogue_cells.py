"""What stands in the cells of a catalogue: ticks, channels, 主动 or 依申请."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai_desk.domain.catalogue import Mode
from gongkai_desk.domain.catalogue_headings import CatalogueWords
from gongkai_desk.domain.ledger_sheet import key

CHECKED, UNCHECKED = "■☑✔✓√▣✅", "□☐▢"
_BOX = re.compile(rf"([{CHECKED}{UNCHECKED}])")
_OPENING, _CLOSING = "(（[［〔【《“", ")）]］〕】》”"
_BETWEEN = "、；;，,\n"
COLON = "："


def is_tick(text: str, words: CatalogueWords) -> bool:
    return _sign(text) in words.yes


def is_no_tick(text: str, words: CatalogueWords) -> bool:
    """Whether a cell says that a choice is not taken: empty, ×, —."""
    return not text.strip() or _sign(text) in words.no


def _sign(text: str) -> str:
    return text.strip().casefold()


def choice_of(heading: str, text: str, words: CatalogueWords) -> str:
    """What a cell below one choice of several says: the choice, the choice with what is written
    there, or "" when it is not taken.
    """
    if is_no_tick(text, words):
        return ""
    if is_tick(text, words):
        return heading
    return f"{heading}{COLON}{text}"


def told_of_choice(heading: str, chosen: tuple[str, ...], tick: str) -> str:
    """What `choice_of` was made of: the tick, the text, or nothing."""
    for one in chosen:
        if one == heading:
            return tick
        if one.startswith(f"{heading}{COLON}"):
            return one.removeprefix(f"{heading}{COLON}")
    return ""


def choices_of(text: str, headings: Sequence[str]) -> tuple[str, ...]:
    """The choices that `choice_of` made and that were joined by 、; what else stands there is
    one more.
    """
    names = "|".join(re.escape(name) for name in sorted(headings, key=len, reverse=True) if name)
    if not names or not text:
        return (text,) if text else ()
    starts = re.compile(rf"、(?=(?:{names})(?:{COLON}|、|$))")
    return tuple(starts.split(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """A list with boxes in one cell: `lead` before the first, then each with whether it is
    ticked.
    """

    lead: str
    choices: tuple[tuple[bool, str], ...]


def boxes_of(text: str) -> Boxes | None:
    """The boxes of a cell such as "■政府网站 □政府公报"; None when it has none with a name."""
    lead, *parts = _BOX.split(text)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    choices = tuple((box in CHECKED, name.strip(" 　\n\t、，,；;")) for box, name in pairs)
    if not choices or not any(name for _on, name in choices):
        return None
    return Boxes(lead=lead.strip(), choices=tuple(one for one in choices if one[1]))


def listed(text: str) -> tuple[str, ...]:
    """The parts of an enumeration; marks inside brackets part nothing."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif sign in _BETWEEN and not depth:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def mode_of(text: str, words: CatalogueWords) -> tuple[Mode, bool]:
    """主动 or 依申请, and whether the cell says just that and no more."""
    plain = key(text)
    if not plain:
        return Mode.UNSAID, True
    if plain in words.modes:
        return words.modes[plain], True
    boxes = boxes_of(text)
    if boxes is not None:
        plain = key("".join(name for on, name in boxes.choices if on))
    on_request = "申请" in plain
    proactive = "主动" in plain
    if on_request and proactive:
        return Mode.BOTH, False
    if on_request:
        return Mode.ON_REQUEST, False
    return (Mode.PROACTIVE if proactive else Mode.UNSAID), False
