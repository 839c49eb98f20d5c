"""Registering a request, and correcting what is written about one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.problems import DomainError, Problem, Severity
from gongkai_desk.domain.receipt import suggested_receipt
from gongkai_desk.domain.request import Applicant, Channel, Request
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.request_sections import RequestForm
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine

_FIRST = frozenset({"applicant-name-missing", "subject-missing", "channel-missing"})


class RequestDialog(FootedDialog[Request]):
    """A new request without `request`, else a correction of it.

    Beneath the fields stands the due date that follows from what is entered. In a new request
    only fields that were touched are marked until the three that must be filled are filled.
    """

    form: RequestForm

    def __init__(
        self,
        *,
        desk: Desk,
        submit: Callable[[Request], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        request: Request | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Request {number}").format(number=request.number) if request else _("New request")
        super().__init__(title, submit, prompts, parent, save="" if request else _("Register"))
        self.setObjectName("request-dialog")
        self._desk, self._today, self._new = desk, today, request is None
        self._touched: set[str] = set()
        self.form = RequestForm()
        self.form.setContentsMargins(24, 8, 24, 8)
        self._area.setWidget(self.form)
        self._proposed = desk.register.next_number(today.year) if request is None else ""
        self._base = request or Request(
            id=new_id(),
            number=self._proposed,
            applicant=Applicant(name=""),
            channel=Channel.UNSPECIFIED,
            subject="",
        )
        self.due = StateLine(self)
        self.due.setObjectName("due-line")
        self.adopt = QPushButton("", self)
        self.adopt.setObjectName("adopt-receipt")
        self.adopt.setProperty("look", "link")
        self.adopt.setAutoDefault(False)
        self.adopt.clicked.connect(self._adopt)
        self._place_foot()
        self.form.show_request(self._base)
        self._watch()
        self.ready()
        self.form.field("channel" if self._new else "subject").setFocus()

    def _place_foot(self) -> None:
        foot = QWidget(self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.due, 1)
        line.addWidget(self.adopt)
        self.place_foot(foot)

    def _watch(self) -> None:
        for widget in self.form.findChildren(QWidget):
            name = widget.objectName()
            signal = getattr(widget, "changed", None)
            if signal is not None and name and (name in self.form.left or name in self.form.right):
                signal.connect(lambda *_values, n=name: self._touched.add(n))
        for name in ("submitted", "arrived", "received"):
            self.form.date_field(name).changed.connect(self._propose_number)

    @override
    def draft(self) -> Request:
        return self.form.request(self._base)

    @override
    def check(self, draft: Request) -> list[Problem]:
        return self._desk.register.check(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        if not self._new or problem.field in self._touched:
            return False
        begun = not any(each.code in _FIRST for each in self._found)
        return not begun or not self._dirty

    @override
    def review(self) -> None:
        self._found = self.problems()
        super().review()
        self._show_due()

    def _show_due(self) -> None:
        draft = self.draft()
        self._suggest(draft)
        wrong = any(
            p.severity is Severity.ERROR and p.field in ("received", "arrived", "submitted")
            for p in self._found
        )
        if wrong:
            self._tell_due(Tone.BAD, "error", _("The dates contradict each other."))
            return
        if draft.received is None:
            self._tell_due(Tone.WARN, "help", _("The time limit starts with the receipt date."))
            return
        events = clock_events(self._desk.register.events(draft.id))
        try:
            clock = run(draft.received, events, self._desk.holidays.calendar(), self._today)
        except DomainError:
            self._tell_due(Tone.WARN, "help", _("The time limit starts with the receipt date."))
            return
        if clock.due is None:
            self._tell_due(Tone.NEUTRAL, "pause", _("The time limit is paused"))
            return
        date = date_text(clock.due)
        if clock.provisional:
            date = _("{date} (provisional)").format(date=date)
        words = _("Due date: {date} (working day {n})").format(date=date, n=clock.days[-1].number)
        if clock.overdue:
            self._tell_due(Tone.BAD, "warning", words)
        else:
            tone = Tone.WARN if clock.provisional else Tone.GOOD
            self._tell_due(tone, "clock", words)

    def _tell_due(self, tone: Tone, icon: str, words: str) -> None:
        self.due.badge.show_state(tone, icon, words)

    def _suggest(self, draft: Request) -> None:
        day = suggested_receipt(draft)
        self.adopt.setVisible(day is not None and day != draft.received)
        if day is not None:
            text = _("Take {date} as receipt date (Article 31)").format(date=day.isoformat())
            self.adopt.setText(text)

    def _adopt(self) -> None:
        self.form.date_field("received").set_date(suggested_receipt(self.draft()))
        self.form.date_field("received").setFocus()

    def _propose_number(self) -> None:
        """The number follows the year of the receipt as long as the officer left it alone."""
        if not self._new or self.form.text("number") != self._proposed:
            return
        draft = self.draft()
        day = draft.received or draft.arrived or draft.submitted or self._today
        number = self._desk.register.next_number(day.year)
        if number != self._proposed:
            self._proposed = number
            self.form.set_text("number", number)

    @override
    def problems(self) -> list[Problem]:
        """An empty number of a new request is filled in by the register."""
        found = super().problems()
        return [replace(p) for p in found if not (self._new and p.code == "number-missing")]
