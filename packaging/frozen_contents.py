"""What a frozen folder must hold, what it must not, and what the freezer takes too much of."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

FORBIDDEN = re.compile(
    r"VirtualKeyboard|Charts|DataVisualization|Graphs|Quick3D|WebEngine|WaylandCompositor",
    re.IGNORECASE,
)
"""Under the GPL only, or as large as all the rest."""

SPARE = re.compile(
    r"Qt6?(Qml|Quick|LabsQ|VirtualKeyboard|Designer|Help|Test|Sql|Concurrent|UiTools|OpenGLW)"
    r"|Qt6?WaylandCompositor|Qt6?WaylandEglCompositor|wayland-graphics-integration-server"
    r"|qtvirtualkeyboard|qmltooling|eglfs|egldeviceintegrations|linuxfb|qvnc|vkkhrdisplay|minimalegl"
    r"|^generic$|networkinformation|^libqpdf|^qpdf",
    re.IGNORECASE,
)
"""Parts of Qt the program has no use for."""

LOCALES = re.compile(r"(root|zh|en)(_|\.dat$)")
QT_WORDS = re.compile(r"qtbase_(zh_CN|en)\.qm$")
REQUIRED = (
    "resources/fonts/NotoSansSC-Regular.ttf",
    "resources/holidays/2026.toml",
    "resources/icons/app.svg",
    "resources/statutes/periods.toml",
    "resources/letters/letters.toml",
    "resources/ledger/headings.toml",
    "translations/zh_CN/LC_MESSAGES/gongkai_desk.mo",
    "lib/gongkai_desk/storage/migrations/env.py",
    "lib/gongkai_desk/storage/migrations/versions/0001_first.py",
    "lib/gongkai_desk/storage/migrations/versions/0002_case_files.py",
    "lib/babel/locale-data/zh_Hans_CN.dat",
    "lib/babel/locale-data/en.dat",
)
PAGES = "lib/gongkai_desk/ui/*/page.*"
QT_FILES = (
    "lib/PySide6/**/platforms/*offscreen*",
    "lib/PySide6/**/iconengines/*svg*",
    "lib/PySide6/**/imageformats/*svg*",
    "lib/PySide6/**/translations/qtbase_zh_CN.qm",
)


def prune(folder: Path) -> None:
    """Take away languages nobody chooses and parts of Qt nobody uses."""
    for data in (folder / "lib" / "babel" / "locale-data").glob("*.dat"):
        if not LOCALES.match(data.name):
            data.unlink()
    for words in (folder / "lib" / "PySide6").rglob("*.qm"):
        if not QT_WORDS.search(words.name):
            words.unlink()
    for path in sorted((folder / "lib" / "PySide6").rglob("*"), reverse=True):
        if SPARE.search(path.name) or path.name == "qml":
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def missing(folder: Path) -> Iterator[str]:
    """Files without which the program starts and fails later."""
    for name in REQUIRED:
        if not (folder / name).is_file():
            yield f"missing: {name}"
    for pattern in (PAGES, *QT_FILES):
        if not any(folder.glob(pattern)):
            yield f"missing: {pattern}"


def unwanted(folder: Path) -> Iterator[str]:
    """Libraries that must not be given away with the program."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and FORBIDDEN.search(path.name) and "PySide6" in path.parts:
            yield f"must not be here: {path.relative_to(folder)}"
