"""Labels, sentences and operations of the roll-up."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.roll_up import Standing
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Standing.COUNTED: N_("Added up"),
        Standing.FAILS: N_("Added, fails a check"),
        Standing.OTHER_YEAR: N_("Another year"),
        Standing.SAME_NAME: N_("Two files of one unit"),
        Standing.INCOMPLETE: N_("A cell is no number"),
        Standing.UNREADABLE: N_("Cannot be read"),
        Standing.MISSING: N_("Not handed in"),
        Standing.LEFT_OUT: N_("Left out"),
    },
)

SENTENCES: dict[str, str] = {
    "roll-up-empty-folder": N_(
        "There is no report in “{folder}”: no json, xlsx, docx, html or pdf file. Choose the "
        "folder in which the units' reports lie."
    ),
}

OPERATIONS: dict[str, str] = {"save-reporting-units": N_("change of the units that report")}
