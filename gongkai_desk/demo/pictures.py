"""Pictures of every page, dialog and wizard step, in both languages, light and dark."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from gongkai_desk import app, i18n, resources
from gongkai_desk.demo.camera import Camera, Picture, sweep
from gongkai_desk.demo.scenes import scenes
from gongkai_desk.services.desk import Desk, open_desk
from gongkai_desk.ui import theme, today
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.prompts import DialogPrompts
from gongkai_desk.ui.settings import (
    FOLDER_VARIABLE,
    FontSize,
    Preferences,
    PreferencesStore,
    Theme,
)

SIZE = QSize(1280, 800)


@dataclass(frozen=True, slots=True)
class Dress:
    """How the window looks in one series of pictures."""

    language: str
    theme: Theme
    font_size: FontSize = FontSize.STANDARD

    @property
    def name(self) -> str:
        size = "" if self.font_size is FontSize.STANDARD else f"-{self.font_size.value}"
        return f"{self.language}-{self.theme.value}{size}"


SHOWN = (Dress("zh_CN", Theme.LIGHT), Dress("zh_CN", Theme.DARK))
"""What the demo shows."""
SEEN = (
    Dress("zh_CN", Theme.LIGHT),
    Dress("zh_CN", Theme.DARK, FontSize.LARGE),
    Dress("en", Theme.LIGHT),
)
"""What the tests look at: both languages, both themes and the size that needs most room."""


class _SamplePrompts(DialogPrompts):
    """Whoever asks for a file gets the sample work plan."""

    @override
    def open_file(self, title: str, filters: Sequence[str]) -> Path | None:
        return resources.resource("sample", "work_plan.txt")


def take_pictures(
    office: Path,
    papers: Path,
    folder: Path,
    day: dt.date,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    dresses: Sequence[Dress] = SHOWN,
) -> list[Picture]:
    """Pictures of the office file at `office` as on `day`, a folder for each dress.

    A copy of the file is shown, so that opening it leaves no trace in it.
    """
    application = QApplication.instance() or QApplication(["gongkai-desk"])
    assert isinstance(application, QApplication)
    app.dress(application, Preferences(), bundled_font=True)
    spoken, steps = i18n.language(), list(scenes())
    taken: list[Picture] = []
    heard = qInstallMessageHandler(_only_what_matters)
    today.stop_at(day)
    try:
        for number, dress in enumerate(dresses):
            with _window(application, office, dress) as (window, desk):
                camera = Camera(window, folder / dress.name)
                for done, scene in enumerate(steps):
                    scene(camera, desk, papers)
                    sweep()
                    progress(number * len(steps) + done + 1, len(dresses) * len(steps))
                taken += camera.taken
    finally:
        today.stop_at(None)
        i18n.use(spoken)
        qInstallMessageHandler(heard)
    return taken


def _only_what_matters(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """A screen that is none says so at every window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


@contextmanager
def _window(
    application: QApplication, office: Path, dress: Dress
) -> Iterator[tuple[MainWindow, Desk]]:
    i18n.use(dress.language)
    preferences = replace(
        Preferences(), language=dress.language, theme=dress.theme, font_size=dress.font_size
    )
    with tempfile.TemporaryDirectory() as folder, _settings_in(Path(folder)):
        copy = Path(folder) / office.name
        shutil.copyfile(office, copy)
        store = PreferencesStore()
        store.value = preferences
        theme.apply(application, preferences)
        app.translate_qt(application)
        background = Background(application)
        with open_desk(copy) as desk:
            window = app.build_window(
                desk,
                _SamplePrompts(),
                store,
                background=background,
                pages=app.page_specs(store),
                switch=lambda _path: None,
                create=lambda _path: None,
            )
            window.resize(SIZE)
            window.show()
            yield window, desk
            window.close()
            window.deleteLater()
            sweep()
        background.close()


@contextmanager
def _settings_in(folder: Path) -> Iterator[None]:
    """Sizes and columns as they are the first time, whatever this user has chosen."""
    before = os.environ.get(FOLDER_VARIABLE)
    os.environ[FOLDER_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[FOLDER_VARIABLE]
        else:
            os.environ[FOLDER_VARIABLE] = before
