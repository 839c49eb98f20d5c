"""The chosen case below the register: what it is, when it is due, what happened, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.request import EventKind
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.register.case_tab import CaseTab
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.facts import FactList
from gongkai_desk.ui.register.tall import TallContent
from gongkai_desk.ui.register.timeline import Timeline
from gongkai_desk.ui.register.view import countdown, due_headline, due_words, status_state
from gongkai_desk.ui.register.words import DEEDS, deed_text
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class CaseDetail(QStackedWidget):
    """`show_case(case)` after `deeds.choose(case)`; `actions_ready` once, before that.

    The first leaf is the overview; the others (`tabs.TABS`) show the rest of the case file and
    are filled when they are in sight.
    """

    def __init__(
        self, deeds: CaseDeeds, tabs: Sequence[CaseTab] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("case-detail")
        self._deeds, self._tabs = deeds, tuple(tabs)
        self._case: Case | None = None
        nothing = PlainLabel(_("Choose a request to see what it is about."), self, look="muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(nothing)
        self._case_view = QWidget(self)
        self.addWidget(self._leaves())
        self.number = PlainLabel("", self, look="muted", selectable=True)
        self.number.setObjectName("case-number")
        self.subject = PlainLabel("", self, look="heading", wrap=True, selectable=True)
        self.subject.setObjectName("case-subject")
        self.facts = FactList(self)
        self.due = DueCard(self)
        self.timeline = Timeline(self)
        self.steps = NextSteps(deeds, self)
        self._arrange()

    def _leaves(self) -> QWidget:
        """The overview and the tabs, one behind the other, with a bar to choose."""
        holder = QWidget(self)
        self.bar = QTabBar(holder)
        self.bar.setObjectName("case-tabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(_("Case file"))
        self._stack = QStackedWidget(holder)
        self.bar.addTab(_("Overview"))
        self._stack.addWidget(self._case_view)
        for tab in self._tabs:
            self.bar.addTab(tab.title)
            self._stack.addWidget(tab)
        self.bar.currentChanged.connect(self._show_leaf)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(self.bar, 1)
        layout.addLayout(self._head)
        layout.addWidget(self._stack, 1)
        return holder

    def open_tab(self, name: str) -> None:
        """Bring the tab whose objectName is `name` to the front."""
        for number, tab in enumerate(self._tabs, start=1):
            if tab.objectName() == name:
                self.bar.setCurrentIndex(number)

    def _show_leaf(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        if number and self._case is not None:
            self._tabs[number - 1].show_case(self._case)

    def _arrange(self) -> None:
        unit = self.fontMetrics().horizontalAdvance("字")
        self.timeline.setMinimumHeight(unit * 5)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.due)
        middle.addWidget(self.timeline, 1)
        layout = QHBoxLayout(self._case_view)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._about(), 5)
        layout.addLayout(middle, 10)
        layout.addWidget(self.steps, 4)

    def _about(self) -> QWidget:
        widest = self.fontMetrics().horizontalAdvance("字") * 20
        inside = TallContent(self, widest=widest)
        words = QVBoxLayout(inside)
        words.setContentsMargins(16, 12, 12, 12)
        words.setSpacing(4)
        words.addWidget(self.number)
        words.addWidget(self.subject)
        words.addSpacing(4)
        words.addWidget(self.facts, 1)
        return _card(inside, self, _("About the request"))

    def actions_ready(self, page: Actions, kinds: Actions) -> None:
        """The live actions: those of the page, and those that record an event."""
        for name in ("previous-case", "next-case", "large-case"):
            button = ActionButton(page[name], self, bare=True)
            restyle(button, "look", "bare")
            self._head.addWidget(button)
        self.due.set_explain(ActionButton(page["explain-due"], self.due))
        self.steps.set_actions(page, kinds)
        self.timeline.set_menu(page)

    def show_case(self, case: Case | None) -> None:
        self._case = case
        self.setCurrentIndex(0 if case is None else 1)
        if case is None:
            return
        for number, tab in enumerate(self._tabs, start=1):
            count = tab.count(case)
            self.bar.setTabText(number, f"{tab.title}  {count}" if count else tab.title)
        self._show_leaf(self.bar.currentIndex())
        self.number.setText(case.request.number)
        self.subject.setText(case.request.subject)
        self.facts.show_case(case)
        self.due.show_case(case)
        self.timeline.show_case(case)
        self.steps.show_case(case)


class DueCard(QFrame):
    """The due date, large, with where the case stands and how long is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("due-card")
        self.setProperty("look", "card")
        self.title = PlainLabel(pgettext("detail", "Due"), self, look="muted")
        self.headline = PlainLabel("", self, look="title", selectable=True)
        self.headline.setObjectName("due-headline")
        self.status, self.left = LightBadge(self), LightBadge(self)
        self.provisional = LightBadge(self, tone=Tone.WARN, icon="warning", word=_("Provisional"))
        self.words = PlainLabel("", self, look="muted", wrap=True)
        self.words.setObjectName("due-words")
        badges = QHBoxLayout()
        badges.setSpacing(8)
        for badge in (self.status, self.left, self.provisional):
            badges.addWidget(badge)
        badges.addStretch(1)
        date = FlowLayout(spacing=8)
        date.addWidget(self.title)
        date.addWidget(self.headline)
        self._date_line = date
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(badges)
        layout.addLayout(date)
        layout.addWidget(self.words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._stretch()
        return super().event(event)

    def _stretch(self) -> None:
        """As high as the lines need at this width: nothing may be clipped."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def set_explain(self, button: ActionButton) -> None:
        restyle(button, "look", "link")
        self._date_line.addWidget(button)

    def show_case(self, case: Case) -> None:
        tone = countdown(case)[0]
        restyle(self, "tone", tone.value)
        self.headline.setText(due_headline(case))
        self.status.show_state(*status_state(case))
        self.left.show_state(*countdown(case))
        self.left.setVisible(bool(countdown(case)[2]) and case.clock is not None)
        self.provisional.setVisible(case.provisional and not case.closed)
        self.words.setText(due_words(case))
        self.words.setVisible(bool(due_words(case)))


class NextSteps(QWidget):
    """Buttons for what may be done now; beneath, in words, why the rest may not."""

    def __init__(self, deeds: CaseDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next-steps")
        self._deeds = deeds
        self._buttons: dict[EventKind, ActionButton] = {}
        self._others: list[tuple[ActionButton, str]] = []
        widest = self.fontMetrics().horizontalAdvance("字") * 20
        inside = TallContent(self, widest=widest)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addWidget(PlainLabel(_("What to do next"), inside, look="strong"))
        self.reasons_title = PlainLabel(_("Not possible now"), inside, look="strong")
        self.reasons = PlainLabel("", inside, look="muted", wrap=True)
        self.reasons.setObjectName("reasons")
        self._inside = inside
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_card(inside, self, _("What to do next")))

    def set_actions(self, page: Actions, kinds: Actions) -> None:
        """A button for each action; only the possible ones are ever shown."""
        for name in ("close-request", "confirm-receipt", "record-contact", "reopen-request"):
            button = ActionButton(
                page[name], self._inside, filled=name in ("close-request", "confirm-receipt")
            )
            button.setObjectName(f"step-{name}")
            self._others.append((button, name))
            self._column.addWidget(button)
        for kind in DEEDS:
            made = ActionButton(kinds[f"record-{kind.value}"], self._inside)
            restyle(made, "look", "link")
            self._buttons[kind] = made
            self._column.addWidget(made)
        self._column.addSpacing(8)
        self._column.addWidget(self.reasons_title)
        self._column.addWidget(self.reasons)
        self._column.addStretch(1)

    def show_case(self, case: Case) -> None:
        deeds = self._deeds
        shown = {
            "close-request": deeds.may(EventKind.REPLIED),
            "confirm-receipt": deeds.may_confirm,
            "record-contact": deeds.may_contact,
            "reopen-request": deeds.may_reopen,
        }
        for button, name in self._others:
            button.setVisible(shown[name])
        for kind, button in self._buttons.items():
            button.setVisible(deeds.may(kind))
        text = self._why(case)
        self.reasons.setText(text)
        self.reasons.setVisible(bool(text))
        self.reasons_title.setVisible(bool(text))

    def _why(self, case: Case) -> str:
        if case.closed:
            return _("The case is closed. Take it up again to record anything more.")
        if case.status is Status.UNCONFIRMED:
            return _("Nothing else can be recorded before the receipt date is.")
        return "\n".join(
            _("{reason} ({deeds})").format(
                deeds=pgettext("deeds", ", ").join(deed_text(kind) for kind in kinds), reason=reason
            )
            for reason, kinds in self._deeds.refused.items()
        )


def _card(inside: QWidget, parent: QWidget, name: str) -> QFrame:
    """`inside` in a frame of its own that scrolls when the window is small."""
    card = QFrame(parent)
    card.setProperty("look", "card")
    area = QScrollArea(card)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setAccessibleName(name)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(area)
    return card
