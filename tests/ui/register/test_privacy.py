from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import ApplicantKind
from gongkai_desk.ui.register import privacy


def test_nothing_is_hidden_at_first() -> None:
    assert not privacy.hidden()
    assert privacy.shown_name("林知远") == "林知远"
    assert privacy.shown_phone("13800001234") == "13800001234"
    assert privacy.shown_address("云海区滨河路8号") == "云海区滨河路8号"
    assert privacy.shown_email("lin@example.cn") == "lin@example.cn"
    assert privacy.shown_identity("11010519491231002X") == "110105********002X"


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (lambda: privacy.shown_name("林知远"), "林**"),
        (lambda: privacy.shown_name("林知远", ApplicantKind.NATURAL_PERSON), "林**"),
        (
            lambda: privacy.shown_name("华彩广告有限公司", ApplicantKind.BUSINESS),
            "华彩广告有限公司",
        ),
        (lambda: privacy.shown_name(""), ""),
        (lambda: privacy.shown_phone("13800001234"), "138****34"),
        (lambda: privacy.shown_phone("1234"), "****34"),
        (lambda: privacy.shown_phone(""), ""),
        (lambda: privacy.shown_identity("11010519491231002X"), "******"),
        (lambda: privacy.shown_identity(""), ""),
        (lambda: privacy.shown_address("海滨市云海区滨河路8号"), "海滨市云海****"),
        (lambda: privacy.shown_address(""), ""),
        (lambda: privacy.shown_email("lin@example.cn"), "l***@example.cn"),
        (lambda: privacy.shown_email(""), ""),
    ],
)
def test_what_is_hidden(shown: object, wanted: str) -> None:
    privacy.hide(True)
    assert callable(shown)
    assert shown() == wanted


def test_hiding_is_told_once_and_remembered(qtbot: QtBot) -> None:
    with qtbot.waitSignal(privacy.watcher().changed):
        privacy.hide(True)
    with qtbot.assertNotEmitted(privacy.watcher().changed):
        privacy.hide(True)
    privacy._known.clear()
    assert privacy.hidden()
