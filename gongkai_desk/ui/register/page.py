"""The register: every request with its countdown, and the chosen one in full below."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout
from typing_extensions import override

from gongkai_desk.domain.case import Case, Group, Query
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.register_records import REGISTER_RECORDS
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.models.records import RecordTableModel
from gongkai_desk.ui.one_at_a_time import when_free
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register import privacy
from gongkai_desk.ui.register.areas import area_commands
from gongkai_desk.ui.register.case_commands import case_commands, record_commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.columns import columns
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.detail import CaseDetail
from gongkai_desk.ui.register.filters import FilterBar, View, view_label
from gongkai_desk.ui.register.letters.offer import offer_letter
from gongkai_desk.ui.register.list_commands import list_commands
from gongkai_desk.ui.register.list_tools import ListTools
from gongkai_desk.ui.register.listing import listing
from gongkai_desk.ui.register.moving.exporting import LedgerOutput
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.register.procedure.commands import show_proposals
from gongkai_desk.ui.register.readiness_dialog import show_readiness
from gongkai_desk.ui.register.records.publication import ask_publication
from gongkai_desk.ui.register.tabs import case_tabs
from gongkai_desk.ui.register.view_menu import ViewMenu
from gongkai_desk.ui.register.words import DEEDS, deed_text
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import plain_tip
from gongkai_desk.ui.widgets.record_table import RecordTable

_NAME = "requests"
_SPLITTER = "register/splitter"


class RequestsPage(Page):
    """Views are named in `filters.View`; `go_to` takes one of them, a request's id, or both."""

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self._counts: Mapping[View, int] = dict.fromkeys(View, 0)
        self._detailed: Case | None = None
        self.large = False
        self.deeds = CaseDeeds(
            desk=desk, operations=operations, prompts=prompts, parent=self, added=self.show_case
        )
        self.filters = FilterBar(self)
        model = RecordTableModel[Case](
            columns(desk.register_views.stage), identity=lambda case: case.request.id
        )
        self.table = RecordTable[Case]("register", model, self)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.tools = ListTools(desk, self.filters, self.table, self)
        self.views = ViewMenu(
            desk=desk,
            operations=operations,
            prompts=prompts,
            present=self.tools.present_view,
            show=self.tools.show_view,
            parent=self,
        )
        self.table.setAccessibleName(_("Register of disclosure requests"))
        self.context = CaseContext(
            desk=desk,
            operations=operations,
            prompts=prompts,
            deeds=self.deeds,
            parent=self,
            shown=lambda: self.table.records.rows,
            go_to=self._go_elsewhere,
        )
        self.detail = CaseDetail(self.deeds, case_tabs(self.context), self)
        self.record_actions = Actions(self, record_commands(self.deeds))
        self.record_menu = QMenu(self)
        self.record_menu.setObjectName("record-menu")
        self.record_menu.setToolTipsVisible(True)
        self.record_actions.fill(self.record_menu)
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        """What answers to what; after a step the letter is offered, after an answer publication."""
        self.deeds.recorded = lambda case, event: offer_letter(self.context, case, event)
        self.deeds.disclosed = lambda case, _event: when_free(
            self, lambda: ask_publication(self.context, case)
        )
        self.filters.changed.connect(self._apply)
        self.filters.left_down.connect(self.table.setFocus)
        self.filters.unready.clicked.connect(
            lambda: show_readiness(self, self.desk.reporting.year_due(today()))
        )
        self.table.chosen.connect(self._choose)
        self.table.activated_record.connect(lambda _case: self.deeds.edit())
        privacy.watcher().changed.connect(self._privacy_changed)
        self.detail.timeline.chosen.connect(self._choose_event)

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 5)
        self._splitter.setStretchFactor(1, 5)
        self._splitter.setSizes([300, 270])
        self._splitter.setContentsMargins(24, 0, 24, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self._splitter, 1)
        kept = window_state().value(_SPLITTER)
        if isinstance(kept, QByteArray):
            self._splitter.restoreState(kept)
        self._splitter.splitterMoved.connect(
            lambda: window_state().setValue(_SPLITTER, self._splitter.saveState())
        )

    @property
    def _standing(self) -> tuple[int, int]:
        """How many are open and how many of them overdue, whatever is searched for."""
        groups = self.desk.register.overview(today())
        return len(groups[Group.OPEN]), len(groups[Group.OVERDUE])

    @property
    @override
    def title(self) -> str:
        return _("Requests")

    @property
    @override
    def subtitle(self) -> str:
        open_ones, late = self._standing
        words = ngettext("{n} open request", "{n} open requests", open_ones).format(n=open_ones)
        if not late:
            return words
        return _("{open}, {late} of them overdue").format(open=words, late=late)

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="new-request",
                text=_("&New request…"),
                run=self.deeds.new,
                shortcut="Ctrl+N",
                icon="add",
                primary=True,
            ),
            None,
            *case_commands(self.deeds, self._offer_events),
            None,
            *area_commands(self.context),
            None,
            *list_commands(self),
        )

    @override
    def actions_ready(self, actions: Actions) -> None:
        self.table.set_menu(actions)
        self.detail.actions_ready(actions, self.record_actions)
        self.views.actions_ready(actions)
        for widget in (
            ActionButton(actions["filter-list"], self),
            self.views.button,
            ActionButton(actions["choose-columns"], self),
        ):
            self.filters.tools.addWidget(widget)
        new = self.commands()[0]
        assert new is not None
        self._new = new
        self._say_empty()

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(*REGISTER_RECORDS, HolidayNotice)

    @override
    def refresh(self, changes: Changes | None) -> None:
        self.filters.offer_years(self.desk.register.years())
        self.views.refresh()
        year = self.desk.reporting.year_due(today())
        self.filters.show_unready(len(self.desk.readiness.unready(year, today())), year)
        self._detailed = None
        self._apply()

    @override
    def go_to(self, target: Target) -> None:
        if target.view in list(View):
            self.filters.choose(View(target.view))
        if target.record_id:
            self.show_case(target.record_id)
        self.table.setFocus()
        if target.view == "new":
            self.deeds.new()
        elif target.view == "lapsed":
            show_proposals(self.context)

    def _go_elsewhere(self, target: Target) -> None:
        """Follow a dialog of this page: to a case here, or to another page."""
        if target.page == _NAME:
            self.go_to(target)
        else:
            self.leave.emit(target)

    def show_case(self, request_id: str) -> None:
        """Select a request, in another view when this one does not hold it."""
        if self.table.records.row_of(request_id) is None:
            self.filters.choose(View.ALL)
        self.table.select([request_id])

    def _apply(self) -> None:
        found = listing(
            self.desk.register, self.filters.query(), self.filters.view, self.tools.takes(), today()
        )
        self._counts = found.counts
        self.filters.show_counts(found.counts, len(found.cases))
        self.filters.private.setVisible(privacy.hidden())
        self.filters.show_filters(self.tools.told(found.cases))
        self.table.records.mark_filtered(self.filters.column_filters)
        self.table.set_rows(found.cases)
        self._say_empty()
        if found.cases and self.table.current() is None:
            self.table.select([self.table.records.identity(0)])
        self._choose(self.table.current())
        if self.large and not found.cases:
            self.toggle_large()

    def _say_empty(self) -> None:
        """Why the list is empty, and what to do about it."""
        if self.table.records.rows:
            return
        narrowed = self.filters.query() != Query(
            group=self.filters.view.group, status=self.filters.view.status
        )
        if narrowed or self.filters.column_filters:
            everywhere = Command(
                name="everywhere", text=_("Search in all requests"), run=self._everywhere
            )
            self.table.set_empty(
                _("Nothing found in “{view}” with this search and these filters.").format(
                    view=view_label(self.filters.view)
                ),
                everywhere,
                icon="search",
            )
        elif self._counts[View.ALL]:
            self.table.set_empty(
                _("No request here. Another view or another search may show some."), self._new
            )
        else:
            self.table.set_empty(_("No request has been registered yet."), self._new)

    def _everywhere(self) -> None:
        """The same search, without everything else that narrows."""
        self.filters.choose(View.ALL, text=self.filters.search.text())

    def _choose(self, case: Case | None) -> None:
        if case is not None and case is self._detailed:
            return
        self._detailed = case
        self.deeds.choose(case)
        self.detail.show_case(case)
        self._update_deeds()

    def _choose_event(self, _line: object) -> None:
        self.deeds.event = self.detail.timeline.event_selected
        self._update_deeds()

    def _update_deeds(self) -> None:
        self.record_actions.update()
        for kind in DEEDS:
            tip = self.deeds.why_not(kind) or deed_text(kind)
            self.record_actions[f"record-{kind.value}"].setToolTip(plain_tip(tip))
        self.state_changed.emit()

    def _offer_events(self) -> None:
        """The kinds of events as a menu beside the chosen row."""
        rows = self.table.selectionModel().selectedRows()
        place = self.table.visualRect(rows[0]).bottomLeft() if rows else QPoint(0, 0)
        self.record_menu.popup(self.table.viewport().mapToGlobal(place + QPoint(48, 0)))

    def search(self) -> None:
        if self.large:
            self.toggle_large()
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def step(self, by: int) -> None:
        """Choose the request above or below."""
        if self.may_step(by):
            row = self.table.currentIndex().row() + by
            self.table.select([self.table.records.identity(row)])

    def may_step(self, by: int) -> bool:
        row = self.table.currentIndex().row()
        return row >= 0 and 0 <= row + by < len(self.table.records.rows)

    def toggle_large(self) -> None:
        """Show the case file alone, or bring the list back."""
        self.large = not self.large
        for part in (self.filters, self.table):
            part.setVisible(not self.large)
        (self.detail.bar if self.large else self.table).setFocus()
        self.state_changed.emit()

    def _privacy_changed(self) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._detailed = None
        self.filters.private.setVisible(privacy.hidden())
        self.table.records.redraw()
        self._choose(self.table.current())

    # papers

    def export(self) -> None:
        """Write what is shown as a ledger, to where the officer says."""
        name = _("Register {view}").format(view=view_label(self.filters.view))
        LedgerOutput(self.context).export(list(self.table.records.rows), name)

    def print_list(self) -> None:
        """Show the list, as it is filtered and sorted, as it will be printed."""
        cases, day = list(self.table.records.rows), today()

        def write(path: Path) -> tuple[str, ...]:
            return self.desk.papers.register(cases, day, path)

        preview_paper(
            write,
            name=_("Register {view}").format(view=view_label(self.filters.view)) + ".pdf",
            title=_("Register of disclosure requests"),
            operations=self.operations,
            prompts=self.prompts,
            parent=self,
        )
