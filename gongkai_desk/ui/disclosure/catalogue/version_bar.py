"""The line above the catalogue: which version is shown, and what can be done with versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.disclosure.catalogue.words import version_name
from gongkai_desk.ui.widgets.drop_down import DropDown
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_SHORTEST = 12
"""In characters: how narrow the choice may become."""


class VersionBar(QWidget):
    """`chosen` carries the id of the version the officer chose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        words = PlainLabel(_("Version"), self, look="muted")
        self.choice = DropDown(self)
        self.choice.setObjectName("catalogue-version")
        self.choice.setAccessibleName(_("Version"))
        self.choice.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(_SHORTEST)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(lambda at: self.chosen.emit(self._ids[at]))
        words.setBuddy(self.choice)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(words)
        self._layout.addWidget(self.choice, 1)

    def set_actions(self, actions: Actions, names: Sequence[str]) -> None:
        """Buttons for these commands behind the choice."""
        for name in names:
            button = ActionButton(actions[name], self)
            restyle(button, "look", "link")
            self._layout.addWidget(button)

    def show_versions(
        self,
        versions: Sequence[CatalogueVersion],
        shown: CatalogueVersion | None,
        in_force: CatalogueVersion | None,
    ) -> None:
        """Offer these, `shown` being the one below."""
        self._ids = [version.id for version in versions]
        self.choice.clear()
        self.choice.addItems([version_name(version, in_force) for version in versions])
        if shown is not None:
            self.choice.setCurrentIndex(self._ids.index(shown.id))
        self.setVisible(bool(versions))
