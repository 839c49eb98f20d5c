"""The five real documents and small plans made up for one test each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gongkai_desk.documents.reading import read_blocks, read_text_blocks
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.plan_reading import PlanReading, read_plan

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "work_points"
FILES = {
    "000": "000_2f211dd967de75b4.txt",
    "001": "001_409ce3f34190eb79.txt",
    "002": "002_f5823c69938b9221.txt",
    "003": "003_0d41b31b9bb882d3.txt",
    "004": "004_d3b940be28f75a3d.txt",
}


def real_path(key: str) -> Path:
    path = FOLDER / FILES[key]
    if not path.exists():
        pytest.skip("the real documents are not beside this checkout")
    return path


@cache
def real(key: str) -> PlanReading:
    path = real_path(key)
    return read_plan(read_blocks(path), name=path.name)


def reading(text: str, *, year: int | None = None) -> PlanReading:
    return read_plan(read_text_blocks(text), name="样本.txt", year=year)


def only(text: str) -> Task:
    """The single task of a plan whose one item says `text`."""
    (task,) = reading(f"2026年云海区政务公开工作要点\n一、重点\n（一）{text}").tasks
    return task


SMALL = """2026年云海区政务公开工作要点
一、抓好重点
（一）抓好公开。围绕重点公开信息，年底前完成。（责任单位：区司法局、财政局）
（二）抓好解读。坚持三同步。（牵头单位：区政府办公室；责任单位：区政府各部门、单位）
二、夯实基础
（一）抓好培训。每年至少组织1次集中学习培训。（责任单位：各街道办事处）
"""
