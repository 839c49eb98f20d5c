"""落实情况 of the sections of a plan, drafted from what was recorded and from nothing else.

The sentences are data (resources/tasks/progress_sentences.toml); every drafted sentence tells the
records it comes from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.plan import SectionText, Task, TaskStatus, TaskStep, WorkRecord
from gongkai_desk.domain.task_groups import section_of

Sentences = Mapping[str, Mapping[str, str]]
_ENDS = "。！？；"


class SourceKind(StrEnum):
    STATUS = "status"
    RESULT = "result"
    WORK_RECORD = "work_record"
    STEP = "step"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A record that a sentence comes from; `text` names it, `task_id` is the task it proves."""

    kind: SourceKind
    record_id: str
    task_id: str
    text: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSentence:
    """A sentence and all the records it comes from, at least one."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded on the tasks of a plan."""

    records: Sequence[WorkRecord] = ()
    steps: Sequence[TaskStep] = ()
    activities: Sequence[Activity] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDraft:
    """A section with what was drafted for it (nothing where nothing was recorded) and the text
    that was kept, None when there is none.
    """

    section: str
    tasks: tuple[Task, ...]
    sentences: tuple[DraftSentence, ...]
    kept: SectionText | None = None

    @property
    def drafted(self) -> str:
        return "".join(sentence.text for sentence in self.sentences)


def drafts(
    tasks: Iterable[Task],
    recorded: Recorded,
    kept: Iterable[SectionText],
    year: int,
    sentences: Sentences,
) -> list[SectionDraft]:
    """One for each section, in the order of the plan. A kept text whose section is gone comes
    after them, so that nothing written is lost.
    """
    inside: dict[str, list[Task]] = {}
    for task in tasks:
        inside.setdefault(section_of(task), []).append(task)
    texts = {text.section: text for text in kept}
    for section in texts:
        inside.setdefault(section, [])
    return [
        SectionDraft(
            section=section,
            tasks=tuple(own),
            sentences=tuple(_sentences(own, recorded, year, sentences)),
            kept=texts.get(section),
        )
        for section, own in inside.items()
    ]


def _sentences(
    tasks: Sequence[Task], recorded: Recorded, year: int, sentences: Sentences
) -> Iterator[DraftSentence]:
    """Nothing at all where no record speaks of the section."""
    ids = {task.id for task in tasks}
    activities = [one for one in recorded.activities if ids.intersection(one.task_ids)]
    of_tasks = [s for task in tasks for s in _of_task(task, recorded, year, sentences["task"])]
    begun = any(task.status is not TaskStatus.OPEN for task in tasks)
    if begun:
        yield _counts(tasks, sentences["counts"])
    yield from of_tasks
    if activities:
        yield _of_activities(activities, ids, sentences)


def _counts(tasks: Sequence[Task], words: Mapping[str, str]) -> DraftSentence:
    of = {status: [t for t in tasks if t.status is status] for status in TaskStatus}
    done, carried = of[TaskStatus.DONE], of[TaskStatus.CARRIED]
    under_way = of[TaskStatus.IN_PROGRESS]
    rest = "".join(
        words[name].format(count=len(those))
        for name, those in (("under_way", under_way), ("carried", carried))
        if those
    )
    pattern = words["all_done"] if len(done) == len(tasks) else words["some"]
    return DraftSentence(
        text=pattern.format(total=len(tasks), done=len(done), rest=rest),
        sources=tuple(
            Source(
                kind=SourceKind.STATUS,
                record_id=task.id,
                task_id=task.id,
                text=task.title,
                date=task.done_on,
            )
            for task in tasks
            if task.status is not TaskStatus.OPEN
        ),
    )


def _of_task(
    task: Task, recorded: Recorded, year: int, words: Mapping[str, str]
) -> Iterator[DraftSentence]:
    """The result in the officer's words; without one, what was recorded day by day, then the
    steps that were done.
    """
    if task.result.strip():
        text = words["result"].format(title=task.title, text=_ended(_one_line(task.result)))
        yield DraftSentence(text=text, sources=(_result(task),))
        return
    own = [record for record in recorded.records if record.task_id == task.id]
    for record in sorted(own, key=lambda one: one.date):
        yield DraftSentence(text=_record(record, year, words), sources=(_work(record),))
    done = [s for s in recorded.steps if s.task_id == task.id and s.done_on is not None]
    if done:
        named = "、".join(step.title.rstrip(_ENDS) for step in done)
        text = words["steps"].format(title=task.title, steps=named)
        yield DraftSentence(text=text, sources=tuple(map(_step, done)))


def _record(record: WorkRecord, year: int, words: Mapping[str, str]) -> str:
    pattern = words["record" if record.date.year == year else "record_other_year"]
    day = record.date
    text = _ended(_one_line(record.text))
    return pattern.format(year=day.year, month=day.month, day=day.day, text=text)


def _of_activities(
    activities: Sequence[Activity], ids: set[str], sentences: Sentences
) -> DraftSentence:
    kinds = [
        _kind([one for one in activities if one.kind is kind], kind, sentences)
        for kind in ActivityKind
        if any(one.kind is kind for one in activities)
    ]
    return DraftSentence(
        text=sentences["activities"]["sentence"].format(kinds="，".join(kinds)),
        sources=tuple(
            Source(
                kind=SourceKind.ACTIVITY,
                record_id=one.id,
                task_id=next(each for each in one.task_ids if each in ids),
                text=one.title,
                date=one.date,
            )
            for one in sorted(activities, key=lambda each: each.date)
        ),
    )


def _kind(those: Sequence[Activity], kind: ActivityKind, sentences: Sentences) -> str:
    """With the number of people where every one of them has it."""
    said = sentences["kinds"][kind.value].format(count=len(those))
    people = [one.participants for one in those if one.participants is not None]
    if people and len(people) == len(those):
        said += sentences["activities"]["people"].format(people=sum(people))
    return said


def _result(task: Task) -> Source:
    return Source(
        kind=SourceKind.RESULT,
        record_id=task.id,
        task_id=task.id,
        text=task.result,
        date=task.done_on,
    )


def _work(record: WorkRecord) -> Source:
    return Source(
        kind=SourceKind.WORK_RECORD,
        record_id=record.id,
        task_id=record.task_id,
        text=record.text,
        date=record.date,
    )


def _step(step: TaskStep) -> Source:
    return Source(
        kind=SourceKind.STEP,
        record_id=step.id,
        task_id=step.task_id,
        text=step.title,
        date=step.done_on,
    )


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())


def _ended(text: str) -> str:
    """With a full stop where there is none."""
    return text if text[-1:] in _ENDS else f"{text.rstrip('，、,;.')}。"
