"""When two requests are of the same applicant, and what of a text is worth comparing."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.identity_number import plain_number
from gongkai_desk.domain.request import Applicant, Request

SHORTEST = 4
"""Characters that a text must have before it is compared at all."""

_NO_WORD = re.compile(r"[\W_]+")
_ASKING = re.compile(
    r"依法申请公开|依申请公开|申请公开|请求公开|请公开|公开|政府信息|相关信息|有关信息|的信息|信息|"
    r"关于|申请|请求|贵局|贵单位|你局|你单位|本人|以下|如下|相关|有关|的"
)


class Reason(StrEnum):
    """Why an earlier request is shown while another is entered, the strongest first."""

    SAME_TEXT = "same_text"
    SIMILAR_TEXT = "similar_text"
    SAME_IDENTITY = "same_identity"
    SAME_NAME = "same_name"
    SAME_PHONE = "same_phone"  # of somebody else: an agent, a family, one hand behind several


SAME_APPLICANT = frozenset({Reason.SAME_IDENTITY, Reason.SAME_NAME})
SURELY_ALIKE = 90
"""From this likeness on, of 100, two texts of one applicant are taken for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An earlier request. `score` is the likeness of the texts from 0 to 100."""

    request: Request
    reasons: tuple[Reason, ...]
    score: int

    @property
    def duplicate(self) -> bool:
        """The same applicant asks for the same: it may be the same request come by another way,
        or one that was answered before (第三十六条第（六）项).
        """
        same = not SAME_APPLICANT.isdisjoint(self.reasons)
        return same and self.score >= SURELY_ALIKE


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What tells whether two applicants are one: folded, without blanks."""

    name: str
    identity: str
    phone: str

    def likeness(self, other: Person) -> Reason | None:
        """Two numbers of documents decide; without them the name does while no phone contradicts
        it; a phone alone tells that there is a tie. None: nothing in common.
        """
        phone = bool(self.phone) and self.phone == other.phone
        numbered = bool(self.identity and other.identity)
        if numbered and self.identity == other.identity:
            return Reason.SAME_IDENTITY
        named = bool(self.name) and self.name == other.name
        if named and not numbered and (phone or not (self.phone and other.phone)):
            return Reason.SAME_NAME
        return Reason.SAME_PHONE if phone else None


def person_of(applicant: Applicant) -> Person:
    """The applicant as he is compared."""
    return person(applicant.name, applicant.identity_number, applicant.phone)


def person(name: str, identity: str, phone: str) -> Person:
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", phone))
    return Person(
        name=folded(name), identity=plain_number(identity), phone=digits.removeprefix("86")[-11:]
    )


def folded(text: str) -> str:
    """Letters, digits and characters only, half-width, small."""
    plain = unicodedata.normalize("NFKC", _NO_WORD.sub("", text)).casefold()
    return _NO_WORD.sub("", plain)


def worth_comparing(text: str) -> str:
    """`text` without punctuation and without the words that stand in every request."""
    return _ASKING.sub("", folded(text))


def month_of(request: Request) -> tuple[int, int] | None:
    """The calendar month a request counts in for the fee (国办函〔2020〕109号)."""
    day: dt.date | None = request.received or request.arrived or request.submitted
    return None if day is None else (day.year, day.month)
