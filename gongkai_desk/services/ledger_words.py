"""The words of ledgers, from resources/ledger, the outcomes and the official form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.ledger_fields import HeadingFinder, LedgerField
from gongkai_desk.domain.ledger_layout import FootWords
from gongkai_desk.domain.ledger_sheet import key
from gongkai_desk.domain.ledger_words import LedgerWords
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.outcomes import outcomes, row_labels

_CATEGORIES = (
    "applicant_kind",
    "channel",
    "identity_kind",
    "delivery",
    "carrier",
    "service_way",
    "extended",
)
_OUTCOME_OF_ROW = {3: "OPEN", 13: "U1a"}
"""Rows that hold several outcomes: what the row's own label means."""


@cache
def ledger_words() -> LedgerWords:
    """Every word that is understood."""
    table = resources.table("ledger", "values.toml")
    words = table["words"]
    return LedgerWords(
        values={name: _by_word(table[name]) for name in _CATEGORIES},
        outcomes=_outcome_words(table),
        open_case=frozenset(map(key, table["open_case"]["open"])),
        nothing=frozenset(words["nothing"]),
        foot=FootWords(exact=frozenset(map(key, words["foot"])), starts=tuple(words["foot_start"])),
        events={key(name): EventKind(kind) for kind, (name, *_) in table["event"].items()},
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {key(word): value for value, words in table.items() for word in words}


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
    return HeadingFinder({LedgerField(name): entry["names"] for name, entry in table.items()}, own)
