"""The licences of what a frozen folder carries, gathered from the installed packages."""

from __future__ import annotations

import re
import shutil
import sysconfig
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePath

FOLDER = "licences"
TEXTS_HERE = Path(__file__).resolve().parent / "licence_texts"
"""Texts that no package brings along: Qt's, and the X11 libraries'."""

TEXTS = re.compile(r"(?i)(^|/)(licen[cs]es?|copying|notice|authors)[^/]*(/|$)")


def packages(folder: Path) -> set[str]:
    """The top-level names that lie in the frozen `folder`."""
    loose = {path.name.split(".")[0] for path in (folder / "lib").iterdir()}
    with zipfile.ZipFile(folder / "lib" / "library.zip") as archive:
        return loose | {name.split(".")[0] for name in archive.namelist() if "/" not in name}


def carried(distribution: Distribution, names: set[str]) -> bool:
    """Whether the frozen folder holds a module of `distribution`."""
    tops = {file.parts[0].split(".")[0] for file in distribution.files or () if _is_module(file)}
    return bool(tops & names)


def _is_module(file: PurePath) -> bool:
    outside = file.parts[0] == ".." or file.parts[0].endswith((".dist-info", ".pth"))
    return not outside and file.suffix in {".py", ".so", ".pyd", ".abi3"}


def licence_name(distribution: Distribution) -> str:
    """What its metadata says, in one line."""
    data = distribution.metadata
    given = [*(data.get_all("License-Expression") or ()), *(data.get_all("License") or ())]
    classified = [line for line in data.get_all("Classifier") or () if "License ::" in line]
    first = next(iter([*given, *classified]), "").strip()
    return first.partition("\n")[0].removeprefix("License :: ")


def collect(folder: Path) -> None:
    """Write `folder`/licences: one list and the licence texts of each package."""
    names = packages(folder)
    lines = []
    installed = distributions(path=[sysconfig.get_path("purelib")])
    for distribution in sorted(installed, key=lambda found: found.metadata["Name"].lower()):
        if not carried(distribution, names):
            continue
        title = f"{distribution.metadata['Name']} {distribution.version}"
        lines.append(f"{title}: {licence_name(distribution)}")
        _copy_texts(distribution, folder / FOLDER / distribution.metadata["Name"])
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / "packages.txt").write_text("\n".join(lines) + "\n", "utf-8")
    for text in sorted(TEXTS_HERE.iterdir()):
        shutil.copyfile(text, folder / FOLDER / text.name)


def _copy_texts(distribution: Distribution, place: Path) -> None:
    for file in distribution.files or ():
        if ".dist-info" in file.parts[0] and TEXTS.search("/".join(file.parts[1:])):
            source = Path(str(file.locate()))
            if source.is_file():
                place.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, place / file.name)
