"""落实情况 of a plan: drafted from what was recorded, kept in the officer's words, exported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.plan import SectionText, Task, TaskStep, WorkPlan, WorkRecord
from gongkai_desk.domain.section_drafting import Recorded, SectionDraft, drafts
from gongkai_desk.domain.task_groups import section_of
from gongkai_desk.i18n import pgettext
from gongkai_desk.resources import table
from gongkai_desk.services.duty_sources import read_activities
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.storage.database import Database


class SectionTextService:
    def __init__(self, database: Database, tasks: TaskService) -> None:
        self._database, self._tasks = database, tasks

    def drafts(self, plan_id: str) -> list[SectionDraft]:
        """The sections of a plan with draft and kept text: those of our tasks where any is ours,
        else all. Activities count in the plan's year.
        """
        plan, tasks = self._tasks.plan(plan_id), self._tasks.tasks(plan_id)
        own = [task for task in tasks if task.ours] or tasks
        ids = {task.id for task in own}
        recorded = Recorded(
            records=[one for one in self._database.read(WorkRecord) if one.task_id in ids],
            steps=[one for one in self._database.read(TaskStep) if one.task_id in ids],
            activities=[
                one for one in read_activities(self._database) if one.date.year == plan.year
            ],
        )
        sentences = table("tasks", "progress_sentences.toml")
        return drafts(own, recorded, self.kept(plan_id), plan.year, sentences)

    def kept(self, plan_id: str) -> list[SectionText]:
        """The texts kept for a plan."""
        return self._database.read(SectionText, plan_id=plan_id)

    def save(self, plan_id: str, texts: Mapping[str, str], on: dt.date) -> Changes:
        """Keep the texts of sections by their headings; an empty one is no longer kept."""
        before = {one.section: one for one in self.kept(plan_id)}
        with self._database.write("save-section-texts") as work:
            for section, text in texts.items():
                old = before.get(section)
                if not text.strip():
                    if old is not None:
                        work.remove(old)
                    continue
                blank = SectionText(id=new_id(), plan_id=plan_id, section=section, text="")
                new = replace(old or blank, text=text.strip(), saved_on=on)
                if old is None or old.text != new.text:
                    work.put(new)
        return work.changes

    def export(self, plan_id: str, texts: Mapping[str, str], path: Path) -> Path:
        """Write the texts of sections as a Word file. Raises DomainError where it cannot."""
        plan = self._tasks.plan(plan_id)
        sections = [(section, text) for section, text in texts.items() if text.strip()]
        documents.progress_docx.write_progress(progress_title(plan), sections, path)
        return path


def kept_in_year(database: Database, year: int) -> str:
    """The texts kept for the plans of `year`, a paragraph each, in the order of the sections; for
    part six of the annual report.
    """
    paragraphs: list[str] = []
    for plan in database.read(WorkPlan, year=year):
        texts = {one.section: one.text for one in database.read(SectionText, plan_id=plan.id)}
        if not texts:
            continue
        tasks = sorted(database.read(Task, plan_id=plan.id), key=lambda task: task.position)
        order = dict.fromkeys([section_of(task) for task in tasks] + list(texts))
        paragraphs += [texts[section] for section in order if section in texts]
    return "\n".join(paragraphs)


def progress_title(plan: WorkPlan) -> str:
    """What stands over the text."""
    return pgettext("schedule", "How “{plan}” was carried out").format(plan=plan.title)
