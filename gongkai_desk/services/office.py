"""The office itself: its names, kind and authorities."""

from __future__ import annotations

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import refuse
from gongkai_desk.storage.database import Database

OFFICE_ID = "office"


def require_name(office: Office) -> None:
    """Raises DomainError at `name` when the office has none."""
    if not office.name.strip():
        raise refuse("office-name-missing", "name")


class OfficeService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> Office:
        return self._database.get(Office, OFFICE_ID)

    def save(self, office: Office) -> Changes:
        """Raises DomainError at `name` when the office has none."""
        require_name(office)
        with self._database.write("save-office") as work:
            work.put(office)
        return work.changes
