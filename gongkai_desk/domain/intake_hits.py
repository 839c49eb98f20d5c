"""Where in pasted text a label stands, and which piece of text is its value.

Four ways of writing are known: `label: value` (several in a line, too), cells of a table pasted
with tabs, labels set apart by blanks only (scanned forms), and a row of labels over a row of
values. A label whose own line is empty takes the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai_desk.domain.intake_flat import Cell, FoldedText
from gongkai_desk.domain.intake_labels import (
    ADDRESS,
    AGENT,
    AGENT_IDENTITY,
    CONTACT,
    EMAIL,
    FIELD_OF,
    IDENTITY,
    IDENTITY_KIND,
    KIND,
    LABEL,
    LONG,
    NAME,
    NOTHING,
    PHONE,
    POSTCODE,
    SUBJECT,
    Section,
    compact,
    section_of,
)
from gongkai_desk.domain.patterns import LazyPattern

_EDGE = r"(?<![^\s,;:.。、()\[\]【】*>|!?])"
_NUMBERING = r"(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、] ?)?"
_OWNER = r"(?:您的|您|本人的?|我的|申请人的?)?"
_WITH_COLON = LazyPattern(
    rf"{_EDGE}{_NUMBERING}{_OWNER}(?P<label>{LABEL}) ?(?:\([^()\n]{{0,24}}\) ?)?\*? ?:",
    re.IGNORECASE,
)
_BY_BLANKS = LazyPattern(rf"(?<!\S){_OWNER}(?P<label>{LABEL})(?= |$)", re.IGNORECASE)
_WHOLE = LazyPattern(
    rf"{_NUMBERING}\*? ?{_OWNER}(?P<label>{LABEL}) ?(?:\([^()\n]{{0,24}}\))?\*?", re.IGNORECASE
)
_STOP = LazyPattern(
    r"^[ \t]*(?:此致|特此申请|特此|敬礼|谢谢|感谢|顺祝|祝好|盼复|-{2,}[ \t]*$|发自|附件[:： ]|"
    r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[ \t]*$|填表说明|注[:：])",
    re.MULTILINE,
)
_LONGEST = 4_000
_LONGEST_IN_LINE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A label: its `words`, what stands before them, and its value from `value` to at most `end`,
    all as places in the folded text.
    """

    field: str
    label: str
    start: int
    words: tuple[int, int]
    value: int
    end: int
    colon: bool = False


def labelled(folded: FoldedText) -> list[Hit]:
    """Every label with its stretch of text, in order; those of no field are left out."""
    raw = list(_in_sections(folded))
    kept = [hit for place, hit in enumerate(raw) if not _is_value(raw, place)]
    ended = [_ended(folded, hit, kept[place + 1 :]) for place, hit in enumerate(kept)]
    return [hit for hit in ended if hit.field != NOTHING and hit.end > hit.value]


def _is_value(hits: list[Hit], place: int) -> bool:
    """证件名称 身份证: the second label is the value of the first."""
    if place == 0 or hits[place].colon:
        return False
    before = hits[place - 1]
    return before.field == IDENTITY_KIND and hits[place].label in ("身份证", "护照号码")


def _in_sections(folded: FoldedText) -> Iterator[Hit]:
    """The labels as they stand, with the field that their part of the form gives them."""
    section, asked = Section.ANY, False
    over: list[Hit] = []
    for start, end in folded.lines():
        under, over = over, []
        if under and not _label_cells(folded, start, end):
            yield from _zipped(folded, under, start, end)
            continue
        found = list(_of_line(folded, start, end))
        for hit in found:
            begun = section_of(hit.label) if hit.field == NOTHING else None
            if begun is not None:
                section = begun
                if asked and hit.field == NOTHING:
                    continue  # 申请人类型 公民: the word is the value
            placed = replace(hit, field=_placed(hit, section))
            asked = placed.field == KIND
            yield placed
        over = _row_of_labels(folded, start, end, section)


def _of_line(folded: FoldedText, start: int, end: int) -> Iterator[Hit]:
    cells = folded.cells(start, end)
    colons = list(_WITH_COLON.finditer(folded.text, start, end))
    if len(cells) == 1 and not colons:
        yield from _apart(folded, cells[0])
        return
    for cell in cells:
        within = [one for one in colons if cell.start <= one.start() < cell.end]
        if within:
            yield from (_hit(one, colon=True) for one in within)
        else:
            yield from _bare(folded, cell)


def _hit(found: re.Match[str], *, colon: bool = False) -> Hit:
    label = compact(found["label"])
    return Hit(
        field=FIELD_OF.get(label, NOTHING),
        label=label,
        start=found.start(),
        words=found.span("label"),
        value=found.end(),
        end=len(found.string),
        colon=colon,
    )


def _bare(folded: FoldedText, cell: Cell) -> Iterator[Hit]:
    """A cell that is nothing but a label, or the title of a part of the form."""
    words = folded.text[cell.start : cell.end]
    if section_of(words) is not None:
        yield Hit(
            field=NOTHING,
            label=words,
            start=cell.start,
            words=(cell.start, cell.end),
            value=cell.end,
            end=cell.end,
        )
        return
    found = _WHOLE.fullmatch(folded.text, cell.start, cell.end)
    if found:
        yield _hit(found)


def _apart(folded: FoldedText, cell: Cell) -> Iterator[Hit]:
    """A line without tabs and colons: labels and values are set apart by blanks only."""
    whole = list(_bare(folded, cell))
    if whole:
        yield from whole
        return
    found = list(_BY_BLANKS.finditer(folded.text, cell.start, cell.end))
    if found and found[0].start() == cell.start and cell.end - cell.start <= _LONGEST_IN_LINE:
        yield from (_hit(one) for one in found)


def _placed(hit: Hit, section: Section) -> str:
    """The field of a label, which its part of the form may change."""
    if section is Section.AGENT:
        of_agent = {NAME: AGENT, IDENTITY: AGENT_IDENTITY, CONTACT: AGENT, IDENTITY_KIND: NOTHING}
        lost = (PHONE, EMAIL, ADDRESS, POSTCODE)
        return NOTHING if hit.field in lost else of_agent.get(hit.field, hit.field)
    if section is Section.WISH and hit.label == "名称":
        return SUBJECT
    if section is Section.ORGANISATION and hit.label == "姓名":
        return CONTACT
    return hit.field


def _ended(folded: FoldedText, hit: Hit, later: list[Hit]) -> Hit:
    """The hit with the end of its value: the next label, the end of the line or of the text."""
    limit = later[0].start if later else len(folded.text)
    if hit.end < len(folded.text):
        return hit
    if hit.field in LONG:
        return _trimmed(folded, hit, _long_end(folded, hit.value, limit))
    within = _trimmed(folded, hit, min(limit, folded.line_end(hit.value)))
    if within.end > within.value:
        return within
    after = folded.line_end(hit.value) + 1
    if after >= limit:
        return within
    return _trimmed(folded, replace(hit, value=after), min(limit, folded.line_end(after)))


def _trimmed(folded: FoldedText, hit: Hit, end: int) -> Hit:
    """Only what is written: of several cells the first, of a long value all lines."""
    if hit.field not in LONG:
        cells = folded.cells(hit.value, end)
        if not cells:
            return replace(hit, end=hit.value)
        return replace(hit, value=cells[0].start, end=cells[0].end)
    first, last = folded.stripped(hit.value, end)
    return replace(hit, value=first, end=last)


def _long_end(folded: FoldedText, start: int, limit: int) -> int:
    stop = _STOP.search(folded.text, folded.line_end(start), limit)
    return min(limit, start + _LONGEST, stop.start() if stop else limit)


def _label_cells(folded: FoldedText, start: int, end: int) -> list[Hit]:
    return [hit for cell in folded.cells(start, end) for hit in _bare(folded, cell)]


def _row_of_labels(folded: FoldedText, start: int, end: int, section: Section) -> list[Hit]:
    """The cells of a row that holds labels only, in their columns; empty for any other row."""
    cells = folded.cells(start, end, empty=True)
    row = [next(_bare(folded, cell), None) for cell in cells]
    if len(cells) < 2 or any(hit is None or section_of(hit.label) is not None for hit in row):
        return []
    return [replace(hit, field=_placed(hit, section)) for hit in row if hit is not None]


def _zipped(folded: FoldedText, labels: list[Hit], start: int, end: int) -> Iterator[Hit]:
    cells = folded.cells(start, end, empty=True)
    for hit, cell in zip(labels, cells, strict=False):
        if cell.end > cell.start:
            yield replace(hit, start=cell.start, value=cell.start, end=cell.end)
