"""The wheel carries everything; unpacked outside the checkout it works by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = "gongkai_desk/_bundled"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    order = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(order, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def said(installed: Path, work: Path, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    environment.pop("GONGKAI_DESK_LANGUAGE", None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=work,
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


def test_the_wheel_holds_resources_catalogues_and_migrations(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {
        f"{BUNDLED}/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    wanted |= {
        f"{BUNDLED}/translations/{language}/LC_MESSAGES/gongkai_desk.mo"
        for language in ("zh_CN", "en")
    }
    wanted |= {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "gongkai_desk" / "storage" / "migrations").rglob("*.py")
    }
    assert wanted <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gongkai_desk"}


def test_the_installed_program_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    place = said(
        installed,
        tmp_path,
        "-c",
        "from gongkai_desk.resources import resource, translations; "
        "print(resource()); print(translations().parent)",
    )
    assert place.splitlines() == [str(installed / BUNDLED / "resources"), str(installed / BUNDLED)]


def test_the_installed_program_works(installed: Path, tmp_path: Path) -> None:
    program = ("-m", "gongkai_desk")
    fee = json.loads(said(installed, tmp_path, *program, "fee", "items", "31", "--json"))
    assert fee["total"] == 2200
    said(installed, tmp_path, *program, "init", "--office", "甲.db", "--name", "示例区文化局")
    plan = str(installed / BUNDLED / "resources" / "sample" / "work_plan.txt")
    told = said(installed, tmp_path, *program, "plan", "import", plan, "--office", "甲.db")
    assert "加强组织领导和工作保障" in told
