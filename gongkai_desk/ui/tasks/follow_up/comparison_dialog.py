"""Two years' plans side by side: new, changed, gone and the same, by colour and by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.plan import Task, WorkPlan
from gongkai_desk.domain.plan_comparison import (
    Aspect,
    ComparedTask,
    Piece,
    TaskChange,
    Years,
    text_difference,
)
from gongkai_desk.i18n import _
from gongkai_desk.services.task_carrying import TaskCarryingService
from gongkai_desk.texts import label
from gongkai_desk.ui.tasks.filter_bar import plan_name
from gongkai_desk.ui.tasks.follow_up.panels import card, scrolled
from gongkai_desk.ui.tasks.follow_up.words import duty_name
from gongkai_desk.ui.tasks.wording import deadline_text, joined
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle
from gongkai_desk.ui.widgets.segments import Segments

_LOOKS = {
    TaskChange.NEW: (Tone.GOOD, "add"),
    TaskChange.CHANGED: (Tone.WARN, "edit"),
    TaskChange.GONE: (Tone.BAD, "close"),
    TaskChange.SAME: (Tone.NEUTRAL, "check"),
}
_BEGINNING = 110
_LONGEST = 44
"""Characters of what stands in both plans; more is left out in the middle."""


class ComparisonDialog(QDialog):
    def __init__(
        self,
        service: TaskCarryingService,
        newer: WorkPlan,
        older: Sequence[WorkPlan],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison-dialog")
        self.setWindowTitle(_("Compare with an older plan"))
        self._service, self._newer = service, newer
        self._found: tuple[ComparedTask, ...] = ()
        self.older: ChoiceField[WorkPlan] = ChoiceField(older, plan_name, self)
        self.older.setObjectName("older")
        self.older.setAccessibleName(_("Older plan"))
        self.view: Segments[TaskChange | None] = Segments(
            "comparison-view",
            (None, *_LOOKS),
            lambda change: _("All") if change is None else label(change),
            self,
        )
        self._area = scrolled(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.older.changed.connect(self._read)
        self.view.chosen.connect(self._show)
        self._read()
        room = self.screen().availableGeometry()
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(min(unit * 74, room.width() - 64), min(unit * 46, room.height() - 96))

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(16, 0, 32, 0)  # where the columns below stand
        head.setHorizontalSpacing(24)
        head.setColumnStretch(0, 1)
        head.setColumnStretch(1, 1)
        head.addWidget(self.older, 0, 0)
        head.addWidget(PlainLabel(plan_name(self._newer), self, look="strong", wrap=True), 0, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        layout.addWidget(buttons)

    def _read(self) -> None:
        older = self.older.value()
        if older is None:
            return
        self._found = self._service.comparison(older.id, self._newer.id)
        self._years = Years(old=older.year, new=self._newer.year)
        counts = Counter(one.change for one in self._found)
        self.view.show_count(None, len(self._found))
        for change in _LOOKS:
            self.view.show_count(change, counts[change])
        self._show()

    def shown(self) -> list[ComparedTask]:
        """Those of the chosen kind."""
        wanted = self.view.value()
        return [one for one in self._found if wanted in (None, one.change)]

    def _show(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        shown = self.shown()
        for one in shown:
            column.addWidget(compared_card(one, self._years))
        if not shown:
            column.addWidget(PlainLabel(_("There are none."), body, look="hint"))
        column.addStretch(1)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)


def compared_card(one: ComparedTask, years: Years) -> QFrame:
    """The task of the old year at the left, that of the new at the right."""
    tone, icon = _LOOKS[one.change]
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(LightBadge(tone=tone, icon=icon, word=label(one.change)))
    if one.aspects:
        words = _("Changed: {aspects}").format(aspects="、".join(map(label, one.aspects)))
        head.addWidget(PlainLabel(words, look="muted"))
    head.addStretch(1)
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for side, (task, year) in enumerate(((one.old, years.old), (one.new, years.new))):
        grid.addWidget(_title(task, year), 0, side, Qt.AlignmentFlag.AlignTop)
    for old, new in _lines(one, years):
        row = grid.rowCount()
        for side, line in enumerate((old, new)):
            if line is not None:
                grid.addWidget(line, row, side, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(6)
    column.addLayout(head)
    column.addLayout(grid)
    frame = card(f"compared-{one.task.id}", column)
    restyle(frame, "tone", tone.value)
    return frame


def _title(task: Task | None, year: int) -> PlainLabel:
    if task is None:
        return PlainLabel(_("Not in the plan of {year}").format(year=year), look="muted", wrap=True)
    return PlainLabel(f"{task.number}  {task.title}", look="strong", wrap=True, selectable=True)


def _lines(one: ComparedTask, years: Years) -> list[tuple[QLabel | None, QLabel | None]]:
    if one.old is None or one.new is None:
        text = one.task.text
        line = PlainLabel(shortened(text), look="muted", wrap=True, selectable=True)
        line.setToolTip(plain_tip(text if len(text) > _BEGINNING else ""))
        return [(line, None) if one.new is None else (None, line)]
    lines: list[tuple[QLabel | None, QLabel | None]] = []
    if Aspect.TEXT in one.aspects:
        lines += _text_lines(one.old, one.new, years)
    for aspect, name, words in _FACTS:
        if aspect in one.aspects:
            before, after = (words(task) or _("None") for task in (one.old, one.new))
            lines.append(
                (
                    _marked(f"{_(name)}：{before}", Tone.BAD),
                    _marked(f"{_(name)}：{after}", Tone.GOOD),
                )
            )
    return lines


def shortened(text: str) -> str:
    """The beginning of a text that stands in one plan only; the tip shows all of it."""
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}……"


def _units(task: Task) -> str:
    return joined(task.units, open_end=task.units_open)


def _duties(task: Task) -> str:
    return "、".join(duty_name(duty) for duty in task.duties)


_FACTS: tuple[tuple[Aspect, str, Callable[[Task], str]], ...] = (
    (Aspect.UNITS, "Units of the task", _units),
    (Aspect.DEADLINE, "Time limit", deadline_text),
    (Aspect.DUTIES, "How often", _duties),
)
"""The names are marked for translation where they label the aspects."""


def _text_lines(old: Task, new: Task, years: Years) -> list[tuple[QLabel | None, QLabel | None]]:
    """What stands in both shortened across both columns, else removed at the left, added at the
    right.
    """
    lines: list[tuple[QLabel | None, QLabel | None]] = []
    same, removed, added = "", "", ""

    def put() -> None:
        nonlocal same, removed, added
        if same:
            lines.append((_shared(same), _shared(same)))
        if removed or added:
            lines.append(
                (
                    _marked(_("Removed: {text}").format(text=removed), Tone.BAD)
                    if removed
                    else None,
                    _marked(_("Added: {text}").format(text=added), Tone.GOOD) if added else None,
                )
            )
        same, removed, added = "", "", ""

    for piece in text_difference(old.text, new.text, years):
        match piece.piece:
            case Piece.SAME:
                if removed or added:
                    put()
                same += piece.text
            case Piece.REMOVED:
                if same or added:
                    put()
                removed += piece.text
            case Piece.ADDED:
                if same:
                    put()
                added += piece.text
    put()
    return lines


def _shared(text: str) -> PlainLabel:
    half = _LONGEST // 2
    short = text if len(text) <= _LONGEST else f"{text[:half]}……{text[-half:]}"
    line = PlainLabel(short, look="muted", wrap=True, selectable=True)
    line.setToolTip("")
    return line


def _marked(text: str, tone: Tone) -> PlainLabel:
    line = PlainLabel(text, look="plain", wrap=True, selectable=True)
    restyle(line, "tone", tone.value)
    return line
