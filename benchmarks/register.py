"""The register with 10,000 and 100,000 requests: index, search, open cases, lists."""

from __future__ import annotations

import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert

from gongkai_desk.demo.sample import sample_office
from gongkai_desk.domain.case import Group, Query
from gongkai_desk.domain.changes import Edit, Record, new_id
from gongkai_desk.domain.request import (
    Applicant,
    ApplicantKind,
    Channel,
    EventKind,
    Request,
    RequestEvent,
)
from gongkai_desk.services.desk import Desk, create_desk, open_desk
from gongkai_desk.storage import search
from gongkai_desk.storage.rows import row_of
from gongkai_desk.storage.schema import TABLES

SIZES = (10_000, 100_000)
TODAY = dt.date(2026, 11, 20)
RUNS = 5
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾解仇区盖乐"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红梅建国志文斌宇鹏"
MATTERS = (
    "征收补偿安置方案",
    "物业维修资金使用情况",
    "行政处罚决定书",
    "规划许可证及附图",
    "年度部门决算",
    "最低生活保障名单",
)
SEARCHES = (
    ("two characters, rare", "槐荫"),
    ("two characters, in more than half", "征收"),
    ("one character, rare", "槐"),
    ("one character, in one name of twenty", "志"),
    ("two words", "征收 单志文"),
    ("name by sound, all readings", "shanzhiwen"),
    ("name by initials", "szw"),
    ("digits of a number", "2025-0012"),
    ("digits of a telephone", "1380532"),
    ("a year: every third case", "2025"),
)


def once(name: str, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    print(f"  {name}: {time.perf_counter() - began:.2f} s")


def best(name: str, work: Callable[[], object]) -> None:
    times = []
    for _run in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    print(f"  {name}: {min(times) * 1000:.1f} ms (best of {RUNS})")


def records(size: int) -> list[Record]:
    """Made-up requests of three years, all but the last few hundred answered."""
    dice = random.Random(1)
    kinds = tuple(ApplicantKind)
    made: list[Record] = []
    for number in range(size):
        received = dt.date(2024, 1, 2) + dt.timedelta(days=1045 * number // size)
        name = dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=2))
        place = "槐荫路" if number % 5000 == 0 else f"第{dice.randrange(999)}号地块"
        request = Request(
            id=new_id(),
            number=f"{received.year}-{number:06}",
            applicant=Applicant(
                name=name, kind=dice.choice(kinds), phone=f"138{dice.randrange(10**8):08}"
            ),
            channel=Channel.IN_PERSON,
            subject=f"{place}{dice.choice(MATTERS)}",
            description=f"请提供{received.year}年{place}的{'、'.join(dice.sample(MATTERS, 3))}。"
            * 2,
            received=received,
            outcome="OPEN" if number < size * 0.995 else "",
        )
        made.append(request)
        days = [(4, EventKind.CONSULTATION_SENT, "A"), (15, EventKind.CONSULTATION_ANSWERED, "A")]
        if number < size * 0.995:
            days.append((20, EventKind.REPLIED, ""))
        made += (
            RequestEvent(
                id=new_id(),
                request_id=request.id,
                date=received + dt.timedelta(days=after),
                kind=kind,
                argument=argument,
            )
            for after, kind, argument in days
            if received + dt.timedelta(days=after) <= TODAY
        )
    return made


def fill(path: Path, size: int) -> None:
    """A file of `size` requests, journalled and indexed as any write is; the rows are stored at
    once instead of one by one.
    """
    with create_desk(path, sample_office()) as desk:
        database = desk._database  # noqa: SLF001
        with database.write("bench") as work:
            made = records(size)
            with database.connection() as connection:
                for kind in (Request, RequestEvent):
                    rows = [row_of(one) for one in made if isinstance(one, kind)]
                    connection.execute(insert(TABLES[kind]), rows)
            work.edits += [Edit(None, one) for one in made]


def lists(desk: Desk) -> None:
    register = desk.register
    once("home page: open cases by group, first", lambda: register.overview(TODAY))
    best("home page again", lambda: register.overview(TODAY))
    once("list all, first", lambda: register.rows(Query(), TODAY))
    best("list all again", lambda: register.rows(Query(), TODAY))
    best("list the overdue", lambda: register.rows(Query(group=Group.OVERDUE), TODAY))
    best("list what a search finds", lambda: register.rows(Query(text="槐荫"), TODAY))
    once("due dates of all, first", lambda: [one.due for one in register.rows(Query(), TODAY)])
    case = register.rows(Query(group=Group.OPEN), TODAY)[0]
    event = RequestEvent(
        id=new_id(), request_id=case.request.id, date=TODAY, kind=EventKind.EXTENDED, argument="5"
    )
    once("one write with its index", lambda: register.record(event, on=TODAY))
    best("list all after it", lambda: register.rows(Query(), TODAY))


def measure(size: int) -> None:
    print(f"{size:,} requests")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        once("enter them in one write, indexed", lambda: fill(path, size))
        print(f"  office file: {path.stat().st_size / 1e6:.0f} MB")
        with open_desk(path) as desk:
            with desk._database.connection() as connection:  # noqa: SLF001

                def rebuild() -> None:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                    search.rebuild(connection)
                    connection.exec_driver_sql("COMMIT")

                once("make the index anew", rebuild)
            for name, asked in SEARCHES:
                found = len(desk._database.search(asked))  # noqa: SLF001
                best(
                    f"search, {name} “{asked}” ({found:,} found)",
                    lambda asked=asked: desk._database.search(asked),  # type: ignore[misc]  # noqa: SLF001
                )
            lists(desk)


def main() -> None:
    for size in [int(one) for one in sys.argv[1:] if one.isdigit()] or SIZES:
        measure(size)


if __name__ == "__main__":
    main()
