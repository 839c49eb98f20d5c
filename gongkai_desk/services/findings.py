"""What the checks of a report found, in the words of the interface language and as JSON."""

from __future__ import annotations

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence
from gongkai_desk.wording import sentences


def place_text(place: Place) -> str:
    """The place for people: 表三，第24行，自然人. Column and row names stay official Chinese."""
    pieces = []
    if place.previous:
        pieces.append(_("last year's report"))
    if place.table:
        pieces.append(_("table {number}").format(number=place.table))
    elif place.part:
        pieces.append(_("part {number}").format(number=place.part))
    if isinstance(place.row, int):
        pieces.append(_("row {number}").format(number=place.row))
    elif place.row:
        pieces.append(place.row)
    if place.column:
        pieces.append(place.column)
    return _(", ").join(pieces)


def finding_text(finding: Finding) -> str:
    """What is wrong, where, and what to do, in one line."""
    values = {
        name: place_text(value) if isinstance(value, Place) else value
        for name, value in finding.values.items()
    }
    values["place"] = place_text(finding.place)
    return sentence(Problem(finding.code, finding.where, values, finding.severity))


def rule_text(finding: Finding) -> str:
    """What the rule of the finding asks for, with its basis."""
    return sentence(Problem(f"report-rule-{finding.rule}"))


def mending_text(finding: Finding) -> str:
    """What to do about the finding."""
    code = f"{finding.code}-how"
    if code not in sentences():
        error = finding.severity is Severity.ERROR
        code = "report-fix-error" if error else "report-fix-warning"
    return sentence(Problem(code))


def finding_json(finding: Finding) -> dict[str, object]:
    """The finding as `report check --json` prints it."""
    return {
        "severity": finding.severity.value,
        "where": finding.where,
        "rule": finding.rule,
        "expected": finding.expected,
        "found": finding.found,
        "message": finding_text(finding),
    }
