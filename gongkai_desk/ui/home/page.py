"""The home page: what is due, what waits, and the coming weeks."""

from __future__ import annotations

import datetime as dt
import importlib
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case, Group
from gongkai_desk.domain.changes import Changes
from gongkai_desk.i18n import _, date_text, day_text, ngettext, pgettext, weekday_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.tasks import DatedTask
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.home import words
from gongkai_desk.ui.home.attention_card import AttentionCard
from gongkai_desk.ui.home.card import FigureCard
from gongkai_desk.ui.home.disputes_line import DisputeLine
from gongkai_desk.ui.home.first_steps import FirstSteps
from gongkai_desk.ui.home.lists import request_table, task_table
from gongkai_desk.ui.home.overview import Overview, due_days, look_over
from gongkai_desk.ui.home.reminder_line import ReminderLine
from gongkai_desk.ui.home.strip import DAYS, WEEKS, CalendarStrip
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.reminders.dialog import counts, show_reminders
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.day_legend import DayLegend
from gongkai_desk.ui.widgets.day_paint import DayLook
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder
from gongkai_desk.ui.widgets.plain import PlainLabel

REQUESTS, TASKS, REPORT, SETTINGS = "requests", "tasks", "report", "settings"
READINESS = "report-readiness"
"""The names of the pages that the cards lead to."""
REQUEST_CARDS = (
    (Group.OVERDUE, "error", Tone.BAD),
    (Group.DUE_TODAY, "clock", Tone.BAD),
    (Group.DUE_SOON, "warning", Tone.WARN),
    (Group.DUE_THIS_WEEK, "calendar", Tone.INFO),
    (Group.WAITING, "pause", Tone.INFO),
    (Group.UNCONFIRMED, "person", Tone.WARN),
)
TASK_CARDS = (
    ("open", "list", Tone.INFO),
    ("late", "error", Tone.BAD),
    ("soon", "warning", Tone.WARN),
    ("done", "done", Tone.GOOD),
)


class HomePage(Page):
    """Shows an `Overview` of today; reads again after every write and on a new day."""

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
        self.cards = QWidget(self)
        self._cards: dict[str, FigureCard] = {}
        self._fill_cards()
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
        day = today()
        self.overview = look_over(self.desk, day)
        self._show_cards(self.overview)
        self.reminders.show_counts(*counts(self.desk, day))
        self.requests.set_rows(self.overview.requests[Group.OPEN])
        self.tasks.set_rows(self.overview.urgent_tasks)
        self.disputes.show_rows(self.desk.disputes.rows(only_running=True), day)
        self.strip.show_days(_strip(self.overview))
        self.attention.show_lines(self.overview.attention)
        for part, shown in (
            (self.steps, self.overview.empty),
            (self.cards, not self.overview.empty),
            (self.attention, not self.overview.empty),
            (self.reminders, not self.overview.empty),
            (self.lists, not self.overview.empty),
        ):
            part.setVisible(shown)

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

    def _fill_cards(self) -> None:
        for group, icon, tone in REQUEST_CARDS:
            self._add_card(f"requests-{group.value}", icon, tone)
        for view, icon, tone in TASK_CARDS:
            self._add_card(f"tasks-{view}", icon, tone)
        self._add_card(REPORT, "report", Tone.INFO)
        self._add_card(READINESS, "warning", Tone.WARN)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addLayout(self._card_row(_("Our tasks"), TASKS), 4)
        below.addLayout(self._card_row(_("Annual report"), REPORT), 3)
        layout = QVBoxLayout(self.cards)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._card_row(_("Requests"), REQUESTS))
        layout.addLayout(below)

    def _card_row(self, heading: str, page: str) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, card in self._cards.items():
            if name.partition("-")[0] == page:
                row.addWidget(card, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(heading, self, look="heading"))
        column.addLayout(row)
        return column

    def _add_card(self, name: str, icon: str, tone: Tone) -> None:
        card = FigureCard(f"card-{name}", icon, tone, self.cards)
        page, _dash, view = name.partition("-")
        card.clicked.connect(lambda: self._leave_by_card(page, view))
        self._cards[name] = card

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

    def _leave_by_card(self, page: str, view: str) -> None:
        if view == READINESS.partition("-")[2]:
            self.show_unready()
            return
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

    def _show_cards(self, overview: Overview) -> None:
        for group, _icon, _tone in REQUEST_CARDS:
            card = self._cards[f"requests-{group.value}"]
            card.show_figure(len(overview.requests[group]), label(group))
        counts = overview.counts
        for view, number, word in (
            ("open", counts.open + counts.soon + counts.late, _("Not done")),
            ("late", counts.late, _("Past the deadline")),
            ("soon", counts.soon, _("Due within 30 days")),
            ("done", counts.done, _("Done")),
        ):
            self._cards[f"tasks-{view}"].show_figure(number, word)
        self._cards["report"].show_figure(
            overview.report.days,
            _("until {day} · {progress}").format(
                day=day_text(overview.report.due),
                progress=words.report_progress(overview.report),
            ),
            unit=words.report_time(overview.report),
        )
        self._cards[READINESS].show_figure(
            len(overview.report.unready),
            pgettext("report", "To mend"),
        )

    def describe(self, day: dt.date) -> str:
        """A day in words: date, what kind of day, what falls due."""
        overview = self.overview
        if overview is None:
            return ""
        calendar = overview.calendar
        kind = label(calendar.day_kind(day))
        if not calendar.confirmed(day.year):
            kind = words.provisionally(kind)
        cases, tasks = overview.due_on(day)
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


def _strip(overview: Overview) -> list[DayLook]:
    due, calendar = due_days(overview), overview.calendar
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
