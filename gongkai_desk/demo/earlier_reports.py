"""The sample's published reports of earlier years, as files an office would bring along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.report import Disputes, Figures, Proactive, Texts
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.reporting import WRITERS, report_name

OLD = (3, 4, 5)
"""Years ago; the report of the year before last is left to the wizard of last year's."""


def enter_earlier_reports(desk: Desk, today: dt.date) -> None:
    """Keep the older ones in the office file."""
    keep_reports(desk, today, OLD)


def keep_reports(desk: Desk, today: dt.date, years_ago: Collection[int]) -> None:
    """Write the sample's reports of these years as web pages, read them and keep them."""
    with TemporaryDirectory() as folder:
        paths = write_reports(desk.office.get().name, today, Path(folder), years_ago)
        service = desk.report_comparison
        reads = service.read(paths, lambda _done, _all: None)
        kept = [(read.reading.year, read) for read in reads if read.reading and read.reading.year]
        service.keep(kept, today)


def write_reports(
    agency: str, today: dt.date, folder: Path, years_ago: Collection[int]
) -> list[Path]:
    """The files of these reports in `folder`."""
    paths = []
    for given in resources.table("sample", "earlier_reports.toml")["report"]:
        if given["years_ago"] in years_ago:
            figures = _figures(agency, today.year - given["years_ago"], given)
            paths.append(folder / f"{report_name(figures)}.html")
            WRITERS["html"](figures, Texts(), paths[-1], False)
    return paths


def _figures(agency: str, year: int, given: dict[str, Any]) -> Figures:
    issued, abolished, in_force = given["normative_documents"]
    return Figures(
        agency=agency,
        year=year,
        proactive=Proactive(
            normative_documents=(issued, abolished, in_force),
            licences=given["licences"],
            penalties=given["penalties"],
            fees_10k_yuan=Decimal(0),
        ),
        requests={row: (*cells, sum(cells)) for row, cells in enumerate(given["rows"], 1)},
        disputes=Disputes(**{name: (*given[name], sum(given[name])) for name in DISPUTE_GROUPS}),
    )
