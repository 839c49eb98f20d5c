"""Everything about one task: its state on top, below it the text, the facts and the records."""

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
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.tasks.board import LIGHTS, Row
from gongkai_desk.ui.tasks.record_work import RecordWork
from gongkai_desk.ui.tasks.records_pane import RecordsPane
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
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.segments import Segments

_KEY = "tasks/detail"


class TaskDetail(QFrame):
    """`show_row(row)`; None says that nothing is selected."""

    def __init__(self, work: RecordWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setProperty("look", "card")
        self.title = PlainLabel("", self, look="heading")
        self.title.setObjectName("detail-title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.light = LightBadge(self)
        self.status: Segments[TaskStatus] = Segments("status", SET_BY_HAND, label, self)
        self.text = PlainLabel("", wrap=True, selectable=True)
        self.text.setObjectName("task-text")
        self.facts = _Facts()
        self.records = RecordsPane(work)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 10)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.light)
        head.addWidget(self.status)
        for widget in (_scrolling(self.text), _scrolling(self.facts), self.records):
            self.splitter.addWidget(widget)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        for number, share in enumerate((38, 31, 31)):
            self.splitter.setStretchFactor(number, share)
        self.splitter.setSizes([380, 310, 310])
        kept = window_state().value(_KEY)
        if isinstance(kept, QByteArray):
            self.splitter.restoreState(kept)
        self.splitter.splitterMoved.connect(
            lambda: window_state().setValue(_KEY, self.splitter.saveState())
        )
        line = QFrame(self)
        line.setProperty("look", "line")
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self.splitter, 1)
        none = PlainLabel(_("Choose a task above to see all of it."), self, look="muted")
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(none)
        self._stack.addWidget(full)

    def set_actions(self, actions: Actions) -> None:
        """The buttons beside what they change."""
        self.facts.ours_row.addWidget(ActionButton(actions["change-ours"], self.facts))
        self.facts.note_row.addWidget(ActionButton(actions["edit-note"], self.facts))
        self.records.head.addWidget(ActionButton(actions["add-record"], self.records))

    def show_row(self, row: Row | None) -> None:
        self._stack.setCurrentIndex(0 if row is None else 1)
        if row is None:
            return
        task = row.task
        self.title.setText(f"{task.number}  {task.title}")
        tone, icon = LIGHTS[row.light]
        self.light.show_state(tone, icon, label(row.light))
        if task.status in SET_BY_HAND:
            self.status.set_value(task.status)
        self.text.setText("\n".join(part for part in (section(task), task.text) if part))
        self.facts.show_row(row)
        self.records.show_task(task)


class _Facts(QWidget):
    """Units, time limit, duties, whose it is and why, remarks."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("facts")
        self._values: dict[str, PlainLabel] = {}
        self._names: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(2)
        self._add("deadline", _("Time limit"))
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
