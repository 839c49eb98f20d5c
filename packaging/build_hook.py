"""Compiles translations/*.po while the package is built, so that no .mo is ever committed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for source in Path(self.root, "translations").rglob("*.po"):
            with source.open("rb") as file:
                catalog = read_po(file)
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalog)
        build_data["artifacts"].append("translations/**/*.mo")
