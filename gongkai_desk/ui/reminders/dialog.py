"""提醒: what is for us to do beside what is for us to ask others for, until it is acknowledged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.reminders import Reminder, Side, Urgency
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.register.records.pane import RecordPane
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel

REQUESTS = "requests"
BESIDE = 56
"""From this width in Chinese characters on the two lists stand side by side."""
_LOOKS = {
    Urgency.LATE: (Tone.BAD, "error"),
    Urgency.TODAY: (Tone.WARN, "warning"),
    Urgency.SOON: (Tone.INFO, "clock"),
}
Lead = Callable[[Target], object]


class ReminderDialog(QDialog):
    """Two lists; Enter or a double click leads to the case, Del acknowledges. It follows what is
    written while it is open.
    """

    def __init__(
        self, desk: Desk, operations: Operations, go_to: Lead, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reminders")
        self.setWindowTitle(_("Reminders"))
        self._desk, self._operations, self._go_to = desk, operations, go_to
        self.words = PlainLabel("", self, look="muted", wrap=True)
        self.panes = {side: self._pane(side) for side in Side}
        self.actions_of = Actions(self, self._commands())
        self._lay_out()
        operations.written.connect(self.refresh)
        self.refresh()

    def _pane(self, side: Side) -> RecordPane[Reminder]:
        pane: RecordPane[Reminder] = RecordPane(
            f"reminders-{side.value}", label(side), _columns(), self._pane_commands, self
        )
        pane.table.set_empty(_("Nothing waits here."), icon="done")
        pane.table.activated_record.connect(self._open)
        pane.table.setMinimumHeight(self.fontMetrics().height() * 7)
        pane.table.setWordWrap(True)
        pane.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows = pane.table.resizeRowsToContents
        pane.table.horizontalHeader().sectionResized.connect(lambda *_sizes: rows())
        return pane

    def _pane_commands(self, pane: RecordPane[Reminder]) -> Commands:
        def seen() -> None:
            if pane.current is not None:
                self.acknowledge([pane.current])

        def opened() -> None:
            if pane.current is not None:
                self._open(pane.current)

        return (
            Command(name="open-reminder", text=_("Open the case"), run=opened, icon="open",
                    enabled=pane.has_current, primary=True),
            Command(name="acknowledge-reminder", text=_("Seen"), run=seen, shortcut="Del",
                    icon="check", enabled=pane.has_current, primary=True,
                    tip=_("It does not come again before its date moves.")),
        )  # fmt: skip

    def _commands(self) -> Commands:
        return (
            Command(
                name="acknowledge-all",
                text=_("All seen"),
                run=lambda: self.acknowledge(self._desk.reminders.waiting(today())),
                icon="done",
                enabled=lambda: bool(self._desk.reminders.waiting(today())),
            ),
        )

    def _lay_out(self) -> None:
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lists.setSpacing(12)
        for pane in self.panes.values():
            self._lists.addWidget(pane, 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.buttons.addButton(
            ActionButton(self.actions_of["acknowledge-all"], self),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addLayout(self._lists, 1)
        layout.addWidget(self.buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(unit * 78, room.width() - 64), min(unit * 44, room.height() - 96))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().horizontalAdvance("字") * BESIDE
        way = QBoxLayout.Direction
        self._lists.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def refresh(self) -> None:
        """Read again what waits."""
        every = self._desk.reminders.waiting(today())
        for side, pane in self.panes.items():
            pane.show_records([one for one in every if one.side is side])
        self.words.setText(_intro(len(every)))
        self.actions_of.update()

    def acknowledge(self, seen: Sequence[Reminder]) -> None:
        """They were seen; undo brings them back."""
        words = ngettext("{n} reminder acknowledged.", "{n} reminders acknowledged.", len(seen))
        self._operations.perform(
            lambda: self._desk.reminders.acknowledge(seen, today()),
            said=words.format(n=len(seen)),
        )

    def _open(self, reminder: Reminder) -> None:
        self.accept()
        self._go_to(Target(page=REQUESTS, record_id=reminder.request_id))


def show_reminders(
    desk: Desk, operations: Operations, go_to: Lead, parent: QWidget
) -> ReminderDialog:
    """Open the dialog above `parent`."""
    dialog = ReminderDialog(desk, operations, go_to, parent)
    open_dialog(dialog)
    return dialog


def counts(desk: Desk, day: dt.date) -> tuple[int, int]:
    """How many reminders wait on `day`: for us to do, for us to ask others for."""
    every = desk.reminders.waiting(day)
    ours = sum(one.side is Side.OURS for one in every)
    return ours, len(every) - ours


def _intro(waiting: int) -> str:
    if not waiting:
        return _("Everything was seen. What falls due next comes here by itself.")
    return _("Each stays until it is done or marked as seen; when its date moves, it comes again.")


def _columns() -> tuple[Column[Reminder], ...]:
    return (
        Column(name="day", title=_("Date"), text=lambda one: one.day.isoformat(),
               tone=lambda one: _LOOKS[one.urgency][0], icon=lambda one: _LOOKS[one.urgency][1],
               width=7),
        Column(name="number", title=_("Number"), text=lambda one: one.number, width=5,
               tip=lambda one: one.subject),
        Column(name="note", title=pgettext("reminder", "What"),
               text=lambda one: sentence(one.note), stretch=True,
               tip=lambda one: f"{one.subject}\n{sentence(one.note)}"),
    )  # fmt: skip
