"""Earlier requests that resemble the one being entered, with the reason, one click away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import Request
from gongkai_desk.domain.similarity import Match, Reason
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.similar import MonthCount
from gongkai_desk.texts import label
from gongkai_desk.ui.register.facts import FactList
from gongkai_desk.ui.register.tall import TallContent
from gongkai_desk.ui.register.view import countdown, status_state
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

WAIT_MS = 350
_ROWS = 3


class SimilarPanel(QFrame):
    """`follow(draft)` at every change; it looks when the typing pauses. Hidden while it finds
    nothing. `count` says how many requests of this applicant the month has.
    """

    def __init__(self, desk: Desk, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("similar")
        self.setProperty("look", "card")
        self._desk, self._today = desk, today
        self._draft: Request | None = None
        self.matches: list[Match] = []
        self.count = LightBadge(parent)
        self.count.setObjectName("month-count")
        self.count.hide()
        self._title = PlainLabel("", self, look="strong")
        self._title.setObjectName("similar-title")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addLayout(self._rows)
        self._shown: list[MatchRow] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_while_open)
        self.hide()

    def follow(self, draft: Request) -> None:
        if draft != self._draft:
            self._draft = draft
            self._timer.start(WAIT_MS)

    def _look_while_open(self) -> None:
        if self.window().isVisible():
            self.look()

    def look(self) -> None:
        """Compare now, or read some more of the register first and come back."""
        if self._draft is None:
            return
        if not self._desk.similar.prepare():
            self._timer.start(0)
            return
        self._show_count(self._desk.similar.month_count(self._draft))
        self._show_matches(self._desk.similar.matches(self._draft))

    def _show_count(self, count: MonthCount | None) -> None:
        self.count.setVisible(count is not None and count.number > 1)
        if count is None:
            return
        words = _("Request {n} of this applicant in {year}-{month:02}").format(
            n=count.number, year=count.year, month=count.month
        )
        if count.fee:
            words = _("{words}: {fee} yuan may be charged by item").format(
                words=words, fee=count.fee
            )
        self.count.show_state(
            Tone.WARN if count.fee else Tone.NEUTRAL, "money" if count.fee else "person", words
        )

    def _show_matches(self, matches: Sequence[Match]) -> None:
        if list(matches) == self.matches:
            return
        self.matches = list(matches)
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = [MatchRow(match, self) for match in self.matches[:_ROWS]]
        for row in self._shown:
            row.button.clicked.connect(lambda _on=False, one=row.match: self.open(one))
            self._rows.addWidget(row)
        twice = any(match.duplicate for match in self.matches)
        restyle(self, "tone", (Tone.WARN if twice else Tone.INFO).value)
        self._title.setText(self._headline(twice=twice))
        self.setVisible(bool(self.matches))

    def _headline(self, *, twice: bool) -> str:
        many = len(self.matches)
        if twice:
            return _("This request may have been entered or answered before")
        if many > _ROWS:
            words = _("Earlier requests to look at: {n}, the closest are shown")
            return words.format(n=many)
        words = ngettext("{n} earlier request to look at", "{n} earlier requests to look at", many)
        return words.format(n=many)

    def open(self, match: Match) -> None:
        """Show the earlier case as it stands."""
        dialog = EarlierCaseDialog(self._desk, match, self._today, self)
        open_dialog(dialog)


class MatchRow(QWidget):
    """Why, which, and a button to look at it."""

    def __init__(self, match: Match, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.match = match
        self.setObjectName(f"match-{match.request.number}")
        tone = Tone.WARN if match.duplicate else Tone.INFO
        badge = LightBadge(self, tone=tone, icon="copy", word=reason_text(match))
        request = match.request
        day = request.received or request.arrived or request.submitted
        pieces = (
            request.number,
            day.isoformat() if day else "",
            request.applicant.name,
            request.subject,
        )
        self.words = ElidedLabel("  ".join(piece for piece in pieces if piece), self)
        self.button = QPushButton(_("Look at it"), self)
        self.button.setObjectName(f"open-{request.number}")
        self.button.setProperty("look", "link")
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(_("Look at request {number}").format(number=request.number))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(badge)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)


class ElidedLabel(PlainLabel):
    """A line that ends in … where the room ends; whole in the tooltip."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole = text
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.setAccessibleName(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        elided = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.width()
        )
        if elided != self.text():
            self.setText(elided)


def reason_text(match: Match) -> str:
    """Same applicant, similar text (86 %)."""
    words = []
    for reason in match.reasons:
        word = label(reason)
        if reason is Reason.SIMILAR_TEXT:
            word = _("{reason} {score} %").format(reason=word, score=match.score)
        words.append(word)
    return pgettext("reasons", ", ").join(words)


class EarlierCaseDialog(QDialog):
    """历史办件参考: an earlier case to read, not to change."""

    def __init__(
        self, desk: Desk, match: Match, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("earlier-case")
        case = desk.register.get(match.request.id, today)
        self.setWindowTitle(_("Earlier request {number}").format(number=case.request.number))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(
            PlainLabel(case.request.subject, self, look="heading", wrap=True, selectable=True)
        )
        layout.addLayout(self._badges(case))
        closed = case.closed_on
        ended = _("Answered on {date}").format(date=date_text(closed)) if closed else ""
        words = _("{reason}. {ended}").format(reason=reason_text(match), ended=ended).strip()
        layout.addWidget(PlainLabel(words, self, look="muted", wrap=True))
        layout.addWidget(self._facts(case), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(unit * 36, unit * 34)

    def _badges(self, case: Case) -> QHBoxLayout:
        badges = QHBoxLayout()
        badges.setSpacing(8)
        for state in (status_state(case), countdown(case)):
            badge = LightBadge(self)
            badge.show_state(*state)
            badge.setVisible(bool(state[2]))
            badges.addWidget(badge)
        badges.addStretch(1)
        return badges

    def _facts(self, case: Case) -> QWidget:
        facts = FactList(self)
        facts.show_case(case)
        inside = TallContent(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(facts)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setAccessibleName(_("About the request"))
        return area
