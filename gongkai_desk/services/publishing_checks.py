"""What is asked of a publication besides the report's own findings: day, address, typefaces."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai_desk import documents
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.rare_characters import has_rare
from gongkai_desk.resources import table
from gongkai_desk.services.reporting import Report

_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """How a report is published: when, where it is found on the website, and whether a corrected
    edition says at its end why it was corrected.
    """

    published_on: dt.date | None
    address: str = ""
    tells_why: bool = False


def faults_of_day(year: int, day: dt.date | None, on: dt.date) -> Iterator[Problem]:
    """What is wrong with the day on which the report of `year` is published, seen from `on`."""
    if day is None:
        yield Problem("report-published-day-missing", "published_on")
    elif day > on:
        yield Problem("report-published-later", "published_on", {"date": day})
    elif day.year <= year:
        yield Problem("report-published-early", "published_on", {"year": year})


def address_faults(address: str) -> list[Problem]:
    """What is wrong with the address of a page; none is none."""
    if address.strip() and not _ADDRESS.fullmatch(address.strip()):
        return [Problem("report-address-shape", "address", {"text": address.strip()})]
    return []


def unprintable(report: Report) -> list[Problem]:
    """A warning naming the characters no typeface has: the PDF prints 〓 for them. Typefaces are
    loaded for rare characters only.
    """
    texts = report.texts
    parts = (
        report.figures.agency,
        texts.opening,
        *texts.overview,
        texts.problems,
        texts.other,
    )
    if not any(map(has_rare, parts)):
        return []
    missing = documents.fonts.missing_characters(parts)
    values = {"characters": "".join(missing)}
    return [Problem("report-unprintable", "", values, Severity.WARNING)] if missing else []


def correction_note(day: dt.date, reason: str) -> str:
    """The sentence at the end of a corrected edition, in the words of the form."""
    words: str = table("statutes", "report_form.toml")["print"]["correction"]
    return words.format(日期=f"{day.year}年{day.month}月{day.day}日", 原因=reason.rstrip("。"))
