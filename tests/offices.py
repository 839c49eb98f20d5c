"""New office files: laying out the tables takes far longer than a copy, so it is done once."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from gongkai_desk.domain.office import Office
from gongkai_desk.services.desk import Desk, open_desk
from gongkai_desk.storage.database import Database
from tests.builders import an_office


@cache
def _content(office: Office) -> bytes:
    """An office file as the program makes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        Database.create(path, office).close()
        return path.read_bytes()


def new_office(path: Path, office: Office | None = None) -> Path:
    """A new office file at `path`, closed; missing folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_content(office or an_office()))
    return path


def new_desk(path: Path, office: Office | None = None) -> Desk:
    """The desk of a new office file at `path`."""
    return open_desk(new_office(path, office))
