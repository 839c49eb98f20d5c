"""The office file with 10,000 requests: entering, listing, counting for the report, backup."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from gongkai_desk.demo.sample import sample_office
from gongkai_desk.domain.case import Query
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.request import Applicant, ApplicantKind, Channel, Request
from gongkai_desk.services.desk import create_desk

REQUESTS = 10_000
TODAY = dt.date(2026, 11, 20)


def measure(name: str, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    print(f"{name}: {time.perf_counter() - began:.2f} s")


def main() -> None:
    dice = random.Random(1)
    kinds = tuple(ApplicantKind)

    def request(number: int) -> Request:
        received = dt.date(2024, 1, 1) + dt.timedelta(days=dice.randrange(1050))
        return Request(
            id=new_id(),
            number=f"{received.year}-{number:05}",
            applicant=Applicant(name=f"申请人{number}", kind=dice.choice(kinds)),
            channel=Channel.IN_PERSON,
            subject=f"第{number}件样例信息",
            received=received,
        )

    with (
        tempfile.TemporaryDirectory() as folder,
        create_desk(Path(folder) / "office.db", sample_office()) as desk,
    ):
        requests = [request(number) for number in range(REQUESTS)]

        def enter() -> None:
            # one write for all: entering them one by one measures the disk, not the program
            with desk._database.write("bench") as work:  # noqa: SLF001
                for each in requests:
                    work.put(each)

        measure(f"enter {REQUESTS:,} requests in one write", enter)
        measure("list them all with their clocks", lambda: desk.register.rows(Query(), TODAY))
        measure("search a text in them", lambda: desk.register.rows(Query(text="77"), TODAY))
        measure("count table 3", lambda: desk.reporting.counted(2025))
        measure("verified backup", lambda: desk.maintenance.backup(Path(folder) / "copy.db"))


if __name__ == "__main__":
    main()
