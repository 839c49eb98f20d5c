"""A letter as it will read, on a sheet beside its fields; blanks are marked."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from gongkai_desk.domain.letter import LetterPaper
from gongkai_desk.i18n import _
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone

_BLANK = re.compile(r"(【[^【】]+】)")
_LEFT, _CENTRE, _RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


class PaperView(QTextEdit):
    """`show_paper(paper, number)`. Text is inserted as text and never read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter-preview")
        self.setAccessibleName(_("How the letter reads"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(20)

    def show_paper(self, paper: LetterPaper, number: str) -> None:
        """Show `paper` with the number it would get; the place in the text stays."""
        place = self.verticalScrollBar().value()
        self.clear()
        self._cursor = QTextCursor(self.document())
        size = theme.points()
        if not paper.rows:
            red = QColor(theme.colours().ink(Tone.BAD))
            self._line(paper.letterhead, _CENTRE, size * 1.5, colour=red, bold=True)
            self._line(number, _CENTRE, size)
        self._line(paper.title, _CENTRE, size * 1.2, bold=True, above=10)
        self._line(paper.addressee, _LEFT, size, above=10)
        for text in paper.paragraphs:
            self._line(text, _LEFT, size, indent=True)
        for text in paper.attachments:
            self._line(_("Attachment: {name}").format(name=text), _LEFT, size, indent=True)
        self._line(paper.signature, _RIGHT, size, above=14)
        self._line(paper.dated, _RIGHT, size)
        contact = f"（{paper.contact}）" if paper.contact else ""
        self._line(contact, _LEFT, size, indent=True)
        for place_in_slip, text in enumerate(paper.slip):
            head = place_in_slip == 0
            self._line(text, _CENTRE if head else _LEFT, size, bold=head, above=18 if head else 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # else the end is brought into sight
        self.verticalScrollBar().setValue(place)

    def _line(
        self,
        text: str,
        where: Qt.AlignmentFlag,
        size: float,
        *,
        colour: QColor | None = None,
        bold: bool = False,
        indent: bool = False,
        above: int = 2,
    ) -> None:
        if not text:
            return
        block = QTextBlockFormat()
        block.setAlignment(where)
        block.setTopMargin(above)
        block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if indent:
            block.setTextIndent(self.fontMetrics().horizontalAdvance("字") * 2)
        if self.document().isEmpty():
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        form = QTextCharFormat()
        form.setFontPointSize(size)
        form.setFontWeight(600 if bold else 400)
        form.setForeground(colour or QColor(theme.colours().text))
        blank = QTextCharFormat(form)
        blank.setBackground(QColor(theme.colours().soft(Tone.WARN)))
        blank.setForeground(QColor(theme.colours().ink(Tone.WARN)))
        for part in _BLANK.split(text):
            self._cursor.insertText(part, blank if _BLANK.fullmatch(part) else form)
