"""Two accidents that cannot happen anywhere in the window.

The wheel over a field that has no focus scrolls the page, it never changes the field. Enter and
Esc while an input method composes belong to the input method, never to the dialog.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QSlider, QWidget
from typing_extensions import override

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_WHEELED = (QComboBox, QAbstractSpinBox, QSlider)


class Guards(QObject):
    """Install once: ``application.installEventFilter(Guards(application))``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._composing = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Wheel:
            return self._wheel(watched, event)
        if kind is QEvent.Type.Polish and isinstance(watched, _WHEELED):
            # by default Qt focuses them on the wheel's first notch, before this filter is asked
            watched.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        elif kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif kind is QEvent.Type.FocusOut:
            self._composing = False
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._key(event)
        return False

    def _key(self, event: QEvent) -> bool:
        return self._composing and isinstance(event, QKeyEvent) and event.key() in _KEYS

    def _wheel(self, watched: QObject, event: QEvent) -> bool:
        field = watched
        if not isinstance(field, _WHEELED) and isinstance(field.parent(), QAbstractSpinBox):
            field = field.parent()
        if not isinstance(field, _WHEELED) or field.hasFocus():
            return False
        above = field.parentWidget()
        if isinstance(above, QWidget):
            event.ignore()
            QApplication.sendEvent(above, event)
        return True
