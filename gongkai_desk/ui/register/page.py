"""The register: every request with its countdown, and the chosen one in full below."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout
from typing_extensions import override

from gongkai_desk.domain.case import Case, Query
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.register_records import REGISTER_RECORDS
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions, Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.models.records import RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.areas import area_commands
from gongkai_desk.ui.register.case_commands import case_commands, record_commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.columns import columns
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.detail import CaseDetail
from gongkai_desk.ui.register.filters import FilterBar, View, view_label
from gongkai_desk.ui.register.moving.exporting import LedgerOutput
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.register.procedure.commands import show_proposals
from gongkai_desk.ui.register.tabs import case_tabs
from gongkai_desk.ui.register.words import DEEDS, deed_text
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import plain_tip
from gongkai_desk.ui.widgets.record_table import RecordTable

_NAME = "requests"
_SPLITTER = "register/splitter"
_BY_ENTRY = (View.CLOSED, View.ALL)


class RequestsPage(Page):
    """Views are named in `filters.View`; `go_to` takes one of them, a request's id, or both."""

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self._cases: list[Case] = []
        self.deeds = CaseDeeds(
            desk=desk, operations=operations, prompts=prompts, parent=self, added=self.show_case
        )
        self.filters = FilterBar(self)
        model = RecordTableModel[Case](columns(), identity=lambda case: case.request.id)
        self.table = RecordTable[Case]("register", model, self)
        self.table.horizontalHeader().setStretchLastSection(True)
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
        self.filters.changed.connect(self._apply)
        self.filters.left_down.connect(self.table.setFocus)
        self.table.chosen.connect(self._choose)
        self.table.activated_record.connect(lambda _case: self.deeds.edit())
        self.detail.timeline.chosen.connect(self._choose_event)

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
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
    @override
    def title(self) -> str:
        return _("Requests")

    @property
    @override
    def subtitle(self) -> str:
        day = today()
        open_ones = sum(View.OPEN.takes(case, day) for case in self._cases)
        late = sum(View.OVERDUE.takes(case, day) for case in self._cases)
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
            *self._list_commands(),
        )

    def _list_commands(self) -> Commands:
        return (
            Command(
                name="find-request",
                text=_("&Search"),
                run=self._search,
                shortcut="Ctrl+F",
                icon="search",
            ),
            Command(
                name="export-register",
                text=_("E&xport…"),
                run=self.export,
                shortcut="Ctrl+Shift+E",
                icon="export",
                enabled=lambda: bool(self.table.records.rows),
                tip=_("Write the requests shown here as an Excel file"),
                primary=True,
            ),
            Command(
                name="print-register",
                text=_("&Print list…"),
                run=self.print_list,
                shortcut="Ctrl+P",
                icon="print",
                enabled=lambda: bool(self.table.records.rows),
                primary=True,
            ),
        )

    @override
    def actions_ready(self, actions: Actions) -> None:
        self.table.set_menu(actions)
        self.detail.actions_ready(actions, self.record_actions)
        new = self.commands()[0]
        assert new is not None
        self.table.set_empty(
            _("No request here. Another view or another search may show some."), new
        )

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(*REGISTER_RECORDS, HolidayNotice)

    @override
    def refresh(self, changes: Changes | None) -> None:
        self._cases = self.desk.register.rows(Query(), today())
        self.filters.offer_years(self.desk.register.years())
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
        day, query, view = today(), self.filters.query(), self.filters.view
        narrow = replace(query, group=None, status=None)
        found = [case for case in self._cases if narrow.wants(case.request)]
        shown = [case for case in found if view.takes(case, day)]
        shown.sort(key=_entry if view in _BY_ENTRY else _urgency, reverse=view in _BY_ENTRY)
        self.filters.show_counts(found, len(shown), day)
        self.table.set_rows(shown)
        if shown and self.table.current() is None:
            self.table.select([shown[0].request.id])
        self._choose(self.table.current())

    def _choose(self, case: Case | None) -> None:
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

    def _search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

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


def _urgency(case: Case) -> tuple[int, dt.date]:
    """By due date; then what waits for us to confirm it, then what waits for others."""
    if case.due is not None:
        return 0, case.due
    return 2 if case.clock else 1, case.request.arrived or dt.date.max


def _entry(case: Case) -> tuple[dt.date, str]:
    day = case.request.received or case.request.arrived or case.request.submitted
    return day or dt.date.max, case.request.number
