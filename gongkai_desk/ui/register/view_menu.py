"""The saved views of the register: choosing, keeping, renaming, removing one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.register_settings import SavedView
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import Actions, Command, Commands
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts


class ViewMenu(QObject):
    """`present` tells how the register is looked at now (without id and name), `show` looks at it
    as a saved view says. `button` opens the menu.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        present: Callable[[], SavedView],
        show: Callable[[SavedView], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._present, self._show = present, show
        self.chosen = ""
        self._views: list[SavedView] = []
        self.button = QToolButton(parent)
        self.button.setObjectName("views")
        self.button.setProperty("look", "button")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.set_icon(self.button, "list")
        self.menu = QMenu(self.button)
        self.menu.setObjectName("views-menu")
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill)
        self._actions: Actions | None = None
        self.refresh()

    def commands(self) -> Commands:
        """What can be done with views, one submenu of the page's menu."""
        group = _("Saved views")
        return (
            Command(
                name="save-view", text=_("Save this view…"), run=self.save, icon="save", group=group
            ),
            Command(
                name="update-view",
                text=_("Save the changes to the view"),
                run=self.update,
                group=group,
                enabled=lambda: self.current is not None and not self._unchanged,
            ),
            Command(
                name="rename-view",
                text=_("Rename the view…"),
                run=self.rename,
                icon="edit",
                group=group,
                enabled=lambda: self.current is not None,
            ),
            Command(
                name="remove-view",
                text=_("Delete the view"),
                run=self.remove,
                icon="delete",
                group=group,
                enabled=lambda: self.current is not None,
            ),
        )

    def actions_ready(self, actions: Actions) -> None:
        self._actions = actions

    @property
    def current(self) -> SavedView | None:
        """The view chosen last, as long as it is kept."""
        return next((view for view in self._views if view.id == self.chosen), None)

    @property
    def _unchanged(self) -> bool:
        current = self.current
        return current is not None and self._kept_as(current) == current

    def _kept_as(self, view: SavedView) -> SavedView:
        return replace(self._present(), id=view.id, name=view.name, position=view.position)

    def fill(self) -> None:
        """The menu as the views are now."""
        self.menu.clear()
        for view in self._views:
            action = self.menu.addAction(view.name.replace("&", "&&"))
            action.setObjectName(f"view-{view.id}")
            action.setCheckable(True)
            action.setChecked(view.id == self.chosen)
            action.triggered.connect(partial(self.choose, view))
        if not self._views:
            none = self.menu.addAction(_("No view has been saved yet."))
            none.setEnabled(False)
        self.menu.addSeparator()
        if self._actions is not None:
            self._actions.update()
            for command in self.commands():
                if command is not None:
                    self.menu.addAction(self._actions[command.name])

    def choose(self, view: SavedView, *_checked: object) -> None:
        """Look at the register as `view` says."""
        self.chosen = view.id
        self._show(view)
        self.refresh()

    def save(self) -> None:
        name = self._ask("")
        if name is None:
            return
        view = replace(self._present(), id=new_id(), name=name)
        if self._operations.perform(partial(self._desk.saved_views.save, view)):
            self.chosen = view.id
            self.refresh()

    def update(self) -> None:
        current = self.current
        if current is not None:
            kept = self._kept_as(current)
            said = _("The view “{name}” was changed.").format(name=current.name)
            self._operations.perform(partial(self._desk.saved_views.save, kept), said=said)

    def rename(self) -> None:
        current = self.current
        name = None if current is None else self._ask(current.name)
        if current is not None and name is not None:
            self._operations.perform(partial(self._desk.saved_views.rename, current.id, name))
            self.refresh()

    def remove(self) -> None:
        current = self.current
        if current is None:
            return

        def write() -> Changes:
            return self._desk.saved_views.remove(current.id)

        said = _("The view “{name}” was deleted; Ctrl+Z brings it back.").format(name=current.name)
        self._operations.perform(write, said=said)
        self.refresh()

    def _ask(self, value: str) -> str | None:
        return self._prompts.text(_("Save the view"), _("Name of the view"), value)

    def refresh(self) -> None:
        """The views as they are kept now; the button names the one that is chosen."""
        self._views = self._desk.saved_views.all()
        current = self.current
        words = current.name if current else _("Views")
        self.button.setText(words.replace("&", "&&") if len(words) <= 10 else words[:9] + "…")
        self.button.setToolTip("")
        self.button.setAccessibleName(_("Saved views"))
