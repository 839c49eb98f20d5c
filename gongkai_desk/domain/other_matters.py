"""The sub-items of part six, each with what the office file tells for it.

Which there are, and their names, follow published reports (law.md 4.8); they are offered, not
required.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.report_year import Sentence, Stand, put_into, stand
from gongkai_desk.domain.sub_headings import titles, with_section
from gongkai_desk.domain.year_records import Source

OTHER = 6
"""The `part` of a sentence for part six."""

MATTERS = ("fees", "implementation", "proposals", "innovation", "others")
"""The sub-items in their order: the names of their headings in report_texts.toml."""

_TOLD_BY = {"proposals": ("proposals",), "innovation": ("new_cases", "new_exchanges")}
"""The sentences of each, by their names in the table of sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A sub-item: its heading without number, and the sentences the office file gives."""

    name: str
    title: str
    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """What the office file tells, "" for nothing."""
        return "".join(each.text for each in self.sentences)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(source for each in self.sentences for source in each.sources)


def matters(
    year: int,
    fees: str,
    implementation: str,
    found: Iterable[Sentence],
    words: Mapping[str, str],
) -> tuple[Matter, ...]:
    """All sub-items in their order."""
    texts = {"fees": fees, "implementation": implementation}
    wordings = {"fees": (words["fees_with_sums"], words["fees"])}
    sentences = {each.name: each for each in found if each.part == OTHER} | {
        name: Sentence(
            part=OTHER, name=name, text=text, sources=(), wordings=wordings.get(name, ())
        )
        for name, text in texts.items()
        if text
    }
    return tuple(
        Matter(
            name=name,
            title=words[f"{name}_heading"].format(year=year),
            sentences=tuple(
                sentences[each] for each in _TOLD_BY.get(name, (name,)) if each in sentences
            ),
        )
        for name in MATTERS
    )


def stand_of(text: str, matter: Matter) -> Stand:
    """How a sub-item stands in a text: its heading with all that the office file tells, the same
    with older figures, or not yet.
    """
    if matter.title not in titles(text):
        return Stand.ABSENT
    stands = {stand(text, each) for each in matter.sentences}
    if Stand.CHANGED in stands:
        return Stand.CHANGED
    return Stand.ABSENT if Stand.ABSENT in stands else Stand.WRITTEN


def put_matter(text: str, matter: Matter, offered: Iterable[Matter]) -> str:
    """`text` with a sub-item under its own heading, in the order of `offered`; sentences with older
    figures are brought up to date where they stand. Other words stay.
    """
    for each in matter.sentences:
        if stand(text, each) is Stand.CHANGED:
            text = put_into(text, each)
    absent = "".join(one.text for one in matter.sentences if stand(text, one) is Stand.ABSENT)
    body = absent if matter.title in titles(text) else matter.text
    return with_section(text, matter.title, body, {each.title: each.text for each in offered})
