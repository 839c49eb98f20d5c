"""Reports of earlier years that were read: which year is each of, and which are to be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.year_report import Doubt
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.report_comparison import EarlierRead
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel

Keep = Callable[[Sequence[tuple[int, EarlierRead]]], Sequence[Problem]]
Doubts = Callable[[EarlierRead, int | None], tuple[Doubt, ...]]
_ASKS = frozenset({Doubt.OTHER_AGENCY, Doubt.NO_YEAR, Doubt.FUTURE})
"""Doubts on which a report is only kept when the officer says so."""


@dataclass(slots=True)
class _Row:
    read: EarlierRead
    tick: QCheckBox
    year: ChoiceField[int | None] | None
    asks: PlainLabel


class EarlierReportsDialog(QDialog):
    """`keep` stores what is ticked, each as the report of its year."""

    def __init__(
        self,
        reads: Sequence[EarlierRead],
        years: Sequence[int],
        doubts: Doubts,
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("earlier-reports")
        self.setWindowTitle(_("Reports of earlier years"))
        self._doubts, self._keep = doubts, keep
        self._years: tuple[int | None, ...] = (None, *years)
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self.rows = [self._row(number, read) for number, read in enumerate(reads)]
        self._grid.setRowStretch(len(reads), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.box = QDialogButtonBox(self)
        self.keep_button = self.box.addButton(
            pgettext("earlier reports", "Keep"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.keep_button.setObjectName("keep-earlier")
        self.box.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        intro = _("Kept in the office file, one report for a year; look at the year of each.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(intro, self, look="muted", wrap=True))
        layout.addWidget(area, 1)
        layout.addWidget(self.box)
        unit, room = self.fontMetrics().horizontalAdvance("字"), self.screen().availableGeometry()
        high = 12 * unit + len(reads) * 6 * unit
        self.resize(min(60 * unit, room.width() - 64), min(high, room.height() - 96))
        self._follow()

    def _row(self, number: int, read: EarlierRead) -> _Row:
        tick = QCheckBox(self)
        tick.setObjectName(f"keep-{number}")
        tick.setAccessibleName(read.name)
        about = read.name if read.reading is None else f"{read.name}\n{_summary(read)}"
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(about, self, wrap=True))
        asks = PlainLabel("", self, look="problem", wrap=True)
        asks.setObjectName(f"asks-{number}")
        words.addWidget(asks)
        year: ChoiceField[int | None] | None = None
        top = Qt.AlignmentFlag.AlignTop
        if read.reading is None:
            tick.setEnabled(False)
        else:
            choices = dict.fromkeys((*self._years, read.reading.year))
            year = ChoiceField(tuple(choices), _year_text, self)
            year.setObjectName(f"year-{number}")
            year.setAccessibleName(_("Year of the report"))
            year.set_value(read.reading.year)
            tick.setChecked(not _ASKS & set(self._doubts(read, read.reading.year)))
            year.changed.connect(self._follow)
            self._grid.addWidget(year, number, 1, top)
        tick.toggled.connect(self._follow)
        self._grid.addWidget(tick, number, 0, top)
        self._grid.addLayout(words, number, 2, top)
        return _Row(read, tick, year, asks)

    def chosen(self) -> list[tuple[int, EarlierRead]]:
        """What is ticked and has a year."""
        found = []
        for row in self.rows:
            year = row.year.value() if row.year is not None else None
            if row.tick.isChecked() and year is not None:
                found.append((year, row.read))
        return found

    def _follow(self) -> None:
        """Say what is doubtful of each, and whether they may be kept as they are ticked."""
        ticked = [year for year, _read in self.chosen()]
        for row in self.rows:
            lines = list(map(sentence, row.read.problems))
            if row.year is not None:
                year = row.year.value()
                lines += map(label, self._doubts(row.read, year))
                if row.tick.isChecked() and year is not None and ticked.count(year) > 1:
                    lines.append(label(Doubt.SAME_YEAR))
            row.asks.setText("\n".join(lines))
            row.asks.setVisible(bool(lines))
        self.keep_button.setEnabled(bool(ticked) and len(set(ticked)) == len(ticked))

    @override
    def accept(self) -> None:
        if not self._keep(self.chosen()):
            super().accept()


def _summary(read: EarlierRead) -> str:
    """Whose report it is, its year, its form and how many requests it tells of."""
    assert read.reading is not None
    row = read.reading.row(1)
    return _("{agency}, {year}, {form}; new requests: {count}").format(
        agency=read.reading.agency or "?",
        year=read.reading.year or "?",
        form=label(read.reading.form),
        count="?" if row is None else row[-1],
    )


def _year_text(year: int | None) -> str:
    return _("Choose the year") if year is None else str(year)
