"""Sentences of the forms in the window."""

from __future__ import annotations

from enum import Enum
from typing import Final

from gongkai_desk.i18n import N_

LABELS: Final[dict[Enum, str]] = {}

SENTENCES: Final[dict[str, str]] = {
    "date-unreadable": N_("“{text}” is no date. Write it like 2025-11-20, 20251120 or 11-20."),
    "date-impossible": N_("“{text}” does not exist in the calendar. Check day, month and weekday."),
    "date-out-of-range": N_("{date} is too far away. Check the year."),
    "field-missing": N_("This must be filled in."),
    "number-unreadable": N_("“{text}” is no whole number. Write digits only."),
    "number-out-of-range": N_("Between {least} and {most}, please."),
}
