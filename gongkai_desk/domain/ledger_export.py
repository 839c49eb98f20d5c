"""What an exported ledger shows: its columns, its headings, and how much of the persons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai_desk.domain.identity_number import masked
from gongkai_desk.domain.ledger_fields import LedgerField

_NEVER = frozenset({LedgerField.CONTACT, LedgerField.EXTENDED, LedgerField.SEQUENCE})

EXPORTABLE = tuple(one for one in LedgerField if one not in _NEVER)

SHOWN = (
    LedgerField.NUMBER,
    LedgerField.RECEIVED,
    LedgerField.APPLICANT,
    LedgerField.APPLICANT_KIND,
    LedgerField.IDENTITY_NUMBER,
    LedgerField.PHONE,
    LedgerField.CHANNEL,
    LedgerField.SUBJECT,
    LedgerField.HANDLER,
    LedgerField.STATUS,
    LedgerField.DUE,
    LedgerField.REMAINING,
    LedgerField.CLOSED_ON,
    LedgerField.OUTCOME,
    LedgerField.RESULT,
    LedgerField.REPLY_NUMBER,
    LedgerField.SERVICE_WAY,
    LedgerField.SERVED_ON,
    LedgerField.NOTE,
)
"""The columns of a ledger as one prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerExport:
    """`columns` are shown in their order; with `complete` the others follow as hidden columns, so
    that the file can be imported again without loss. `headings` are the office's own, by the names
    of the fields. Without `full`, numbers and addresses of persons are masked.
    """

    columns: tuple[LedgerField, ...] = SHOWN
    complete: bool = True
    headings: Mapping[str, str] = field(default_factory=dict)
    full: bool = False

    @property
    def hidden(self) -> tuple[LedgerField, ...]:
        if not self.complete:
            return ()
        return tuple(one for one in EXPORTABLE if one not in self.columns)


def masked_phone(phone: str) -> str:
    """138****0001; a short number keeps its last two signs."""
    digits = re.sub(r"[\s-]", "", phone)
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 10 else masked(digits)


def masked_email(email: str) -> str:
    """l***@example.com"""
    name, at, place = email.partition("@")
    return f"{name[:1]}***{at}{place}" if name else email


def masked_address(address: str) -> str:
    """The district stays, the street and the house do not."""
    if not address:
        return ""
    return f"{address[: 6 if len(address) > 6 else 2]}***"
