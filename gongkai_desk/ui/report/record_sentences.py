"""What the year's records tell for one written part: below its editor, with the records behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
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

from gongkai_desk.domain.report_year import Sentence, Stand, put_into, stand
from gongkai_desk.domain.year_records import Source
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

MOST_SOURCES = 8
"""So many records are named below a sentence; of others the number is told."""

_STATES = {
    Stand.WRITTEN: (Tone.GOOD, "done"),
    Stand.CHANGED: (Tone.WARN, "warning"),
    Stand.ABSENT: (Tone.NEUTRAL, "info"),
}

Sentences = Callable[[], Sequence[Sentence]]


class Written(Protocol):
    """An editor of text."""

    changed: Any

    def value(self) -> str: ...

    def put(self, text: str) -> None: ...


class RecordSentences(QWidget):
    """How many sentences the records give and how many are not in the text; a button shows them.
    Hidden where the records say nothing. `joint` stands before a sentence that is appended.
    """

    def __init__(self, name: str, text: Written, joint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-records")
        self._text, self._joint = text, joint
        self._found: tuple[Sentence, ...] = ()
        self.words = PlainLabel("", self, look="hint", wrap=True)
        self.words.setObjectName(f"{name}-records-words")
        self.button = QPushButton(_("Sentences and their records…"), self)
        self.button.setObjectName(f"{name}-records-button")
        self.button.setAutoDefault(False)
        restyle(self.button, "look", "link")
        icons.set_icon(self.button, "list")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.open)
        text.changed.connect(self.follow)
        self.hide()

    def show_sentences(self, found: Sequence[Sentence]) -> None:
        self._found = tuple(found)
        self.setVisible(bool(self._found))
        self.follow()

    def follow(self) -> None:
        """The text was edited: count again."""
        absent = [one for one in self._found if stand(self._text.value(), one) != Stand.WRITTEN]
        number = len(self._found)
        words = ngettext(
            "Records of the year give {n} sentence",
            "Records of the year give {n} sentences",
            number,
        ).format(n=number)
        rest = (
            ngettext("{n} is not in the text", "{n} are not in the text", len(absent))
            if absent
            else _("all are in the text")
        ).format(n=len(absent))
        self.words.setText(_("{sentences}; {rest}.").format(sentences=words, rest=rest))
        restyle(self.words, "tone", (Tone.WARN if absent else Tone.NEUTRAL).value)
        restyle(self.words, "look", "plain" if absent else "hint")

    def open(self) -> SentencesDialog:
        """Show the sentences; what the officer takes goes into the editor."""
        dialog = SentencesDialog(self._found, self._text.value, self.window())
        dialog.taken.connect(self.take)
        open_dialog(dialog)
        return dialog

    def take(self, sentence: object) -> None:
        """Put one sentence into the text: in its old place, else at the end."""
        assert isinstance(sentence, Sentence)
        self._text.put(put_into(self._text.value(), sentence, self._joint))


class SentencesDialog(QDialog):
    """`taken` carries a `Sentence` the officer wants in the text; `text` gives it as it is."""

    taken = Signal(object)

    def __init__(
        self, found: Sequence[Sentence], text: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sentences-dialog")
        self.setWindowTitle(_("Sentences from the records of the year"))
        self._found, self._text = tuple(found), text
        self.cards = [_SentenceCard(one, self) for one in self._found]
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for card in self.cards:
            column.addWidget(card)
            card.button.clicked.connect(lambda _on=False, one=card.sentence: self._take([one]))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        for ground in (inside, area.viewport()):
            ground.setAutoFillBackground(False)
        told = _(
            "Every number is counted from the records named below it. A sentence goes to the end "
            "of your text, or takes the place of itself with older figures; your own words stay."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(told, self, look="muted", wrap=True))
        layout.addWidget(area, 1)
        layout.addWidget(self._buttons())
        unit, room = self.fontMetrics().horizontalAdvance("字"), self.screen().availableGeometry()
        self.resize(min(unit * 50, room.width() - 64), min(unit * 40, room.height() - 80))
        self.follow()

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.all_button = QPushButton(_("Take all that is missing"), self)
        self.all_button.setObjectName("take-all-sentences")
        self.all_button.setProperty("look", "primary")
        box.addButton(self.all_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.all_button.clicked.connect(lambda: self._take(self._found))
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def _take(self, chosen: Sequence[Sentence]) -> None:
        for one in chosen:
            if stand(self._text(), one) is not Stand.WRITTEN:
                self.taken.emit(one)
        self.follow()

    def follow(self) -> None:
        """Show how each sentence stands in the text now."""
        states = [stand(self._text(), one) for one in self._found]
        for card, state in zip(self.cards, states, strict=True):
            card.show_state(state)
        self.all_button.setEnabled(any(state is not Stand.WRITTEN for state in states))


class _SentenceCard(QFrame):
    def __init__(self, sentence: Sentence, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self.setProperty("look", "card")
        text = PlainLabel(sentence.text, self, look="strong", wrap=True, selectable=True)
        self.state = LightBadge(self)
        self.button = QPushButton(_("Take into the text"), self)
        self.button.setObjectName(f"take-{sentence.name}")
        self.button.setAutoDefault(False)
        sources = PlainLabel(sources_text(sentence.sources), self, look="hint", wrap=True)
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(text)
        layout.addWidget(sources)
        layout.addLayout(foot)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_state(self, state: Stand) -> None:
        tone, icon = _STATES[state]
        self.state.show_state(tone, icon, label(state))
        self.button.setVisible(state is not Stand.WRITTEN)
        self.button.setText(
            _("Bring up to date") if state is Stand.CHANGED else _("Take into the text")
        )


def sources_text(sources: Sequence[Source]) -> str:
    """The records behind a sentence, a line each; of many the first and their number."""
    lines = [_source(one) for one in sources[:MOST_SOURCES]]
    more = len(sources) - MOST_SOURCES
    if more > 0:
        lines.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
    count = ngettext("From {n} record:", "From {n} records:", len(sources))
    return "\n".join((count.format(n=len(sources)), *lines))


def _source(source: Source) -> str:
    day = source.date.isoformat() if source.date else ""
    return "  ".join(filter(None, (day, label(source.kind), source.title)))
