"""Everything about one task: its state on top, below it one leaf for each thing to look at."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.plan import SET_BY_HAND, TaskStatus
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.tasks.board import Row
from gongkai_desk.ui.tasks.follow_up.leaves import TaskLeaves
from gongkai_desk.ui.tasks.follow_up.words import standing_line
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.tasks.record_work import RecordWork
from gongkai_desk.ui.tasks.records_pane import RecordsPane
from gongkai_desk.ui.tasks.table import shown_light
from gongkai_desk.ui.tasks.wording import (
    deadline_meaning,
    deadline_text,
    duty_text,
    joined,
    ours_reason,
    ours_word,
    section,
)
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import LightBadge, StateLine
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle
from gongkai_desk.ui.widgets.segments import Segments

_KEY = "tasks/detail-text"


class TaskDetail(QFrame):
    """`show_row(row)`; None says that nothing is selected. The leaves: what the task is, its
    steps, its duties, its records with the proof, reminders with earlier years.
    """

    def __init__(
        self, work: RecordWork, follow_up: FollowUp, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setProperty("look", "card")
        self.title = PlainLabel("", self, look="heading")
        self.title.setObjectName("detail-title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.light = LightBadge(self)
        self.status: Segments[TaskStatus] = Segments("status", SET_BY_HAND, label, self)
        self.line = StateLine(self)
        self.line.words.setObjectName("standing-words")
        self.text = PlainLabel("", wrap=True, selectable=True)
        self.text.setObjectName("task-text")
        self.facts = TaskFactsPane()
        self.records = RecordsPane(work)
        self.leaves = TaskLeaves(follow_up, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 4)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.light)
        head.addWidget(self.status)
        self.splitter.addWidget(_scrolling(self.text))
        self.splitter.addWidget(_scrolling(self.facts))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.setStretchFactor(0, 55)
        self.splitter.setStretchFactor(1, 45)
        self.splitter.setSizes([550, 450])
        kept = window_state().value(_KEY)
        if isinstance(kept, QByteArray):
            self.splitter.restoreState(kept)
        self.splitter.splitterMoved.connect(
            lambda: window_state().setValue(_KEY, self.splitter.saveState())
        )
        self.leaves.build(self.splitter, self.records)
        line = QFrame(self)
        line.setProperty("look", "line")
        self.line.setContentsMargins(16, 0, 16, 4)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addLayout(self.leaves.row)
        column.addWidget(line)
        column.addWidget(self.leaves, 1)
        none = PlainLabel(_("Choose a task above to see all of it."), self, look="muted")
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(none)
        self._stack.addWidget(full)

    def set_actions(self, actions: Actions) -> None:
        """The buttons beside what they change."""
        for row, name in (
            (self.facts.ours_row, "change-ours"),
            (self.facts.owner_row, "edit-facts"),
            (self.facts.note_row, "edit-note"),
        ):
            button = ActionButton(actions[name], self.facts)
            restyle(button, "look", "link")
            row.addWidget(button)
        self.records.head.addWidget(ActionButton(actions["add-record"], self.records))
        self.leaves.set_actions(actions)

    def show_row(self, row: Row | None) -> None:
        self._stack.setCurrentIndex(0 if row is None else 1)
        if row is None:
            return
        task = row.task
        self.title.setText(f"{task.number}  {task.title}")
        carried = task.status is TaskStatus.CARRIED
        tone, icon, word = shown_light(row)
        self.light.show_state(tone, icon, label(task.status) if carried else word)
        self.status.setVisible(not carried)
        if not carried:
            self.status.set_value(task.status)
        self.text.setText("\n".join(part for part in (section(task), task.text) if part))
        self.facts.show_row(row)
        self.records.show_task(task)
        said = standing_line(row.standing) if row.standing else None
        self.line.setVisible(said is not None)
        if said is not None:
            self.line.badge.show_state(*said[:3])
            self.line.words.setText(said[3])
        if row.standing is not None:
            self.leaves.show_standing(row.standing, row.records)


class TaskFactsPane(QWidget):
    """Time limit, whose it is and why, who does it and how far it came, units, duties, remarks."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("facts")
        self._values: dict[str, PlainLabel] = {}
        self._names: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(2)
        self._add("deadline", _("Time limit"))
        self.owner_row = self._add("owner", _("Who does it"))
        self._add("result", pgettext("task", "How it was carried out"))
        self._add("hindrance", _("Difficulties"))
        self.ours_row = self._add("ours", _("Is it ours?"))
        self._add("lead", _("Lead units"))
        self._add("responsible", _("Responsible units"))
        self._add("duties", _("How often"))
        self.note_row = self._add("note", _("Remarks"))
        self._column.addStretch(1)

    def _add(self, name: str, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        heading = PlainLabel(title, self, look="hint")
        value = PlainLabel("", self, wrap=True, selectable=True)
        value.setObjectName(f"fact-{name}")
        row.addWidget(heading, 1)
        value.setContentsMargins(0, 0, 0, 8)
        self._column.addLayout(row)
        self._column.addWidget(value)
        self._names[name], self._values[name] = heading, value
        return row

    def show_row(self, row: Row) -> None:
        task = row.task
        wording = deadline_text(task)
        meaning = deadline_meaning(row, today())
        self._put("deadline", f"{wording}\n{meaning}" if wording else meaning)
        self._put(
            "ours", _("{word}. {reason}").format(word=ours_word(task), reason=ours_reason(task))
        )
        self._put("owner", task.owner or _("Nobody named"))
        self._put("result", task.result)
        self._put("hindrance", task.hindrance)
        self._put("lead", joined(task.lead_units))
        self._put("responsible", joined(task.responsible_units, open_end=task.units_open))
        self._put("duties", "\n".join(duty_text(duty) for duty in task.duties))
        self._put("note", task.note or _("None"))

    def _put(self, name: str, text: str) -> None:
        self._values[name].setText(text)
        self._values[name].setVisible(bool(text))
        self._names[name].setVisible(bool(text))


def _scrolling(widget: QWidget) -> QScrollArea:
    if isinstance(widget, QLabel):
        widget.setContentsMargins(16, 12, 12, 12)
        widget.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    for ground in (widget, area.viewport()):
        ground.setAutoFillBackground(False)  # the card behind shows through
    return area
