"""The annual report (国办公开办函〔2021〕30号) as values: figures, texts and the draft kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.request import ApplicantKind

COLUMNS: tuple[ApplicantKind, ...] = tuple(ApplicantKind)
"""The six applicant columns of table 3; the seventh number of every row is their sum."""

ROWS = range(1, 26)
RECEIVED_ROW, CARRIED_IN_ROW, TOTAL_ROW, CARRIED_OUT_ROW = 1, 2, 24, 25
RESULT_ROWS = range(3, 24)
"""The 21 official result rows (三、本年度办理结果) before their sum in row 24."""

RESULT_GROUPS: Mapping[str, range] = {
    "open": range(3, 4),  # （一）予以公开
    "partial": range(4, 5),  # （二）部分公开
    "refused": range(5, 13),  # （三）不予公开
    "unavailable": range(13, 16),  # （四）无法提供
    "unprocessed": range(16, 21),  # （五）不予处理
    "other": range(21, 24),  # （六）其他处理
}
"""The six groups of the result rows."""

COLUMN_LABELS = (
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
)
"""The official names of the seven columns, as they also name a place in a report."""

DISPUTE_LABELS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

NO_CASES = (0,) * 7
NO_DISPUTES = (0,) * 5


def due_date(year: int, kind: OfficeKind) -> dt.date:
    """The day by which the report of `year` is handed in and published (条例 第四十九条):
    31 January for a department, 31 March for a government's own report.
    """
    return dt.date(year + 1, 3 if kind is OfficeKind.GOVERNMENT else 1, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proactive:
    """Table 2. The triples are 本年制发件数, 本年废止件数, 现行有效件数."""

    rules: tuple[int, int, int] = (0, 0, 0)
    normative_documents: tuple[int, int, int] = (0, 0, 0)
    licences: int = 0
    penalties: int = 0
    coercion: int = 0
    fees_10k_yuan: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """Table 4. Each five are 结果维持, 结果纠正, 其他结果, 尚未审结, 总计."""

    reconsideration: tuple[int, ...] = NO_DISPUTES
    litigation_direct: tuple[int, ...] = NO_DISPUTES
    litigation_after: tuple[int, ...] = NO_DISPUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What the year before handed over; an empty mapping or None means unknown."""

    requests: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # row 25 is what counts
    rules: tuple[int, int, int] | None = None
    normative_documents: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All numbers of one report, as computed; a report read from a file may hold bad cells and
    is checked in its raw form (`report_checks`).
    """

    agency: str
    year: int
    proactive: Proactive
    requests: Mapping[int, tuple[int, ...]]
    disputes: Disputes
    previous: Previous = field(default_factory=Previous)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The written parts. `overview` holds the five sub-parts of part one in official order."""

    opening: str = ""
    overview: tuple[str, ...] = ("", "", "", "", "")
    problems: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A counted number of table 3 or 4 set to another one by the officer, and why.

    `row` is the row of table 3 as text ("1" to "25" without the sum in 24) or a field of
    `Disputes`; `column` counts from 0 and is never that of a sum, which follows. `counted` is what
    the register counted when the number was set: when it moves on, the override is looked at anew.
    """

    table: int
    row: str
    column: int
    number: int
    counted: int
    reason: str
    made_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the officer says to a warning. It is kept under the finding's `key` and falls away with
    the numbers the finding names; `told` is the warning as it was read when it was answered.
    """

    key: str
    words: str
    told: str
    given_on: dt.date


class Became(StrEnum):
    """What became of a problem that last year's report named in part five."""

    MENDED = "mended"
    GOING_ON = "going_on"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastProblem:
    """A problem of last year's part five in its words, and what became of it."""

    text: str
    became: Became | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """What the officer has typed and written for one year; tables 3 and 4 are never stored, always
    counted, `overrides` aside.

    `step` is the wizard step to resume at. `correcting` is why a report that is published already
    is being corrected; while it is "" a published year is locked.
    """

    id: str
    year: int
    proactive: Proactive = Proactive()
    previous: Previous = field(default_factory=Previous)
    texts: Texts = Texts()
    step: str = ""
    saved_on: dt.date | None = None
    overrides: tuple[Override, ...] = ()
    answers: tuple[Answer, ...] = ()
    last_problems: tuple[LastProblem, ...] = ()
    correcting: str = ""
