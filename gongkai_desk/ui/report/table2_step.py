"""Table 2, typed in the look of the official four small tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gongkai_desk.domain.document_counts import CountedDocuments
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Previous, Proactive, ReportDraft
from gongkai_desk.domain.report_finding import (
    PROACTIVE_LABELS,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    TRIPLE_LABELS,
    proactive_cell,
)
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.services.findings import finding_text
from gongkai_desk.ui.report.count_fields import (
    AmountField,
    CountField,
    OfficialGrid,
    half_filled,
)
from gongkai_desk.ui.report.counted_documents import CountedDocumentsBox
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.plain import PlainLabel

_FEES = "fees_10k_yuan"
Triple = tuple[int, int, int]


class TableTwoStep(StepPage):
    """Numbers of 主动公开, with last year's beside them to check what is in force, and what the
    records of documents count. `documents_asked` carries a title and the ids of documents.
    """

    documents_asked = Signal(object)

    def __init__(self) -> None:
        form = table("statutes", "report_form.toml")
        super().__init__(
            form["sections"][1],
            _("Whole numbers; 0 where there is nothing, no cell stays empty."),
        )
        self._triples = {name: _triple(name) for name in PROACTIVE_TRIPLES}
        self._singles = {name: CountField(name, proactive_cell(name)) for name in PROACTIVE_SINGLES}
        self._fees = AmountField(_FEES, proactive_cell(_FEES))
        self._before = {name: _triple(name, previous=True) for name in PROACTIVE_TRIPLES}
        self._told = {name: StateLine(self) for name in PROACTIVE_TRIPLES}
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addWidget(self._official(form["proactive"]), 6, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(self._aside(form["proactive"][0]["columns"][0]), 6)
        self.body.addLayout(beside)
        self.body.addStretch(1)
        every = [*(f for three in self._triples.values() for f in three), *self._singles.values()]
        before = [field for three in self._before.values() for field in three]
        self.fields = (*every, self._fees, *before)
        for field in (*every, *before):
            field.changed.connect(self.changed)
        self._fees.changed.connect(self.changed)

    def _official(self, parts: list[dict[str, list[str]]]) -> OfficialGrid:
        grid, row = OfficialGrid(4, self), 0
        grid.setAccessibleName(_("Table 2"))
        grid.stretch(0, 3)
        names = iter(PROACTIVE_LABELS)
        for part in parts:
            grid.head(str(part["heading"]), row, 0, columns=4)
            first, *others = part["columns"]
            wide = 3 // len(others)
            grid.head(first, row + 1, 0)
            for column, title in enumerate(others):
                grid.head(title, row + 1, 1 + column * wide, columns=wide)
            row += 2
            for label in part["rows"]:
                self._line(grid, row, label, next(names))
                row += 1
        return grid

    def _line(self, grid: OfficialGrid, row: int, label: str, name: str) -> None:
        grid.label(label, row, 0)
        if name in self._triples:
            for column, field in enumerate(self._triples[name], 1):
                grid.field(field, row, column)
        else:
            grid.field(self._fees if name == _FEES else self._singles[name], row, 1, 3)

    def _aside(self, head: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Last year's report"), self, look="strong"))
        hint = _("For checking only. Leave empty what you do not know.")
        column.addWidget(PlainLabel(hint, self, look="hint", wrap=True))
        grid = OfficialGrid(4, self)
        grid.stretch(0, 3)
        grid.head(head, 0, 0)
        for place, title in enumerate(TRIPLE_LABELS, 1):
            grid.head(title, 0, place)
        for row, (name, fields) in enumerate(self._before.items(), 1):
            grid.label(PROACTIVE_TRIPLES[name], row, 0)
            for place, field in enumerate(fields, 1):
                grid.field(field, row, place)
        column.addWidget(grid)
        for line in self._told.values():
            column.addWidget(line)
        self.recorded = CountedDocumentsBox(self)
        self.recorded.taken.connect(self._take)
        self.recorded.asked.connect(self.documents_asked)
        column.addWidget(self.recorded)
        column.addStretch(1)
        return column

    def _take(self, counted: CountedDocuments) -> None:
        """Put the counted numbers into the fields of the rows that have records."""
        for name in counted.known:
            for field, number in zip(self._triples[name], counted.numbers(name), strict=True):
                field.set_value(number)
        self.changed.emit()

    def show_view(self, view: ReportView) -> None:
        proactive, before = view.draft.proactive, view.draft.previous
        for name, fields in self._triples.items():
            for field, number in zip(fields, getattr(proactive, name), strict=True):
                field.set_value(number)
        for name, single in self._singles.items():
            single.set_value(getattr(proactive, name))
        self._fees.set_value(proactive.fees_10k_yuan)
        for name, fields in self._before.items():
            numbers, known = getattr(before, name), getattr(view.known, name)
            for column, field in enumerate(fields):
                field.set_value(numbers[column] if numbers else None)
                field.setPlaceholderText(str(known[column]) if known else "")
        self.follow(view)

    def follow(self, view: ReportView) -> None:
        self.recorded.follow(view)
        found = {each.place.row: each for each in view.findings if each.rule == "G"}
        for name, line in self._told.items():
            label = PROACTIVE_TRIPLES[name]
            finding = found.get(label)
            if finding is not None:
                line.badge.show_state(Tone.WARN, "warning", _("To check"))
                line.words.setText(finding_text(finding))
            elif getattr(view.figures.previous, name) is None:
                line.badge.show_state(Tone.NEUTRAL, "info", _("Not compared"))
                line.words.setText(_("{row}: last year's numbers are not known.").format(row=label))
            else:
                line.badge.show_state(Tone.GOOD, "done", _("Consistent"))
                line.words.setText(
                    _("{row}: in force as last year's numbers tell.").format(row=label)
                )

    def applied(self, draft: ReportDraft) -> ReportDraft:
        fees = self._fees.value()
        assert fees is not None
        proactive = Proactive(
            rules=_numbers(self._triples["rules"]),
            normative_documents=_numbers(self._triples["normative_documents"]),
            fees_10k_yuan=fees,
            **{name: field.value() or 0 for name, field in self._singles.items()},
        )
        return replace(draft, proactive=proactive, previous=self._previous(draft.previous))

    def _previous(self, previous: Previous) -> Previous:
        rules, documents = (
            None if all(field.empty for field in fields) else _numbers(fields)
            for fields in self._before.values()
        )
        return replace(previous, rules=rules, normative_documents=documents)

    def problems(self) -> list[Problem]:
        found = super().problems()
        for fields in self._before.values():
            found += half_filled(fields)
        return found


def _triple(name: str, *, previous: bool = False) -> tuple[CountField, ...]:
    prefix = "previous." if previous else ""
    return tuple(
        CountField(
            f"{prefix}{name}.{column}",
            replace(proactive_cell(name, column), previous=previous),
            optional=previous,
        )
        for column in range(3)
    )


def _numbers(fields: Iterable[CountField]) -> Triple:
    first, second, third = (field.value() or 0 for field in fields)
    return first, second, third
