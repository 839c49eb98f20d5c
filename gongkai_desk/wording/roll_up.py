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
        Standing.COPY: N_("Same as another file"),
        Standing.AREA: N_("Bears the area's name"),
        Standing.SUM: N_("Is the sum of the others"),
        Standing.UNNAMED: N_("Unit or year unknown"),
        Standing.OLD_FORM: N_("In the form of 2019"),
    },
)

SENTENCES: dict[str, str] = {
    "roll-up-empty-folder": N_(
        "There is no report in “{folder}”: no json, xlsx, docx, html or pdf file. Choose the "
        "folder in which the units' reports lie."
    ),
    "roll-up-too-many-files": N_(
        "“{folder}” holds more than {limit} files: choose the folder in which only the units' "
        "reports lie."
    ),
    "roll-up-nothing-to-send-back": N_("Nothing is to be corrected by any unit."),
    "roll-up-missing": N_(
        "{unit} has handed in no report: ask for it, or take the unit off the list of those that "
        "must hand in."
    ),
    "roll-up-same-name": N_(
        "“{file}” and “{other}” are both of {unit}. Leave one of them out, or name the unit of "
        "the one that is of another; until then neither is added up."
    ),
    "roll-up-copy": N_("“{file}” has the same content as “{other}”; it is not added twice."),
    "roll-up-area": N_(
        "“{file}” bears the name of the area ({area}). Take it in when it is the office's own "
        "report; leave it out when it is a roll-up that was made before."
    ),
    "roll-up-sum": N_(
        "“{file}” holds exactly the sums of all other files: it looks like a roll-up that was made "
        "before. Leave it out; take it in only when it is a unit's own report."
    ),
    "send-back-missing": N_("The report has not been handed in yet: hand it in."),
    "send-back-same-name": N_(
        "“{file}” and “{other}” were both handed in: say which of them counts, or hand in one."
    ),
    "send-back-unnamed": N_(
        "The title does not tell the agency or the year: it must be that of the form."
    ),
    "send-back-incomplete": N_(
        "Cells that are no numbers or are missing: {count}, named below. Fill in numbers, 0 where "
        "there is nothing."
    ),
    "send-back-old-form": N_(
        "The report keeps to the form of 2019: make it in the form of 国办公开办函〔2021〕30号."
    ),
    "send-back-other-year": N_("“{file}” is the report of {found}: hand in that of {expected}."),
    "roll-up-unnamed": N_(
        "“{file}” does not tell in its title of which unit or year it is, and is not added up: "
        "the title must be that of the form. You may also name the unit here."
    ),
    "roll-up-incomplete": N_(
        "“{file}”: cells that are no numbers or are missing: {count}, named below. Nothing of the "
        "file is added up or taken for 0: have it corrected and read it again."
    ),
    "roll-up-old-form": N_(
        "“{file}” keeps to the form of 2019, whose tables count otherwise, and is not added up: "
        "the report is to be made in the form of 国办公开办函〔2021〕30号."
    ),
    "roll-up-other-year": N_(
        "“{file}” is the report of {found}, not of {expected}, and is not added up: hand in that "
        "of {expected}."
    ),
    "roll-up-left-out": N_("“{file}” was left out by you. “Take in” adds it up again."),
}

OPERATIONS: dict[str, str] = {"save-reporting-units": N_("change of the units that report")}
