"""A round of checks (巡检): what was seen of many platforms, typed into one table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.platform_limits import LimitRules, PlatformStanding
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.platforms import RoundEntry
from gongkai_desk.ui.activities.platforms.round_table import RoundTable
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import TextField
from gongkai_desk.ui.widgets.plain import PlainLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What is kept of a round."""

    date: dt.date
    by: str
    entries: tuple[RoundEntry, ...]


class RoundDialog(DraftDialog[Round]):
    """`rows` are the platforms in use, in the order of the list."""

    WIDE: ClassVar[int] = 68

    def __init__(
        self,
        submit: Callable[[Round], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        rows: Sequence[PlatformStanding],
        limits: LimitRules,
    ) -> None:
        intro = _(
            "Type the date of the newest entry of each: 11-20, 20, -3 or 今天; = when nothing "
            "newer came. Enter goes down, Tab to the next field, Ctrl+Enter saves. Rows left empty "
            "are not kept."
        )
        super().__init__(
            _("Round of checks"), submit, prompts, parent, save=_("Save the checks"), intro=intro
        )
        self.setObjectName("round-dialog")
        day = today()
        self.day = DateField(mandatory=True)
        self.day.set_date(day)
        self.form.add("date", pgettext("platform", "Checked on"), self.day)
        self.by = TextField(_last_checker(rows))
        self.form.add("by", pgettext("platform", "Checked by"), self.by)
        self._rows(rows, limits, day)
        self.table.edited.connect(self._typed)
        self._count()
        self.ready()
        self.day.changed.connect(self._day_changed)  # after the form has heard of it
        self.table.setFocus()

    def _rows(self, rows: Sequence[PlatformStanding], limits: LimitRules, day: dt.date) -> None:
        due = {number for number, row in enumerate(rows) if row.check_due}
        self.table = RoundTable(rows, limits, day)
        self.only_due = QCheckBox(
            ngettext(
                "Only what the round is due for ({n} platform)",
                "Only what the round is due for ({n} platforms)",
                len(due),
            ).format(n=len(due))
        )
        self.only_due.setObjectName("only-due")
        self.told = PlainLabel("", self, look="muted")
        self.told.setObjectName("round-told")
        line = QWidget(self)
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 4, 0, 8)
        beside.addWidget(self.only_due)
        beside.addStretch(1)
        beside.addWidget(self.told)
        self.form.add_wide(line)
        self.form.add_wide(self.table)
        every = set(range(len(rows)))
        self.only_due.toggled.connect(lambda on: self.table.only(due if on else every))
        self.only_due.setEnabled(0 < len(due) < len(rows))
        self.only_due.setChecked(self.only_due.isEnabled())

    def _day_changed(self) -> None:
        day = self.day.date()
        if day is not None:
            self.table.set_day(day)
            self._count()
            self.review()

    def _typed(self) -> None:
        self._count()
        before = self.form.sizeHint().height()
        self._changed()
        if self.form.sizeHint().height() > before:  # a problem is told below: show it whole
            QTimer.singleShot(0, self, self._fit)

    def _count(self) -> None:
        done = sum(reading.entry is not None for reading in self.table.readings())
        text = ngettext("{n} of {all} platform entered", "{n} of {all} platforms entered", done)
        self.told.setText(text.format(n=done, all=self.table.rowCount()))

    @override
    def draft(self) -> Round:
        readings = self.table.readings()
        wrong = [reading.problem for reading in readings if reading.problem is not None]
        if wrong:
            raise DomainError(*wrong)
        entries = tuple(reading.entry for reading in readings if reading.entry is not None)
        return Round(date=self.day.date() or today(), by=self.by.value(), entries=entries)

    @override
    def check(self, draft: Round) -> Iterable[Problem]:
        day = today()
        if draft.date > day:
            yield Problem("record-after-today", "date", {"date": draft.date, "today": day})
        if not draft.entries:
            yield Problem("round-empty")

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return super().keeps_quiet(problem) or (problem.code == "round-empty" and not self._dirty)


def _last_checker(rows: Sequence[PlatformStanding]) -> str:
    """Who did the newest check: most likely the same person."""
    checks = [row.last for row in rows if row.last is not None]
    return max(checks, key=lambda check: check.date).by if checks else ""
