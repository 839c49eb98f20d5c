"""The documents of the demonstration: everything the program prints or exports, once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gongkai_desk.domain.case import Query
from gongkai_desk.domain.schedule import Scope
from gongkai_desk.services.desk import Desk


def write_papers(desk: Desk, folder: Path, today: dt.date) -> list[Path]:
    """Write report, lists and a calculation sheet of the sample office into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    year = today.year - 1
    written = desk.reporting.write(desk.reporting.draft(year), folder, ["pdf", "xlsx"])
    plan = desk.tasks.plans()[-1]
    cases = desk.register.rows(Query(), today)
    explained = next(case for case in cases if case.events and not case.closed)
    papers = {
        name: folder / name
        for name in (
            "登记簿.pdf",
            "登记簿.xlsx",
            "工作配档表.xlsx",
            "任务清单.pdf",
            "期限计算单.pdf",
        )
    }
    desk.papers.register(cases, today, papers["登记簿.pdf"])
    desk.ledger_export.write_all(papers["登记簿.xlsx"], Query(), today)
    desk.task_views.export(plan.id, Scope(), today, papers["工作配档表.xlsx"])
    desk.papers.tasks(plan.id, today, papers["任务清单.pdf"])
    desk.papers.calculation(explained.request.id, today, papers["期限计算单.pdf"])
    return [*written.paths, *papers.values()]
