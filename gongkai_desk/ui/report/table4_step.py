"""Table 4: the disputes of the year, typed or counted from the register; sums are computed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from gongkai_desk.domain.report import DISPUTE_LABELS, Disputes
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS, dispute_cell
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.resources import table
from gongkai_desk.services.findings import finding_text
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.count_fields import CountField, OfficialGrid
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.plain import PlainLabel

_DIFFER = "report-disputes-differ"
_TYPED = len(DISPUTE_LABELS) - 1
_WIDE = len(DISPUTE_LABELS)


class TableFourStep(StepPage):
    """Fifteen numbers: four of each five are typed."""

    def __init__(self) -> None:
        form = table("statutes", "report_form.toml")
        super().__init__(
            form["sections"][3],
            _(
                "Reconsideration and litigation over 政府信息公开 in the year. "
                "The sums are computed."
            ),
        )
        self._cells = {
            name: tuple(
                CountField(f"{name}.{column}", dispute_cell(name, column))
                for column in range(_TYPED)
            )
            for name in DISPUTE_GROUPS
        }
        self._sums: dict[str, PlainLabel] = {}
        self.body.addWidget(self._official(form["disputes"]))
        self._told = StateLine(self)
        self._told.setObjectName("identity-f")
        self.body.addWidget(self._told)
        self.body.addLayout(self._build_counted())
        self.body.addStretch(1)
        every = tuple(field for fields in self._cells.values() for field in fields)
        self.fields = every
        for field in every:
            field.changed.connect(self._edited)

    def _build_counted(self) -> QHBoxLayout:
        """What the register counts, and a button that takes it over."""
        self._counted: Disputes | None = None
        self._register = StateLine(self)
        self._register.setObjectName("disputes-counted")
        self.take = QPushButton(_("Count from the re&gister"), self)
        self.take.setObjectName("take-counted")
        self.take.setAutoDefault(False)
        icons.set_icon(self.take, "requests")
        self.take.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._register, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _take(self) -> None:
        """Put the counted numbers into the fields."""
        if self._counted is not None:
            self._fill(self._counted)
            self._edited()

    def _official(self, words: dict[str, dict[str, list[str]]]) -> OfficialGrid:
        grid = OfficialGrid(_WIDE * len(DISPUTE_GROUPS), self)
        grid.setAccessibleName(_("Table 4"))
        first, second = words["reconsideration"], words["litigation"]
        grid.head(str(first["head"]), 0, 0, columns=_WIDE)
        grid.head(str(second["head"]), 0, _WIDE, columns=2 * _WIDE)
        for column, title in enumerate(first["columns"]):
            grid.head(_two_lines(title), 1, column, rows=2)
        for place, group in enumerate(second["groups"], 1):
            grid.head(group, 1, place * _WIDE, columns=_WIDE)
            for column, title in enumerate(second["columns"]):
                grid.head(_two_lines(title), 2, place * _WIDE + column)
        for place, (name, fields) in enumerate(self._cells.items()):
            for column, field in enumerate(fields):
                grid.field(field, 3, place * _WIDE + column)
            self._sums[name] = grid.total(f"{name}.{_TYPED}", 3, place * _WIDE + _TYPED)
        return grid

    def show_view(self, view: ReportView) -> None:
        self._fill(view.figures.disputes)
        self._show_sums()
        self.follow(view)

    def _fill(self, disputes: Disputes) -> None:
        for name, fields in self._cells.items():
            for field, number in zip(fields, getattr(disputes, name), strict=False):
                field.set_value(number)

    def follow(self, view: ReportView) -> None:
        found = next((each for each in view.findings if each.rule == "F"), None)
        if found is None:
            self._told.badge.show_state(Tone.GOOD, "done", _("Consistent"))
            self._told.words.setText(_("Each sum equals the four results before it."))
        else:
            self._told.badge.show_state(Tone.BAD, "error", _("Error"))
            self._told.words.setText(finding_text(found))
        self._follow_counted(view)

    def _follow_counted(self, view: ReportView) -> None:
        counted = view.counted_disputes
        self._counted = counted.numbers
        differ = sum(each.code == _DIFFER for each in view.findings)
        self.take.setEnabled(bool(differ))
        if differ:
            self._register.badge.show_state(Tone.WARN, "warning", _("To check"))
            words = ngettext(
                "{n} number is not what the register counts",
                "{n} numbers are not what the register counts",
                differ,
            )
            self._register.words.setText(words.format(n=differ))
        elif counted.known:
            self._register.badge.show_state(Tone.GOOD, "done", _("Consistent"))
            self._register.words.setText(_("As the register counts reconsiderations and suits."))
        else:
            self._register.badge.show_state(Tone.NEUTRAL, "info", _("Not compared"))
            self._register.words.setText(_("The register holds no reconsideration and no suit."))

    def _edited(self) -> None:
        self._show_sums()
        self.changed.emit()

    def _show_sums(self) -> None:
        for name, fields in self._cells.items():
            right = all(field.found() is None for field in fields)
            self._sums[name].setText(str(sum(_numbers(fields))) if right else "—")


def _numbers(fields: tuple[CountField, ...]) -> tuple[int, ...]:
    return tuple(field.value() or 0 for field in fields)


def _two_lines(title: str) -> str:
    """Four characters broken in the middle, as narrow columns need them."""
    return f"{title[:2]}\n{title[2:]}" if len(title) == 4 else title
