"""A report's text beside last year's, sentence by sentence, numbers and years set aside.

A text copied from last year with new numbers is 敷衍应付 (国办公开办函〔2021〕30号 holds copied
reports to account). The opening paragraph is a fixed formula and is not compared.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_finding import Finding, Place

ALIKE = 0.9
"""From this ratio on two sentences count as the same."""
_SHORTEST = 10  # characters: shorter sentences are alike by nature
_SHORTEST_COUNT = 16  # one that tells a number: 结转下年度继续办理1件 is said in no other words
_SHARE = 0.5  # of a part's sentences
_SENTENCES = re.compile(r"[^。；;！？!?\n]+")
_SET_ASIDE = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万零〇.,，．%％]+|[\s、“”\"'‘’（）()《》〈〉—－\-:：·]+"
)
_COUNTS = re.compile(r"[0-9０-９][ \u3000]*[件宗]")
_LIST_OF_COUNTS = 2
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A sentence of this year, the nearest of last year's same part, and how near: 0 to 1."""

    now: str
    before: str
    ratio: float

    @property
    def same(self) -> bool:
        return self.ratio >= ALIKE


def sentences(text: str) -> list[str]:
    """The sentences of a text that can be compared: long enough, and no mere list of counts,
    which reads alike every year.
    """
    found = (match[0].strip() for match in _SENTENCES.finditer(text))
    return [sentence for sentence in found if _comparable(sentence)]


def _comparable(sentence: str) -> bool:
    counts = len(_COUNTS.findall(sentence))
    return counts < _LIST_OF_COUNTS and len(core(sentence)) >= (
        _SHORTEST_COUNT if counts else _SHORTEST
    )


def core(sentence: str) -> str:
    """What stays of a sentence without numbers, years and punctuation."""
    return _SET_ASIDE.sub("", sentence)


def compare(now: str, before: str) -> list[Alike]:
    """Every sentence of `now` with its nearest of `before`; the ratio is 0 when none is near."""
    known = [(sentence, core(sentence)) for sentence in sentences(before)]
    cores = {kept: sentence for sentence, kept in known}
    pairs = [(sentence, kept, _pairs(kept)) for sentence, kept in known]
    compared = []
    for sentence in sentences(now):
        kept = core(sentence)
        if kept in cores:
            compared.append(Alike(now=sentence, before=cores[kept], ratio=1.0))
            continue
        compared.append(_nearest(sentence, kept, pairs))
    return compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Of the `total` sentences of a part that can be compared, those that are last year's, as they
    are written now and as they were before.
    """

    now: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    same: int = 0
    total: int = 0


def shared(now: str, before: str) -> Shared:
    """What a part has in common with last year's."""
    compared = compare(now, before)
    same = [each for each in compared if each.same]
    cores = {core(each.before) for each in same}
    return Shared(
        now=frozenset(each.now for each in same),
        before=frozenset(each for each in sentences(before) if core(each) in cores),
        same=len(same),
        total=len(compared),
    )


def sentence_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Every sentence of a text as `sentences` cuts it: where it begins and ends, and its words."""
    for match in _SENTENCES.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words[0])
            yield start, start + len(words), words


def _nearest(sentence: str, kept: str, known: Sequence[tuple[str, str, frozenset[str]]]) -> Alike:
    """Only sentences that share most pairs of characters are looked at closely."""
    own = _pairs(kept)
    best = Alike(now=sentence, before="", ratio=0.0)
    for other, other_kept, other_pairs in known:
        common = 2 * len(own & other_pairs) / (len(own) + len(other_pairs) or 1)
        if common < 0.6:
            continue
        ratio = difflib.SequenceMatcher(None, other_kept, kept, autojunk=False).ratio()
        if ratio > best.ratio:
            best = Alike(now=sentence, before=other, ratio=ratio)
    return best


def _pairs(kept: str) -> frozenset[str]:
    return frozenset(kept[at : at + 2] for at in range(len(kept) - 1))


def copied_from_last_year(texts: Texts, before: Texts) -> Iterator[Finding]:
    """A warning for each part that for half or more is last year's; part five for any sentence."""
    for place, now, then, share in _parts(texts, before):
        compared = compare(now, then)
        same = [each for each in compared if each.same]
        if not same or len(same) < share * len(compared):
            continue
        example = max(same, key=lambda each: each.ratio).now
        short = example if len(example) <= _LONGEST_SHOWN else example[:_LONGEST_SHOWN] + "…"
        yield Finding(
            place=place,
            rule="text",
            code="report-text-copied",
            severity=Severity.WARNING,
            found=len(same),
            values={"count": len(same), "total": len(compared), "example": short},
        )


def _parts(texts: Texts, before: Texts) -> Iterator[tuple[Place, str, str, float]]:
    for at, (now, then) in enumerate(zip(texts.overview, before.overview, strict=True)):
        row = f"（{'一二三四五'[at]}）"
        yield Place(part=1, row=row), now, then or "\n".join(before.overview), _SHARE
    yield Place(part=5), texts.problems, before.problems, 0.0
    yield Place(part=6), texts.other, before.other, _SHARE
