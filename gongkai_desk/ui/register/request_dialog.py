"""Registering a request, and correcting what is written about one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, Problem, Severity
from gongkai_desk.domain.receipt import suggested_receipt
from gongkai_desk.domain.request import Applicant, Channel, Request
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.intake.files_field import RequestFiles
from gongkai_desk.ui.register.intake.similar_panel import SimilarPanel
from gongkai_desk.ui.register.intake.words import lacking, lacking_text
from gongkai_desk.ui.register.request_sections import FormExtras, RequestForm
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.files import dropped_files
from gongkai_desk.ui.widgets.plain import PlainLabel

_FIRST = frozenset({"applicant-name-missing", "subject-missing", "channel-missing"})


class RequestDialog(FootedDialog[Request]):
    """A new request without `request`, else a correction of it.

    `prefilled` begins a new one with what was read from a pasted text, `files` with what came
    along. Beneath the fields stand the due date that follows, earlier requests that resemble this
    one, and quietly what is still lacking. In a new request only fields that were touched are
    marked until the three that must be filled are filled.
    """

    WIDE = 60  # two columns
    form: RequestForm

    def __init__(
        self,
        *,
        desk: Desk,
        submit: Callable[[Request], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        request: Request | None = None,
        prefilled: Request | None = None,
        files: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = _("Request {number}").format(number=request.number) if request else _("New request")
        super().__init__(title, submit, prompts, parent, save="" if request else _("Register"))
        self.setObjectName("request-dialog")
        self._desk, self._today, self._new = desk, today, request is None
        self._touched: set[str] = set()
        self.attached = RequestFiles(prompts, desk.intake.scans, self._choose_scan_folder)
        self.form = RequestForm(FormExtras(tags=desk.intake.tags(), files=self.attached))
        self.form.setContentsMargins(24, 8, 24, 8)
        self._area.setWidget(self.form)
        self._proposed = desk.register.next_number(today.year) if request is None else ""
        self._base = request or self._fresh(prefilled)
        if request is not None:
            self.attached.show_kept(desk.intake.attachments(request.id))
        self.attached.add(files)
        self._place_foot()
        self.form.show_request(self._base)
        self._watch()
        self._take_drops()
        self.ready()
        self._dirty = prefilled is not None
        self.form.field("channel" if self._new else "subject").setFocus()

    def _fresh(self, prefilled: Request | None) -> Request:
        """A new request, as far as it is known already."""
        base = prefilled or Request(
            id=new_id(),
            number="",
            applicant=Applicant(name=""),
            channel=Channel.UNSPECIFIED,
            subject="",
        )
        return replace(base, number=base.number or self._proposed)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files to store with the request, in the same write."""
        return self.attached.value()

    @property
    def without(self) -> tuple[Attachment, ...]:
        """The kept files that the officer took out."""
        return self.attached.without

    def _place_foot(self) -> None:
        self.due = StateLine(self)
        self.due.setObjectName("due-line")
        self.adopt = QPushButton("", self)
        self.adopt.setObjectName("adopt-receipt")
        self.adopt.setProperty("look", "link")
        self.adopt.setAutoDefault(False)
        self.adopt.clicked.connect(self._adopt)
        foot = QWidget(self)
        self.similar = SimilarPanel(self._desk, self._today, foot)
        self.lacking = PlainLabel("", foot, look="muted", wrap=True)
        self.lacking.setObjectName("lacking")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.due)
        line.addWidget(self.similar.count)
        line.addStretch(1)
        line.addWidget(self.adopt)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.similar)
        column.addLayout(line)
        column.addWidget(self.lacking)
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
        found = self._desk.register.check(draft, self._today)
        names = [text for one in draft.applicants for text in (one.name, one.agent_name)]
        unknown = self._desk.intake.unknown_characters(names)
        if unknown:
            values = {"characters": "".join(unknown)}
            field, code = "applicant.name", "characters-without-typeface"
            found.append(Problem(code, field, values, Severity.WARNING))
        return found

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        if problem.code in lacking():
            return True
        if not self._new or problem.field in self._touched:
            return False
        begun = not any(each.code in _FIRST for each in self._found)
        return not begun or not self._dirty

    @override
    def review(self) -> None:
        self._found = self.problems()
        super().review()
        draft = self.draft()
        self.form.receipt.follow(draft, self._desk.holidays.calendar())
        begun = self._dirty or not self._new
        self.lacking.setText(lacking_text(self._found) if begun else "")
        self.lacking.setVisible(bool(self.lacking.text()))
        if self._new:
            self.similar.follow(draft)
        self._show_due(draft)

    def _show_due(self, draft: Request) -> None:
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

    def _choose_scan_folder(self) -> None:
        folder = self._prompts.folder(_("Folder the scanner writes to"))
        if folder is None:
            return
        try:
            self._desk.intake.set_scan_folder(folder)
        except DomainError as error:
            self._tell(error.problems)

    def _take_drops(self) -> None:
        """Files dropped anywhere become attachments; no field takes their path as text."""
        self.setAcceptDrops(True)
        for widget in self.form.findChildren(QWidget):
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.setAcceptDrops(False)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.attached.add(dropped_files(event.mimeData()))
        event.acceptProposedAction()
