"""What of a major decision (重大行政决策) is published, what is missing, and until when it must be.

Sources: 重大行政决策程序暂行条例 第三条 (list), 第十五条 (draft, its explanation and a consultation
of 30 days as a rule; a shorter one is explained), 第三十二条 (result, what became of opinions),
第三十六条 (evaluation where it is needed: no time limit); 政府信息公开条例 第二十六条 (20 working
days); 山东省重大行政决策公众参与工作办法 (list by the end of June, column for opinions);
威海市2024年政务公开重点工作及责任分工 (what became of opinions within 10 working days).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.disclosure_settings import DisclosureSettings

LIST_MONTH, LIST_DAY = 6, 30
"""山东省重大行政决策公众参与工作办法: the list of the year is published by the end of June."""

WITH_CONSULTATION = (
    DecisionStage.DRAFT,
    DecisionStage.EXPLANATION,
    DecisionStage.BACKGROUND,
    DecisionStage.INTERPRETATION,
)
"""What people must have before them when they are asked for their opinion."""

AFTER_DECISION = (DecisionStage.ADOPTION, DecisionStage.MEETING, DecisionStage.RESULT)
"""What is due so many working days after the decision."""


class StageState(StrEnum):
    """MISSING, LATE and SHORT are gaps. DONE_LATE is a fact nobody can mend, so it is none."""

    WAITING = "waiting"  # its time has not come
    DUE = "due"
    RUNNING = "running"  # a consultation that lasts
    MISSING = "missing"  # a later stage is there, this one is not
    LATE = "late"
    SHORT = "short"  # a consultation shorter than it must be, without a reason
    DONE = "done"
    DONE_LATE = "done_late"
    WAIVED = "waived"

    @property
    def is_gap(self) -> bool:
        return self in (StageState.MISSING, StageState.LATE, StageState.SHORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one stage stands. `due` is the last day for it (`provisional` when it depends on a
    holiday notice that is not known); `date` and `until` when it was; `days` the length of a
    consultation. `reason`: why it is waived or short.
    """

    state: StageState
    due: dt.date | None = None
    date: dt.date | None = None
    until: dt.date | None = None
    days: int | None = None
    reason: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One decision on one day: `listing` tells of the list it stands on, `stages` of each stage."""

    decision: Decision
    listing: Mark
    stages: Mapping[DecisionStage, Mark]

    @property
    def id(self) -> str:
        return self.decision.id

    @property
    def marks(self) -> tuple[Mark, ...]:
        return (self.listing, *self.stages.values())

    @property
    def gaps(self) -> int:
        """How many things are missing."""
        return sum(mark.state.is_gap for mark in self.marks)

    @property
    def next_due(self) -> dt.date | None:
        """The nearest last day that has not passed."""
        days = (mark.due for mark in self.marks if mark.state is StageState.DUE)
        return min((day for day in days if day is not None), default=None)

    @property
    def is_open(self) -> bool:
        """Neither decided nor taken off the list."""
        return self.decision.decided_on is None and self.decision.dropped_on is None

    @property
    def published(self) -> int:
        """How many stages were published."""
        return sum(mark.date is not None for mark in self.stages.values())


def entry_of(decision: Decision, stage: DecisionStage) -> StageEntry | None:
    """What was recorded of a stage."""
    return next((entry for entry in decision.stages if entry.stage is stage), None)


def with_entry(decision: Decision, entry: StageEntry) -> Decision:
    """The decision with `entry` in place of what was recorded of its stage; an empty one takes the
    stage out.
    """
    order = list(DecisionStage)
    others = [one for one in decision.stages if one.stage is not entry.stage]
    kept = [*others, entry] if entry != StageEntry(stage=entry.stage) else others
    kept.sort(key=lambda one: order.index(one.stage))
    return replace(decision, stages=tuple(kept))


def standing(
    decision: Decision, today: dt.date, settings: DisclosureSettings, calendar: WorkCalendar
) -> Standing:
    """How the decision stands on `today`."""
    dues = _dues(decision, settings, calendar)
    marks = {
        stage: _mark(decision, stage, dues.get(stage), today, settings) for stage in DecisionStage
    }
    return Standing(
        decision=decision,
        listing=_listing(decision, today),
        stages={
            stage: replace(mark, provisional=_is_provisional(decision, stage, mark.due, calendar))
            for stage, mark in marks.items()
        },
    )


def _is_provisional(
    decision: Decision, stage: DecisionStage, due: dt.date | None, calendar: WorkCalendar
) -> bool:
    """Whether working days of a year without a holiday notice lead to `due`."""
    if stage not in AFTER_DECISION or due is None or decision.decided_on is None:
        return False
    return calendar.provisional(decision.decided_on, due)


def _listing(decision: Decision, today: dt.date) -> Mark:
    due = dt.date(decision.year, LIST_MONTH, LIST_DAY)
    if decision.listed_on is not None:
        # one taken up during the year (动态调整) is not late: only the list itself has a limit
        return Mark(state=StageState.DONE, date=decision.listed_on)
    if decision.dropped_on is not None:
        return Mark(state=StageState.WAIVED, reason=decision.dropped_because)
    state = StageState.DUE if today <= due else StageState.LATE
    return Mark(state=state, due=due)


def _dues(
    decision: Decision, settings: DisclosureSettings, calendar: WorkCalendar
) -> dict[DecisionStage, dt.date]:
    """The last day of each stage that has one by now."""
    dues: dict[DecisionStage, dt.date] = {}
    opened = _date_of(decision, DecisionStage.CONSULTATION)
    latest = _latest_opening(decision, settings)
    begin = opened or latest
    if begin is not None:
        dues.update(dict.fromkeys(WITH_CONSULTATION, begin))
    if latest is not None:
        dues[DecisionStage.CONSULTATION] = latest
    if decision.decided_on is not None:
        decided = decision.decided_on
        published = calendar.add(decided, settings.publication_days)
        dues[DecisionStage.ADOPTION] = calendar.add(decided, settings.adoption_days)
        dues[DecisionStage.MEETING] = dues[DecisionStage.RESULT] = published
    return dues


def _latest_opening(decision: Decision, settings: DisclosureSettings) -> dt.date | None:
    """When a consultation must begin to be over before the decision is made as planned."""
    made = decision.decided_on or decision.planned_on
    if made is None or made.toordinal() <= settings.consultation_days + 1:
        return None
    return made - dt.timedelta(days=settings.consultation_days)


def _mark(
    decision: Decision,
    stage: DecisionStage,
    due: dt.date | None,
    today: dt.date,
    settings: DisclosureSettings,
) -> Mark:
    entry = entry_of(decision, stage)
    if entry is not None and entry.date is not None:
        return _recorded(entry, entry.date, due, today, settings)
    if reason := _waived_because(decision, stage, entry):
        return Mark(state=StageState.WAIVED, reason=reason)
    return Mark(state=_expected(decision, stage, due, today), due=due)


def _recorded(
    entry: StageEntry,
    date: dt.date,
    due: dt.date | None,
    today: dt.date,
    settings: DisclosureSettings,
) -> Mark:
    if entry.stage is DecisionStage.CONSULTATION:
        days = None if entry.until is None else length(date, entry.until)
        if days is not None and days < settings.consultation_days and not entry.reason:
            state = StageState.SHORT
        elif entry.until is None or entry.until >= today:
            state = StageState.RUNNING
        else:
            state = StageState.DONE
        return Mark(
            state=state, due=due, date=date, until=entry.until, days=days, reason=entry.reason
        )
    late = due is not None and date > due
    state = StageState.DONE_LATE if late else StageState.DONE
    return Mark(state=state, due=due, date=date, reason=entry.reason)


def length(begin: dt.date, end: dt.date) -> int:
    """The days of a consultation: its first day does not count (民法典 第二百零一条)."""
    return (end - begin).days


def _waived_because(decision: Decision, stage: DecisionStage, entry: StageEntry | None) -> str:
    """Why a stage that was not published need not be; empty when it must."""
    if entry is not None and entry.reason:
        return entry.reason
    if stage is DecisionStage.ADOPTION:  # where nobody was asked nothing can become of opinions
        asked = entry_of(decision, DecisionStage.CONSULTATION)
        if asked is not None and asked.date is None and asked.reason:
            return asked.reason
    return decision.dropped_because if decision.dropped_on is not None else ""


def _expected(
    decision: Decision, stage: DecisionStage, due: dt.date | None, today: dt.date
) -> StageState:
    if stage is DecisionStage.EVALUATION or due is None:
        return StageState.WAITING
    if today <= due:
        return StageState.DUE
    before = (*WITH_CONSULTATION, DecisionStage.CONSULTATION)
    if stage in before:
        passed = decision.decided_on is not None or _date_of(decision, DecisionStage.CONSULTATION)
        return StageState.MISSING if passed else StageState.LATE
    return StageState.LATE


def _date_of(decision: Decision, stage: DecisionStage) -> dt.date | None:
    entry = entry_of(decision, stage)
    return entry.date if entry is not None else None


def carried(
    decisions: Sequence[Decision], year: int, ids: Sequence[str], position: int
) -> Iterator[Decision]:
    """The open ones of `decisions` for the list of `year`, with what was published so far; `ids`
    are for the new records, `position` the place of the first.
    """
    for number, (decision, new) in enumerate(zip(decisions, ids, strict=True)):
        yield replace(decision, id=new, year=year, position=position + number, listed_on=None)
