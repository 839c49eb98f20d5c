"""The fields of a request (条例 第二十九条、第三十一条), in the order of the paper form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import CarrierForm, Channel, Delivery, Matter, Request
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.register.columns_form import ExplainedChoice, TwoColumnForm
from gongkai_desk.ui.register.intake.applicant_section import ApplicantSection
from gongkai_desk.ui.register.intake.receipt_card import ReceiptCard
from gongkai_desk.ui.register.intake.tag_field import TagField
from gongkai_desk.ui.register.intake.words import channel_hint
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField

_PROOF = ("confirmed_by", "confirmed_how")
_DATES = ("submitted", "arrived", "received")
_TEXTS = (
    *("number", "subject", "description", "purpose", "platform_number", "handler", "note"),
    "arrived_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormExtras:
    """What the form is given from outside: the tags to offer, the field for files."""

    tags: Sequence[str] = ()
    files: QWidget | None = field(default=None)


def _lines(number: int) -> LongTextField:
    made = LongTextField(lines=number)
    made.setFixedHeight(made.minimumHeight())
    return made


class RequestForm(TwoColumnForm):
    """`show_request` fills it, `request(base)` reads it; fields that do not apply are hidden."""

    def __init__(self, extras: FormExtras | None = None) -> None:
        super().__init__()
        self._extras = extras or FormExtras()
        self._receipt()
        self._wish()
        self.applicant = ApplicantSection(self.right, self.changed.emit)
        self._office()
        self.kind, self.identity = self.applicant.kind, self.applicant.identity
        self.agent = self.applicant.agent
        self.channel.changed.connect(self._follow)
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
        form.add("arrived_at", _("Hour of arrival"), TextField(hint=_("e.g. 17:40")))
        form.add("received", _("Legal receipt date"), DateField())
        form.add(
            "confirmed_by", _("Confirmed by"), TextField(hint=_("Who talked to the applicant"))
        )
        form.add(
            "confirmed_how",
            _("Confirmed how"),
            TextField(hint=_("By phone at 10:20, by mail, on the platform …")),
        )
        self.receipt = ReceiptCard()
        form.add_wide(self.receipt)

    def _wish(self) -> None:
        form = self.left
        form.add_heading(_("What is asked for"))
        self.matter = ChoiceField[Matter](Matter, label)
        form.add("matter", _("Matter"), self.matter)
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
        if self._extras.files is not None:
            form.add("files", _("Attachments"), self._extras.files)

    def _office(self) -> None:
        form = self.right
        form.add_heading(_("In the office"))
        form.add("handler", _("Handled by"), TextField(hint=_("Office or person in charge")))
        form.add("platform_number", _("Platform number"), TextField())
        self.tags = TagField(self._extras.tags)
        form.add("tags", _("Tags"), self.tags)
        form.add("note", _("Note"), _lines(2))

    def text(self, name: str) -> str:
        widget = self._line(name)
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText().strip()
        return widget.text().strip()

    def set_text(self, name: str, text: str) -> None:
        widget = self._line(name)
        if isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        else:
            widget.setText(text)
            widget.setCursorPosition(0)  # a long text is read from its beginning

    def _line(self, name: str) -> QLineEdit | QPlainTextEdit:
        widget = self.field(name)
        line = getattr(widget, "line", widget)
        assert isinstance(line, QLineEdit | QPlainTextEdit)
        return line

    def date_field(self, name: str) -> DateField:
        widget = self.field(name)
        assert isinstance(widget, DateField)
        return widget

    def show_request(self, request: Request) -> None:
        for name in (*_TEXTS, *_PROOF):
            self.set_text(name, getattr(request, name))
        for name in _DATES:
            self.date_field(name).set_date(getattr(request, name))
        self.tags.set_value(request.tags)
        self.channel.set_value(request.channel)
        self.matter.set_value(request.matter)
        self.carrier.set_value(request.carrier)
        self.delivery.set_value(request.delivery)
        self.applicant.show_applicants(request.applicants)
        self._follow()

    def request(self, base: Request) -> Request:
        """`base` with what the fields say; what is hidden is empty."""
        texts: dict[str, Any] = {name: self._shown_text(name) for name in (*_TEXTS, *_PROOF)}
        dates: dict[str, Any] = {name: self.date_field(name).date() for name in _DATES}
        lead, *others = self.applicant.applicants()
        return replace(
            base,
            applicant=lead,
            co_applicants=tuple(others),
            channel=self.channel.value() or Channel.UNSPECIFIED,
            matter=self.matter.value() or Matter.DISCLOSURE,
            carrier=self.carrier.value() or CarrierForm.UNSPECIFIED,
            delivery=self.delivery.value() or Delivery.UNSPECIFIED,
            tags=self.tags.value(),
            **dates,
            **texts,
        )

    @override
    def show_problems(self, problems: Iterable[Problem]) -> None:
        super().show_problems(self.applicant.placed(problems))

    def _shown_text(self, name: str) -> str:
        return "" if self.field(name).isHidden() else self.text(name)

    def _follow(self) -> None:
        channel = self.channel.value()
        for name in _PROOF:
            self.show_field(name, channel is not None and channel.needs_confirmation)
        self.changed.emit()
