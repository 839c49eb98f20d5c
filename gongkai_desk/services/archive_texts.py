"""What the sheets of the archive folder say, in the language of the interface."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gongkai_desk import documents
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    SearchRecord,
)
from gongkai_desk.domain.case_timeline import timeline_of
from gongkai_desk.domain.disputes import Deadline
from gongkai_desk.domain.request import Applicant, Request, Service
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.journal import JournalEntry
from gongkai_desk.texts import label, operation

Facts = Sequence[tuple[str, str]]


def form_facts(case: Case) -> list[tuple[str, list[tuple[str, str]]]]:
    """The registration form in parts: heading, and label and text of what is filled in."""
    request = case.request
    parts = [(_("Receipt"), list(_receipt(request)))]
    for number, applicant in enumerate(request.applicants, start=1):
        heading = _("Applicant") if len(request.applicants) == 1 else _("Applicant {n}")
        parts.append((heading.format(n=number), list(_applicant(applicant))))
    parts.append((_("What is asked for"), list(_wanted(request))))
    parts.append((_("Outcome"), list(_ending(case))))
    parts.append((_("In the office"), list(_office(request))))
    filled = ((heading, [fact for fact in facts if fact[1]]) for heading, facts in parts)
    return [(heading, facts) for heading, facts in filled if facts]


def _day(day: dt.date | None) -> str:
    return date_text(day) if day else ""


def _joined(*pieces: str) -> str:
    return _(", ").join(piece for piece in pieces if piece)


def _receipt(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Number"), request.number
    yield _("Matter"), label(request.matter)
    yield _("Channel"), label(request.channel)
    yield _("Submitted or sent on"), _day(request.submitted)
    yield (
        _("Arrived on"),
        " ".join(part for part in (_day(request.arrived), request.arrived_at) if part),
    )
    yield _("Legal receipt date"), _day(request.received)
    yield _("Confirmed by"), request.confirmed_by
    yield _("Confirmed how"), request.confirmed_how
    yield _("Platform number"), request.platform_number


def _applicant(applicant: Applicant) -> Iterator[tuple[str, str]]:
    yield _("Name"), applicant.name
    yield _("Applicant type"), label(applicant.kind) if applicant.kind else ""
    yield _("Legal representative"), applicant.legal_representative
    yield _("Contact person"), applicant.contact_person
    number = applicant.identity_number
    yield label(applicant.identity_kind), number
    yield _("Phone"), applicant.phone
    yield _("E-mail"), applicant.email
    yield _("Postal address"), _joined(applicant.address, applicant.postcode)
    yield (
        _("Agent"),
        _joined(applicant.agent_name, applicant.agent_identity_number, applicant.agent_authority),
    )
    yield _("Rare characters"), applicant.rare_characters


def _wanted(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Information asked for"), request.subject
    yield _("Description"), request.description
    yield _("Purpose"), request.purpose
    yield _("Form wanted"), label(request.carrier) if request.carrier.value else ""
    yield _("Way wanted"), label(request.delivery) if request.delivery.value else ""


def _ending(case: Case) -> Iterator[tuple[str, str]]:
    request = case.request
    for ending in request.endings:
        outcome = outcomes().get(ending.outcome)
        yield (
            _("Earlier answer"),
            _joined(_day(ending.closed_on), outcome.label if outcome else "", ending.reply_number),
        )
    yield _("Outcome"), case.outcome.label if case.outcome else ""
    yield _("Report row"), case.result
    yield _("Reasons"), request.outcome_reason
    yield _("Reply number"), request.reply_number
    yield _("Closed on"), _day(case.closed_on)
    yield _("Service"), _service(request.service) if request.service else ""


def _service(service: Service) -> str:
    return _joined(
        label(service.way),
        _day(service.posted_on),
        service.mail_number,
        _day(service.signed_on),
        service.signed_by,
        service.agency,
        service.proof,
    )


def _office(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Handled by"), request.handler
    yield _("Tags"), " ".join(request.tags)
    yield _("Note"), request.note
    yield _("Archive number"), request.archive_number
    yield _("Archived on"), _day(request.archived_on)
    years = request.retention_years
    yield _("Retention period"), _("{n} years").format(n=years) if years else ""


def history_sections(case: Case, database: Database) -> Iterator[documents.archive_sheets.Section]:
    """What happened to a case: picture, events, and everything else its file holds."""
    sheets = documents.archive_sheets
    timeline = timeline_of(case)
    if timeline is not None:
        yield sheets.Section(heading=_("Timeline"), timeline=timeline)
    yield sheets.Section(
        heading=_("Events"),
        heads=(_("Date"), _("What happened"), _("Note"), _("Recorded by")),
        weights=(1.5, 2.2, 4.3, 1.2),
        rows=[
            (
                date_text(event.date),
                _event_name(event.kind, event.argument),
                _note(event),
                event.actor,
            )
            for event in case.timeline
        ],
        said=_("No events were recorded."),
    )
    request_id = case.request.id
    sections = (
        _consultations(database.read(ConsultedParty, request_id=request_id)),
        _fees(database.read(FeeNotice, request_id=request_id)),
        _searches(database.read(SearchRecord, request_id=request_id)),
        _contacts(database.read(ContactEntry, request_id=request_id)),
        _errands(database.read(Errand, request_id=request_id)),
    )
    yield from (section for section in sections if section.rows)


def _event_name(kind: object, argument: str) -> str:
    name = label(kind)  # type: ignore[arg-type]
    return _("{name} ({note})").format(name=name, note=argument) if argument else name


def _note(event: object) -> str:
    voided = getattr(event, "voided_on", None)
    note = str(getattr(event, "note", ""))
    if voided is None:
        return note
    because = getattr(event, "voided_because", "")
    text = _("[voided on {date}: {reason}]").format(date=voided, reason=because)
    return f"{text} {note}".strip()


def _consultations(parties: Iterable[ConsultedParty]) -> documents.archive_sheets.Section:
    return documents.archive_sheets.Section(
        heading=_("Parties consulted"),
        heads=(_("Consultation"), _("Party"), _("Kind"), _("Opinion"), _("Reasons")),
        weights=(0.8, 2, 1.6, 1.2, 3),
        rows=[
            (
                one.name,
                one.party,
                label(one.kind),
                label(one.opinion),
                _joined(one.opinion_reason, one.override_reason, one.note),
            )
            for one in parties
        ],
    )


def _fees(notices: Iterable[FeeNotice]) -> documents.archive_sheets.Section:
    return documents.archive_sheets.Section(
        heading=_("Fees"),
        heads=(_("Basis"), _("Number"), _("Amount (yuan)"), _("Paid (yuan)"), _("Receipt number")),
        weights=(1, 1, 1, 1, 2),
        rows=[
            (
                label(one.basis),
                str(one.count),
                str(one.amount),
                "" if one.paid_amount is None else str(one.paid_amount),
                one.receipt_number,
            )
            for one in notices
        ],
    )


def _searches(records: Iterable[SearchRecord]) -> documents.archive_sheets.Section:
    return documents.archive_sheets.Section(
        heading=_("Searches for the information"),
        heads=(
            _("Date"),
            pgettext("search", "Where"),
            pgettext("search", "How"),
            pgettext("search", "By whom"),
            pgettext("search", "Result"),
        ),
        weights=(1.4, 2, 2, 1, 2.4),
        rows=[
            (
                date_text(one.date),
                one.place,
                one.method,
                one.by,
                _joined(_("found") if one.found else _("not found"), one.result),
            )
            for one in records
        ],
    )


def _contacts(entries: Iterable[ContactEntry]) -> documents.archive_sheets.Section:
    return documents.archive_sheets.Section(
        heading=pgettext("contact", "Contacts with the applicant"),
        heads=(_("Date"), _("Way"), _("By"), _("Summary")),
        weights=(1.6, 1, 1, 4),
        rows=[
            (
                f"{date_text(one.date)} {one.time}".strip(),
                label(one.way),
                _joined(one.by, one.with_whom),
                _joined("" if one.reached else _("not reached"), one.summary),
            )
            for one in entries
        ],
    )


def _errands(errands: Iterable[Errand]) -> documents.archive_sheets.Section:
    return documents.archive_sheets.Section(
        heading=_("Asked within the administration"),
        heads=(_("Kind"), _("Unit"), _("Asked on"), _("Answered on"), _("Answer")),
        weights=(1.6, 1.6, 1.4, 1.4, 2.6),
        rows=[
            (
                label(one.kind),
                _joined(one.unit, one.person),
                date_text(one.asked_on),
                _day(one.answered_on),
                _joined(one.matter, one.answer),
            )
            for one in errands
        ],
    )


def dispute_facts(dispute: Dispute, deadlines: Iterable[Deadline]) -> list[tuple[str, str]]:
    """One reconsideration or suit as label and text."""
    facts = [
        (_("Reconsideration authority or court"), dispute.authority),
        (_("Case number"), dispute.case_number),
        (_("Claimant"), dispute.claimant),
        (_("Claim"), dispute.claim),
        (_("Copy received on"), _day(dispute.received_on)),
        (_("Answer handed in on"), _day(dispute.answered_on)),
        (_("Hearing on"), _day(dispute.heard_on)),
        (_("Date of the decision"), _day(dispute.decided_on)),
        (pgettext("dispute", "Result"), _joined(label(dispute.result), dispute.result_text)),
        (_("Decision number"), dispute.decision_number),
        (_("Costs"), dispute.costs),
        (_("Lessons"), dispute.lesson),
        (_("Tags"), " ".join(dispute.tags)),
    ]
    facts += [
        (label(one.what), _joined(date_text(one.due), one.basis)) for one in deadlines if one.ours
    ]
    return [fact for fact in facts if fact[1]]


def journal_rows(entries: Sequence[JournalEntry]) -> list[tuple[str, str, str, str]]:
    """When, who, what was done and to how many records; one line an action."""
    rows = []
    for _action, group in groupby(entries, key=lambda entry: entry.action):
        first, *rest = group
        at = first.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        rows.append((at, first.who, _operation_name(first.operation), str(1 + len(rest))))
    return rows


def _operation_name(name: str) -> str:
    step, colon, done = name.partition(":")
    if not colon:
        return operation(name) or name
    words = {"undo": _("Undone: {operation}"), "redo": _("Done again: {operation}")}
    return words.get(step, "{operation}").format(operation=operation(done) or done)
