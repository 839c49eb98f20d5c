"""A unit's report beside that of the year before: row 2 with row 25, and what is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gongkai_desk.domain.report import CARRIED_OUT_ROW, Figures, Previous
from gongkai_desk.domain.report_checks import carried_over, in_force
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_raw import document, read

_RULES = ("D", "G")


def tells_row_25(previous: Previous) -> bool:
    """Whether the report of the year before says what was carried out of it."""
    return CARRIED_OUT_ROW in previous.requests


def beside(
    findings: Iterable[Finding], figures: Figures, previous: Previous
) -> tuple[Finding, ...]:
    """The findings on a report with those of the comparison (D per column, G) in place of what
    the report said about the year before itself: the file handed in a year ago is what counts.
    """
    kept = [one for one in findings if one.rule not in _RULES and not one.place.previous]
    raw = read(document(replace(figures, previous=previous)))
    return (*kept, *carried_over(raw), *in_force(raw))
