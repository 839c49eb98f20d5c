"""What is printed besides the annual report: calculation sheets, the register, the task list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.plan import Task, light
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.calculation_sheet import calculation_sheet
from gongkai_desk.services.register import RegisterService
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.texts import label


class PaperService:
    """Writes PDF files to paths it is given, each whole or not at all.

    Every method returns the characters that no bundled typeface has (printed as 〓).
    """

    def __init__(self, register: RegisterService, tasks: TaskService) -> None:
        self._register, self._tasks = register, tasks

    def calculation(self, request_id: str, as_of: dt.date, path: Path) -> tuple[str, ...]:
        """The calculation sheet of one request; refused while it has no receipt date."""
        sheet = calculation_sheet(self._register.explain(request_id, as_of))
        return documents.calculation_pdf.write_calculation(sheet, path)

    def calculations(self, ids: Sequence[str], as_of: dt.date, path: Path) -> tuple[str, ...]:
        """The calculation sheets of many requests in one file, in this order; refused while one
        has no receipt date.
        """
        sheets = [calculation_sheet(self._register.explain(one, as_of)) for one in ids]
        pages = [documents.calculation_pdf.calculation_bytes(sheet) for sheet in sheets]
        with documents.atomic.replace_file(path) as temporary:
            temporary.write_bytes(documents.letter_pdf.joined(pages))
        missing = [documents.calculation_pdf.missing_in(sheet) for sheet in sheets]
        return tuple(dict.fromkeys(sign for found in missing for sign in found))

    def register(self, cases: Sequence[Case], as_of: dt.date, path: Path) -> tuple[str, ...]:
        """The register as it is filtered and sorted on the screen."""
        Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
        columns = (
            Column(title=_("Number"), weight=1.1),
            Column(title=_("Received"), weight=1.2, centred=True),
            Column(title=_("Applicant"), weight=1.6),
            Column(title=_("Information asked for"), weight=4.0),
            Column(title=_("Status"), weight=1.2, centred=True),
            Column(title=_("Due date"), weight=1.6, centred=True),
            Column(title=_("Working days left"), weight=1.1, centred=True),
            Column(title=_("Outcome"), weight=2.6),
        )
        document = documents.list_pdf.ListDocument(
            title=_("Register of disclosure requests"),
            columns=columns,
            rows=[_case_row(case) for case in cases],
            note=_note(ngettext("{n} request", "{n} requests", len(cases)), len(cases), as_of),
        )
        return documents.list_pdf.write_list(document, path)

    def tasks(
        self, plan_id: str, today: dt.date, path: Path, *, only_ours: bool = False
    ) -> tuple[str, ...]:
        """The tasks of a plan with how they stand."""
        plan = self._tasks.plan(plan_id)
        tasks = [task for task in self._tasks.tasks(plan_id) if task.ours or not only_ours]
        Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
        columns = (
            Column(title=_("No."), weight=1.0, centred=True),
            Column(title=_("Section"), weight=2.2),
            Column(title=_("Task title"), weight=2.4),
            Column(title=_("Lead and responsible units"), weight=3.2),
            Column(title=_("Deadline"), weight=1.5, centred=True),
            Column(title=_("State"), weight=1.1, centred=True),
            Column(title=_("Ours"), weight=0.7, centred=True),
            Column(title=_("Note"), weight=1.6),
        )
        document = documents.list_pdf.ListDocument(
            title=plan.title,
            columns=columns,
            rows=[_task_row(task, plan.year, today) for task in tasks],
            note=_note(ngettext("{n} task", "{n} tasks", len(tasks)), len(tasks), today),
        )
        return documents.list_pdf.write_list(document, path)


def _note(counted: str, n: int, day: dt.date) -> str:
    return _("{counted}, as of {date}").format(counted=counted.format(n=n), date=date_text(day))


def _case_row(case: Case) -> Sequence[str]:
    request = case.request
    due = case.due.isoformat() if case.due else ""
    if case.provisional and due:
        due = _("{date} (provisional)").format(date=due)
    left = "" if case.closed or case.remaining is None else str(case.remaining)
    received = request.received.isoformat() if request.received else ""
    return (
        request.number,
        received,
        request.applicant.name,
        request.subject,
        label(case.status),
        due,
        left,
        case.outcome.label if case.outcome and case.closed else case.result,
    )


def _task_row(task: Task, year: int, today: dt.date) -> Sequence[str]:
    return (
        task.number,
        _joined(task.path, " / "),
        task.title,
        _joined(task.units, "、"),
        task.deadline.text,
        label(light(task, year, today)),
        _("yes") if task.ours else "",
        task.note,
    )


def _joined(parts: Iterable[str], by: str) -> str:
    return by.join(part for part in parts if part)
