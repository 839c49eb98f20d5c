"""What the words in a ledger's cells mean: kinds, channels, ways and outcomes by their synonyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.ledger_layout import FootWords
from gongkai_desk.domain.ledger_sheet import key, key_without_brackets
from gongkai_desk.domain.request import EventKind

_NUMBERING = re.compile(r"^\s*(?:[(（]?[0-9一二三四五六七八九十]+[)）、.．]\s*)+")
_CATEGORIES = {
    "不予公开": "D",
    "无法提供": "U",
    "不予处理": "N",
    "其他处理": "X",
    "不再处理": "X",
}

NO_RESULT = "-"
"""The answer to a question about an outcome: the case stays open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerWords:
    """`values` holds, by category, what the words of `ledger_sheet.key` stand for; `outcomes` the
    codes of outcomes; `open_case` words that say that there is no result yet; `nothing` those that
    stand for an empty cell; `events` the names of events in the column of the case's course.
    """

    values: Mapping[str, Mapping[str, str]]
    outcomes: Mapping[str, str]
    open_case: frozenset[str]
    nothing: frozenset[str]
    foot: FootWords
    events: Mapping[str, EventKind]

    def value(self, category: str, text: str) -> str | None:
        """The value that a word of a category stands for; None when nobody has said."""
        known = self.values[category]
        for tried in (key(text), key_without_brackets(text)):
            if tried in known:
                return known[tried]
        return None

    def outcome(self, *texts: str) -> str | None:
        """The outcome named by the cells, the first one that names any; `NO_RESULT` for a case
        that is open; None when they name none or a group of several.
        """
        for text in texts:
            found = self._outcome(text)
            if found is not None:
                return found
        return self._outcome("".join(texts)) if len(texts) > 1 else None

    def _outcome(self, text: str) -> str | None:
        for tried in _variants(text):
            if tried in self.open_case:
                return NO_RESULT
            if tried in self.outcomes:
                return self.outcomes[tried]
            for category, letter in _CATEGORIES.items():
                rest = tried.removeprefix(category)
                code = self.outcomes.get(_NUMBERING.sub("", rest)) if rest != tried else None
                if code is not None and code.startswith(letter):
                    return code
        return None

    def event_name(self, kind: EventKind) -> str:
        """How an event is called in the column of the case's course."""
        return next(name for name, known in self.events.items() if known is kind)


def _variants(text: str) -> Iterable[str]:
    """The word with its numbering, without it, and without what stands in brackets."""
    plain = unicodedata.normalize("NFKC", text)
    bare = _NUMBERING.sub("", plain)
    return dict.fromkeys(
        word for word in (key(plain), key(bare), key_without_brackets(bare)) if word
    )
