"""What the officer chose, and how the window was left.

`Preferences` are choices; their fields are the schema of preferences.json. The window's state
(sizes, column widths, sort orders) is apart, in window.ini: losing it hurts nobody. What belongs
to the office belongs in the office file.
"""

from __future__ import annotations

import dataclasses
import json
import os
import tempfile
from enum import StrEnum
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, QSettings, Signal

from gongkai_desk import i18n

FOLDER_VARIABLE = "GONGKAI_DESK_CONFIG"


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class FontSize(StrEnum):
    SMALL = "small"
    STANDARD = "standard"
    LARGE = "large"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """`language` takes effect at the next start, everything else at once. `notifications` are
    those of the reminders beside the clock of the screen.
    """

    language: str = i18n.DEFAULT
    theme: Theme = Theme.SYSTEM
    font_size: FontSize = FontSize.STANDARD
    last_file: str = ""
    notifications: bool = True


def folder() -> Path:
    """The user's configuration folder of this program; the environment may name another."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_config_path("gongkai-desk", False)


def window_state() -> QSettings:
    """Sizes, columns and sort orders. Read values with the type you want."""
    return QSettings(str(folder() / "window.ini"), QSettings.Format.IniFormat)


class PreferencesStore(QObject):
    """The preferences on disk. `changed` carries the new `Preferences`.

    A file that cannot be read gives the defaults and sets `unreadable`; it is kept beside as
    preferences.broken.json. Fields of an unknown type or value fall back one by one.
    """

    changed = Signal(object)

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self.path = path or folder() / "preferences.json"
        self.unreadable = False
        self.value = self._read()

    def save(self, preferences: Preferences) -> None:
        """Keep `preferences`; raises OSError when the folder cannot be written."""
        if preferences == self.value:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=self.path.parent, delete=False
        ) as file:
            json.dump(dataclasses.asdict(preferences), file, ensure_ascii=False, indent=1)
        Path(file.name).replace(self.path)
        self.value = preferences
        self.changed.emit(preferences)

    def _read(self) -> Preferences:
        try:
            stored = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError):
            return self._set_aside()
        return _typed(stored) if isinstance(stored, dict) else self._set_aside()

    def _set_aside(self) -> Preferences:
        self.unreadable = True
        if self.path.is_file():
            self.path.replace(self.path.with_suffix(".broken.json"))
        return Preferences()


def _typed(stored: dict[str, object]) -> Preferences:
    taken: dict[str, object] = {}
    default = Preferences()
    for field in dataclasses.fields(Preferences):
        value, kind = stored.get(field.name), type(getattr(default, field.name))
        if issubclass(kind, StrEnum):
            if value in list(kind):
                taken[field.name] = kind(str(value))
        elif type(value) is kind:
            taken[field.name] = value
    preferences = dataclasses.replace(default, **taken)  # type: ignore[arg-type]
    if preferences.language not in i18n.LANGUAGES:
        preferences = dataclasses.replace(preferences, language=i18n.DEFAULT)
    return preferences
