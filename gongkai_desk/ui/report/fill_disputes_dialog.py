"""Table 4 filled in by hand where another division keeps its disputes: one reason for all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Disputes, Override
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS, dispute_cell
from gongkai_desk.domain.report_overrides import faults, keep_needed, renewed
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.count_fields import CountField, OfficialGrid
from gongkai_desk.ui.report.dispute_matrix import SUM, TABLE, WIDE
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import TextField
from gongkai_desk.ui.widgets.plain import PlainLabel

Filled = tuple[Override, ...]


class FillDisputesDialog(DraftDialog[Filled]):
    """Twelve numbers at once. `submit` gets an override for every one that is not counted so."""

    WIDE = 56

    def __init__(
        self,
        *,
        reported: Disputes,
        counted: Disputes,
        known: Sequence[Override],
        submit: Callable[[Filled], Sequence[Problem]],
        prompts: Prompts,
        on: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _(
            "For offices in which another division keeps reconsiderations and suits. Numbers that "
            "the register counts alike need no reason."
        )
        super().__init__(_("Fill in table 4 by hand"), submit, prompts, parent, intro=intro)
        self.setObjectName("fill-disputes-dialog")
        self._counted, self._known, self._on = counted, known, on
        self.cells = {
            (name, column): CountField(f"{name}.{column}", dispute_cell(name, column))
            for name in DISPUTE_GROUPS
            for column in range(SUM)
        }
        self._sums = self._build_grid()
        for (name, column), field in self.cells.items():
            field.set_value(getattr(reported, name)[column])
            field.changed.connect(self._edited)
        reasons = dict.fromkeys(one.reason for one in known)
        self.reason = TextField(next(iter(reasons)) if len(reasons) == 1 else "")
        self.form.add("reason", _("Where the numbers are from"), self.reason, mandatory=True)
        self._show_sums()
        self.ready()
        first = next(iter(self.cells.values()))
        first.setFocus()
        first.selectAll()

    def _build_grid(self) -> dict[str, PlainLabel]:
        words = table("statutes", "report_form.toml")["disputes"]
        titles = words["litigation"]["columns"]
        grid = OfficialGrid(WIDE + 1, self.form)
        grid.stretch(0, 6)
        grid.head("", 0, 0)
        for column, title in enumerate(titles, 1):
            grid.head(title, 0, column)
        sums: dict[str, PlainLabel] = {}
        for row, (name, label) in enumerate(DISPUTE_GROUPS.items(), 1):
            grid.label(label, row, 0)
            for column in range(SUM):
                grid.field(self.cells[name, column], row, column + 1)
            sums[name] = grid.total(f"{name}.{SUM}", row, SUM + 1)
        around = QWidget(self.form)
        layout = QVBoxLayout(around)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(grid)
        self.form.add_wide(around)
        return sums

    def _edited(self) -> None:
        self._show_sums()
        self.form.changed.emit()

    def _show_sums(self) -> None:
        for name, label in self._sums.items():
            fields = [self.cells[name, column] for column in range(SUM)]
            right = all(field.found() is None for field in fields)
            label.setText(str(sum(field.value() or 0 for field in fields)) if right else "—")

    @override
    def problems(self) -> list[Problem]:
        """The cells are no fields of the form: it is told of them here."""
        wrong = [found for field in self.cells.values() if (found := field.found())]
        return wrong or super().problems()

    @override
    def draft(self) -> Filled:
        """An override for every cell that is not counted so; one that stays keeps its day."""
        reason = self.reason.value()
        filled: list[Override] = []
        known = {(one.row, one.column): one for one in self._known}
        for (name, column), field in self.cells.items():
            number, counted = field.value() or 0, getattr(self._counted, name)[column]
            before = known.get((name, column))
            if before and (before.number, before.reason) == (number, reason):
                filled.append(renewed(before, counted))
                continue
            filled.append(
                Override(
                    table=TABLE,
                    row=name,
                    column=column,
                    number=number,
                    counted=counted,
                    reason=reason,
                    made_on=self._on,
                )
            )
        return keep_needed(filled, {}, self._counted)

    @override
    def check(self, draft: Filled) -> list[Problem]:
        """The one reason is wrong only once."""
        return list({problem.code: problem for one in draft for problem in faults(one)}.values())

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return not self._dirty or (problem.field == "reason" and not self.reason.value())
