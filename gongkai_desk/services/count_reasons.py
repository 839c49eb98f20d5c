"""Why a request or a dispute is counted where it is, and where a number was set, in words."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Dispute, DisputeResult
from gongkai_desk.domain.dispute_counts import result_in
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    DISPUTE_LABELS,
    RECEIVED_ROW,
    TOTAL_ROW,
    Override,
)
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS
from gongkai_desk.domain.statistics import SUM_COLUMN, Counted
from gongkai_desk.i18n import _, date_text
from gongkai_desk.resources import table
from gongkai_desk.services.case_view import report_case
from gongkai_desk.services.outcomes import outcome_of, row_labels
from gongkai_desk.texts import label, sentence


def row_words(row: int) -> str:
    """The official name of a row of table 3, with the group it belongs to."""
    rows = table("statutes", "report_form.toml")["requests"]["rows"]
    groups = (
        entry["group"]
        for entry in rows
        if entry["row"] <= row < entry["row"] + entry.get("group_rows", 0)
    )
    return f"{next(groups, '')}{rows[row - 1]['label']}"


def cell_words(row: int, column: int) -> str:
    """A cell of table 3 by its official names."""
    return f"{row_words(row)} · {COLUMN_LABELS[column]}"


def dispute_cell_words(name: str, column: int) -> str:
    """A cell of table 4 by its official names; `name` is a field of `report.Disputes`."""
    return f"{DISPUTE_GROUPS[name]} · {DISPUTE_LABELS[column]}"


def place_words(override: Override) -> str:
    """The cell of an override by its official names."""
    if override.table == 3:
        row = int(override.row)
        words = cell_words(row, override.column)
        return _("Row {number}: {words}").format(number=row, words=words)
    return dispute_cell_words(override.row, override.column)


def override_words(override: Override) -> str:
    """That a number was set by hand, instead of which, and why."""
    return _("Register {counted}, reported {number}. Reason: {reason} ({date})").format(
        counted=override.counted,
        number=override.number,
        reason=override.reason,
        date=date_text(override.made_on),
    )


def counted_end(case: Case) -> dt.date | None:
    """The day a case ended as the report counts it: by its first answer."""
    return case.request.endings[0].closed_on if case.request.endings else case.closed_on


def counted_result(case: Case) -> str:
    """The result of that answer, or how an open case stands."""
    if case.request.endings:
        first = outcome_of(case.request.endings[0].outcome)
        return first.label if first else ""
    return case.outcome.label if case.closed and case.outcome else label(case.status)


def why_counted(case: Case, year: int, row: int) -> str:
    """What puts `case` into this row and its column of table 3 of `year`, by its dates."""
    seen = report_case(case.request, case.events)
    assert seen.received is not None, "counted cases have a receipt date"
    assert seen.kind is not None, "counted cases have a kind"
    received = date_text(seen.received)
    if row == RECEIVED_ROW:
        words = _("received on {date}, in {year}").format(date=received, year=year)
    elif row == CARRIED_IN_ROW:
        words = _("received on {date}, not closed by the end of {year}").format(
            date=received, year=year - 1
        )
    elif row == CARRIED_OUT_ROW:
        words = _("received on {date}, not closed by the end of {year}").format(
            date=received, year=year
        )
    else:
        assert seen.closed_on is not None, "results are of closed cases"
        assert seen.row is not None, "results have a row"
        words = _("closed on {date}: {result}").format(
            date=date_text(seen.closed_on), result=row_labels()[seen.row]
        )
        if row == TOTAL_ROW:
            words = _("{words} (row {row})").format(words=words, row=seen.row)
        if case.request.endings:
            words = _("{words} (first answer, before the new decision)").format(words=words)
    return _("{words}; {kind}").format(words=words, kind=label(seen.kind))


def why_not_counted(request_id: str, counted: Counted) -> str:
    """Why a request is in no cell; "" when it is in one."""
    found = (one for one in counted.not_counted if one.case_id == request_id)
    problem = next(found, None)
    return sentence(problem.problem) if problem else ""


def places_words(request_id: str, counted: Counted) -> str:
    """Every cell in which a request is counted now, the sums aside; else why it is in none."""
    places = [
        place
        for place, ids in counted.cases.items()
        if place[1] < SUM_COLUMN and place[0] != TOTAL_ROW and request_id in ids
    ]
    if not places:
        return why_not_counted(request_id, counted) or _("not in the report of this year")
    rows = _(", ").join(_("row {number}").format(number=row) for row, _column in places)
    return _("{rows}, column {column}").format(rows=rows, column=COLUMN_LABELS[places[0][1]])


def why_disputed(dispute: Dispute, year: int) -> str:
    """What puts a dispute into its column of table 4 of `year`."""
    result = result_in(dispute, year)
    if result is DisputeResult.PENDING or dispute.decided_on is None:
        last = date_text(dt.date(year, 12, 31))
        return _("received on {date}, not decided by {last}").format(
            date=date_text(dispute.received_on), last=last
        )
    return _("decided on {date}: {result}").format(
        date=date_text(dispute.decided_on), result=label(dispute.result)
    )
