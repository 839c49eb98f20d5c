"""The officer's decisions while a ledger is imported: the sheet, the columns, the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gongkai_desk.domain.ledger_fields import HeadingFinder, LedgerField
from gongkai_desk.domain.ledger_layout import LedgerLayout, find_layout, known_columns
from gongkai_desk.domain.ledger_sheet import LedgerSheet
from gongkai_desk.domain.problems import DomainError, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDraft:
    """`layouts` are those of the sheets in which a heading was found; `chosen` is the one read."""

    name: str
    sheets: tuple[LedgerSheet, ...]
    layouts: Mapping[str, LedgerLayout]
    chosen: str
    answers: Mapping[tuple[LedgerField, str], str] = field(default_factory=dict)
    skip_duplicates: bool = False

    @property
    def sheet(self) -> LedgerSheet:
        return next(sheet for sheet in self.sheets if sheet.name == self.chosen)

    @property
    def layout(self) -> LedgerLayout:
        return self.layouts[self.chosen]

    @property
    def other_sheets(self) -> tuple[str, ...]:
        """The sheets with a heading of their own that are not read."""
        return tuple(name for name in self.layouts if name != self.chosen)

    def with_sheet(self, name: str) -> LedgerDraft:
        if name not in self.layouts:
            raise refuse("ledger-no-heading", name=name)
        return replace(self, chosen=name)

    def with_field(self, index: int, assigned: LedgerField | None) -> LedgerDraft:
        """Another field for a column; None leaves the column out."""
        layout = self.layout.assigned(index, assigned)
        return replace(self, layouts={**self.layouts, self.chosen: layout})

    def with_answer(self, asked: LedgerField, text: str, answer: str | None) -> LedgerDraft:
        """What a word means; None takes the answer back."""
        answers = {key: told for key, told in self.answers.items() if key != (asked, text)}
        if answer is not None:
            answers[asked, text] = answer
        return replace(self, answers=answers)

    def skipping(self, skip: bool) -> LedgerDraft:
        return replace(self, skip_duplicates=skip)


def draft_of(name: str, sheets: tuple[LedgerSheet, ...], finder: HeadingFinder) -> LedgerDraft:
    """The draft in which the sheet with the most known columns is read; raises DomainError
    `ledger-no-heading` when no sheet has any.
    """
    layouts: dict[str, LedgerLayout] = {}
    for sheet in sheets:
        try:
            layouts[sheet.name] = find_layout(sheet, finder)
        except DomainError:
            continue
    if not layouts:
        raise refuse("ledger-no-heading", name=name)
    chosen = max(layouts, key=lambda one: known_columns(layouts[one]))
    return LedgerDraft(name=name, sheets=sheets, layouts=layouts, chosen=chosen)
