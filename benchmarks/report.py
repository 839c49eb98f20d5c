"""The annual report of 100,000 requests: figures, checks, a keystroke, four files, seven years."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.register import TODAY, fill
from gongkai_desk.domain.report import Texts
from gongkai_desk.services.desk import open_desk
from gongkai_desk.services.report_comparison import ReportComparisonService
from gongkai_desk.services.reporting import WRITERS

SIZE = 100_000
YEAR = 2025
RUNS = 3
SENTENCE = "全年主动公开政府信息320条，收到政府信息公开申请后均在法定期限内答复。"


def best(name: str, work: Callable[[], object]) -> None:
    times = []
    for _run in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    print(f"  {name}: {min(times) * 1000:,.0f} ms (best of {RUNS})")


def measure(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        fill(path, size)
        with open_desk(path) as desk:
            print(f"{size:,} requests")
            began = time.perf_counter()
            reporting = desk.reporting
            reporting.counted(YEAR)
            print(f"  the register read and table 3 counted: {time.perf_counter() - began:.2f} s")
            best("table 3 counted again", lambda: reporting.counted(YEAR))
            texts = Texts(
                opening=SENTENCE,
                overview=(SENTENCE * 4, SENTENCE * 4, SENTENCE, SENTENCE, SENTENCE),
                problems=SENTENCE * 4,
                other=SENTENCE,
            )
            draft = replace(reporting.draft(YEAR), texts=texts)
            best("figures and every check", lambda: reporting.report(draft))
            sources = reporting.sources(YEAR)
            best("one keystroke in the wizard", lambda: reporting.report(draft, sources))
            report = reporting.report(draft, sources)
            for kind, write in WRITERS.items():
                target = Path(folder) / f"report.{kind}"
                best(
                    kind,
                    lambda write=write, target=target: write(  # type: ignore[misc]
                        report.figures, report.texts, target, False
                    ),
                )
            years(desk.report_comparison, Path(folder))


def years(service: ReportComparisonService, folder: Path) -> None:
    """Seven years up to the present one, three of them counted from the register."""
    span = range(TODAY.year - 6, TODAY.year + 1)
    best("seven years compared", lambda: service.compare(span))
    comparison = service.compare(span)
    best("the comparison as pdf", lambda: service.write_pdf(comparison, folder / "c.pdf", TODAY))
    best(
        "the comparison as xlsx",
        lambda: service.write_workbook(comparison, folder / "c.xlsx", TODAY),
    )


def main() -> None:
    for size in [int(one) for one in sys.argv[1:] if one.isdigit()] or (SIZE,):
        measure(size)


if __name__ == "__main__":
    main()
