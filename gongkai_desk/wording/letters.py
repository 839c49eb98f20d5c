"""Sentences about letters: their fields, numbers, issuing, own templates."""

from __future__ import annotations

from enum import Enum
from typing import Final

from gongkai_desk.domain.envelope import EnvelopeSize
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    EnvelopeSize.DL: N_("DL, 220 × 110 mm"),
    EnvelopeSize.C5: N_("C5, 229 × 162 mm"),
}

SENTENCES: dict[str, str] = {
    "letter-template-not-docx": N_(
        "“{name}” is no Word document. Save it as .docx in WPS or Word and choose it again."
    ),
    "letter-template-unknown": N_(
        "“{name}” uses fields that this letter does not have: {fields}. Write the names as the "
        "list of fields shows them."
    ),
    "letter-template-no-field": N_(
        "“{name}” holds no field such as {{{{ 文号 }}}}: every letter would be the same. Put the "
        "fields of the list into it."
    ),
    "letter-template-broken": N_(
        "A field of “{name}” cannot be read: {reason}. Write fields as {{{{ 文号 }}}} and close "
        "every condition with {{% endif %}}."
    ),
    "letter-template-forbidden": N_(
        "“{name}” computes something ({part}). A template may hold fields, conditions and loops "
        "over the lines of a field, nothing else."
    ),
    "letter-template-unsafe": N_(
        "“{name}” holds macros or fetches something from elsewhere ({part}). Save it without them "
        "and choose it again."
    ),
}

OPERATIONS: Final[dict[str, str]] = {}
