"""Line icons from resources/icons/*.svg, painted in the colour of the theme.

`icon("add")` is for models and one-time use. A widget or action that stays on screen gets its
icon by `set_icon(widget, "add")` and is painted again when the theme changes.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gongkai_desk import resources

SIZES = (16, 20, 24, 32)
PROGRAM_SIZES = (16, 24, 32, 48, 64, 128)
_NAME, _COLOUR = "iconName", "iconColour"
_normal, _disabled = "#1b2831", "#8b9aa6"


class _Iconic(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...
    def setProperty(self, name: str, value: object, /) -> bool: ...
    def property(self, name: str, /) -> object: ...


def use_colours(normal: str, disabled: str) -> None:
    """The colours of icons from now on; `theme.apply` calls this."""
    global _normal, _disabled
    _normal, _disabled = normal, disabled


def icon(name: str, colour: str = "") -> QIcon:
    """The icon in `colour` (``#rrggbb``), by default in the text colour of the theme."""
    return _icon(name, colour or _normal, _disabled)


def set_icon(target: _Iconic, name: str, colour: str = "") -> None:
    """Give `target` an icon that follows the theme; a fixed `colour` stays."""
    target.setProperty(_NAME, name)
    target.setProperty(_COLOUR, colour)
    target.setIcon(icon(name, colour))


def repaint(application: QApplication) -> None:
    """Paint the icons of all widgets and their actions again, in the colours now in use."""
    for widget in application.allWidgets():
        for target in (widget, *widget.actions()):
            name = target.property(_NAME)
            if isinstance(name, str) and name and hasattr(target, "setIcon"):
                target.setIcon(icon(name, str(target.property(_COLOUR) or "")))


def pixmap(name: str, size: int, colour: str = "", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` × `size` device-independent pixels."""
    return _pixmap(name, colour or _normal, size, ratio)


def program_icon() -> QIcon:
    """The mark of the program."""
    mark = QIcon()
    for size in PROGRAM_SIZES:
        mark.addPixmap(_pixmap("app", "#000000", size, 1.0))
    return mark


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    """Painted for the sharpest screen only: doing it for every screen would delay the start."""
    made = QIcon()
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    for size in SIZES:
        made.addPixmap(_pixmap(name, colour, size, ratio))
        made.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


@cache
def _drawing(name: str) -> bytes:
    return resources.resource("icons", f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Reading a drawing takes longer than painting it in another size."""
    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode())))


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = _renderer(name, colour)
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
