"""Putting a closed case into the archive: names of files, retention, what stands in the way."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Request

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15}|[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-Z]{10})"
    r"(?![0-9A-Za-z])"
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_LONGEST_STEM, _LONGEST_ENDING = 60, 10
MASK = "＊＊＊"
"""What stands for an identity number in a file name."""


class PieceKind(StrEnum):
    """Where a piece of the folder comes from."""

    SHEET = "sheet"
    LETTER = "letter"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archiving:
    """What the officer decides when a case goes into the archive. Retention in years."""

    number: str
    archived_on: dt.date
    retention_years: int


def safe_name(name: str) -> str:
    """`name` as a file name that Windows, macOS and Linux take, without an identity number.

    The ending is kept, long stems are cut, names of devices get a mark; never empty.
    """
    plain = unicodedata.normalize("NFC", name)
    plain = _IDENTITY.sub(MASK, plain)
    plain = _UNFIT.sub(
        "_", "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Cs"))
    )
    plain = " ".join(plain.split()).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = plain, "", ""
    stem = stem[:_LONGEST_STEM].rstrip(" .") or "_"
    fit = f"{stem}{dot}{ending}"
    return f"_{fit}" if _RESERVED.match(fit) else fit


def distinct(names: Iterable[str]) -> Iterator[str]:
    """`names`, a repeated one with (2), (3) … before its ending; case does not tell them apart."""
    taken: set[str] = set()
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if not dot:
            stem, ending = name, ""
        fit, number = name, 1
        while fit.casefold() in taken:
            number += 1
            fit = f"{stem}({number}){dot}{ending}"
        taken.add(fit.casefold())
        yield fit


def retention_ends(archived_on: dt.date, years: int) -> dt.date:
    """The last day of the retention period: it begins on 1 January after the archiving."""
    return dt.date(archived_on.year + years, 12, 31)


def retention_ended(request: Request, as_of: dt.date) -> bool:
    """Whether the retention period of an archived case is over."""
    if request.archived_on is None or request.retention_years is None:
        return False
    return retention_ends(request.archived_on, request.retention_years) < as_of


def check_archiving(
    request: Request,
    archiving: Archiving,
    *,
    closed_on: dt.date | None,
    others: Iterable[Request],
    usual_years: int,
    disputed: bool,
    on: dt.date,
) -> list[Problem]:
    """Why `request` cannot be archived like this on the day `on`, and what is unusual.

    `usual_years` is what the office keeps such a case, `disputed` whether a dispute about it is
    not concluded yet.
    """
    problems: list[Problem] = []
    number = archiving.number.strip()
    if closed_on is None:
        problems.append(_problem("archive-open-case", number=request.number))
    if not number:
        problems.append(_problem("archive-number-missing", "number"))
    for other in others:
        if number and other.id != request.id and other.archive_number == number:
            taken = _problem("archive-number-taken", "number", number=number, other=other.number)
            problems.append(taken)
    problems += _dates(archiving.archived_on, closed_on, on)
    if archiving.retention_years < 1:
        problems.append(_problem("archive-retention-missing", "retention_years"))
    elif archiving.retention_years < usual_years:
        short = _problem("archive-retention-short", "retention_years", years=usual_years)
        problems.append(replace(short, severity=Severity.WARNING))
    if disputed:
        running = _problem("archive-dispute-running")
        problems.append(replace(running, severity=Severity.WARNING))
    return problems


def _dates(day: dt.date, closed_on: dt.date | None, on: dt.date) -> Iterator[Problem]:
    if closed_on is not None and day < closed_on:
        yield _problem("archive-before-closing", "archived_on", date=day, closed=closed_on)
    if day > on:
        yield _problem("archive-in-future", "archived_on", date=day, today=on)


def _problem(code: str, field: str = "", **values: object) -> Problem:
    return Problem(code, field, values)
