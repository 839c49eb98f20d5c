"""The numbers of one table that were set by hand: held, listed, changed, confirmed, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Override
from gongkai_desk.domain.report_overrides import counted_at, faults, put, renewed, without
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.count_reasons import place_words
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.override_dialog import OverrideDialog
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

MOST_ROWS = 4
"""So many are in sight at once; more of them scroll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An override and what the register counts in its cell now."""

    override: Override
    now: int

    @property
    def id(self) -> str:
        one = self.override
        return f"{one.table} {one.row} {one.column}"

    @property
    def stale(self) -> bool:
        return self.now != self.override.counted


class OverridePanel(QWidget):
    """Holds the overrides of the whole draft and shows those of `table`; hidden while there are
    none. `changed` when the officer changed one.
    """

    changed = Signal()

    def __init__(self, table: int, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self.overrides: tuple[Override, ...] = ()
        self._table, self._prompts = table, prompts
        self._view: ReportView | None = None
        self.heading = PlainLabel("", self, look="strong", wrap=True)
        model = RecordTableModel[Line](_columns())
        self.table = RecordTable[Line](f"overrides-{table}", model, self)
        self.table.setAccessibleName(_("Numbers set by hand"))
        self.table.activated_record.connect(lambda _line: self._change())
        self.table.chosen.connect(lambda _line: self._follow_choice())
        self.change_button = self._button(f"change-override-{table}", _("C&hange…"), "edit")
        self.confirm_button = self._button(
            f"confirm-override-{table}", _("Confir&m the number"), "check"
        )
        self.remove_button = self._button(
            f"remove-override-{table}", _("Take the c&ounted number"), "undo"
        )
        self.change_button.clicked.connect(self._change)
        self.confirm_button.clicked.connect(self._confirm)
        self.remove_button.clicked.connect(self._remove)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        for button in (self.change_button, self.confirm_button, self.remove_button):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.table)
        self.hide()

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        return button

    @property
    def ours(self) -> tuple[Override, ...]:
        """The overrides of this table."""
        return tuple(one for one in self.overrides if one.table == self._table)

    def show_view(self, view: ReportView) -> None:
        """Take up the overrides of the draft."""
        self.overrides = view.draft.overrides
        self.follow(view)

    def follow(self, view: ReportView) -> None:
        """Compare with what is counted now."""
        self._view = view
        lines = [Line(override=one, now=self.counted(one)) for one in self.ours]
        self.table.set_rows(lines)
        if lines and self.table.current() is None:
            self.table.select([lines[0].id])
        count = ngettext(
            "{count} number set by hand", "{count} numbers set by hand", len(lines)
        ).format(count=len(lines))
        stale = sum(line.stale for line in lines)
        moved = ngettext(
            "{count} of them is counted otherwise now",
            "{count} of them are counted otherwise now",
            stale,
        ).format(count=stale)
        self.heading.setText(_("{count}; {moved}").format(count=count, moved=moved) if stale
                             else count)  # fmt: skip
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + row * min(len(lines), MOST_ROWS) + 4)
        self.setVisible(bool(lines))
        self._follow_choice()

    def counted(self, override: Override) -> int:
        """What the register counts now in the override's cell."""
        assert self._view is not None
        view = self._view
        return counted_at(override, view.counted.requests, view.counted_disputes.numbers)

    def ask(self, row: str, column: int) -> None:
        """Open the dialog for a cell; a sum is told to be one."""
        known = next((one for one in self.ours if (one.row, one.column) == (row, column)), None)
        wanted = Override(
            table=self._table,
            row=row,
            column=column,
            number=0,
            counted=0,
            reason="",
            made_on=today(),
        )
        if any(problem.code == "report-override-no-cell" for problem in faults(wanted)):
            self._prompts.tell(
                _("This number is a sum"),
                sentence(Problem("report-override-no-cell", "number")),
            )
            return
        counted = self.counted(wanted)
        fresh = Override(
            table=self._table,
            row=row,
            column=column,
            number=known.number if known else counted,
            counted=counted,
            reason=known.reason if known else "",
            made_on=today(),
        )
        open_dialog(
            OverrideDialog(
                override=fresh,
                fresh=known is None,
                submit=self._take,
                taken_back=lambda: self._take_back([fresh]),
                prompts=self._prompts,
                on=today(),
                parent=self.window(),
            )
        )

    def put_all(self, overrides: Iterable[Override]) -> None:
        """Set many cells of this table at once: exactly these are set by hand then."""
        others = tuple(one for one in self.overrides if one.table != self._table)
        for one in overrides:
            others = put(others, one)
        self._now(others)

    def _take(self, override: Override) -> Sequence[Problem]:
        if override.number == override.counted:
            self._take_back([override])
        else:
            self._now(put(self.overrides, override))
        return ()

    def _take_back(self, overrides: Iterable[Override]) -> None:
        left = self.overrides
        for one in overrides:
            left = without(left, one.table, one.row, one.column)
        self._now(left)

    def _now(self, overrides: tuple[Override, ...]) -> None:
        if overrides != self.overrides:
            self.overrides = overrides
            self.changed.emit()

    def _chosen(self) -> Line | None:
        return self.table.current()

    def _change(self) -> None:
        line = self._chosen()
        if line is not None:
            self.ask(line.override.row, line.override.column)

    def _confirm(self) -> None:
        line = self._chosen()
        if line is not None:
            self._now(put(self.overrides, renewed(line.override, line.now)))

    def _remove(self) -> None:
        line = self._chosen()
        if line is not None:
            self._take_back([line.override])

    def _follow_choice(self) -> None:
        line = self._chosen()
        for button in (self.change_button, self.remove_button):
            button.setEnabled(line is not None)
        self.confirm_button.setVisible(line is not None and line.stale)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(
            name="place",
            title=_("Place"),
            text=lambda line: place_words(line.override),
            tip=lambda line: place_words(line.override),
            width=22,
        ),
        Column(
            name="counted",
            title=pgettext("number", "Register"),
            text=_counted,
            tone=lambda line: Tone.WARN if line.stale else None,
            icon=lambda line: "warning" if line.stale else "",
            right=True,
            width=6,
        ),
        Column(
            name="reported",
            title=pgettext("number", "Reported"),
            text=lambda line: str(line.override.number),
            right=True,
            width=5,
        ),
        Column(
            name="reason",
            title=_("Reason"),
            text=lambda line: line.override.reason,
            tip=lambda line: line.override.reason,
            stretch=True,
        ),
        Column(
            name="made",
            title=_("Set on"),
            text=lambda line: line.override.made_on.isoformat(),
            width=7,
        ),
    )


def _counted(line: Line) -> str:
    if not line.stale:
        return str(line.now)
    return _("{now} (was {before})").format(now=line.now, before=line.override.counted)
