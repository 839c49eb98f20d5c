"""Tags: the office's as chips to click, new ones typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.ui.register.intake.flow import FlowLayout
from gongkai_desk.ui.widgets.fields import TextField


class TagField(QWidget):
    """`offer` are shown as chips; a typed tag becomes one with Enter, a comma or a blank."""

    changed = Signal()

    def __init__(self, offer: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QPushButton] = {}
        self._before: tuple[str, ...] = ()
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        for tag in offer:  # before the line, so that Tab passes them in the order shown
            self._chip(tag)
        self.line = _TagLine(self)
        self.line.setObjectName("new-tag")
        self.line.setAccessibleName(_("New tag"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._row)
        layout.addWidget(self.line)
        self.line.changed.connect(self.changed)
        self.line.finished.connect(self._take)

    def value(self) -> tuple[str, ...]:
        """The tags it was given first, then the others in the order shown, and what is typed."""
        chosen = [tag for tag, chip in self._chips.items() if chip.isChecked()]
        before = [tag for tag in self._before if tag in chosen]
        return tuple(dict.fromkeys((*before, *chosen, *_tags(self.line.text()))))

    def set_value(self, tags: Sequence[str]) -> None:
        self.line.clear()
        self._before = tuple(tags)
        for tag in tags:
            self._chip(tag)
        for tag, chip in self._chips.items():
            chip.setChecked(tag in tags)

    def _chip(self, tag: str) -> QPushButton:
        if tag not in self._chips:
            chip = QPushButton(tag.replace("&", "&&"), self._row)
            chip.setObjectName(f"tag-{tag}")
            chip.setProperty("look", "segment")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.toggled.connect(lambda _on: self.changed.emit())
            self._chips[tag] = chip
            self._flow.addWidget(chip)
        return self._chips[tag]

    def _take(self) -> None:
        tags = _tags(self.line.text())
        self.line.clear()
        for tag in tags:
            self._chip(tag).setChecked(True)


class _TagLine(TextField):
    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, hint=_("New tag, then Enter"))
        self.editingFinished.connect(self.finished)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(self.text().strip())
        if ends or event.text() in (",", "，", "、", " ", "　"):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


def _tags(text: str) -> list[str]:
    return [tag for tag in re.split(r"[\s,，、;；]+", text) if tag]
