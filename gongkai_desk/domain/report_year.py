"""Sentences for part one of the annual report, each drafted from records of the year and naming
them; for part five what stood in the way of the year's tasks.

The sentences are data (``[records]`` of resources/statutes/report_texts.toml). What nobody
recorded is not written.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.report_drafting import Drafted
from gongkai_desk.domain.year_counts import COUNTED
from gongkai_desk.domain.year_records import EXAMPLE, TITLES, Source, SourceKind, YearRecords

PROBLEMS = 5
"""The `part` of a sentence for part five; 0 to 4 are the sub-parts of part one, 6 is part six."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`name` is its key in the table of sentences, `wordings` the texts it was chosen from."""

    part: int
    name: str
    text: str
    sources: tuple[Source, ...]
    wordings: tuple[str, ...] = ()


class Stand(StrEnum):
    """How a sentence stands in a text."""

    WRITTEN = "written"
    CHANGED = "changed"  # there with other figures
    ABSENT = "absent"


def sentences(records: YearRecords, table: Mapping[str, Any]) -> tuple[Sentence, ...]:
    """What the records tell for part one, in the order of `table` (name -> part and texts)."""
    found = []
    for name, given in table.items():
        told = COUNTED[name](records)
        text = chosen(given["texts"], told.figures)
        if text:
            found.append(
                Sentence(
                    part=given["part"],
                    name=name,
                    text=text.format_map(told.figures),
                    sources=told.sources,
                    wordings=tuple(given["texts"]),
                )
            )
    return tuple(found)


def chosen(texts: Iterable[str], figures: Mapping[str, int | str]) -> str:
    """The first text whose every figure is known and not 0; "" when there is none."""
    return next((text for text in texts if all(figures.get(n, 0) for n in named(text))), "")


def named(text: str) -> frozenset[str]:
    """The figures a text cannot do without."""
    every = (name for _text, name, *_rest in string.Formatter().parse(text) if name)
    return frozenset(name for name in every if name != EXAMPLE)


def hindrances(tasks: Iterable[Task], pattern: str) -> tuple[Sentence, ...]:
    """A line for part five for each task that something stood in the way of."""
    return tuple(
        Sentence(
            part=PROBLEMS,
            name="hindrance",
            text=pattern.format(title=task.title, hindrance=task.hindrance.strip()),
            sources=(Source(kind=SourceKind.TASK, id=task.id, title=task.title),),
        )
        for task in tasks
        if task.hindrance.strip()
    )


def with_sentences(drafted: Drafted, found: Iterable[Sentence]) -> Drafted:
    """The texts drafted from the figures, each followed by what the records tell of it."""
    every = tuple(found)
    overview = tuple(
        text + "".join(each.text for each in every if each.part == part)
        for part, text in enumerate(drafted.texts.overview)
    )
    return replace(drafted, texts=replace(drafted.texts, overview=overview))


def stand(text: str, sentence: Sentence) -> Stand:
    """Whether it stands in `text` word for word (blanks do not count), or as it was once."""
    if "".join(sentence.text.split()) in "".join(text.split()):
        return Stand.WRITTEN
    return Stand.CHANGED if _older(text, sentence) else Stand.ABSENT


def put_into(text: str, sentence: Sentence, joint: str = "") -> str:
    """`text` with the sentence: unchanged where it stands, in place of itself with older figures,
    else after `joint` at the end. Nothing else of the text is touched.
    """
    if stand(text, sentence) is Stand.WRITTEN:
        return text
    older = _older(text, sentence)
    if older is not None:
        return text[: older.start()] + sentence.text + text[older.end() :]
    return (text + joint if text else "") + sentence.text


def _older(text: str, sentence: Sentence) -> re.Match[str] | None:
    """The sentence with other figures, in the fullest wording that is found."""
    for wording in sentence.wordings:
        pieces = re.split(r"(\{\w+\})", wording)
        found = re.search("".join(map(_any_figure, pieces)), text)
        if found:
            return found
    return None


def _any_figure(piece: str) -> str:
    """The pattern of a piece of a wording: a figure may be any figure, a title any."""
    if not piece.startswith("{"):
        return re.escape(piece)
    return r"(?:(?:“[^”]*”|《[^》]*》)+等?)?" if piece[1:-1] in (EXAMPLE, TITLES) else r"\d+"
