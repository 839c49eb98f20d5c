"""Labels, sentences and operations of the comparison of years; the words of its rows and cells."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS, RESULT_GROUPS, Override
from gongkai_desk.domain.report_comparison import (
    Change,
    Comparison,
    Fit,
    Line,
    Link,
    Section,
    Unit,
)
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS, PROACTIVE_LABELS, TRIPLE_LABELS
from gongkai_desk.domain.report_overrides import place_of
from gongkai_desk.domain.report_reading import Form
from gongkai_desk.domain.year_charts import ChartName
from gongkai_desk.domain.year_report import Doubt, SourceKind, Value, YearReport
from gongkai_desk.i18n import N_, _, date_text, ngettext, number_text, pgettext
from gongkai_desk.resources import table

GAP = "—"
"""What stands where nothing is known."""
MARK = "*"
"""Behind a number that holds one set by hand."""

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Section.INTAKE: N_("Received and carried over"),
        Section.APPLICANTS: N_("New requests by kind of applicant"),
        Section.RESULTS: N_("Results of the year"),
        Section.SHARES: N_("Share of what was handled"),
        Section.DISPUTES: N_("Reconsideration and litigation (table 4)"),
        Section.PROACTIVE: N_("Proactive disclosure (table 2)"),
        Section.FEES: N_("Information-processing fee, from the register"),
    },
    {
        SourceKind.EDITION: N_("Published with this program"),
        SourceKind.FILE: N_("Published report, read from a file"),
        SourceKind.REGISTER: N_("Counted from the register, not published"),
    },
    {
        Fit.AGREES: N_("The two agree"),
        Fit.DIFFERS: N_("Does not agree"),
        Fit.UNKNOWN: N_("Cannot be compared"),
    },
    {
        ChartName.RECEIVED: N_("New requests by year"),
        ChartName.RESULTS: N_("Results by year"),
        ChartName.DISPUTES: N_("Reconsideration and litigation by result"),
    },
    {
        Doubt.OTHER_AGENCY: N_("The title names another agency than this office. Is it ours?"),
        Doubt.NO_YEAR: N_("The report does not tell its year: choose it."),
        Doubt.FUTURE: N_("That year is not over: is the year right?"),
        Doubt.SAME_YEAR: N_("Two reports of one year are ticked: keep one of them."),
        Doubt.REPLACES: N_("Replaces the report that is kept for this year."),
        Doubt.PUBLISHED_HERE: N_(
            "This year was published with this program; that edition stays the source."
        ),
    },
)

SENTENCES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {
    "keep-earlier-reports": N_("reports of earlier years"),
    "remove-earlier-report": N_("removal of an earlier year's report"),
}

_SHARES = {
    "open": N_("Disclosed"),
    "partial": N_("Disclosed in part"),
    "disclosed": N_("Disclosed in full or in part"),
}
_FEES = {
    "noticed": N_("Requests with a fee notice"),
    "amount": N_("Fees noticed (yuan)"),
    "received": N_("Fees received (yuan)"),
}


def line_text(line: Line) -> str:
    """What stands before a row; the words of the official form where it has them."""
    kind, _dash, rest = line.name.partition("-")
    match kind:
        case "row":
            return str(_rows()[int(rest)]["label"])
        case "group":
            return _group_text(rest)
        case "column":
            return COLUMN_LABELS[int(rest)]
        case "share":
            return _(_SHARES[rest])
        case "disputes":
            group, _dash, column = rest.partition("-")
            return DISPUTE_LABELS[int(column)] if column else _disputes_of(group)
        case "corrected":
            return _("Share corrected of those decided")
        case "proactive":
            name, _dash, column = rest.partition("-")
            words = PROACTIVE_LABELS[name] + (TRIPLE_LABELS[int(column)] if column else "")
            return f"{words}（万元）" if line.unit is Unit.TEN_THOUSAND_YUAN else words
    return _(_FEES[rest])


def _disputes_of(group: str) -> str:
    return DISPUTE_GROUPS.get(group) or _("Reconsideration and litigation together")


def _group_text(group: str) -> str:
    """（三）不予公开, （二）部分公开: without the remark on counting."""
    entry = _rows()[RESULT_GROUPS[group][0]]
    words = str(entry.get("group", entry["label"]))
    return words.partition("（区分")[0]


def _rows() -> dict[int, dict[str, object]]:
    entries = table("statutes", "report_form.toml")["requests"]["rows"]
    return {entry["row"]: entry for entry in entries}


def value_text(line: Line, value: Value | None) -> str:
    """A number as it stands in the table."""
    if value is None:
        return GAP
    if line.unit is Unit.PERCENT:
        return f"{value:.1f}%"
    return number_text(value) if isinstance(value, int) else number_in_full(value)


def number_in_full(value: Decimal) -> str:
    """An amount with separators and every decimal it was given."""
    return f"{value:,f}"


def change_texts(line: Line, change: Change | None) -> tuple[str, str]:
    """The change from the year before: absolute and in percent."""
    if change is None:
        return GAP, GAP
    if line.unit is Unit.PERCENT:
        points = _("{points} points").format(points=signed(change.by, ".1f"))
        return points, GAP
    by = signed(change.by, "," if isinstance(change.by, int) else ",f")
    return by, GAP if change.percent is None else f"{signed(change.percent, '.1f')}%"


def signed(number: Value, form: str) -> str:
    """With a plus or a true minus; 0 has neither."""
    if not number:
        return "0"
    return f"{'+' if number > 0 else '−'}{abs(number):{form}}"


def source_text(report: YearReport) -> str:
    """Where the figures of a year come from, in a line."""
    match report.source:
        case SourceKind.EDITION:
            on = date_text(report.on) if report.on else ""
            return _("Published with this program on {date}, edition {edition}").format(
                date=on, edition=report.edition
            )
        case SourceKind.FILE:
            form = _(", form of 2019") if report.form is Form.OF_2019 else ""
            return _("Published report, file {name}{form}").format(name=report.name, form=form)
    return _("Counted from the register, not published")


def remarks(report: YearReport, agency: str) -> list[str]:
    """What must be known of a year's figures before they are compared with those of `agency`."""
    found = []
    if report.agency not in ("", agency):
        found.append(_("The title names {agency}.").format(agency=report.agency))
    if report.faults:
        faulty = ngettext(
            "The checks find {count} error in its tables.",
            "The checks find {count} errors in its tables.",
            report.faults,
        )
        found.append(faulty.format(count=report.faults))
    if report.since is not None:
        found.append(
            _(
                "The register begins on {date}: what came before is in none of the numbers. Read "
                "the published report of the year."
            ).format(date=date_text(report.since))
        )
    if report.form is Form.OF_2019:
        found.append(
            _("Form of 2019: table 2 counts otherwise and （六）其他处理 is not divided there.")
        )
    if report.blanks:
        blank = ngettext(
            "{count} cell is blank or a stroke and counts as 0.",
            "{count} cells are blank or a stroke and count as 0.",
            report.blanks,
        )
        found.append(blank.format(count=report.blanks))
    return found


def override_text(one: Override, year: int) -> str:
    """A number set by hand, with its reason."""
    place = place_of(one)
    row = _rows()[place.row] if isinstance(place.row, int) else None
    label = f"{row.get('group', '')}{row['label']}" if row else place.row
    return _("{year}, {row}, {column}: {number}, counted {counted}. {reason}").format(
        year=year,
        row=label,
        column=place.column,
        number=one.number,
        counted=one.counted,
        reason=one.reason,
    )


def overrides_of(comparison: Comparison) -> list[str]:
    """Every number set by hand in the years compared."""
    return [
        override_text(one, year)
        for year, report in sorted(comparison.reports.items())
        for one in report.overrides
    ]


def link_text(link: Link) -> str:
    """What does not agree between two years, and what to do."""
    if link.rule == "D":
        return _(
            "{before} to {year}, {column}: {expected} handed over (row 25), {found} taken over "
            "(row 2). Look at both reports; correct the one that is wrong."
        ).format(
            before=link.year - 1,
            year=link.year,
            column=link.place.column,
            expected=link.expected,
            found=link.found,
        )
    return _(
        "{before} to {year}, {row} in force: {expected} by last year's number, those issued and "
        "those abolished, but {found} stand in the report. Check, or explain it in part six."
    ).format(
        before=link.year - 1,
        year=link.year,
        row=link.place.row,
        expected=link.expected,
        found=link.found,
    )


def link_cell(link: Link) -> str:
    """Two years in one cell of the table of checks."""
    match link.fit:
        case Fit.UNKNOWN:
            return GAP
        case Fit.AGREES:
            return f"{link.found}"
    return f"{link.expected} ≠ {link.found}"


def title_text(comparison: Comparison) -> str:
    """The heading on paper and in a file's name."""
    first, last = comparison.years[0], comparison.years[-1]
    if first == last:
        return _("{agency}: annual report {year} in figures").format(
            agency=comparison.agency, year=last
        )
    return _("{agency}: annual reports {first} to {last} compared").format(
        agency=comparison.agency, first=first, last=last
    )


def notes() -> tuple[str, ...]:
    """How the table is to be read."""
    return (
        _("{gap}: not known; no change is reckoned over a gap or from 0.").format(gap=GAP),
        _("{mark}: a number in it was set by hand; the reasons stand below the table.").format(
            mark=MARK
        ),
        _("Shares: of row 24 （七）总计. Share corrected: 结果纠正 of 维持, 纠正 and 其他结果."),
    )


def change_heads(comparison: Comparison) -> tuple[str, str]:
    """The heads of the two columns of change, of the last year against the one before."""
    if len(comparison.years) < 2:
        return "", ""
    last = comparison.years[-1]
    return (
        _("{year} against {before}").format(year=last, before=last - 1),
        pgettext("comparison", "in %"),
    )
