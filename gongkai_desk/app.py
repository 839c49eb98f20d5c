"""The window's composition root: alone it knows every part of it.

`main` returns when the last window is closed. Modules of pages are imported when their page is
first shown, so that the start does not pay for them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gongkai_desk import __version__, i18n
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import N_, _
from gongkai_desk.services.desk import (
    Desk,
    backups_of,
    create_desk,
    default_path,
    open_desk,
    restore_office,
)
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.background import Background, Job
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.crash import CrashReporter
from gongkai_desk.ui.guards import ComposingGuard
from gongkai_desk.ui.help.menu import Help
from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.notices import standing_notices
from gongkai_desk.ui.office_file import OfficeFile, office_filters
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, PageSpec
from gongkai_desk.ui.prompts import DialogPrompts, Prompts
from gongkai_desk.ui.reminders.center import ReminderCenter
from gongkai_desk.ui.settings import Preferences, PreferencesStore, Theme, folder
from gongkai_desk.ui.single_instance import SingleInstance
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.progress import ProgressDialog

OFFERED_BACKUPS = 3
FillSample = Callable[[Path], None]
"""Makes a filled sample office file at a path; raises DomainError."""

PAGES: Final = (
    ("home", N_("Today"), "home", "gongkai_desk.ui.home.page:HomePage"),
    ("tasks", N_("Tasks"), "tasks", "gongkai_desk.ui.tasks.page:TasksPage"),
    ("requests", N_("Requests"), "requests", "gongkai_desk.ui.register.page:RequestsPage"),
    (
        "disclosure",
        N_("Disclosure"),
        "publish",
        "gongkai_desk.ui.disclosure.page:DisclosurePage",
    ),
    (
        "activities",
        N_("Work records"),
        "activities",
        "gongkai_desk.ui.activities.page:ActivitiesPage",
    ),
    ("report", N_("Annual report"), "report", "gongkai_desk.ui.report.page:ReportPage"),
    ("settings", N_("Settings"), "settings", "gongkai_desk.ui.preferences.page:PreferencesPage"),
)


def main(arguments: Sequence[str] = (), *, sample: FillSample | None = None) -> int:
    """Open the window. `arguments` may name an office file; `sample` fills a sample one."""
    if module := input_module(os.environ, sys.platform):
        os.environ["QT_IM_MODULE"] = module
    application = QApplication.instance() or QApplication(["gongkai-desk"])
    assert isinstance(application, QApplication)
    store = PreferencesStore()
    i18n.use(os.environ.get("GONGKAI_DESK_LANGUAGE", store.value.language))
    dress(application, store.value)
    application.setQuitOnLastWindowClosed(False)  # the program quits when its file is closed
    program = Program(application, store, DialogPrompts(), sample)
    sys.excepthook = CrashReporter(DialogPrompts())
    path = Path(arguments[0]) if arguments else chosen_path(store.value)
    single = SingleInstance(path)
    if not single.first():
        return 0
    single.raised.connect(program.come_forward)
    if not program.start(path):
        return 0
    gc.freeze()  # what is there now stays
    gc.enable()
    code = application.exec()
    single.release()
    return code


def input_module(environment: Mapping[str, str], platform: str) -> str | None:
    """The QT_IM_MODULE to set: distributions' fcitx plugins do not load into our Qt, the ibus
    one that comes with it serves fcitx5 and ibus alike. None: leave it alone.
    """
    if not platform.startswith("linux"):
        return None
    named = environment.get("QT_IM_MODULE", "")
    if named.startswith("fcitx"):
        return "ibus"
    hints = (environment.get("XMODIFIERS", ""), environment.get("GTK_IM_MODULE", ""))
    running = any("fcitx" in hint or "ibus" in hint for hint in hints)
    return "ibus" if running and not named else None


def dress(
    application: QApplication, preferences: Preferences, *, bundled_font: bool = False
) -> None:
    """Fonts, theme, Qt's own translations, the guard of composing; demo and tests use it, too."""
    application.setApplicationName("gongkai-desk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("gongkai-desk")
    application.setWindowIcon(icons.program_icon())
    theme.install_fonts(application, bundled=bundled_font)
    theme.apply(application, preferences)
    translate_qt(application)
    if application.findChild(ComposingGuard) is None:
        ComposingGuard(application)


def translate_qt(application: QApplication) -> None:
    """Qt's own words ("Cancel", weekdays) in the language of the interface."""
    QLocale.setDefault(QLocale(i18n.language()))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.language()}", place):
        application.installTranslator(translator)


def chosen_path(preferences: Preferences) -> Path:
    """The office file used last, else the one in the user's data folder. One that is gone (a stick
    that was pulled out) is not silently replaced by another: opening it says that it is missing.
    """
    return Path(preferences.last_file) if preferences.last_file else default_path()


def page_specs(store: PreferencesStore) -> list[PageSpec]:
    """The pages in the order of the navigation."""
    more: dict[str, dict[str, object]] = {"settings": {"store": store}}
    return [
        PageSpec(name=name, title=_(title), icon=icon, factory=_factory(place, more.get(name, {})))
        for name, title, icon, place in PAGES
    ]


def _factory(place: str, more: Mapping[str, object]) -> Callable[..., Page]:
    module, _colon, name = place.partition(":")

    def build(**given: object) -> Page:
        page: Page = getattr(importlib.import_module(module), name)(**given, **more)
        return page

    return build


def build_window(
    desk: Desk,
    prompts: Prompts,
    store: PreferencesStore,
    *,
    background: Background,
    pages: Sequence[PageSpec],
    switch: Callable[[Path], object],
    create: Callable[[Path], object],
) -> MainWindow:
    """The window on `desk`, not yet shown; tests and demo build the same one."""
    bus = ChangeBus()
    operations = Operations(bus=bus, prompts=prompts, background=background, history=desk.history)
    file = OfficeFile(
        desk=desk, operations=operations, prompts=prompts, switch=switch, create=create
    )
    help_desk = Help()
    window = MainWindow(
        desk=desk,
        bus=bus,
        operations=operations,
        prompts=prompts,
        pages=pages,
        file_commands=file.commands(),
        help_commands=help_desk.commands(),
        notices=lambda go_to: standing_notices(desk, today(), go_to),
    )
    window.closed.connect(help_desk.close)
    center = ReminderCenter(
        window=window,
        desk=desk,
        bus=bus,
        operations=operations,
        go_to=window.go_to,
        told=lambda: store.value.notifications,
    )
    window.closed.connect(center.stop)
    center.new_day.connect(operations.refreshed)
    window.later.add(center.begin)
    for part in (bus, operations, file):
        part.setParent(window)
    if store.unreadable:
        kept = folder() / "preferences.broken.json"
        operations.say(_("Your preferences could not be read; kept as {file}.").format(file=kept))
    return window


def _look(preferences: Preferences) -> tuple[object, ...]:
    return preferences.theme, preferences.font_size


class Program:
    """The running program: one office file, one window; another file replaces both."""

    def __init__(
        self,
        application: QApplication,
        store: PreferencesStore,
        prompts: Prompts,
        sample: FillSample | None = None,
    ) -> None:
        self._application, self._store, self._prompts = application, store, prompts
        self._sample = sample
        self._background = Background(application)
        self._background.started.connect(self._show_progress)
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self._look = _look(store.value)
        store.changed.connect(self._dress)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def start(self, path: Path) -> bool:
        """Open `path`, or help the officer to an office file; whether there is a window now."""
        if not path.is_file() and path == default_path():
            return self.create(path)
        return self.switch(path) or self._rescue(path)

    def _rescue(self, path: Path) -> bool:
        title, text = _("The office file could not be opened"), _("What do you want to do?")
        choices = (
            _("Restore a backup…"),
            _("Choose another office file…"),
            _("New office file…"),
        )
        match self._prompts.choose(title, text, choices):
            case 0:
                return self._put_back(path) or self._rescue(path)
            case 1:
                other = self._prompts.open_file(_("Open office file"), office_filters())
                return other is not None and (self.switch(other) or self._rescue(path))
            case 2:
                name = _("New office file")
                new = self._prompts.save_file(name, "office.db", office_filters())
                return new is not None and (self.create(new) or self._rescue(path))
        return False

    def _put_back(self, path: Path) -> bool:
        """Let one of the newest backups, or another one, take the place of the file at `path`."""
        try:
            kept = backups_of(path)[:OFFERED_BACKUPS]
            chosen = self._prompts.choose(
                _("Which backup shall be restored?"),
                _("The file that could not be opened is kept among the backups."),
                (*(f"{taken:%Y-%m-%d %H:%M:%S}" for taken, _file in kept), _("Another file…")),
            )
            if chosen is None:
                return False
            file = kept[chosen][1] if chosen < len(kept) else self._open_backup()
            if file is None:
                return False
            restore_office(file, path)
        except DomainError as error:
            self._explain(_("The backup could not be restored"), error)
            return False
        return self.switch(path)

    def _open_backup(self) -> Path | None:
        return self._prompts.open_file(_("Restore a backup"), office_filters())

    def create(self, path: Path) -> bool:
        """The wizard for a new office file at `path`, then the window on it."""
        first_start = importlib.import_module("gongkai_desk.ui.first_start")  # loaded when needed
        dialog = first_start.FirstStart(
            lambda office: self._make(path, office),
            (lambda: self._fill(path)) if self._sample else None,
        )
        return bool(dialog.exec()) and self.switch(path)

    def _make(self, path: Path, office: Office) -> tuple[Problem, ...]:
        try:
            create_desk(path, office).close()
        except DomainError as error:
            return error.problems
        return ()

    def _fill(self, path: Path) -> tuple[Problem, ...]:
        assert self._sample is not None
        try:
            self._sample(path)
        except DomainError as error:
            return error.problems
        return ()

    def switch(self, path: Path) -> bool:
        """Show `path` in a new window in place of the present one, which stays on failure."""
        if self.desk is not None and self.desk.path == path:
            return True
        try:
            desk = open_desk(path)
        except DomainError as error:
            self._explain(_("The office file could not be opened"), error)
            return False
        before = self.window, self.desk
        self.desk = desk
        self.window = window = build_window(
            desk,
            self._prompts,
            self._store,
            background=self._background,
            pages=page_specs(self._store),
            switch=self.switch,
            create=self.create,
        )
        window.show_page(PAGES[0][0])
        window.closed.connect(lambda: self._closed(window))
        window.show()
        self._put_away(*before)
        self._remember(path)
        return True

    def close(self) -> None:
        """Close window and file; a backup that failed is told, the file is given back anyway."""
        window, desk = self.window, self.desk
        self.window = self.desk = None
        self._put_away(window, desk)

    def _closed(self, window: MainWindow) -> None:
        if window is self.window:  # the officer closed it; another file did not replace it
            self._background.close()  # work under way needs the file
            self.close()
            self._application.quit()

    def _put_away(self, window: MainWindow | None, desk: Desk | None) -> None:
        if window is not None:
            window.close()
            window.deleteLater()
        if desk is not None:
            try:
                desk.close()
            except DomainError as error:
                self._explain(_("The backup on closing failed"), error)

    def come_forward(self) -> None:
        """A second start: show the window above the others."""
        if self.window is not None:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _remember(self, path: Path) -> None:
        last = "" if path == default_path() else str(path)
        with contextlib.suppress(OSError):  # the next start opens the usual file instead
            self._store.save(dataclasses.replace(self._store.value, last_file=last))

    def _explain(self, title: str, error: DomainError) -> None:
        self._prompts.problems(title, [sentence(problem) for problem in error.problems])

    def _show_progress(self, job: Job) -> None:
        ProgressDialog(job, self.window).show()

    def _dress(self, preferences: Preferences) -> None:
        """Follow a change of the appearance; others do not repaint every widget."""
        if self._look != _look(preferences):
            self._look = _look(preferences)
            theme.apply(self._application, preferences)

    def _follow_system(self) -> None:
        if self._store.value.theme is Theme.SYSTEM:
            theme.apply(self._application, self._store.value)
