"""Moving a ledger of 10,000 requests and 25 columns in and out."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook

from gongkai_desk import i18n
from gongkai_desk.domain.case import Query
from gongkai_desk.domain.ledger_export import LedgerExport
from gongkai_desk.domain.office import Office
from gongkai_desk.services.desk import create_desk

T = TypeVar("T")
ROWS = 10_000
ON = dt.date(2026, 11, 20)
HEADINGS = (
    *("序号", "编号", "收到日期", "提交日期", "申请人", "申请人类型", "证件类型", "证件号码"),
    *("联系电话", "电子邮箱", "通讯地址", "邮编", "申请内容", "内容描述", "用途", "申请方式"),
    *("获取方式", "载体形式", "承办科室", "办理结果", "答复日期", "答复书文号", "送达方式"),
    *("邮件号", "备注"),
)


def ledger(path: Path) -> None:
    """A ledger as an office keeps it: dates in three ways of writing, every tenth case open."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(["政府信息公开申请登记台账"])
    sheet.append(HEADINGS)
    for n in range(ROWS):
        received = dt.date(2019, 5, 15) + dt.timedelta(days=n // 4)
        closed = received + dt.timedelta(days=14 + n % 14)
        dates = (
            received,
            f"{received.year}年{received.month}月{received.day}日",
            f"{received:%Y%m%d}",
        )
        sheet.append(
            [
                n + 1,
                f"{received.year}-{n:05}",
                dates[n % 3],
                received,
                f"申请人{n}",
                ("自然人", "企业", "律师事务所")[n % 3],
                "居民身份证",
                f"3709821990{n:08}"[:17] + "X",
                13000000000 + n,
                f"a{n}@example.com",
                "威宁市云海区文化路1号",
                "264200",
                f"第{n}号地块征收补偿安置方案",
                "请公开征收补偿安置方案及其附件、评估报告和公示照片。" * 2,
                "自身生产生活需要",
                ("网上申请", "邮寄", "当面提交")[n % 3],
                "邮寄",
                "纸质",
                "法规科",
                "" if n % 10 == 0 else ("予以公开", "信息不存在", "部分公开")[n % 3],
                None if n % 10 == 0 else closed,
                "" if n % 10 == 0 else f"云司公复〔{closed.year}〕{n}号",
                "" if n % 10 == 0 else "邮寄送达",
                "" if n % 10 == 0 else f"10{n:011}",
                "",
            ]
        )
    book.save(path)


def timed(name: str, work: Callable[[], T]) -> T:
    began, worked = time.perf_counter(), time.process_time()
    result = work()
    took, busy = time.perf_counter() - began, time.process_time() - worked
    print(f"{name}: {took:.2f} s ({busy:.2f} s of work)")
    return result


def main() -> None:
    i18n.use("zh_CN")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "台账.xlsx"
        ledger(path)
        with create_desk(Path(folder) / "office.db", Office(name="示例局")) as desk:
            draft = timed("read the file, find the headings", lambda: desk.ledger_import.open(path))
            reading = timed("cells into requests", lambda: desk.ledger_import.read(draft, ON))
            assert not reading.obstacles, reading.obstacles[:3]
            timed("clocks for the preview", lambda: desk.ledger_import.cases(reading, ON))
            timed("write them as one action", lambda: desk.ledger_import.commit(reading))
            cases = timed("list the register", lambda: desk.register.rows(Query(), ON))
            xlsx, csv = Path(folder) / "出.xlsx", Path(folder) / "出.csv"
            shown = LedgerExport(complete=False)
            timed("export xlsx, shown columns and both check sheets",
                  lambda: desk.ledger_export.write(xlsx, cases, ON, shown))  # fmt: skip
            timed("export xlsx, all columns", lambda: desk.ledger_export.write(xlsx, cases, ON))
            timed("export csv", lambda: desk.ledger_export.write(csv, cases, ON))
            timed("take the import back", desk.history.undo)


if __name__ == "__main__":
    main()
