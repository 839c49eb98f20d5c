from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication, QRawFont
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk import resources
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.settings import FontSize, Preferences, Theme
from gongkai_desk.ui.theme import DARK, LIGHT, Colours, Tone, contrast

READABLE = 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_is_readable_on_every_surface_it_stands_on(colours: Colours) -> None:
    c = colours
    surfaces = (c.window, c.base, c.raised)
    pairs = list(itertools.product((c.text, c.muted, c.accent), surfaces))
    pairs += [(c.text, c.accent_soft), (c.on_accent, c.accent), (c.on_accent, c.accent_hover)]
    pairs += [(c.rail_text, each) for each in (c.rail, c.rail_hover, c.rail_selected)]
    pairs += [("#ffffff", c.rail_selected), (c.muted, c.border) if c.dark else (c.text, c.border)]
    for tone in Tone:
        pairs += [(c.ink(tone), surface) for surface in (*surfaces, c.soft(tone))]
    weak = {(ink, on): contrast(ink, on) for ink, on in pairs if contrast(ink, on) < READABLE}
    assert not weak


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_dark_and_large_reach_widgets_and_their_icons(dressed: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "add")
    with qtbot.waitExposed(button):
        button.show()

    def ink() -> str:
        picture = button.icon().pixmap(24, 24).toImage()
        colour = picture.pixelColor(picture.width() // 2, picture.height() // 2)
        return colour.name()

    assert ink() == LIGHT.text
    theme.apply(dressed, Preferences(theme=Theme.DARK, font_size=FontSize.LARGE))
    try:
        assert ink() == DARK.text
        assert button.font().pointSizeF() == pytest.approx(13.5)
        assert button.palette().buttonText().color().name() == DARK.text
    finally:
        theme.apply(dressed, Preferences(theme=Theme.LIGHT))


def test_rare_characters_of_names_have_a_glyph(dressed: QApplication) -> None:
    families = dressed.font().families()
    assert families[0] == "Noto Sans SC"
    rare = QRawFont(str(resources.resource("fonts", theme.RARE)), 12)
    assert rare.familyName() in families
    assert QFontMetricsF(dressed.font()).horizontalAdvance("龘𫖯") > 0


@pytest.mark.parametrize("path", sorted(resources.resource("icons").glob("*.svg")), ids=str)
def test_every_icon_draws_something(dressed: QApplication, path: object) -> None:
    name = str(path).rsplit("/", 1)[-1].removesuffix(".svg")
    image = icons.pixmap(name, 32).toImage()
    assert any(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


def test_a_system_font_without_chinese_gives_way_to_the_bundled_one(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another Chinese font of the system may have no figures; then they came from a third."""
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_script: ["Droid"]))
    theme.install_fonts(dressed)
    assert dressed.font().families()[0] == "Noto Sans SC"


def test_a_system_font_that_writes_chinese_stays(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = QFontInfo(dressed.font()).family()
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_script: ["A", own]))
    before = dressed.font()
    try:
        theme.install_fonts(dressed)
        rare = QRawFont(str(resources.resource("fonts", theme.RARE)), 12).familyName()
        assert dressed.font().families() == [own, rare]
    finally:
        dressed.setFont(before)


def test_buttons_of_dialogs_bring_no_pictures_of_the_desktop(
    dressed: QApplication, qtbot: QtBot
) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    assert box.button(QDialogButtonBox.StandardButton.Cancel).icon().isNull()
