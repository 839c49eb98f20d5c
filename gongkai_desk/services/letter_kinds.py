"""The kinds of letters, their numbers and their remedies, from resources/letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.letter import (
    Addressee,
    FieldShape,
    LetterField,
    LetterKind,
    NumberFamily,
    RemedyTexts,
)
from gongkai_desk.domain.letter_text import ADDRESSED_TO, field_names
from gongkai_desk.domain.letter_values import NAMES
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.request import EventKind, Matter

_FOLDER = "letters"


@cache
def letter_kinds() -> Mapping[str, LetterKind]:
    """Every kind by its code, in the order of resources/letters/letters.toml."""
    known = {one["name"]: one for one in resources.table(_FOLDER, "fields.toml")["field"]}
    entries = resources.table(_FOLDER, "letters.toml")["letter"]
    return MappingProxyType({entry["code"]: _kind(entry, known) for entry in entries})


def kinds_for_outcome(code: str) -> tuple[LetterKind, ...]:
    """The letters that tell this outcome, the suggested one first; () for an unknown code."""
    return tuple(kind for kind in letter_kinds().values() if code in kind.outcomes)


def kinds_for_event(kind: EventKind) -> tuple[LetterKind, ...]:
    """The letters that belong to this kind of event; () where the law asks for none."""
    return tuple(one for one in letter_kinds().values() if kind.value in one.events)


def kinds_for_any_time() -> tuple[LetterKind, ...]:
    """The letters that belong to no event and no outcome."""
    return tuple(one for one in letter_kinds().values() if not one.events and not one.outcomes)


@cache
def families() -> Mapping[str, NumberFamily]:
    """The numbering families by code."""
    entries = resources.table(_FOLDER, "families.toml")["family"]
    every = (NumberFamily(**entry) for entry in entries)
    return MappingProxyType({family.code: family for family in every})


@cache
def remedies() -> RemedyTexts:
    """Our own remedy paragraphs; an office's own ones stand in their place."""
    return RemedyTexts(
        **{name: text.strip() for name, text in resources.table(_FOLDER, "remedies.toml").items()}
    )


def _kind(entry: Mapping[str, Any], known: Mapping[str, Mapping[str, str]]) -> LetterKind:
    addressee = Addressee(entry["addressee"])
    return LetterKind(
        code=entry["code"],
        title=entry["title"],
        variant=entry.get("variant", ""),
        family=entry["family"],
        basis=entry["basis"],
        remedy=Remedy(entry["remedy"]),
        addressee=addressee,
        fields=tuple(_fields(entry, addressee, known)),
        text=entry["text"].strip(),
        slip=entry.get("slip", "").strip(),
        outcomes=tuple(entry.get("outcomes", ())),
        events=tuple(entry.get("events", ())),
        matter=Matter(entry.get("matter", Matter.DISCLOSURE.value)),
        form=entry.get("form", False),
    )


def _fields(
    entry: Mapping[str, Any], addressee: Addressee, known: Mapping[str, Mapping[str, str]]
) -> Iterator[LetterField]:
    """The fields of the text, the slip and the addressee, as fields.toml describes them."""
    text = f"{entry['text']}\n{entry.get('slip', '')}"
    for name in dict.fromkeys((*field_names(text), ADDRESSED_TO.get(addressee, ""))):
        if not name:
            continue
        told = known.get(name, {})
        yield LetterField(
            name=name,
            shape=FieldShape(told.get("shape", FieldShape.LINE.value)),
            source=told.get("source", name if name in NAMES else ""),
            mandatory=name not in entry.get("optional", ()),
            statutory=name in entry.get("statutory", ()),
            default=told.get("default", ""),
            hint=told.get("hint", ""),
        )
