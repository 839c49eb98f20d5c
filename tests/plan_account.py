"""Every character of a source, and where the import put it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.plan_clauses import joined, take_clauses
from gongkai_desk.domain.plan_lines import clean, compact, mark_of
from gongkai_desk.domain.plan_reading import LineKind, PlanReading

_WORDS = re.compile(  # what a clause says beside names and dates
    r"[【\[［〔](?:牵头|责任|配合)(?:单位|部门)[】\]］〕]"
    r"|(?:主要)?(?:牵头|责任|配合|协同|完成|落实)(?:单位|部门|主体|时限|时间)?(?:及完成时限)?[:：]"
    r"|牵头落实|负责落实|按职责分工负责|牵头|负责|配合|落实|由|等(?:有关|相关)?(?:部门|单位)?(?:[、和](?:部门|单位))?"
    r"|[（(〔［【\[）)〕］】\]、，,；;。/／—\s]"
)


def source_of(blocks: Sequence[Block]) -> str:
    """The words of a document without blanks and markdown's marks."""
    texts = [
        block.text if isinstance(block, Paragraph) else "".join(cell or "" for cell in block.cells)
        for block in blocks
    ]
    return compact("".join(clean(text) for text in texts))


def check_account(read: PlanReading, blocks: Sequence[Block]) -> None:
    """Each line is kept once, as one thing; each task holds what its lines say and no more."""
    numbers = [line.number for line in read.lines]
    assert numbers == sorted(set(numbers))
    assert compact("".join(line.text for line in read.lines)) == source_of(blocks)
    tasks = {task.id: task for task in read.tasks}
    owned = {line.task_id for line in read.lines if line.kind is LineKind.TASK}
    assert owned == set(tasks)
    assert not any(line.task_id for line in read.lines if line.kind is not LineKind.TASK)
    rows = {block.line: block for block in blocks if isinstance(block, Row)}
    for task in read.tasks:
        lines = [line for line in read.lines if line.task_id == task.id]
        prose = [line.text for line in lines if line.number not in rows]
        told = [line for line in lines if line.number in rows]
        if prose and told and compact(told[0].text) in compact(task.text):
            _check_prose(task, [line.text for line in lines])  # the row is part of the text
            continue
        if prose:
            _check_prose(task, prose)
        for line in told:
            _check_row(task, rows[line.number], alone=not prose)


def _check_prose(task: Task, lines: list[str]) -> None:
    """Number, text and clauses are the lines, character by character."""
    mark = mark_of(lines[0])
    printed = mark is not None and task.number.endswith(mark.printed)
    first = lines[0][mark.length :] if mark and printed else lines[0]
    body = joined([first, *lines[1:]])
    clauses = take_clauses(body).clauses
    assert Counter(compact(body)) == Counter(compact(task.text + "".join(clauses)))
    assert is_subsequence(compact(task.text), compact(body))
    for clause in clauses:
        told = _WORDS.sub("\n", compact(clause)).split()
        known = ["".join(task.units), *task.units, task.deadline.text, task.note]
        assert all(any(part in compact(each) for each in known) for part in told), (told, known)


def _check_row(task: Task, row: Row, *, alone: bool) -> None:
    """What a row says is in the task; a row that repeats a task of the text may say it again."""
    whole = "\n".join(
        compact(part)
        for part in (
            task.number, task.title, *task.path, task.text, *task.units, task.deadline.text,
            task.result, task.note, "".join(task.units),
        )
    )  # fmt: skip
    for cell in row.cells:
        said = compact(cell or "")
        if not alone or not said or said in whole:
            continue
        parts = _WORDS.sub("\n", said).split()
        assert all(part in whole for part in parts), (said, whole)


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)
