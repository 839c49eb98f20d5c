"""The manual: resources/help/<language>.md with a table of contents that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk import i18n
from gongkai_desk.i18n import _
from gongkai_desk.resources import resource
from gongkai_desk.ui.theme import points
from gongkai_desk.ui.widgets.fields import TextField
from gongkai_desk.ui.widgets.plain import PlainLabel

DEEPEST = 3
"""Headings down to this level stand in the table of contents."""
Role = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading of the manual: where its block begins, and all the text below it."""

    title: str
    level: int
    position: int
    text: str

    def tells_of(self, wanted: str) -> bool:
        """Whether every word of `wanted` occurs in the chapter."""
        whole = f"{self.title}\n{self.text}".casefold()
        return all(word in whole for word in wanted.casefold().split())


class _Text(QTextBrowser):
    """Shows what it was given and nothing else: no file, no address is ever loaded."""

    @override
    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None


class HelpDialog(QDialog):
    """Contents and search at the left, the text at the right; stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(_("Manual"))
        self.search = TextField(hint=_("Search the manual"))
        self.search.setObjectName("search")
        self.search.setAccessibleName(_("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget(self)
        self.contents.setObjectName("contents")
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = PlainLabel(_("Nothing found. Try a shorter word."), self, look="muted")
        self.text = _Text(self)
        self.text.setObjectName("manual")
        self.text.setAccessibleName(_("Manual"))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(points() * 1.6)
        self.text.document().setDefaultFont(self.font())
        self.text.setMarkdown(manual(i18n.language()))
        self._air()
        self.chapters = self._chapters()
        self._lay_out()
        self.search.changed.connect(self._filter)
        self.contents.currentItemChanged.connect(self._go)
        self._filter()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.search.setFocus()

    def _lay_out(self) -> None:
        unit = self.fontMetrics().horizontalAdvance("字")
        side = QWidget(self)
        side.setFixedWidth(unit * 18)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        for part in (self.search, self.contents, self.nothing):
            left.addWidget(part)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        box.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(side)
        middle.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addWidget(box)
        room = self.screen().availableGeometry()
        self.resize(min(unit * 68, room.width() - 48), min(unit * 46, room.height() - 80))

    def _air(self) -> None:
        """Room above headings and between lines: the text is read on the screen."""
        cursor = QTextCursor(self.text.document())
        block = self.text.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            shape = cursor.blockFormat()
            shape.setLineHeight(140, 1)  # proportional, in percent
            if shape.headingLevel():
                shape.setTopMargin(points() * 1.4)
            shape.setBottomMargin(points() * 0.5)
            cursor.setBlockFormat(shape)
            block = block.next()

    def _chapters(self) -> list[Chapter]:
        found: list[tuple[str, int, int, list[str]]] = []
        block = self.text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if 0 < level <= DEEPEST:
                found.append((block.text(), level, block.position(), []))
            elif found:
                found[-1][3].append(block.text())
            block = block.next()
        return [
            Chapter(title=title, level=level, position=position, text="\n".join(lines))
            for title, level, position, lines in found
        ]

    def _filter(self) -> None:
        """Chapters that tell of what is searched for; the first is shown."""
        wanted = self.search.value()
        shown = [chapter for chapter in self.chapters if chapter.tells_of(wanted)]
        self._show_contents(shown if wanted else [c for c in shown if c.level < DEEPEST])
        self.nothing.setVisible(not shown)
        if wanted and shown:
            self.contents.setCurrentRow(0)

    def _show_contents(self, chapters: Sequence[Chapter]) -> None:
        self.contents.clear()
        for chapter in chapters:
            item = QListWidgetItem("　" * (chapter.level - 2) + chapter.title, self.contents)
            item.setData(Role, chapter.position)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        cursor = self.text.textCursor()
        cursor.setPosition(int(item.data(Role)))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        wanted = self.search.value().split()
        if wanted:
            self.text.find(wanted[0])


def manual(language: str) -> str:
    """The text of the manual, in Markdown."""
    return resource("help", f"{language}.md").read_text("utf-8")
