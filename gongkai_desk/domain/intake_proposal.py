"""What a pasted text may tell: a value for one field of the form, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How much a proposal is worth: labelled and well-formed, of the right shape, inferred."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A value for one field of the form. `start` and `end` are places in the text as pasted, in
    characters; `snippet` is the line it stands in. `field` is a name of `intake_labels`.
    """

    field: str
    value: str
    start: int
    end: int
    snippet: str
    certainty: Certainty
