from __future__ import annotations

from pathlib import Path

import pytest

from gongkai_desk.ui.settings import FontSize, Preferences, PreferencesStore, Theme

CHOSEN = Preferences(language="en", theme=Theme.DARK, font_size=FontSize.LARGE)


def test_what_is_saved_is_read_back_and_announced(dressed: object, tmp_path: Path) -> None:
    store = PreferencesStore(tmp_path / "新 文件夹" / "preferences.json")
    heard: list[object] = []
    store.changed.connect(heard.append)
    store.save(CHOSEN)
    store.save(CHOSEN)
    assert heard == [CHOSEN]
    assert PreferencesStore(store.path).value == CHOSEN
    assert [file.name for file in store.path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00"])
def test_a_broken_file_gives_the_defaults_and_is_kept(
    dressed: object, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(content, "utf-8")
    store = PreferencesStore(path)
    assert store.value == Preferences()
    assert store.unreadable
    assert (tmp_path / "preferences.broken.json").read_text("utf-8") == content


def test_values_of_a_wrong_type_fall_back_one_by_one(dressed: object, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"language": "xx", "theme": "dark", "font_size": 3, "more": 1}')
    store = PreferencesStore(path)
    assert store.value == Preferences(theme=Theme.DARK)
    assert not store.unreadable
