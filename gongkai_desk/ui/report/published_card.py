"""The card of a published year: which edition stands, and whether the register still agrees."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.published_changes import Differing
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class PublishedCard(QFrame):
    """Hidden for a year that was never published. `differences_asked` and `editions_asked` are
    its two ways on; a correction under way is told beneath.
    """

    differences_asked = Signal()
    editions_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setObjectName("published-card")
        middle = Qt.AlignmentFlag.AlignVCenter
        self.badge = LightBadge(self)
        self.badge.setObjectName("published-state")
        self.words = PlainLabel("", self, wrap=True)
        self.words.setObjectName("published-words")
        self.agreement = LightBadge(self)
        self.agreement.setObjectName("published-agreement")
        self.differences = _link("show-differences", _("Show the differences…"), self)
        self.differences.clicked.connect(self.differences_asked)
        self.editions = _link("show-editions", _("Published files…"), self)
        self.editions.clicked.connect(self.editions_asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.badge, 0, middle)
        row.addWidget(self.words, 1)
        row.addWidget(self.editions, 0, middle)
        row.addWidget(self.agreement, 0, middle)
        row.addWidget(self.differences, 0, middle)
        self.correcting = PlainLabel("", self, look="muted", wrap=True)
        self.correcting.setObjectName("published-correcting")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.correcting)
        self.hide()

    def show_edition(
        self, edition: PublishedReport | None, differing: Sequence[Differing], correcting: str
    ) -> None:
        """Tell of the edition in force, or hide when there is none."""
        self.setVisible(edition is not None)
        if edition is None:
            return
        words = _("Published: edition {edition}").format(edition=edition.edition)
        self.badge.show_state(Tone.GOOD, "lock", words)
        self.words.setText(_told(edition))
        self.agreement.show_state(*_agreement(len(differing)))
        self.differences.setVisible(bool(differing))
        self.correcting.setVisible(bool(correcting))
        self.correcting.setText(
            _("A corrected edition is being made, not published yet. Reason: {reason}").format(
                reason=correcting
            )
        )


def _told(edition: PublishedReport) -> str:
    files = ngettext("{count} file", "{count} files", len(edition.files))
    pieces = [date_text(edition.published_on), files.format(count=len(edition.files))]
    if not edition.address:
        pieces.append(_("web address not entered"))
    return " · ".join(pieces)


def _agreement(differing: int) -> tuple[Tone, str, str]:
    if not differing:
        return Tone.GOOD, "done", pgettext("report", "Agrees with the register")
    words = ngettext(
        "{count} number differs from the register",
        "{count} numbers differ from the register",
        differing,
    )
    return Tone.WARN, "warning", words.format(count=differing)


def _link(name: str, text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    restyle(button, "look", "link")
    return button
