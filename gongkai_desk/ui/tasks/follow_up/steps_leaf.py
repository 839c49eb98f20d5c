"""The steps of a task: done or not, who, until when, with their files."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.plan import TaskStep
from gongkai_desk.domain.task_standing import Standing, step_late
from gongkai_desk.i18n import _
from gongkai_desk.ui.tasks.follow_up.panels import Leaf, card, small_button
from gongkai_desk.ui.tasks.follow_up.words import step_words
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class StepsLeaf(Leaf):
    def __init__(self, work: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__("steps-leaf", parent, alone=True)
        self._work = work

    def show_standing(self, standing: Standing) -> None:
        steps = standing.steps
        self.show_rows(
            (self._row(step, n, len(steps)) for n, step in enumerate(steps)),
            _(
                "Not broken down yet. Add steps, each with who does it and until when; the "
                "program says which are late."
            ),
        )

    def _row(self, step: TaskStep, place: int, count: int) -> QFrame:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        tick = QCheckBox()
        tick.setObjectName(f"done-{step.id}")
        tick.setAccessibleName(_("Done: {step}").format(step=step.title))
        tick.setChecked(step.done_on is not None)
        tick.clicked.connect(lambda on: self._work.finish_step(step, done=on))
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(step), 1)
        for button in self._buttons(step, place, count):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        frame = card(f"step-{step.id}", row)
        if step_late(step, today()):
            restyle(frame, "tone", Tone.BAD.value)
        return frame

    def _words(self, step: TaskStep) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(PlainLabel(step.title, look="strong", wrap=True, selectable=True))
        when = PlainLabel(step_words(step, today()), look="plain", wrap=True)
        tone = Tone.BAD if step_late(step, today()) else Tone.NEUTRAL
        restyle(when, "tone", tone.value)
        column.addWidget(when)
        if step.note:
            column.addWidget(PlainLabel(step.note, look="muted", wrap=True, selectable=True))
        for attachment in self._work.service.files(step.id):
            button = self._work.file_button(attachment, self)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _buttons(self, step: TaskStep, place: int, count: int) -> list[QWidget]:
        work = self._work
        up = small_button("step-up", "up", _("Move up"), lambda: work.move_step(step, -1))
        down = small_button("step-down", "down", _("Move down"), lambda: work.move_step(step, 1))
        up.setEnabled(place > 0)
        down.setEnabled(place < count - 1)
        return [
            up,
            down,
            small_button(
                "step-attach", "attachment", _("Add attachments"), lambda: work.attach(step.id)
            ),
            small_button("step-edit", "edit", _("Change the step"), lambda: work.edit_step(step)),
            small_button(
                "step-remove", "delete", _("Remove the step"), lambda: work.remove_step(step)
            ),
        ]
