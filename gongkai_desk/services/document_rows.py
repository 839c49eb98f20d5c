"""Documents and interpretations as lists show them, and what of them asks for attention."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.document_states import (
    ENDED,
    PUBLICATION_DUE_DAYS,
    WAITING,
    PublicationLimit,
    Standing,
    Validity,
)
from gongkai_desk.domain.document_steps import StepDone
from gongkai_desk.domain.interpretations import InStep, ahead, interpretation_missing
from gongkai_desk.domain.official_document import DocumentKind, Interpretation, OfficialDocument

PAGE, DOCUMENTS, INTERPRETATIONS = "disclosure", "documents", "interpretations"
_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document with everything that follows from it on a day, as lists show it."""

    document: OfficialDocument
    original: OfficialDocument | None
    successor: OfficialDocument | None
    standing: Standing
    validity: Validity
    limit: PublicationLimit | None
    ends_soon: bool
    interpretations: tuple[Interpretation, ...]
    steps: tuple[StepDone, ...]

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def waiting(self) -> bool:
        """Whether its publication is still to come."""
        return self.standing in WAITING

    @property
    def late(self) -> bool:
        """Over its time and not published."""
        return self.waiting and self.limit is not None and self.limit.late

    @property
    def due_soon(self) -> bool:
        """To be published within the next few working days."""
        if not self.waiting or self.limit is None:
            return False
        return 0 <= self.limit.remaining <= PUBLICATION_DUE_DAYS

    @property
    def to_review(self) -> bool:
        return self.standing in (Standing.NO_ATTRIBUTE, Standing.TO_REVIEW)

    @property
    def is_out(self) -> bool:
        """Whether it stands in public now."""
        return self.standing in (Standing.PUBLISHED, Standing.TO_TAKE_DOWN)

    @property
    def has_validity(self) -> bool:
        """Whether one asks if it is in force: mere information is, only when it says so."""
        one = self.document
        says = (one.in_force_on, one.valid_until, one.abolished_on, self.successor)
        return one.kind is not DocumentKind.INFORMATION or any(says)

    @property
    def ended(self) -> bool:
        return self.validity in ENDED

    @property
    def lacks_interpretation(self) -> bool:
        return interpretation_missing(self.document, self.interpretations)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpretationRow:
    """An interpretation beside its document; or a document that lacks one, and then
    `interpretation` is None.
    """

    document: OfficialDocument
    interpretation: Interpretation | None = None
    step: InStep | None = None

    @property
    def id(self) -> str:
        return self.document.id if self.interpretation is None else self.interpretation.id

    @property
    def ahead(self) -> bool:
        """Published, and its document is not."""
        return self.interpretation is not None and ahead(self.interpretation, self.document)


def attention_of(rows: Sequence[DocumentRow]) -> tuple[Attention, ...]:
    """What must be done about the documents; each line leads to the view with exactly these."""
    lines = (
        _line(rows, Concern.PUBLICATION_LATE, Weight.BAD, "late", lambda row: row.late, _due),
        _line(rows, Concern.PUBLICATION_DUE, Weight.WARN, "due", lambda row: row.due_soon, _due),
        _line(rows, Concern.REVIEW_MISSING, Weight.WARN, "to-review", _to_review, _due),
        _line(rows, Concern.TAKE_DOWN, Weight.BAD, "to-take-down", _over, _keep_until),
        _line(rows, Concern.VALIDITY_ENDING, Weight.INFO, "ending", _ending, _valid_until),
        _line(rows, Concern.INTERPRETATION_MISSING, Weight.BAD, "missing", _lacking, None),
        _ahead(rows),
    )
    return tuple(line for line in lines if line is not None)


def _line(
    rows: Iterable[DocumentRow],
    concern: Concern,
    weight: Weight,
    view: str,
    test: Callable[[DocumentRow], bool],
    day: Callable[[DocumentRow], dt.date | None] | None,
) -> Attention | None:
    found = [row for row in rows if test(row)]
    if not found:
        return None
    days = [known for row in found if day is not None and (known := day(row)) is not None]
    section = INTERPRETATIONS if concern is Concern.INTERPRETATION_MISSING else DOCUMENTS
    return Attention(
        concern=concern,
        count=len(found),
        weight=weight,
        page=PAGE,
        section=section,
        view=view,
        next_date=min(days, default=None),
        examples=tuple(row.document.title for row in found[:_EXAMPLES]),
    )


def _ahead(rows: Iterable[DocumentRow]) -> Attention | None:
    """Counts interpretations: a document may have several."""
    found = [each for row in rows for each in row.interpretations if ahead(each, row.document)]
    if not found:
        return None
    return Attention(
        concern=Concern.INTERPRETATION_AHEAD,
        count=len(found),
        weight=Weight.BAD,
        page=PAGE,
        section=INTERPRETATIONS,
        view="ahead",
        examples=tuple(each.title for each in found[:_EXAMPLES]),
    )


def _due(row: DocumentRow) -> dt.date | None:
    return row.limit.due if row.limit is not None else None


def _to_review(row: DocumentRow) -> bool:
    return row.to_review


def _over(row: DocumentRow) -> bool:
    return row.standing is Standing.TO_TAKE_DOWN


def _keep_until(row: DocumentRow) -> dt.date | None:
    return row.document.keep_until


def _ending(row: DocumentRow) -> bool:
    return row.ends_soon


def _valid_until(row: DocumentRow) -> dt.date | None:
    return row.document.valid_until


def _lacking(row: DocumentRow) -> bool:
    return row.lacks_interpretation
