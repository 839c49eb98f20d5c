"""Taking a list of columns or accounts from a spreadsheet: read, look, take."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gongkai_desk import resources
from gongkai_desk.documents import reading as files
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.platform import Platform, PlatformKind
from gongkai_desk.domain.platform_sheet import (
    PlatformReading,
    SheetWords,
    platforms_of,
    read_platforms,
)
from gongkai_desk.domain.problems import refuse
from gongkai_desk.storage.database import Database


class PlatformImportService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, path: Path) -> PlatformReading:
        """The rows of a file (xlsx, xls, ods, csv). Errors: `file-…`, `ledger-…`,
        `platform-headings-missing`.
        """
        return read_platforms(files.read_ledger(path), sheet_words(), self._known())

    def platforms(self, reading: PlatformReading, otherwise: PlatformKind) -> list[Platform]:
        """What would be kept; rows that do not tell their kind count as `otherwise`."""
        return platforms_of(reading, otherwise, sheet_words(), self._known())

    def take(self, reading: PlatformReading, otherwise: PlatformKind) -> Changes:
        """Keep what is new as one write. Error: `platforms-nothing-new`."""
        platforms = self.platforms(reading, otherwise)
        if not platforms:
            raise refuse("platforms-nothing-new")
        with self._database.write("import-platforms") as work:
            for platform in platforms:
                work.put(platform)
        return work.changes

    def _known(self) -> list[Platform]:
        return self._database.read(Platform)


def suggested_category(name: str) -> str:
    """The update category that the name of a column tells."""
    return sheet_words().category_of(name)


@cache
def sheet_words() -> SheetWords:
    """The words of resources/platforms/headings.toml."""
    given = resources.table("platforms", "headings.toml")
    return SheetWords(
        headings=given["heading"],
        kinds=[(each["name"], each["words"]) for each in given["kind"]],
        categories=[(each["name"], each["words"]) for each in given["category"]],
        other_category="other",
    )
