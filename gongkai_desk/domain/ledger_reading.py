"""What a ledger comes to: the requests in it, what is wrong with it, what the officer must choose.

Nothing is guessed: a word that nobody has explained is a question, a cell that cannot be read is a
problem with its address, and as long as there is an error or an open question nothing is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_layout import LedgerLayout
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Request, RequestEvent

Answers = Mapping[tuple[LedgerField, str], str]
"""What the officer has chosen for a word of a column, by the column's field and the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerQuestion:
    """A word that means nothing yet. `text` is "" for a closed case without any result."""

    field: LedgerField
    text: str
    cells: tuple[str, ...]
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCase:
    """One row as a request; `row` counts from 0. A request without a number has "" for one."""

    row: int
    request: Request
    events: tuple[RequestEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReading:
    """`duplicates` are the cases whose number the register has already: they are left out when
    `skips_duplicates`, and stand in the way otherwise. `problems` name their cell in `field`.
    """

    sheet: str
    layout: LedgerLayout
    cases: tuple[LedgerCase, ...] = ()
    duplicates: tuple[LedgerCase, ...] = ()
    skips_duplicates: bool = False
    problems: tuple[Problem, ...] = ()
    questions: tuple[LedgerQuestion, ...] = ()
    skipped_rows: tuple[int, ...] = ()
    other_sheets: tuple[str, ...] = field(default=())

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)

    @property
    def open_questions(self) -> tuple[LedgerQuestion, ...]:
        return tuple(question for question in self.questions if question.answer is None)

    @property
    def obstacles(self) -> tuple[Problem, ...]:
        """Everything that forbids the import as it stands, questions included."""
        found = [*self.errors, *map(question_problem, self.open_questions)]
        if not found and not self.cases and not self.duplicates:
            found.append(Problem("ledger-without-requests", "", {"name": self.sheet}))
        return tuple(found)


def question_problem(question: LedgerQuestion) -> Problem:
    """An open question as what stands in the way, at its first cell."""
    code = {
        LedgerField.OUTCOME: "ledger-outcome-unknown"
        if question.text
        else "ledger-outcome-missing",
        LedgerField.EXTENDED: "ledger-extension-unknown",
    }.get(question.field, "ledger-value-unknown")
    values = {
        "text": question.text,
        "field": question.field,
        "count": len(question.cells),
        "cells": "、".join(question.cells[:5]) + ("…" if len(question.cells) > 5 else ""),
    }
    return Problem(code, question.cells[0], values)
