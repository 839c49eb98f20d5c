"""Pictures of widgets, and what is wrong with them to the eye of a program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QRadioButton,
    QWidget,
)

_PNG_QUALITY = 70
"""Little compression: a picture is written far more often than it is sent."""


def grab(widget: QWidget, path: Path) -> Path:
    """A picture of `widget`, laid out as it is, as PNG at `path`; raises OSError on failure."""
    widget.ensurePolished()
    QApplication.sendPostedEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path), quality=_PNG_QUALITY):
        raise OSError(str(path))
    return path


def clipped_labels(widget: QWidget) -> list[str]:
    """Visible labels and buttons whose text is wider or higher than the room they have."""
    return [
        f"{type(each).__name__} {each.objectName()!r}: {text}"
        for each, text in _worded(widget)
        if text and _clipped(each)
    ]


def _worded(widget: QWidget) -> Iterator[tuple[QWidget, str]]:
    for label in widget.findChildren(QLabel):
        if label.isVisibleTo(widget) and label.text() != "" and label.width() > 0:
            yield label, label.text()
    for button in widget.findChildren(QAbstractButton):
        if button.isVisibleTo(widget) and button.text():
            yield button, button.text()


def _clipped(each: QWidget) -> bool:
    if isinstance(each, QLabel):
        room = each.contentsRect()
        if each.wordWrap():
            wanted = each.heightForWidth(each.width())
            return wanted > each.height() + 1
        return each.sizeHint().width() > each.width() + 1 or (
            each.fontMetrics().height() > room.height() + 2
        )
    hint = each.minimumSizeHint() if isinstance(each, QCheckBox | QRadioButton) else each.sizeHint()
    return hint.width() > each.width() + 1 or hint.height() > each.height() + 2


def interpreting_labels(widget: QWidget) -> list[str]:
    """Labels that would interpret `<img src=…>` in their text; there must be none.

    The labels inside Qt's own dialogs (calendar, wizard header, file dialog) show no data.
    """
    return [
        f"{label.objectName() or type(label).__name__}: {label.text()}"
        for label in widget.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and not _of_qt(label)
    ]


def _of_qt(label: QLabel) -> bool:
    above: QWidget | None = label
    while above is not None:
        name = str(above.metaObject().className())
        if above.objectName().startswith("qt_") or name in {"QWizardHeader", "QTipLabel"}:
            return True
        above = above.parentWidget()
    return False
