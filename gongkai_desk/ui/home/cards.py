"""The cards at the head of the home page: how many requests and tasks stand where, the report."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Group
from gongkai_desk.i18n import _, day_text, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.home import words
from gongkai_desk.ui.home.card import FigureCard
from gongkai_desk.ui.home.overview import Overview
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel

REQUESTS, TASKS, REPORT = "requests", "tasks", "report"
"""The names of the pages that the cards lead to."""
READINESS = "report-readiness"
"""The card of what the report lacks: it leads to a dialog."""
REQUEST_CARDS = (
    (Group.OVERDUE, "error", Tone.BAD),
    (Group.DUE_TODAY, "clock", Tone.BAD),
    (Group.DUE_SOON, "warning", Tone.WARN),
    (Group.DUE_THIS_WEEK, "calendar", Tone.INFO),
    (Group.WAITING, "pause", Tone.INFO),
    (Group.UNCONFIRMED, "person", Tone.WARN),
)
TASK_CARDS = (
    ("open", "list", Tone.INFO),
    ("late", "error", Tone.BAD),
    ("soon", "warning", Tone.WARN),
    ("done", "done", Tone.GOOD),
)


class Cards(QWidget):
    """`opened` carries the name of the card that was chosen: ``requests-overdue``."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, FigureCard] = {}
        for group, icon, tone in REQUEST_CARDS:
            self._add(f"{REQUESTS}-{group.value}", icon, tone)
        for view, icon, tone in TASK_CARDS:
            self._add(f"{TASKS}-{view}", icon, tone)
        self._add(REPORT, "report", Tone.INFO)
        self._add(READINESS, "warning", Tone.WARN)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addLayout(self._row(_("Our tasks"), TASKS), 4)
        below.addLayout(self._row(_("Annual report"), REPORT), 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._row(_("Requests"), REQUESTS))
        layout.addLayout(below)

    def _add(self, name: str, icon: str, tone: Tone) -> None:
        card = FigureCard(f"card-{name}", icon, tone, self)
        card.clicked.connect(lambda: self.opened.emit(name))
        self._cards[name] = card

    def _row(self, heading: str, page: str) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, card in self._cards.items():
            if name.partition("-")[0] == page:
                row.addWidget(card, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(heading, self, look="heading"))
        column.addLayout(row)
        return column

    def show_waiting(self) -> None:
        """The words without their figures, which are still being counted."""
        for group, _icon, _tone in REQUEST_CARDS:
            self._cards[f"{REQUESTS}-{group.value}"].show_waiting(label(group))
        for view, word in _task_words().items():
            self._cards[f"{TASKS}-{view}"].show_waiting(word)
        self._cards[READINESS].show_waiting(pgettext("report", "To mend"))

    def show_requests(self, overview: Overview) -> None:
        """The open requests by group."""
        for group, _icon, _tone in REQUEST_CARDS:
            card = self._cards[f"{REQUESTS}-{group.value}"]
            card.show_figure(len(overview.requests[group]), label(group))

    def show_tasks(self, overview: Overview) -> None:
        """Our tasks by how they stand."""
        counts, said = overview.counts, _task_words()
        for view, number in (
            ("open", counts.open + counts.soon + counts.late),
            ("late", counts.late),
            ("soon", counts.soon),
            ("done", counts.done),
        ):
            self._cards[f"{TASKS}-{view}"].show_figure(number, said[view])

    def show_report(self, overview: Overview) -> None:
        """How much time is left for the annual report: known at once."""
        self._cards[REPORT].show_figure(
            overview.report.days,
            _("until {day} · {progress}").format(
                day=day_text(overview.report.due),
                progress=words.report_progress(overview.report),
            ),
            unit=words.report_time(overview.report),
        )

    def show_readiness(self, overview: Overview) -> None:
        """How much the report lacks."""
        self._cards[READINESS].show_figure(len(overview.unready), pgettext("report", "To mend"))


def _task_words() -> dict[str, str]:
    return {
        "open": _("Not done"),
        "late": _("Past the deadline"),
        "soon": _("Due within 30 days"),
        "done": _("Done"),
    }
