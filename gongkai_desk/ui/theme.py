"""Light and dark: colours, fonts and the style of every widget.

Every colour of the window is a field of `Colours`. Text colours reach a contrast of at least
4.5:1 on the surfaces they stand on (tests/ui/test_theme.py). A state is never told by colour
alone: a `Tone` always comes with an icon and a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from gongkai_desk import resources
from gongkai_desk.ui import icons
from gongkai_desk.ui.settings import FontSize, Preferences, Theme
from gongkai_desk.ui.style import sheet

POINTS = {FontSize.SMALL: 10.0, FontSize.STANDARD: 11.5, FontSize.LARGE: 13.5}
SANS, RARE = "NotoSansSC-Regular.ttf", "HanaMinB.ttf"


class Tone(StrEnum):
    """What a colour means."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one theme, as ``#rrggbb``. `*_soft` are the surfaces below a tone's text."""

    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    field_border: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    rail: str
    rail_text: str
    rail_hover: str
    rail_selected: str
    rail_mark: str
    neutral: str
    neutral_soft: str
    info: str
    info_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str

    def ink(self, tone: Tone) -> str:
        """The text colour of a tone."""
        return str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """The surface of a tone."""
        return str(getattr(self, f"{tone.value}_soft"))


LIGHT = Colours(
    dark=False,
    window="#f3f6f8", base="#ffffff", raised="#fbfcfd",
    text="#1b2831", muted="#53636f", border="#d9e0e6", field_border="#8b9aa6",
    accent="#0f6678", accent_hover="#0b5464", on_accent="#ffffff", accent_soft="#d9edf1",
    rail="#123a4a", rail_text="#d5e4ea", rail_hover="#1a4a5d", rail_selected="#215b70",
    rail_mark="#6fd0df",
    neutral="#53636f", neutral_soft="#e9eef2",
    info="#1c5a9c", info_soft="#e3eefa",
    good="#1c6636", good_soft="#dff2e5",
    warn="#7d4a00", warn_soft="#fdeecf",
    bad="#ad231c", bad_soft="#fce6e4",
)  # fmt: skip
DARK = Colours(
    dark=True,
    window="#171e24", base="#1e272e", raised="#232d35",
    text="#e6edf1", muted="#a9b7c2", border="#35424c", field_border="#6b7b87",
    accent="#56bccd", accent_hover="#74cddb", on_accent="#06232a", accent_soft="#1f444e",
    rail="#0f171c", rail_text="#c2d0d8", rail_hover="#1b2930", rail_selected="#1f444e",
    rail_mark="#56bccd",
    neutral="#a9b7c2", neutral_soft="#2c3840",
    info="#9ac8f8", info_soft="#1d3650",
    good="#8bdba5", good_soft="#1c3f2a",
    warn="#f5c671", warn_soft="#453411",
    bad="#ffa39b", bad_soft="#4d2321",
)  # fmt: skip

_current = LIGHT
_points = POINTS[FontSize.STANDARD]


def colours() -> Colours:
    """The colours in use."""
    return _current


def points() -> float:
    """The size of the standard text in use, in points."""
    return _points


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2: 1 (none) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def apply(application: QApplication, preferences: Preferences) -> None:
    """Dress the whole application; may be called again at any time."""
    global _current, _points
    _current = DARK if _wants_dark(preferences.theme) else LIGHT
    _points = POINTS[preferences.font_size]
    icons.use_colours(_current.text, _current.muted)
    font = QFont(application.font())
    font.setPointSizeF(_points)
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette(_current))
    application.setFont(font)
    application.setStyleSheet(sheet(_current, _points))
    icons.repaint(application)


def _wants_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def install_fonts(application: QApplication, *, bundled: bool = False) -> None:
    """Make sure that Chinese is never boxes.

    The desktop's own font stays first where it can write Chinese; else, or with `bundled`
    (offscreen pictures look alike everywhere), Noto Sans SC is used: the other Chinese fonts
    of a system may be calligraphy, or have no Latin letters and figures. Behind both stands
    Hanazono Mincho B for the rare characters of personal names.
    """
    own = QFontInfo(application.font()).family()
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    bundled = bundled or own not in chinese or QGuiApplication.platformName() == "offscreen"
    font = QFont(application.font())
    families = [] if bundled else [own]
    for name in (SANS, RARE) if bundled else (RARE,):
        number = QFontDatabase.addApplicationFont(str(resources.resource("fonts", name)))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    font.setFamilies(families)
    application.setFont(font)


def _palette(c: Colours) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for where, colour in {
        role.Window: c.window, role.WindowText: c.text, role.Base: c.base,
        role.AlternateBase: c.raised, role.Text: c.text, role.Button: c.raised,
        role.ButtonText: c.text, role.BrightText: c.bad, role.ToolTipBase: c.raised,
        role.ToolTipText: c.text, role.PlaceholderText: c.muted, role.Link: c.accent,
        role.LinkVisited: c.accent, role.Highlight: c.accent, role.HighlightedText: c.on_accent,
        role.Accent: c.accent, role.Light: c.raised, role.Midlight: c.border, role.Mid: c.border,
        role.Dark: c.field_border, role.Shadow: c.border,
    }.items():  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(c.field_border))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(c.border))
    return palette
