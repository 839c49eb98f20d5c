"""What is written about a request, as title and text, without what is empty."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import Applicant, CarrierForm, Delivery, Matter, Request, Service
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.outcomes import outcome_of
from gongkai_desk.texts import label
from gongkai_desk.ui.register.privacy import (
    shown_address,
    shown_applicant,
    shown_email,
    shown_identity,
    shown_name,
    shown_phone,
)
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.widgets.plain import PlainLabel

Fact = tuple[str, str]


def facts(case: Case) -> list[Fact]:
    """In the order of the form; what only a closed case has comes first. Personal data is shown
    as `privacy` says; numbers of documents are never shown whole.
    """
    request = case.request
    every = [
        *_ending(case),
        *_applicants(request),
        *_receipt(case),
        *_wish(request),
    ]
    return [(title, text) for title, text in every if text.strip()]


def _ending(case: Case) -> Iterator[Fact]:
    request = case.request
    if not case.closed:
        return
    yield _("Outcome"), case.outcome.label if case.outcome else ""
    yield _("Report row"), case.result
    withheld = outcome_of(request.withheld_ground)
    yield _("The rest is withheld for"), withheld.label if withheld else ""
    yield _("Reasons"), request.outcome_reason
    yield _("Reply number"), request.reply_number
    yield _("Service"), _service(request.service) if request.service else ""


def _service(service: Service) -> str:
    pieces = (
        label(service.way),
        service.agency,
        iso(service.counts_on),
        service.mail_number,
        shown_name(service.signed_by),
        service.proof,
    )
    return _(", ").join(piece for piece in pieces if piece)


def _applicants(request: Request) -> Iterator[Fact]:
    yield from _applicant(request.applicant)
    if request.co_applicants:
        yield _("Applicants together"), str(len(request.applicants))
    for one in request.co_applicants:
        number = shown_identity(one.identity_number) if one.identity_number else ""
        contact = shown_phone(one.phone) or shown_email(one.email) or shown_address(one.address)
        agent = shown_name(one.agent_name)
        agent = _("agent: {name}").format(name=agent) if agent else ""
        told = (shown_applicant(one), number, contact, agent)
        yield _("Co-applicant"), _joined(*told)


def _applicant(applicant: Applicant) -> Iterator[Fact]:
    kind = label(applicant.kind) if applicant.kind else ""
    yield _("Applicant"), _joined(shown_applicant(applicant), kind)
    yield _("Rare characters"), shown_name(applicant.rare_characters)
    yield _("Legal representative"), shown_name(applicant.legal_representative)
    yield _("Contact person"), shown_name(applicant.contact_person)
    number = applicant.identity_number
    yield label(applicant.identity_kind), shown_identity(number) if number else ""
    yield _("Phone"), shown_phone(applicant.phone)
    yield _("E-mail"), shown_email(applicant.email)
    yield _("Postal address"), _joined(shown_address(applicant.address), applicant.postcode)
    agent = applicant.agent_identity_number
    yield (
        _("Agent"),
        _joined(
            shown_name(applicant.agent_name),
            shown_identity(agent) if agent else "",
            applicant.agent_authority,
        ),
    )


def _receipt(case: Case) -> Iterator[Fact]:
    request = case.request
    yield _("Channel"), label(request.channel)
    yield _("Submitted"), iso(request.submitted)
    yield _("Arrived"), " ".join(filter(None, (iso(request.arrived), request.arrived_at)))
    yield _("Received"), iso(request.received)
    yield _("Confirmed"), _joined(request.confirmed_by, request.confirmed_how)
    if case.attempts:
        words = ngettext("{n} attempt in vain", "{n} attempts in vain", case.attempts)
        yield _("Applicant not reached"), words.format(n=case.attempts)
    yield _("Platform number"), request.platform_number


def _wish(request: Request) -> Iterator[Fact]:
    if request.matter is not Matter.DISCLOSURE:
        yield _("Matter"), label(request.matter)
    yield _("Description"), request.description
    yield _("Purpose"), request.purpose
    carrier = "" if request.carrier is CarrierForm.UNSPECIFIED else label(request.carrier)
    delivery = "" if request.delivery is Delivery.UNSPECIFIED else label(request.delivery)
    yield _("Form wanted"), _joined(carrier, delivery)
    yield _("Handled by"), request.handler
    yield _("Tags"), pgettext("tags", ", ").join(request.tags)
    yield _("Note"), request.note


def _joined(*pieces: str) -> str:
    return _(", ").join(piece for piece in pieces if piece)


class FactList(QWidget):
    """Titles at the left, texts at the right, both selectable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._body)
        self._layout.addStretch(1)

    def show_case(self, case: Case) -> None:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (title, text) in enumerate(facts(case)):
            name = PlainLabel(title, body, look="muted")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(text, body, wrap=True, selectable=True), row, 1)
        old, self._body = self._body, body
        self._layout.replaceWidget(old, body)
        old.hide()
        old.deleteLater()
