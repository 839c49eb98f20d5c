"""What must be right in an activity or an institution before it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.activity_forms import (
    FieldType,
    KindForm,
    filled,
    iso_date,
    last_day,
    value_of,
    whole_number,
)
from gongkai_desk.domain.problems import Problem, Severity


def check_institution(institution: Institution, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    if not institution.name.strip():
        yield Problem("institution-name-missing", "name")
    for field in ("catalogue_on", "closed_on"):
        day = getattr(institution, field)
        if day is not None and day > today:
            yield Problem("record-after-today", field, {"date": day, "today": today})


def check_activity(activity: Activity, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record; a day in the future is a plan, not a record."""
    if not activity.title.strip():
        yield Problem("activity-title-missing", "title")
    if activity.date > today:
        yield Problem("record-after-today", "date", {"date": activity.date, "today": today})
    if activity.until is not None and activity.until < activity.date:
        values = {"from": activity.date, "until": activity.until}
        yield Problem("activity-ends-before-it-begins", "until", values)
    if activity.participants == 0:
        yield Problem("activity-without-people", "participants", severity=Severity.WARNING)


def check_details(activity: Activity, form: KindForm, today: dt.date) -> Iterator[Problem]:
    """What the form of its kind asks for; problems name own fields as they are named in it."""
    yield from _own_fields(activity, form, today)
    for less, more in form.at_most:
        one, other = (whole_number(value_of(activity, name)) for name in (less, more))
        if one is not None and other is not None and one > other:
            yield Problem(
                "activity-more-than-all",
                less,
                {"part": form.title(less), "n": one, "whole": form.title(more), "of": other},
            )
    for names in form.ordered:
        yield from _in_order(activity, form, names)
    for given, wanted in form.asks:
        if filled(activity, given) and not value_of(activity, wanted):
            values = {"given": form.title(given), "wanted": form.title(wanted)}
            yield Problem("activity-answer-wanted", wanted, values, Severity.WARNING)
    yield from _opinions_left(activity, form)


def check_consultation(activity: Activity, least: int) -> Iterator[Problem]:
    """A consultation on a major decision lasts `least` days (重大行政决策程序暂行条例第十五条:
    一般不少于30日，因情况紧急等缩短的应当说明).
    """
    if activity.kind is not ActivityKind.PUBLIC_CONSULTATION or activity.until is None:
        return
    days = (activity.until - activity.date).days  # its first day does not count, 民法典第二百零一条
    if activity.details.get("matter") == "重大行政决策" and 0 < days < least:
        yield Problem(
            "activity-consultation-short", "until", {"n": days, "least": least}, Severity.WARNING
        )


def _own_fields(activity: Activity, form: KindForm, today: dt.date) -> Iterator[Problem]:
    for field in form.fields:
        text = value_of(activity, field.name)
        values: dict[str, object] = {"field": field.title, "text": text}
        if not text:
            if field.mandatory:
                yield Problem("activity-field-missing", field.name, values)
        elif field.type is FieldType.COUNT and whole_number(text) is None:
            yield Problem("activity-count-unreadable", field.name, values)
        elif field.type is FieldType.DATE:
            day = iso_date(text)
            if day is None:
                yield Problem("activity-date-unreadable", field.name, values)
            elif day > today and not field.future:
                yield Problem("record-after-today", field.name, {"date": day, "today": today})


def _in_order(activity: Activity, form: KindForm, names: tuple[str, ...]) -> Iterator[Problem]:
    days = [
        (name, last_day(activity) if name == "until" else iso_date(value_of(activity, name)))
        for name in names
    ]
    known = [(name, day) for name, day in days if day is not None]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            name = later if form.field(later) else earlier
            yield Problem(
                "activity-dates-out-of-order",
                name,
                {"field": form.title(name), "first": first, "second": second},
            )


def _opinions_left(activity: Activity, form: KindForm) -> Iterator[Problem]:
    """Opinions that were not taken want their reasons, where the kind has a field for them."""
    if form.field("reasons") is None or value_of(activity, "reasons"):
        return
    received, taken = (whole_number(value_of(activity, name)) for name in ("opinions", "adopted"))
    if received is not None and taken is not None and taken < received:
        yield Problem(
            "activity-reasons-wanted", "reasons", {"n": received - taken}, Severity.WARNING
        )
