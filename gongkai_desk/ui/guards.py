"""Two accidents that cannot happen in the window.

Enter and Esc while an input method composes belong to the input method, never to the dialog. The
wheel over a field that has no focus scrolls the page, it never changes the field: our own lists
are `widgets.drop_down.DropDown`, the fields in a dialog of Qt's own get a `WheelGuard`.

Nothing here filters the events of the whole application: asking Python about every event of every
widget takes a third of the window's time.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QSlider, QWidget
from typing_extensions import override

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_WHEELED = (QComboBox, QAbstractSpinBox, QSlider)


class ComposingGuard(QObject):
    """Made once. Keys and what an input method composes go to the widget with the focus, so it
    is enough to watch those that ever had it.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._composing = False
        application.focusChanged.connect(self._watch)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._composing = False
        if now is not None:
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and event.type() is not QEvent.Type.KeyRelease:
            return self._composing and event.key() in _KEYS
        return False


class WheelGuard(QObject):
    """Keeps the wheel off the fields of a `dialog` that Qt builds, while they have no focus."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        for field in dialog.findChildren(QWidget):
            if isinstance(field, _WHEELED):
                # by default Qt focuses them on the wheel's first notch
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel:
            return False
        assert isinstance(watched, QWidget)
        event.setAccepted(watched.hasFocus())
        return not watched.hasFocus()
