"""Each layout of a work plan, in every kind of file it can come in, against what a person reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai_desk.documents.reading import read_blocks
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.plan_reading import read_plan
from tests.plan_layouts import CASES, Found, Layout, written


def as_found(task: Task) -> Found:
    return Found(
        number=task.number,
        title=task.title,
        text=task.text,
        path=task.path,
        lead=task.lead_units,
        units=task.responsible_units,
        deadline=task.deadline.text,
        result=task.result,
        note=task.note,
    )


@pytest.mark.parametrize(
    ("layout", "kind"), CASES, ids=[f"{layout.name}-{kind}" for layout, kind in CASES]
)
def test_every_layout_in_every_kind_of_file(layout: Layout, kind: str, tmp_path: Path) -> None:
    path = written(layout, kind, tmp_path)
    read = read_plan(read_blocks(path), name=path.name)
    assert [as_found(task) for task in read.tasks] == list(layout.tasks)
    assert read.plan.year == 2026
    assert [warning.code for warning in read.warnings] == list(layout.doubts)
