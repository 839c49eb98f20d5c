"""The editor of a written part: plain text, sub-headings in bold, last year's sentences marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeySequence,
    QShortcut,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from gongkai_desk.domain.report_similarity import sentence_spans
from gongkai_desk.domain.sub_headings import (
    Level,
    looks_like_heading,
    renumbered,
    toggled,
    unnumbered,
)
from gongkai_desk.domain.text_cleaning import cleaned, visible
from gongkai_desk.ui import theme
from gongkai_desk.ui.widgets.fields import GrowingTextField

SUB_HEADING, RENUMBER, CLEAN = "Ctrl+B", "Ctrl+Shift+N", "Ctrl+Shift+L"


class WordMarks(QSyntaxHighlighter):
    """Sub-headings in bold, and a quiet ground below the sentences of `show_same`. It only looks:
    the text stays plain.
    """

    def __init__(
        self,
        document: QTextDocument,
        heading: Callable[[str], bool] = looks_like_heading,
    ) -> None:
        super().__init__(document)
        self._heading = heading
        self._same: frozenset[str] = frozenset()

    def show_same(self, sentences: frozenset[str]) -> None:
        """Mark these sentences, as `report_similarity` cuts them."""
        if sentences != self._same:
            self._same = sentences
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        if self._heading(text):
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, len(text), bold)
        if self._same:
            quiet = _same_format()
            for start, end, words in sentence_spans(text):
                if words in self._same:
                    self.setFormat(_units(text[:start]), _units(text[start:end]), quiet)


def _same_format() -> QTextCharFormat:
    colours, quiet = theme.colours(), QTextCharFormat()
    quiet.setBackground(QColor(colours.warn_soft))
    quiet.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    quiet.setUnderlineColor(QColor(colours.warn))
    return quiet


def _units(text: str) -> int:
    """The length of a text as Qt counts it: rare characters are two."""
    return len(text) + sum(character > "\uffff" for character in text)


def put_text(editor: QPlainTextEdit, text: str) -> None:
    """Replace what the editor says by `text`, as one step of its undo; only what differs is
    touched, so that cursor and view stay.
    """
    old = editor.toPlainText()
    start, most = 0, min(len(old), len(text))
    while start < most and old[start] == text[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == text[-1 - end]:
        end += 1
    if len(old) == len(text) == start:
        return
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    cursor.setPosition(_units(old[:start]))
    cursor.setPosition(_units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start : len(text) - end])
    cursor.endEditBlock()


class WrittenField(GrowingTextField):
    """`level` says how its sub-headings are numbered. Whatever is pasted is plain text. `entered`
    says that the cursor came here.
    """

    entered = Signal()

    def __init__(self, *, lines: int, level: Level) -> None:
        super().__init__(lines=lines)
        self._level = level
        self.marks = WordMarks(self.document())
        for keys, run in (
            (SUB_HEADING, self.make_heading),
            (RENUMBER, self.renumber),
            (CLEAN, self.clean),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def put(self, text: str) -> None:
        """What a button writes: one step that the officer can undo."""
        put_text(self, text)

    def make_heading(self) -> None:
        """The line of the cursor becomes a numbered sub-heading, or text again."""
        self.put(toggled(self.toPlainText(), self.textCursor().blockNumber(), self._level))

    def go_below(self, title: str) -> None:
        """Put the cursor to the end of what stands below a sub-heading; on a new line where that
        is nothing.
        """
        block = self.document().begin()
        while block.isValid() and unnumbered(block.text()) != title:
            block = block.next()
        if not block.isValid():
            return
        bare = True
        while block.next().isValid() and not looks_like_heading(block.next().text()):
            block, bare = block.next(), False
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if bare:
            cursor.joinPreviousEditBlock()
            cursor.insertText("\n")
            cursor.endEditBlock()
        self.setTextCursor(cursor)

    def renumber(self) -> None:
        self.put(renumbered(self.toPlainText()))

    def clean(self) -> None:
        self.put(cleaned(self.toPlainText()))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if not text and source.hasHtml():
            text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        if text:
            self.insertPlainText(visible(text))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "marks"):
            self.marks.rehighlight()
