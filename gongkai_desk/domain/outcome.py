"""What a request can end in: the answers of 第三十六 to 三十九条 and the cases that lapse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.request import EventKind


class Remedy(StrEnum):
    """Which remedy paragraph the answer carries (行政复议法 第二十三条, 法释〔2025〕8号)."""

    RECONSIDERATION_FIRST = "A"  # 复议前置: decisions under 第十四、十五、十六条
    EITHER = "B"  # 复议 or 诉讼
    BY_GROUND = "A_OR_B"  # 部分公开: A for a part withheld under 第十四 to 十六条, B otherwise
    NONE = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One entry of resources/statutes/outcomes.toml or corrections.toml; `label` and `document` are
    statutory Chinese.

    `row` is the result row of table 3 (3 to 23; 0 for a correction, which no table counts),
    `closed_by` the event that ends a case this way, `needs_reasons` whether the answer must give
    reasons. `finding` says what the information is in the words of the article, for the withheld
    part of 部分公开; "" where it withholds nothing.
    """

    code: str
    label: str
    article: str
    row: int
    remedy: Remedy
    document: str
    needs_reasons: bool
    closed_by: EventKind = EventKind.REPLIED
    finding: str = ""


FORCED: dict[EventKind, str] = {
    EventKind.CLARIFICATION_LAPSED: "X1",
    EventKind.FEE_LAPSED: "X2",
    EventKind.WITHDRAWN: "X3",
    EventKind.MERGED: "X3",
}
"""The only outcome a case can have that ended by one of these events."""


DISCLOSING = frozenset({3, 4})
"""The rows of table 3 under which something is given: 予以公开, 部分公开."""
