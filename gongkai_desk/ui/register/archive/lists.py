"""Which cases wait for the archive, which are in it, and which have been kept long enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.archive import retention_ends
from gongkai_desk.domain.case import Case
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.archive import ArchiveService
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_WIDE, _HIGH = 84, 34


class ArchiveView(StrEnum):
    WAITING = "waiting"
    ARCHIVED = "archived"
    OVER = "over"


def view_name(view: ArchiveView) -> str:
    return {
        ArchiveView.WAITING: _("Closed, not archived"),
        ArchiveView.ARCHIVED: _("In the archive"),
        ArchiveView.OVER: _("Retention period over"),
    }[view]


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _kept_until(case: Case) -> str:
    request = case.request
    if request.archived_on is None or request.retention_years is None:
        return ""
    return retention_ends(request.archived_on, request.retention_years).isoformat()


def _columns() -> tuple[Column[Case], ...]:
    return (
        Column(name="number", title=_("Number"), text=lambda c: c.request.number, width=7),
        Column(
            name="subject",
            title=_("Information asked for"),
            text=lambda c: c.request.subject,
            stretch=True,
        ),
        Column(name="closed", title=_("Closed on"), text=lambda c: _iso(c.closed_on), width=7),
        Column(
            name="outcome",
            title=_("Outcome"),
            text=lambda c: c.outcome.label if c.outcome else "",
            width=12,
        ),
        Column(
            name="archive_number",
            title=_("Archive number"),
            text=lambda c: c.request.archive_number,
            width=9,
        ),
        Column(
            name="archived",
            title=_("Archived on"),
            text=lambda c: _iso(c.request.archived_on),
            width=7,
        ),
        Column(name="until", title=_("To be kept until"), text=_kept_until, width=7),
    )


class ArchiveListDialog(QDialog):
    """`chosen` carries the id of the request to be shown; `archive_all` gets the ids of the
    selected ones and says whether they were archived.
    """

    chosen = Signal(object)

    def __init__(
        self,
        archive: ArchiveService,
        as_of: dt.date,
        archive_all: Callable[[Sequence[str]], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("archive-list")
        self.setWindowTitle(_("Archive"))
        self._archive, self._as_of, self._archive_all = archive, as_of, archive_all
        self.view = ChoiceField[ArchiveView](ArchiveView, view_name, self)
        self.view.setObjectName("archive-view")
        self.view.setAccessibleName(_("Archive"))
        self.told = PlainLabel("", self, look="muted")
        self.told.setObjectName("archive-count")
        model = RecordTableModel[Case](_columns(), identity=lambda case: case.request.id)
        self.table = RecordTable[Case]("archive-cases", model, self, several=True)
        self.table.setAccessibleName(_("Archive"))
        self.table.set_empty(_("No case here."))
        self.table.activated_record.connect(self._leave)
        self.table.chosen.connect(lambda _case: self._enable())
        self.view.changed.connect(self.refresh)
        self._build()
        self.refresh()
        self.table.setFocus()

    def _build(self) -> None:
        self.put_button = QPushButton(_("&Archive the selected ones"), self)
        self.put_button.setObjectName("archive-selected")
        icons.set_icon(self.put_button, "save")
        self.show_button = QPushButton(_("Open the &case"), self)
        self.show_button.setObjectName("open-case")
        icons.set_icon(self.show_button, "requests")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self.put_button, self.show_button):
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for each in box.buttons():
            if isinstance(each, QPushButton):
                each.setAutoDefault(False)
        box.rejected.connect(self.reject)
        self.put_button.clicked.connect(self._put)
        self.show_button.clicked.connect(lambda: self._leave(self.table.current()))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.view)
        top.addWidget(self.told)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(box)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(_WIDE * unit, room.width() - 64), min(_HIGH * unit, room.height() - 96))

    def refresh(self) -> None:
        """Read again what the chosen view shows."""
        view = self.view.value() or ArchiveView.WAITING
        rows = {
            ArchiveView.WAITING: self._archive.waiting,
            ArchiveView.ARCHIVED: self._archive.archived,
            ArchiveView.OVER: self._archive.over,
        }[view](self._as_of)
        self.table.set_rows(rows)
        self.told.setText(ngettext("{n} case", "{n} cases", len(rows)).format(n=len(rows)))
        if rows and not self.table.selected():
            self.table.select([rows[0].request.id])
        self._enable()

    def _enable(self) -> None:
        some = bool(self.table.selected())
        waiting = self.view.value() is ArchiveView.WAITING
        self.put_button.setVisible(waiting)
        self.put_button.setEnabled(some and waiting)
        self.show_button.setEnabled(some)

    def _put(self) -> None:
        if self._archive_all([case.request.id for case in self.table.selected()]):
            self.refresh()

    def _leave(self, case: object) -> None:
        if isinstance(case, Case):
            self.accept()
            self.chosen.emit(case.request.id)
