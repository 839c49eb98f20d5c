"""The fields of a fee notice and of its payment; the fee is worked out while one types."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import FeeBasis, FeeNotice
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.fee import MOST, Fee, Tier
from gongkai_desk.domain.fee_notice import fee_of, payment_due
from gongkai_desk.i18n import _, date_text
from gongkai_desk.texts import label
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, NumberField, TextField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

_LEFT = Qt.AlignmentFlag.AlignLeft
_MOST = MOST // 2
"""So that both numbers together stay within the scale."""


class FeeFields:
    """Adds the fields of a notice, named ``fee.…``. `before` is how many items of the same
    applicant the register knows in the month; the officer may correct it.
    """

    def __init__(
        self,
        form: Form,
        *,
        before: int,
        payment_way: str,
        calendar: WorkCalendar,
        count: int,
    ) -> None:
        self._form, self._calendar = form, calendar
        self._id = new_id()
        self.basis = ChoiceField[FeeBasis](FeeBasis, label)
        hint = _("One of the two scales for one request, never both (国办函〔2020〕109号).")
        form.add("fee.basis", _("Charged"), self.basis, hint=hint, mandatory=True)
        self.count = NumberField(count, least=1, most=_MOST, mandatory=True)
        self.count.setAlignment(_LEFT)
        form.add("fee.count", _("Items or pages"), self.count, mandatory=True)
        self.before = NumberField(before, least=0, most=_MOST, mandatory=True)
        self.before.setAlignment(_LEFT)
        form.add("fee.before", _("Items before it"), self.before, mandatory=True)
        words = _("Of the same applicant in the same month, as far as the register knows.")
        self.counted = PlainLabel(words, form, look="hint", wrap=True)
        self.counted.setContentsMargins(0, 0, 0, 8)
        form.add_wide(self.counted)
        self.sum = PlainLabel("", form, look="strong", wrap=True, selectable=True)
        self.sum.setObjectName("fee-sum")
        self.tiers = PlainLabel("", form, look="muted", wrap=True, selectable=True)
        self.tiers.setObjectName("fee-tiers")
        self.tiers.setContentsMargins(0, 0, 0, 8)
        form.add_wide(self.sum)
        form.add_wide(self.tiers)
        self.received = DateField()
        hint = _("From the day after it the 20 working days to pay run; empty while not known.")
        form.add("fee.received_on", _("Notice received on"), self.received, hint=hint)
        self.due = PlainLabel("", form, look="hint", wrap=True)
        self.due.setObjectName("fee-due")
        self.due.setContentsMargins(0, 0, 0, 8)
        form.add_wide(self.due)
        self.way = TextField(payment_way)
        form.add("fee.payment_way", _("Way of payment"), self.way)

    def value(self, request_id: str, event_id: str) -> FeeNotice:
        """The notice as the fields say."""
        basis = self.basis.value() or FeeBasis.ITEMS
        before = (self.before.value() or 0) if basis is FeeBasis.ITEMS else 0
        count = self.count.value() or 0
        return FeeNotice(
            id=self._id,
            request_id=request_id,
            event_id=event_id,
            basis=basis,
            count=count,
            before=before,
            amount=fee_of(basis, count, before).total,
            payment_way=self.way.value(),
            received_on=self.received.date(),
        )

    def review(self, sent: dt.date | None) -> None:
        """Show what the fields come to for a notice sent on `sent`."""
        basis = self.basis.value() or FeeBasis.ITEMS
        self._form.show_field("fee.before", basis is FeeBasis.ITEMS)
        self.counted.setVisible(basis is FeeBasis.ITEMS)
        notice = self.value("", "")
        fee = fee_of(basis, notice.count, notice.before)
        self.sum.setText(_("Fee: {amount} yuan").format(amount=fee.total))
        self.tiers.setText(fee_words(fee, basis))
        if sent is None or not fee.total:
            self.due.setText("")
            return
        due = date_text(payment_due(notice, sent, self._calendar))
        words = (
            _("To be paid by {date}, counted from the day of sending until the receipt is known.")
            if notice.received_on is None
            else _("To be paid by {date}.")
        )
        self.due.setText(words.format(date=due))


class PaymentFields:
    """Adds what was paid to the form, named ``fee.paid`` and ``fee.receipt``."""

    def __init__(self, form: Form, notice: FeeNotice | None) -> None:
        self._notice = notice
        asked = notice.amount if notice else None
        self.paid = NumberField(asked, least=0, most=9_999_999)
        self.paid.setAlignment(_LEFT)
        hint = (
            _("Asked for: {amount} yuan").format(amount=asked)
            if asked is not None
            else _("No fee notice with an amount is on record; the payment is recorded without it.")
        )
        form.add("fee.paid", _("Amount paid (yuan)"), self.paid, hint=hint)
        self.receipt = TextField()
        form.add("fee.receipt", _("Receipt number"), self.receipt)
        for field in ("fee.paid", "fee.receipt"):
            form.field(field).setEnabled(notice is not None)

    def value(self) -> FeeNotice | None:
        """The notice with its payment; None where no notice is on record."""
        if self._notice is None:
            return None
        return replace(
            self._notice, paid_amount=self.paid.value(), receipt_number=self.receipt.value()
        )


def fee_words(fee: Fee, basis: FeeBasis) -> str:
    """The charged tiers, one a line."""
    if not fee.tiers:
        return _("Within the part that is free of charge.")
    return "\n".join(_tier(tier, basis) for tier in fee.tiers)


def _tier(tier: Tier, basis: FeeBasis) -> str:
    if basis is FeeBasis.ITEMS:
        words = _("Items {span}: {count} × {rate} yuan = {amount} yuan")
    else:
        words = _("Pages {span}: {count} × {rate} yuan = {amount} yuan")
    span = (
        _("{first} and more").format(first=tier.first)
        if tier.last is None
        else _("{first} to {last}").format(first=tier.first, last=tier.last)
    )
    return words.format(span=span, count=tier.count, rate=tier.rate, amount=tier.amount)
