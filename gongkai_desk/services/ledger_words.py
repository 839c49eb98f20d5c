"""The words of ledgers, from resources/ledger, the outcomes and the official form."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.ledger_fields import HeadingFinder, LedgerField
from gongkai_desk.domain.ledger_layout import FootWords
from gongkai_desk.domain.ledger_sheet import key
from gongkai_desk.domain.ledger_words import LedgerWords
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    EventKind,
    IdentityKind,
    ServiceWay,
)
from gongkai_desk.i18n import language
from gongkai_desk.services.outcomes import outcomes, row_labels
from gongkai_desk.texts import label

_CATEGORIES: Mapping[str, type[StrEnum] | None] = {
    "applicant_kind": ApplicantKind,
    "channel": Channel,
    "identity_kind": IdentityKind,
    "delivery": Delivery,
    "carrier": CarrierForm,
    "service_way": ServiceWay,
    "extended": None,
}
_OUTCOME_OF_ROW = {3: "OPEN", 13: "U1a"}
"""Rows that hold several outcomes: what the row's own label means."""


def ledger_words() -> LedgerWords:
    """Every word that is understood, those of the interface language among them."""
    return _words(language())


@cache
def _words(_language: str) -> LedgerWords:
    table = resources.table("ledger", "values.toml")
    words = table["words"]
    return LedgerWords(
        values={name: _by_word(table[name]) | _labels(name) for name in _CATEGORIES},
        outcomes=_outcome_words(table),
        open_case=frozenset(map(key, table["open_case"]["open"])),
        nothing=frozenset(words["nothing"]),
        foot=FootWords(exact=frozenset(map(key, words["foot"])), starts=tuple(words["foot_start"])),
        events={key(name): EventKind(kind) for kind, (name, *_) in table["event"].items()},
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {key(word): value for value, words in table.items() for word in words}


def _labels(category: str) -> dict[str, str]:
    """What the program itself calls the values of a category."""
    kind = _CATEGORIES[category]
    return {key(label(value)): value.value for value in kind or () if value.value}


def _outcome_words(table: dict[str, Any]) -> dict[str, str]:
    """Synonyms, then the labels of the official rows, then our own labels, which win."""
    words = _by_word(table["outcome"])
    words |= {key(word): code for word, code in table["outcome_rows"].items()}
    labels = row_labels()
    for outcome in outcomes().values():
        words[key(labels[outcome.row])] = _OUTCOME_OF_ROW.get(outcome.row, outcome.code)
    words |= {key(outcome.label): outcome.code for outcome in outcomes().values()}
    return words


def heading_finder(own: Mapping[str, str]) -> HeadingFinder:
    """Knows the headings of ledgers; `own` are the office's, by the names of their fields."""
    table = resources.table("ledger", "headings.toml")
    headings = {
        LedgerField(name): [*entry["names"], label(LedgerField(name))]
        for name, entry in table.items()
    }
    return HeadingFinder(headings, own)
