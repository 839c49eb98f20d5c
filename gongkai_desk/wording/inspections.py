"""Labels, sentences and operations of self-inspections."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.inspection_scoring import Trend
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Trend.BETTER: N_("Better"),
        Trend.WORSE: N_("Worse"),
        Trend.SAME: N_("Unchanged"),
        Trend.UNKNOWN: N_("Not comparable"),
    },
)

SENTENCES: dict[str, str] = {
    "inspection-points-too-many": N_(
        "At “{text}” no more than {points} points can be lost. Correct the number."
    ),
    "inspection-points-unreadable": N_(
        "“{text}” is no number of points. Write a number such as 2 or 0.5, or leave it empty."
    ),
    "inspection-loss-without-note": N_(
        "Points are lost at “{text}”. Write what was found, so that it can be mended."
    ),
    "inspection-items-open": N_(
        "{n} items were not looked at yet. Look at them before you finish the inspection, or "
        "leave the day of finishing empty."
    ),
    "inspection-exists": N_(
        "“{title}” was begun for this quarter already. Open that one and go on with it."
    ),
    "inspection-list-title-missing": N_("The list has no title. Write one."),
    "inspection-list-without-head": N_(
        "No table with the headings 检查内容 (or 指标、评价要点) and 分值 was found in “{name}”. "
        "Write these headings into the first row of the table, then read it again."
    ),
    "inspection-list-without-rows": N_(
        "Below the headings of “{name}” there is no line to check. Fill in the table, then read "
        "it again."
    ),
    "inspection-list-points-unreadable": N_(
        "Row {row}, “{text}”: “{points}” is no number of points. Write a number, or 单项否决, then "
        "read it again."
    ),
}

OPERATIONS: dict[str, str] = {
    "save-self-inspection": N_("entry of a self-inspection"),
    "remove-self-inspection": N_("removal of a self-inspection"),
    "save-inspection-template": N_("import of a list for self-inspection"),
    "retire-inspection-template": N_("putting a list for self-inspection out of use"),
}
