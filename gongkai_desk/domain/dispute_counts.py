"""Counts disputes into table 4 of the annual report (国办公开办函〔2021〕30号)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.report import Disputes
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS

RESULTS = tuple(DisputeResult)
"""结果维持, 结果纠正, 其他结果, 尚未审结: the first four columns; the fifth is their sum."""
SUM_COLUMN = len(RESULTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDisputes:
    """Table 4 of one year; `ids[name, column]` are the disputes behind a number, by the field of
    `report.Disputes` and the column 0 to 4 (4 is 总计). `known` tells whether the register holds
    any dispute at all, of whatever year.
    """

    year: int
    numbers: Disputes
    ids: Mapping[tuple[str, int], tuple[str, ...]]
    known: bool


def group_of(dispute: Dispute) -> str:
    """The five columns a dispute belongs to, by the field of `report.Disputes`."""
    if dispute.kind is DisputeKind.RECONSIDERATION:
        return "reconsideration"
    return "litigation_after" if dispute.after_id else "litigation_direct"


def result_in(dispute: Dispute, year: int) -> DisputeResult | None:
    """The class a dispute has in the report of `year`; None when it is not in it."""
    last = dt.date(year, 12, 31)
    if dispute.decided_on is not None and dispute.decided_on.year == year:
        return dispute.result
    undecided = dispute.decided_on is None or dispute.decided_on > last
    return DisputeResult.PENDING if undecided and dispute.received_on <= last else None


def count_disputes(disputes: Iterable[Dispute], year: int) -> CountedDisputes:
    """Table 4 of `year`.

    A dispute that was decided in the year counts in it by its result, whenever it was received.
    One that was received by 31 December and not decided by then counts as 尚未审结, and so counts
    again in the year of its decision. What was decided in an earlier year counts no more. All
    disputes of the register are about 政府信息公开, those on corrections (第四十一条) among them.
    """
    every = list(disputes)
    ids: dict[tuple[str, int], list[str]] = defaultdict(list)
    for dispute in every:
        result = result_in(dispute, year)
        if result is not None:
            ids[group_of(dispute), RESULTS.index(result)].append(dispute.id)
            ids[group_of(dispute), SUM_COLUMN].append(dispute.id)
    return CountedDisputes(
        year=year,
        numbers=Disputes(
            **{
                name: tuple(len(ids.get((name, column), ())) for column in range(SUM_COLUMN + 1))
                for name in DISPUTE_GROUPS
            }
        ),
        ids={cell: tuple(found) for cell, found in sorted(ids.items())},
        known=bool(every),
    )
