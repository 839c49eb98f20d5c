"""Files that installers and desktops read: consistent with the program and with each other."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import program_icon
import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: Path) -> dict[str, str]:
    found = PINNED.findall(path.read_text("utf-8"))
    return {normal(name): version for name, version in found}


def test_the_frozen_program_is_the_tested_one() -> None:
    tested = pins(ROOT / "requirements.lock")
    frozen = pins(PACKAGING / "requirements-freeze.txt")
    shared = tested.keys() & frozen.keys()
    assert {name: frozen[name] for name in shared} == {name: tested[name] for name in shared}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {normal(re.split(r"[<>=!~ ]", line)[0]) for line in project["dependencies"]}
    assert needed <= frozen.keys()
    assert pins(PACKAGING / "requirements-freeze.in").items() <= frozen.items()


def test_the_desktop_entry_names_the_program_in_both_languages() -> None:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(PACKAGING / "linux" / "gongkai-desk.desktop", "utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Name[zh_CN]"] == "政务公开工作台"
    assert entry["Name"].isascii()
    assert entry["Exec"] == entry["Icon"] == "gongkai-desk"


def test_the_software_centre_starts_the_same_program() -> None:
    tree = ET.parse(PACKAGING / "linux" / "gongkai-desk.metainfo.xml")
    assert tree.findtext("launchable") == "gongkai-desk.desktop"
    assert tree.findtext("provides/binary") == "gongkai-desk"
    assert tree.findtext("project_license") == "MulanPSL-2.0"


@pytest.mark.parametrize("name", ["build.ps1", "gongkai-desk.iss"])
def test_windows_reads_our_chinese(name: str) -> None:
    content = (PACKAGING / "windows" / name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_icon_for_windows_has_every_size(tmp_path: Path) -> None:
    with Image.open(program_icon.write_ico(tmp_path / "icon.ico")) as icon:
        assert icon.info["sizes"] == {(size, size) for size in program_icon.SIZES}
