"""依申请转主动公开: asking for the decision, and the lists of what is still to be decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.publication import Asked
from gongkai_desk.domain.request import Publication, Publish, Request
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.publication import PublicationService
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.records.pane import RecordPane
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel


def ask_publication(context: CaseContext, case: Case) -> PublicationDialog | None:
    """Ask whether what this case gave is published to all, when the question belongs to it; call
    it after a case was closed. Returns the open dialog, None when there is nothing to ask.
    """
    if not context.desk.publication.asks(case):
        return None
    return open_decision(context, [case.request])


def open_decision(context: CaseContext, requests: Sequence[Request]) -> PublicationDialog:
    """The dialog for the decision on `requests`, which asked for the same."""
    ids = [request.id for request in requests]

    def submit(draft: Publication) -> Sequence[Problem]:
        refused = context.operations.attempt(
            lambda: context.desk.publication.decide(ids, draft, today())
        )
        if not refused:
            context.operations.say(_("The decision was recorded."))
        return refused

    dialog = PublicationDialog(
        requests, context.desk.publication, submit, context.prompts, today(), context.parent
    )
    open_dialog(dialog)
    return dialog


class PublicationDialog(FootedDialog[Publication]):
    """Yes, no or later; with reason, person and day, and where it was published."""

    def __init__(
        self,
        requests: Sequence[Request],
        service: PublicationService,
        submit: Callable[[Publication], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        first = requests[0]
        intro = _("{number} · {subject}").format(number=first.number, subject=first.subject)
        if len(requests) > 1:
            words = ngettext("{n} request", "{n} requests", len(requests)).format(n=len(requests))
            intro = f"{first.subject} · {words}"
        super().__init__(_("Publish to all?"), submit, prompts, parent, intro=intro)
        self.setObjectName("publication-dialog")
        self._service, self._today = service, today
        given = first.publication or Publication(decided_on=today)
        self.choice = ChoiceField[Publish](Publish, label)
        self.choice.set_value(given.choice)
        hint = _(
            "Article 44: information that several applicants ask for, and that may be disclosed, "
            "may be published to all. Check first that it holds no secrets and no privacy."
        )
        self.form.add("choice", _("Decision"), self.choice, hint=hint)
        self.reason = LongTextField(given.reason, lines=3)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        self.form.add("reason", _("Reason"), self.reason)
        self.by = TextField(given.decided_by)
        self.form.add("decided_by", _("Decided by"), self.by)
        self.day = DateField()
        self.day.set_date(given.decided_on)
        self.form.add("decided_on", _("Decided on"), self.day)
        self.place = TextField(given.place, hint=_("column or address, once it is published"))
        self.form.add("place", _("Published where"), self.place)
        self.choice.changed.connect(self._chosen)
        self._follow()
        self.ready()
        self.choice.setFocus()

    def _chosen(self) -> None:
        self._follow()
        self.review()
        QTimer.singleShot(0, self, self.grow)

    def _follow(self) -> None:
        decided = self.choice.value() is not Publish.UNDECIDED
        for name in ("reason", "decided_by", "decided_on"):
            self.form.show_field(name, decided)
        self.form.show_field("place", self.choice.value() is Publish.YES)

    @override
    def draft(self) -> Publication:
        choice = self.choice.value() or Publish.UNDECIDED
        if choice is Publish.UNDECIDED:
            return Publication()
        return Publication(
            choice=choice,
            decided_on=self.day.date(),
            decided_by=self.by.value(),
            reason=self.reason.value().strip(),
            place=self.place.value() if choice is Publish.YES else "",
        )

    @override
    def check(self, draft: Publication) -> Iterable[Problem]:
        return self._service.check(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return not self._dirty and problem.code.endswith("-missing")


class UndecidedDialog(QDialog):
    """What is still to be decided, and what is asked for often; Enter asks for the decision."""

    def __init__(
        self, context: CaseContext, often: Sequence[Asked], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("undecided")
        self.setWindowTitle(_("Publish what was asked for"))
        self._context, self._often = context, tuple(often)
        self.cases: RecordPane[Case] = RecordPane(
            "undecided-cases",
            _("Undecided cases"),
            _case_columns(),
            self._case_commands,
            self,
            identity=lambda case: case.request.id,
        )
        self.cases.table.set_empty(_("Every case that gave information is decided."), icon="done")
        self.cases.table.activated_record.connect(lambda one: self._decide([one.request]))
        self.often: RecordPane[Asked] = RecordPane(
            "often-asked", _("Asked for often"), _often_columns(), self._often_commands, self
        )
        self.often.table.set_empty(
            _("Nothing was asked for three times or more in the last two years."), icon="done"
        )
        self.often.table.activated_record.connect(lambda one: self._decide(one.requests))
        self._lay_out()
        self.refresh()
        context.operations.written.connect(self.refresh)

    def _lay_out(self) -> None:
        intro = PlainLabel(
            _("Cases of the last two years that gave information, and subjects asked for by three "
              "requests or more, in the same or in similar words."),
            self, look="muted", wrap=True,
        )  # fmt: skip
        leaves = QTabWidget(self)
        leaves.addTab(self.cases, _("Undecided cases"))
        leaves.addTab(self.often, _("Asked for often"))
        leaves.setDocumentMode(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addWidget(leaves, 1)
        layout.addWidget(buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(unit * 60, unit * 30)

    def _case_commands(self, pane: RecordPane[Case]) -> Commands:
        def decide() -> None:
            if pane.current is not None:
                self._decide([pane.current.request])

        def show() -> None:
            if pane.current is not None:
                self._show(pane.current)

        return (
            Command(name="decide-case", text=_("Decide…"), run=decide, icon="check",
                    enabled=pane.has_current, primary=True),
            Command(name="show-undecided", text=_("Open the case"), run=show, icon="open",
                    enabled=pane.has_current, primary=True),
        )  # fmt: skip

    def _often_commands(self, pane: RecordPane[Asked]) -> Commands:
        def decide() -> None:
            if pane.current is not None:
                self._decide(pane.current.requests)

        return (
            Command(name="decide-often", text=_("Decide for all…"), run=decide, icon="check",
                    enabled=pane.has_current, primary=True),
        )  # fmt: skip

    def _decide(self, requests: Sequence[Request]) -> None:
        open_decision(self._context, requests)

    def _show(self, case: Case) -> None:
        """Close, and choose the case in the register."""
        self.accept()
        page = self._context.parent
        if isinstance(page, Page):
            page.go_to(Target(page="requests", record_id=case.request.id))

    def refresh(self) -> None:
        """Read the undecided cases again, and leave out what was decided meanwhile."""
        self.cases.show_records(self._context.desk.publication.undecided(today()))
        self.often.show_records([asked for asked in self._often if not self._published(asked)])

    def _published(self, asked: Asked) -> bool:
        now = self._context.desk.register.get(asked.id, today()).request.publication
        return now is not None and now.choice is Publish.YES


def publication_commands(context: CaseContext) -> Commands:
    """The decision on the chosen case, and the lists."""
    group = _("Publication")

    def decide() -> None:
        case = context.deeds.case
        if case is not None and case.closed:
            open_decision(context, [case.request])

    def lists() -> None:
        context.operations.perform_long(
            _("Comparing subjects"),
            lambda _progress: context.desk.publication.often_asked(today()),
            lambda often: open_dialog(UndecidedDialog(context, often, context.parent)),
        )

    return (
        Command(name="decide-publication", text=_("Publish to all?…"), run=decide, icon="open",
                enabled=lambda: context.deeds.case is not None and context.deeds.case.closed,
                group=group),
        Command(name="undecided-publications", text=_("Undecided and often asked…"), run=lists,
                icon="list", group=group),
    )  # fmt: skip


def _case_columns() -> tuple[Column[Case], ...]:
    return (
        Column(name="number", title=_("Number"), text=lambda one: one.request.number, width=5),
        Column(name="closed", title=_("Closed on"),
               text=lambda one: one.closed_on.isoformat() if one.closed_on else "", width=7),
        Column(name="subject", title=_("Information asked for"),
               text=lambda one: one.request.subject, stretch=True),
        Column(name="outcome", title=_("Outcome"),
               text=lambda one: one.outcome.label if one.outcome else "", width=12),
    )  # fmt: skip


def _often_columns() -> tuple[Column[Asked], ...]:
    return (
        Column(name="times", title=_("Times"), text=lambda one: str(one.times),
               sort_key=lambda one: one.times, width=3, right=True),
        Column(name="subject", title=_("Information asked for"), text=lambda one: one.subject,
               stretch=True,
               tip=lambda one: "\n".join(f"{r.number} {r.subject}" for r in one.requests)),
        Column(name="numbers", title=_("Requests"),
               text=lambda one: "、".join(request.number for request in one.requests), width=16),
    )  # fmt: skip
