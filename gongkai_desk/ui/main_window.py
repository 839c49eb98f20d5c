"""The window: navigation, the stack of pages, menus, notices, status bar. It knows no page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions, Command, Commands, without_mnemonic
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, PageSpec, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.shortcuts import ShortcutDialog
from gongkai_desk.ui.steps import Steps
from gongkai_desk.ui.widgets.banner import BannerArea, Notice
from gongkai_desk.ui.widgets.header import PageHeader
from gongkai_desk.ui.widgets.rail import Rail
from gongkai_desk.ui.widgets.status import StatusLine

_BANNERS = "window/banners"
"""Where it is kept how high the notices were: they have that room from the start."""

Notices = Callable[[Callable[[Target], None]], Sequence[Notice]]
"""What stands across the top now; given is how a notice's command leads to a page."""


def _no_notices(_go_to: Callable[[Target], None]) -> Sequence[Notice]:
    return ()


class MainWindow(QMainWindow):
    """One window on one office file.

    `pages` are built when first shown. `file_commands` stand at the head of the File menu,
    `help_commands` at that of the Help menu.
    `notices` is asked once the window stands there, and after every write; what is given to
    `later` is done then, too. `closed` is emitted when the officer
    has closed the window.
    """

    closed = Signal()

    def __init__(
        self,
        *,
        desk: Desk,
        bus: ChangeBus,
        operations: Operations,
        prompts: Prompts,
        pages: Sequence[PageSpec],
        file_commands: Commands = (),
        help_commands: Commands = (),
        notices: Notices = _no_notices,
    ) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self._desk, self._bus, self._operations = desk, bus, operations
        self._prompts, self._notices = prompts, notices
        self._specs = {spec.name: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._page_actions: dict[str, Actions] = {}
        self._holders: dict[str, QWidget] = {}
        self._build()
        self._build_menus(file_commands, help_commands)
        self._status = StatusLine(desk, operations)
        self.setStatusBar(self._status)
        bus.changed.connect(lambda _changes: self.refresh())
        operations.refreshed.connect(self.refresh)
        self._restore()
        self._refresh_frame()
        self.banners.keep_room(int(str(window_state().value(_BANNERS, 0, type=int))))
        self.later = Steps(self)
        self.later.add(self._show_notices)

    def _build(self) -> None:
        self.rail = Rail(tuple(self._specs.values()))
        self.rail.chosen.connect(lambda name: self.show_page(name))
        self.banners = BannerArea(self)
        self._stack = QStackedWidget(self)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banners)
        right.addWidget(self._stack, 1)
        middle = QWidget(self)
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        self.setCentralWidget(middle)

    def _build_menus(self, file_commands: Commands, help_commands: Commands) -> None:
        leave = Command(
            name="quit", text=_("&Quit"), run=self.close, shortcut="Ctrl+Q", icon="close"
        )
        divided: Commands = (*file_commands, None) if file_commands else ()
        self._groups: list[tuple[str, Commands]] = [
            (_("&File"), (*divided, leave)),
            (_("&Edit"), self._edit_commands()),
            (_("&Go"), self._go_commands()),
        ]
        menus = [self.menuBar().addMenu(title) for title, _commands in self._groups]
        self._page_menu: QMenu = self.menuBar().addMenu("")
        self._page_menu.menuAction().setObjectName("page-menu")
        help_group = (_("&Help"), (*help_commands, *self._help_commands()))
        self._groups.append(help_group)
        menus.append(self.menuBar().addMenu(help_group[0]))
        self._actions = [Actions(self, commands) for _title, commands in self._groups]
        for menu, actions in zip(menus, self._actions, strict=True):
            actions.fill(menu)

    def _edit_commands(self) -> Commands:
        history = self._desk.history
        return (
            Command(
                name="undo",
                text=_("&Undo"),
                run=self._operations.undo,
                shortcut="Ctrl+Z",
                icon="undo",
                enabled=lambda: history.can_undo,
            ),
            Command(
                name="redo",
                text=_("&Redo"),
                run=self._operations.redo,
                shortcut="Ctrl+Shift+Z",
                icon="redo",
                enabled=lambda: history.can_redo,
            ),
        )

    def _go_commands(self) -> Commands:
        return tuple(
            Command(
                name=f"go-{spec.name}",
                text=spec.title,
                run=lambda name=spec.name: self.show_page(name),  # type: ignore[misc]
                shortcut=f"Ctrl+{number}",
                icon=spec.icon,
            )
            for number, spec in enumerate(self._specs.values(), 1)
        )

    def _help_commands(self) -> Commands:
        return (
            Command(
                name="shortcuts",
                text=_("&Keyboard shortcuts"),
                run=self.show_shortcuts,
                shortcut="Shift+F1; Ctrl+/",
                icon="list",
            ),
        )

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return next((p for n, p in self._pages.items() if self._shown(n)), None)

    def _shown(self, name: str) -> bool:
        return self._stack.currentWidget() is self._holders[name]

    def show_page(self, name: str) -> Page:
        """Go to a page, building it when it is shown for the first time."""
        if name not in self._pages:
            self._build_page(name)
        page = self._pages[name]
        page.ensure_fresh()
        self._stack.setCurrentWidget(self._holders[name])
        self.rail.show_page(name)
        self._fill_page_menu(name)
        return page

    def _menu_changed(self, name: str) -> None:
        if self._shown(name):
            self._fill_page_menu(name)

    def _fill_page_menu(self, name: str) -> None:
        """The commands of the page that is shown, below them those of its section."""
        lists = (self._page_actions[name], self._pages[name].menu_actions())
        filled = [actions for actions in lists if actions is not None and actions.commands]
        self._page_menu.clear()
        self._page_menu.setTitle(self._specs[name].title)
        self._page_menu.menuAction().setVisible(bool(filled))
        for actions in filled:
            actions.fill(self._page_menu)
            self._page_menu.addSeparator()

    def _build_page(self, name: str) -> None:
        page: Page = self._specs[name].factory(
            desk=self._desk, bus=self._bus, operations=self._operations, prompts=self._prompts
        )
        page.setObjectName(f"{name}-page")
        holder = QWidget(self)
        actions = Actions(holder, page.commands())
        page.actions_ready(actions)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageHeader(page, actions, holder))
        layout.addWidget(page, 1)
        page.leave.connect(self.go_to)
        page.menu_changed.connect(lambda: self._menu_changed(name))
        self._pages[name], self._page_actions[name] = page, actions
        self._holders[name] = holder
        self._stack.addWidget(holder)

    def go_to(self, target: Target) -> None:
        """Show what a page pointed at."""
        self.show_page(target.page).go_to(target)

    def complete(self) -> None:
        """Show at once what is still being read, in the frame and on its page."""
        self.later.finish()
        if self.page is not None:
            self.page.complete()

    def refresh(self) -> None:
        """Everything of the frame that follows the office file."""
        self._refresh_frame()
        self._show_notices()

    def _show_notices(self) -> None:
        self.banners.show_notices(self._notices(self.go_to))

    def _refresh_frame(self) -> None:
        name = self._desk.office.get().name
        product = _("Disclosure desk")
        self.setWindowTitle(f"{name} — {product}")
        self._status.refresh()
        edit = self._actions[1]
        for step, word, named in (
            ("undo", _("&Undo"), self._operations.undo_name),
            ("redo", _("&Redo"), self._operations.redo_name),
        ):
            edit[step].setText(f"{word} {named}" if named else word)
        edit.update()

    def show_shortcuts(self) -> None:
        """The table of keys, of the window and of every page built so far."""
        pages = [(self._specs[n].title, a.commands) for n, a in self._page_actions.items()]
        sections = [(self._specs[n].title, p.menu_actions()) for n, p in self._pages.items()]
        pages += [(title, actions.commands) for title, actions in sections if actions is not None]
        named = [(without_mnemonic(title), commands) for title, commands in self._groups]
        dialog = ShortcutDialog([*named, *pages], self)
        dialog.exec()
        dialog.deleteLater()

    def _restore(self) -> None:
        kept = window_state().value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            room = self.screen().availableGeometry()
            self.resize(min(1360, room.width() - 32), min(860, room.height() - 48))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "rail"):
            self.rail.repaint_icons()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        state = window_state()
        state.setValue("window/geometry", self.saveGeometry())
        if not self.later.waiting:
            state.setValue(_BANNERS, 0 if self.banners.isHidden() else self.banners.height())
        super().closeEvent(event)
        self.closed.emit()
