"""What is written about a request, as title and text, without what is empty."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import Applicant, CarrierForm, Delivery, Request, Service
from gongkai_desk.i18n import _
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
    """In the order of the form; what only a closed case has comes first."""
    request = case.request
    every = [*_ending(case), *_applicant(request.applicant), *_receipt(request), *_wish(request)]
    return [(title, text) for title, text in every if text.strip()]


def _ending(case: Case) -> Iterator[Fact]:
    request = case.request
    if not case.closed:
        return
    yield _("Outcome"), case.outcome.label if case.outcome else ""
    yield _("Report row"), case.result
    yield _("Reasons"), request.outcome_reason
    yield _("Reply number"), request.reply_number
    yield _("Service"), _service(request.service) if request.service else ""


def _service(service: Service) -> str:
    pieces = (label(service.way), iso(service.counts_on), service.mail_number, service.signed_by)
    return _(", ").join(piece for piece in pieces if piece)


def _applicant(applicant: Applicant) -> Iterator[Fact]:
    kind = label(applicant.kind) if applicant.kind else ""
    yield _("Applicant"), _joined(shown_applicant(applicant), kind)
    yield _("Rare characters"), applicant.rare_characters
    yield _("Legal representative"), shown_name(applicant.legal_representative)
    yield _("Contact person"), shown_name(applicant.contact_person)
    number = applicant.identity_number
    yield label(applicant.identity_kind), shown_identity(number) if number else ""
    yield _("Phone"), shown_phone(applicant.phone)
    yield _("E-mail"), shown_email(applicant.email)
    yield _("Postal address"), _joined(shown_address(applicant.address), applicant.postcode)
    yield _("Agent"), _joined(shown_name(applicant.agent_name), applicant.agent_authority)


def _receipt(request: Request) -> Iterator[Fact]:
    yield _("Channel"), label(request.channel)
    yield _("Submitted"), iso(request.submitted)
    yield _("Arrived"), iso(request.arrived)
    yield _("Received"), iso(request.received)
    yield _("Confirmed"), _joined(request.confirmed_by, request.confirmed_how)
    yield _("Platform number"), request.platform_number


def _wish(request: Request) -> Iterator[Fact]:
    yield _("Description"), request.description
    yield _("Purpose"), request.purpose
    carrier = "" if request.carrier is CarrierForm.UNSPECIFIED else label(request.carrier)
    delivery = "" if request.delivery is Delivery.UNSPECIFIED else label(request.delivery)
    yield _("Form wanted"), _joined(carrier, delivery)
    yield _("Handled by"), request.handler
    yield _("Tags"), " ".join(request.tags)
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
