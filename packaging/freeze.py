"""Builds the folder that runs without an installed Python: build/frozen/gongkai-desk.

python packaging/freeze.py [--to FOLDER] [--glibc 2.28]

Run it with an environment that holds packaging/requirements-freeze.txt. On Linux the folder is
checked against the promised glibc; on every system against libraries that must not be in it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import frozen_contents
import glibc_floor
import licences
import linux_libraries
import program_icon
import windows_runtime
from cx_Freeze import Executable, Freezer  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parents[1]
FROZEN = ROOT / "build" / "frozen"
NAME = "gongkai-desk"
GLIBC = "2.28"
"""UOS 20 and Kylin V10; what the PySide6 of packaging/constraints.txt itself asks for."""

WHOLE = [
    *("gongkai_desk", "alembic", "babel", "docx", "docxtpl", "icalendar", "pdfminer", "pypinyin"),
    *("rapidfuzz", "reportlab.pdfbase"),
]
"""Packages with modules loaded by name or with data files beside them."""

UNUSED = [
    *("tkinter", "curses", "lib2to3", "pydoc_data", "ensurepip", "idlelib", "test", "unittest"),
    *("tests", "benchmarks"),  # this checkout's own
    *("setuptools", "pip", "pkg_resources", "distutils", "cx_Freeze", "freeze_core", "numpy"),
    *("alembic.testing", "alembic.templates", "sqlalchemy.testing", "babel.messages"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.scripts"),
]


def compile_translations() -> None:
    """The .mo beside each .po."""
    order = ["babel.messages.frontend", "-q", "compile", "-D", "gongkai_desk"]
    subprocess.run(
        [sys.executable, "-m", *order, "-d", str(ROOT / "translations")], check=True, cwd=ROOT
    )


def catalogues() -> list[tuple[str, str]]:
    found = sorted((ROOT / "translations").rglob("*.mo"))
    return [(str(path), str(path.relative_to(ROOT))) for path in found]


def executables(work: Path) -> list[Any]:
    """The window, without a console on Windows, and the command line: one entry, two programs."""
    windows = sys.platform == "win32"
    given: dict[str, Any] = {"script": str(ROOT / "gongkai_desk" / "__main__.py")}
    if windows:
        given["icon"] = str(program_icon.write_ico(work / f"{NAME}.ico"))
    ending = ".exe" if windows else ""
    return [
        Executable(base="gui" if windows else None, target_name=NAME + ending, **given),
        Executable(base=None, target_name=f"{NAME}-cli{ending}", **given),
    ]


def freeze(target: Path, work: Path) -> None:
    migrations = Path("gongkai_desk", "storage", "migrations")
    Freezer(
        executables(work),
        includes=["PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport"],
        packages=WHOLE,
        excludes=UNUSED,
        path=[str(ROOT), *sys.path],
        include_files=[
            (str(ROOT / "resources"), "resources"),
            *catalogues(),
            (str(ROOT / migrations), str(Path("lib") / migrations)),
        ],
        # Libraries of the build machine stay on it: copied ones would raise the glibc floor.
        bin_path_excludes=["/lib", "/lib64", "/usr/lib", "/usr/local/lib"],
        zip_include_packages=[],
        zip_exclude_packages=["*"],
        target_dir=str(target),
        silent=2,
    ).freeze()


def build(target: Path) -> None:
    """The whole folder; an older one in its place goes away."""
    shutil.rmtree(target, ignore_errors=True)
    work = target.parent / "work"
    work.mkdir(parents=True, exist_ok=True)
    compile_translations()
    freeze(target, work)
    frozen_contents.prune(target)
    if sys.platform.startswith("linux"):
        linux_libraries.bundle(target)
    elif sys.platform == "win32":
        windows_runtime.bundle(target)
    licences.collect(target)
    shutil.copy2(ROOT / "LICENSE", target / "LICENSE.txt")


def complaints(target: Path, promised: str) -> list[str]:
    """What keeps the folder from being given away."""
    found = list(frozen_contents.missing(target)) + list(frozen_contents.unwanted(target))
    if sys.platform.startswith("linux"):
        version, files = glibc_floor.floor(target)
        print(f"glibc floor: {glibc_floor.text(version)} ({files[0]} and {len(files) - 1} more)")
        if version > tuple(map(int, promised.split("."))):
            names = ", ".join(map(str, files))
            found.append(f"needs glibc {glibc_floor.text(version)}, promised {promised}: {names}")
    return found


def size(folder: Path) -> int:
    """Bytes of all files below `folder`, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Builds the folder that needs no Python.")
    parser.add_argument("--to", type=Path, default=FROZEN / NAME)
    parser.add_argument("--glibc", default=GLIBC, help=f"promised glibc (default {GLIBC})")
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    build(asked.to.resolve())
    print(f"built in {time.monotonic() - started:.1f} s, {size(asked.to) / 1e6:.0f} MB: {asked.to}")
    found = complaints(asked.to, asked.glibc)
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
