"""How the window looks: language, light or dark, size of the letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk import i18n
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.preferences.section import Section, row_of
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.settings import FontSize, Preferences, PreferencesStore, Theme
from gongkai_desk.ui.widgets.plain import PlainLabel


class AppearanceSection(Section):
    """Every choice is kept at once; theme and size also show at once."""

    def __init__(
        self, store: PreferencesStore, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "appearance",
            _("Appearance"),
            _("For this user of this computer; the office file is not touched."),
            parent,
        )
        self._store, self._prompts = store, prompts
        self._groups: dict[str, QButtonGroup] = {}
        self._started_in = i18n.language()
        card = QFrame(self)
        card.setProperty("look", "card")
        self._inside = QVBoxLayout(card)
        self._inside.setContentsMargins(24, 16, 24, 20)
        self._inside.setSpacing(8)
        self._add("theme", _("Colours"), _themes())
        self._add("font_size", _("Size of the letters"), _sizes())
        self._add("language", _("Language"), _languages())
        self.notifications = QCheckBox(
            _("Tell me of reminders once a day (beside the clock)"), card
        )
        self.notifications.setObjectName("notifications")
        self.notifications.clicked.connect(lambda on: self._keep("notifications", on))
        heading = PlainLabel(_("Reminders"), card, look="strong")
        heading.setContentsMargins(0, 8, 0, 0)
        self._inside.addWidget(heading)
        self._inside.addWidget(self.notifications)
        self.restart = PlainLabel("", card, look="muted", wrap=True)
        self.restart.setObjectName("restart")
        self._inside.addWidget(self.restart)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _add(self, field: str, title: str, choices: Sequence[tuple[str, str]]) -> None:
        heading = PlainLabel(title, self, look="strong")
        heading.setContentsMargins(0, 8, 0, 0)
        group = QButtonGroup(self)
        buttons: list[QWidget] = []
        for value, text in choices:
            button = QRadioButton(text, self)
            button.setObjectName(f"{field}-{value}")
            button.setAccessibleName(f"{title}: {text}")
            button.setProperty("value", value)
            group.addButton(button)
            buttons.append(button)
            button.clicked.connect(lambda _on=False, v=value: self._choose(field, v))
        self._groups[field] = group
        self._inside.addWidget(heading)
        self._inside.addLayout(row_of(*buttons))

    @override
    def refresh(self) -> None:
        for field, group in self._groups.items():
            chosen = str(getattr(self._store.value, field))
            for button in group.buttons():
                button.setChecked(button.property("value") == chosen)
        self.notifications.setChecked(self._store.value.notifications)
        waiting = self._store.value.language != self._started_in
        text = _("The language changes at the next start of the program.")
        self.restart.setText(text if waiting else "")

    def _choose(self, field: str, value: str) -> None:
        kind = type(getattr(Preferences(), field))
        self._keep(field, kind(value) if issubclass(kind, StrEnum) else value)

    def _keep(self, field: str, chosen: Any) -> None:
        try:
            self._store.save(dataclasses.replace(self._store.value, **{field: chosen}))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._prompts.problems(
                _("The choice could not be kept"),
                [
                    _("“{path}” cannot be written ({reason}).").format(
                        path=self._store.path, reason=reason
                    )
                ],
            )
        self.refresh()


def _themes() -> list[tuple[str, str]]:
    return [
        (Theme.SYSTEM.value, _("As the system")),
        (Theme.LIGHT.value, pgettext("theme", "Light")),
        (Theme.DARK.value, pgettext("theme", "Dark")),
    ]


def _sizes() -> list[tuple[str, str]]:
    return [
        (FontSize.SMALL.value, _("Small")),
        (FontSize.STANDARD.value, _("Standard")),
        (FontSize.LARGE.value, _("Large")),
    ]


def _languages() -> list[tuple[str, str]]:
    return [("zh_CN", "简体中文"), ("en", "English")]
