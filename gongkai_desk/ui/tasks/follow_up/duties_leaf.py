"""The duties of a task: how far each is in its periods, what was counted, where to record more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.duty_progress import DutyProgress
from gongkai_desk.domain.duty_records import Met
from gongkai_desk.domain.task_standing import Standing
from gongkai_desk.i18n import _, day_text
from gongkai_desk.ui.tasks.follow_up.panels import Leaf, card, small_button, word_button
from gongkai_desk.ui.tasks.follow_up.period_bars import PeriodBars
from gongkai_desk.ui.tasks.follow_up.words import (
    duty_name,
    progress_state,
    progress_words,
    record_words,
)
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_SHOWN = 6


class DutiesLeaf(Leaf):
    def __init__(self, work: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__("duties-leaf", parent, alone=True)
        self._work = work

    def show_standing(self, standing: Standing) -> None:
        self.hint.setText(_("Counted from the records; ticking the task does not meet them."))
        self.hint.setVisible(bool(standing.progress))
        self.show_rows(
            (
                self._row(standing, place, one, counted)
                for place, (one, counted) in enumerate(
                    zip(standing.progress, standing.met, strict=True)
                )
            ),
            _(
                "The plan does not say how often. Add a duty when the leaders ordered one; "
                "records of its kind will be counted."
            ),
        )

    def _row(
        self, standing: Standing, place: int, one: DutyProgress, counted: Sequence[Met]
    ) -> QFrame:
        column = QVBoxLayout()
        column.setContentsMargins(12, 4, 6, 8)
        column.setSpacing(4)
        column.addLayout(self._head(standing, place, one))
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 6, 0)
        body.setSpacing(4)
        body.addWidget(PeriodBars(one, today()))
        words = PlainLabel(progress_words(one), look="plain", wrap=True)
        words.setObjectName(f"duty-progress-{place}")
        tone = progress_state(one, today())[0]
        restyle(words, "tone", (Tone.NEUTRAL if tone is Tone.INFO else tone).value)
        body.addWidget(words)
        body.addWidget(PlainLabel(f"“{one.duty.text}”", look="hint", wrap=True, selectable=True))
        if counted:
            body.addWidget(PlainLabel(counted_words(counted), look="hint", wrap=True))
        column.addLayout(body)
        return card(f"duty-{place}", column)

    def _head(self, standing: Standing, place: int, one: DutyProgress) -> QHBoxLayout:
        task, work, duty = standing.task, self._work, one.duty
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(duty_name(duty), look="strong"))
        tone, icon, word = progress_state(one, today())
        row.addWidget(LightBadge(tone=tone, icon=icon, word=word))
        row.addStretch(1)
        if duty.applies:
            row.addWidget(
                word_button(
                    f"record-duty-{place}",
                    record_words(duty.kind),
                    lambda: work.record_for(task, duty),
                    "add",
                )
            )
        swap = _("It is meant for others") if duty.applies else _("It is meant for us")
        row.addWidget(
            word_button(
                f"duty-applies-{place}",
                swap,
                lambda: work.set_applies(task, place, applies=not duty.applies),
            )
        )
        row.addWidget(
            small_button(
                "duty-edit", "edit", _("Change the duty"), lambda: work.edit_duty(task, place)
            )
        )
        row.addWidget(
            small_button(
                "duty-remove", "delete", _("Remove the duty"), lambda: work.remove_duty(task, place)
            )
        )
        return row


def counted_words(counted: Sequence[Met]) -> str:
    """The last records that were counted."""
    last = list(counted)[-_SHOWN:]
    told = "、".join(f"{day_text(met.date)} {met.what}".strip() for met in last)
    if len(counted) > len(last):
        return _("Counted ({n}), the last: {records}").format(n=len(counted), records=told)
    return _("Counted: {records}").format(records=told)
