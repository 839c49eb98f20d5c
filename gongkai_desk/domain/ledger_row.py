"""The cells of one row of a ledger, read by their fields; what is wrong is noted at its address."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from gongkai_desk.domain.ledger_dates import cell_date
from gongkai_desk.domain.ledger_fields import CODES, LedgerField
from gongkai_desk.domain.ledger_reading import Answers, LedgerQuestion
from gongkai_desk.domain.ledger_sheet import Value, address, cell_text, damaged_number
from gongkai_desk.domain.ledger_words import LedgerWords
from gongkai_desk.domain.problems import DomainError, Problem, Severity

E = TypeVar("E", bound=StrEnum)

_POSTCODE_DIGITS = 6
_COUNT = re.compile(r"\s*(\d{1,3})\s*(?:个)?(?:工作日|天|日)?\s*")


class Notes:
    """Collects what is wrong, and the words nobody has explained, of a whole ledger."""

    def __init__(self, words: LedgerWords, answers: Answers, *, from_1904: bool) -> None:
        self.words, self.answers, self.from_1904 = words, answers, from_1904
        self.problems: list[Problem] = []
        self._asked: dict[tuple[LedgerField, str], list[str]] = defaultdict(list)

    def tell(self, code: str, cell: str, *, warning: bool = False, **values: object) -> None:
        severity = Severity.WARNING if warning else Severity.ERROR
        self.problems.append(Problem(code, cell, values, severity))

    def ask(self, field: LedgerField, text: str, cell: str) -> str | None:
        """The officer's answer about a word, None as long as there is none."""
        self._asked[field, text].append(cell)
        return self.answers.get((field, text))

    @property
    def questions(self) -> tuple[LedgerQuestion, ...]:
        return tuple(
            LedgerQuestion(
                field=field, text=text, cells=tuple(cells), answer=self.answers.get((field, text))
            )
            for (field, text), cells in self._asked.items()
        )


class RowReader:
    """Reads one row; `columns` are the columns of each field that is read."""

    def __init__(
        self,
        number: int,
        row: Sequence[Value],
        columns: Mapping[LedgerField, Sequence[int]],
        notes: Notes,
    ) -> None:
        self.number, self._row, self._columns, self._notes = number, row, columns, notes

    def cell(self, field: LedgerField) -> str:
        """The address of the field's cell; that of the row's first cell when it has no column."""
        return address(self.number, self._place(field)[0])

    def tell(
        self, code: str, field: LedgerField, *, warning: bool = False, **values: object
    ) -> None:
        self._notes.tell(code, self.cell(field), warning=warning, **values)

    def pass_on(self, problem: Problem, field: LedgerField) -> None:
        """Tell a problem that was found elsewhere at the field's cell."""
        place = self.cell(field)
        self._notes.problems.append(Problem(problem.code, place, problem.values, problem.severity))

    def _place(self, field: LedgerField) -> tuple[int, Value]:
        """The first filled column of a field and what it holds."""
        columns = self._columns.get(field, ())
        for column in columns:
            value = self._row[column] if column < len(self._row) else None
            if value is not None and value != "":
                return column, value
        return (columns[0] if columns else 0), None

    def raw(self, field: LedgerField) -> Value:
        """What the cell holds; words that stand for nothing are none."""
        value = self._place(field)[1]
        if isinstance(value, str) and value.strip() in self._notes.words.nothing:
            return None
        return value

    def text(self, field: LedgerField) -> str:
        """A cell of words, or of a code that must not have gone through a number."""
        value = self.raw(field) if field in self._columns else None
        if value is None:
            return ""
        if field in CODES and self._spoilt(field, value):
            return ""
        return cell_text(value)

    def _spoilt(self, field: LedgerField, value: Value) -> bool:
        if isinstance(value, dt.date | dt.time):
            self.tell("ledger-became-date", field, text=cell_text(value))
            return True
        if damaged_number(value):
            shown = f"{value:.5E}" if isinstance(value, float) else str(value)
            self.tell("ledger-number-damaged", field, text=shown)
            return True
        return False

    def date(self, field: LedgerField) -> dt.date | None:
        if field not in self._columns:
            return None
        try:
            return cell_date(self.raw(field), from_1904=self._notes.from_1904)
        except DomainError as error:
            for problem in error.problems:
                self.pass_on(problem, field)
            return None

    def choice(self, field: LedgerField, kind: type[E]) -> E | None:
        """One of the values of an enum by its synonyms, None for an empty cell or while the
        officer has not said what the word means.
        """
        text = self.text(field)
        if not text:
            return None
        found = self._notes.words.value(field.value, text)
        if found is None:
            found = self._notes.ask(field, text, self.cell(field))
        return kind(found) if found else None

    def outcome(self) -> str | None:
        """The code of the outcome, "" for none, `NO_RESULT` for a case the ledger calls open;
        None while the officer has not chosen.
        """
        texts = [self.text(f) for f in (LedgerField.OUTCOME, LedgerField.RESULT)]
        filled = [text for text in texts if text]
        if not filled:
            return ""
        found = self._notes.words.outcome(*filled)
        if found is None:
            field = LedgerField.OUTCOME if texts[0] else LedgerField.RESULT
            found = self._notes.ask(LedgerField.OUTCOME, " ".join(filled), self.cell(field))
        return found

    def missing_outcome(self) -> str | None:
        """The officer's choice for a case that was answered without any result in the ledger."""
        field = (
            LedgerField.OUTCOME if LedgerField.OUTCOME in self._columns else (LedgerField.CLOSED_ON)
        )
        return self._notes.ask(LedgerField.OUTCOME, "", self.cell(field))

    def extension_days(self) -> int | None:
        """The working days of the extension; None when there was none."""
        days = self.text(LedgerField.EXTENSION_DAYS)
        found = _COUNT.fullmatch(days)
        if found and int(found[1]):
            return int(found[1])
        words = self._notes.words
        if days and not found and words.value("extended", days) is None:
            return self._answered_days(LedgerField.EXTENSION_DAYS, days)
        told = self.text(LedgerField.EXTENDED)
        if days or not told or words.value("extended", told) is not None:
            return None
        counted = _COUNT.fullmatch(told)
        if counted:
            return int(counted[1])
        return self._answered_days(LedgerField.EXTENDED, told)

    def _answered_days(self, field: LedgerField, text: str) -> int | None:
        answer = self._notes.ask(LedgerField.EXTENDED, text, self.cell(field))
        return int(answer) if answer else None

    def postcode(self) -> str:
        """Six digits: a zero that a number has lost at its beginning is put back."""
        text = self.text(LedgerField.POSTCODE)
        number = isinstance(self.raw(LedgerField.POSTCODE), int | float)
        return text.zfill(_POSTCODE_DIGITS) if number and text else text
