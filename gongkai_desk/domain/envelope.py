"""What stands on an envelope, and on the paper that proves the service (送达回证)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EnvelopeSize(StrEnum):
    DL = "dl"  # 220 × 110 mm
    C5 = "c5"  # 229 × 162 mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One envelope. `content` is the small line that says what is inside, such as a number."""

    recipient: str
    address: str = ""
    postcode: str = ""
    phone: str = ""
    sender: str = ""
    sender_address: str = ""
    sender_phone: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSheet:
    """The 送达回证 of one letter; what is not known yet stays empty, to be filled in by hand."""

    agency: str
    document: str
    number: str
    recipient: str
    address: str = ""
    way: str = ""
    mail_number: str = ""
    posted_on: str = ""
    signed_by: str = ""
    signed_on: str = ""
    case_number: str = ""
