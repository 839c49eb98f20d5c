"""The flow of the report wizard without a window: steps in order, saved at each, resumable."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from gongkai_desk.domain.changes import Changes, Edit
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.services.reporting import Report, ReportingService


class Step(StrEnum):
    """The pages of the wizard in their order."""

    OVERVIEW = "overview"  # opening paragraph and 一、总体情况
    TABLE_2 = "table2"  # typed
    TABLE_3 = "table3"  # counted from the register
    TABLE_4 = "table4"  # counted from the register
    PROBLEMS = "problems"  # part five
    OTHER = "other"  # part six
    FINISH = "finish"  # all findings; print


STEPS: tuple[Step, ...] = tuple(Step)
_OF_TABLE = {2: Step.TABLE_2, 3: Step.TABLE_3, 4: Step.TABLE_4}
_OF_PART = {1: Step.OVERVIEW, 5: Step.PROBLEMS, 6: Step.OTHER}


def step_of(finding: Finding) -> Step:
    """The step at which the finding can be mended; what belongs to none shows at the end."""
    place = finding.place
    return _OF_TABLE.get(place.table) or _OF_PART.get(place.part) or Step.FINISH


def findings_at(step: Step, findings: Iterable[Finding]) -> list[Finding]:
    """What one page shows: its own findings, the last page all of them."""
    return [each for each in findings if step is Step.FINISH or step_of(each) is step]


class ReportWizard:
    """One walk through the report of a year. It holds the draft as last saved; the pages edit a
    copy and hand it over with every move. What is typed between two moves is kept as well, until
    the next move saves it or `discard` takes it back.
    """

    def __init__(self, reporting: ReportingService, year: int) -> None:
        self._reporting = reporting
        self._sources = reporting.sources(year)
        self._stored = reporting.stored(year)
        self._typed = False
        self.draft = reporting.draft(year)
        self.step = Step(self.draft.step) if self.draft.step in STEPS else Step.OVERVIEW

    @property
    def next_step(self) -> Step | None:
        place = STEPS.index(self.step) + 1
        return STEPS[place] if place < len(STEPS) else None

    @property
    def previous_step(self) -> Step | None:
        place = STEPS.index(self.step)
        return STEPS[place - 1] if place else None

    def next(self, draft: ReportDraft, on: dt.date) -> Changes:
        """Save and go one step on; at the last step only save."""
        return self.go(self.next_step or self.step, draft, on)

    def back(self, draft: ReportDraft, on: dt.date) -> Changes:
        """Save and go one step back; at the first step only save."""
        return self.go(self.previous_step or self.step, draft, on)

    def go(self, step: Step, draft: ReportDraft, on: dt.date) -> Changes:
        """Save and go to any step. Nothing stands in the way: findings are shown, and only
        printing as final asks for them to be mended. When saving fails, the step stays.
        """
        moved = dataclasses.replace(draft, step=step.value, saved_on=on)
        changes = self._reporting.save(moved)
        if self._typed and not changes:  # all of it was kept while it was typed
            changes = Changes("save-report", edits=(Edit(self._stored, moved),))
        self.draft, self._stored, self.step = moved, moved, step
        self._typed = False
        return changes

    def keep(self, draft: ReportDraft, on: dt.date) -> None:
        """Keep what is being typed, so that a crash does not lose it; `draft` of the wizard stays
        as it was at the last move.
        """
        self._reporting.save(
            dataclasses.replace(draft, step=self.step.value, saved_on=on), provisional=True
        )
        self._typed = True

    def discard(self) -> None:
        """Take back what `keep` kept since the last move."""
        if self._typed:
            self._reporting.restore(self.draft.year, self._stored)
            self._typed = False

    def refresh(self) -> None:
        """Read again what the report is made of, after a write to it."""
        self._sources = self._reporting.sources(self.draft.year)

    def reload(self) -> None:
        """Take up the draft as it is stored, after a write of its own; the step stays."""
        self._stored = self._reporting.stored(self.draft.year)
        self.draft, self._typed = self._reporting.draft(self.draft.year), False

    def report(self, draft: ReportDraft) -> Report:
        """Figures, texts and findings of the draft as it is being edited; fast enough for every
        stroke, because the register is only read by `refresh`.
        """
        return self._reporting.report(draft, self._sources)

    def findings(self, draft: ReportDraft) -> list[Finding]:
        """What the present page has to show for the draft as it is being edited."""
        return findings_at(self.step, self.report(draft).findings)
