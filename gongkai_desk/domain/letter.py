"""Letters of a case (告知书、通知书、函): what one is made of, and what a kept one holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.request import Matter, Service


class FieldShape(StrEnum):
    """How a field of a letter is filled in."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """One blank of a letter. `name` is Chinese and stands in the text as {name}.

    `source` says where the program takes a first value from (a key of
    `letter_values.values_of`), "" when only the officer knows; `default` is the first value where
    there is none. A mandatory field that is empty keeps the letter from being issued. A `statutory`
    one is asked for by the law: an office's own wording cannot leave it out.
    """

    name: str
    shape: FieldShape = FieldShape.LINE
    source: str = ""
    mandatory: bool = True
    statutory: bool = False
    default: str = ""
    hint: str = ""


class Addressee(StrEnum):
    APPLICANT = "applicant"
    CONSULTED = "consulted"  # a third party, a joint maker, another agency
    UNIT = "unit"  # a unit that helps
    FILE = "file"  # for the file only


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """One entry of resources/letters/letters.toml: statutory Chinese, reviewed there.

    `family` is the numbering family, "" for a paper without a number; `basis` the articles;
    `remedy` the remedy paragraph's class; `outcomes` the outcome codes this letter answers,
    `events` the event kinds it belongs to (one with neither can be made at any time); `matter` the
    kind of request it is for. `variant` tells two letters of one title apart in lists.
    `text` is the body with {fields}, one paragraph a line; `slip` a reply slip below it. The lines
    of a `form` read ``item：content`` and are set as a table.
    """

    code: str
    title: str
    variant: str = ""
    family: str
    basis: str
    remedy: Remedy
    addressee: Addressee
    fields: tuple[LetterField, ...]
    text: str
    slip: str = ""
    outcomes: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    matter: Matter = Matter.DISCLOSURE
    form: bool = False

    @property
    def name(self) -> str:
        """What the letter is called in lists: no two kinds share it."""
        return f"{self.title}（{self.variant}）" if self.variant else self.title

    def field(self, name: str) -> LetterField | None:
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFamily:
    """Letters that share one counter a year; `pattern` unless the office has one of its own."""

    code: str
    name: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyTexts:
    """The remedy paragraphs with {复议机关} and {法院} (resources/letters/remedies.toml).

    `first` is class A, `either` class B; `partly` is for 部分公开 whose withheld part falls under
    第十四 to 第十六条: A for that part, B for the rest. One paragraph a line. An office's own text
    is kept as a `LetterWording` with the id ``remedy:first``, ``remedy:either``, ``remedy:partly``.
    """

    first: str
    either: str
    partly: str


class LetterStatus(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is kept.

    While a draft, `values` are the fields as filled in and `number` is empty. Issuing gives the
    next `sequence` of its family and year, sets `number`, freezes `title`, `addressee` and
    `paragraphs`, and stores the files as attachments owned by this id; `digest` is the SHA-256 of
    the PDF. An issued letter is never changed: it is voided with a reason, its number kept, or
    replaced by one whose `replaces` names it. `event_id` is the event it belongs to.
    """

    id: str
    request_id: str
    kind: str  # code of its LetterKind
    status: LetterStatus = LetterStatus.DRAFT
    values: Mapping[str, str] = field(default_factory=dict)
    family: str = ""
    year: int | None = None
    sequence: int | None = None
    number: str = ""
    title: str = ""
    addressee: str = ""
    paragraphs: tuple[str, ...] = ()
    with_calculation: bool = False  # the calculation sheet of the due date is attached
    party_name: str = ""  # the consultation it is for: A, B …
    event_id: str = ""
    dated: dt.date | None = None
    issued_on: dt.date | None = None
    digest: str = ""
    replaces: str = ""
    voided_on: dt.date | None = None
    voided_because: str = ""
    service: Service | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWording:
    """The office's own text of one kind of letter; its id is the kind's code. An office's own
    .docx template is an attachment owned by ``letter-template:CODE``.
    """

    id: str
    text: str
    changed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper:
    """A letter ready to be set, in docx and in pdf alike.

    `letterhead` is the red line of the agency; `number` may be empty while a draft; `slip` the
    paragraphs of a reply slip, its heading first; `contact` the line with address and phone;
    `mark` a word such as 草稿 in the corner. `rows` are the items and contents of a form, whose
    `paragraphs` then hold the same lines as text and which bears no signature, date or contact.
    """

    letterhead: str
    number: str
    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    attachments: tuple[str, ...] = ()
    signature: str = ""
    dated: str = ""
    contact: str = ""
    slip: tuple[str, ...] = ()
    mark: str = ""
    rows: tuple[tuple[str, str], ...] = ()
