"""The sub-items of part six, each with what the office file tells for it.

Which there are, and their names, follow published reports (law.md 4.8); they are offered, not
required.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.report_year import Sentence
from gongkai_desk.domain.year_records import Source

OTHER = 6
"""The `part` of a sentence for part six."""

MATTERS = ("fees", "implementation", "proposals", "innovation", "others")
"""The sub-items in their order: the names of their headings in report_texts.toml."""

_TOLD_BY = {"proposals": ("proposals",), "innovation": ("new_cases", "new_exchanges")}
"""The sentences of each, by their names in the table of sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A sub-item: its heading without number, the text the office file gives ("" for none), and
    the records behind it.
    """

    name: str
    title: str
    text: str = ""
    sources: tuple[Source, ...] = ()


def matters(
    year: int,
    fees: str,
    implementation: str,
    found: Iterable[Sentence],
    words: Mapping[str, str],
) -> tuple[Matter, ...]:
    """All sub-items in their order."""
    sentences = {each.name: each for each in found if each.part == OTHER}
    texts = {"fees": fees, "implementation": implementation}
    offered = []
    for name in MATTERS:
        own = [sentences[each] for each in _TOLD_BY.get(name, ()) if each in sentences]
        offered.append(
            Matter(
                name=name,
                title=words[f"{name}_heading"].format(year=year),
                text=texts.get(name) or "".join(each.text for each in own),
                sources=tuple(source for each in own for source in each.sources),
            )
        )
    return tuple(offered)
