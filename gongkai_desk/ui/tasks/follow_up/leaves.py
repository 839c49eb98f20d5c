"""The leaves of a task, one behind the other; what is late or missing is marked on the tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QWidget

from gongkai_desk.domain.task_standing import LateKind, Standing
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.tasks.follow_up.duties_leaf import DutiesLeaf
from gongkai_desk.ui.tasks.follow_up.evidence_leaf import EvidenceLeaf
from gongkai_desk.ui.tasks.follow_up.history_leaf import HistoryLeaf, RemindersLeaf
from gongkai_desk.ui.tasks.follow_up.steps_leaf import StepsLeaf
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.theme import Tone

TASK, STEPS, DUTIES, RECORDS, REMINDERS = range(5)


class TaskLeaves(QStackedWidget):
    """`row` holds the tabs and the button of the leaf; the leaf that was looked at stays when
    another task is chosen.
    """

    def __init__(self, work: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar(parent)
        self.bar.setObjectName("task-leaves")
        self.bar.setAccessibleName(_("Parts of the task"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.steps, self.duties = StepsLeaf(work, self), DutiesLeaf(work, self)
        self.evidence, self.history = EvidenceLeaf(work, self), HistoryLeaf(work, self)
        self.reminders = RemindersLeaf(work, self)
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 0, 12, 0)
        self.row.addWidget(self.bar, 1)  # its size hint is late when the words of tabs change
        self._buttons: dict[int, QWidget] = {}
        self.bar.currentChanged.connect(self._turn)

    def build(self, task: QWidget, records: QWidget) -> None:
        """Put the leaves in their order; `task` and `records` are the detail's own."""
        for leaf in (
            task,
            self.steps,
            self.duties,
            _beside(records, self.evidence),
            _beside(self.reminders, self.history),
        ):
            self.addWidget(leaf)
            self.bar.addTab("")
        self.setCurrentIndex(TASK)

    def set_actions(self, actions: Actions) -> None:
        for number, name in ((STEPS, "add-step"), (DUTIES, "add-duty")):
            button = ActionButton(actions[name], self)
            button.setVisible(number == self.bar.currentIndex())
            self._buttons[number] = button
            self.row.addWidget(button)
        for leaf, name in (
            (self.reminders, "add-reminder"),
            (self.evidence, "attach-task"),
        ):
            leaf.head.addWidget(ActionButton(actions[name], leaf))

    def _turn(self, leaf: int) -> None:
        self.setCurrentIndex(leaf)
        for number, button in self._buttons.items():
            button.setVisible(number == leaf)

    def show_standing(self, standing: Standing, records: int) -> None:
        """Fill every leaf; the tabs tell numbers and what is wrong."""
        for leaf in (self.steps, self.duties, self.evidence, self.reminders, self.history):
            leaf.show_standing(standing)
        steps, duties = standing.steps, standing.duties
        done = sum(step.done_on is not None for step in steps)
        met = sum(one.met for one in duties)
        self._tell(TASK, pgettext("leaf", "Task"))
        self._tell(
            STEPS,
            pgettext("leaf", "Steps"),
            f"{done}/{len(steps)}" if steps else "",
            _bad(standing.late_steps),
        )
        late = any(reason.kind is LateKind.DUTY for reason in standing.late)
        tone = Tone.BAD if late else Tone.WARN if standing.behind else None
        self._tell(
            DUTIES, pgettext("leaf", "Duties"), f"{met}/{len(duties)}" if duties else "", tone
        )
        missing = Tone.WARN if standing.evidence_missing or standing.missing_proofs else None
        self._tell(
            RECORDS, pgettext("leaf", "Records, proof"), str(records) if records else "", missing
        )
        waiting = Tone.WARN if standing.waiting else None
        number = len(standing.reminders)
        self._tell(
            REMINDERS,
            pgettext("leaf", "Reminders, history"),
            str(number) if number else "",
            waiting,
        )

    def _tell(self, leaf: int, name: str, count: str = "", tone: Tone | None = None) -> None:
        self.bar.setTabText(leaf, f"{name} {count}".strip().replace("&", "&&"))
        icon = QIcon() if tone is None else icons.icon("warning", theme.colours().ink(tone))
        self.bar.setTabIcon(leaf, icon)


def _bad(found: object) -> Tone | None:
    return Tone.BAD if found else None


def _beside(left: QWidget, right: QWidget) -> QSplitter:
    """Two panes that share the room."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(9)
    for pane in (left, right):
        splitter.addWidget(pane)
    splitter.setSizes([500, 500])
    return splitter
