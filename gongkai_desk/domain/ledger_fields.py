"""The columns a ledger of requests may have, and how they are found by their headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.ledger_sheet import key, key_without_brackets, letters


class LedgerField(StrEnum):
    """What a column says. The values are the names that the command line prints."""

    NUMBER = "number"
    PLATFORM_NUMBER = "platform_number"
    RECEIVED = "received"
    ARRIVED = "arrived"
    SUBMITTED = "submitted"
    APPLICANT = "applicant"
    APPLICANT_KIND = "applicant_kind"
    CO_APPLICANTS = "co_applicants"
    IDENTITY_KIND = "identity_kind"
    IDENTITY_NUMBER = "identity_number"
    LEGAL_REPRESENTATIVE = "legal_representative"
    CONTACT_PERSON = "contact_person"
    AGENT_NAME = "agent_name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CONTACT = "contact"
    SUBJECT = "subject"
    DESCRIPTION = "description"
    PURPOSE = "purpose"
    CHANNEL = "channel"
    CONFIRMED_BY = "confirmed_by"
    CONFIRMED_HOW = "confirmed_how"
    DELIVERY = "delivery"
    CARRIER = "carrier"
    HANDLER = "handler"
    TAGS = "tags"
    CLARIFICATION_REQUESTED = "clarification_requested"
    CLARIFICATION_RECEIVED = "clarification_received"
    EXTENDED = "extended"
    EXTENDED_ON = "extended_on"
    EXTENSION_DAYS = "extension_days"
    STATUS = "status"
    DUE = "due"
    REMAINING = "remaining"
    CLOSED_ON = "closed_on"
    OUTCOME = "outcome"
    RESULT = "result"
    OUTCOME_REASON = "outcome_reason"
    REPLY_NUMBER = "reply_number"
    SERVICE_WAY = "service_way"
    POSTED_ON = "posted_on"
    SIGNED_ON = "signed_on"
    SERVED_ON = "served_on"
    SIGNED_BY = "signed_by"
    MAIL_NUMBER = "mail_number"
    RARE_CHARACTERS = "rare_characters"
    NOTE = "note"
    HISTORY = "history"
    SEQUENCE = "sequence"


COMPUTED = frozenset(
    {LedgerField.STATUS, LedgerField.DUE, LedgerField.REMAINING, LedgerField.SEQUENCE}
)
"""Known, but never taken from a ledger: the program reckons them itself."""

DATES = frozenset(
    {
        LedgerField.RECEIVED,
        LedgerField.ARRIVED,
        LedgerField.SUBMITTED,
        LedgerField.CLARIFICATION_REQUESTED,
        LedgerField.CLARIFICATION_RECEIVED,
        LedgerField.EXTENDED_ON,
        LedgerField.CLOSED_ON,
        LedgerField.POSTED_ON,
        LedgerField.SIGNED_ON,
        LedgerField.SERVED_ON,
    }
)

CODES = frozenset(
    {
        LedgerField.NUMBER,
        LedgerField.PLATFORM_NUMBER,
        LedgerField.IDENTITY_NUMBER,
        LedgerField.PHONE,
        LedgerField.POSTCODE,
        LedgerField.REPLY_NUMBER,
        LedgerField.MAIL_NUMBER,
    }
)
"""Made of digits, but no numbers: a spreadsheet that reckons with them damages them."""

SHARED = frozenset(
    {
        LedgerField.APPLICANT,
        LedgerField.IDENTITY_NUMBER,
        LedgerField.PHONE,
        LedgerField.ADDRESS,
        LedgerField.POSTCODE,
        LedgerField.EMAIL,
    }
)
"""May have a column for persons and another for organisations; a row fills one of the two."""

CHOOSABLE = tuple(field for field in LedgerField if field not in COMPUTED)

Headings = Mapping[LedgerField, Sequence[str]]
"""The known headings of each field, the most telling first, the fields in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerColumn:
    """One column of a sheet, counted from 0. `group` is the heading over its own, "" if none;
    `field` is None for a column that is not read.
    """

    index: int
    heading: str
    group: str = ""
    field: LedgerField | None = None
    samples: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        return letters(self.index)

    @property
    def title(self) -> str:
        """The heading, after that of its group."""
        return f"{self.group} {self.heading}".strip()


class HeadingFinder:
    """Knows the headings; `own` are those an office has given its ledger, which go first."""

    def __init__(self, headings: Headings, own: Mapping[str, str]) -> None:
        self._ranks: dict[LedgerField, dict[str, int]] = {}
        for field, names in headings.items():
            ranks = self._ranks.setdefault(field, {})
            for rank, name in enumerate(names):
                ranks.setdefault(key(name), rank)
        for name, heading in own.items():
            if name in list(LedgerField) and key(heading):
                self._ranks.setdefault(LedgerField(name), {})[key(heading)] = -1

    def assign(self, titles: Sequence[tuple[str, str]]) -> list[LedgerField | None]:
        """The field of each column, given as (group, heading); one field has one column, but for
        `SHARED` ones under different groups.
        """
        words = [self._words(group, heading) for group, heading in titles]
        found: list[LedgerField | None] = [None] * len(titles)
        for field, ranks in self._ranks.items():
            scored = sorted(
                (rank, variant, column)
                for column, tried in enumerate(words)
                if found[column] is None
                for rank, variant in _best(tried, ranks)
            )
            taken: set[str] = set()
            for _rank, _variant, column in scored:
                group = key(titles[column][0])
                if not taken or (field in SHARED and group and group not in taken):
                    found[column] = field
                    taken.add(group)
        return found

    def _words(self, group: str, heading: str) -> tuple[str, ...]:
        """What to look for, the most telling first."""
        both = key(group + heading)
        alone = [key(heading), key_without_brackets(heading)]
        if group and any(both in ranks for ranks in self._ranks.values()):
            return (both,)
        with_group = [both, key_without_brackets(group + heading)] if group else []
        return tuple(dict.fromkeys(word for word in (*with_group, *alone) if word))


def _best(words: Iterable[str], ranks: Mapping[str, int]) -> list[tuple[int, int]]:
    known = [(ranks[word], place) for place, word in enumerate(words) if word in ranks]
    return [min(known)] if known else []
