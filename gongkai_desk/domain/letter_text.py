"""Letters filled in: the text of a kind, the values of a case, and the paper that comes of both.

The rules of a text, all of them:

- One line is one paragraph; ``{名称}`` is a field. There is nothing else: no conditions, no loops.
- A field that must be filled and is not refuses the letter. Nothing is ever printed blank.
- A paragraph with an optional field that is empty is left out as a whole.
- ``{救济途径}`` stands alone on its line and becomes the remedy paragraphs of the letter's class.
- A value is taken as it is: braces in it are no fields, lines in it become paragraphs. Only a mark
  at its end gives way where the text goes on with a mark of its own (理由：……。).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.letter import (
    Addressee,
    FieldShape,
    LetterField,
    LetterKind,
    LetterPaper,
    RemedyTexts,
)
from gongkai_desk.domain.letter_values import NAMES, OFFICE_NAMES
from gongkai_desk.domain.letter_words import (
    END_MARKS,
    LARGEST_SUM,
    capital_yuan,
    chinese_date,
    read_chinese_date,
)
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import DomainError, Problem, refuse_all

REMEDY = "救济途径"
REMEDY_NAMES = ("复议机关", "法院", "机关名称")
"""The fields that the remedy paragraphs may use."""

ADDRESSED_TO: Mapping[Addressee, str] = {
    Addressee.APPLICANT: "申请人",
    Addressee.CONSULTED: "征求意见对象",
    Addressee.UNIT: "协办单位",
}
"""The field that holds the addressee; a paper for the file has none."""

_FIELD = re.compile(r"\{([^{}\n]+)\}")
_REMEDY_LINE = "{" + REMEDY + "}"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def field_names(text: str) -> tuple[str, ...]:
    """The names of the fields of a text, each once, in their order; the remedy aside."""
    names = dict.fromkeys(found.strip() for found in _FIELD.findall(text))
    return tuple(name for name in names if name != REMEDY)


def fields_of(kind: LetterKind, text: str = "") -> tuple[LetterField, ...]:
    """The fields to fill in for `text` (the kind's own when empty), its slip and its addressee.

    A value the program knows may be used in an office's own text although the kind does not name
    it; it is mandatory then.
    """
    addressee = ADDRESSED_TO.get(kind.addressee)
    names = dict.fromkeys(field_names(f"{text or kind.text}\n{kind.slip}"))
    if addressee:
        names.setdefault(addressee)
    return tuple(kind.field(name) or LetterField(name=name, source=name) for name in names)


def first_values(kind: LetterKind, known: Mapping[str, str], text: str = "") -> dict[str, str]:
    """What the fields of a new draft start with; `known` is what `values_of` gave."""
    return {
        field.name: known.get(field.source, "") or field.default for field in fields_of(kind, text)
    }


def check_wording(kind: LetterKind, text: str) -> list[Problem]:
    """What is wrong with an office's own text of a kind."""
    if not text.strip():
        return [Problem("letter-wording-empty", "text", {"letter": kind.name})]
    problems = _brace_problems(text)
    names = field_names(text)
    for name in names:
        if kind.field(name) is None and name not in NAMES:
            problems.append(Problem("letter-field-unknown", "text", {"name": name}))
    for field in kind.fields:
        if field.statutory and field.name not in names:
            problems.append(_left_out_by_law(kind, field.name))
    return [*problems, *_remedy_line_problems(kind, text)]


def check_remedy(text: str) -> list[Problem]:
    """What is wrong with an office's own text of a remedy paragraph."""
    if not text.strip():
        return [Problem("letter-remedy-empty", "text")]
    names = field_names(text)
    unknown = [name for name in names if name not in REMEDY_NAMES]
    return [
        *_brace_problems(text),
        *(Problem("letter-field-unknown", "text", {"name": name}) for name in unknown),
        *(
            Problem("letter-remedy-field-left-out", "text", {"name": name})
            for name in ("复议机关", "法院")
            if name not in names
        ),
    ]


def check_values(kind: LetterKind, values: Mapping[str, str], text: str = "") -> list[Problem]:
    """What keeps a letter from being made of these values, each problem at its field's name."""
    problems = []
    for field in fields_of(kind, text):
        value = values.get(field.name, "")
        if not _blank(value):
            problems += _shape_problems(field, value)
        elif field.mandatory:
            problems.append(_missing(field.name))
    if kind.remedy is not Remedy.NONE:
        problems += [_missing(name) for name in REMEDY_NAMES[:2] if _blank(values.get(name, ""))]
    if _blank(values.get("机关名称", "")):
        problems.append(_missing("机关名称"))
    problems += _contradictions(kind, values)
    return list({(one.code, one.field): one for one in problems}.values())


def remedy_paragraphs(
    remedy: Remedy, ground: Remedy | None, texts: RemedyTexts, values: Mapping[str, str]
) -> tuple[str, ...]:
    """The remedy of a letter, none for class C.

    `ground` is the class of what was withheld, needed for BY_GROUND only: under 第十四 to 第十六条
    the paragraph of class A for that part stands before class B for the rest, otherwise B alone.
    Raises DomainError naming an authority that is not known, and without the ground.
    """
    match remedy:
        case Remedy.NONE:
            return ()
        case Remedy.RECONSIDERATION_FIRST:
            text = texts.first
        case Remedy.EITHER:
            text = texts.either
        case Remedy.BY_GROUND:
            if ground is None:
                raise DomainError(Problem("letter-ground-missing", "withheld_ground"))
            text = texts.partly if ground is Remedy.RECONSIDERATION_FIRST else texts.either
    return fill(text, values)


def fill(text: str, values: Mapping[str, str], optional: Collection[str] = ()) -> tuple[str, ...]:
    """The paragraphs of `text` with `values` in their places; see the rules above.

    Raises DomainError with one problem for every field that must be filled and is not.
    """
    return _paragraphs(_filled(text, values, optional))


def compose(
    kind: LetterKind,
    values: Mapping[str, str],
    remedies: RemedyTexts,
    *,
    text: str = "",
    ground: Remedy | None = None,
    number: str = "",
    dated: dt.date | None = None,
    letterhead: str = "",
    attachments: Sequence[str] = (),
    mark: str = "",
) -> LetterPaper:
    """The letter, ready to be set. `values` are the known ones with those of the draft over them.

    `text` is the office's own wording, "" for ours; `ground` as in `remedy_paragraphs`. Raises
    DomainError naming every field that is missing, unknown or not of its shape.
    """
    wording = text or kind.text
    refuse_all(
        (
            *check_values(kind, values, wording),
            *_unknown(kind, wording, values),
            *_remedy_line_problems(kind, wording),
        )
    )
    shown = _as_printed(kind, wording, values)
    optional = {field.name for field in fields_of(kind, wording) if not field.mandatory}
    remedy = remedy_paragraphs(kind.remedy, ground, remedies, values)
    before, _line, after = wording.partition(_REMEDY_LINE)
    lines = [*_filled(before, shown, optional), *remedy, *_filled(after, shown, optional)]
    office, addressee = shown["机关名称"].strip(), ADDRESSED_TO.get(kind.addressee)
    tells_contact = "联系方式" in field_names(wording)
    return LetterPaper(
        letterhead=letterhead.strip() or office,
        number=number,
        title=f"{office}{kind.title}",
        addressee=f"{shown[addressee].strip()}：" if addressee else "",
        paragraphs=_paragraphs(lines),
        attachments=tuple(attachments),
        signature="" if kind.form else office,
        dated="" if kind.form else chinese_date(dated),
        contact="" if kind.form or tells_contact else values.get("联系方式", "").strip(),
        slip=fill(kind.slip, shown, optional),
        mark=mark,
        rows=_rows(lines) if kind.form else (),
    )


def _filled(text: str, values: Mapping[str, str], optional: Collection[str]) -> list[str]:
    """The lines of `text` that are printed; a value may bring further lines into one."""
    kept = [
        line.strip()
        for line in text.splitlines()
        if line.strip() and not _left_out(line, values, optional)
    ]
    names = field_names("\n".join(kept))
    missing = [name for name in names if _blank(values.get(name, ""))]
    if missing:
        raise DomainError(*(_missing(name) for name in missing))
    return [_FIELD.sub(lambda found: _value(found, values), line) for line in kept]


def _left_out(line: str, values: Mapping[str, str], optional: Collection[str]) -> bool:
    return any(name in optional and _blank(values.get(name, "")) for name in field_names(line))


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    value = values[found[1].strip()].strip()
    if found.string[found.end() : found.end() + 1] in tuple(END_MARKS):
        value = value.rstrip(END_MARKS).rstrip()
    return value


def _paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    every = (part.strip() for line in lines for part in line.splitlines())
    return tuple(part for part in every if part)


def _rows(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    parts = (line.partition("：") for line in lines)
    return tuple((item.strip(), content.strip()) for item, _colon, content in parts)


def _as_printed(kind: LetterKind, text: str, values: Mapping[str, str]) -> dict[str, str]:
    """The values with dates as a letter writes them."""
    shown = dict(values)
    for field in fields_of(kind, text):
        value = shown.get(field.name, "")
        if field.shape is FieldShape.DATE and not _blank(value):
            shown[field.name] = chinese_date(read_chinese_date(value))
    return shown


def _blank(value: str) -> bool:
    """Nothing, or nothing but marks and blanks."""
    return all(sign.isspace() or sign in END_MARKS for sign in value)


def _missing(name: str) -> Problem:
    code = "letter-office-field-missing" if name in OFFICE_NAMES else "letter-field-missing"
    return Problem(code, name, {"name": name})


def _left_out_by_law(kind: LetterKind, name: str) -> Problem:
    if not kind.basis:  # an answer no article names, as to a wish for confirmation
        return Problem("letter-field-left-out-practice", "text", {"name": name})
    return Problem("letter-field-left-out", "text", {"name": name, "basis": kind.basis})


def _unknown(kind: LetterKind, text: str, values: Mapping[str, str]) -> list[Problem]:
    return [
        Problem("letter-field-unknown", name, {"name": name})
        for name in field_names(f"{text}\n{kind.slip}")
        if kind.field(name) is None and name not in NAMES and name not in values
    ]


def _shape_problems(field: LetterField, value: str) -> list[Problem]:
    values = {"name": field.name, "value": value.strip()}
    if field.shape is FieldShape.DATE and read_chinese_date(value) is None:
        return [Problem("letter-date-unreadable", field.name, values)]
    if field.shape is FieldShape.NUMBER and not _NUMBER.fullmatch(value.strip()):
        return [Problem("letter-number-unreadable", field.name, values)]
    return []


def _contradictions(kind: LetterKind, values: Mapping[str, str]) -> list[Problem]:
    """Numbers of a letter that the law or another number of it forbids."""
    problems = []
    amount, words = values.get("收费金额", "").strip(), values.get("收费金额大写", "").strip()
    if kind.field("收费金额大写") and words and amount.isdecimal():
        right = capital_yuan(min(int(amount), LARGEST_SUM))
        if words != right:
            told = {"amount": amount, "words": words, "right": right}
            problems.append(Problem("letter-sum-differs", "收费金额大写", told))
    days = values.get("延长工作日数", "").strip()
    if kind.field("延长工作日数") and days.isdecimal():
        longest = PERIODS.longest_extension
        if not 1 <= int(days) <= longest:
            told = {"days": days, "longest": str(longest)}
            problems.append(Problem("extension-out-of-range", "延长工作日数", told))
    return problems


def _brace_problems(text: str) -> list[Problem]:
    """A brace that is not part of a field is a slip in typing one."""
    return [
        Problem("letter-brace-open", "text", {"line": number, "text": line.strip()})
        for number, line in enumerate(text.splitlines(), start=1)
        if set("{}") & set(_FIELD.sub("", line))
    ]


def _remedy_line_problems(kind: LetterKind, text: str) -> list[Problem]:
    alone = sum(line.strip() == _REMEDY_LINE for line in text.splitlines())
    every = text.count(_REMEDY_LINE)
    if kind.remedy is Remedy.NONE:
        return [Problem("letter-remedy-unwanted", "text", {"letter": kind.name})] if every else []
    if alone == every == 1:
        return []
    return [Problem("letter-remedy-line", "text", {"letter": kind.name})]
