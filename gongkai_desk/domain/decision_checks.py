"""What must be right in a decision and its stages before they are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.decision_stages import WITH_CONSULTATION, entry_of, length
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.problems import Problem, Severity

FIRST_YEAR, LAST_YEAR = 2000, 2100


def check_decision(
    decision: Decision, today: dt.date, settings: DisclosureSettings
) -> Iterator[Problem]:
    """Problems name the fields of the record; what runs against the order is a warning: it may
    have been so.
    """
    if not decision.title.strip():
        yield Problem("decision-title-missing", "title")
    if not FIRST_YEAR <= decision.year <= LAST_YEAR:
        yield Problem("decision-year-unlikely", "year", {"year": decision.year})
    for field in ("listed_on", "decided_on", "dropped_on"):
        day = getattr(decision, field)
        if day is not None and day > today:
            yield Problem("record-after-today", field, {"date": day, "today": today})
    if decision.dropped_on is not None and not decision.dropped_because.strip():
        yield Problem("decision-dropped-without-reason", "dropped_because")
    for entry in decision.stages:
        yield from check_entry(entry, today, settings)
    yield from check_order(decision)


def check_entry(
    entry: StageEntry, today: dt.date, settings: DisclosureSettings
) -> Iterator[Problem]:
    """What is wrong in one stage, whatever the others are."""
    if entry.date is not None and entry.date > today:
        yield Problem("record-after-today", "date", {"date": entry.date, "today": today})
    if entry.date is None and not entry.reason.strip() and (entry.url or entry.note or entry.until):
        yield Problem("stage-date-missing", "date")
    if entry.stage is not DecisionStage.CONSULTATION or entry.date is None:
        return
    if entry.until is None:
        yield Problem("consultation-end-missing", "until")
    elif entry.until < entry.date:
        values = {"from": entry.date, "until": entry.until}
        yield Problem("consultation-ends-before-it-begins", "until", values)
    elif length(entry.date, entry.until) < settings.consultation_days and not entry.reason.strip():
        lasted = {"days": length(entry.date, entry.until), "least": settings.consultation_days}
        yield Problem("consultation-short", "reason", lasted, Severity.WARNING)


def check_order(decision: Decision) -> Iterator[Problem]:
    """Stages and days that stand in an order in which they cannot have been right."""
    consultation = entry_of(decision, DecisionStage.CONSULTATION)
    decided = decision.decided_on
    if consultation is not None and consultation.date is not None:
        end = consultation.until or consultation.date
        if decided is not None and consultation.date >= decided:
            yield _wrong("consultation-after-decision", "decided_on", decided, consultation.date)
        elif decided is not None and end > decided:
            yield _wrong("decided-before-consultation-ended", "decided_on", decided, end)
        for stage in WITH_CONSULTATION:
            entry = entry_of(decision, stage)
            if entry is not None and entry.date is not None and entry.date > consultation.date:
                values = {"stage": stage, "date": entry.date, "other": consultation.date}
                yield Problem("stage-after-consultation", "date", values, Severity.WARNING)
        adoption = entry_of(decision, DecisionStage.ADOPTION)
        if adoption is not None and adoption.date is not None and adoption.date < end:
            yield _wrong("adoption-before-consultation-ended", "date", adoption.date, end)
    for stage in (DecisionStage.RESULT, DecisionStage.EVALUATION):
        entry = entry_of(decision, stage)
        if entry is None or entry.date is None:
            continue
        if decided is None:
            values = {"stage": stage, "date": entry.date}
            yield Problem("stage-without-decision", "decided_on", values, Severity.WARNING)
        elif entry.date < decided:
            values = {"stage": stage, "date": entry.date, "other": decided}
            yield Problem("stage-before-decision", "date", values, Severity.WARNING)


def _wrong(code: str, field: str, date: dt.date, other: dt.date) -> Problem:
    return Problem(code, field, {"date": date, "other": other}, Severity.WARNING)
