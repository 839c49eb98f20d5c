"""A hundred kills in the middle of random writes: nothing acknowledged is lost, nothing is half."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from gongkai_desk.domain.office import Office
from gongkai_desk.services.desk import create_desk
from gongkai_desk.storage.checking import check
from gongkai_desk.storage.database import Database
from tests.builders import an_office
from tests.crash.writer import NUMBER_OF_TASKS, Acknowledged, write_until_killed

KILLS, SEED = 100, 20261120
MOST_WRITES, LONGEST_WAIT = 6, 0.03  # seconds after the last awaited acknowledgement

HOT = bytes.fromhex("d9d505f920a163d7")
"""How a rollback journal of SQLite begins while its write is not committed."""

WHOLE = {
    "import-plan": 1 + NUMBER_OF_TASKS,
    "remove-plan": 1 + NUMBER_OF_TASKS,
    "record-withdrawn": 2,
}
"""How many records an action touches, where it is more than one."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def killed(path: Path, random: Random, seed: int) -> list[Acknowledged | None]:
    """Let a process write, kill it at a random moment, and return all it said."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.writer"])
    ours, theirs = context.Pipe(duplex=False)
    writer = context.Process(target=write_until_killed, args=(path, seed, theirs))
    writer.start()
    theirs.close()
    heard = [ours.recv() for _ in range(random.randint(0, 2 * MOST_WRITES))]
    writer.join(random.random() * LONGEST_WAIT)  # it goes on writing meanwhile
    writer.kill()
    writer.join()
    heard.extend(rest(ours))
    assert writer.exitcode == -signal.SIGKILL
    return heard


def rest(pipe: Connection) -> list[Acknowledged | None]:
    """What was still on its way when the process died."""
    heard = []
    try:
        while True:
            heard.append(pipe.recv())
    except EOFError:
        return heard


def torn_write(path: Path) -> bool:
    """Whether the kill left a journal that must be rolled back."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.read_bytes()[: len(HOT)] == HOT


def require_whole(path: Path, acknowledged: list[Acknowledged], known: set[str]) -> set[str]:
    """The file opens and is sound, holds every acknowledged action whole, and at most one more:
    the one that was stored while the process died. Returns all actions.
    """
    with Database.open(path) as database:
        assert check(database) == []
        entries = database.journal()
        assert len(database.read(Office)) == 1
    rows = Counter(entry.action for entry in entries)
    assert {each.action: each.edits for each in acknowledged}.items() <= rows.items()
    for entry in entries:
        assert rows[entry.action] == WHOLE.get(entry.operation.rpartition(":")[2], 1)
    unheard = rows.keys() - known - {each.action for each in acknowledged}
    assert len(unheard) <= 1
    return set(rows)


def test_nothing_acknowledged_is_lost_and_nothing_is_half(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    create_desk(path, an_office()).close()
    known = require_whole(path, [], set())
    random = Random(SEED)
    total = interrupted = unheard = torn = 0
    for kill in range(KILLS):
        said = killed(path, random, seed=SEED + kill)
        interrupted += said[-1:] == [None]
        acknowledged = [each for each in said if each is not None]
        torn += torn_write(path)
        now = require_whole(path, acknowledged, known)
        unheard += len(now - known) - len(acknowledged)
        known = now
        total += len(acknowledged)
    print(
        f"{KILLS} kills, {interrupted} inside a write, {torn} of them torn and rolled back, "
        f"{unheard} stored but not acknowledged any more; {total} acknowledged writes"
    )
    assert total >= KILLS
    assert interrupted >= KILLS / 2  # or the kills proved nothing
