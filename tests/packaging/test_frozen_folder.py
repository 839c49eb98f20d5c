"""What is checked on a frozen folder before it is given away."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import frozen_contents
import glibc_floor
import licences
import linux_libraries
import pytest
import windows_runtime

READELF = """
Version needs section '.gnu.version_r' contains 2 entries:
  000000: Version: 1  File: libm.so.6  Cnt: 1
  0x0010:   Name: GLIBC_2.2.5  Flags: none  Version: 7
  000020: Version: 1  File: libc.so.6  Cnt: 3
  0x0030:   Name: GLIBC_2.28  Flags: none  Version: 6
  0x0040:   Name: GLIBC_2.9  Flags: none  Version: 5
  0x0050:   Name: GLIBCXX_3.4.29  Flags: none  Version: 4
"""
LDCONFIG = """2 libs found in cache
\tlibxcb-util.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libxcb-util.so.1
\tlibxcb-util.so.1 (libc6) => /lib/i386-linux-gnu/libxcb-util.so.1
"""


def laid(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"content")


def whole(folder: Path) -> None:
    qt = "lib/PySide6/Qt"
    laid(
        folder,
        *frozen_contents.REQUIRED,
        "lib/gongkai_desk/ui/home/page.pyc",
        f"{qt}/plugins/platforms/libqoffscreen.so",
        f"{qt}/plugins/iconengines/libqsvgicon.so",
        f"{qt}/plugins/imageformats/libqsvg.so",
        f"{qt}/translations/qtbase_zh_CN.qm",
    )


def test_versions_are_compared_as_numbers() -> None:
    assert glibc_floor.needed(READELF) == (2, 28)
    assert glibc_floor.needed("no version information") == (0,)


@pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf is not installed")
def test_the_floor_names_the_file_that_sets_it(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    shutil.copy(Path(sys.executable).resolve(), tmp_path / "lib" / "program")
    (tmp_path / "words.txt").write_text("Name: GLIBC_9.9")
    version, files = glibc_floor.floor(tmp_path)
    assert (2,) < version < (9,)
    assert files == [Path("lib", "program")]


def test_a_whole_folder_passes_and_pruning_leaves_it_whole(tmp_path: Path) -> None:
    whole(tmp_path)
    frozen_contents.prune(tmp_path)
    assert not [*frozen_contents.missing(tmp_path), *frozen_contents.unwanted(tmp_path)]


@pytest.mark.parametrize("name", frozen_contents.REQUIRED)
def test_each_missing_file_is_named(tmp_path: Path, name: str) -> None:
    whole(tmp_path)
    (tmp_path / name).unlink()
    assert list(frozen_contents.missing(tmp_path)) == [f"missing: {name}"]


def test_a_missing_plugin_is_named(tmp_path: Path) -> None:
    whole(tmp_path)
    (tmp_path / "lib/PySide6/Qt/plugins/imageformats/libqsvg.so").unlink()
    (complaint,) = frozen_contents.missing(tmp_path)
    assert "imageformats" in complaint


def test_pruning_takes_languages_and_parts_nobody_uses(tmp_path: Path) -> None:
    whole(tmp_path)
    spare = (
        "lib/babel/locale-data/fr.dat",
        "lib/babel/locale-data/zu_ZA.dat",
        "lib/PySide6/Qt/translations/qtbase_fr.qm",
        "lib/PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "lib/PySide6/Qt/lib/libQt6WaylandCompositor.so.6",
        "lib/PySide6/Qt/qml/QtQuick/qmldir",
        "lib/PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "lib/PySide6/Qt6Quick.dll",
    )
    kept = ("lib/babel/locale-data/root.dat", "lib/PySide6/Qt/lib/libQt6Widgets.so.6")
    laid(tmp_path, *spare, *kept)
    frozen_contents.prune(tmp_path)
    assert not [name for name in spare if (tmp_path / name).exists()]
    assert all((tmp_path / name).exists() for name in kept)
    assert not list(frozen_contents.missing(tmp_path))


def test_a_gpl_library_is_refused(tmp_path: Path) -> None:
    whole(tmp_path)
    laid(tmp_path, "lib/PySide6/Qt/lib/libQt6Charts.so.6")
    (complaint,) = frozen_contents.unwanted(tmp_path)
    assert "libQt6Charts" in complaint


def test_licences_of_what_is_inside_and_of_nothing_else(tmp_path: Path) -> None:
    laid(tmp_path, "lib/babel/core.pyc")
    with zipfile.ZipFile(tmp_path / "lib" / "library.zip", "w") as archive:
        archive.writestr("typing_extensions.pyc", b"")
    licences.collect(tmp_path)
    listed = (tmp_path / "licences" / "packages.txt").read_text("utf-8")
    assert [line.split()[0] for line in listed.splitlines()] == ["babel", "typing_extensions"]
    assert (tmp_path / "licences" / "babel" / "LICENSE").is_file()
    assert (tmp_path / "licences" / "LGPL-3.0.txt").is_file()


def test_the_first_library_of_a_name_is_the_preferred_one() -> None:
    located = linux_libraries.located(LDCONFIG)
    assert located == {"libxcb-util.so.1": Path("/lib/x86_64-linux-gnu/libxcb-util.so.1")}


def test_the_runtime_of_windows_lies_beside_the_programs(tmp_path: Path) -> None:
    source, folder = tmp_path / "shiboken6", tmp_path / "frozen"
    laid(source, *windows_runtime.NAMES)
    folder.mkdir()
    windows_runtime.bundle(folder, source)
    assert {path.name for path in folder.iterdir()} == set(windows_runtime.NAMES)
    (source / windows_runtime.NAMES[0]).unlink()
    with pytest.raises(FileNotFoundError, match="vcruntime140"):
        windows_runtime.bundle(folder, source)
