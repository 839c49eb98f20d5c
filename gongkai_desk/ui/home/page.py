"""The home page: what is due, what waits, and the coming weeks."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case, Group
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.dated_tasks import DatedTask
from gongkai_desk.i18n import _, date_text, ngettext, weekday_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.home import words
from gongkai_desk.ui.home.attention_card import AttentionCard
from gongkai_desk.ui.home.cards import READINESS, REPORT, REQUESTS, TASKS, Cards
from gongkai_desk.ui.home.disputes_line import DisputeLine
from gongkai_desk.ui.home.first_steps import FirstSteps
from gongkai_desk.ui.home.lists import request_table, show_requests, show_tasks, task_table
from gongkai_desk.ui.home.overview import Overview
from gongkai_desk.ui.home.reminder_line import ReminderLine
from gongkai_desk.ui.home.strip import DAYS, WEEKS, CalendarStrip
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.reminders.dialog import counts, show_reminders
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.steps import Steps
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.day_legend import DayLegend
from gongkai_desk.ui.widgets.day_paint import DayLook
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder
from gongkai_desk.ui.widgets.plain import PlainLabel

SETTINGS = "settings"
_ROOM = "home/room/{name}"
"""Where it is kept how high the parts were: they take that room from the start, so that nothing
moves when they are filled.
"""


class HomePage(Page):
    """Shows an `Overview` of today; reads again after every write and on a new day.

    The first time its frame stands there before anything is counted; then one area after the
    other is filled. `completed` says that all are, `complete` fills them at once.
    """

    completed = Signal()

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.overview: Overview | None = None
        self.steps = FirstSteps(
            _("Three steps to begin"),
            _("Each can also be done later. Nothing you enter leaves this computer."),
            self._first_steps(),
            self,
        )
        self.cards = Cards(self)
        self.cards.opened.connect(self._leave_by_card)
        self.reminders = ReminderLine(
            lambda: show_reminders(self.desk, self.operations, self.leave.emit, self),
            lambda: self.leave.emit(Target(page=REQUESTS, view=Group.WAITING.value)),
            self,
        )
        self.requests = request_table(self)
        self.requests.activated_record.connect(self._open_case)
        self.tasks = task_table(today, self)
        self.tasks.activated_record.connect(self._open_task)
        self.disputes = DisputeLine(self)
        self.disputes.opened.connect(
            lambda one: self.leave.emit(Target(page=REQUESTS, record_id=str(one)))
        )
        self.attention = AttentionCard(self)
        self.attention.opened.connect(self.leave)
        self.lists = QWidget(self)
        self.strip = CalendarStrip(self.describe, self)
        self.told = PlainLabel("", self, look="muted", wrap=True)
        self.told.setObjectName("day-told")
        self.strip.chosen.connect(lambda day: self.told.setText(self.describe(day)))
        self.strip.opened.connect(self._open_day)
        self._lay_out()
        self._filling = Steps(self)
        self._filling.ended.connect(self.completed)
        self._begun, self._due_known = False, False

    # the frame

    @property
    @override
    def title(self) -> str:
        day = today()
        return _("{date}, {weekday}").format(date=date_text(day), weekday=weekday_text(day))

    @property
    @override
    def subtitle(self) -> str:
        calendar, day = self.desk.holidays.calendar(), today()
        if calendar.is_working_day(day):
            left = calendar.count(day, dt.date(day.year, 12, 31))
            return ngettext(
                "A working day. After today {n} working day is left this year.",
                "A working day. After today {n} working days are left this year.",
                left,
            ).format(n=left)
        following = calendar.next_working_day(day)
        return _("No working day. The next one is {date}, {weekday}.").format(
            date=date_text(following), weekday=weekday_text(following)
        )

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="print-today",
                text=_("Print today…"),
                run=self.print_today,
                shortcut="Ctrl+P",
                icon="print",
                tip=_("Everything that waits, on one A4 sheet"),
                primary=True,
                enabled=lambda: self.overview is not None and not self.overview.empty,
            ),
            Command(
                name="show-unready",
                text=_("What the report lacks…"),
                run=self.show_unready,
                icon="report",
            ),
        )

    @override
    def refresh(self, changes: Changes | None) -> None:
        self.overview = overview = Overview(self.desk, today())
        for part in (self.cards, self.attention, self.reminders, self.lists):
            part.setVisible(not overview.empty)
        if overview.empty:
            self.steps.build()
        self.steps.setVisible(overview.empty)
        self._filling.drop()
        if not self._begun:
            self._show_frame(overview)
        self._filling.add(
            lambda: self._fill_requests(overview),
            lambda: self._fill_tasks(overview),
            lambda: self._fill_strip(overview),
            lambda: self.cards.show_readiness(overview),
            lambda: self.reminders.show_counts(*counts(self.desk, overview.day)),
            lambda: self._fill_disputes(overview),
            lambda: self.desk.today,  # loads the services of six areas
            lambda: self._fill_attention(overview),
        )
        if self._begun:
            self._filling.finish()
        self._begun = True

    @override
    def complete(self) -> None:
        self.ensure_fresh()
        self._filling.finish()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        stale = event.type() == QEvent.Type.ActivationChange and self.overview is not None
        if stale and self.overview is not None and self.overview.day != today():
            self.refresh(None)
            self.state_changed.emit()

    # building

    def _lay_out(self) -> None:
        left = QVBoxLayout(self.lists)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        for heading, table in (
            (_("Most urgent requests"), self.requests),
            (_("Tasks due soon"), self.tasks),
        ):
            left.addWidget(PlainLabel(heading, self, look="heading"))
            left.addWidget(table)
            left.addSpacing(8)
        left.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.lists, 3)
        below.addWidget(self._calendar_card(), 2, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(24, 0, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.steps)
        layout.addWidget(self.cards)
        layout.addWidget(self.attention)
        layout.addWidget(self.reminders)
        layout.addWidget(self.disputes, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(below)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _calendar_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("The coming five weeks"), card, look="heading"))
        layout.addWidget(self.strip)
        layout.addWidget(self.told)
        layout.addWidget(DayLegend(card, columns=2))
        due = _("Filled number: requests due. Outlined: tasks due.")
        layout.addWidget(PlainLabel(due, card, look="hint", wrap=True))
        return card

    def show_unready(self) -> None:
        """What would break the tables of the report that is due next."""
        if self.overview is not None:
            dialogs = importlib.import_module("gongkai_desk.ui.register.readiness_dialog")
            dialogs.show_readiness(self, self.overview.report.draft.year)

    def print_today(self) -> None:
        """What waits, on one sheet of paper."""
        day, path = today(), private_folder() / f"{today():%Y-%m-%d}.pdf"

        def work(_progress: Progress) -> Path:
            self.desk.today_paper.write(day, path)
            return path

        def then(written: Path) -> None:
            printing = importlib.import_module("gongkai_desk.ui.printing")  # loaded when needed
            title = _("Print today")
            open_dialog(printing.PreviewDialog(written, title, self.prompts, self.window()))

        self.operations.perform_long(_("Preparing the pages"), work, then)

    @Slot(object)
    def _leave_by_card(self, name: str) -> None:
        if name == READINESS:
            self.show_unready()
            return
        page, _dash, view = name.partition("-")
        if page == REPORT and self.overview is not None:
            view = str(self.overview.report.draft.year)
        self.leave.emit(Target(page=page, view=view))

    def _first_steps(self) -> Commands:
        return (
            Command(
                name="first-plan",
                text=_("Import a work plan…"),
                run=lambda: self.leave.emit(Target(page=TASKS, view="import")),
                icon="import",
                tip=_("This year's work plan: the program finds the tasks that are yours."),
            ),
            Command(
                name="first-request",
                text=_("Enter a request…"),
                run=lambda: self.leave.emit(Target(page=REQUESTS, view="new")),
                icon="requests",
                tip=_("A disclosure request: the program counts the working days to its reply."),
            ),
            Command(
                name="first-notice",
                text=_("Paste the holiday notice…"),
                run=lambda: self.leave.emit(Target(page=SETTINGS, view="notice")),
                icon="calendar",
                tip=_("Next year's holiday notice, once the State Council has issued it."),
            ),
        )

    # showing

    def _show_frame(self, overview: Overview) -> None:
        """Everything that needs no counting, in the room that the whole will take."""
        self.cards.show_waiting()
        self.cards.show_report(overview)
        self.reminders.show_waiting()
        self.attention.show_waiting()
        self.strip.show_days(_strip(overview, {}))
        for part, give in (
            (self.attention, self.attention.setMinimumHeight),
            (self.told, self.told.setMinimumHeight),
            (self.disputes, self.disputes.keep_room),
        ):
            room = window_state().value(_ROOM.format(name=part.objectName()), 0, type=int)
            give(int(str(room)))

    def _fill_requests(self, overview: Overview) -> None:
        self.cards.show_requests(overview)
        show_requests(self.requests, overview.requests[Group.OPEN])

    def _fill_tasks(self, overview: Overview) -> None:
        self.cards.show_tasks(overview)
        show_tasks(self.tasks, overview.urgent_tasks)

    def _fill_strip(self, overview: Overview) -> None:
        self._due_known = True
        self.cards.show_report(overview)
        self.strip.show_days(_strip(overview, overview.due_days()))
        self.told.setMinimumHeight(0)

    def _fill_disputes(self, overview: Overview) -> None:
        rows = self.desk.disputes.rows(only_running=True)
        self.disputes.show_rows(rows, overview.day)

    def _fill_attention(self, overview: Overview) -> None:
        self.attention.show_lines(overview.attention)
        self.attention.setMinimumHeight(0)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep how much room the parts take, for the next start."""
        super().hideEvent(event)
        if self._begun and not self._filling.waiting:
            state = window_state()
            for part in (self.attention, self.told, self.disputes):
                room = 0 if part.isHidden() else part.height()
                state.setValue(_ROOM.format(name=part.objectName()), room)

    def describe(self, day: dt.date) -> str:
        """A day in words: date, what kind of day, what falls due."""
        overview = self.overview
        if overview is None:
            return ""
        calendar = overview.calendar
        kind = label(calendar.day_kind(day))
        if not calendar.confirmed(day.year):
            kind = words.provisionally(kind)
        cases, tasks = overview.due_on(day) if self._due_known else ([], [])
        due = [f"{case.request.number} {case.request.subject}" for case in cases]
        due += [f"{each.task.number} {each.task.title}" for each in tasks]
        heading = _("{date}, {weekday}").format(date=date_text(day), weekday=weekday_text(day))
        return "\n".join((f"{heading} · {kind}", *due))

    # leading elsewhere

    def _open_case(self, case: Case) -> None:
        self.leave.emit(Target(page=REQUESTS, record_id=case.request.id))

    def _open_task(self, each: DatedTask) -> None:
        self.leave.emit(Target(page=TASKS, record_id=each.task.id))

    def _open_day(self, day: dt.date) -> None:
        assert self.overview is not None
        cases, tasks = self.overview.due_on(day)
        if cases:
            self._open_case(cases[0])
        elif tasks:
            self._open_task(tasks[0])


def _strip(overview: Overview, due: Mapping[dt.date, tuple[int, int]]) -> list[DayLook]:
    """The looks of the days; `due` are the requests and the tasks that fall due on each."""
    calendar = overview.calendar
    monday = overview.day - dt.timedelta(days=overview.day.weekday())
    looks = []
    for day in (monday + dt.timedelta(days=n) for n in range(WEEKS * DAYS)):
        requests, tasks = due.get(day, (0, 0))
        looks.append(
            DayLook(
                date=day,
                kind=calendar.day_kind(day),
                provisional=not calendar.confirmed(day.year),
                today=day == overview.day,
                requests=requests,
                tasks=tasks,
            )
        )
    return looks
