"""Rows of a ledger as requests with their events."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.identity_number import check_identity
from gongkai_desk.domain.ledger_fields import COMPUTED, LedgerField
from gongkai_desk.domain.ledger_history import EventReader, read_course
from gongkai_desk.domain.ledger_layout import LedgerLayout, continues, request_rows
from gongkai_desk.domain.ledger_reading import Answers, LedgerCase, LedgerReading
from gongkai_desk.domain.ledger_row import Notes, RowReader
from gongkai_desk.domain.ledger_sheet import LedgerSheet, address
from gongkai_desk.domain.ledger_words import NO_RESULT, LedgerWords
from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.request import (
    CLOSING,
    Applicant,
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    Ending,
    EventKind,
    IdentityKind,
    Request,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_checks import check_request

F = LedgerField
LONGEST_SUBJECT = 60
_MASK = "*"
_PARTED = re.compile(r"[、,，;；\n]+")
_ENDED = re.compile(r"[。；;\n]")
_PHONE = re.compile(r"[\d\s+()（）\-—,，、/;；]{5,}")
_PLACES = {
    "received": F.RECEIVED,
    "arrived": F.ARRIVED,
    "submitted": F.SUBMITTED,
    "applicant.name": F.APPLICANT,
    "applicant.identity_number": F.IDENTITY_NUMBER,
    "channel": F.CHANNEL,
    "subject": F.SUBJECT,
}
_TOLD = frozenset({"received-after-today", "received-before-arrival", "received-before-submission"})
_BY_HAND = frozenset({ServiceWay.IN_PERSON, ServiceWay.DELEGATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a ledger is read against: the `taken` numbers of the register with it."""

    words: LedgerWords
    outcomes: Mapping[str, Outcome]
    calendar: WorkCalendar
    today: dt.date
    taken: Collection[str] = ()


def read_cases(
    sheet: LedgerSheet,
    layout: LedgerLayout,
    around: Surroundings,
    answers: Answers,
    *,
    skip_duplicates: bool = False,
) -> LedgerReading:
    """Every row as a request, with everything that is wrong or open."""
    notes = Notes(around.words, answers, from_1904=sheet.from_1904)
    reader = _CaseReader(around, notes, layout)
    rows = request_rows(sheet, layout, around.words.foot)
    further = continues(sheet, layout)
    cases: list[LedgerCase] = []
    for number, row in rows.requests:
        fields = RowReader(number, row, reader.columns, notes)
        if number in further and cases:
            cases[-1] = reader.joined(cases[-1], fields)
        else:
            cases.append(reader.read(fields))
    _about_columns(layout, notes)
    _repeated(cases, layout, notes)
    new, known = _parted(cases, around.taken)
    for case in known if not skip_duplicates else ():
        cell = reader.address(case, F.NUMBER)
        notes.tell("ledger-number-taken", cell, number=case.request.number)
    return LedgerReading(
        sheet=sheet.name,
        layout=layout,
        cases=tuple(new),
        duplicates=tuple(known),
        skips_duplicates=skip_duplicates,
        problems=tuple(notes.problems),
        questions=notes.questions,
        skipped_rows=rows.skipped,
    )


class _CaseReader:
    def __init__(self, around: Surroundings, notes: Notes, layout: LedgerLayout) -> None:
        self._around, self._notes = around, notes
        self.columns: dict[LedgerField, list[int]] = defaultdict(list)
        for column in layout.columns:
            if column.field is not None and column.field not in COMPUTED:
                self.columns[column.field].append(column.index)
        self.columns = dict(self.columns)
        self._events = EventReader(
            around.words, dict(around.outcomes), around.calendar, around.today
        )

    def address(self, case: LedgerCase, field: LedgerField) -> str:
        return address(case.row, next(iter(self.columns.get(field, ())), 0))

    def joined(self, case: LedgerCase, row: RowReader) -> LedgerCase:
        """The case with the applicant of a further row of it."""
        also = self._applicant(row)
        if not also.name:
            return case
        request = replace(case.request, co_applicants=(*case.request.co_applicants, also))
        return replace(case, request=request)

    def read(self, row: RowReader) -> LedgerCase:
        request = self._answered(row, self._request(row))
        ended = self._ended(row, request)
        if ended is not None and not request.outcome:
            code = row.missing_outcome() if not row.text(F.OUTCOME) else None
            request = replace(request, outcome=code or "")
        if request.outcome == NO_RESULT:
            request = replace(request, outcome="")
        elif request.outcome and ended is None:
            row.tell("ledger-ending-undated", F.OUTCOME, text=row.text(F.OUTCOME))
        events = self._events.read(row, request, ended)
        if any(event.kind is EventKind.REDECISION_ORDERED for event in events):
            closed = [event.date for event in events if event.kind in CLOSING]
            request = replace(request, endings=(Ending(closed_on=closed[0], outcome=""),))
            row.tell("ledger-first-answer-unknown", F.HISTORY, warning=True)
        self._check(row, request)
        return LedgerCase(row=row.number, request=request, events=tuple(events))

    def _request(self, row: RowReader) -> Request:
        subject, description = self._asked_for(row)
        return Request(
            id=new_id(),
            number=row.text(F.NUMBER),
            applicant=self._applicant(row),
            co_applicants=tuple(
                Applicant(name=name) for name in _several(row.text(F.CO_APPLICANTS))
            ),
            channel=row.choice(F.CHANNEL, Channel) or Channel.UNSPECIFIED,
            subject=subject,
            description=description,
            purpose=row.text(F.PURPOSE),
            submitted=row.date(F.SUBMITTED),
            arrived=row.date(F.ARRIVED),
            received=row.date(F.RECEIVED),
            confirmed_by=row.text(F.CONFIRMED_BY),
            confirmed_how=row.text(F.CONFIRMED_HOW),
            carrier=row.choice(F.CARRIER, CarrierForm) or CarrierForm.UNSPECIFIED,
            delivery=row.choice(F.DELIVERY, Delivery) or Delivery.UNSPECIFIED,
            platform_number=row.text(F.PLATFORM_NUMBER),
            handler=row.text(F.HANDLER),
            tags=_several(row.text(F.TAGS)),
            note=self._note(row),
        )

    def _asked_for(self, row: RowReader) -> tuple[str, str]:
        """What is asked for in a line, and in full."""
        told, description = row.text(F.SUBJECT), row.text(F.DESCRIPTION)
        subject = " ".join(told.split("\n"))
        if not subject and description:
            first = _ENDED.split(description, maxsplit=1)[0].strip()
            subject = first if len(first) <= LONGEST_SUBJECT else first[: LONGEST_SUBJECT - 1] + "…"
        if "\n" in told and not description:
            description = told
        return subject, description

    def _applicant(self, row: RowReader) -> Applicant:
        contact = row.text(F.CONTACT)
        by_mail = "@" in contact
        by_phone = not by_mail and bool(_PHONE.fullmatch(contact))
        number = row.text(F.IDENTITY_NUMBER).replace(" ", "")
        kind = row.choice(F.APPLICANT_KIND, ApplicantKind)
        return Applicant(
            name=" ".join(row.text(F.APPLICANT).split()),
            kind=kind,
            identity_kind=row.choice(F.IDENTITY_KIND, IdentityKind) or _identity_kind(number, kind),
            identity_number=number,
            phone=row.text(F.PHONE) or (contact if by_phone else ""),
            email=row.text(F.EMAIL) or (contact if by_mail else ""),
            address=row.text(F.ADDRESS) or ("" if by_mail or by_phone else contact),
            postcode=row.postcode(),
            legal_representative=row.text(F.LEGAL_REPRESENTATIVE),
            contact_person=row.text(F.CONTACT_PERSON),
            agent_name=row.text(F.AGENT_NAME),
            rare_characters=row.text(F.RARE_CHARACTERS),
        )

    def _note(self, row: RowReader) -> str:
        """The note; a course of the case in free words is kept there, too."""
        note, course = row.text(F.NOTE), row.text(F.HISTORY)
        if course and read_course(course, "", self._around.words) is None:
            row.tell("ledger-course-kept-as-note", F.HISTORY, warning=True)
            return f"{note}\n{course}".strip()
        return note

    def _answered(self, row: RowReader, request: Request) -> Request:
        return replace(
            request,
            outcome=row.outcome() or "",
            outcome_reason=row.text(F.OUTCOME_REASON),
            reply_number=row.text(F.REPLY_NUMBER),
            service=self._service(row),
        )

    def _service(self, row: RowReader) -> Service | None:
        """How the reply was served, when the ledger tells the way, a mail number or who signed."""
        way = row.choice(F.SERVICE_WAY, ServiceWay)
        mail_number, signed_by = row.text(F.MAIL_NUMBER), row.text(F.SIGNED_BY)
        posted, signed = row.date(F.POSTED_ON), row.date(F.SIGNED_ON)
        served = row.date(F.SERVED_ON)
        if way is None:
            if not (mail_number or posted):
                return None
            way = ServiceWay.MAIL
        if way in _BY_HAND:
            signed = signed or served
        else:
            posted = posted or served
        return Service(
            way=way,
            posted_on=posted,
            mail_number=mail_number,
            signed_on=signed,
            signed_by=signed_by,
        )

    def _ended(self, row: RowReader, request: Request) -> dt.date | None:
        """The day of the reply; without one, the day on which it was served."""
        closed, service = row.date(F.CLOSED_ON), request.service
        if closed is None and service is not None:
            return service.counts_on
        return closed or row.date(F.SERVED_ON)

    def _check(self, row: RowReader, request: Request) -> None:
        """The rules of the register that a row must keep, at the cells they concern."""
        if not request.applicant.name and not row.raw(F.APPLICANT):
            row.tell("ledger-applicant-missing", F.APPLICANT)
        if not request.subject:
            row.tell("ledger-subject-missing", F.SUBJECT)
        for problem in check_request(request, today=self._around.today):
            if problem.code in _TOLD:
                row.pass_on(problem, _PLACES[problem.field])
        applicant = request.applicant
        if applicant.identity_number and _MASK not in applicant.identity_number:
            doubt = check_identity(applicant.identity_kind, applicant.identity_number, "")
            if doubt:
                row.tell(doubt.code, F.IDENTITY_NUMBER, warning=True)
        elif applicant.identity_number:
            row.tell("ledger-masked", F.IDENTITY_NUMBER, warning=True)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for one in _PARTED.split(text) if (part := one.strip()))


def _identity_kind(number: str, kind: ApplicantKind | None) -> IdentityKind:
    """The kind of a number that the ledger does not name: by its shape, else by who applies."""
    if re.fullmatch(r"\d{15}|\d{17}[\dXx]|\d{6}\*+[\dXx]{4}", number):
        return IdentityKind.ID_CARD
    if re.fullmatch(r"[0-9A-Za-z*]{18}", number):
        return IdentityKind.CREDIT_CODE
    organisation = kind not in (None, ApplicantKind.NATURAL_PERSON)
    if not number:
        return IdentityKind.CREDIT_CODE if organisation else IdentityKind.ID_CARD
    return IdentityKind.OTHER


def _about_columns(layout: LedgerLayout, notes: Notes) -> None:
    """What the ledger as a whole lacks."""
    if not layout.having(F.APPLICANT):
        notes.tell("ledger-column-missing", "", field=F.APPLICANT)
    if not layout.having(F.SUBJECT) and not layout.having(F.DESCRIPTION):
        notes.tell("ledger-column-missing", "", field=F.SUBJECT)
    for field, code in (
        (F.RECEIVED, "ledger-without-receipt"),
        (F.CHANNEL, "ledger-without-channel"),
    ):
        if not layout.having(field):
            notes.tell(code, "", warning=True)


def _repeated(cases: list[LedgerCase], layout: LedgerLayout, notes: Notes) -> None:
    """Numbers that the ledger itself gives twice."""
    column = next(iter(layout.having(F.NUMBER)), 0)
    first: dict[str, int] = {}
    for case in cases:
        number = case.request.number
        if number and number in first:
            cell = address(case.row, column)
            other = address(first[number], column)
            notes.tell("ledger-number-repeated", cell, number=number, other=other)
        elif number:
            first[number] = case.row


def _parted(
    cases: list[LedgerCase], taken: Collection[str]
) -> tuple[list[LedgerCase], list[LedgerCase]]:
    """The cases that are new, and those whose number the register has."""
    new: list[LedgerCase] = []
    known: list[LedgerCase] = []
    for case in cases:
        (known if case.request.number in taken else new).append(case)
    return new, known
