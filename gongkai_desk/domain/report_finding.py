"""What the checks of an annual report find: a place in the report, a rule, and two numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a report: a table (2 to 4) or a written part (1, 5, 6), then row and column.

    `str(place)` is the form scripts rely on: ``table 3, row 24, 自然人``. Rows of table 3 are
    numbers, rows of the other tables carry their official names.
    """

    table: int = 0
    part: int = 0
    row: int | str = ""
    column: str = ""
    previous: bool = False

    def __str__(self) -> str:
        row = f"row {self.row}" if isinstance(self.row, int) else self.row
        area = f"table {self.table}" if self.table else f"part {self.part}" if self.part else ""
        pieces = ("last year" if self.previous else "", area, row, self.column)
        return ", ".join(piece for piece in pieces if piece)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a check found.

    `rule` is a letter of the identities A to H, ``shape`` for a file that is not built like a
    report, ``text`` for the written parts, ``count`` for a case of the register that is in no
    cell. `expected` and `found` are the numbers of the cell at `place` where there are such.
    """

    place: Place
    rule: str
    code: str
    severity: Severity = Severity.ERROR
    expected: object = None
    found: object = None
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def where(self) -> str:
        return str(self.place)

    @property
    def key(self) -> str:
        """The same as long as the finding is: code, place and everything it names. An answer
        given to a warning is kept under it, and falls away when the numbers change.
        """
        told = [f"{name}={value}" for name, value in sorted(self.values.items())]
        said = "\n".join((*told, f"{self.expected!s}", f"{self.found!s}"))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return f"{self.code}|{self.where}|{digest}"


REQUEST_TABLE = Place(table=3)

PROACTIVE_TRIPLES = {"rules": "规章", "normative_documents": "行政规范性文件"}
PROACTIVE_SINGLES = {"licences": "行政许可", "penalties": "行政处罚", "coercion": "行政强制"}
PROACTIVE_FEES = {"fees_10k_yuan": "行政事业性收费"}
PROACTIVE_LABELS = {**PROACTIVE_TRIPLES, **PROACTIVE_SINGLES, **PROACTIVE_FEES}
TRIPLE_LABELS = ("本年制发件数", "本年废止件数", "现行有效件数")
DISPUTE_GROUPS = {
    "reconsideration": "行政复议",
    "litigation_direct": "行政诉讼（未经复议直接起诉）",
    "litigation_after": "行政诉讼（复议后起诉）",
}


def request_cell(row: int, column: int) -> Place:
    """A cell of table 3; column 0 to 6."""
    return Place(table=3, row=row, column=COLUMN_LABELS[column])


def proactive_cell(name: str, column: int | None = None) -> Place:
    """A cell of table 2 by its field in `report.Proactive`; `column` for the triples."""
    label = "" if column is None else TRIPLE_LABELS[column]
    return Place(table=2, row=PROACTIVE_LABELS[name], column=label)


def dispute_cell(name: str, column: int) -> Place:
    """A cell of table 4 by its field in `report.Disputes`; column 0 to 4."""
    return Place(table=4, row=DISPUTE_GROUPS[name], column=DISPUTE_LABELS[column])


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
