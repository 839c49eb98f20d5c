"""Compiles translations/*.po while the package is built, so that no .mo is ever committed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        for source in Path(self.root, "translations").rglob("*.po"):
            _renew(source.with_suffix(".mo"), _compiled(source))
        build_data["artifacts"].append("translations/**/*.mo")


def _compiled(source: Path) -> bytes:
    buffer = io.BytesIO()
    with source.open("rb") as file:
        write_mo(buffer, read_po(file))
    return buffer.getvalue()


def _renew(path: Path, content: bytes) -> None:
    """Put `content` in place in one step: a program that runs meanwhile reads old or new."""
    if path.is_file() and path.read_bytes() == content:
        return
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)
