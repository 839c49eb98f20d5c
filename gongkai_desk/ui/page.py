"""What a page of the window is: built on first show, refreshed by the bus, never reaching up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where to go: a page, its section, what to show there (a filter's name) and which record."""

    page: str
    view: str = ""
    record_id: str = ""
    section: str = ""


class Page(QWidget):
    """Base of all pages.

    A subclass sets `title` (translated), builds its widgets in `__init__` after
    ``super().__init__(desk=…, bus=…, operations=…, prompts=…)``, overrides `commands`,
    `refresh` and, when others lead to it, `go_to`. `refresh(None)` is called before the page is
    first shown; later only for changes that `concerns` them, at once when visible, else on the
    next show.

    `leave` carries a `Target`: another page should be shown. `state_changed` says that
    commands may have become possible or impossible (another selection, for example);
    `menu_changed` that `menu_actions` are others.
    """

    leave = Signal(object)
    state_changed = Signal()
    menu_changed = Signal()

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__()
        self.desk, self.operations, self.prompts = desk, operations, prompts
        self._stale = True
        bus.changed.connect(self._changed)

    @property
    def title(self) -> str:
        """The heading, translated; may tell more than the navigation ("Annual report 2026")."""
        raise NotImplementedError

    @property
    def subtitle(self) -> str:
        """A muted line below the heading."""
        return ""

    def commands(self) -> Commands:
        """The page's menu; `primary` ones are buttons in the header. Asked once."""
        return ()

    def actions_ready(self, actions: Actions) -> None:
        """The live actions of `commands()`, made by the window: ``table.set_menu(actions)``."""

    def menu_actions(self) -> Actions | None:
        """Live actions that stand in the page's menu below its own: those of a section."""
        return None

    def concerns(self, _changes: Changes) -> bool:
        """Whether a write matters here; ``changes.touches(Request, RequestEvent)``."""
        return True

    def refresh(self, changes: Changes | None) -> None:
        """Read again what is shown; None: everything."""

    def complete(self) -> None:
        """Show at once what is still being read; for those who cannot wait (pictures, tests)."""

    def go_to(self, target: Target) -> None:
        """Show what another page pointed at."""

    def _changed(self, changes: Changes) -> None:
        if not self.concerns(changes):
            return
        if self.isVisible():
            self.refresh(changes)
            self.state_changed.emit()
        else:
            self._stale = True

    def ensure_fresh(self) -> None:
        """Refresh when something was missed; the window calls it before it shows the page."""
        if self._stale:
            self._stale = False
            self.refresh(None)
            self.state_changed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.ensure_fresh()
        super().showEvent(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """A page as the navigation knows it.

    The factory runs when the page is first shown, with desk, bus, operations and prompts by
    keyword; bind what a page needs beyond that with functools.partial.
    """

    name: str
    title: str
    icon: str
    factory: Callable[..., Page]
