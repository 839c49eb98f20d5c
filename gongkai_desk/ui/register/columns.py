"""The columns of the register: those an officer reads in every row, and those that can be added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import Stage
from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _, number_text
from gongkai_desk.texts import label
from gongkai_desk.ui.models.column_filter import Choice, ChoiceFilter, DateFilter, TextFilter
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.privacy import shown_applicant, shown_name, shown_phone
from gongkai_desk.ui.register.view import countdown, due_text, iso, outcome_text, status_state
from gongkai_desk.ui.theme import Tone


def columns(stage: Callable[[Case], Stage | None]) -> tuple[Column[Case], ...]:
    """In the order in which an officer reads a row: who wants what, and how long is left. `stage`
    tells the last one that a case has passed.
    """
    return (*_asked(), *_standing(), *_more(), *_numbers(), *_people(), *_dates(), _stage(stage))


def _text(
    name: str, title: str, text: Callable[[Request], str], *, width: int = 8, shown: bool = False
) -> Column[Case]:
    def of_case(case: Case) -> str:
        return text(case.request)

    return Column(
        name=name,
        title=title,
        text=of_case,
        width=width,
        shown=shown,
        filter=TextFilter[Case](text=of_case),
    )


def _date(
    name: str,
    title: str,
    day: Callable[[Case], dt.date | None],
    *,
    width: int = 6,
    shown: bool = False,
) -> Column[Case]:
    return Column(
        name=name,
        title=title,
        text=lambda case: iso(day(case)),
        sort_key=day,
        width=width,
        shown=shown,
        filter=DateFilter[Case](day=day),
    )


def _asked() -> tuple[Column[Case], ...]:
    return (
        _text("number", _("Number"), lambda request: request.number, width=5, shown=True),
        _date("received", _("Received"), lambda case: case.request.received, shown=True),
        Column(
            name="applicant",
            title=_("Applicant"),
            text=lambda case: shown_applicant(case.request.applicant),
            width=6,
            filter=TextFilter[Case](
                text=lambda case: "\n".join(one.name for one in case.request.applicants)
            ),
        ),
        _text(
            "subject",
            _("Information asked for"),
            lambda request: request.subject,
            width=14,
            shown=True,
        ),
    )


def _standing() -> tuple[Column[Case], ...]:
    return (
        Column(
            name="left",
            title=_("Working days left"),
            text=lambda case: countdown(case)[2],
            sort_key=lambda case: None if case.closed else case.remaining,
            tone=lambda case: countdown(case)[0],
            icon=lambda case: countdown(case)[1],
            width=10,
        ),
        Column(
            name="due",
            title=_("Due date"),
            text=due_text,
            sort_key=lambda case: case.due,
            tone=lambda case: Tone.WARN if case.provisional else None,
            width=10,
            filter=DateFilter[Case](day=lambda case: case.due),
        ),
        Column(
            name="status",
            title=_("Status"),
            text=lambda case: status_state(case)[2],
            tone=lambda case: status_state(case)[0],
            icon=lambda case: status_state(case)[1],
            chip=True,
            width=8,
            filter=ChoiceFilter[Case](values=_status),
        ),
    )


def _more() -> tuple[Column[Case], ...]:
    return (
        Column(
            name="outcome",
            title=_("Outcome"),
            text=outcome_text,
            width=12,
            filter=ChoiceFilter[Case](values=_outcome),
        ),
        Column(
            name="handler",
            title=_("Handled by"),
            text=lambda case: case.request.handler,
            filter=ChoiceFilter[Case](values=lambda case: (_word(case.request.handler),)),
        ),
        Column(
            name="kind",
            title=_("Applicant type"),
            text=lambda case: _kind(case)[0][1],
            width=8,
            filter=ChoiceFilter[Case](values=_kind),
        ),
        Column(
            name="channel",
            title=_("Channel"),
            text=lambda case: label(case.request.channel),
            width=9,
            filter=ChoiceFilter[Case](
                values=lambda case: ((case.request.channel.value, label(case.request.channel)),)
            ),
        ),
        _tags(),
    )


def _stage(stage: Callable[[Case], Stage | None]) -> Column[Case]:
    order = {each: place for place, each in enumerate(Stage)}

    def choice(case: Case) -> Choice:
        passed = stage(case)
        return (passed.value, label(passed)) if passed else _word("")

    def place(case: Case) -> int | None:
        passed = stage(case)
        return order[passed] if passed else None

    return Column(
        name="stage",
        title=_("Stage"),
        text=lambda case: label(passed) if (passed := stage(case)) else "",
        sort_key=place,
        width=6,
        shown=False,
        filter=ChoiceFilter[Case](values=lambda case: (choice(case),)),
    )


def _tags() -> Column[Case]:
    return Column(
        name="tags",
        title=_("Tags"),
        text=lambda case: " ".join(case.request.tags),
        width=9,
        shown=False,
        filter=ChoiceFilter[Case](
            values=lambda case: tuple(map(_word, case.request.tags)) or (_word(""),)
        ),
    )


def _numbers() -> tuple[Column[Case], ...]:
    return (
        _text("reply_number", _("Reply number"), lambda request: request.reply_number, width=11),
        _text(
            "platform_number",
            _("Platform number"),
            lambda request: request.platform_number,
            width=9,
        ),
        Column(
            name="days_used",
            title=_("Working days used"),
            text=lambda case: "" if (days := _days_used(case)) is None else number_text(days),
            sort_key=_days_used,
            width=7,
            right=True,
            shown=False,
        ),
    )


def _people() -> tuple[Column[Case], ...]:
    return (
        Column(
            name="phone",
            title=_("Phone"),
            text=lambda case: shown_phone(case.request.applicant.phone),
            width=8,
            shown=False,
            filter=TextFilter[Case](text=lambda case: case.request.applicant.phone),
        ),
        Column(
            name="agent",
            title=_("Agent"),
            text=lambda case: shown_name(case.request.applicant.agent_name),
            width=6,
            shown=False,
            filter=TextFilter[Case](text=lambda case: case.request.applicant.agent_name),
        ),
    )


def _dates() -> tuple[Column[Case], ...]:
    return (
        _date("submitted", _("Submitted"), lambda case: case.request.submitted),
        _date("arrived", _("Arrived"), lambda case: case.request.arrived),
        _date("closed_on", _("Closed on"), lambda case: case.closed_on),
        _text("note", _("Note"), lambda request: request.note, width=12),
    )


def _word(text: str) -> Choice:
    """A word as a choice; nothing said is a choice, too."""
    return text, text or _("(not filled in)")


def _status(case: Case) -> tuple[Choice, ...]:
    status: Status = case.status
    return ((status.value, label(status)),)


def _outcome(case: Case) -> tuple[Choice, ...]:
    if case.closed and case.outcome:
        return ((case.outcome.code, case.outcome.label),)
    return (("", _("(none yet)")),)


def _kind(case: Case) -> tuple[Choice, ...]:
    kind = case.request.applicant.kind
    return ((kind.value, label(kind)),) if kind else (("", ""),)


def _days_used(case: Case) -> int | None:
    """Working days of the present period that were counted, until the end or today."""
    clock = case.clock
    if clock is None or clock.due is None:
        return None
    return clock.period.counted(clock.calendar, clock.closed_on or clock.as_of)
