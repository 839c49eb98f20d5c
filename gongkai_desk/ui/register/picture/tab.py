"""The leaf 时间轴: the days of a case as a picture, and what its numbers mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_timeline import CaseTimeline, timeline_of
from gongkai_desk.i18n import _, date_text
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.picture.view import TimelineLegend, TimelinePicture
from gongkai_desk.ui.register.steps_view import step_title
from gongkai_desk.ui.widgets.plain import PlainLabel

_COLUMNS = 2


class TimelineTab(CaseTab):
    """Legend, picture, and the numbered list of what happened; it scrolls."""

    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("tab-timeline")
        self.picture = TimelinePicture(self)
        self.legend = TimelineLegend(self)
        self.nothing = PlainLabel(
            _("The time axis begins with the receipt date."), self, look="muted"
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notes = QWidget(self)
        inside = QWidget(self)
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(8, 12, 8, 12)
        self._body.setSpacing(8)
        for widget in (self.nothing, self.legend, self.picture, self._notes):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        card = QFrame(self)
        card.setProperty("look", "card")
        area = QScrollArea(card)
        area.setObjectName("timeline-area")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        framed = QVBoxLayout(card)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    @property
    @override
    def title(self) -> str:
        return _("Time axis")

    @override
    def show_case(self, case: Case) -> None:
        timeline = timeline_of(case)
        self.picture.show_timeline(timeline)
        self.legend.show_marks(timeline.marks if timeline else ())
        self.nothing.setVisible(timeline is None)
        self.picture.setVisible(timeline is not None)
        self._show_notes(timeline)

    def _show_notes(self, timeline: CaseTimeline | None) -> None:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(8, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        notes = timeline.notes if timeline else ()
        high = -(-len(notes) // _COLUMNS)
        for place, note in enumerate(notes):
            column, row = divmod(place, high)
            date = PlainLabel(f"{note.number}　{date_text(note.date)}", body, look="muted")
            what = PlainLabel(step_title(note.what, note.argument), body, selectable=True)
            due = "" if note.due is None else _("due date then: {date}").format(date=note.due)
            for shift, widget in enumerate((date, what, PlainLabel(due, body, look="muted"))):
                grid.addWidget(widget, row, column * 4 + shift)
            grid.setColumnStretch(column * 4 + 3, 1)
        old, self._notes = self._notes, body
        self._body.replaceWidget(old, body)
        old.hide()
        old.deleteLater()
