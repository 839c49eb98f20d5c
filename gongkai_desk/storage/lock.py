"""Who holds an office file: a note beside it, for people.

The lock itself is SQLite's; the note only says whose it is. A note that a crash left behind is
harmless: whoever gets the lock writes their own.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import json
import os
import socket
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The process that has the file open; `since` is local time, to the second."""

    pid: int
    host: str
    user: str
    since: str


def user_name() -> str:
    """The name of the person at the machine, or an empty text where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def note_path(office_file: Path) -> Path:
    return office_file.with_name(f"{office_file.name}.holder")


def leave_note(office_file: Path) -> None:
    """Say that this process holds the file; a folder that takes no note does no harm."""
    me = Holder(
        pid=os.getpid(),
        host=socket.gethostname(),
        user=user_name(),
        since=dt.datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")[:19],
    )
    with contextlib.suppress(OSError):
        note_path(office_file).write_text(json.dumps(asdict(me), ensure_ascii=False), "utf-8")


def remove_note(office_file: Path) -> None:
    with contextlib.suppress(OSError):
        note_path(office_file).unlink(missing_ok=True)


def holder(office_file: Path) -> Holder | None:
    """Who left the note; None when there is none that can be read."""
    try:
        told = json.loads(note_path(office_file).read_text("utf-8"))
        return Holder(
            pid=int(told["pid"]),
            host=str(told["host"]),
            user=str(told["user"]),
            since=str(told["since"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
