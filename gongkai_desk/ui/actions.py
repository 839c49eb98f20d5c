"""Commands are data: menus, buttons, context menus and the shortcut table share one list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.plain import plain_tip


def without_mnemonic(text: str) -> str:
    """``&File`` and ``文件(&F)`` as one reads them."""
    return re.sub(r"\(&\w\)|&", "", text)


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing the officer can do.

    `name` is stable and becomes the objectName of the action; `text` is translated and may hold
    one ``&``. `shortcut` is portable text ("Ctrl+N", "Del", "F1; Ctrl+/"). `enabled` is asked
    whenever something changed. `primary` commands also stand as buttons in the page's header,
    the first one filled. `checked`, when given, makes it a switch. Commands of one `group` (its
    translated title) share a submenu.
    """

    name: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    enabled: Callable[[], bool] = _always
    icon: str = ""
    tip: str = ""
    primary: bool = False
    checked: Callable[[], bool] | None = None
    group: str = ""

    @property
    def plain_text(self) -> str:
        """The text without mnemonic and dots."""
        return without_mnemonic(self.text).removesuffix("…")


Commands = Sequence[Command | None]
"""`None` stands for a separator."""


class Actions(QObject):
    """The live actions of a list of commands, owned by and working inside `owner`."""

    def __init__(
        self,
        owner: QWidget,
        commands: Commands,
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        super().__init__(owner)
        self.commands = tuple(commands)
        self._actions: dict[str, QAction] = {}
        for command in commands:
            if command is not None:
                self._actions[command.name] = self._action(owner, command, context)
        self.update()

    def _action(self, owner: QWidget, command: Command, context: Qt.ShortcutContext) -> QAction:
        action = QAction(command.text, owner)
        action.setObjectName(command.name)
        action.setShortcutContext(context)
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcut.split("; ")])
        if command.icon:
            icons.set_icon(action, command.icon)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = command.tip or command.plain_text
        action.setToolTip(plain_tip(f"{tip} ({keys})" if keys else tip))
        action.setStatusTip("")
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: command.run())
        owner.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def update(self) -> None:
        """Ask every command again whether it may run now."""
        for command in self.commands:
            if command is None:
                continue
            action = self._actions[command.name]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def fill(self, menu: QMenu) -> None:
        """Put the actions into `menu`, in the order of the list; kept up to date when shown."""
        groups: dict[str, QMenu] = {}
        for command in self.commands:
            if command is None:
                menu.addSeparator()
                continue
            if command.group and command.group not in groups:
                groups[command.group] = menu.addMenu(command.group)
                groups[command.group].setToolTipsVisible(True)
            groups.get(command.group, menu).addAction(self._actions[command.name])
        menu.aboutToShow.connect(self.update)

    def buttons(self, parent: QWidget) -> list[QPushButton]:
        """A button for each primary command, in the order of the list."""
        return [
            ActionButton(self._actions[command.name], parent, filled=number == 0)
            for number, command in enumerate(c for c in self.commands if c and c.primary)
        ]


class ActionButton(QPushButton):
    """A button that shows and runs `action` and follows its state.

    `filled` marks the main one, `bare` shows the icon alone.
    """

    def __init__(
        self, action: QAction, parent: QWidget, *, filled: bool = False, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self._action, self._filled, self._bare = action, filled, bare
        self.setObjectName(f"{action.objectName()}-button")
        self.setAutoDefault(False)
        if filled:
            self.setProperty("look", "primary")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        action = self._action
        text = without_mnemonic(action.text())
        self.setText("" if self._bare else text)
        self.setAccessibleName(text.removesuffix("…"))
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
        name = action.property("iconName")
        if self._filled and name:
            ink = self.palette().highlightedText().color().name()
            self.setIcon(icons.icon(str(name), ink))
        else:
            self.setIcon(action.icon())


def shortcut_rows(groups: Iterable[tuple[str, Commands]]) -> list[tuple[str, str, str]]:
    """The table of shortcuts: group, command, keys; commands without keys are left out."""
    return [
        (group, command.plain_text, native(command.shortcut))
        for group, commands in groups
        for command in commands
        if command is not None and command.shortcut
    ]


def native(shortcut: str) -> str:
    """A shortcut, or several divided by "; ", as this platform writes it."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(form) for keys in shortcut.split("; "))
