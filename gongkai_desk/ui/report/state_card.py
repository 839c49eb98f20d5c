"""How far the report of a year has come, and how long there is to its day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.report_wizard import STEPS, Step
from gongkai_desk.ui.report.view import step_title
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel

URGENT, SOON = 7, 31
"""Days before the report is due from which the badge turns red and amber."""


class ReportStateCard(QFrame):
    """`show_state(draft, due)`: the step at which the draft was left, and the days left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.state = LightBadge(self)
        self.state.setObjectName("report-state")
        self.state_words = PlainLabel("", self, wrap=True)
        self.days = LightBadge(self)
        self.days.setObjectName("report-days")
        self.days_words = PlainLabel("", self, look="muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.state, 0, middle)
        row.addWidget(self.state_words, 1)
        row.addWidget(self.days, 0, middle)
        row.addWidget(self.days_words, 1)

    def show_state(self, draft: ReportDraft, due: dt.date) -> None:
        """Tell of this draft, due on that day."""
        self._show_step(draft)
        word, tone, icon = _days_left((due - today()).days)
        self.days.show_state(tone, icon, word)
        self.days_words.setText(
            _("Hand in and publish by {date} (第四十九条)").format(date=date_text(due))
        )

    def _show_step(self, draft: ReportDraft) -> None:
        if draft.saved_on is None:
            self.state.show_state(Tone.NEUTRAL, "edit", _("Not begun"))
            self.state_words.setText(_("Nothing has been typed for this year yet."))
            return
        step = Step(draft.step) if draft.step in STEPS else STEPS[0]
        words = _("Step {number} of {total}").format(number=STEPS.index(step) + 1, total=len(STEPS))
        self.state.show_state(Tone.INFO, "edit", words)
        self.state_words.setText(
            _("{step}, saved on {date}").format(
                step=step_title(step), date=date_text(draft.saved_on)
            )
        )


def _days_left(left: int) -> tuple[str, Tone, str]:
    if left < 0:
        return _("The date has passed"), Tone.NEUTRAL, "calendar"
    words = ngettext("{count} day left", "{count} days left", left).format(count=left)
    if left <= URGENT:
        return words, Tone.BAD, "warning"
    return (words, Tone.WARN, "clock") if left <= SOON else (words, Tone.INFO, "clock")
