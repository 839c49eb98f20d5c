"""Finds a bundled file by name: in the source tree, in an installed wheel and when frozen."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _root() -> Path:
    """The folder that holds `resources/` and `translations/`."""
    package = Path(__file__).resolve().parent
    candidates = [package / "_bundled", package.parent]
    if getattr(sys, "frozen", False):
        candidates.insert(0, Path(sys.executable).resolve().parent)
    for folder in candidates:
        if (folder / "resources").is_dir():
            return folder
    raise FileNotFoundError("resources/ is missing from this installation")


def resource(*parts: str) -> Path:
    """The path of a file in `resources/`, for example ``resource("statutes", "outcomes.toml")``."""
    return _root().joinpath("resources", *parts)


def translations() -> Path:
    """The folder with the message catalogues."""
    return _root() / "translations"


@cache
def table(*parts: str) -> dict[str, Any]:
    """A TOML file of `resources/`, read once. Callers must not change what they get."""
    with resource(*parts).open("rb") as file:
        return tomllib.load(file)
