"""Labels and sentences of the report area."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {
    "report-case-no-receipt-date": N_(
        "Request {number} has no legal receipt date and is in no cell of table 3: enter the date."
    ),
    "report-case-no-kind": N_(
        "Request {number} has no kind of applicant and is in no cell of table 3: choose the kind."
    ),
    "report-case-closed-before-receipt": N_(
        "Request {number} ended before its legal receipt date and is not counted: correct the "
        "dates."
    ),
    "report-case-no-result": N_(
        "Request {number} is closed without one of the 21 official results and is not counted: "
        "choose the result."
    ),
}
