"""The parts of the 年报核验报告 in words: tables of results, findings, overrides, last year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gongkai_desk.domain.check_sheet import CheckLines, CheckTable
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    Answer,
    Override,
    Previous,
)
from gongkai_desk.domain.report_answers import Standing, answer_to, needs_answer, standing
from gongkai_desk.domain.report_finding import PROACTIVE_TRIPLES, Finding
from gongkai_desk.domain.report_overrides import place_of
from gongkai_desk.domain.report_results import LETTERS, PER_COLUMN, IdentityResult, Passed
from gongkai_desk.domain.report_text import stands_for_missing
from gongkai_desk.domain.statistics import NotCounted
from gongkai_desk.i18n import N_, _, date_text, language, ngettext, pgettext
from gongkai_desk.services.findings import finding_text, place_text
from gongkai_desk.texts import sentence

_RULES = (*LETTERS, "text", "count", "shape")


def title(agency: str, year: int | None) -> str:
    """The heading of the paper and the name of its file."""
    if year is None:
        return _("Check report of the annual report: {agency}").format(agency=agency)
    return _("Check report of the annual report {year}: {agency}").format(agency=agency, year=year)


def heading(agency: str, year: int | None) -> tuple[str, ...]:
    """The same in two lines, broken where one takes a breath."""
    if year is None:
        return agency, _("Check report of the annual report")
    return agency, _("Check report of the annual report {year}").format(year=year)


def verdict(told: Standing) -> str:
    """The result of our own report in one sentence."""
    if not told.open and not told.answered:
        return _("Result: everything agrees; the report may be published.")
    if not told.open:
        words = ngettext(
            "Result: {count} point was explained, nothing else was found; the report may be "
            "published.",
            "Result: {count} points were explained, nothing else was found; the report may be "
            "published.",
            told.answered,
        )
        return words.format(count=told.answered)
    return _(
        "Result: {errors} errors, {missing} parts to write, {waiting} points to explain, "
        "{answered} explained; the report may not be published yet."
    ).format(errors=told.errors, missing=told.missing, waiting=told.waiting, answered=told.answered)


def published_verdict(explained: int, differing: int) -> str:
    """The result of a report that is published, in one sentence."""
    words = (
        _(
            "Result: published (points explained: {explained}); numbers the register says "
            "otherwise today: {differing}."
        )
        if differing
        else _("Result: published (points explained: {explained}); the register says the same.")
    )
    return words.format(explained=explained, differing=differing)


def foreign_verdict(findings: Iterable[Finding]) -> str:
    """The result of a report from a file in one sentence."""
    told = standing(findings, ())
    if not told.open:
        return _("Result: nothing was found against the report.")
    return _("Result: {errors} errors, {others} points to check.").format(
        errors=told.errors, others=told.missing + told.waiting
    )


def results_table(results: Sequence[IdentityResult], numbers: int) -> CheckTable:
    """A to H: a word for each column, or one for all with the rows that fail."""
    return CheckTable(
        heading=_("The identities at a glance"),
        columns=(
            (pgettext("report check", "Identity"), 3.6),
            *((label, 1.0) for label in COLUMN_LABELS),
        ),
        rows=tuple(_result_row(one, numbers) for one in results),
        centred=frozenset(range(1, len(COLUMN_LABELS) + 1)),
        note=_("√ agrees, × does not, — not compared (a number is not known)."),
    )


def _result_row(result: IdentityResult, numbers: int) -> tuple[str, ...]:
    name = f"{result.letter}  {_(_IN_SHORT[result.letter])}"
    if result.letter in PER_COLUMN:
        return (name, *(_MARKS[one] for one in result.results))
    (only,) = result.results
    words = _MARKS[only]
    if result.letter == "H" and only is not Passed.UNKNOWN:
        compared = ngettext("{n} number compared", "{n} numbers compared", numbers)
        words = f"{words}  {compared.format(n=numbers)}"
    elif only is Passed.NO and result.places:
        words = f"{words}  {'、'.join(result.places)}"
    return name, words


_IN_SHORT = {
    "A": N_("rows 1 + 2 = rows 24 + 25"),
    "B": N_("row 24 = rows 3 to 23"),
    "C": N_("总计 = six applicants, every row"),
    "D": N_("row 2 = last year's row 25"),
    "E": N_("whole numbers, no blank"),
    "F": N_("table 4: 总计 = four results"),
    "G": N_("documents in force"),
    "H": N_("numbers in the text"),
}
_MARKS = {Passed.YES: "√", Passed.NO: "×", Passed.UNKNOWN: "—"}


def findings_table(
    findings: Sequence[Finding], answers: Sequence[Answer] | None, former: Sequence[Answer] = ()
) -> CheckTable:
    """Every finding; the last column holds what was said to it, where one can say anything.
    `former` are answers to what is no longer found, each with its own words.
    """
    own = answers is not None
    rows = [
        _finding_row(number, one, answers)
        for number, one in enumerate(sorted(findings, key=lambda one: one.severity.value), 1)
    ]
    warning = pgettext("report check", "Warning")
    rows += [
        (str(number), warning, "—", "—", "—", one.told, _said(one))
        for number, one in enumerate(former, len(rows) + 1)
    ]
    columns = [
        (pgettext("report check", "No."), 0.8),
        (pgettext("report check", "Kind"), 1.4),
        (pgettext("report check", "Place"), 2.3),
        (pgettext("report check", "Should be"), 1.3),
        (pgettext("report check", "Is"), 1.3),
        (pgettext("report check", "What was found"), 5.4 if own else 8.0),
    ]
    if own:
        columns.append((pgettext("report check", "Explanation"), 3.0))
    return CheckTable(
        heading=_("What the checks found"),
        columns=tuple(columns),
        rows=tuple(rows),
        none=_("Nothing."),
        centred=frozenset({0, 1, 3, 4}),
    )


def _finding_row(
    number: int, finding: Finding, answers: Sequence[Answer] | None
) -> tuple[str, ...]:
    row = (
        str(number),
        _kind(finding),
        place_text(finding.place),
        _shown(finding.expected),
        _shown(finding.found),
        finding_text(finding),
    )
    if answers is None:
        return row
    answer = answer_to(finding, answers)
    if answer is not None:
        return (*row, _said(answer))
    waiting = needs_answer(finding)
    return (*row, _("Not explained yet") if waiting else _("To be mended"))


def _said(answer: Answer) -> str:
    return _("{words} ({date})").format(words=answer.words, date=date_text(answer.given_on))


def differences_table(findings: Sequence[Finding]) -> CheckTable:
    """What the register says today otherwise than what was published."""
    return CheckTable(
        heading=_("What the register says otherwise today"),
        columns=(
            (pgettext("report check", "Place"), 2.6),
            (pgettext("report check", "Published"), 1.2),
            (pgettext("report check", "Today"), 1.2),
            (pgettext("report check", "What was found"), 8.0),
        ),
        rows=tuple(
            (place_text(one.place), _shown(one.found), _shown(one.expected), finding_text(one))
            for one in findings
        ),
        none=_("Nothing: the register says what was published."),
        centred=frozenset({1, 2}),
    )


def _kind(finding: Finding) -> str:
    if finding.severity is Severity.ERROR:
        return _("Error")
    if stands_for_missing(finding):
        return _("To write")
    return pgettext("report check", "Warning")


def _shown(value: object) -> str:
    return "—" if value is None else str(value)


def overrides_table(overrides: Sequence[Override]) -> CheckTable:
    """Numbers that are not the counted ones, with their reasons."""
    return CheckTable(
        heading=_("Numbers set by hand"),
        columns=(
            (pgettext("report check", "Place"), 4.0),
            (pgettext("report check", "Counted"), 1.2),
            (pgettext("report check", "Reported"), 1.2),
            (_("Reason"), 5.0),
            (pgettext("report check", "Day"), 2.6),
        ),
        rows=tuple(
            (
                place_text(place_of(one)),
                str(one.counted),
                str(one.number),
                one.reason,
                date_text(one.made_on),
            )
            for one in overrides
        ),
        none=_("None: every number of tables 3 and 4 is the counted one."),
        centred=frozenset({1, 2, 4}),
    )


def previous_table(previous: Previous, source: str) -> CheckTable:
    """Last year's numbers that D and G were compared with."""
    rows: list[tuple[str, ...]] = []
    carried = previous.requests.get(CARRIED_OUT_ROW)
    if carried:
        rows.append((_("Row 25 (结转下年度继续办理)"), *map(str, carried)))
    for name, label in PROACTIVE_TRIPLES.items():
        triple = getattr(previous, name)
        if triple is not None:
            rows.append((_("{name} in force").format(name=label), str(triple[2])))
    return CheckTable(
        heading=_("Last year's numbers used for D and G"),
        columns=(
            (pgettext("report check", "Number"), 2.4),
            *((label, 1.0) for label in COLUMN_LABELS),
        ),
        rows=tuple(rows),
        none=_("Not known; D and G were not compared."),
        note=_("Source: {source}.").format(source=source) if source else "",
        centred=frozenset(range(1, len(COLUMN_LABELS) + 1)),
    )


def uncounted_table(cases: Sequence[NotCounted]) -> CheckTable:
    """Requests that stand in no cell."""
    return CheckTable(
        heading=_("Requests in no cell of table 3"),
        columns=((_("Number"), 2.0), (pgettext("report check", "Why"), 9.0)),
        rows=tuple((one.number, sentence(one.problem)) for one in cases),
        none=_("None: every request of the year is counted in table 3."),
    )


def rules_lines(*, foreign: bool) -> CheckLines:
    """What was checked: each rule in one line; the register of others was not."""
    names = {"text": _("Text"), "count": _("Register"), "shape": pgettext("report check", "Form")}
    return CheckLines(
        heading=_("What was checked"),
        lines=tuple(
            _("{rule}: {words}").format(
                rule=names.get(rule, rule), words=sentence(Problem(f"report-rule-{rule}"))
            )
            for rule in _RULES
            if not (foreign and rule == "count")
        ),
    )


def limits_lines(*, foreign: bool) -> CheckLines:
    """What no arithmetic can check."""
    codes = ["row", "entered", "typed", "words", *(["register"] if foreign else [])]
    lines = (sentence(Problem(f"report-limit-{code}")) for code in codes)
    return CheckLines(
        heading=_("What cannot be checked by arithmetic"),
        lines=tuple(
            _("{number}. {words}").format(number=number, words=line)
            for number, line in enumerate(lines, 1)
        ),
    )


def numbered(parts: Sequence[CheckTable | CheckLines]) -> tuple[CheckTable | CheckLines, ...]:
    """The parts with their numbers before their headings, as papers count in this language."""
    if language().startswith("zh"):
        marks = [f"{numeral}、" for numeral in "一二三四五六七八九"]
    else:
        marks = [f"{number}. " for number in range(1, 10)]
    return tuple(
        replace(part, heading=f"{mark}{part.heading}")
        for mark, part in zip(marks, parts, strict=False)
    )


def signatures() -> tuple[str, ...]:
    return (
        pgettext("report check", "Filled in by:"),
        pgettext("report check", "Reviewed by:"),
        pgettext("report check", "Head:"),
    )
