"""督办: who is late with what, the 督办单 on paper, and the record that it was issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import TaskReminder, WorkPlan
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.task_overview import late_tasks
from gongkai_desk.domain.urging import (
    Urged,
    UrgingPaper,
    answer_by,
    reminders,
    to_urge,
    usually_urged,
)
from gongkai_desk.resources import table
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.schedule_rows import deadline_words
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.storage.database import Database

FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingDraft:
    """What the officer decides: the units, by when they shall answer, what else to say, and
    whether there is one paper for all of them.
    """

    plan_id: str
    urged: tuple[Urged, ...]
    due: dt.date | None
    words: str = ""
    number: str = ""
    together: bool = False


class UrgingService:
    def __init__(self, database: Database, tasks: TaskService, holidays: HolidayService) -> None:
        self._database, self._tasks, self._holidays = database, tasks, holidays

    def units(self, plan_id: str, today: dt.date, *, only_ours: bool = False) -> list[Urged]:
        """Whom to urge for the late tasks of a plan, all of them or ours."""
        plan = self._tasks.plan(plan_id)
        tasks = [task for task in self._tasks.tasks(plan_id) if task.ours or not only_ours]
        return to_urge(late_tasks(tasks, plan.year, today), self._office())

    def usual(self, urged: Sequence[Urged]) -> list[Urged]:
        """Those of `urged` whom an office like ours urges unless it says otherwise."""
        return usually_urged(urged, self._office())

    def answer_by(self, today: dt.date) -> dt.date:
        """The day by which to answer when nothing else is said: five working days."""
        return answer_by(today, self._holidays.calendar())

    def check(self, draft: UrgingDraft, today: dt.date) -> list[Problem]:
        """What keeps a 督办单 from being issued."""
        found = []
        if not draft.urged:
            found.append(Problem("urging-nobody", "units"))
        if draft.due is None:
            found.append(Problem("urging-without-date", "due"))
        elif draft.due < today:
            found.append(Problem("urging-date-past", "due", {"date": draft.due}))
        return found

    def last_reminded(self, task_id: str) -> TaskReminder | None:
        """The latest reminder of a task, None when there is none."""
        found = self._database.read(TaskReminder, task_id=task_id)
        return max(found, key=lambda one: one.date, default=None)

    def papers(self, draft: UrgingDraft, today: dt.date) -> list[UrgingPaper]:
        """The papers of a draft that is in order: one for each unit, or one for all."""
        refuse_all(self.check(draft, today))
        if draft.together:
            return [self._paper(draft, draft.urged, today)]
        return [self._paper(draft, [each], today) for each in draft.urged]

    def write(self, paper: UrgingPaper, path: Path) -> tuple[str, ...]:
        """Write one paper as the ending of `path` says, pdf or docx; the characters that no bundled
        typeface has (pdf only). Raises DomainError.
        """
        match path.suffix.lower().removeprefix("."):
            case "pdf":
                return documents.urging_pdf.write_urging(paper, path)
            case "docx":
                documents.urging_docx.write_urging(paper, path)
                return ()
        raise refuse("schedule-format", format=path.suffix, known="、".join(FORMATS))

    def write_together(self, papers: Sequence[UrgingPaper], path: Path) -> None:
        """All papers in one PDF, to be looked at and printed. Raises DomainError."""
        pages = [documents.urging_pdf.urging_bytes(paper) for paper in papers]
        with documents.atomic.replace_file(path) as temporary:
            temporary.write_bytes(documents.letter_pdf.joined(pages))

    def issue(self, draft: UrgingDraft, today: dt.date) -> Changes:
        """Record that the units were urged today, one reminder for each of their tasks."""
        refuse_all(self.check(draft, today))
        with self._database.write("issue-urging") as work:
            for reminder in reminders(draft.urged, today, draft.due, draft.words.strip()):
                work.put(reminder)
        return work.changes

    def _paper(self, draft: UrgingDraft, urged: Sequence[Urged], today: dt.date) -> UrgingPaper:
        words, plan = table("tasks", "urging.toml"), self._tasks.plan(draft.plan_id)
        office = self._office()
        names = ["number", "title", *(["unit"] if draft.together else []), "deadline", "late"]
        columns = [words["columns"][name] for name in (*names, "answer")]
        rows = _rows(urged, words, together=draft.together)
        opening = words["opening"].format(
            plan=_named(plan, words),
            count=len(rows),
            today=_day(today),
            due=_day(draft.due or today),
        )
        closing = [words["contact"].format(phone=office.phone)] if office.phone else []
        return UrgingPaper(
            title=words["title"],
            number=draft.number.strip(),
            addressee=words["addressee_joint"].join(each.unit for each in urged),
            opening="\n".join(filter(None, (opening, draft.words.strip()))),
            head=tuple(column["heading"] for column in columns),
            widths=tuple(column["width"] for column in columns),
            rows=tuple(rows),
            slip=words["slip"],
            answer=tuple(words["answer"]),
            signed=words["signed"],
            closing=tuple(closing),
            signature=office.name,
            dated=_day(today),
        )

    def _office(self) -> Office:
        return self._database.get(Office, OFFICE_ID)


def _rows(
    urged: Sequence[Urged], words: dict[str, str], *, together: bool
) -> list[tuple[str, ...]]:
    """Each late task once, with its units in a paper for all of them."""
    units: dict[str, list[str]] = {}
    for each in urged:
        for one in each.late:
            units.setdefault(one.task.id, []).append(each.unit)
    late = {one.task.id: one for each in urged for one in each.late}
    rows = []
    for number, one in enumerate(
        sorted(late.values(), key=lambda one: (one.due, one.task.position)), 1
    ):
        unit = ["、".join(units[one.task.id])] if together else []
        days = words["days"].format(days=-one.days)
        limit = deadline_words(one.task) or one.due.isoformat()
        rows.append((str(number), one.task.title, *unit, limit, days, ""))
    return rows


def _named(plan: WorkPlan, words: dict[str, str]) -> str:
    pattern = words["plan_with_number" if plan.document_number else "plan"]
    return pattern.format(title=plan.title, number=plan.document_number)


def _day(day: dt.date) -> str:
    """As official papers write a date, in Chinese under any interface language."""
    return f"{day.year}年{day.month}月{day.day}日"
