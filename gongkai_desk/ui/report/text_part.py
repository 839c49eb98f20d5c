"""One written part: heading, tools, hint, editor, its length, and what the records tell for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.report_similarity import Shared
from gongkai_desk.domain.sub_headings import Level, renumbered, unnumbered
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui.report.record_sentences import RecordSentences
from gongkai_desk.ui.report.written_field import CLEAN, RENUMBER, SUB_HEADING, WrittenField
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle


def length(text: str) -> int:
    """Characters as the limit of part one counts them: blanks do not."""
    return len("".join(text.split()))


class TextPart(QWidget):
    """`entered` says that the cursor came into the editor. `offered` are sub-headings that a menu
    puts behind the text.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        name: str,
        heading: str,
        *,
        lines: int,
        hint: str = "",
        level: Level = Level.SECTION,
        offered: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._level = level
        self.shared = Shared()
        self.title = PlainLabel(heading, self, look="strong", wrap=True)
        self.count = PlainLabel("", self, look="plain", wrap=True)
        self.count.setObjectName(f"{name}-length")
        self.editor = WrittenField(lines=lines, level=level)
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(heading)
        self.editor.setAccessibleDescription(hint)
        self.setFocusProxy(self.editor)
        self.title.setBuddy(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._head(name, offered))
        if hint:
            layout.addWidget(PlainLabel(hint, self, look="hint", wrap=True))
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.count)
        self.show_tone(Tone.NEUTRAL)
        self.editor.changed.connect(self._edited)
        self.editor.entered.connect(self.entered)
        self._edited()

    def _head(self, name: str, offered: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        if offered:
            row.addWidget(self._offer(name, offered))
        for tool, text, tip, keys, run in (
            (
                "heading",
                _("Sub-heading"),
                _("Make the line of the cursor a numbered sub-heading, or text again"),
                SUB_HEADING,
                self.editor.make_heading,
            ),
            (
                "renumber",
                _("Renumber"),
                _("Number the sub-headings in their order"),
                RENUMBER,
                self.editor.renumber,
            ),
            (
                "clean",
                _("Clean up"),
                _(
                    "Take out indents, doubled blank lines and invisible characters; half-width "
                    "punctuation between Chinese characters becomes full-width"
                ),
                CLEAN,
                self.editor.clean,
            ),
        ):
            row.addWidget(self._tool(f"{name}-{tool}", text, tip, keys, run))
        return row

    def _tool(
        self, name: str, text: str, tip: str, keys: str, run: Callable[[], None]
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("look", "link")
        button.setAutoDefault(False)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(plain_tip(f"{tip} ({shown})"))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from editor to editor
        button.clicked.connect(lambda _on=False: self._use(run))
        return button

    def _use(self, run: Callable[[], None]) -> None:
        run()
        self.editor.setFocus()

    def _offer(self, name: str, offered: Sequence[str]) -> QPushButton:
        button = QPushButton(_("Insert a sub-heading…"), self)
        button.setObjectName(f"{name}-offered")
        button.setProperty("look", "link")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        menu = QMenu(button)
        for title in offered:
            menu.addAction(title, lambda title=title: self.add_heading(title))
        button.setMenu(menu)
        return button

    def add_heading(self, title: str) -> None:
        """Put a numbered sub-heading behind the text, unless it is there, and go there."""
        lines = self.editor.toPlainText().rstrip().split("\n")
        if title not in [unnumbered(line) for line in lines]:
            number = "（一）" if self._level is Level.SECTION else "1."
            text = "\n".join([*(line for line in lines if line), f"{number}{title}", ""])
            self.editor.put(renumbered(text))
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.editor.setFocus()

    def add_records(self, joint: str = "") -> RecordSentences:
        """Below the editor: what the records of the year tell for it."""
        records = RecordSentences(self.editor.objectName(), self.editor, joint, self)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(records)
        return records

    def value(self) -> str:
        return self.editor.value()

    def set_value(self, text: str) -> None:
        """Cursor and undo stay where the text is the same."""
        if text != self.value():
            self.editor.set_value(text)

    def put(self, text: str) -> None:
        """What a button writes: one step that the officer can undo."""
        self.editor.put(text)

    def show_shared(self, shared: Shared) -> None:
        """Mark what is last year's and count it."""
        self.shared = shared
        self.editor.marks.show_same(shared.now)
        self._count()

    def _edited(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        count = length(self.value())
        words = ngettext("{count} character", "{count} characters", count).format(count=count)
        if self.shared.same:
            same = _("{same} of {total} sentences as last year").format(
                same=self.shared.same, total=self.shared.total
            )
            words = f"{words}  ·  {same}"
        self.count.setText(words)

    def show_tone(self, tone: Tone) -> None:
        """How the length stands."""
        restyle(self.count, "tone", tone.value)
