"""The receipt rule of the channel with the date it leads to, in sentences that follow the form."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.receipt import receipt_remark, receipt_told
from gongkai_desk.domain.request import Channel, Request
from gongkai_desk.texts import sentence
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class ReceiptCard(QFrame):
    """Hidden until the channel is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("receipt-card")
        self.setProperty("look", "card")
        self.told = PlainLabel("", self, wrap=True)
        self.told.setObjectName("receipt-told")
        self.remark = PlainLabel("", self, look="muted", wrap=True)
        self.remark.setObjectName("receipt-remark")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self.told)
        layout.addWidget(self.remark)
        self.hide()

    def follow(self, draft: Request, calendar: WorkCalendar) -> None:
        """Tell what follows from the facts of `draft`."""
        told = receipt_told(draft)
        remark = receipt_remark(draft, calendar)
        known = "date" in told.values and told.code != "receipt-awaits-confirmation"
        restyle(self, "tone", (Tone.INFO if known else Tone.WARN).value)
        self.told.setText(sentence(told))
        self.remark.setText(sentence(remark) if remark else "")
        self.remark.setVisible(remark is not None)
        self.setVisible(draft.channel is not Channel.UNSPECIFIED)
