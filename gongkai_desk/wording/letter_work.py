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
    "letter-kind-unknown": N_("There is no letter “{kind}”. Choose one of the list."),
    "letter-contradicts": N_(
        "The register says “{value}” now. Put that here, or issue the letter as it is."
    ),
    "letter-dated-later": N_("{date} lies in the future. A letter is dated on the day it is sent."),
    "letter-without-clock": N_(
        "The calculation sheet cannot be attached: the receipt is not confirmed, so no period runs."
    ),
    "letter-unprintable": N_(
        "No typeface of the program has “{characters}”: the PDF shows 〓 instead. Save it as Word "
        "and print it from there."
    ),
    "letter-not-draft": N_(
        "{number} was issued and can no longer be changed. Void it, or replace it by a new letter."
    ),
    "letter-not-issued": N_("{number} is not in force: it is a draft or was voided."),
    "letter-void-reason-missing": N_("Say why {number} is void; the reason is kept with it."),
    "letter-service-day-missing": N_("Enter the day that counts for this way of service."),
    "letter-service-later": N_("{date} lies in the future. Enter the day on which it happened."),
    "letter-service-early": N_("{date} lies before the date of the letter ({dated}). Check both."),
    "letter-signed-before-posted": N_("It was signed for before it was posted. Check both dates."),
    "letter-damaged": N_(
        "The stored file of {number} is no longer what was issued. Restore a backup from before."
    ),
    "letters-none-chosen": N_("No letter is chosen. Tick at least one."),
}

OPERATIONS: Final[dict[str, str]] = {
    "save-letter-draft": N_("change of a draft letter"),
    "discard-letter-draft": N_("removal of a draft letter"),
    "issue-letter": N_("issue of a letter"),
    "void-letter": N_("voiding of a letter"),
    "record-letter-service": N_("service of a letter"),
    "save-letter-text": N_("change of a letter's text"),
    "reset-letter-text": N_("return to the given text of a letter"),
    "set-letter-template": N_("own template of a letter"),
    "remove-letter-template": N_("removal of an own template"),
}
