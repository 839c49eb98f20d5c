"""A yearly work plan (工作要点) and its tasks, as they are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class DeadlineKind(StrEnum):
    NONE = "none"
    ALL_YEAR = "all_year"
    BY_DATE = "by_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a task must be done. `date` is set for BY_DATE only; `text` is the source's wording."""

    kind: DeadlineKind = DeadlineKind.NONE
    date: dt.date | None = None
    text: str = ""


class DutyKind(StrEnum):
    """What the records of an activity can meet; OTHER is a frequency nobody has a record for."""

    TRAINING = "training"
    MEETING_SEATS = "meeting_seats"  # 邀请公众代表列席会议
    POLICY_EVALUATION = "policy_evaluation"
    LEADER_BRIEFING = "leader_briefing"  # 主要负责同志听取汇报
    OPEN_DAY = "open_day"
    INSPECTION = "inspection"  # 季度检查
    OTHER = "other"
    PUBLIC_CONSULTATION = "public_consultation"
    PRESS_CONFERENCE = "press_conference"
    ZONE_EVENT = "zone_event"  # 公开专区活动
    CASE_SUBMISSION = "case_submission"  # 亮点、案例报送
    JOINT_CONSULTATION = "joint_consultation"  # 依申请公开联合会商
    SUPERVISION = "supervision"  # 公共企事业单位监管


class Per(StrEnum):
    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    ONCE = "once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """How often something must happen, with the words that order it. `applies` is False where
    it is meant for others (各区市每季度1次): as its words say, or as the officer does.
    """

    kind: DutyKind
    count: int
    per: Per
    text: str
    applies: bool = True


class TaskStatus(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CARRIED = "carried"  # 结转下年：goes on as a task of the next plan


SET_BY_HAND = (TaskStatus.OPEN, TaskStatus.IN_PROGRESS, TaskStatus.DONE)
"""CARRIED is set by carrying over only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task of a plan.

    `number` is the number printed in the source ("二（一）", "（十五）", or a row count where the
    source has none), `path` the headings above it, `text` the whole task without its units clause.
    `ours` is what the program found, with its reason; `ours_by_hand` overrides it when not None.
    `owner` is who does it in our office, `proof` what shall show it was done (a line each),
    `result` the 落实情况 of the 配档表, `hindrance` what stood in the way, `carried_from` the id of
    the task of an older plan that goes on here.
    """

    id: str
    plan_id: str
    position: int
    number: str
    path: tuple[str, ...]
    title: str
    text: str
    lead_units: tuple[str, ...] = ()
    responsible_units: tuple[str, ...] = ()
    units_open: bool = False
    deadline: Deadline = Deadline()
    duties: tuple[Duty, ...] = ()
    ours_found: bool = False
    ours_because: str = ""
    ours_by_hand: bool | None = None
    ours_by_hand_because: str = ""
    status: TaskStatus = TaskStatus.OPEN
    done_on: dt.date | None = None
    note: str = ""
    owner: str = ""
    proof: str = ""
    result: str = ""
    hindrance: str = ""
    carried_from: str = ""

    @property
    def ours(self) -> bool:
        return self.ours_found if self.ours_by_hand is None else self.ours_by_hand

    @property
    def units(self) -> tuple[str, ...]:
        return self.lead_units + self.responsible_units


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlan:
    """The document the tasks come from. `source_text` keeps what was read, line by line."""

    id: str
    title: str
    issuer: str = ""
    document_number: str = ""
    year: int
    source_name: str = ""
    source_text: str = ""
    imported_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRecord:
    """A dated record of work done on a task; its attachments point to it as their owner."""

    id: str
    task_id: str
    date: dt.date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep:
    """A step into which a task was broken down (细化), with an owner and a date of its own; its
    evidence is attached to it.
    """

    id: str
    task_id: str
    position: int
    title: str
    owner: str = ""
    due: dt.date | None = None
    done_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReminder:
    """A unit was reminded of a task (督办、催办): when, how, until when it shall answer."""

    id: str
    task_id: str
    unit: str
    date: dt.date
    way: str = ""
    text: str = ""
    due: dt.date | None = None
    answered_on: dt.date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """落实情况 of one section of a plan in the officer's words; goes into part six of the report.
    `section` is the first heading of its tasks' paths.
    """

    id: str
    plan_id: str
    section: str
    text: str
    saved_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept inside the office file. The bytes are fetched apart from the record."""

    id: str
    owner_id: str  # of any kept record
    name: str
    size: int
    sha256: str
    added_on: dt.date


class Light(StrEnum):
    """The traffic light of a task, shown as colour, icon and word."""

    DONE = "done"
    LATE = "late"
    SOON = "soon"  # due within 30 days
    ON_TRACK = "on_track"
    UNDATED = "undated"


SOON_DAYS = 30


def due_date(task: Task, year: int) -> dt.date | None:
    """The last day for `task` of the plan of `year`: 全年 means 31 December."""
    match task.deadline.kind:
        case DeadlineKind.BY_DATE:
            return task.deadline.date
        case DeadlineKind.ALL_YEAR:
            return dt.date(year, 12, 31)
        case DeadlineKind.NONE:
            return None


def light(task: Task, year: int, today: dt.date) -> Light:
    """How the task stands on `today`."""
    if task.status in (TaskStatus.DONE, TaskStatus.CARRIED):
        return Light.DONE
    due = due_date(task, year)
    if due is None:
        return Light.UNDATED
    if due < today:
        return Light.LATE
    return Light.SOON if (due - today).days <= SOON_DAYS else Light.ON_TRACK
