"""Last year's text beside the one being written: to read, compare and copy from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.sub_headings import looks_like_heading
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.written_field import WordMarks
from gongkai_desk.ui.widgets.plain import PlainLabel

Passage = tuple[str, str]
"""A heading ("" for none) and the text below it."""


class LastYearPane(QWidget):
    """`asked` says that the officer wants to read last year's report from a file."""

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("last-year-pane")
        self._places: dict[int, int] = {}
        self._headings: frozenset[str] = frozenset()
        self.title = PlainLabel("", self, look="strong", wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("last-year-text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.marks = WordMarks(self.text.document(), self._is_heading)
        self.note = PlainLabel(
            _("Marked: sentences that stand in this year's text too, numbers aside."),
            self,
            look="hint",
            wrap=True,
        )
        self._build()

    def _build(self) -> None:
        full, self._empty = QWidget(self), QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text, 1)
        column.addWidget(self.note)
        self.told = PlainLabel("", self._empty, look="muted", wrap=True)
        self.button = QPushButton(_("Read last year's report…"), self._empty)
        self.button.setObjectName("read-last-year")
        self.button.setAutoDefault(False)
        icons.set_icon(self.button, "open")
        self.button.clicked.connect(lambda _on=False: self.asked.emit())
        nothing = QVBoxLayout(self._empty)
        nothing.setContentsMargins(0, 8, 0, 0)
        nothing.setSpacing(12)
        nothing.addWidget(self.told)
        nothing.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        nothing.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 24, 8)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(self._stack, 1)

    def show_text(self, year: int, passages: Sequence[Passage], *, known: bool) -> None:
        """The passages of last year's part; `known` when that report is, though this part of it may
        be empty. Passages are counted from 0 for `go_to`.
        """
        self.title.setText(_("Report of {year}").format(year=year))
        lines: list[str] = []
        self._places = {}
        self._headings = frozenset(heading for heading, _text in passages if heading)
        for number, (heading, text) in enumerate(passages):
            if not text.strip():
                continue
            if lines:
                lines.append("")
            self._places[number] = len(lines)
            lines += [heading] if heading else []
            lines += text.strip().split("\n")
        written = "\n".join(lines)
        if written != self.text.toPlainText():
            self.text.setPlainText(written)
        if known:
            self.told.setText(_("This part of the report of {year} is empty.").format(year=year))
        else:
            self.told.setText(
                _(
                    "The text of the report of {year} is not known yet. Read the published report "
                    "once, then its text stands here to compare."
                ).format(year=year)
            )
        self.button.setVisible(not known)
        self._stack.setCurrentIndex(0 if lines else 1)

    def go_to(self, passage: int) -> None:
        """Show this passage at the top."""
        place = self._places.get(passage)
        if place is None:
            return
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        cursor = QTextCursor(self.text.document().findBlockByNumber(place))
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _is_heading(self, line: str) -> bool:
        return line in self._headings or looks_like_heading(line)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "marks"):
            self.marks.rehighlight()
