"""Counts 规章 and 行政规范性文件 into table 2 of the annual report (国办公开办函〔2021〕30号)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.document_states import (
    attribute_of,
    ending,
    successors,
)
from gongkai_desk.domain.official_document import Attribute, DocumentKind, OfficialDocument
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Proactive
from gongkai_desk.domain.report_finding import PROACTIVE_TRIPLES, Finding, proactive_cell

KIND_OF_ROW = {"rules": DocumentKind.RULE, "normative_documents": DocumentKind.NORMATIVE}
"""The kind a row of table 2 counts, by the field of `report.Proactive`."""
MADE, ENDED_IN_YEAR, IN_FORCE = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDocuments:
    """The three numbers of each row for one year, with the documents behind every number.
    `known` names the rows that have any document at all in the records.
    """

    year: int
    ids: Mapping[tuple[str, int], tuple[str, ...]]
    known: frozenset[str]

    def numbers(self, row: str) -> tuple[int, int, int]:
        """本年制发, 本年废止, 现行有效 of a row."""
        made, ended, in_force = (len(self.ids[row, column]) for column in range(3))
        return made, ended, in_force


def count_documents(documents: Iterable[OfficialDocument], year: int) -> CountedDocuments:
    """Table 2 of `year`, 第二十条第（一）项.

    The sources leave the days open; this counts so that the numbers of the years add up
    (现行有效 = 上年现行有效 + 制发 − 废止, the identity public checkers use). A document is made on
    the day it was formed (成文日期) and counts as in force from that day, also when it takes effect
    later; it counts as ended on the day it was abolished, its time ran out, or its next edition was
    formed, whichever came first. Only documents with the attribute 主动公开 count: the table is
    about proactive disclosure. One that is not published yet counts too: it was made, and is
    watched as late elsewhere.
    """
    every = list(documents)
    by_id, after = {each.id: each for each in every}, successors(every)
    ids: dict[tuple[str, int], list[str]] = {
        (row, column): [] for row in PROACTIVE_TRIPLES for column in range(3)
    }
    known = set()
    for row, kind in KIND_OF_ROW.items():
        for document in every:
            if document.kind is not kind or document.formed_on is None:
                continue
            if attribute_of(document, by_id.get(document.original_id)) is not Attribute.PROACTIVE:
                continue
            known.add(row)
            end = _counted_end(document, after.get(document.id))
            for column in _columns(document.formed_on, end, year):
                ids[row, column].append(document.id)
    return CountedDocuments(
        year=year,
        ids={cell: tuple(found) for cell, found in ids.items()},
        known=frozenset(known),
    )


def _columns(made: dt.date, ended: dt.date | None, year: int) -> Iterable[int]:
    if made.year == year:
        yield MADE
    if ended is not None and ended.year == year:
        yield ENDED_IN_YEAR
    if made.year <= year and (ended is None or ended.year > year):
        yield IN_FORCE


def _counted_end(document: OfficialDocument, successor: OfficialDocument | None) -> dt.date | None:
    own = ending(document)
    days = [] if own is None else [own.day]
    if successor is not None and successor.formed_on is not None:
        days.append(successor.formed_on)
    end = min(days, default=None)
    return end if end is None or document.formed_on is None else max(end, document.formed_on)


def compare_documents(typed: Proactive, counted: CountedDocuments) -> list[Finding]:
    """A warning for every number that is not that of the records; a row of which the records hold
    nothing is not compared.
    """
    return [
        Finding(
            place=proactive_cell(row, column),
            rule="count",
            code="report-documents-differ",
            severity=Severity.WARNING,
            expected=there,
            found=here,
            values={"place": proactive_cell(row, column), "expected": there, "found": here},
        )
        for row in PROACTIVE_TRIPLES
        if row in counted.known
        for column, (here, there) in enumerate(
            zip(getattr(typed, row), counted.numbers(row), strict=True)
        )
        if here != there
    ]
