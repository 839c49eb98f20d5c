"""The words of catalogues, from resources/catalogue."""

from __future__ import annotations

from functools import cache

from gongkai_desk import resources
from gongkai_desk.domain.catalogue import Mode
from gongkai_desk.domain.catalogue_headings import CatalogueWords
from gongkai_desk.domain.ledger_sheet import key


@cache
def catalogue_words() -> CatalogueWords:
    table = resources.table("catalogue", "headings.toml")
    return CatalogueWords(
        names={
            field: {key(name): rank for rank, name in reversed(list(enumerate(names)))}
            for field, names in table["names"].items()
        },
        contains={field: tuple(map(key, words)) for field, words in table["contains"].items()},
        modes={key(word): Mode(mode) for mode, words in table["modes"].items() for word in words},
        yes=frozenset(word.casefold() for word in table["ticks"]["yes"]),
        no=frozenset(word.casefold() for word in table["ticks"]["no"]),
        options={field: frozenset(map(key, words)) for field, words in table["options"].items()},
        note_starts=tuple(table["notes"]["starts"]),
    )
