"""The bar above the table: which plan, whose tasks, in which state, with which words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.tasks.board import Board, Criteria, View
from gongkai_desk.ui.tasks.follow_up.watch_button import WatchButton
from gongkai_desk.ui.widgets.drop_down import DropDown
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.segments import Segments


class FilterBar(QWidget):
    """`changed` is emitted on every choice and every letter of the search."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._ids: list[str] = []
        self.plan = DropDown(self)
        self.plan.setObjectName("plan")
        self.plan.setAccessibleName(_("Work plan"))
        self.plan.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.plan.setMinimumContentsLength(20)
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setPlaceholderText(_("Search tasks, units, notes (Ctrl+F)"))
        self.search.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.scope: Segments[bool] = Segments(
            "scope", (False, True), lambda ours: _("Ours") if ours else _("All"), self
        )
        self.view: Segments[View] = Segments("view", tuple(View), lambda view: view.label, self)
        self.watch = WatchButton(self)
        self._lay_out()
        self.plan.currentIndexChanged.connect(lambda: self.changed.emit())
        self.search.textChanged.connect(lambda: self.changed.emit())
        for segments in (self.scope, self.view):
            segments.chosen.connect(self._leave_watch)
        self.watch.chosen.connect(self._look_at_watch)

    def _lay_out(self) -> None:
        name = PlainLabel(_("Work plan"), self, look="muted")
        name.setBuddy(self.plan)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(name)
        upper.addWidget(self.plan, 3)
        upper.addWidget(self.search, 2)
        self._upper = upper
        lower.setSpacing(16)
        lower.addWidget(self.scope)
        lower.addWidget(self.view)
        lower.addWidget(self.watch)
        lower.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def add_switch(self, switch: QWidget) -> None:
        """Put what changes the look of the list at the end of the first line."""
        self._upper.addSpacing(8)
        self._upper.addWidget(switch)

    def show_plans(self, plans: Sequence[WorkPlan]) -> None:
        """Offer these plans; the chosen one stays, else it is the first."""
        before = self.plan_id if self._ids else None
        blocked = QSignalBlocker(self.plan)
        self.plan.clear()
        self._ids = [plan.id for plan in plans]
        for plan in plans:
            self.plan.addItem(plan_name(plan))
        if len(plans) > 1:
            self._ids.append("")
            self.plan.addItem(_("All work plans"))
        if before in self._ids:
            self.plan.setCurrentIndex(self._ids.index(before))
        blocked.unblock()

    @property
    def plan_id(self) -> str:
        return self._ids[self.plan.currentIndex()] if self.plan.currentIndex() >= 0 else ""

    def criteria(self) -> Criteria:
        return Criteria(
            self.plan_id,
            self.scope.value(),
            self.view.value(),
            self.search.text(),
            self.watch.value(),
        )

    def set_criteria(self, criteria: Criteria) -> None:
        """Show these instead; `changed` is emitted once. An unknown plan leaves the plan."""
        blocked = [QSignalBlocker(self.plan), QSignalBlocker(self.search)]
        if criteria.plan_id in self._ids:
            self.plan.setCurrentIndex(self._ids.index(criteria.plan_id))
        self.search.setText(criteria.search)
        for each in blocked:
            each.unblock()
        self.scope.set_value(criteria.only_ours)
        self.view.set_value(criteria.view)
        self.watch.set_value(criteria.watch)
        self.changed.emit()

    def _leave_watch(self) -> None:
        self.watch.set_value(None)
        self.changed.emit()

    def _look_at_watch(self) -> None:
        """What asks for attention is shown whosever it is and in whatever state."""
        if self.watch.value() is not None:
            self.scope.set_value(False)
            self.view.set_value(View.ALL)
        self.changed.emit()

    def show_counts(self, found: Board) -> None:
        self.scope.show_count(True, found.ours)
        self.scope.show_count(False, found.total)
        for view, count in found.views.items():
            self.view.show_count(view, count)
        self.watch.show_counts(found.watches)


def plan_name(plan: WorkPlan) -> str:
    """The title, with the year in front where the title does not tell it."""
    if str(plan.year) in plan.title:
        return plan.title
    return _("{year}: {title}").format(year=plan.year, title=plan.title)
