"""Similar earlier requests: reading the register once, then each answer while somebody types."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.request import Applicant, Channel, Request
from gongkai_desk.services.similar import SimilarService
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.rows import row_of
from gongkai_desk.storage.schema import TABLES

SIZES = (10_000, 100_000)
_WORDS = (
    *("征地", "补偿", "安置", "方案", "财政", "预算", "决算", "专项资金", "使用", "明细", "物业"),
    *("服务", "合同", "备案", "执法", "处罚", "决定书", "环评", "批复", "规划", "许可证", "学区"),
    *("划分", "养老", "社保", "缴费", "招标", "投标", "公示", "村级", "道路", "改造", "工程"),
)


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "office.db"
            with Database.create(path, Office(name="bench")) as database:
                fill(database, size)
                measure(database, size)


def fill(database: Database, size: int) -> None:
    """Straight into the table: the journal of 100,000 entries is measured elsewhere."""
    chance = random.Random(7)
    rows = [row_of(made_up(chance, number, size)) for number in range(size)]
    with database.connection() as connection:
        connection.exec_driver_sql("BEGIN")
        connection.execute(insert(TABLES[Request]), rows)
        connection.exec_driver_sql("COMMIT")


def made_up(chance: random.Random, number: int, size: int) -> Request:
    words = chance.sample(_WORDS, 24)
    day = dt.date(2018, 1, 1) + dt.timedelta(days=number * 3_000 // size)
    name = chance.choice("赵钱孙李周吴郑王") + chance.choice("明晓国建") + chance.choice("远宁军华")
    return Request(
        id=new_id(),
        number=f"{day.year}-{number:06}",
        applicant=Applicant(name=name, phone=f"13{chance.randrange(10**9):09}"),
        channel=Channel.ONLINE,
        subject=f"{day.year}年" + "".join(words[:5]),
        description="申请公开" + "、".join(words) * 4,
        received=day,
    )


def measure(database: Database, size: int) -> None:
    service = SimilarService(database)
    began, longest = time.perf_counter(), 0.0
    while True:
        step = time.perf_counter()
        ready = service.prepare()
        longest = max(longest, time.perf_counter() - step)
        if ready:
            break
    read = time.perf_counter() - began
    draft = made_up(random.Random(11), size - 1, size)
    began = time.perf_counter()
    service.matches(draft)
    found = time.perf_counter() - began
    began = time.perf_counter()
    service.month_count(draft)
    counted = time.perf_counter() - began
    print(
        f"{size:,} requests: read once in {read:.2f} s (longest step {longest * 1e3:.0f} ms), "
        f"matches {found * 1e3:.0f} ms, count of the month {counted * 1e3:.1f} ms"
    )


if __name__ == "__main__":
    main()
