"""The fields of a request (条例 第二十九条、第三十一条), in the order of the paper form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from gongkai_desk.domain.receipt import receipt_hint, receipt_rule
from gongkai_desk.domain.request import (
    Applicant,
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    Request,
)
from gongkai_desk.i18n import _
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.register.columns_form import ExplainedChoice, TwoColumnForm
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField

_ORGANISATION = ("applicant.legal_representative", "applicant.contact_person")
_AGENT = ("applicant.agent_name", "applicant.agent_identity_number", "applicant.agent_authority")
_PROOF = ("confirmed_by", "confirmed_how")
_APPLICANT_TEXTS = (
    "name",
    "identity_number",
    "phone",
    "email",
    "address",
    "postcode",
    "rare_characters",
)
_TEXTS = (
    "number",
    "subject",
    "description",
    "purpose",
    "platform_number",
    "handler",
    "note",
)


def kind_hint(kind: ApplicantKind | None) -> str:
    """Whom the annual report counts under a kind; there is no official definition."""
    if kind is None:
        return _("The annual report counts every request under one of six types.")
    return {
        ApplicantKind.NATURAL_PERSON: _(
            "A citizen. A lawyer who applies for a client counts under the client."
        ),
        ApplicantKind.BUSINESS: _(
            "Companies, partnerships and other profit-making units, sole traders as a unit."
        ),
        ApplicantKind.RESEARCH: _("Universities and research institutes."),
        ApplicantKind.PUBLIC_INTEREST: _(
            "Social organisations, foundations and social service institutions."
        ),
        ApplicantKind.LEGAL_SERVICE: _(
            "Law firms, local legal services, notaries and judicial appraisers, in their own name."
        ),
        ApplicantKind.OTHER: _(
            "Everybody else: village committees, owners' committees, public institutions."
        ),
    }[kind]


def channel_hint(channel: Channel | None) -> str:
    """What makes the receipt date of a channel, and what to keep as proof."""
    if channel is None or channel is Channel.UNSPECIFIED:
        return sentence(receipt_hint(Channel.UNSPECIFIED))
    rule = receipt_rule(channel).basis.partition("：")[0]
    return _("{hint} ({rule})").format(hint=sentence(receipt_hint(channel)), rule=rule)


def _lines(number: int) -> LongTextField:
    field = LongTextField(lines=number)
    field.setFixedHeight(field.minimumHeight())
    return field


class RequestForm(TwoColumnForm):
    """`show_request` fills it, `request(base)` reads it; fields that do not apply are hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._receipt()
        self._wish()
        self._applicant()
        self._agent_fields()
        self._office()
        self.channel.changed.connect(self._follow)
        self.kind.changed.connect(self._kind_chosen)
        self.agent.toggled.connect(self._follow)
        self._follow()

    def _receipt(self) -> None:
        form = self.left
        form.add_heading(_("Receipt"))
        form.add("number", _("Number"), TextField())
        channels = [channel for channel in Channel if channel is not Channel.UNSPECIFIED]
        self.channel = ExplainedChoice[Channel](
            channels, label, channel_hint, empty=_("Please choose")
        )
        self.channel.name_it(_("Channel"))
        form.add("channel", _("Channel"), self.channel, mandatory=True)
        form.add("submitted", _("Submitted or sent on"), DateField())
        form.add("arrived", _("Arrived on"), DateField())
        form.add("received", _("Legal receipt date"), DateField())
        form.add(
            "confirmed_by", _("Confirmed by"), TextField(hint=_("Who talked to the applicant"))
        )
        form.add(
            "confirmed_how",
            _("Confirmed how"),
            TextField(hint=_("By phone at 10:20, by mail, on the platform …")),
        )

    def _wish(self) -> None:
        form = self.left
        form.add_heading(_("What is asked for"))
        form.add("subject", _("Information asked for"), TextField(), mandatory=True)
        form.add(
            "description",
            _("Description"),
            _lines(4),
            hint=_("Name, document number or other features that help to find it."),
        )
        form.add("purpose", _("Purpose"), TextField(), hint=_("Only if the applicant states one."))
        self.carrier = ChoiceField[CarrierForm](CarrierForm, label)
        form.add("carrier", _("Form wanted"), self.carrier)
        self.delivery = ChoiceField[Delivery](Delivery, label)
        form.add("delivery", _("Way wanted"), self.delivery)

    def _office(self) -> None:
        form = self.right
        form.add_heading(_("In the office"))
        form.add("handler", _("Handled by"), TextField(hint=_("Office or person in charge")))
        form.add("platform_number", _("Platform number"), TextField())
        form.add("tags", _("Tags"), TextField(hint=_("Separated by blanks")))
        form.add("note", _("Note"), _lines(2))

    def _applicant(self) -> None:
        form = self.right
        form.add_heading(_("Applicant"))
        form.add("applicant.name", _("Name"), TextField(), mandatory=True)
        self.kind = ExplainedChoice[ApplicantKind](
            ApplicantKind, label, kind_hint, empty=_("Please choose")
        )
        self.kind.name_it(_("Applicant type"))
        form.add("applicant.kind", _("Applicant type"), self.kind)
        form.add("applicant.legal_representative", _("Legal representative"), TextField())
        form.add("applicant.contact_person", _("Contact person"), TextField())
        self.identity = ChoiceField[IdentityKind](IdentityKind, label)
        form.add("applicant.identity_kind", _("Proof of identity"), self.identity)
        form.add("applicant.identity_number", _("Its number"), TextField())
        form.add("applicant.phone", _("Phone"), TextField())
        form.add("applicant.email", _("E-mail"), TextField())
        form.add("applicant.address", _("Postal address"), TextField())
        form.add("applicant.postcode", _("Postcode"), TextField())
        form.add(
            "applicant.rare_characters",
            _("Rare characters"),
            TextField(hint=_("How to read and write them")),
        )

    def _agent_fields(self) -> None:
        form = self.right
        self.agent = QCheckBox(_("An agent applies"))
        self.agent.setObjectName("has-agent")
        form.add_wide(self.agent)
        form.add("applicant.agent_name", _("Agent's name"), TextField())
        form.add("applicant.agent_identity_number", _("Agent's ID number"), TextField())
        form.add(
            "applicant.agent_authority",
            _("Authority"),
            TextField(hint=_("Power of attorney, its date and scope")),
        )

    def text(self, name: str) -> str:
        widget = self.field(name)
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText().strip()
        assert isinstance(widget, QLineEdit)
        return widget.text().strip()

    def set_text(self, name: str, text: str) -> None:
        widget = self.field(name)
        if isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        else:
            assert isinstance(widget, QLineEdit)
            widget.setText(text)

    def date_field(self, name: str) -> DateField:
        widget = self.field(name)
        assert isinstance(widget, DateField)
        return widget

    def show_request(self, request: Request) -> None:
        applicant = request.applicant
        for name in _TEXTS:
            self.set_text(name, getattr(request, name))
        for name in _PROOF:
            self.set_text(name, getattr(request, name))
        for name in ("submitted", "arrived", "received"):
            self.date_field(name).set_date(getattr(request, name))
        self.set_text("tags", " ".join(request.tags))
        self.channel.set_value(request.channel)
        self.carrier.set_value(request.carrier)
        self.delivery.set_value(request.delivery)
        self.kind.set_value(applicant.kind)
        self.identity.set_value(applicant.identity_kind)
        for name in _APPLICANT_TEXTS:
            self.set_text(f"applicant.{name}", getattr(applicant, name))
        for dotted in (*_ORGANISATION, *_AGENT):
            self.set_text(dotted, getattr(applicant, dotted.removeprefix("applicant.")))
        self.agent.setChecked(bool(applicant.agent_name or applicant.agent_authority))
        self._follow()

    def request(self, base: Request) -> Request:
        """`base` with what the fields say; what is hidden is empty."""
        texts: dict[str, Any] = {name: self._shown_text(name) for name in (*_TEXTS, *_PROOF)}
        return replace(
            base,
            applicant=self._applicant_draft(base.applicant),
            channel=self.channel.value() or Channel.UNSPECIFIED,
            submitted=self.date_field("submitted").date(),
            arrived=self.date_field("arrived").date(),
            received=self.date_field("received").date(),
            carrier=self.carrier.value() or CarrierForm.UNSPECIFIED,
            delivery=self.delivery.value() or Delivery.UNSPECIFIED,
            tags=tuple(self.text("tags").replace("，", " ").replace("、", " ").split()),
            **texts,
        )

    def _applicant_draft(self, base: Applicant) -> Applicant:
        identity = self.identity.value()
        assert identity is not None
        dotted = (*(f"applicant.{name}" for name in _APPLICANT_TEXTS), *_ORGANISATION, *_AGENT)
        texts: dict[str, Any] = {
            name.removeprefix("applicant."): self._shown_text(name) for name in dotted
        }
        return replace(base, kind=self.kind.value(), identity_kind=identity, **texts)

    def _shown_text(self, name: str) -> str:
        return "" if self.field(name).isHidden() else self.text(name)

    def _kind_chosen(self) -> None:
        if self._organisation and not self.text("applicant.identity_number"):
            self.identity.set_value(IdentityKind.CREDIT_CODE)
        self._follow()

    @property
    def _organisation(self) -> bool:
        return self.kind.value() not in (None, ApplicantKind.NATURAL_PERSON)

    def _follow(self) -> None:
        channel = self.channel.value()
        for name in _PROOF:
            self.show_field(name, channel is not None and channel.needs_confirmation)
        for name in _ORGANISATION:
            self.show_field(name, self._organisation)
        for name in _AGENT:
            self.show_field(name, self.agent.isChecked())
        self.changed.emit()
