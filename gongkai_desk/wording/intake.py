"""Labels, sentences and names of operations around the entry of a request."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.intake_proposal import Certainty
from gongkai_desk.domain.similarity import Reason
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Certainty.SURE: N_("Certain"),
        Certainty.LIKELY: N_("Likely"),
        Certainty.GUESS: N_("Inferred"),
    },
    {
        Reason.SAME_TEXT: N_("Same text"),
        Reason.SIMILAR_TEXT: N_("Similar text"),
        Reason.SAME_IDENTITY: N_("Same applicant (document number)"),
        Reason.SAME_NAME: N_("Same applicant (name)"),
        Reason.SAME_PHONE: N_("Same phone"),
    },
)

SENTENCES: dict[str, str] = {
    "receipt-open-submitted": N_(
        "In person: the receipt date is the day of submission. Enter “Submitted or sent on”."
    ),
    "receipt-by-rule-submitted": N_(
        "In person: the day of submission counts, so the receipt date is {date} (Article 31)."
    ),
    "receipt-open-signed_for": N_(
        "Registered mail or EMS: the receipt date is the day we signed for it. Enter “Arrived on”."
    ),
    "receipt-by-rule-signed_for": N_(
        "Registered mail or EMS: the day we signed for it counts, so the receipt date is {date} "
        "(Article 31)."
    ),
    "receipt-awaits-confirmation": N_(
        "{channel}: the time limit does not run before we and the applicant have confirmed the "
        "receipt (Article 31). Leave the receipt date empty until then; save and confirm later."
    ),
    "receipt-confirmed-without-proof": N_(
        "The day of confirmation counts, so the receipt date is {date} (Article 31). Note who "
        "confirmed it, and how: that is the proof."
    ),
    "receipt-confirmed": N_("Confirmed by {by} ({how}): the receipt date is {date} (Article 31)."),
    "receipt-on-rest-day": N_(
        "{date} is a rest day. It stays day 0; counting starts on {first}, the next working day."
    ),
    "receipt-after-hours": N_(
        "It arrived at {hour}, after office hours. {date} stays day 0; counting starts on {first} "
        "all the same."
    ),
    "hour-unreadable": N_("“{text}” is no hour. Write it as 17:40."),
    "co-applicant-name-missing": N_(
        "Applicant {number} has no name. Write it, or take this applicant out."
    ),
    "email-shape": N_("“{text}” does not look like an e-mail address. Check it."),
    "postcode-shape": N_("“{text}” is no postcode of six digits. Check it."),
    "characters-without-typeface": N_(
        "No bundled typeface has {characters}. The name is kept as entered, but letters will print "
        "a substitute mark; describe the character under “Rare characters”."
    ),
    "contact-after-today": N_(
        "{date} lies in the future (today is {today}). Record a contact when it has happened."
    ),
    "contact-hour-unreadable": N_("“{text}” is no hour. Write it as 10:20."),
    "contact-by-missing": N_("Say who tried to reach the applicant."),
}

OPERATIONS: dict[str, str] = {
    "record-contact": N_("entry in the contact log"),
}
"""What a write around the entry is called in the menus of undo and redo and in the history."""
